"""Lines of pages on a terminal, and the positions of carets."""

import pytest

from docgen.reporters.display import excerpt, harmless
from docgen.source import Span

HARMLESS = {
    "printable text is unchanged": ("team (größer) 会議", "team (größer) 会議"),
    "a tab becomes four spaces": ("a\tb", "a    b"),
    "a newline is replaced by a symbol": ("a\nb", "a\u240ab"),
    "an escape character is replaced": ("\x1b[31mred", "\u241b[31mred"),
    "a NUL is replaced": ("\x00", "\u2400"),
    "an eight-bit control character is replaced": ("\x9b31m", "\ufffd31m"),
    "marks of writing direction are replaced": ("a\u202eb\u2066c", "a\ufffdb\ufffdc"),
    "a line separator is replaced": ("a\u2028b", "a\ufffdb"),
    "a lone surrogate is replaced": ("\udcff", "\ufffd"),
}


@pytest.mark.parametrize(("text", "shown"), HARMLESS.values(), ids=HARMLESS.keys())
def test_control_characters_do_not_reach_the_terminal(text: str, shown: str) -> None:
    assert harmless(text) == shown


def pointed(line: str, column: int, end_column: int) -> list[str]:
    shown = excerpt(line, Span(1, column, end_column))
    return [shown.line, shown.carets]


CARETS = {
    "under each character of the span": (
        ("|id|Strin|", 5, 10),
        ["|id|Strin|", "    ^^^^^"],
    ),
    "one for an empty span": (("|id|", 2, 2), ["|id|", " ^"]),
    "one after the end of the line": (("|id|", 9, 12), ["|id|", "    ^"]),
    "two under a wide character": (("会議|x|", 1, 3), ["会議|x|", "^^^^"]),
    "shifted by wide characters before": (("会議|x|", 4, 5), ["会議|x|", "     ^"]),
    "not shifted by combining accents before": (
        ("e\u0301|x", 4, 5),
        ["e\u0301|x", "  ^"],
    ),
    "shifted by a tab before": (("\t|x", 3, 4), ["    |x", "     ^"]),
    "under the symbol for a control character": (("a\x00b", 2, 3), ["a\u2400b", " ^"]),
    "on an empty line": (("", 1, 1), ["", "^"]),
}


@pytest.mark.parametrize(("given", "shown"), CARETS.values(), ids=CARETS.keys())
def test_the_carets_are(given: tuple[str, int, int], shown: list[str]) -> None:
    assert pointed(*given) == shown


def test_a_long_line_is_cut_around_the_span() -> None:
    line, carets = pointed("a" * 500 + "Strin" + "b" * 500, 501, 506)
    assert line.startswith("…aaa")
    assert line.endswith("bbb…")
    assert len(line) == 98
    assert line[carets.index("^") : carets.rindex("^") + 1] == "Strin"


def test_a_long_line_is_shown_up_to_its_end_if_the_span_is_there() -> None:
    line, carets = pointed("a" * 500 + "Strin", 501, 506)
    assert line.endswith("aaaStrin")
    assert line[carets.index("^") :] == "Strin"


def test_the_carets_of_a_long_span_end_where_the_line_is_cut() -> None:
    line, carets = pointed("a" * 500, 3, 500)
    assert (len(line), len(carets)) == (97, 96)


def test_only_the_visible_part_of_a_long_line_is_processed() -> None:
    line, _ = pointed("会" * 1_000_000, 500_000, 500_001)
    assert len(line) == 98
