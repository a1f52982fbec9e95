"""Only the bytes of the edits change, whatever the encoding and the line endings of a page are."""

import pytest

from docgen.fixes.original import edited_content
from docgen.fixes.page_text import PageText
from docgen.markdown.decoding import decode

TEXT = "# shīp 𝄞  \n\n|naïve|\n|end|"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CR LF", "CR"])
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "utf-32-be"],
)
def test_new_text_has_the_encoding_and_the_line_ending_of_the_page(
    encoding: str, newline: str
) -> None:
    mark = "\ufeff" if encoding.endswith("-be") else ""
    content = (mark + TEXT).replace("\n", newline).encode(encoding)
    place = TEXT.index("ïve")
    edits = [(place, place + 1, "é"), (len(TEXT), len(TEXT), "\n|ü|")]
    edited = TEXT.replace("ïve", "éve") + "\n|ü|"
    expected = (mark + edited).replace("\n", newline).encode(encoding)
    assert edited_content(content, edits) == expected


def test_bytes_that_are_not_utf_8_stay() -> None:
    content = b"caf\xe9 \xc3\xa9 \x93old\x94\r\nna\xefve\n"
    text = decode("page.md", content).value
    place = text.index("old")
    edited = edited_content(content, [(place, place + 3, "new é")])
    assert edited == content.replace(b"old", b"new \xc3\xa9")


def test_control_characters_and_trailing_spaces_stay() -> None:
    content = b"a\x00b  \r\nsize\t\r\n\r\n"
    edited = edited_content(content, [(6, 10, "x\ny")])
    assert edited == b"a\x00b  \r\nx\r\ny\t\r\n\r\n"


def test_each_line_keeps_its_own_line_ending() -> None:
    assert edited_content(b"a\r\nb\nc", [(1, 1, "\n1"), (3, 3, "\n2")]) == (
        b"a\r\n1\r\nb\n2\nc"
    )


def test_a_deleted_line_is_deleted_with_its_line_ending() -> None:
    assert edited_content(b"a\r\nb\r\nc\r\n", [(2, 4, "")]) == b"a\r\nc\r\n"


def test_text_that_would_be_read_differently_is_not_written() -> None:
    assert edited_content(b"a", [(1, 1, "\x00")]) is None


def test_positions_outside_of_the_page_have_no_offset() -> None:
    page = PageText("one\ntwo")
    assert page.position(4).line == 2
    for line, column in ((0, 1), (3, 1), (1, 5), (2, 0)):
        place = type(page.position(0))(line, column)
        assert page.offset(place) is None
