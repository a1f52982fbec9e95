r"""JSON on pages: parse an object, repair it if that needs no guessing, locate its keys.

Content that is valid JSON is used unchanged. Otherwise it is split into tokens, and these mistakes
are repaired: comments, extra commas, missing commas between lines, curly and single quotes, keys
without quotes, words of Python, unusual spaces, line breaks in strings, and dots in place of what
is omitted. If that is not enough, character references (`&quot;`) are decoded. Nothing beyond that
is guessed.

    token  := whitespace | comment | string | curly | single | punctuation | dots | word | other
    curly  := a string in curly quotes
    single := a string in single quotes, on one line
    word   := letters, digits and `.+-_`               -- a number, true, null, or invalid

The result is canonical: the output of `json.dumps`, with non-ASCII characters unescaped. The first
value of a duplicate key wins. NaN, numbers out of the range of a float, and nesting of more than
100 levels are invalid.
"""

import json
import math
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import TypeAlias

from msgspec import Struct

from docgen.regex import Regex
from docgen.source import START, Span

CHARACTER_REFERENCES = "character references"
DOTS = "dots"
MAX_LEVELS = 100
MAX_REPAIRED_LENGTH = 1_000_000

_STRING_OR_BRACKET = Regex(r'"(?>(?:[^"\\]|\\.)*)"?|[{}\[\]]', re.DOTALL)
_OPENING = ("{", "[")
_CLOSING = ("}", "]")
_BRACKETS = "{}[]"
_QUOTES = '“”„"'
_REFERENCE = Regex(r"&(?:quot|apos|lt|gt|amp|nbsp|#x?[0-9a-fA-F]{1,6});")
_SURROGATES = Regex("[\ud800-\udfff]")


class Correction(Struct, frozen=True):
    """What to write instead of the content of a span."""

    span: Span
    text: str


class Repair(Struct, frozen=True, kw_only=True):
    """A repaired mistake: a noun phrase such as "an extra comma", and its position.

    The `corrections` make valid JSON of it; without them a reader would lose something.
    """

    problem: str
    span: Span
    corrections: tuple[Correction, ...] = ()


class _Token(Struct, frozen=True):
    """A token: its kind (see the grammar above), its text, and its position on its first line."""

    kind: str
    text: str
    span: Span


class ParsedObject(Struct, frozen=True, kw_only=True):
    """A JSON object in canonical form; `json` is None if the input could not be repaired."""

    json: str | None
    repairs: tuple[Repair, ...] = ()


def read_object(text: str, start: Span = START) -> ParsedObject:
    """Parse the JSON object in `text`, whose first character is at `start` on the page."""
    found = _read(text, start)
    reference = _REFERENCE.search(text) if found.json is None else None
    if reference is None:
        return found
    decoded = _read(decoded_references(text), start)
    if decoded.json is None:
        return decoded
    found_at = [
        Correction(_span_of(text, each, start), unescape(each[0]))
        for each in _REFERENCE.finditer(text)
    ]
    repair = Repair(
        problem=CHARACTER_REFERENCES,
        span=found_at[0].span,
        corrections=tuple(found_at),
    )
    return ParsedObject(json=decoded.json, repairs=(repair, *decoded.repairs))


def _read(text: str, start: Span) -> ParsedObject:
    """Parse an object without decoding character references."""
    canonical = _canonical(text)
    if canonical is not None:
        return ParsedObject(json=canonical)
    if len(text) > MAX_REPAIRED_LENGTH:
        return ParsedObject(json=None)
    tokens, repairs = _repaired(_tokens(text, start))
    canonical = _canonical("".join(token.text for token in tokens))
    return ParsedObject(
        json=canonical, repairs=repairs if canonical is not None else ()
    )


def decoded_references(text: str) -> str:
    """Replace the character references in JSON that a tool has escaped, such as `&quot;`."""
    return _REFERENCE.sub(lambda reference: unescape(reference[0]), text)


def _span_of(text: str, found: re.Match[str], start: Span) -> Span:
    line = text.count("\n", 0, found.start())
    before = found.start() - (text.rfind("\n", 0, found.start()) + 1)
    column = before + (1 if line else start.column)
    return Span(start.line + line, column, column + len(found[0]))


def top_level_keys(text: str, start: Span = START) -> tuple[tuple[str, Span], ...]:
    """Return the keys of the object in `text` with their positions, without their quotes."""
    keys: list[tuple[str, Span]] = []
    level = 0
    last: _Token | None = None
    for token in _tokens(text, start):
        if token.kind in ("whitespace", "comment"):
            continue
        if token.text in _OPENING:
            level += 1
        elif token.text in _CLOSING:
            level -= 1
        elif token.text == ":" and level == 1 and last and last.kind in _KEYS:
            keys.append(_key(last))
        last = token
    return tuple(keys)


JsonPath: TypeAlias = tuple[str | int, ...]
"""The keys and indexes that lead to a value: `("members", 0, "name")`."""


class ValuePosition(Struct, frozen=True, kw_only=True):
    """Where a value is, and its key without quotes; items of arrays have no key."""

    key: Span | None
    value: Span


