"""From what a page says of something to the paragraphs of its docstring.

A text that says nothing, or the name again, gives none; `left_out` takes sentences away. What is
left keeps its words, in whole sentences, with the marks that a keyboard has.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import groupby

from docgen.python.docstrings import sentence
from docgen.python.left_out import without_idle_words, without_lead_in, without_values

NOTHING_SAID = frozenset(
    {"nodescription", "notyetdocumented", "nullable", "tbd", "undocumented"}
)
"""Texts, by their letters alone, that a writer leaves where a description should be."""

PUNCTUATION = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "}
    | {"\u2013": "-", "\u2014": "-", "\u2026": "..."}
)

_STRAY_BLANK = re.compile(r"(?<=[A-Za-z0-9]) (?=[.,;:](?: [\w$]|$))")
_DOUBLE_STOP = re.compile(r"(?<=[\w)])\.\.(?=\s|$)")
_FIRST_WORD = re.compile(r"[a-z]+(?=[ .,]|$)")
_ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)
_VALUE_WORDS = frozenset({"false", "null", "true"})


def prose(description: str | None) -> tuple[str, ...]:
    """Give the paragraphs of running text; where one leads up to a list, its last sentence goes.

    A text that is nothing else stays as it is.
    """
    texts = (description or "").split("\n\n")
    return _paragraphs(list(map(without_lead_in, texts))) or _paragraphs(texts)


def remark(
    description: str | None, name: str = "", values: AbstractSet[str] = frozenset()
) -> tuple[str, ...]:
    """Give the paragraphs of a cell: each line of it is one, for it was broken on purpose.

    Lines of a word each are one paragraph. Nothing is left of a cell that says a `name` again.
    `values` are those that the type has.
    """
    if _letters(_ARTICLE.sub("", description or "")) == _letters(name):
        return ()
    *lines, last = (description or "").split("\n")
    texts = _with_lists((*lines, without_lead_in(last)))
    return _paragraphs([without_values(text, values) for text in texts])


def _with_lists(lines: Iterable[str]) -> Iterator[str]:
    """Join lines of a word each that follow one another."""
    stripped = filter(None, map(str.strip, lines))
    for is_word, run in groupby(stripped, lambda line: " " not in line):
        alike = list(run)
        yield from [", ".join(alike)] if is_word else alike


def _paragraphs(texts: list[str]) -> tuple[str, ...]:
    if _letters("".join(texts)) in NOTHING_SAID:
        return ()
    kept = tuple(filter(None, map(_tidied, texts)))
    is_alone = len(kept) == 1
    return tuple(sentence(text) if is_alone or " " in text else text for text in kept)


def _tidied(text: str) -> str:
    """Give a paragraph in one line, without what a docstring does without."""
    line = " ".join(text.translate(PUNCTUATION).split())
    kept = without_idle_words(line)
    return _begun(_DOUBLE_STOP.sub(".", _STRAY_BLANK.sub("", kept)).strip())


def _begun(text: str) -> str:
    """Begin a paragraph with a capital, unless its first word is no word of prose."""
    first = _FIRST_WORD.match(text)
    is_word = first is not None and first[0] not in _VALUE_WORDS
    return text[:1].upper() + text[1:] if is_word else text


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
