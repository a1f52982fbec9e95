"""`rdjson`: positions count bytes of UTF-8, and a suggestion is what the fix does."""

import json

import pytest

from docgen.commands.report import no_line
from docgen.diagnostics import Code, Replacement, Severity, diagnostic
from docgen.fixes import PageText, fix_of
from docgen.reporters.rdjson import rdjson_report
from docgen.source import Span

PAGE = PageText("# shíp\n\n|größe|Size|\n|b|\n" + "\n" * 30 + "|Size|\n")


def reported(
    *replacements: Replacement, code: Code = Code.NAME_CASE
) -> dict[str, object]:
    """Return the diagnostic of `Size` on line 3, with these replacements, as a dictionary."""
    one = diagnostic(code, "wrong", "a.md", Span(3, 8, 12), "help", *replacements)
    text = rdjson_report(
        [one],
        lambda path, number: PAGE.line(number) if path == "a.md" else None,
        lambda one: fix_of(one, PAGE),
    )
    (found,) = json.loads(text)["diagnostics"]
    return dict(found)


def place(line: int, column: int) -> dict[str, int]:
    return {"line": line, "column": column}


def test_a_diagnostic_has_message_help_code_and_severity() -> None:
    found = reported()
    assert found["message"] == "wrong\nhelp: help"
    assert found["code"] == {"value": "name-case"}
    assert found["severity"] == "INFO"
    assert "suggestions" not in found


def test_columns_count_bytes() -> None:
    assert reported()["location"] == {
        "path": "a.md",
        "range": {"start": place(3, 10), "end": place(3, 14)},
    }


def test_a_fix_is_a_suggestion() -> None:
    assert reported(Replacement("size", "Size"))["suggestions"] == [
        {"range": {"start": place(3, 10), "end": place(3, 14)}, "text": "size"}
    ]


def test_lines_of_a_suggestion_end_in_a_newline_on_every_page() -> None:
    page = PageText.of(b"# Ship\r\n\r\n## Properties\r\n")
    one = diagnostic(Code.EMPTY_SECTION, "x", "a.md", Span(3, 1, 14))
    text = rdjson_report([one], no_line, lambda one: fix_of(one, page))
    (found,) = json.loads(text)["diagnostics"]
    assert [each["text"] for each in found["suggestions"]] == ["\n\nNone."]


def test_edits_that_belong_together_are_one_suggestion() -> None:
    second = Replacement("c", "b", Span(4, 2, 3))
    assert reported(Replacement("size", "Size"), second)["suggestions"] == [
        {
            "range": {"start": place(3, 10), "end": place(4, 3)},
            "text": "size|\n|c",
        }
    ]


def test_edits_that_are_far_apart_are_not_a_suggestion() -> None:
    second = Replacement("size", "Size", Span(35, 2, 6))
    assert "suggestions" not in reported(Replacement("size", "Size"), second)


@pytest.mark.parametrize(("lines", "is_suggested"), [(20, True), (21, False)])
def test_edits_are_joined_over_twenty_lines(lines: int, is_suggested: bool) -> None:
    page = PageText("a\n" * 30)
    edits = (Replacement("b", "a"), Replacement("b", "a", Span(3 + lines, 1, 2)))
    one = diagnostic(Code.REPAIRED_JSON, "x", "a.md", Span(3, 1, 2), "help", *edits)
    text = rdjson_report([one], no_line, lambda one: fix_of(one, page))
    assert ("suggestions" in json.loads(text)["diagnostics"][0]) == is_suggested


def test_one_edit_of_many_lines_is_a_suggestion() -> None:
    page = PageText("## Properties\n\n" + "|a|\n" * 2 + "\n" * 40 + "|b|\n")
    one = diagnostic(Code.SPLIT_TABLE, "x", "a.md", Span(45, 1, 4), "help")
    text = rdjson_report([one], no_line, lambda one: fix_of(one, page))
    assert len(json.loads(text)["diagnostics"][0]["suggestions"]) == 1


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (Code.INVALID_TYPE_EXPRESSION, "ERROR"),
        (Code.REPAIRED_JSON, "WARNING"),
        (Code.PLACEHOLDER, "INFO"),
    ],
    ids=[severity.value for severity in Severity],
)
def test_severities_have_the_names_of_reviewdog(code: Code, expected: str) -> None:
    assert reported(code=code)["severity"] == expected
