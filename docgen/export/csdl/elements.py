"""XML elements: names, attributes and children in, indented text out.

Whatever text an attribute holds, what comes out is well-formed XML 1.0: characters that XML has
no place for are dropped, and line ends and tabs survive as references.
"""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

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


class Element(Struct, frozen=True, kw_only=True):
    """An element of XML without text of its own."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple["Element", ...] = ()


def element(
    name: str, attributes: Mapping[str, str | None], *children: Element
) -> Element:
    """Make an element; an attribute that is `None` is left out."""
    known = tuple(
        (key, value) for key, value in attributes.items() if value is not None
    )
    return Element(name=name, attributes=known, children=children)


def document_text(root: Element) -> str:
    """Return a document as text, one element per line, indented by two spaces per level."""
    lines = _lines(root, "")
    return "".join(
        ('<?xml version="1.0" encoding="utf-8"?>\n', *(f"{line}\n" for line in lines))
    )


def legal(text: str) -> str:
    """Return `text` without the characters that XML 1.0 has no place for."""
    return _NO_CHARACTER.sub("", text)


def _lines(one: Element, indent: str) -> Iterator[str]:
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
