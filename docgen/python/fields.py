"""From the properties of a type to the views of its class's fields."""

from collections.abc import Mapping

from msgspec.structs import replace

from docgen.python.descriptions import remark
from docgen.python.docstrings import docstring
from docgen.python.family import Family
from docgen.python.flavours import Special
from docgen.python.layout import Layout
from docgen.python.literals import MARGIN, Code, string_literal
from docgen.python.names import PythonName, camel_case, key_name
from docgen.python.references import UNTYPED, Named, annotation
from docgen.python.views import FieldView
from docgen.schema.model import Property, QualifiedName, TypeReference, WireName


def annotations(
    rows: tuple[Property, ...], name: QualifiedName, layout: Layout, family: Family
) -> dict[WireName, Named]:
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
    named: Mapping[WireName, Named],
    family: Family,
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


def _untangled(row: Property, family: Family) -> TypeReference:
    """Give the type of a key, or none for one that a checker may not be able to follow."""
    if key_name(row.name) is None and row.type.name in family.tangled:
        return replace(row.type, name=UNTYPED)
    return row.type


def _annotation(named: Named, *, may_be_none: bool) -> Named:
    is_wider = may_be_none and named.name != "Any"
    return replace(named, name=Code(f"{named.name} | None")) if is_wider else named


def _field(
    row: Property,
    name: PythonName,
    named: Named,
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
        default=Code("(\n        None\n    )" if is_narrow else "None"),
        special=_special(row, name, named, special) if special else Code(""),
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
