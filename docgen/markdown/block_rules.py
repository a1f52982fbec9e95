"""Rules for markdown-it-py's blocks, where pages need other ones than CommonMark has.

Paragraphs keep the place of each line. Link definitions are one line each and may stand
anywhere. `##Properties` is a heading. What lies too deep in lists and quotes is a paragraph.
"""

import re
from collections.abc import Mapping
from itertools import chain

from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import fence as plain_fence

from docgen.markdown.piece import piece, piece_at
from docgen.vocabulary import OTHER_SECTIONS, SECTIONS

PIECES = "pieces"
TOO_DEEP = "too_deep"
REFERENCES = "references"
FENCE_ENDS = "fence_ends"
HEADING, LEVEL, IS_TIGHT = "section_heading", "level", "is_tight"
DEEPEST_NESTING = 24
DEEPEST_HEADING = 6

_TITLES = frozenset((*OTHER_SECTIONS, *chain.from_iterable(SECTIONS.values())))
_SECTION_ENDINGS = (" resource type", " enum type", " complex type", " values")
_FENCE_MARKS = ("```", "~~~")
_DEFINITION = re.compile(
    r"\[([^\[\]]+)\]:[ \t]*+(?:<([^<>]*)>|(\S++))"
    r"(?>(?:[ \t]++(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?)[ \t]*+"
)


def paragraph(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take the lines up to a blank one or to one that begins another block."""
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
    _push_paragraph(state, line, following, is_too_deep=False)
    return True


def too_deep(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take all that is left of a list or quote that is nested too deep, as one paragraph."""
    if silent or state.level < DEEPEST_NESTING:
        return False
    _push_paragraph(state, line, end, is_too_deep=True)
    return True


def _push_paragraph(
    state: StateBlock, line: int, end: int, *, is_too_deep: bool
) -> None:
    pieces = (piece_at(state, index) for index in range(line, end))
    token = state.push("inline", "", 0)
    token.map = [line, end]
    token.meta = {PIECES: tuple(p for p in pieces if p.text), TOO_DEEP: is_too_deep}
    state.line = end


def fence(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take a block of code; one that is never closed ends where it was found to end."""
    start = state.bMarks[line] + state.tShift[line]
    if not state.src.startswith(_FENCE_MARKS, start):
        return False
    fence_ends: Mapping[int, int] = state.env[FENCE_ENDS]
    opening = piece_at(state, line)
    if not plain_fence(state, line, min(end, fence_ends.get(line, end)), silent):
        return False
    if not silent:
        state.tokens[-1].meta = {PIECES: (opening,)}
    return True


def definition(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take a line that says where a reference leads: `[name]: address "title"`."""
    del end
    start, stop = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    if not state.src.startswith("[", start):
        return False
    found = _DEFINITION.fullmatch(state.src, start, stop)
    if not found:
        return False
    if not silent:
        address = {"href": found[2] or found[3] or "", "title": ""}
        state.env[REFERENCES].setdefault(normalizeReference(found[1]), address)
        state.line = line + 1
    return True


def heading(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take a heading; one that lacks the blank behind its `#` only if pages have such a one."""
    del end
    start = state.bMarks[line] + state.tShift[line]
    if not state.src.startswith("#", start, state.eMarks[line]):
        return False
    whole = piece_at(state, line)
    text = whole.text.lstrip("#")
    level = len(whole.text) - len(text)
    is_tight = text != "" and not text[0].isspace()
    if level > DEEPEST_HEADING or (is_tight and not _is_section(text)):
        return False
    if not silent:
        token = state.push(HEADING, f"h{level}", 0)
        content = piece(whole.line, whole.column + level, _without_closing(text))
        token.map = [line, line + 1]
        token.meta = {PIECES: (content,), LEVEL: level, IS_TIGHT: is_tight}
        state.line = line + 1
    return True


def _is_section(text: str) -> bool:
    title = text.strip().casefold()
    return title in _TITLES or title.endswith(_SECTION_ENDINGS)


def _without_closing(text: str) -> str:
    """Take the `##` away that may stand behind the text of a heading."""
    bare = text.rstrip("#")
    return bare if not bare or bare[-1].isspace() else text
