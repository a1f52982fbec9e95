r"""Decoding: the bytes of a file enter, text leaves.

The text has no byte-order mark, its lines end in `\n`, and no character that no text has: a
control character or half a surrogate pair is U+FFFD. What is no text at all is the empty text.
"""

import codecs
import re

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.source import START, Span

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_TEXT = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_MOST_ACCIDENTS = 8
_RUBBISH_SHARE = 0.02
_MIXED = "docgen.cp1252"


def decoded(path: str, content: bytes) -> Result[str]:
    """Give the text of a page, and what had to be repaired in it."""
    text, told = _text(path, content)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text or text.isspace():
        return Result(text, (*told, _empty(path)))
    if not (accidents := _NO_TEXT.findall(text)):
        return Result(text, told)
    if len(accidents) > max(_MOST_ACCIDENTS, _RUBBISH_SHARE * len(text)):
        return Result("", (_unreadable(path),))
    return Result(_NO_TEXT.sub("\ufffd", text), (*told, _replaced(path, text)))


def _empty(path: str) -> Diagnostic:
    advice = "write the page, or delete the file"
    return diagnostic(Code.EMPTY_PAGE, "the page is empty", path, START, advice)


def _text(path: str, content: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = content.decode(encoding, "replace")
            return text, (_other_encoding(path, encoding.upper(), START),)
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        place = _place(content[: error.start].decode("utf-8-sig", "replace"))
        text = content.decode("utf-8-sig", _MIXED)
        return text, (_other_encoding(path, "Windows-1252", place),)


def _bytes_of_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as Windows-1252, and leave the rest of the file alone."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return wrong.decode("cp1252", "replace"), error.end


codecs.register_error(_MIXED, _bytes_of_cp1252)


def _place(before: str) -> Span:
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    column = len(lines[-1]) + 1
    return Span(len(lines), column, column + 1)


def _other_encoding(path: str, encoding: str, place: Span) -> Diagnostic:
    return diagnostic(
        Code.INVALID_ENCODING,
        f"the page is not UTF-8; it was read as `{encoding}`",
        path,
        place,
        "save the page as UTF-8",
    )


def _replaced(path: str, text: str) -> Diagnostic:
    first = _NO_TEXT.search(text)
    place = _place(text[: first.start()]) if first else START
    named = f"U+{ord(first[0]):04X}" if first else "NUL"
    return diagnostic(
        Code.INVALID_ENCODING,
        f"the page holds characters that no text has, the first is `{named}`",
        path,
        place,
        "delete the character",
    )


def _unreadable(path: str) -> Diagnostic:
    return diagnostic(
        Code.UNREADABLE_PAGE,
        "the file holds bytes that are no text",
        path,
        START,
        "save the page as UTF-8 text, or take the file out of the source",
    )
