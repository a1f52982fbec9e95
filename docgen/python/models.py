"""From a structured type to the view of its class."""

from collections.abc import Mapping

from docgen.diagnostics import Checked, Diagnostic
from docgen.python.descriptions import remark
from docgen.python.docstrings import docstring
from docgen.python.family import Family
from docgen.python.flavours import Special
from docgen.python.imports import Import, ModuleImports, module_imports
from docgen.python.layout import Layout, Place
from docgen.python.literals import MARGIN, Code, string_literal
from docgen.python.names import PythonName, camel_case
from docgen.python.references import Named, annotation, class_at
from docgen.python.views import FieldView, ModelView
from docgen.python.words import changed_name, type_docstring
from docgen.schema.model import (
    Property,
    QualifiedName,
    StructuredType,
    WireName,
)
from docgen.schema.names import short_name


def model_view(
    type_: StructuredType, layout: Layout, family: Family
) -> Checked[ModelView]:
    """Make the view of a class, and a note for each name that was changed."""
    place = layout.places[type_.name]
    rows = tuple(family.own[type_.name].values())
    names = family.field_names[type_.name]
    named = [annotation(row.type, layout, place, place.class_name) for row in rows]
    base = _base(type_, layout, place)
    fields = _fields(rows, names, named, family.values, layout.flavour.special)
    view = ModelView(
        module_docstring=docstring((f"The model of `{type_.name}`.",)),
        imports=_imports(named, base, fields, layout),
        name=place.class_name,
        base=PythonName(base.name),
        docstring=type_docstring(type_),
        fields=fields,
    )
    return Checked(view, _notes(type_, place, rows, names))


def _base(type_: StructuredType, layout: Layout, place: Place) -> Named:
    target = layout.places.get(type_.base_type) if type_.base_type else None
    if target is None or target == place:
        model = layout.imported(layout.flavour.base)
        return Named(name=Code(model.name), imports=frozenset({model}))
    return class_at(target, layout, place, place.class_name)


def _fields(
    rows: tuple[Property, ...],
    names: Mapping[WireName, PythonName],
    named: list[Named],
    values: Mapping[QualifiedName, frozenset[str]],
    special: Special,
) -> tuple[FieldView, ...]:
    said = [
        remark(row.description, row.name, values.get(row.type.name, frozenset()))
        for row in rows
    ]
    has_gaps = any(said)
    return tuple(
        _field(
            row, names[row.name], type_, special, text, has_gaps and row is not rows[-1]
        )
        for row, type_, text in zip(rows, named, said, strict=True)
    )


def _field(
    row: Property,
    name: PythonName,
    named: Named,
    special: Special,
    said: tuple[str, ...],
    has_gap: bool,
) -> FieldView:
    annotation = named.name if named.name == "Any" else Code(f"{named.name} | None")
    room = MARGIN - len(f"    {name}: {annotation} = ")
    is_narrow = len("(") <= room < len("None")
    return FieldView(
        name=name,
        annotation=annotation,
        wire_name=string_literal(row.name),
        default=Code("(\n        None\n    )" if is_narrow else "None"),
        special=_special(row, name, named, special),
        docstring=docstring(said, "    "),
        is_wide=room < len("("),
        has_gap=has_gap,
    )


def _special(row: Property, name: PythonName, named: Named, special: Special) -> Code:
    """Say what the codec can't tell from a field's name and annotation, if there is anything."""
    items: list[str] = []
    if camel_case(name) != row.name:
        items.append(special.wire.format(string_literal(row.name)))
    if not named.is_found:
        items.append(special.type.format(string_literal(row.type.name)))
    return Code(special.default.format(", ".join(items)) if items else "")


def _imports(
    named: list[Named], base: Named, fields: tuple[FieldView, ...], layout: Layout
) -> ModuleImports:
    flavour = layout.flavour
    is_special = any(field.special for field in fields)
    return module_imports(
        frozenset[Import]().union(*(type_.imports for type_ in named)),
        base.imports | flavour.needed,
        frozenset({flavour.needed_for_special} if is_special else ()),
        layout.package,
    )


def _notes(
    type_: StructuredType,
    place: Place,
    rows: tuple[Property, ...],
    names: Mapping[WireName, PythonName],
) -> tuple[Diagnostic, ...]:
    short = short_name(type_.name)
    return (
        *changed_name(place.class_name, short, type_.sources, "type"),
        *(
            note
            for row in rows
            for note in changed_name(
                names[row.name], row.name, (row.source,), "property"
            )
        ),
    )
