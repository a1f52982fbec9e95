"""XML elements: names, attributes and children in, indented text out.

Whatever text an attribute holds, what comes out is well-formed XML 1.0: characters that XML has
no place for are dropped, and line ends and tabs survive as references.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.export.csdl.content import CORE, VALIDATION
from docgen.export.literals import INTEGERS, literal
from docgen.schema.model import Property

_NO_CHARACTER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

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
    """An element of XML without text of its own."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple["XmlElement", ...] = ()


_CONSTANTS = {"Edm.String": "String", **dict.fromkeys(INTEGERS, "Int")}
"""Types of which the vocabulary can list values → how it writes one."""


def element(
    name: str, attributes: Mapping[str, str | None], *children: XmlElement
) -> XmlElement:
    """Make an element; an attribute that is `None` is left out."""
    known = tuple(
        (key, value) for key, value in attributes.items() if value is not None
    )
    return XmlElement(name=name, attributes=known, children=children)


def document_text(root: XmlElement) -> str:
    """Return a document as text, one element per line, indented by two spaces per level."""
    lines = _lines(root, "")
    return "".join(
        ('<?xml version="1.0" encoding="utf-8"?>\n', *(f"{line}\n" for line in lines))
    )


def legal(text: str) -> str:
    """Return `text` without the characters that XML 1.0 has no place for."""
    return _NO_CHARACTER.sub("", text)


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
    """Return `Core.Description`, if there is a text."""
    if text is not None and legal(text):
        yield _annotation(f"{CORE}.Description", {"String": text})


def unsaid(notes: Sequence[str]) -> Iterator[XmlElement]:
    """Return `Core.LongDescription`, if there is anything that CSDL has no other word for."""
    if notes:
        yield _annotation(f"{CORE}.LongDescription", {"String": "\n".join(notes)})


def deprecated(is_deprecated: bool | None) -> Iterator[XmlElement]:
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


def permissions(read_only: bool | None) -> Iterator[XmlElement]:
    """Return `Core.Permissions` where a page tells whether a property can be written."""
    if read_only is not None:
        permission = "Read" if read_only else "ReadWrite"
        value = {"EnumMember": f"{CORE}.Permission/{permission}"}
        yield _annotation(f"{CORE}.Permissions", value)


def allowed_values(row: Property) -> Iterator[XmlElement]:
    """Return `Validation.AllowedValues` for a primitive property whose values a page lists."""
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
