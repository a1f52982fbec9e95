"""Sections: divide the block tokens and the annotations of a page into its sections.

Sections are flat, whatever their levels. Tables and fences in lists and quotes become blocks of
the section around them.
"""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token
from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic, quote
from docgen.markdown.blocks import (
    FRAGMENTS,
    HEADING,
    IS_TOO_DEEP,
    LACKS_SPACE,
    LEVEL,
    LINE_COLUMNS,
    BlockTokens,
)
from docgen.markdown.fragments import Fragment
from docgen.markdown.html_tables import HtmlTable
from docgen.markdown.inline import InlineParser
from docgen.markdown.page import (
    Annotation,
    Block,
    BlockQuote,
    Fence,
    Heading,
    ListBlock,
    Paragraph,
    Section,
)
from docgen.markdown.tabbed_tables import is_exact_title_of_rows
from docgen.markdown.table_lines import HTML_TABLE, TABLE, TableLines
from docgen.markdown.tables import OpenTable, TableBuilder, is_table
from docgen.regex import Regex

_TAB = Regex(r"\[[^\[\]]*\]\(#tab/")
_ATTRIBUTES = Regex(r"(?:\s*\{:?\s*(?:[#.][^{}\n]{0,200}|-)\}|\s?\u00b6)\s*\Z")
"""Attributes of a heading, `{#id .class}`, and the mark of a link to itself."""
_QUOTE, _LIST = "quote", "list"
_OPENINGS = {
    "blockquote_open": _QUOTE,
    "bullet_list_open": _LIST,
    "ordered_list_open": _LIST,
}
_CLOSINGS = frozenset({"blockquote_close", "bullet_list_close", "ordered_list_close"})


def sections(
    path: str, blocks: BlockTokens, annotations: Sequence[Annotation]
) -> Result[tuple[Section, ...]]:
    """Divide the blocks of a page into its sections; parse the inline content."""
    builder = _SectionBuilder(path, blocks, annotations)
    found = tuple(builder.build(blocks.tokens))
    return Result(found, builder.diagnostics)


