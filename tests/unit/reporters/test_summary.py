"""The last line of a run, in words."""

import pytest

from docgen.diagnostics import Code, diagnostic
from docgen.reporters import at_most, counted, summary
from docgen.source import START

CODES = {
    "error": Code.INVALID_NAME,
    "warning": Code.BROKEN_LINK,
    "note": Code.PLACEHOLDER,
}

SUMMARIES = {
    "no diagnostics": ((12, []), "12 pages"),
    "one of each": (
        (1, ["error", "warning", "note"]),
        "1 page: 1 error, 1 warning, 1 note",
    ),
    "several, none of one severity": (
        (2, ["note", "error", "note"]),
        "2 pages: 1 error, 2 notes",
    ),
    "thousands": ((1239, []), "1,239 pages"),
    "no page": ((0, []), "0 pages"),
}


@pytest.mark.parametrize(("given", "text"), SUMMARIES.values(), ids=SUMMARIES.keys())
def test_summary(given: tuple[int, list[str]], text: str) -> None:
    pages, severities = given
    reported = [diagnostic(CODES[one], "", "", START) for one in severities]
    assert summary(pages, reported) == text


TIMES = {
    "moments": (0.04, "2 pages in 0.0 s: 1 note"),
    "seconds": (3.14, "2 pages in 3.1 s: 1 note"),
    "hours": (3600.0, "2 pages in 3,600.0 s: 1 note"),
}


@pytest.mark.parametrize(("seconds", "text"), TIMES.values(), ids=TIMES.keys())
def test_summary_has_the_duration(seconds: float, text: str) -> None:
    reported = [diagnostic(Code.PLACEHOLDER, "", "", START)]
    assert summary(2, reported, seconds) == text


def test_one_is_singular() -> None:
    counts = [counted(number, "file") for number in (0, 1, 2)]
    assert counts == ["0 files", "1 file", "2 files"]


def test_a_long_list_ends_with_how_many_more_there_are() -> None:
    lines = [str(number) for number in range(25)]
    assert at_most(lines) == [*lines[:20], "… and 5 more"]
    assert at_most(lines[:20]) == lines[:20]
