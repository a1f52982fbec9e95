"""XML elements, the annotations of the OData vocabularies, and the document as indented XML.

The document is well-formed XML 1.0 whatever strings the attributes have: characters that XML does
not allow are removed, and newlines and tabs are written as character references.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.export.csdl.content import CORE, VALIDATION
from docgen.export.literals import INTEGERS, literal
from docgen.export.origin import MARK
from docgen.regex import Regex
from docgen.schema.model import Property

_ILLEGAL = Regex("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\t": "&#9;",
        "\n": "&#10;",
        "\r": "&#13;",
    }
)


class XmlElement(Struct, frozen=True, kw_only=True):
    """An XML element; it has no text content."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple["XmlElement", ...] = ()


_CONSTANTS = {"Edm.String": "String", **dict.fromkeys(INTEGERS, "Int")}
"""The types whose values `Validation.AllowedValues` can list, and the attribute for a value."""


def element(
    name: str, attributes: Mapping[str, str | None], *children: XmlElement
) -> XmlElement:
    """Return an element; an attribute that is `None` is omitted."""
    known = tuple(
        (key, value) for key, value in attributes.items() if value is not None
    )
    return XmlElement(name=name, attributes=known, children=children)


def document_text(root: XmlElement) -> str:
    """Return a document with one element per line, indented by two spaces per level."""
    lines = _lines(root, "")
    head = ('<?xml version="1.0" encoding="utf-8"?>', f"<!-- {MARK} -->")
    return "".join(f"{line}\n" for line in (*head, *lines))


def legal(text: str) -> str:
    """Return `text` without the characters that XML 1.0 does not allow."""
    return _ILLEGAL.sub("", text)


def _lines(one: XmlElement, indent: str) -> Iterator[str]:
    attributes = "".join(f' {key}="{_escaped(text)}"' for key, text in one.attributes)
    head = f"{indent}<{one.name}{attributes}"
    if not one.children:
        yield f"{head} />"
        return
    yield f"{head}>"
    for child in one.children:
        yield from _lines(child, indent + "  ")
    yield f"{indent}</{one.name}>"


def _escaped(text: str) -> str:
    return legal(text).translate(_ESCAPES)


def description_element(text: str | None) -> Iterator[XmlElement]:
    """Yield `Core.Description`, if there is a description."""
    if text is not None and legal(text):
        yield _annotation(f"{CORE}.Description", {"String": text})


def long_description(notes: Sequence[str]) -> Iterator[XmlElement]:
    """Yield `Core.LongDescription`, if there are notes on what CSDL can't express."""
    if notes:
        yield _annotation(f"{CORE}.LongDescription", {"String": "\n".join(notes)})


def deprecated(is_deprecated: bool | None, notice: str = "") -> Iterator[XmlElement]:
    """Yield `Core.Revisions` for a deprecated declaration, with what the page says about it."""
    if is_deprecated:
        kind = {"Property": "Kind", "EnumMember": f"{CORE}.RevisionKind/Deprecated"}
        reason = {
            "Property": "Description",
            "String": notice or "Marked as deprecated.",
        }
        record = element(
            "Record",
            {},
            element("PropertyValue", kind),
            element("PropertyValue", reason),
        )
        yield _annotation(f"{CORE}.Revisions", {}, element("Collection", {}, record))


def permissions(read_only: bool | None) -> Iterator[XmlElement]:
    """Yield `Core.Permissions` if a page says whether a property can be written."""
    if read_only is not None:
        permission = "Read" if read_only else "ReadWrite"
        value = {"EnumMember": f"{CORE}.Permission/{permission}"}
        yield _annotation(f"{CORE}.Permissions", value)


def allowed_values(row: Property) -> Iterator[XmlElement]:
    """Yield `Validation.AllowedValues` for a primitive property whose values a page lists."""
    constant = _CONSTANTS.get(row.type.name)
    values = [literal(text, row.type.name) for text in row.values] if constant else []
    if constant and values and None not in values:
        records = _records(constant, (one for one in values if one is not None))
        collection = element("Collection", {}, *records)
        yield _annotation(f"{VALIDATION}.AllowedValues", {}, collection)


def _records(constant: str, values: Iterable[str]) -> Iterator[XmlElement]:
    for value in values:
        allowed = {"Property": "Value", constant: value}
        yield element("Record", {}, element("PropertyValue", allowed))


def _annotation(term: str, value: dict[str, str], *children: XmlElement) -> XmlElement:
    return element("Annotation", {"Term": term, **value}, *children)
