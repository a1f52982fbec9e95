"""Blocks: split the masked text of a page into the block tokens of markdown-it-py.

The rules differ from CommonMark, as the pages of an API reference do. Paragraphs keep the position
of each line. A link definition may be anywhere. `##Properties` is a heading. So is a line above
`===`; a line above `---` only if it reads as a title and a blank line follows. So is a bold title
such as Properties above a table or list, next to titles of a resource page. Content that is nested
too deeply in lists and quotes is a paragraph. Indented code is not supported, because pages contain
it only by accident. HTML is text, so that it hides nothing.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import StateBlock, blockquote
from markdown_it.rules_block import fence as plain_fence
from markdown_it.token import Token
from msgspec import Struct

from docgen.markdown.fragments import Fragment, fragment, fragment_at, line_of_text
from docgen.markdown.masking import MaskedText
from docgen.markdown.tabbed_tables import (
    IN_SECTION_OF_ROWS,
    is_exact_title_of_rows,
    is_title_of_rows,
)
from docgen.markdown.table_lines import (
    IGNORED_LINES,
    push_joined_table,
    table_rule,
)
from docgen.regex import Regex
from docgen.vocabulary import OTHER_SECTIONS, SECTIONS, without_zero_width

FRAGMENTS = "fragments"
LINE_COLUMNS = "line_columns"
IS_TOO_DEEP = "is_too_deep"
HEADING, LEVEL, LACKS_SPACE = "section_heading", "level", "lacks_space"
MAX_NESTING = 24
MAX_HEADING_LEVEL = 6
MAX_LAZY_LINES = 50
"""Maximum number of lines of a quote from the first one without a `>` on.

Such a line often ends the quote, but only the content of the quote shows this.
"""
MAX_TITLE = 80
"""Maximum length of a title that is underlined by `---`."""

_REFERENCES = "references"
_FENCE_ENDS = "fence_ends"
_LAST_HEADING, _IS_BOLD = "last_heading", "is_bold"
_TITLES = frozenset((*OTHER_SECTIONS, *chain.from_iterable(SECTIONS.values())))
_TITLE_ENDINGS = (" resource type", " enum type", " complex type", " values")
_UNDERLINES = {"=": 1, "-": 2}
_SENTENCE_ENDS = ".:;,"
_STRAY_MARKS = "`*_~:# \t"
_FENCE_MARKERS = ("```", "~~~")
_BOLD = Regex(r"(\*\*|__)(?P<title>[^*_]+)\1:?")
_BEFORE_ROWS = Regex(
    r"\||[-*+]\s|\d{1,9}[.)]\s|<(?:table|ul|ol|dl)\b|[^\t\n]+\t", re.IGNORECASE
)
_DEFINITION = Regex(
    r"\[([^\[\]\n]+)\]:(?>[ \t]*(?:\n[ \t]*)?)(?:<([^<>\n]*)>|(\S++))"
    r"(?>(?:(?>[ \t]*\n[ \t]*|[ \t]+)(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?)[ \t]*+"
)
MAX_DEFINITION = 3
"""Maximum number of lines of a link definition, as prettier wraps it."""
_ENDS_PARAGRAPH = ["paragraph", "blockquote"]


class BlockTokens(Struct, frozen=True, kw_only=True):
    """The tokens in the order of the page, and the targets of its reference links."""

    tokens: tuple[Token, ...]
    references: Mapping[str, dict[str, str]]


def block_tokens(masked: MaskedText) -> BlockTokens:
    """Split a page into blocks; their inline content is not parsed yet."""
    tokens: list[Token] = []
    references: dict[str, dict[str, str]] = {}
    env = {
        _REFERENCES: references,
        IGNORED_LINES: masked.ignored_lines,
        _FENCE_ENDS: masked.fence_ends,
    }
    _PARSER.block.parse(masked.text, _PARSER, env, tokens)
    return BlockTokens(tokens=tuple(tokens), references=references)


def _paragraph(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Parse the lines up to a blank line or the start of another block."""
    del silent
    rules = state.md.block.ruler.getRules("paragraph")
    outer, state.parentType = state.parentType, "paragraph"
    end = state.lineMax
    following = line + 1
    while following < end and not state.isEmpty(following):
        is_lazy = state.sCount[following] < 0
        if not is_lazy and any(rule(state, following, end, True) for rule in rules):
            break
        following += 1
    state.parentType = outer
    has_pipe = "|" in state.src[state.bMarks[line] : state.eMarks[following - 1]]
    if has_pipe and push_joined_table(state, line, end):
        return True
    _push_paragraph(state, line, following, is_too_deep=False)
    return True


