"""Reports: the same diagnostics as text, in one line each, and as JSON."""

import json

from docgen.diagnostics import Code, Diagnostic, Severity, diagnostic
from docgen.reporters import coloured_diff, palette, report
from docgen.source import START, Span

WRONG = diagnostic(
    Code.UNRESOLVED_TYPE,
    "no page declares `Strin`",
    "docs/team.md",
    Span(3, 5, 10),
    "write `String`",
)
WHOLE = diagnostic(Code.UNREADABLE_PAGE, "it is a folder", "docs/x.md", START)


def line(path: str, number: int) -> str | None:
    return "|id|Strin|" if (path, number) == ("docs/team.md", 3) else None


def report_of(form: str, *diagnostics: Diagnostic, is_coloured: bool = False) -> str:
    return report(form, diagnostics, 2, line, None, palette(is_coloured=is_coloured))


def test_text_has_the_position_the_source_line_and_the_help() -> None:
    assert report_of("text", WRONG).splitlines() == [
        "docs/team.md:3:5: warning[unresolved-type]: no page declares `Strin`",
        "  |id|Strin|",
        "      ^^^^^",
        "  help: write `String`",
    ]


def test_diagnostic_about_a_page_has_no_source_line() -> None:
    expected = "docs/x.md:1:1: error[unreadable-page]: it is a folder\n"
    assert report_of("text", WHOLE) == expected


def test_concise_has_one_line_per_diagnostic() -> None:
    assert report_of("concise", WRONG, WHOLE).splitlines() == [
        "docs/team.md:3:5: warning[unresolved-type]: no page declares `Strin`",
        "docs/x.md:1:1: error[unreadable-page]: it is a folder",
    ]


def test_json_has_every_field() -> None:
    assert json.loads(report_of("json", WRONG, WHOLE)) == {
        "version": 1,
        "diagnostics": [
            {
                "code": "unresolved-type",
                "severity": "warning",
                "message": "no page declares `Strin`",
                "help": "write `String`",
                "path": "docs/team.md",
                "line": 3,
                "column": 5,
                "end_column": 10,
                "fix": None,
            },
            {
                "code": "unreadable-page",
                "severity": "error",
                "message": "it is a folder",
                "help": "",
                "path": "docs/x.md",
                "line": 1,
                "column": 1,
                "end_column": 1,
                "fix": None,
            },
        ],
        "summary": {"pages": 2, "errors": 1, "warnings": 1, "notes": 0},
    }


def test_without_diagnostics_text_is_empty_and_json_an_object() -> None:
    assert report_of("text") == report_of("concise") == ""
    assert json.loads(report_of("json"))["diagnostics"] == []


def test_colours_only_add_escape_sequences() -> None:
    coloured = report_of("text", WRONG, is_coloured=True)
    colours = palette(is_coloured=True)
    assert f"{colours.warning}warning[unresolved-type]{colours.end}" in coloured
    for sequence in (colours.warning, colours.place, colours.help, colours.end):
        coloured = coloured.replace(sequence, "")
    assert coloured == report_of("text", WRONG)


def test_each_severity_has_a_colour_of_its_own() -> None:
    colours = palette(is_coloured=True)
    assert len({colours.of(severity) for severity in Severity}) == len(Severity)


def test_a_message_from_a_page_stays_on_its_line() -> None:
    odd = diagnostic(Code.INVALID_NAME, "`a\nb\x1b[2J`", "a\nb.md", Span(1, 2, 3))
    assert report_of("concise", odd) == "a␊b.md:1:2: error[invalid-name]: `a␊b␛[2J`\n"


def test_a_coloured_diff_has_the_same_content() -> None:
    text = "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n c\n"
    colours = palette(is_coloured=True)
    coloured = coloured_diff(text, colours)
    assert f"{colours.removed}-a{colours.end}\n" in coloured
    assert "\n c\n" in coloured
    assert coloured_diff(text, palette(is_coloured=False)) == text
