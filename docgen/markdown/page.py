"""The page: the content of a markdown file as frozen values with their positions.

All text is stored twice: `source` is the markdown, `plain` is what a reader sees. `docgen.extract`
determines the meaning of tables.
"""

from typing import TypeAlias

from msgspec import Struct

from docgen.source import Span, shifted


class Link(Struct, frozen=True, array_like=True, kw_only=True):
    """A link, inline or by reference.

    `text` is the plain text between the brackets, on one line; `docgen.extract` makes it empty if
    it is a translation of a name. `target` is the address as written, empty if the page does not
    define the reference. The link covers the characters `start` to `end` of the `source` around
    it, brackets included; `span` is its part on its first line.
    """

    text: str
    target: str
    span: Span
    start: int = 0
    end: int = 0


class LineStart(Struct, frozen=True, kw_only=True):
    """Where a line of a multi-line `Inline` begins: the offset in `source`, and the position."""

    start: int
    line: int
    column: int


class Inline(Struct, frozen=True, kw_only=True):
    """The content of a heading, a cell, a paragraph or a list item.

    `source` is the markdown, stripped, with escaped pipes as written and spaces for HTML comments
    and for the characters of `docgen.markdown.invisible`. Its lines are joined by spaces, or by a
    newline where a reader sees a line break. `plain` is what a reader sees: no markup, entities
    decoded, a newline for `<br>`. `span` is the part of `source` on its first line; `lines` are
    the other lines. Links are in the order of the text.
    """

    source: str
    plain: str
    span: Span
    links: tuple[Link, ...] = ()
    lines: tuple[LineStart, ...] = ()


class Row(Struct, frozen=True, kw_only=True):
    """A body row with as many cells as its table has columns; missing cells are empty.

    `cell_count` is the number of cells that the row has on the page, `span` its first line
    without the whitespace around it, `line_count` the number of its lines. `is_title` means that
    its first cell spans all columns.
    """

    cells: tuple[Inline, ...]
    cell_count: int
    span: Span
    line_count: int = 1
    is_title: bool = False


class Table(Struct, frozen=True, kw_only=True):
    """A pipe table; `header` is empty if the page has no header row for it."""

    header: tuple[Inline, ...]
    rows: tuple[Row, ...]
    span: Span


class Paragraph(Struct, frozen=True, kw_only=True):
    """A paragraph; a joined table whose rows can't be separated is one, and is reported."""

    content: Inline
    is_joined_table: bool = False


class BlockQuote(Struct, frozen=True, kw_only=True):
    """A block quote; `[!NOTE]` and the like are part of its text, as are the `items` of lists."""

    content: Inline
    items: tuple[Inline, ...] = ()


class ListBlock(Struct, frozen=True, kw_only=True):
    """A bulleted or numbered list; nested items are after their parent."""

    items: tuple[Inline, ...]


class Fence(Struct, frozen=True, kw_only=True):
    """A fenced code block: `info` is the word after the backticks, `span` the opening line.

    `columns` are where the lines of `body` begin on the page; empty if all begin at column 1.
    """

    info: str
    body: str
    span: Span
    columns: tuple[int, ...] = ()

    def column(self, line: int) -> int:
        """Return the column at which a line of `body`, from 0, begins."""
        return self.columns[line] if line < len(self.columns) else 1

    @property
    def start(self) -> Span:
        """The position of `body`, from which spans in it can be counted."""
        return Span(self.span.line + 1)

    def on_page(self, span: Span) -> Span:
        """Return the position of a span in `body` whose columns were counted in its line."""
        return shifted(span, self.column(span.line - self.start.line) - 1)


class Annotation(Struct, frozen=True, kw_only=True):
    """An annotation of the page: the JSON in an HTML comment.

    `json` is the object as canonical JSON (repaired if necessary; empty if that failed), `keys`
    are its top-level keys with their positions, `span` is the `<!--`.
    """

    json: str
    keys: tuple[tuple[str, Span], ...]
    span: Span


Block: TypeAlias = Paragraph | BlockQuote | ListBlock | Table | Fence | Annotation


class Heading(Struct, frozen=True, kw_only=True):
    """A heading of level 1 to 6; docfx tabs (`# [HTTP](#tab/http)`) are not headings."""

    level: int
    content: Inline


class Section(Struct, frozen=True, kw_only=True):
    """A heading and the blocks up to the next one; `heading` is None before the first heading."""

    heading: Heading | None
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The plain text of the heading; empty without one."""
        return self.heading.content.plain if self.heading else ""


class FrontMatterEntry(Struct, frozen=True, kw_only=True):
    """One `key: value` line of the front matter, without the quotes around the value."""

    key: str
    value: str
    span: Span


class Zone(Struct, frozen=True, array_like=True):
    """A `moniker` or `zone` of a page: its first and last line."""

    first: int
    last: int


class Page(Struct, frozen=True, kw_only=True):
    """One markdown file: its `path` in the page set, its decoded `text`, and the parsed content.

    `sections` are flat, in the order of the page, whatever their levels. A reader sees some of the
    `zones` only, and all other content.
    """

    path: str
    text: str
    front_matter: tuple[FrontMatterEntry, ...]
    sections: tuple[Section, ...]
    zones: tuple[Zone, ...] = ()