def _quote(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Parse a quote; its last paragraph may continue on lines without a marker."""
    if silent or not _is_quoted(state, line):
        return blockquote(state, line, end, silent)
    following = line
    while following < end and _is_quoted(state, following):
        following += 1
    outer_end = state.lineMax
    state.lineMax = min(end, following + MAX_LAZY_LINES)
    is_quote = blockquote(state, line, state.lineMax, silent)
    state.lineMax = outer_end
    return is_quote


def _is_quoted(state: StateBlock, line: int) -> bool:
    return state.src.startswith(">", state.bMarks[line] + state.tShift[line])


def _too_deep(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Parse the rest of a list or quote that is nested too deeply as one paragraph."""
    if silent or state.level < MAX_NESTING:
        return False
    _push_paragraph(state, line, end, is_too_deep=True)
    return True


def _push_paragraph(
    state: StateBlock, line: int, end: int, *, is_too_deep: bool
) -> None:
    lines = (line_of_text(state, index) for index in range(line, end))
    token = state.push("inline", "", 0)
    token.map = [line, end]
    token.meta = {
        FRAGMENTS: tuple(each for each in lines if each.text),
        IS_TOO_DEEP: is_too_deep,
    }
    state.line = end


def _fence(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Parse a fence; the end of an unclosed one is in `MaskedText.fence_ends`."""
    start = state.bMarks[line] + state.tShift[line]
    if not state.src.startswith(_FENCE_MARKERS, start):
        return False
    fence_ends: Mapping[int, int] = state.env[_FENCE_ENDS]
    opening = fragment_at(state, line)
    if not plain_fence(state, line, min(end, fence_ends.get(line, end)), silent):
        return False
    if not silent:
        token = state.tokens[-1]
        is_indented = opening.column > 1 or state.level > 0
        columns = tuple(_columns(state, token, line)) if is_indented else ()
        token.meta = {FRAGMENTS: (opening,), LINE_COLUMNS: columns}
    return True


def _columns(state: StateBlock, token: Token, line: int) -> Iterator[int]:
    """Return the columns at which the lines of a fence begin; its own indent is not in them."""
    for number, text in enumerate(token.content.split("\n")[:-1], line + 1):
        end = state.eMarks[number]
        length = end - state.src.rfind("\n", 0, end) - 1
        yield max(length - len(text), 0) + 1


def _link_definition(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Parse the definition of a reference: `[name]: address "title"`."""
    start = state.bMarks[line] + state.tShift[line]
    if not state.src.startswith("[", start):
        return False
    for last in range(min(line + MAX_DEFINITION, end) - 1, line - 1, -1):
        found = _DEFINITION.fullmatch(state.src, start, state.eMarks[last])
        if found:
            break
    else:
        return False
    if not silent:
        address = {"href": found[2] or found[3] or "", "title": ""}
        state.env[_REFERENCES].setdefault(normalizeReference(found[1]), address)
        state.line = last + 1
    return True


def _heading(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Parse a heading; one without a space after its `#` only if its title is a known one."""
    del end
    start = state.bMarks[line] + state.tShift[line]
    if not state.src.startswith("#", start, state.eMarks[line]):
        return False
    heading = fragment_at(state, line)
    text = heading.text.lstrip("#")
    level = len(heading.text) - len(text)
    lacks_space = text != "" and not text[0].isspace()
    if level > MAX_HEADING_LEVEL or (lacks_space and not _is_known_title(text)):
        return False
    if not silent:
        title = fragment(heading.line, heading.column + level, _without_closing(text))
        _push_heading(state, line + 1, title, level, lacks_space=lacks_space)
    return True


def _underlined_heading(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Parse a line and its underline; `---` below other text separates paragraphs."""
    del silent
    if line + 1 >= end or state.sCount[line + 1] < state.blkIndent:
        return False
    start = state.bMarks[line + 1] + state.tShift[line + 1]
    underline = state.src[start : state.eMarks[line + 1]].rstrip()
    marker = underline[:1]
    if marker not in _UNDERLINES or len(underline) < 2 or underline.strip(marker):
        return False
    title = fragment_at(state, line)
    is_separate = line + 2 >= end or state.isEmpty(line + 2)
    is_title = marker == "=" or (is_separate and _reads_as_title(title.text))
    if not title.text or not is_title:
        return False
    _push_heading(state, line + 2, title, _UNDERLINES[marker])
    return True


def _bold_heading(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Parse a bold title of rows that is a paragraph by itself, above a table or list."""
    if silent or state.level > 0:
        return False
    start = state.bMarks[line] + state.tShift[line]
    if state.src[start : start + 2] not in ("**", "__"):
        return False
    text = fragment_at(state, line)
    found = _BOLD.fullmatch(text.text)
    if not found or not is_exact_title_of_rows(found["title"]):
        return False
    below = next((n for n in range(line + 1, end) if not state.isEmpty(n)), line)
    rows = state.bMarks[below] + state.tShift[below]
    level = _level_of_bold_titles(state)
    if below == line or not level or not _BEFORE_ROWS.match(state.src, rows):
        return False
    title = fragment(text.line, text.column + found.start("title"), found["title"])
    _push_heading(state, line + 1, title, level, is_bold=True)
    return True


def _level_of_bold_titles(state: StateBlock) -> int:
    """Return the level of bold titles at the end of the page so far; 0 if text there is bold.

    They may follow the first heading and sections of a resource page, not those of a request.
    """
    last: Token | None = state.env.get(_LAST_HEADING)
    if last is None:
        return 0
    level = int(last.meta[LEVEL])
    if level > 1 and not _is_known_title(last.meta[FRAGMENTS][0].text):
        return 0
    return level if last.meta[_IS_BOLD] else min(max(level, 2), MAX_HEADING_LEVEL)


def _push_heading(
    state: StateBlock,
    end: int,
    title: Fragment,
    level: int,
    *,
    lacks_space: bool = False,
    is_bold: bool = False,
) -> None:
    """Add a heading from the current line to `end`."""
    token = state.push(HEADING, f"h{level}", 0)
    token.map = [state.line, end]
    token.meta = {
        FRAGMENTS: (title,),
        LEVEL: level,
        LACKS_SPACE: lacks_space,
        _IS_BOLD: is_bold,
    }
    state.env[IN_SECTION_OF_ROWS] = is_title_of_rows(title.text)
    state.env[_LAST_HEADING] = token
    state.line = end


def _reads_as_title(text: str) -> bool:
    begins_well = text[:1].isupper() or _is_known_title(text)
    return begins_well and len(text) <= MAX_TITLE and text[-1] not in _SENTENCE_ENDS


def _is_known_title(text: str) -> bool:
    title = without_zero_width(text).strip(_STRAY_MARKS).casefold()
    return title in _TITLES or title.endswith(_TITLE_ENDINGS)


def _without_closing(text: str) -> str:
    """Remove the closing `##` of a heading, if there is one."""
    bare = text.rstrip("#")
    return bare if not bare or bare[-1].isspace() else text


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 100})
    parser.disable(["code", "html_block", "reference"])
    ruler = parser.block.ruler
    ruler.at("table", table_rule, {"alt": _ENDS_PARAGRAPH})
    ruler.at("paragraph", _paragraph)
    ruler.before("table", "too_deep", _too_deep, {"alt": []})
    ruler.before("reference", "definition", _link_definition, {"alt": _ENDS_PARAGRAPH})
    ruler.at("blockquote", _quote, {"alt": [*_ENDS_PARAGRAPH, "list"]})
    ruler.at("fence", _fence, {"alt": ["paragraph", "blockquote", "list"]})
    ruler.at("heading", _heading, {"alt": _ENDS_PARAGRAPH})
    ruler.at("lheading", _underlined_heading, {"alt": []})
    ruler.before("lheading", "bold_heading", _bold_heading, {"alt": []})
    parser.enable("table")
    return parser


_PARSER = _parser()
