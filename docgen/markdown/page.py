"""The page: what a markdown file holds, as frozen values with their places.

Every text comes twice: `source` as it was written, `plain` as a reader sees it. Nothing here
knows what a table means; that is the business of `docgen.schema`.
"""

from typing import TypeAlias

from msgspec import Struct

from docgen.source import Span


class Link(Struct, frozen=True, array_like=True, kw_only=True):
    """A link, inline or by reference.

    `text` is the plain text between the brackets, on one line, and `target` the address as
    written, empty where a reference has no definition on the page. It covers the characters
    `start` to `end` of the text's `source`, brackets included; `span` is its place, on its first
    line.
    """

    text: str
    target: str
    span: Span
    start: int = 0
    end: int = 0


class Line(Struct, frozen=True, kw_only=True):
    """Where a further line of a text begins: its offset in `source` and its place on the page."""

    start: int
    line: int
    column: int


class Inline(Struct, frozen=True, kw_only=True):
    """The text of a heading, a cell, a paragraph or a list item.

    `source` is the markdown, without blanks around it, its escaped pipes still escaped, its HTML
    comments blanks, its lines joined by newlines (those of a broken row by blanks). `plain` is
    what a reader sees: no markup, entities decoded, `<br>` as a newline. `span` is the place of
    `source`, on its first line; `lines` are those behind it. Links stand in their order.
    """

    source: str
    plain: str
    span: Span
    links: tuple[Link, ...] = ()
    lines: tuple[Line, ...] = ()


class Row(Struct, frozen=True, kw_only=True):
    """A body row: as many cells as its table has columns, empty ones added where some lacked.

    `written` is how many cells the row has on the page. `span` covers the row without the blanks
    around it.
    """

    cells: tuple[Inline, ...]
    written: int
    span: Span


class Table(Struct, frozen=True, kw_only=True):
    """A pipe table. A recovered table that has no header row at all has `header == ()`."""

    header: tuple[Inline, ...]
    rows: tuple[Row, ...]
    span: Span


class Paragraph(Struct, frozen=True, kw_only=True):
    """Running text, its lines joined by newlines."""

    content: Inline


class Quote(Struct, frozen=True, kw_only=True):
    """A block quote; `[!NOTE]` and the like are part of its text."""

    content: Inline


class Items(Struct, frozen=True, kw_only=True):
    """The items of a bulleted or numbered list, nested ones after their parent."""

    items: tuple[Inline, ...]


class Fence(Struct, frozen=True, kw_only=True):
    """A block of code: `info` is the word after the backticks, `span` the opening line."""

    info: str
    body: str
    span: Span


class Annotation(Struct, frozen=True, kw_only=True):
    """A page's annotation: the JSON in an HTML comment.

    `json` is the object as canonical JSON text (repaired where it had to be; empty where that
    failed), `keys` the places of its top-level keys, `span` the opening of the comment.
    """

    json: str
    keys: tuple[tuple[str, Span], ...]
    span: Span


Block: TypeAlias = Paragraph | Quote | Items | Table | Fence | Annotation


class Heading(Struct, frozen=True, kw_only=True):
    """A heading of level 1 to 6; docfx tabs (`# [HTTP](#tab/http)`) are none."""

    level: int
    content: Inline


class Section(Struct, frozen=True, kw_only=True):
    """A heading and the blocks up to the next one. What precedes the first heading has `None`."""

    heading: Heading | None
    blocks: tuple[Block, ...]


class FrontMatterEntry(Struct, frozen=True, kw_only=True):
    """One `key: value` line of the front matter, quotes around the value taken away."""

    key: str
    value: str
    span: Span


class Page(Struct, frozen=True, kw_only=True):
    """One markdown file: `path` in the page set, decoded `text`, and what was found in it.

    `sections` stand in the order of the page, flat, whatever their levels.
    """

    path: str
    text: str
    front_matter: tuple[FrontMatterEntry, ...]
    sections: tuple[Section, ...]
