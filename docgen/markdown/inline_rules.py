"""Rules for markdown-it-py's inline texts: links tell their place, tags are those of HTML."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import link as plain_link

from docgen.markdown.tags import CELL_TAGS, LINE_TAGS, TAGS

START, END = "start", "end"

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?:[\s/][^<>]*)?>")
_DANGLING = re.compile(r"\[([^\[\]\n]{1,200})\]\[([^\[\]\n]{0,200})\]")
_NAME = re.compile(r"[*_`]{0,3}[A-Za-z@][\w.@ /:,'&()*`-]*")
_CHARACTER_RANGE = re.compile(r"(?:\w-\w)+")


class InlineReader(MarkdownIt):
    """markdown-it-py for inline texts; link targets stay as they were written."""

    def __init__(self) -> None:
        super().__init__("commonmark")
        self.enable("strikethrough")
        self.inline.ruler.at("link", link)
        self.inline.ruler.at("html_inline", tag)

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """Leave the address as it is."""
        return url

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        """Take every address: nothing is ever fetched from it."""
        return True


def link(state: StateInline, silent: bool) -> bool:
    """Take a link, and keep where it begins and ends."""
    start, count = state.pos, len(state.tokens)
    if state.src[start] != "[":
        return False
    if not plain_link(state, silent) and not _dangling_link(state, silent):
        return False
    if not silent:
        opening = next(t for t in state.tokens[count:] if t.type == "link_open")
        opening.meta = {START: start, END: state.pos}
    return True


def _dangling_link(state: StateInline, silent: bool) -> bool:
    """Take `[text][name]` and `[text][]` without a definition, if both look like names."""
    found = _DANGLING.match(state.src, state.pos, state.posMax)
    if not found or not _is_name(found[1]) or not (_is_name(found[2]) or not found[2]):
        return False
    end = state.posMax
    if not silent:
        state.pos, state.posMax = found.span(1)
        state.push("link_open", "a", 1).attrs = {"href": ""}
        state.md.inline.tokenize(state)
        state.push("link_close", "a", -1)
    state.pos, state.posMax = found.end(), end
    return True


def _is_name(text: str) -> bool:
    is_range = _CHARACTER_RANGE.fullmatch(text)
    return _NAME.fullmatch(text) is not None and not is_range


def tag(state: StateInline, silent: bool) -> bool:
    """Take a tag of HTML away; it leaves what a reader sees of it."""
    if state.src[state.pos] != "<":
        return False
    found = _TAG.match(state.src, state.pos, state.posMax)
    name = found[1].lower() if found else ""
    if found is None or name not in TAGS:
        return False
    if not silent and name == "br":
        state.push("hardbreak", "br", 0)
    elif not silent:
        state.push("html_inline", "", 0).content = _seen(name)
    state.pos = found.end()
    return True


def _seen(name: str) -> str:
    if name in LINE_TAGS:
        return "\n"
    return " " if name in CELL_TAGS else ""