def value_positions(text: str, start: Span = START) -> dict[JsonPath, ValuePosition]:
    """Return the positions of all values in an object or array, after repairs.

    A value that is an object or an array is at its opening bracket.
    """
    return _Locator(_repaired(_tokens(text, start))[0]).positions


class _Locator:
    """Walks through the tokens of repaired JSON."""

    def __init__(self, tokens: Iterable[_Token]) -> None:
        self.positions: dict[JsonPath, ValuePosition] = {}
        self._path: list[str | int] = []
        self._key: Span | None = None
        self._pending: _Token | None = None
        for token in tokens:
            if token.kind != "whitespace" and len(self._path) <= MAX_LEVELS:
                self._add(token)
        self._flush()

    def _add(self, token: _Token) -> None:
        if token.text in _OPENING and token.kind == "punctuation":
            self._flush()
            self._locate(token)
            self._path.append("" if token.text == "{" else 0)
        elif token.text in _CLOSING and token.kind == "punctuation":
            self._flush()
            if self._path:
                self._path.pop()
        elif token.text == ":" and token.kind == "punctuation":
            if self._pending and self._path and isinstance(self._path[-1], str):
                name, inner = _key(self._pending)
                is_quoted = self._pending.text[:1] == '"'
                is_unquoted = is_quoted and inner.end_column < inner.column + len(name)
                self._path[-1] = name
                self._key = self._pending.span if is_unquoted else inner
            self._pending = None
        elif token.text == "," and token.kind == "punctuation":
            self._flush()
            if self._path and isinstance(last := self._path[-1], int):
                self._path[-1] = last + 1
        else:
            self._flush()
            self._pending = token

    def _flush(self) -> None:
        """Locate the last string or word, which is a value as no colon followed."""
        if self._pending:
            self._locate(self._pending)
            self._pending = None

    def _locate(self, token: _Token) -> None:
        position = ValuePosition(key=self._key, value=_on_first_line(token))
        self.positions.setdefault(tuple(self._path), position)
        self._key = None


def _on_first_line(token: _Token) -> Span:
    """Return the position of the part of a token that is on its first line."""
    length = len(token.text.partition("\n")[0])
    end = min(token.span.end_column, token.span.column + length)
    return Span(token.span.line, token.span.column, end)


def _canonical(text: str) -> str | None:
    if not _is_shallow(text):
        return None
    try:
        value: object = json.loads(
            text,
            object_pairs_hook=_first_wins,
            parse_constant=_reject,
            parse_float=_finite,
        )
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    return _SURROGATES.sub("\ufffd", json.dumps(value, ensure_ascii=False))


def _is_shallow(text: str) -> bool:
    if text.count("{") + text.count("[") <= MAX_LEVELS:
        return True
    level = deepest = 0
    for found in _STRING_OR_BRACKET.finditer(text):
        if found[0] in _BRACKETS:
            level += 1 if found[0] in _OPENING else -1
            deepest = max(deepest, level)
    return deepest <= MAX_LEVELS


def _first_wins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result: dict[str, object] = {}
    for key, value in pairs:
        result.setdefault(key, value)
    return result


def _reject(constant: str) -> object:
    raise ValueError(constant)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(digits)
    return number


