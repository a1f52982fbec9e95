"""Decoding: encodings, line endings, and characters that are not text."""

import codecs

import pytest

from docgen.markdown.decoding import decode
from docgen.source import Span

VALID = {
    "UTF-8": ("Größe".encode(), "Größe"),
    "a byte-order mark is removed": (codecs.BOM_UTF8 + b"a", "a"),
    "CRLF is one line ending": (b"a\r\nb", "a\nb"),
    "CR alone is a line ending": (b"a\rb\r", "a\nb\n"),
    "mixed line endings": (b"a\r\nb\nc\rd", "a\nb\nc\nd"),
    "an existing replacement character is kept": ("a\ufffdb".encode(), "a\ufffdb"),
    "tabs and form feeds are kept": (b"a\tb\x0cc", "a\tb\x0cc"),
}


@pytest.mark.parametrize("content", [b"", b"\r\n", codecs.BOM_UTF8, b" \t \xc2\xa0"])
def test_a_page_of_whitespace_is_reported_as_empty(content: bytes) -> None:
    assert [each.code for each in decode("a.md", content).diagnostics] == ["empty-page"]


REPAIRED = {
    "Windows-1252": (b"caf\xe9 \x93x\x94", "café “x”", Span(1, 4, 5)),
    "one invalid byte does not affect the UTF-8 around it": (
        "ü\n".encode() + b"b\xe9",
        "ü\nbé",
        Span(2, 2, 3),
    ),
    "a byte that is undefined in Windows-1252 is replaced": (
        b"a\x81",
        "a\ufffd",
        Span(1, 2, 3),
    ),
    "UTF-16 with a byte-order mark": (
        codecs.BOM_UTF16_LE + "aé".encode("utf-16-le"),
        "aé",
        None,
    ),
    "big-endian UTF-16": (
        codecs.BOM_UTF16_BE + "aé".encode("utf-16-be"),
        "aé",
        None,
    ),
    "UTF-32 with a byte-order mark": (
        codecs.BOM_UTF32_LE + "é".encode("utf-32-le"),
        "é",
        None,
    ),
    "truncated UTF-16": (codecs.BOM_UTF16_LE + b"a\0b", "a\ufffd", None),
    "NUL is replaced": (b"a\nb\0c", "a\nb\ufffdc", Span(2, 2, 3)),
    "a control character is replaced": (b"a\x1bb", "a\ufffdb", Span(1, 2, 3)),
}

NOT_TEXT = {
    "an image": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "only NUL": b"\0" * 100,
    "UTF-16 without a byte-order mark": ("a page of words" * 3).encode("utf-16-le"),
}


@pytest.mark.parametrize(("content", "text"), VALID.values(), ids=VALID)
def test_valid_text_is_not_changed(content: bytes, text: str) -> None:
    checked = decode("a.md", content)
    assert (checked.value, checked.diagnostics) == (text, ())


@pytest.mark.parametrize(("content", "text", "span"), REPAIRED.values(), ids=REPAIRED)
def test_other_text_is_repaired_and_reported(
    content: bytes, text: str, span: Span | None
) -> None:
    checked = decode("a.md", content)
    (diagnostic,) = checked.diagnostics
    assert (checked.value, diagnostic.code) == (text, "invalid-encoding")
    assert diagnostic.span == (span or Span(1))


@pytest.mark.parametrize("content", NOT_TEXT.values(), ids=NOT_TEXT)
def test_what_is_not_text_is_rejected(content: bytes) -> None:
    checked = decode("a.md", content)
    assert checked.value == ""
    assert [each.code for each in checked.diagnostics] == ["unreadable-page"]
