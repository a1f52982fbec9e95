"""The view of the class of a structured type, from its properties.

A property whose wire name a class body can't name becomes a separate key of the `TypedDict`.
"""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from docgen.diagnostics import Diagnostic, Result
from docgen.python.annotations import (
    ANY_ANNOTATION,
    NamedAnnotation,
    annotation,
    class_at,
)
from docgen.python.flavours import Special
from docgen.python.imports import Import, ModuleImports, module_imports
from docgen.python.layout import Layout, ModuleLocation
from docgen.python.literals import MARGIN, PythonCode, docstring, string_literal
from docgen.python.names import PythonName, camel_case, key_name
from docgen.python.prose import changed_name, remark, type_docstring
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
    type_: StructuredType, layout: Layout, family: TypeFacts
) -> Result[ModelView]:
    """Make the view of a class, and a note for each name that was changed."""
    place, flavour = layout.places[type_.name], layout.flavour
    own = tuple(family.own[type_.name].values())
    rows = tuple(row for row in own if row.name not in flavour.base_keys)
    names = key_names(rows) if flavour.is_json else family.field_names[type_.name]
    named = annotations(rows, type_.name, layout, family)
    base = _base(type_, layout, place)
    fields = field_views(rows, names, named, family, flavour.special)
    view = ModelView(
        module_docstring=docstring((f"The model of `{type_.name}`.",)),
        imports=_imports(named.values(), base, fields, layout),
        name=place.class_name,
        base=PythonName(base.name),
        docstring=type_docstring(
            type_, described_keys([row for row in own if row.name not in names], family)
        ),
        fields=fields,
        keys=key_views([row for row in rows if row.name not in names], named),
    )
    return Result(view, _notes(type_, place, rows, names))


def _base(
    type_: StructuredType, layout: Layout, place: ModuleLocation
) -> NamedAnnotation:
    target = layout.places.get(type_.base_type) if type_.base_type else None
    if target is None or target == place:
        model = layout.imported(layout.flavour.base)
        return NamedAnnotation(name=PythonCode(model.name), imports=frozenset({model}))
    return class_at(target, layout, place, place.class_name)


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
        frozenset({special.needed} if special and is_special else ()),
        layout.package,
    )


def _notes(
    type_: StructuredType,
    place: ModuleLocation,
    rows: tuple[Property, ...],
    names: Mapping[WireName, PythonName],
) -> tuple[Diagnostic, ...]:
    short = short_name(type_.name)
    return (
        *changed_name(place.class_name, short, type_.sources, "type"),
        *(
            note
            for row in rows
            if row.name in names
            for note in changed_name(
                names[row.name], row.name, (row.source,), "property"
            )
        ),
    )


def annotations(
    rows: tuple[Property, ...], name: QualifiedName, layout: Layout, family: TypeFacts
) -> dict[WireName, NamedAnnotation]:
    """Write the annotation of each property's field in the module of its type."""
    place, is_json = layout.places[name], layout.flavour.is_json
    return {
        row.name: _annotation(
            annotation(
                _untangled(row, family) if is_json else row.type,
                layout,
                place,
                place.class_name,
            ),
            may_be_none=not is_json or family.is_nullable(name, row.name),
        )
        for row in rows
    }


def field_views(
    rows: tuple[Property, ...],
    names: Mapping[WireName, PythonName],
    named: Mapping[WireName, NamedAnnotation],
    family: TypeFacts,
    special: Special | None,
) -> tuple[FieldView, ...]:
    """Make the views of the fields that have a name."""
    rows = tuple(row for row in rows if row.name in names)
    said = [remark(row.description, row.name, family.values_of(row)) for row in rows]
    has_gaps = any(said)
    return tuple(
        _field(
            row,
            names[row.name],
            named[row.name],
            special,
            text,
            has_gaps and row is not rows[-1],
        )
        for row, text in zip(rows, said, strict=True)
    )


def _untangled(row: Property, family: TypeFacts) -> TypeReference:
    """Return the type of a key, or none for one that a type checker may not resolve."""
    if key_name(row.name) is None and row.type.name in family.tangled:
        return replace(row.type, name=ANY_ANNOTATION)
    return row.type


def _annotation(named: NamedAnnotation, *, may_be_none: bool) -> NamedAnnotation:
    is_wider = may_be_none and named.name != "Any"
    return (
        replace(named, name=PythonCode(f"{named.name} | None")) if is_wider else named
    )


def _field(
    row: Property,
    name: PythonName,
    named: NamedAnnotation,
    special: Special | None,
    said: tuple[str, ...],
    has_gap: bool,
) -> FieldView:
    room = MARGIN - len(f"    {name}: {named.name} = ")
    is_narrow = len("(") <= room < len("None")
    return FieldView(
        name=name,
        annotation=named.name,
        wire_name=string_literal(row.name),
        default=PythonCode("(\n        None\n    )" if is_narrow else "None"),
        special=_special(row, name, named, special) if special else PythonCode(""),
        docstring=docstring(said, "    "),
        is_wide=room < len("("),
        has_gap=has_gap,
    )


def _special(
    row: Property, name: PythonName, named: NamedAnnotation, special: Special
) -> PythonCode:
    """Return what the codec cannot derive from a field's name and annotation, if anything."""
    items: list[str] = []
    if camel_case(name) != row.name:
        items.append(special.wire.format(string_literal(row.name)))
    if not named.is_found:
        items.append(special.type.format(string_literal(row.type.name)))
    return PythonCode(special.default.format(", ".join(items)) if items else "")


def key_names(rows: Iterable[Property]) -> dict[WireName, PythonName]:
    """Return the wire names that a class body can contain."""
    names = {row.name: key_name(row.name) for row in rows}
    return {wire: name for wire, name in names.items() if name is not None}


def key_views(
    rows: Iterable[Property], named: Mapping[WireName, NamedAnnotation]
) -> tuple[KeyView, ...]:
    """Make the views of keys that no class body can name."""
    return tuple(
        KeyView(name=string_literal(row.name), annotation=named[row.name].name)
        for row in rows
    )


def described_keys(rows: Iterable[Property], family: TypeFacts) -> tuple[str, ...]:
    """Return what a page says of keys that cannot have a docstring, a paragraph for each."""
    said = (
        (row.name, remark(row.description, row.name, family.values_of(row)))
        for row in rows
    )
    return tuple(f"`{name}`: {' '.join(text)}" for name, text in said if text)
