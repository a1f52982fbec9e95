r"""Decode the bytes of a file.

The result has no byte-order mark, its lines end in `\n`, and control characters and unpaired
surrogates are replaced with U+FFFD. Binary content is decoded as the empty string.
"""

import codecs

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.regex import Regex
from docgen.source import START, Span

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LITTLE_ENDIAN = (codecs.BOM_UTF32_LE, codecs.BOM_UTF16_LE)
_INVALID = Regex("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_MAX_INVALID = 8
_MAX_INVALID_SHARE = 0.02
_MIXED = "docgen.cp1252"


def decode(path: str, content: bytes) -> Result[str]:
    """Decode a page, and report what had to be replaced."""
    text, diagnostics = _decode(path, content)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text or text.isspace():
        return Result(text, (*diagnostics, _empty(path)))
    if not (invalid := _INVALID.findall(text)):
        return Result(text, diagnostics)
    if len(invalid) > max(_MAX_INVALID, _MAX_INVALID_SHARE * len(text)):
        return Result("", (_not_text(path),))
    return Result(_INVALID.sub("\ufffd", text), (*diagnostics, _replaced(path, text)))


class RawText(Struct, frozen=True, kw_only=True):
    """A page as text with its own line endings, and how its characters are encoded.

    It has a character for each one that `decode` returns, and one more for each CR LF. `start` is
    the length of the byte-order mark. `codec` encodes without a mark. With `is_mixed`, some bytes
    of `content` are not UTF-8, and each of them is one character.
    """

    text: str
    content: bytes
    start: int
    codec: str
    is_mixed: bool = False

    def encoded(self, text: str) -> bytes:
        """Return new text in the encoding of the page."""
        return text.encode(self.codec, "surrogatepass")

    def length(self, first: int, last: int, byte: int) -> int:
        """Return how many bytes some characters have, the first of which begins at `byte`."""
        text = self.text[first:last]
        if not self.is_mixed:
            length = len(self.encoded(text))
            return min(length, len(self.content) - byte)
        end = byte
        for character in text:
            encoded = self.encoded(character)
            end += len(encoded) if self.content.startswith(encoded, end) else 1
        return end - byte


def raw_text(content: bytes) -> RawText:
    """Return a page as text with its own line endings; nothing is replaced in it."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            codec = f"{encoding}-{'le' if mark in _LITTLE_ENDIAN else 'be'}"
            text = content.decode(encoding, "replace")
            return RawText(text=text, content=content, start=len(mark), codec=codec)
    start = len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("utf-8-sig", _MIXED)
        is_mixed = True
    else:
        is_mixed = False
    return RawText(
        text=text, content=content, start=start, codec="utf-8", is_mixed=is_mixed
    )


def _decode(path: str, content: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            text = content.decode(encoding, "replace")
            return text, (_other_encoding(path, encoding.upper(), START),)
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        span = _end_span(content[: error.start].decode("utf-8-sig", "replace"))
        text = content.decode("utf-8-sig", _MIXED)
        return text, (_other_encoding(path, "Windows-1252", span),)


def _decode_as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Decode the bytes that are not UTF-8 as Windows-1252; the rest of the file stays UTF-8."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return wrong.decode("cp1252", "replace"), error.end


codecs.register_error(_MIXED, _decode_as_cp1252)


def _end_span(before: str) -> Span:
    """Return the span of the character after `before`."""
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    column = len(lines[-1]) + 1
    return Span(len(lines), column, column + 1)


def _empty(path: str) -> Diagnostic:
    advice = "restore its content, or delete the file"
    return diagnostic(Code.EMPTY_PAGE, "page is empty", path, START, advice)


def _other_encoding(path: str, encoding: str, span: Span) -> Diagnostic:
    message = f"page is not UTF-8; reading it as `{encoding}`"
    advice = "save the page as UTF-8"
    return diagnostic(Code.INVALID_ENCODING, message, path, span, advice)


def _replaced(path: str, text: str) -> Diagnostic:
    first = _INVALID.search(text)
    span = _end_span(text[: first.start()]) if first else START
    name = f"U+{ord(first[0]):04X}" if first else "NUL"
    message = f"page contains control characters, the first is `{name}`; replacing them"
    advice = "delete the characters"
    return diagnostic(Code.INVALID_ENCODING, message, path, span, advice)


def _not_text(path: str) -> Diagnostic:
    advice = "save the page as UTF-8 text, or remove the file from the source"
    return diagnostic(Code.UNREADABLE_PAGE, "file is not text", path, START, advice)
