"""SARIF: what its readers look at has the names, types and values that the standard wants."""

import json
from typing import Annotated, Literal

import pytest
from msgspec import Meta, Struct, convert, field

from docgen import __version__
from docgen.diagnostics import Code, Diagnostic, Severity, diagnostic
from docgen.fixes import PageText, fix_of
from docgen.fixes.fix import FixOf
from docgen.reporters.sarif import sarif_report
from docgen.source import START, Span

Level = Literal["note", "warning", "error"]
Text = Annotated[str, Meta(min_length=1)]
Uri = Annotated[str, Meta(pattern=r"^(?:[A-Za-z0-9._~/:@!$&'()*+,;=-]|%[0-9A-F]{2})+$")]
Count = Annotated[int, Meta(ge=1)]


class Strict(Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """An object that has these properties and no others."""


class Message(Strict, frozen=True):
    text: Text


class Help(Strict, frozen=True):
    text: Text
    markdown: Text


class Configuration(Strict, frozen=True):
    level: Level


class Rule(Strict, frozen=True):
    id: Text
    short_description: Message
    full_description: Message
    help: Help
    default_configuration: Configuration


class Driver(Strict, frozen=True):
    name: Text
    version: Text
    rules: tuple[Rule, ...]


class Tool(Strict, frozen=True):
    driver: Driver


class Artifact(Strict, frozen=True):
    uri: Uri
    uri_base_id: str | None = None


class Region(Strict, frozen=True):
    start_line: Count
    start_column: Count
    end_column: Count


class PhysicalLocation(Strict, frozen=True):
    artifact_location: Artifact
    region: Region


class Location(Strict, frozen=True):
    physical_location: PhysicalLocation


class DeletedRegion(Strict, frozen=True):
    start_line: Count
    start_column: Count
    end_line: Count
    end_column: Count


class InsertedContent(Strict, frozen=True):
    text: str


class ReplacementOfText(Strict, frozen=True):
    deleted_region: DeletedRegion
    inserted_content: InsertedContent


class Change(Strict, frozen=True):
    artifact_location: Artifact
    replacements: Annotated[tuple[ReplacementOfText, ...], Meta(min_length=1)]


class Fixed(Strict, frozen=True):
    description: Message
    artifact_changes: Annotated[tuple[Change, ...], Meta(min_length=1)]
    properties: dict[str, str]


class Result(Strict, frozen=True):
    rule_id: Text
    rule_index: Annotated[int, Meta(ge=0)]
    level: Level
    message: Message
    locations: Annotated[tuple[Location, ...], Meta(min_length=1, max_length=1)]
    partial_fingerprints: dict[str, Text]
    fixes: tuple[Fixed, ...] = ()


class Run(Strict, frozen=True):
    tool: Tool
    column_kind: Literal["unicodeCodePoints"]
    results: tuple[Result, ...]


class Log(Strict, frozen=True):
    schema: Text = field(name="$schema")
    version: Literal["2.1.0"]
    runs: Annotated[tuple[Run, ...], Meta(min_length=1, max_length=1)]


def run_of(*diagnostics: Diagnostic, fix_of: FixOf | None = None) -> Run:
    return convert(json.loads(sarif_report(diagnostics, fix_of)), Log).runs[0]


def result_of(one: Diagnostic) -> Result:
    (result,) = run_of(one).results
    return result


def test_the_tool_and_its_version_are_named() -> None:
    driver = run_of().tool.driver
    assert (driver.name, driver.version) == ("docgen", __version__)


def test_every_code_is_a_rule_whether_or_not_it_is_reported() -> None:
    rules = run_of().tool.driver.rules
    assert [rule.id for rule in rules] == [code.id for code in Code]
    for rule, code in zip(rules, Code, strict=True):
        assert rule.short_description.text == code.value.summary
        assert rule.full_description.text == rule.help.text == code.explanation
        assert rule.default_configuration.level == code.value.severity


@pytest.mark.parametrize("code", Code, ids=lambda code: code.id)
def test_a_result_points_at_its_rule(code: Code) -> None:
    run = run_of(diagnostic(code, "x", "a.md", START))
    (result,) = run.results
    assert run.tool.driver.rules[result.rule_index].id == result.rule_id
    assert result.rule_id == code.id


@pytest.mark.parametrize("severity", Severity)
def test_the_level_is_the_severity_that_was_configured(severity: Severity) -> None:
    one = Diagnostic(
        code="invalid-name", severity=severity, message="x", path="a.md", span=START
    )
    assert result_of(one).level == severity


def test_a_fix_has_its_edits_and_says_whether_it_is_safe() -> None:
    page = PageText("# Ship\n\n##Properties\n")
    one = diagnostic(Code.INVALID_HEADING, "x", "a b.md", Span(3, 3, 13), "add a space")
    (result,) = run_of(one, fix_of=lambda one: fix_of(one, page)).results
    (fix,) = result.fixes
    assert fix.description.text == "add a space"
    assert fix.properties == {"applicability": "safe"}
    (change,) = fix.artifact_changes
    assert change.artifact_location.uri == "a%20b.md"
    assert change.replacements == (
        ReplacementOfText(DeletedRegion(3, 3, 3, 3), InsertedContent(" ")),
    )


def test_a_fix_has_the_line_endings_of_the_page() -> None:
    page = PageText.of(b"# Ship\r\n\r\n## Properties\r\n")
    one = diagnostic(Code.EMPTY_SECTION, "x", "a.md", Span(3, 1, 14), "help")
    (result,) = run_of(one, fix_of=lambda one: fix_of(one, page)).results
    (change,) = result.fixes[0].artifact_changes
    assert change.replacements == (
        ReplacementOfText(
            DeletedRegion(3, 14, 3, 14), InsertedContent("\r\n\r\nNone.")
        ),
    )


def test_the_region_ends_after_the_last_character() -> None:
    one = diagnostic(Code.INVALID_NAME, "x", "a.md", Span(3, 5, 10))
    region = result_of(one).locations[0].physical_location.region
    assert region == Region(start_line=3, start_column=5, end_column=10)


def test_the_help_follows_the_message() -> None:
    bare = diagnostic(Code.INVALID_NAME, "`a b` is not a name", "a.md", START)
    helped = diagnostic(
        Code.INVALID_NAME, "`a b` is not a name", "a.md", START, "write `a`"
    )
    assert result_of(bare).message.text == "`a b` is not a name"
    assert result_of(helped).message.text == "`a b` is not a name\nhelp: write `a`"


PATHS = {
    "a plain one": ("docs/a-b_c.md", "docs/a-b_c.md"),
    "one with a space": ("my docs/a.md", "my%20docs/a.md"),
    "one with non-ASCII letters": ("docs/größe.md", "docs/gr%C3%B6%C3%9Fe.md"),
    "one with reserved characters of URIs": ("a?b#c%20:d.md", "a%3Fb%23c%2520%3Ad.md"),
    "one in the parent folder": ("../a.md", "../a.md"),
    "standard input": ("<stdin>", "%3Cstdin%3E"),
    "bytes that are not UTF-8": ("a\udcff.md", "a%FF.md"),
}


@pytest.mark.parametrize(("path", "uri"), PATHS.values(), ids=PATHS.keys())
def test_a_relative_path_is_a_uri_from_the_root(path: str, uri: str) -> None:
    one = diagnostic(Code.INVALID_NAME, "x", path, START)
    artifact = result_of(one).locations[0].physical_location.artifact_location
    assert artifact == Artifact(uri=uri, uri_base_id="%SRCROOT%")


def test_an_absolute_path_is_a_uri_of_a_file() -> None:
    one = diagnostic(Code.INVALID_NAME, "x", "/my docs/a.md", START)
    artifact = result_of(one).locations[0].physical_location.artifact_location
    assert artifact == Artifact(uri="file:///my%20docs/a.md")


def test_a_fingerprint_does_not_depend_on_the_line() -> None:
    first, moved, other = (
        result_of(diagnostic(Code.INVALID_NAME, message, "a.md", Span(line, 1, 2)))
        for message, line in (("x", 3), ("x", 9), ("y", 3))
    )
    assert first.partial_fingerprints == moved.partial_fingerprints
    assert first.partial_fingerprints != other.partial_fingerprints
    assert [*first.partial_fingerprints] == ["primaryLocationLineHash"]


def test_equal_diagnostics_of_a_page_have_different_fingerprints() -> None:
    results = run_of(
        *(diagnostic(Code.INVALID_NAME, "x", "a.md", Span(n, 1, 2)) for n in (1, 2))
    ).results
    first, second = (one.partial_fingerprints.popitem()[1] for one in results)
    assert (first[:-1], first[-2:], second[-2:]) == (second[:-1], ":1", ":2")


def test_a_report_without_diagnostics_is_a_run_without_results() -> None:
    assert run_of().results == ()
