"""Properties as keys of a `TypedDict`: those that a class body can name, and the others."""

from collections.abc import Iterable, Mapping

from docgen.python.descriptions import remark
from docgen.python.family import Family
from docgen.python.literals import string_literal
from docgen.python.names import PythonName, key_name
from docgen.python.references import Named
from docgen.python.views import KeyView
from docgen.schema.model import Property, WireName


def key_names(rows: Iterable[Property]) -> dict[WireName, PythonName]:
    """Give the names on the wire that a class body can have."""
    names = {row.name: key_name(row.name) for row in rows}
    return {wire: name for wire, name in names.items() if name is not None}


def key_views(
    rows: Iterable[Property], named: Mapping[WireName, Named]
) -> tuple[KeyView, ...]:
    """Make the views of keys that no class body can name."""
    return tuple(
        KeyView(name=string_literal(row.name), annotation=named[row.name].name)
        for row in rows
    )


def described_keys(rows: Iterable[Property], family: Family) -> tuple[str, ...]:
    """Give what a page says of keys that can't have a docstring, a paragraph for each."""
    said = (
        (row.name, remark(row.description, row.name, family.values_of(row)))
        for row in rows
    )
    return tuple(f"`{name}`: {' '.join(text)}" for name, text in said if text)
