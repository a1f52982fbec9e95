"""Invisible characters that are masked, and those that are part of their text."""

import pytest

from docgen.markdown.invisible import mask_invisible

MASKED = {
    "zero-width space before a row": ("\u200b|a|b|", " |a|b|"),
    "byte-order mark before a heading": ("\n\ufeff## Properties", "\n ## Properties"),
    "soft hyphen after a hash": ("##\u00ad Properties", "##  Properties"),
    "several at the start of a line": ("\u200e\u2060 \u200b|a|", "    |a|"),
    "word joiners around a cell": ("|\u2060a\u2060|", "| a |"),
    "in an otherwise empty cell": ("|a|\u200b|", "|a| |"),
    "at the start of a comment": ("<!--\u200b{", "<!-- {"),
    "at the end of a line": ("|a|\u200b\n|b|\ufeff", "|a| \n|b| "),
    "no-break space before a row": ("\u00a0|a|", " |a|"),
    "ideographic spaces before a heading": ("\u3000\u3000# a", "  # a"),
    "form feed before a heading": ("\x0c# a", " # a"),
    "no-break space before a list item": ("\u00a0+ a", " + a"),
    "ideographic space before a numbered item": ("\u300012. a", " 12. a"),
    "a Hangul filler in a cell": ("|\u3164String|", "| String|"),
    "a Braille blank between words": ("a\u2800b", "a b"),
    "a Hangul letter before a word": ("**\u115fa**", "**\u200ba**"),
    "a Khmer vowel within a word": ("a\u17b4b", "a\u200bb"),
}
KEPT = {
    "soft hyphen in a word": "|dis\u00adplay|",
    "zero-width joiner in a word": "a\u200cb",
    "no-break space between words": "a\u00a0b | c\u00a0| d",
    "no-break space before a word": "\u00a0a",
    "no-break space before a number": "\u00a012.5 and 3)",
    "next to emphasis": "**\u200ba**",
    "no such character": "|\u00e9|",
}


@pytest.mark.parametrize(("text", "masked"), MASKED.values(), ids=MASKED.keys())
def test_invisible_characters_become_spaces(text: str, masked: str) -> None:
    assert mask_invisible(text) == masked


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_characters_within_text_are_kept(text: str) -> None:
    assert mask_invisible(text) == text
