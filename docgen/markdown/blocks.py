"""Blocks: the text of a page enters, markdown-it-py's tokens of its blocks leave."""

from collections.abc import Mapping

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct

from docgen.markdown.block_rules import (
    FENCE_ENDS,
    REFERENCES,
    definition,
    fence,
    heading,
    paragraph,
    too_deep,
)
from docgen.markdown.draft import Draft
from docgen.markdown.table_lines import PASSED_OVER, pipe_table

# Chains of rules that may end a block of the kind.
_ENDS_TEXT = ["paragraph", "blockquote"]


class BlockTokens(Struct, frozen=True, kw_only=True):
    """The tokens in the order of the page, and where its reference links lead."""

    tokens: tuple[Token, ...]
    references: Mapping[str, dict[str, str]]


def block_tokens(draft: Draft) -> BlockTokens:
    """Find the blocks of a page; their texts are left unread."""
    tokens: list[Token] = []
    references: dict[str, dict[str, str]] = {}
    env = {
        REFERENCES: references,
        PASSED_OVER: draft.passed_over,
        FENCE_ENDS: draft.fence_ends,
    }
    _READER.block.parse(draft.text, _READER, env, tokens)
    return BlockTokens(tokens=tuple(tokens), references=references)


def _reader() -> MarkdownIt:
    """Set up the rules: those of CommonMark that pages mean, and our own.

    Indented code and underlined headings are what no page means; HTML is read as text, so that
    it hides nothing.
    """
    reader = MarkdownIt("commonmark", {"maxNesting": 100})
    reader.disable(["code", "html_block", "lheading", "reference"])
    ruler = reader.block.ruler
    ruler.at("table", pipe_table, {"alt": _ENDS_TEXT})
    ruler.at("paragraph", paragraph)
    ruler.before("table", "too_deep", too_deep, {"alt": []})
    ruler.before("reference", "definition", definition, {"alt": _ENDS_TEXT})
    ruler.at("fence", fence, {"alt": ["paragraph", "blockquote", "list"]})
    ruler.at("heading", heading, {"alt": _ENDS_TEXT})
    reader.enable("table")
    return reader


_READER = _reader()