class _SectionBuilder:
    """Builds the sections of one page from its tokens, one after the other."""

    def __init__(
        self, path: str, blocks: BlockTokens, annotations: Sequence[Annotation]
    ) -> None:
        self._path = path
        self._inlines = InlineParser(path, blocks.references)
        self._tables = TableBuilder(path, self._inlines)
        self._annotations = list(reversed(annotations))
        self._diagnostics: list[Diagnostic] = []
        self._section = _OpenSection(None)
        self._container = _Container()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return the diagnostics of all sections."""
        return (
            *self._diagnostics,
            *self._tables.diagnostics,
            *self._inlines.diagnostics,
        )

    def build(self, tokens: Sequence[Token]) -> Iterator[Section]:
        """Return the sections, each when the next one begins."""
        for token in tokens:
            heading = self._heading(token) if token.type == HEADING else None
            if heading is None:
                self._add_token(token)
                continue
            if self._container.is_open:
                self._add_container()
                self._container.restart(heading.content.span.line)
            yield from self._close(before=heading.content.span.line)
            self._section = _OpenSection(heading)
        yield from self._close(before=None)

    def _heading(self, token: Token) -> Heading | None:
        """Return the heading; None if it is a docfx tab, or in a list or quote.

        A title such as Properties is a heading anywhere, because the rows below it are read.
        """
        (text,) = _fragments(token)
        is_inner = self._container.is_open and not is_exact_title_of_rows(text.text)
        if is_inner or _TAB.match(text.text):
            return None
        if token.meta[LACKS_SPACE]:
            self._report(
                Code.INVALID_HEADING,
                f"heading {quote(text.text)} has no space after its `#`",
                text,
                "add a space between `#` and the text",
            )
        content = self._inlines.parse((text,))
        plain = _ATTRIBUTES.sub("", content.plain)
        if plain != content.plain:
            content = replace(content, plain=plain)
        return Heading(level=int(token.meta[LEVEL]), content=content)

    def _close(self, before: int | None) -> Iterator[Section]:
        """Close the section, with the annotations that are before the next heading."""
        annotations: list[Annotation] = []
        while self._annotations and (
            before is None or self._annotations[-1].span.line < before
        ):
            annotations.append(self._annotations.pop())
        section = self._section.close(annotations)
        if section is not None:
            yield section

    def _add_token(self, token: Token) -> None:
        line = token.map[0] + 1 if token.map else 0
        if token.type == "inline":
            self._add_paragraph(token, line)
        elif token.type == "fence":
            self._section.add(line, _fence(token))
        elif token.type == TABLE:
            self._add_table(token.meta[TABLE], line)
        elif token.type == HTML_TABLE:
            self._add_html_table(token.meta[HTML_TABLE], line)
        elif token.type == HEADING and self._container.is_open:
            self._container.add(_fragments(token))
        else:
            self._add_to_container(token, line)

    def _add_paragraph(self, token: Token, line: int) -> None:
        fragments = _fragments(token)
        if token.meta[IS_TOO_DEEP]:
            self._report(
                Code.OVERSIZED_TEXT,
                "lists and quotes are nested too deeply",
                fragments[0],
                "remove some levels",
            )
        self._add_text(fragments, line)

    def _add_table(self, lines: TableLines, line: int) -> None:
        last = self._section.last_table
        joined = lines.joined
        if joined is not None:
            self._tables.report_joined(joined)
            if joined.rows:
                self._add_text(joined.before, line)
                self._section.add(line, self._tables.open(lines))
                self._add_text(joined.after, line)
            else:
                self._add_text(joined.lines, line, is_joined_table=True)
        elif last is not None and last.is_continued_by(lines):
            self._tables.extend(last, lines)
        elif is_table(lines):
            self._section.add(line, self._tables.open(lines))
        else:
            self._add_text(lines.rows, line)

    def _add_html_table(self, html: HtmlTable, line: int) -> None:
        self._section.add(line, self._tables.open_html(html))
        for text in html.outside:
            self._add_text(text, line)

    def _add_text(
        self,
        fragments: tuple[Fragment, ...],
        line: int,
        *,
        is_joined_table: bool = False,
    ) -> None:
        if self._container.is_open:
            self._container.add(fragments)
        elif fragments:
            content = self._inlines.parse(fragments)
            paragraph = Paragraph(content=content, is_joined_table=is_joined_table)
            self._section.add(line, paragraph)

    def _add_to_container(self, token: Token, line: int) -> None:
        container = self._container
        if token.type == "list_item_open":
            container.begin_item()
        elif token.type in _OPENINGS:
            container.open(token.type, line)
        elif token.type in _CLOSINGS and container.close():
            self._add_container()
            self._container = _Container()

    def _add_container(self) -> None:
        block = self._container.block(self._inlines)
        if block is not None:
            self._section.add(self._container.line, block)

    def _report(self, code: Code, message: str, where: Fragment, help: str) -> None:
        found = diagnostic(code, message, self._path, where.span, help)
        self._diagnostics.append(found)


def _fragments(token: Token) -> tuple[Fragment, ...]:
    fragments: tuple[Fragment, ...] = token.meta[FRAGMENTS]
    return fragments


def _fence(token: Token) -> Fence:
    words = token.info.split(maxsplit=1)
    (opening,) = _fragments(token)
    info = words[0] if words else ""
    columns: tuple[int, ...] = token.meta[LINE_COLUMNS]
    return Fence(info=info, body=token.content, span=opening.span, columns=columns)


class _OpenSection:
    """A section that is being built; the first one may have no heading."""

    def __init__(self, heading: Heading | None) -> None:
        self.last_table: OpenTable | None = None
        self._heading = heading
        self._blocks: list[tuple[int, Block | OpenTable]] = []

    def add(self, line: int, block: Block | OpenTable) -> None:
        """Add a block that begins at `line`; the order of calls need not be that of lines."""
        self._blocks.append((line, block))
        if isinstance(block, OpenTable):
            self.last_table = block

    def close(self, annotations: Sequence[Annotation]) -> Section | None:
        """Return the section with its `annotations`; None if it is empty."""
        for annotation in annotations:
            self.add(annotation.span.line, annotation)
        if self._heading is None and not self._blocks:
            return None
        self._blocks.sort(key=lambda placed: placed[0])
        blocks = tuple(
            block.close() if isinstance(block, OpenTable) else block
            for _, block in self._blocks
        )
        return Section(heading=self._heading, blocks=blocks)


class _Container:
    """An outermost list or quote; what is nested in it becomes part of its text."""

    def __init__(self) -> None:
        self.line = 0
        self._kind = ""
        self._depth = 0
        self._items: list[list[Fragment]] = []
        self._quoted_items: list[list[Fragment]] = []

    @property
    def is_open(self) -> bool:
        """Return whether the current token is in a list or quote."""
        return self._depth > 0

    def open(self, token_type: str, line: int) -> None:
        """Begin the list or quote, or one that is nested in it."""
        self._depth += 1
        if self._depth == 1:
            self.line, self._kind, self._items = line, _OPENINGS[token_type], [[]]

    def restart(self, line: int) -> None:
        """Continue without the text so far, in the section of the heading at `line`."""
        self.line, self._items, self._quoted_items = line, [[]], []

    def begin_item(self) -> None:
        """Begin a list item; in a quote, items are lines of the text, too."""
        if self._kind == _LIST:
            self._items.append([])
        else:
            self._quoted_items.append([])

    def add(self, fragments: tuple[Fragment, ...]) -> None:
        """Add the lines of a block; a line break follows it."""
        if fragments:
            *lines, last = fragments
            added = [*lines, replace(last, has_break=True)]
            self._items[-1] += added
            if self._quoted_items:
                self._quoted_items[-1] += added

    def close(self) -> bool:
        """End the innermost list or quote; return whether it was the outermost."""
        self._depth -= 1
        return self._depth == 0

    def block(self, inlines: InlineParser) -> ListBlock | BlockQuote | None:
        """Return the list or quote; None if it has no text."""
        items = tuple(inlines.parse(item) for item in self._items if item)
        if not items:
            return None
        if self._kind == _QUOTE:
            quoted = (inlines.parse(item) for item in self._quoted_items if item)
            return BlockQuote(content=items[0], items=tuple(quoted))
        return ListBlock(items=items)
