"""Format a page as prettier, mdformat and flowmark do: other lines, other marks, the same content.

Paragraphs, list items and quotes are wrapped to a random width; continuation lines may be lazy.
Marks of lists and emphasis, underlines of titles and the padding of table columns change;
underscores are escaped. Front matter, code blocks, comments, link definitions and invalid tables do
not change.
"""

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

_MARK = re.compile(r"(?P<indent> *)(?P<mark>[-*+]|\d{1,9}[.)])(?P<space> {1,4})(?=\S)")
_QUOTE = re.compile(r" {0,3}> ?")
_HEADING = re.compile(r"(#{1,6}) +(.*?)(?: +#+)?")
_FENCE = re.compile(r"[ >]*(`{3,}|~{3,})")
_DEFINITION = re.compile(r" *\[[^\[\]]+\]:")
_DELIMITER = re.compile(r"\|(?: *:?-+:? *\|)+")
_TAB = re.compile(r"\[[^\[\]]*\]\(#tab/")
_PIPE = re.compile(r"(?<!\\)\|")

# Parts of text that no formatter changes or wraps.
_VERBATIM = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)|<[^<>\n]*>|\]\([^()]*\)|\\.")
_EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=[^\s*_])([^*_\[\]]+)(?<=[^\s*_])\*(?![\w*])")
_UNDERSCORE = re.compile(r"(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])")

# A line must not begin with what would be another block there.
_BLOCK_START = re.compile(
    r"[-+*>#=|~]|\d{1,9}[.)]|`{3}|\[[^\[\]]*\]:|<!--|[-_]{2,}$|.*\|$|\||\S*[-=|:]+$"
)


def formatted(text: str, random: Random) -> str:
    """Return the page in the form of a formatter."""
    return "\n".join(_Formatter(text.split("\n"), random).lines())


class _Unit(NamedTuple):
    """A paragraph, a list item or a quote: its prefixes, and its lines without them."""

    first: str
    following: str
    lines: list[str]


class _Formatter:
    def __init__(self, lines: list[str], random: Random) -> None:
        self._lines = lines
        self._random = random
        self._width = random.choice((24, 40, 80, 88, 10_000))
        self._is_lazy = random.random() < 0.2
        self._mark = random.choice("-*")
        self._underlines = random.random() < 0.5
        self._pads = random.random() < 0.7
        self._escapes = random.random() < 0.5
        self._emphasis = random.random() < 0.7

    def lines(self) -> Iterator[str]:
        """Return the formatted lines."""
        position = self._end_of_front_matter()
        yield from self._lines[:position]
        while position < len(self._lines):
            end, found = self._block(position)
            yield from found
            position = end

    def _end_of_front_matter(self) -> int:
        if not self._lines[0].startswith("---"):
            return 0
        ends = (n for n, line in enumerate(self._lines[1:], 2) if line.strip() == "---")
        return next(ends, 0)

    def _block(self, position: int) -> tuple[int, list[str]]:
        """Return the end of the block at `position`, and its formatted lines."""
        line = self._lines[position]
        if not line.strip():
            return position + 1, [line]
        if fence := _FENCE.match(line):
            return self._verbatim(position, position + 1, fence[1])
        if "<!--" in line:
            return self._verbatim(position, position, "-->")
        if heading := _HEADING.fullmatch(line):
            return position + 1, self._heading(line, heading)
        end = position
        while end < len(self._lines) and self._continues(position, end):
            end += 1
        block = self._lines[position:end]
        if any("|" in each for each in block):
            return end, self._table(block)
        if any(map(_DEFINITION.match, block)) or any("<" in each for each in block):
            return end, block
        return end, [each for unit in _units(block) for each in self._wrapped(unit)]

    def _continues(self, start: int, position: int) -> bool:
        line = self._lines[position]
        if not line.strip() or _FENCE.match(line) or "<!--" in line:
            return False
        return position == start or not line.startswith("#")

    def _verbatim(self, start: int, end: int, mark: str) -> tuple[int, list[str]]:
        """Return the lines from `start` to the first one from `end` on with a mark."""
        while end < len(self._lines) and mark not in self._lines[end]:
            end += 1
        return end + 1, self._lines[start : end + 1]

    def _heading(self, line: str, heading: re.Match[str]) -> list[str]:
        level, title = len(heading[1]), heading[2]
        is_title = title[:1].isupper() or level == 1
        if not self._underlines or level > 2 or not is_title or _TAB.match(title):
            return [line]
        return ["", title, "===" if level == 1 else "---", ""]

    def _table(self, block: list[str]) -> list[str]:
        rows = [_PIPE.split(line.strip()) for line in block]
        is_valid = all(
            len(row) == len(rows[0]) and not row[0] and not row[-1] for row in rows
        )
        if not self._pads or not is_valid or len(rows) < 2 or "`|" in "".join(block):
            return block
        if not _DELIMITER.fullmatch(block[1].strip()):
            return block
        widths = [self._random.choice((0, 12, 40)) for _ in rows[0]]
        header, _, *body = rows
        delimiters = [":" + "-" * max(2, width) for width in widths[1:-1]]
        return [
            _row(header, widths),
            "| " + " | ".join(delimiters) + " |",
            *(_row([*row[:-2], self._marks(row[-2]), ""], widths) for row in body),
        ]

    def _wrapped(self, unit: _Unit) -> Iterator[str]:
        prefix = unit.first
        if prefix.strip() in ("-", "*", "+"):
            prefix = prefix.replace(prefix.strip(), self._mark)
        for line in _hard_lines(unit.lines):
            for words in self._lines_of_words(self._marks(line)):
                yield prefix + words
                prefix = unit.following if not self._is_lazy else ""
            prefix = unit.following

    def _marks(self, text: str) -> str:
        """Return text with other marks of emphasis, and escaped underscores."""
        parts: list[str] = []
        done = 0
        for found in (*_VERBATIM.finditer(text), None):
            end = found.start() if found else len(text)
            part = text[done:end]
            if self._emphasis:
                part = _EMPHASIS.sub(r"_\1_", part)
            if self._escapes:
                part = _UNDERSCORE.sub(r"\\_", part)
            parts += [part, found[0] if found else ""]
            done = found.end() if found else end
        return "".join(parts)

    def _lines_of_words(self, text: str) -> Iterator[str]:
        line = ""
        for word in _words(text):
            is_full = len(line) + 1 + len(word) > self._width
            if line and is_full and not _BLOCK_START.match(word) and line[-1] != "|":
                yield line
                line = word
            else:
                line = f"{line} {word}" if line else word
        yield line


