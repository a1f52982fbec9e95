"""The view of the class of a structured type, from its properties.

A typed dict has wire names as field names. A property whose wire name a class body can't contain is
not a field there, but a key of the functional form of `TypedDict`.
"""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from docgen.diagnostics import Diagnostic, Result
from docgen.python.annotations import (
    ANY_ANNOTATION,
    NamedAnnotation,
    annotation,
    class_at,
    model_scope,
)
from docgen.python.descriptions import cell_paragraphs, type_docstring
from docgen.python.flavours import Special
from docgen.python.imports import Import, ModuleImports, module_imports
from docgen.python.layout import Layout, ModuleLocation
from docgen.python.literals import MARGIN, PythonCode, docstring, string_literal
from docgen.python.names import PythonName, camel_case, changed_name, key_name
from docgen.python.type_facts import TypeFacts
from docgen.python.views import FieldView, KeyView, ModelView
from docgen.schema.model import (
    Property,
    QualifiedName,
    StructuredType,
    TypeReference,
    WireName,
)
from docgen.schema.names import short_name


def model_view(
    type_: StructuredType, layout: Layout, facts: TypeFacts
) -> Result[ModelView]:
    """Return the view of a class, and a note for each name that was changed."""
    location, flavour = layout.locations[type_.name], layout.flavour
    declared = tuple(facts.declared[type_.name].values())
    properties = tuple(one for one in declared if one.name not in flavour.base_keys)
    names = key_names(properties) if flavour.is_json else facts.field_names[type_.name]
    named = annotations(properties, type_.name, layout, facts)
    base = _base(type_, layout, location)
    fields = field_views(properties, names, named, facts, flavour.special)
    keys = [one for one in declared if one.name not in names]
    view = ModelView(
        module_docstring=docstring((f"The model of `{type_.name}`.",)),
        imports=_imports(named.values(), base, fields, layout),
        name=location.class_name,
        base=PythonName(base.name),
        docstring=type_docstring(type_, described_keys(keys, facts)),
        fields=fields,
        keys=key_views([one for one in keys if one.name in named], named),
    )
    return Result(view, _notes(type_, location, properties, names))


def _base(
    type_: StructuredType, layout: Layout, location: ModuleLocation
) -> NamedAnnotation:
    target = layout.locations.get(type_.base_type) if type_.base_type else None
    if target is None or target == location:
        model = layout.imported(layout.flavour.base)
        return NamedAnnotation(name=PythonCode(model.name), imports=frozenset({model}))
    return class_at(target, layout, model_scope(location))


def _imports(
    named: Iterable[NamedAnnotation],
    base: NamedAnnotation,
    fields: tuple[FieldView, ...],
    layout: Layout,
) -> ModuleImports:
    special = layout.flavour.special
    is_special = any(field.special for field in fields)
    return module_imports(
        frozenset[Import]().union(*(type_.imports for type_ in named)),
        base.imports | layout.flavour.needed,
        layout.package,
        frozenset({special.needed} if special and is_special else ())
        | set(map(layout.imported, layout.flavour.needed_at_run_time)),
    )


def _notes(
    type_: StructuredType,
    location: ModuleLocation,
    properties: tuple[Property, ...],
    names: Mapping[WireName, PythonName],
) -> tuple[Diagnostic, ...]:
    short = short_name(type_.name)
    notes = changed_name(location.class_name, short, type_.sources, "type")
    for one in properties:
        if one.name in names:
            notes += changed_name(names[one.name], one.name, (one.source,), "property")
    return notes


def annotations(
    properties: tuple[Property, ...],
    name: QualifiedName,
    layout: Layout,
    facts: TypeFacts,
) -> dict[WireName, NamedAnnotation]:
    """Return the annotation of each property's field in the module of its type.

    A model has None for a key that is not in the JSON, so each of its fields may be None. A typed
    dict is the JSON itself: only a property that may be null has None in its annotation.
    """
    scope, is_json = model_scope(layout.locations[name]), layout.flavour.is_json
    return {
        one.name: _optional(
            annotation(
                _key_type(one, facts) if is_json else one.type,
                layout,
                scope,
            ),
            may_be_none=not is_json or facts.is_nullable(name, one.name),
        )
        for one in properties
    }


