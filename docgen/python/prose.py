"""The paragraphs of docstrings, made from descriptions on a page, and notes on changed names.

A description that says nothing, or only repeats the name, is dropped. So are sentences that repeat
the code (the base type, the values of an enum, the format of a date), that refer to what a
docstring does not have (a table, a list), or that describe the page. Other sentences are kept
unchanged, with quotes and dashes in ASCII.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import groupby

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.python.literals import SENTENCE_END, PythonCode, docstring, sentence
from docgen.python.names import PythonName, looks_alike
from docgen.schema.model import EnumType, Source, StructuredType
from docgen.schema.names import short_name

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
    """Return the paragraphs of running text, without a last sentence that introduces a list.

    A text that is nothing else stays as it is.
    """
    texts = (description or "").split("\n\n")
    return _paragraphs(list(map(without_lead_in, texts))) or _paragraphs(texts)


def remark(
    description: str | None, name: str = "", values: AbstractSet[str] = frozenset()
) -> tuple[str, ...]:
    """Return the paragraphs of a cell: each of its lines is one.

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
    """Return a paragraph as one line, without what a docstring does not need."""
    line = " ".join(text.translate(PUNCTUATION).split())
    kept = without_idle_words(line)
    return _begun(_DOUBLE_STOP.sub(".", _STRAY_BLANK.sub("", kept)).strip())


def _begun(text: str) -> str:
    """Start a paragraph with a capital, unless its first word is code."""
    first = _FIRST_WORD.match(text)
    is_word = first is not None and first[0] not in _VALUE_WORDS
    return text[:1].upper() + text[1:] if is_word else text


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


LEFT_OUT = (
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
"""Sentences, without their stops, that a docstring does without."""

_LEFT_OUT = re.compile(
    rf"(?:^|(?<=[.!?] ))(?:{'|'.join(LEFT_OUT)})(?:\.(?=\s|$)|$)\s*+", re.IGNORECASE
)
_MOMENT = re.compile(
    r"The \w+ type represents date and time information using ISO 8601 format and is"
    r" always in UTC(?: time)?\b"
)
_POINTER = re.compile(r",? as (?:described|listed|shown) in the following table\b")
_VALUES = re.compile(
    r"(?:^|(?<=[.!?:] ))(?:the )?(?:current )?"
    r"(?:(?:allowed|possible|property|supported|valid) )?values?"
    r"(?: is| are| include)?:? "
    r"([\w-]++(?>(?:(?:,? (?:and|or) |, ?)[\w-]++)*))(?:\.(?=\s|$)|$)\s*+",
    re.IGNORECASE,
)
_JOINT = re.compile(r",? (?:and|or) |, ?")


def without_idle_words(line: str) -> str:
    """Take away the sentences that say nothing beside the code, and clauses that only point."""
    return _POINTER.sub("", _LEFT_OUT.sub("", _MOMENT.sub("Always in UTC", line)))


def without_lead_in(text: str) -> str:
    """Take away the sentence at the end that leads up to what is left out behind it."""
    line = text.strip()
    if not line.endswith(":"):
        return line
    ends = [found.end() for found in SENTENCE_END.finditer(line)]
    return line[: ends[-1]] if ends else ""


def without_values(text: str, values: AbstractSet[str]) -> str:
    """Take the sentence away that lists values, if the type has all of them."""
    if not values:
        return text
    known = {value.casefold() for value in values}

    def kept(found: re.Match[str]) -> str:
        listed = {value.casefold() for value in _JOINT.split(found[1])}
        return "" if listed <= known else found[0]

    return _VALUES.sub(kept, text)


def type_docstring(
    type_: StructuredType | EnumType, keys: tuple[str, ...] = ()
) -> PythonCode:
    """Write what a page says of a type and where, for the body of its class.

    `keys` are paragraphs on what has no docstring of its own.
    """
    page = f"`{type_.sources[0].path}`" if type_.sources else ""
    paragraphs = (*prose(type_.description), *keys)
    if page:
        paragraphs = (*paragraphs, f"See {page}.")
    return docstring(paragraphs or (f"`{short_name(type_.name)}`.",), "    ")


def pages_of(type_: StructuredType | EnumType) -> tuple[str, ...]:
    """Return the pages that declare a type, sorted."""
    return tuple(sorted({source.path for source in type_.sources}))


def changed_name(
    made: PythonName, name: str, sources: tuple[Source, ...], what: str
) -> tuple[Diagnostic, ...]:
    """Report a name that a reader would look for in another form."""
    if made == name or looks_alike(made, name) or not sources:
        return ()
    return (
        diagnostic(
            Code.PYTHON_NAME,
            f"{what} `{name}` is named `{made}` in Python",
            sources[0].path,
            sources[0].span,
            f"use `{made}` in Python code; the name in JSON is unchanged",
        ),
    )