def _row(cells: list[str], widths: list[int]) -> str:
    padded = (
        cell.strip().ljust(width)
        for cell, width in zip(cells[1:-1], widths[1:-1], strict=True)
    )
    return "| " + " | ".join(padded) + " |"


def _units(block: list[str]) -> Iterator[_Unit]:
    """Split lines without a blank line between them into paragraphs, list items and quotes."""
    unit: _Unit | None = None
    for line in block:
        quote, mark = _QUOTE.match(line), _MARK.match(line)
        if (
            quote
            and unit
            and unit.first.endswith("> ")
            and not _starts_block(line, quote)
        ):
            unit.lines.append(line[quote.end() :])
        elif quote or mark:
            if unit:
                yield unit
            unit = _begun(line, quote, mark)
        elif unit:
            unit.lines.append(line.lstrip() if line.endswith("  ") else line.strip())
        else:
            unit = _Unit("", "", [line.lstrip()])
    if unit:
        yield unit


def _begun(line: str, quote: re.Match[str] | None, mark: re.Match[str] | None) -> _Unit:
    if quote:
        return _Unit("> ", "> ", [line[quote.end() :]])
    assert mark
    return _Unit(mark[0], " " * len(mark[0]), [line[mark.end() :]])


def _starts_block(line: str, quote: re.Match[str]) -> bool:
    rest = line[quote.end() :]
    return not rest.strip() or _MARK.match(rest) is not None or rest.startswith("#")


def _hard_lines(lines: list[str]) -> Iterator[str]:
    """Join lines, except where a line break follows that a reader sees."""
    words: list[str] = []
    for line in lines:
        words.append(line.strip())
        if line.endswith(("  ", "\\")) and line is not lines[-1]:
            yield " ".join(words).rstrip("\\") + "\\"
            words = []
    yield " ".join(words)


def _words(text: str) -> Iterator[str]:
    """Return the words of a line; code spans, tags and addresses are not divided."""
    parts: list[str] = []
    done = 0
    for found in (*_VERBATIM.finditer(text), None):
        end = found.start() if found else len(text)
        for number, word in enumerate(text[done:end].split(" ")):
            if number and parts:
                yield "".join(parts)
                parts = []
            parts += [word] if word else []
        parts += [found[0]] if found else []
        done = found.end() if found else end
    if parts:
        yield "".join(parts)
