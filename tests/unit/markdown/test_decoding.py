"""From bytes to text: encodings, line ends, characters that no text has."""

import codecs

import pytest

from docgen.markdown.decoding import decode
from docgen.source import Span

CLEAN = {
    "UTF-8": ("Größe".encode(), "Größe"),
    "a byte-order mark is taken away": (codecs.BOM_UTF8 + b"a", "a"),
    "CRLF is one line end": (b"a\r\nb", "a\nb"),
    "a lone CR is a line end": (b"a\rb\r", "a\nb\n"),
    "mixed line ends": (b"a\r\nb\nc\rd", "a\nb\nc\nd"),
    "a replacement character that was there stays": ("a\ufffdb".encode(), "a\ufffdb"),
    "tabs and form feeds are text": (b"a\tb\x0cc", "a\tb\x0cc"),
}


@pytest.mark.parametrize("content", [b"", b"\r\n", codecs.BOM_UTF8, b" \t \xc2\xa0"])
def test_a_page_of_blanks_is_told_to_be_empty(content: bytes) -> None:
    assert [told.code for told in decode("a.md", content).diagnostics] == ["empty-page"]


REPAIRED = {
    "Windows-1252": (b"caf\xe9 \x93x\x94", "café “x”", Span(1, 4, 5)),
    "one wrong byte leaves the UTF-8 beside it alone": (
        "ü\n".encode() + b"b\xe9",
        "ü\nbé",
        Span(2, 2, 3),
    ),
    "a byte that Windows-1252 lacks is replaced": (b"a\x81", "a\ufffd", Span(1, 2, 3)),
    "UTF-16 with a mark": (codecs.BOM_UTF16_LE + "aé".encode("utf-16-le"), "aé", None),
    "UTF-16 the other way round": (
        codecs.BOM_UTF16_BE + "aé".encode("utf-16-be"),
        "aé",
        None,
    ),
    "UTF-32 with a mark": (codecs.BOM_UTF32_LE + "é".encode("utf-32-le"), "é", None),
    "half of UTF-16": (codecs.BOM_UTF16_LE + b"a\0b", "a\ufffd", None),
    "NUL is replaced": (b"a\nb\0c", "a\nb\ufffdc", Span(2, 2, 3)),
    "a control character is replaced": (b"a\x1bb", "a\ufffdb", Span(1, 2, 3)),
}

RUBBISH = {
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "nothing but NUL": b"\0" * 100,
    "UTF-16 without a mark": ("a page of words" * 3).encode("utf-16-le"),
}


@pytest.mark.parametrize(("content", "text"), CLEAN.values(), ids=CLEAN)
def test_clean_text_is_taken_as_it_is(content: bytes, text: str) -> None:
    checked = decode("a.md", content)
    assert (checked.value, checked.diagnostics) == (text, ())


@pytest.mark.parametrize(("content", "text", "place"), REPAIRED.values(), ids=REPAIRED)
def test_other_text_is_repaired_and_told(
    content: bytes, text: str, place: Span | None
) -> None:
    checked = decode("a.md", content)
    (told,) = checked.diagnostics
    assert (checked.value, told.code) == (text, "invalid-encoding")
    assert told.span == (place or Span(1))


@pytest.mark.parametrize("content", RUBBISH.values(), ids=RUBBISH)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    checked = decode("a.md", content)
    assert checked.value == ""
    assert [told.code for told in checked.diagnostics] == ["unreadable-page"]
