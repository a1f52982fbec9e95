"""Facts that CSDL says by terms of the OData vocabularies: a fact in, its annotation out."""

from collections.abc import Iterable, Iterator, Sequence

from docgen.export.csdl.elements import Element, element, legal
from docgen.export.csdl.identifiers import CORE, VALIDATION
from docgen.export.literals import INTEGERS, literal
from docgen.schema.model import Property

_CONSTANTS = {"Edm.String": "String", **dict.fromkeys(INTEGERS, "Int")}
"""Types of which the vocabulary can list values → how it writes one."""


def description(text: str | None) -> Iterator[Element]:
    """Return `Core.Description`, if there is a text."""
    if text is not None and legal(text):
        yield _annotation(f"{CORE}.Description", {"String": text})


def unsaid(notes: Sequence[str]) -> Iterator[Element]:
    """Return `Core.LongDescription`, if there is anything that CSDL has no other word for."""
    if notes:
        yield _annotation(f"{CORE}.LongDescription", {"String": "\n".join(notes)})


def deprecated(is_deprecated: bool | None) -> Iterator[Element]:
    """Return `Core.Revisions` for what is deprecated."""
    if is_deprecated:
        kind = {"Property": "Kind", "EnumMember": f"{CORE}.RevisionKind/Deprecated"}
        reason = {"Property": "Description", "String": "Said to be deprecated."}
        record = element(
            "Record",
            {},
            element("PropertyValue", kind),
            element("PropertyValue", reason),
        )
        yield _annotation(f"{CORE}.Revisions", {}, element("Collection", {}, record))


def permissions(read_only: bool | None) -> Iterator[Element]:
    """Return `Core.Permissions` where a page tells whether a property can be written."""
    if read_only is not None:
        permission = "Read" if read_only else "ReadWrite"
        value = {"EnumMember": f"{CORE}.Permission/{permission}"}
        yield _annotation(f"{CORE}.Permissions", value)


def allowed_values(row: Property) -> Iterator[Element]:
    """Return `Validation.AllowedValues` for a primitive property whose values a page lists."""
    constant = _CONSTANTS.get(row.type.name)
    values = [literal(text, row.type.name) for text in row.values] if constant else []
    if constant and values and None not in values:
        records = _records(constant, (one for one in values if one is not None))
        collection = element("Collection", {}, *records)
        yield _annotation(f"{VALIDATION}.AllowedValues", {}, collection)


def _records(constant: str, values: Iterable[str]) -> Iterator[Element]:
    for value in values:
        allowed = {"Property": "Value", constant: value}
        yield element("Record", {}, element("PropertyValue", allowed))


def _annotation(term: str, value: dict[str, str], *children: Element) -> Element:
    return element("Annotation", {"Term": term, **value}, *children)
