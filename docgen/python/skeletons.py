"""The views of generated tests, which assert what a page says about a type.

A sample may have keys that its type does not declare, and objects of derived types. Both are valid
JSON, but a type checker rejects them in a literal of a `TypedDict`; such a sample is annotated as
`dict[str, object]`.
"""

from collections.abc import Iterable, Sequence

from docgen.python.documented.lines import attribute_of, entry_lines
from docgen.python.documented.model import DocumentedCall
from docgen.python.enums import member_views
from docgen.python.imports import Import, imports_view
from docgen.python.layout import Layout, ModuleLocation
from docgen.python.literals import PythonCode, docstring, json_literal, string_literal
from docgen.python.names import PythonName
from docgen.python.operations import (
    async_name,
    choice_name,
    permission_table,
    protocol_name,
)
from docgen.python.samples import Samples
from docgen.python.signatures.model import RequestTemplate, Signature
from docgen.python.type_facts import TypeFacts
from docgen.python.views import CheckView, EnumTestView, ModelTestView
from docgen.schema.model import ANY_JSON, EnumType, QualifiedName, StructuredType
from docgen.schema.names import short_name

MARKER = PythonCode("# Your own checks below this line are kept.")
"""The last line of generated tests; tests below it are hand-written."""


def model_test_view(
    type_: StructuredType,
    signatures: Sequence[Signature],
    layout: Layout,
    facts: TypeFacts,
    samples: Samples,
    calls: Sequence[DocumentedCall] = (),
) -> ModelTestView:
    """Return the view of the tests of a structured type and of its operations."""
    location, flavour = layout.locations[type_.name], layout.flavour
    name = _dotted("models", location, location.class_name)
    sample = samples.of(type_)
    is_typed = flavour.is_json and conforms(
        type_.name, sample, samples, flavour.base_keys
    )
    sample_type = name if is_typed else PythonCode("dict[str, object]")
    wire_names = _wire_names(type_, facts)
    imports = {Import(layout.package, "models")}
    if sample is not None:
        imports |= flavour.needed_for_sample
    if wire_names and not flavour.is_json:
        imports.add(Import(layout.package, "wire_names"))
    requests, privileges = _requests(signatures), _privileges(signatures)
    if signatures:
        imports.add(Import("inspect", "signature"))
        imports.add(Import(layout.package, "operations"))
    if requests:
        imports.add(Import(layout.package, "request_line"))
    if privileges:
        imports.add(Import(layout.package, "permissions"))
    if calls:
        imports |= _for_calls(calls, layout)
    protocol = protocol_name(location)
    return ModelTestView(
        module_docstring=_docstring(type_),
        imports=imports_view(imports, layout.package),
        name=name,
        qualified_name=string_literal(type_.name),
        sample=_sample(sample, sample_type),
        sample_type=sample_type,
        wire_names=wire_names,
        operations_name=_dotted("operations", location, protocol),
        async_operations_name=_dotted("operations", location, async_name(protocol)),
        operations_module=string_literal(location.dotted),
        operations=_operations(signatures),
        requests=requests,
        permissions=privileges,
        calls=tuple(entry_lines(one, attribute_of(location)) for one in calls),
        marker=MARKER,
    )


def _for_calls(calls: Iterable[DocumentedCall], layout: Layout) -> set[Import]:
    """Return what tests of calls import: pytest, and functions for tests of the package."""
    names = {*_TESTING}.union(*(one.functions for one in calls))
    testing = f"{layout.package}.testing"
    return {Import("pytest"), *(Import(testing, name) for name in names)}


_TESTING = ("Calls", "check_async_call", "check_call")


def enum_test_view(type_: EnumType, layout: Layout) -> EnumTestView:
    """Return the view of the tests of an enum type."""
    location = layout.locations[type_.name]
    return EnumTestView(
        module_docstring=_docstring(type_),
        imports=imports_view({Import(layout.package, "models")}, layout.package),
        name=_dotted("models", location, location.class_name),
        qualified_name=string_literal(type_.name),
        members=tuple(
            CheckView(name=string_literal(member.name), expected=member.value)
            for member in member_views(type_)
        ),
        marker=MARKER,
    )


def _dotted(subpackage: str, location: ModuleLocation, name: PythonName) -> PythonCode:
    """Return a class with its packages, so that its name can't hide a name that tests use."""
    return PythonCode(".".join((subpackage, *location.folders, name)))


def _docstring(type_: StructuredType | EnumType) -> PythonCode:
    page = f", generated from `{type_.sources[0].path}`" if type_.sources else ""
    return docstring((f"Tests of `{short_name(type_.name)}`{page}.",))


def _sample(sample: dict[str, object] | None, sample_type: PythonCode) -> PythonCode:
    used = len(f"SAMPLE: {sample_type} = ")
    return PythonCode("") if sample is None else json_literal(sample, used=used)


def _wire_names(type_: StructuredType, facts: TypeFacts) -> tuple[CheckView, ...]:
    names = facts.field_names[type_.name]
    return tuple(
        CheckView(name=string_literal(names[wire]), expected=string_literal(wire))
        for wire in facts.declared[type_.name]
    )


def _operations(signatures: Iterable[Signature]) -> tuple[CheckView, ...]:
    return tuple(
        _check(one.name, ["self", *(each.name for each in one.parameters)])
        for one in signatures
    )


def _requests(signatures: Iterable[Signature]) -> tuple[CheckView, ...]:
    """Return each request of an operation, with the arguments of a call that sends it."""
    return tuple(
        _check(one.name, dict(_call(one, request) for request in one.requests))
        for one in signatures
        if one.requests
    )


def _call(one: Signature, request: RequestTemplate) -> tuple[str, dict[str, object]]:
    """Return a request line and its arguments; the value of each argument is its name."""
    path = request.path
    for name in request.arguments:
        path = path.replace(f"{{{name}}}", name)
    arguments: dict[str, object] = {name: name for name in request.arguments}
    if request.choice is not None:
        arguments[choice_name(one)] = request.choice
    return f"{request.method} {path}", arguments


def _privileges(signatures: Iterable[Signature]) -> tuple[CheckView, ...]:
    """Return the least privileged permissions of each operation, by scheme."""
    tables = ((one.name, permission_table(one.permissions)) for one in signatures)
    return tuple(
        _check(name, {scheme: found[0] for scheme, found in table.items()})
        for name, table in tables
        if table
    )


def _check(name: PythonName, expected: object) -> CheckView:
    literal = string_literal(name)
    used = len("    ") + len(literal) + len(": ,")
    return CheckView(name=literal, expected=json_literal(expected, "    ", used))


def conforms(
    name: QualifiedName, value: object, samples: Samples, base_keys: frozenset[str]
) -> bool:
    """Return whether a type checker accepts a value of a sample as a literal of the type.

    `base_keys` are keys that every model may have; their values are strings.
    """
    return isinstance(value, dict) and all(
        (
            isinstance(item, str)
            if key in base_keys
            else _is_accepted(name, key, item, samples, base_keys)
        )
        for key, item in value.items()
    )


def _is_accepted(
    name: QualifiedName,
    key: str,
    value: object,
    samples: Samples,
    base_keys: frozenset[str],
) -> bool:
    """Return whether a key is declared, and a type checker accepts its value."""
    property_ = samples.facts.find_property(name, key)
    if property_ is None or value is None:
        return property_ is not None and samples.facts.is_nullable(name, key)
    target = property_.type.name
    if target in ANY_JSON or target not in samples.facts.types:
        return True
    items = value if isinstance(value, list) else [value]
    return all(conforms(target, item, samples, base_keys) for item in items)
