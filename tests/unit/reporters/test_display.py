"""What a terminal is shown of a line of a page, and where the carets stand."""

import pytest

from docgen.reporters.display import excerpt, harmless
from docgen.source import Span

HARMLESS = {
    "plain text stays": ("team (größer) 会議", "team (größer) 会議"),
    "a tab is four blanks": ("a\tb", "a    b"),
    "a line end does not end the line": ("a\nb", "a\u240ab"),
    "an escape sequence is shown": ("\x1b[31mred", "\u241b[31mred"),
    "a NUL is shown": ("\x00", "\u2400"),
    "a bell of eight bits is shown": ("\x9b31m", "\ufffd31m"),
    "a mark that turns the writing is shown": ("a\u202eb\u2066c", "a\ufffdb\ufffdc"),
    "a line separator is shown": ("a\u2028b", "a\ufffdb"),
    "half a character is shown": ("\udcff", "\ufffd"),
}


@pytest.mark.parametrize(("text", "shown"), HARMLESS.values(), ids=HARMLESS.keys())
def test_no_text_reaches_the_terminal_as_a_command(text: str, shown: str) -> None:
    assert harmless(text) == shown


def pointed(line: str, column: int, end_column: int) -> list[str]:
    shown = excerpt(line, Span(1, column, end_column))
    return [shown.line, shown.carets]


CARETS = {
    "under each character of the span": (
        ("|id|Strin|", 5, 10),
        ["|id|Strin|", "    ^^^^^"],
    ),
    "one where the span is empty": (("|id|", 2, 2), ["|id|", " ^"]),
    "one behind the line": (("|id|", 9, 12), ["|id|", "    ^"]),
    "two under a wide character": (("会議|x|", 1, 3), ["会議|x|", "^^^^"]),
    "moved by wide characters before": (("会議|x|", 4, 5), ["会議|x|", "     ^"]),
    "not moved by accents before": (("e\u0301|x", 4, 5), ["e\u0301|x", "  ^"]),
    "moved by a tab before": (("\t|x", 3, 4), ["    |x", "     ^"]),
    "under a sign for what can't be shown": (("a\x00b", 2, 3), ["a\u2400b", " ^"]),
    "on an empty line": (("", 1, 1), ["", "^"]),
}


@pytest.mark.parametrize(("given", "shown"), CARETS.values(), ids=CARETS.keys())
def test_the_carets_stand(given: tuple[str, int, int], shown: list[str]) -> None:
    assert pointed(*given) == shown


def test_a_long_line_is_cut_around_the_span() -> None:
    line, carets = pointed("a" * 500 + "Strin" + "b" * 500, 501, 506)
    assert line.startswith("…aaa")
    assert line.endswith("bbb…")
    assert len(line) == 98
    assert line[carets.index("^") : carets.rindex("^") + 1] == "Strin"


def test_the_end_of_a_long_line_is_shown_to_its_end() -> None:
    line, carets = pointed("a" * 500 + "Strin", 501, 506)
    assert line.endswith("aaaStrin")
    assert line[carets.index("^") :] == "Strin"


def test_a_long_span_has_carets_as_far_as_the_line_is_shown() -> None:
    line, carets = pointed("a" * 500, 3, 500)
    assert (len(line), len(carets)) == (97, 96)


def test_a_million_characters_cost_no_more_than_what_is_shown() -> None:
    line, _ = pointed("会" * 1_000_000, 500_000, 500_001)
    assert len(line) == 98
