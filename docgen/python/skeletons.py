"""The views of test skeletons, which assert what a page says of a type.

A sample may have keys that its type does not declare, and objects of derived types. Both are valid
JSON, but a type checker rejects such a literal as a `TypedDict`; its annotation is then a `dict`.
"""

from docgen.python.annotations import ANY_JSON
from docgen.python.enums import member_views
from docgen.python.imports import Import, imports_view
from docgen.python.layout import Layout, ModuleLocation
from docgen.python.literals import PythonCode, docstring, json_literal, string_literal
from docgen.python.names import PythonName
from docgen.python.operations import operation_names, protocol_name, takes_body
from docgen.python.samples import Samples
from docgen.python.type_facts import TypeFacts
from docgen.python.views import CheckView, EnumTestView, ModelTestView
from docgen.schema.model import EnumType, QualifiedName, StructuredType
from docgen.schema.names import short_name

MARKER = PythonCode("# Your own checks below this line are kept.")
"""Stands at the end of every test skeleton. What people write behind it is theirs."""


def model_test_view(
    type_: StructuredType, layout: Layout, family: TypeFacts, samples: Samples
) -> ModelTestView:
    """Make the view of the tests of a structured type."""
    place, flavour = layout.places[type_.name], layout.flavour
    name = _dotted("models", place, place.class_name)
    sample = samples.of(type_)
    is_typed = flavour.is_json and conforms(
        type_.name, sample, samples, flavour.base_keys
    )
    sample_type = name if is_typed else PythonCode("dict[str, object]")
    checks = _wire_names(type_, family)
    return ModelTestView(
        module_docstring=_docstring(type_),
        imports=imports_view(
            _imports(layout, sample is not None, bool(checks), bool(type_.operations)),
            layout.package,
        ),
        name=name,
        qualified_name=string_literal(type_.name),
        sample=_sample(sample, sample_type),
        sample_type=sample_type,
        wire_names=checks,
        operations_name=_dotted("operations", place, protocol_name(place)),
        operations=_operations(type_),
        marker=MARKER,
    )


def _sample(sample: dict[str, object] | None, sample_type: PythonCode) -> PythonCode:
    used = len(f"SAMPLE: {sample_type} = ")
    return PythonCode("") if sample is None else json_literal(sample, used=used)


def enum_test_view(type_: EnumType, layout: Layout) -> EnumTestView:
    """Make the view of the tests of an enum type."""
    place = layout.places[type_.name]
    imports = {Import(layout.package, "models")}
    return EnumTestView(
        module_docstring=_docstring(type_),
        imports=imports_view(imports, layout.package),
        name=_dotted("models", place, place.class_name),
        qualified_name=string_literal(type_.name),
        members=tuple(
            CheckView(name=string_literal(member.name), claim=member.value)
            for member in member_views(type_)
        ),
        marker=MARKER,
    )


def _dotted(room: str, place: ModuleLocation, name: PythonName) -> PythonCode:
    """Name a class as tests do: by the way to it, so that no name of a page is a test's own."""
    return PythonCode(".".join((room, *place.folders, name)))


def _docstring(type_: StructuredType | EnumType) -> PythonCode:
    page = f"`{type_.sources[0].path}`" if type_.sources else "its page"
    return docstring((f"What {page} says of `{short_name(type_.name)}`.",))


def _wire_names(type_: StructuredType, family: TypeFacts) -> tuple[CheckView, ...]:
    names = family.field_names[type_.name]
    return tuple(
        CheckView(name=string_literal(names[row.name]), claim=string_literal(row.name))
        for row in family.own[type_.name].values()
    )


def _operations(type_: StructuredType) -> tuple[CheckView, ...]:
    return tuple(
        CheckView(
            name=string_literal(name),
            claim=PythonCode(
                '["self", "body"]' if takes_body(operation) else '["self"]'
            ),
        )
        for operation, name in zip(
            type_.operations, operation_names(type_), strict=True
        )
    )


def _imports(
    layout: Layout, has_sample: bool, has_fields: bool, has_operations: bool
) -> set[Import]:
    flavour, package = layout.flavour, layout.package
    imports = {Import(package, "models")}
    if has_sample:
        imports |= flavour.needed_for_sample
    if has_fields and not flavour.is_json:
        imports.add(Import(package, "wire_names"))
    if has_operations:
        imports |= {Import("inspect", "signature"), Import(package, "operations")}
    return imports


def conforms(
    name: QualifiedName, value: object, samples: Samples, base_keys: frozenset[str]
) -> bool:
    """Return whether a type checker accepts a value of a sample as a model of the type.

    `base_keys` are texts that every model may have.
    """
    return isinstance(value, dict) and all(
        (
            isinstance(item, str)
            if key in base_keys
            else _fits(name, key, item, samples, base_keys)
        )
        for key, item in value.items()
    )


def _fits(
    name: QualifiedName,
    key: str,
    value: object,
    samples: Samples,
    base_keys: frozenset[str],
) -> bool:
    """Return whether a key is declared, and a type checker accepts the value."""
    row = samples.family.row(name, key)
    if row is None or value is None:
        return row is not None and samples.family.is_nullable(name, key)
    target = row.type.name
    if target in ANY_JSON or not isinstance(samples.types.get(target), StructuredType):
        return True
    items = value if isinstance(value, list) else [value]
    return all(conforms(target, item, samples, base_keys) for item in items)
