"""Repairs: tokens that are no JSON enter, tokens that may be JSON leave.

Put right are comments, commas too many or (between two lines) too few, curly quotation marks, keys
without any, odd blanks, and line ends in strings. Nothing is guessed beyond that.
"""

import json
import re
from collections.abc import Iterable

from msgspec import Struct

from docgen.jsontext.tokens import CLOSING, OPENING, QUOTES, Token
from docgen.source import Span

_RAW = re.compile(r"[\t\n]")
_ESCAPED = {"\n": "\\n", "\t": "\\t"}
_VALUES = ("string", "word")
_ODD_BLANKS = "\u200b\ufeff"


class Repair(Struct, frozen=True, kw_only=True):
    """What was put right, in words that follow "has", and where."""

    what: str
    span: Span


def repaired(tokens: Iterable[Token]) -> tuple[list[Token], tuple[Repair, ...]]:
    """Put right what can be, token by token; the result need not be JSON."""
    repairs = _Repairs()
    for token in tokens:
        repairs.take(token)
    return repairs.kept, tuple(repairs.made)


class _Repairs:
    """The tokens that were kept so far, and what was put right in them."""

    def __init__(self) -> None:
        self.kept: list[Token] = []
        self.made: list[Repair] = []
        self._open_marks: list[str] = []
        self._last = -1
        self._before_last = ""
        self._has_line_end = False

    def take(self, raw: Token) -> None:
        """Take the next token."""
        token, what = _mended(raw)
        if what:
            self._tell(what, raw)
        if token.kind == "blank":
            self._has_line_end = self._has_line_end or "\n" in token.text
            self.kept.append(token)
            return
        if self._last >= 0:
            self._mend_comma_before(token)
            self._mend_key_before(token)
        self._keep(token)

    def _mend_comma_before(self, token: Token) -> None:
        last = self.kept[self._last]
        if last.text == "," and token.text in (",", *CLOSING):
            self.kept[self._last] = Token("blank", "", last.span)
            self._tell("a comma too many", last)
        elif self._has_line_end and self._lacks_comma(last, token):
            self.kept.append(Token("mark", ",", token.span))
            self._tell("no comma on the line before", token)

    def _mend_key_before(self, token: Token) -> None:
        last = self.kept[self._last]
        if token.text != ":" or last.kind != "word":
            return
        if self._before_last in ("{", ","):
            self.kept[self._last] = Token("string", f'"{last.text}"', last.span)
            self._tell("a key without quotation marks", last)

    def _keep(self, token: Token) -> None:
        if token.text in OPENING:
            self._open_marks.append(token.text)
        elif token.text in CLOSING and self._open_marks:
            self._open_marks.pop()
        if self._last >= 0:
            self._before_last = self.kept[self._last].text
        self._last, self._has_line_end = len(self.kept), False
        self.kept.append(token)

    def _lacks_comma(self, last: Token, token: Token) -> bool:
        """Say whether a value ends on one line and another begins on the next."""
        ends = last.kind in _VALUES or last.text in CLOSING
        begins = token.kind in _VALUES or token.text in OPENING
        if not (ends and begins and self._open_marks):
            return False
        return token.kind == "string" or self._open_marks[-1] == "["

    def _tell(self, what: str, token: Token) -> None:
        self.made.append(Repair(what=what, span=token.span))


def _mended(token: Token) -> tuple[Token, str]:
    match token.kind:
        case "comment":
            return Token("blank", "\n", token.span), "a comment"
        case "curly":
            text = json.dumps(token.text.strip(QUOTES), ensure_ascii=False)
            return Token("string", text, token.span), "curly quotation marks"
        case "other" if token.text.isspace() or token.text in _ODD_BLANKS:
            return Token("blank", " ", token.span), "an odd blank"
        case "string" if _RAW.search(token.text):
            text = _RAW.sub(lambda raw: _ESCAPED[raw[0]], token.text)
            return Token("string", text, token.span), "a line end in a string"
        case _:
            return token, ""
