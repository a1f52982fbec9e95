"""Sections: tokens of blocks and annotations enter, the flat sections of a page leave.

Tables and fences in lists and quotes are taken to the section that they stand in.
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic, quote
from docgen.markdown.block_rules import HEADING, IS_TIGHT, LEVEL, PIECES, TOO_DEEP
from docgen.markdown.blocks import BlockTokens
from docgen.markdown.containers import CLOSINGS, OPENINGS, Container
from docgen.markdown.inline import Texts
from docgen.markdown.open_section import OpenSection
from docgen.markdown.page import Annotation, Fence, Heading, Paragraph, Section
from docgen.markdown.piece import Piece
from docgen.markdown.table_lines import TABLE, TableLines
from docgen.markdown.tables import Tables, is_table
from docgen.source import Span

_TAB = re.compile(r"\[[^\[\]]*\]\(#tab/")


def sections(
    path: str, blocks: BlockTokens, annotations: Sequence[Annotation]
) -> Result[tuple[Section, ...]]:
    """Sort the blocks of a page into its sections."""
    builder = _Sections(path, Texts(path, blocks.references), annotations)
    made = tuple(builder.made(blocks.tokens))
    return Result(made, builder.told())


class _Sections:
    """The sections of one page while its tokens pass by."""

    def __init__(
        self, path: str, texts: Texts, annotations: Sequence[Annotation]
    ) -> None:
        self._path = path
        self._texts = texts
        self._tables = Tables(path, texts)
        self._annotations = list(reversed(annotations))
        self._told: list[Diagnostic] = []
        self._section = OpenSection(None)
        self._container = Container()

    def made(self, tokens: Sequence[Token]) -> Iterator[Section]:
        """Give the sections, each when the next one begins."""
        for token in tokens:
            heading = self._heading(token) if token.type == HEADING else None
            if heading is None:
                self._take(token)
                continue
            yield from self._closed(before=heading.content.span.line)
            self._section = OpenSection(heading)
        yield from self._closed(before=None)

    def told(self) -> tuple[Diagnostic, ...]:
        """Give what there was to tell."""
        return (*self._told, *self._tables.told, *self._texts.told)

    def _heading(self, token: Token) -> Heading | None:
        """Give the heading, None if it is a tab, or no more than text in a list or quote."""
        (text,) = _pieces(token)
        if self._container.is_open or _TAB.match(text.text):
            return None
        if token.meta[IS_TIGHT]:
            self._tell(
                Code.INVALID_HEADING,
                f"the heading {quote(text.text)} has no blank behind its `#`",
                text,
                "write a blank between `#` and the text",
            )
        content = self._texts.paragraph((text,))
        return Heading(level=int(token.meta[LEVEL]), content=content)

    def _closed(self, before: int | None) -> Iterator[Section]:
        """Close the section, with the annotations that stand before the next heading."""
        mine: list[Annotation] = []
        while self._annotations and (
            before is None or self._annotations[-1].span.line < before
        ):
            mine.append(self._annotations.pop())
        section = self._section.closed(mine)
        if section is not None:
            yield section

    def _take(self, token: Token) -> None:
        line = token.map[0] + 1 if token.map else 0
        if token.type == "inline":
            self._take_text(token, line)
        elif token.type == "fence":
            self._section.add(line, _fence(token))
        elif token.type == TABLE:
            self._take_table(token.meta[TABLE], line)
        elif token.type == HEADING and self._container.is_open:
            self._container.add(_pieces(token))
        else:
            self._take_container(token, line)

    def _take_text(self, token: Token, line: int) -> None:
        pieces = _pieces(token)
        if token.meta[TOO_DEEP]:
            self._tell(
                Code.OVERSIZED_TEXT,
                "the lists and quotes are nested too deep to be read",
                pieces[0],
                "take some levels away",
            )
        self._add_text(pieces, line)

    def _take_table(self, lines: TableLines, line: int) -> None:
        last = self._section.last_table
        if last is not None and last.is_continued_by(lines):
            self._tables.go_on(last, lines)
        elif is_table(lines):
            self._section.add(line, self._tables.open(lines))
        else:
            self._add_text(lines.rows, line)

    def _add_text(self, pieces: tuple[Piece, ...], line: int) -> None:
        if self._container.is_open:
            self._container.add(pieces)
        elif pieces:
            content = self._texts.paragraph(pieces)
            self._section.add(line, Paragraph(content=content))

    def _take_container(self, token: Token, line: int) -> None:
        container = self._container
        if token.type == "list_item_open":
            container.begin_item()
        elif token.type in OPENINGS:
            container.open(token.type, line)
        elif token.type in CLOSINGS and container.close():
            block = container.block(self._texts)
            if block is not None:
                self._section.add(container.line, block)
            self._container = Container()

    def _tell(self, code: Code, message: str, place: Piece, help: str) -> None:
        span = Span(place.line, place.column, place.column + len(place.text))
        self._told.append(diagnostic(code, message, self._path, span, help))


def _pieces(token: Token) -> tuple[Piece, ...]:
    pieces: tuple[Piece, ...] = token.meta[PIECES]
    return pieces


def _fence(token: Token) -> Fence:
    words = token.info.split(maxsplit=1)
    (opening,) = _pieces(token)
    end = opening.column + len(opening.text)
    span = Span(opening.line, opening.column, end)
    return Fence(info=words[0] if words else "", body=token.content, span=span)