def _key_type(property_: Property, facts: TypeFacts) -> TypeReference:
    """Return the type of a property, or `Any` for a key whose type checkers may not resolve."""
    reference = property_.type
    if key_name(property_.name) is None and reference.name in facts.with_model_keys:
        return replace(reference, name=ANY_ANNOTATION)
    return reference


def _optional(named: NamedAnnotation, *, may_be_none: bool) -> NamedAnnotation:
    if not may_be_none or named.name == "Any":
        return named
    return replace(named, name=PythonCode(f"{named.name} | None"))


def field_views(
    properties: tuple[Property, ...],
    names: Mapping[WireName, PythonName],
    named: Mapping[WireName, NamedAnnotation],
    facts: TypeFacts,
    special: Special | None,
) -> tuple[FieldView, ...]:
    """Return the views of the fields, for the properties that have one of `names`."""
    fields = [one for one in properties if one.name in names]
    descriptions = [_paragraphs(one, facts) for one in fields]
    has_gaps = any(descriptions)
    return tuple(
        _field(
            one,
            names[one.name],
            named[one.name],
            special,
            paragraphs,
            has_gaps and one is not fields[-1],
        )
        for one, paragraphs in zip(fields, descriptions, strict=True)
    )


def _paragraphs(property_: Property, facts: TypeFacts) -> tuple[str, ...]:
    return cell_paragraphs(
        property_.description, property_.name, facts.values_of(property_)
    )


def _field(
    property_: Property,
    name: PythonName,
    named: NamedAnnotation,
    special: Special | None,
    paragraphs: tuple[str, ...],
    has_gap: bool,
) -> FieldView:
    width = MARGIN - len(f"    {name}: {named.name} = ")
    is_narrow = len("(") <= width < len("None")
    return FieldView(
        name=name,
        annotation=named.name,
        wire_name=string_literal(property_.name),
        default=PythonCode("(\n        None\n    )" if is_narrow else "None"),
        special=(
            _special(property_, name, named, special) if special else PythonCode("")
        ),
        docstring=docstring(paragraphs, "    "),
        is_wide=width < len("("),
        has_gap=has_gap,
    )


def _special(
    property_: Property, name: PythonName, named: NamedAnnotation, special: Special
) -> PythonCode:
    """Return the default with what can't be derived from name and annotation; else empty."""
    items: list[str] = []
    if camel_case(name) != property_.name:
        items.append(special.wire.format(string_literal(property_.name)))
    if not named.is_found:
        items.append(special.type.format(string_literal(property_.type.name)))
    return PythonCode(special.default.format(", ".join(items)) if items else "")


def key_names(properties: Iterable[Property]) -> dict[WireName, PythonName]:
    """Return the wire names that a class body can contain."""
    names = {one.name: key_name(one.name) for one in properties}
    return {wire_name: name for wire_name, name in names.items() if name is not None}


def key_views(
    properties: Iterable[Property], named: Mapping[WireName, NamedAnnotation]
) -> tuple[KeyView, ...]:
    """Return the views of keys that a class body cannot contain."""
    return tuple(
        KeyView(name=string_literal(one.name), annotation=named[one.name].name)
        for one in properties
    )


def described_keys(properties: Iterable[Property], facts: TypeFacts) -> tuple[str, ...]:
    """Return the descriptions of keys that cannot have a docstring, a paragraph for each."""
    descriptions = ((one.name, _paragraphs(one, facts)) for one in properties)
    return tuple(
        f"`{name}`: {' '.join(paragraphs)}"
        for name, paragraphs in descriptions
        if paragraphs
    )
