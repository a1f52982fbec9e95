"""The paragraphs of docstrings, made from descriptions on a page.

A description without content, or that only repeats the name, is dropped. So are sentences that
repeat the code (the base type, the values of an enum, the format of a date), that refer to what a
docstring does not have (a table, a list), or that describe the page. Other sentences are kept
unchanged, with quotes and dashes in ASCII.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import groupby

from docgen.python.literals import SENTENCE_END, PythonCode, docstring, sentence
from docgen.regex import Regex
from docgen.schema.model import EnumType, StructuredType
from docgen.schema.names import short_name

EMPTY_DESCRIPTIONS = frozenset(
    {"nodescription", "notyetdocumented", "nullable", "tbd", "undocumented"}
)
"""Descriptions without content, reduced to their letters."""

PUNCTUATION = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "}
    | {"\u2013": "-", "\u2014": "-", "\u2026": "..."}
)

_SPACE_BEFORE_PUNCTUATION = Regex(r"(?<=[A-Za-z0-9]) (?=[.,;:](?: [\w$]|$))")
_DOUBLE_STOP = Regex(r"(?<=[\w)])\.\.(?=\s|$)")
_FIRST_WORD = Regex(r"[a-z]+(?=[ .,]|$)")
_ARTICLE = Regex(r"^(?:an?|the) ", re.IGNORECASE)
_VALUE_WORDS = frozenset({"false", "null", "true"})


def type_docstring(
    type_: StructuredType | EnumType, keys: tuple[str, ...] = ()
) -> PythonCode:
    """Return the docstring of a type's class: its description, and a reference to its page.

    `keys` are paragraphs about properties that cannot have a docstring.
    """
    page = (f"See `{type_.sources[0].path}`.",) if type_.sources else ()
    paragraphs = (*prose_paragraphs(type_.description), *keys, *page)
    return docstring(paragraphs or (f"`{short_name(type_.name)}`.",), "    ")


def prose_paragraphs(description: str | None) -> tuple[str, ...]:
    """Return the paragraphs of running text, without a last sentence that introduces a list.

    If nothing else remains, the sentence is kept.
    """
    paragraphs = (description or "").split("\n\n")
    return _tidied(map(without_lead_in, paragraphs)) or _tidied(paragraphs)


def cell_paragraphs(
    description: str | None, name: str = "", values: AbstractSet[str] = frozenset()
) -> tuple[str, ...]:
    """Return the paragraphs of the description in a table cell, one for each of its lines.

    Successive lines of one word each are joined. A description that only repeats `name` is dropped;
    `values` are the values of the property's enum type, which the docstring need not list.
    """
    if _letters(_ARTICLE.sub("", description or "")) == _letters(name):
        return ()
    *lines, last = (description or "").split("\n")
    joined = _join_words((*lines, without_lead_in(last)))
    return _tidied(without_values(line, values) for line in joined)


def _join_words(lines: Iterable[str]) -> Iterator[str]:
    """Join successive lines of one word each."""
    stripped = filter(None, map(str.strip, lines))
    for is_word, group in groupby(stripped, lambda line: " " not in line):
        run = list(group)
        yield from [", ".join(run)] if is_word else run


def _tidied(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """Return paragraphs in the form of a docstring; empty if they have no content."""
    originals = tuple(one for one in paragraphs if one and not one.isspace())
    if _letters("".join(originals)) in EMPTY_DESCRIPTIONS:
        return ()
    tidied = tuple(filter(None, map(_tidied_line, originals)))
    is_single = len(tidied) == 1
    return tuple(sentence(one) if is_single or " " in one else one for one in tidied)


def _tidied_line(paragraph: str) -> str:
    """Return a paragraph as one line, without what a docstring does not need."""
    line = " ".join(paragraph.translate(PUNCTUATION).split())
    line = _SPACE_BEFORE_PUNCTUATION.sub("", without_omitted_sentences(line))
    return _capitalized(_DOUBLE_STOP.sub(".", line).strip())


def _capitalized(line: str) -> str:
    """Start a paragraph with a capital letter, unless its first word is code."""
    first = _FIRST_WORD.match(line)
    is_word = first is not None and first[0] not in _VALUE_WORDS
    return line[:1].upper() + line[1:] if is_word else line


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


OMITTED_SENTENCES = (
    r"(?:this (?:\w+ )?(?:is )?|it |\w+ )?inherit(?:s|ed)"
    r"(?: property| from [\w.\s]{1,80}?)",
    r"(?:this (?:\w+ )?is )?(?:derived from|a subclass of) [\w.\s]{1,80}?",
    r"(?:learn|read|see) more",
    r"for example, midnight utc on jan 1, 2014 [^.\n]{0,40}2014-01-01t00:00:00z\W?",
    r"see (?:[^.\n]{0,60}\b)?(?:below|above|following)\b[^.\n]{0,60}",
    r"see the enum definition for supported values",
    r"(?:the )?\w+ values are (?:\w+ )?in the (?:following table|table below)",
    r"this flagged enumeration allows multiple members to be selected simultaneously",
    r"this (?:topic|article|section) (?:describes|lists|provides)\b[^.\n]{0,300}",
)
"""Sentences, without their full stops, that are left out of docstrings."""

_OMITTED = Regex(
    rf"(?:^|(?<=[.!?] ))(?:{'|'.join(OMITTED_SENTENCES)})(?:\.(?=\s|$)|$)\s*+",
    re.IGNORECASE,
)
_DATE_TIME = Regex(
    r"The \w+ type represents date and time information using ISO 8601 format and is"
    r" always in UTC(?: time)?\b"
)
_REFERENCE_TO_TABLE = Regex(
    r",? as (?:described|listed|shown) in the following table\b"
)
_VALUES = Regex(
    r"(?:^|(?<=[.!?:] ))(?:the )?(?:current )?"
    r"(?:(?:allowed|possible|property|supported|valid) )?values?"
    r"(?: is| are| include)?:? "
    r"([\w-]++(?>(?:(?:,? (?:and|or) |, ?)[\w-]++)*))(?:\.(?=\s|$)|$)\s*+",
    re.IGNORECASE,
)
_SEPARATOR = Regex(r",? (?:and|or) |, ?")


def without_omitted_sentences(line: str) -> str:
    """Remove sentences that add nothing to the code, and references to a table."""
    line = _OMITTED.sub("", _DATE_TIME.sub("Always in UTC", line))
    return _REFERENCE_TO_TABLE.sub("", line)


def without_lead_in(paragraph: str) -> str:
    """Remove a last sentence that introduces a list or a table, which a docstring omits."""
    line = paragraph.strip()
    if not line.endswith(":"):
        return line
    ends = [found.end() for found in SENTENCE_END.finditer(line)]
    return line[: ends[-1]] if ends else ""


def without_values(text: str, values: AbstractSet[str]) -> str:
    """Remove the sentence that lists values, if all of them are in `values`."""
    if not values:
        return text
    known = {value.casefold() for value in values}

    def replacement(found: re.Match[str]) -> str:
        listed = {value.casefold() for value in _SEPARATOR.split(found[1])}
        return "" if listed <= known else found[0]

    return _VALUES.sub(replacement, text)