_KEYS = ("string", "curly", "single", "word")
_PYTHON_WORDS = {"True": "true", "False": "false", "None": "null"}
_TOKEN = Regex(
    r"""
      (?P<whitespace>[ \t\n]++)
    | (?P<comment>//[^\n]*+ | /\*(?>(?:[^*]|\*(?!/))*)(?:\*/)?)
    | (?P<string>"(?>(?:[^"\\]|\\.)*)"?)
    | (?P<curly>[“”„](?>(?:[^“”„"\n\\]|\\.)*)[“”„"]?)
    | (?P<single>'[^'"\\\n]*+')
    | (?P<punctuation>[{}\[\]:,])
    | (?P<dots>\.{3,}+(?![\w+-])|\u2026)
    | (?P<word>[\w.+-]++)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def _tokens(text: str, start: Span) -> Iterator[_Token]:
    """Return the tokens of `text`; together they contain every character."""
    line, column = start.line, start.column
    for found in _TOKEN.finditer(text):
        token = found[0]
        end = column + len(token)
        yield _Token(found.lastgroup or "other", token, Span(line, column, end))
        if "\n" in token:
            line += token.count("\n")
            column = len(token) - token.rindex("\n")
        else:
            column = end


def _key(token: _Token) -> tuple[str, Span]:
    span = token.span
    if token.kind == "word":
        return token.text, span
    try:
        name = str(json.loads(token.text, strict=False))
    except ValueError:
        is_single = token.kind == "single"
        name = token.text[1:-1] if is_single else token.text.strip(_QUOTES)
    inner = Span(span.line, span.column + 1, max(span.column + 1, span.end_column - 1))
    return _SURROGATES.sub("\ufffd", name), inner


_VALUES = ("string", "word")
_RAW = Regex(r"[\t\n]")
_ESCAPED = {"\n": "\\n", "\t": "\\t"}
_INVISIBLE_SPACES = "\u200b\ufeff"


def _repaired(tokens: Iterable[_Token]) -> tuple[list[_Token], tuple[Repair, ...]]:
    """Repair what can be repaired; the resulting tokens need not be valid JSON."""
    repairer = _Repairer()
    for token in tokens:
        repairer.add(token)
    return repairer.tokens, tuple(repairer.repairs)


class _Repairer:
    """The tokens so far, after repairs."""

    def __init__(self) -> None:
        self.tokens: list[_Token] = []
        self.repairs: list[Repair] = []
        self._open_brackets: list[str] = []
        self._last = -1
        self._before_last = ""
        self._has_newline = False
        self._is_after_dots = False

    def add(self, original: _Token) -> None:
        """Add the next token."""
        token, problem = _repaired_token(original)
        if problem:
            self._report(problem, original, *_corrections(original, token))
        if token.kind == "dots":
            self._report(DOTS, original)
            token = self._instead_of_dots(token)
            self._is_after_dots = True
        elif self._is_after_dots and token.text == "," and self._needs_no_comma():
            token = _Token("whitespace", "", token.span)
        if token.kind == "whitespace":
            self._has_newline = self._has_newline or "\n" in token.text
            self.tokens.append(token)
            return
        if self._last >= 0:
            self._repair_comma_before(token)
            self._repair_key_before(token)
        self._append(token)

    def _instead_of_dots(self, token: _Token) -> _Token:
        """Return null for a value that is omitted; the dots for omitted items are removed."""
        if self._last >= 0 and self.tokens[self._last].text == ":":
            return _Token("word", "null", token.span)
        return _Token("whitespace", " ", token.span)

    def _needs_no_comma(self) -> bool:
        return self._last >= 0 and self.tokens[self._last].text in (",", *_OPENING)

    def _repair_comma_before(self, token: _Token) -> None:
        last = self.tokens[self._last]
        if last.text == "," and token.text in (",", *_CLOSING):
            self.tokens[self._last] = _Token("whitespace", "", last.span)
            if not self._is_after_dots:
                self._report("an extra comma", last, Correction(last.span, ""))
        elif self._has_newline and self._lacks_comma(last, token):
            self.tokens.append(_Token("punctuation", ",", token.span))
            end = Span(last.span.line, last.span.end_column, last.span.end_column)
            self._report("no comma on the previous line", token, Correction(end, ","))

    def _lacks_comma(self, last: _Token, token: _Token) -> bool:
        """Return whether a value ends on one line and another begins on the next."""
        ends = last.kind in _VALUES or last.text in _CLOSING
        begins = token.kind in _VALUES or token.text in _OPENING
        if not (ends and begins and self._open_brackets):
            return False
        return token.kind == "string" or self._open_brackets[-1] == "["

    def _repair_key_before(self, token: _Token) -> None:
        last = self.tokens[self._last]
        if token.text != ":" or last.kind != "word":
            return
        if self._before_last in ("{", ","):
            self.tokens[self._last] = _Token("string", f'"{last.text}"', last.span)
            self._report(
                "an unquoted key", last, Correction(last.span, f'"{last.text}"')
            )

    def _append(self, token: _Token) -> None:
        if token.text in _OPENING:
            self._open_brackets.append(token.text)
        elif token.text in _CLOSING and self._open_brackets:
            self._open_brackets.pop()
        if self._last >= 0:
            self._before_last = self.tokens[self._last].text
        self._last, self._has_newline = len(self.tokens), False
        self._is_after_dots = False
        self.tokens.append(token)

    def _report(self, problem: str, token: _Token, *corrections: Correction) -> None:
        self.repairs.append(
            Repair(problem=problem, span=_on_first_line(token), corrections=corrections)
        )


def _corrections(original: _Token, repaired: _Token) -> Iterator[Correction]:
    """Yield how to write a repaired token; comments and line breaks are left to the author."""
    if original.kind != "comment" and "\n" not in original.text:
        yield Correction(original.span, repaired.text)


def _repaired_token(token: _Token) -> tuple[_Token, str]:
    """Return a token as valid JSON, and the problem it had, if any."""
    match token.kind:
        case "comment":
            return _Token("whitespace", "\n", token.span), "a comment"
        case "curly":
            text = json.dumps(token.text.strip(_QUOTES), ensure_ascii=False)
            return _Token("string", text, token.span), "curly quotes"
        case "single":
            text = json.dumps(token.text[1:-1], ensure_ascii=False)
            return _Token("string", text, token.span), "single quotes"
        case "word" if token.text in _PYTHON_WORDS:
            text = _PYTHON_WORDS[token.text]
            return _Token("word", text, token.span), "a word of Python"
        case "other" if token.text.isspace() or token.text in _INVISIBLE_SPACES:
            return _Token("whitespace", " ", token.span), "an unusual space"
        case "string" if _RAW.search(token.text):
            text = _RAW.sub(lambda raw: _ESCAPED[raw[0]], token.text)
            return _Token("string", text, token.span), "a line break in a string"
        case _:
            return token, ""
