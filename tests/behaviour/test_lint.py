"""`docgen lint` as users run it: what is reported, in which format, and with which status.

Diagnostics are the result and go to standard output; the summary does not.
"""

import json
import re
import subprocess
import sys

import pytest
from checkout import CONFIG, TEAM, Checkout, Docgen

from docgen.reporters import FORMATS

PAGE = "docs/resources/team.md"
WRONG = TEAM.replace(
    "|mood|[mood](mood.md)|How they feel.|", "|mood|moode|How they [feel](moode.md).|"
)


def test_pages_without_problems_report_nothing(docgen: Docgen) -> None:
    ran = docgen("lint", "docs")
    assert (ran.status, ran.out) == (0, "")
    assert re.fullmatch(r"4 pages in \d+\.\d s\n", ran.err)


def test_a_diagnostic_has_position_source_line_and_help(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.write(PAGE, WRONG)
    ran = docgen("lint", PAGE)
    lines = ran.out.splitlines()
    assert ran.status == 0
    assert lines[0].startswith(f"{PAGE}:17:7: warning[unresolved-type]: ")
    assert lines[1] == "  |mood|moode|How they [feel](moode.md).|"
    assert lines[2].startswith("        ^")
    assert lines[3].startswith("  help: ")
    assert re.fullmatch(
        r"1 page in \d+\.\d s: 2 warnings\n2 fixable with `--unsafe-fixes`\n", ran.err
    )


FUNCTION = """\
# team: report

Namespace: microsoft.graph

## HTTP request

```http
GET /teams/{team-id}/report
```

## Function parameters

|Parameter|Type|Description|
|:---|:---|:---|
"""


@pytest.mark.parametrize(
    ("names", "advice"),
    [
        (["day"], "write `report(day={day})`"),
        (
            [f"{part}OfThePeriod" for part in ("beginning", "middle", "end")],
            "write `beginningOfThePeriod`, `middleOfThePeriod`, `endOfThePeriod` "
            "in parentheses after its name",
        ),
    ],
    ids=["short", "long"],
)
def test_help_with_a_function_is_not_cut(
    names: list[str], advice: str, checkout: Checkout, docgen: Docgen
) -> None:
    rows = "".join(f"|{name}|String|Text.|\n" for name in names)
    checkout.write("docs/api/team-report.md", FUNCTION + rows)
    found = docgen("lint", "--select", "missing-parentheses").out.splitlines()
    assert found[-1] == f"  help: {advice}"


def test_names_on_a_page_in_a_source_resolve_against_all_its_pages(
    docgen: Docgen, checkout: Checkout
) -> None:
    assert docgen("lint", PAGE).out == ""
    (checkout.folder / "pyproject.toml").unlink()
    assert "unresolved-type" in docgen("lint", PAGE).out


def test_without_pages_and_sources_it_is_a_usage_error(
    checkout: Checkout, docgen: Docgen
) -> None:
    (checkout.folder / "pyproject.toml").unlink()
    ran = docgen("lint")
    assert ran.status == 2
    assert "no [tool.docgen] found" in ran.err


def test_only_diagnostics_of_the_named_pages_are_reported(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.write(PAGE, WRONG)
    assert docgen("lint", "docs/resources/mood.md", "docs/api").out == ""
    assert PAGE in docgen("lint", "docs/resources").out


def test_without_pages_every_source_is_checked(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.write(PAGE, WRONG)
    assert PAGE in docgen("lint").out


def test_paths_are_relative_to_the_current_folder(
    checkout: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout.write(PAGE, WRONG)
    monkeypatch.chdir("docs/api")
    assert docgen("lint").out.startswith("../resources/team.md:17:7: ")


def test_text_concise_and_json_report_the_same(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.write(PAGE, WRONG)
    text = docgen("lint").out.splitlines()
    concise = docgen("lint", "--output-format", "concise").out.splitlines()
    report = json.loads(docgen("lint", "--output-format", "json").out)
    assert concise == [line for line in text if line.startswith("docs/")]
    assert [
        f"{one['path']}:{one['line']}:{one['column']}: "
        f"{one['severity']}[{one['code']}]: {one['message']}"
        for one in report["diagnostics"]
    ] == concise
    assert report["summary"]["warnings"] == len(concise)


def test_codes_are_selected_and_ignored(checkout: Checkout, docgen: Docgen) -> None:
    checkout.write(PAGE, WRONG)
    concise = ("lint", "--output-format", "concise")
    assert "broken-link" in docgen(*concise).out
    ignored = docgen(*concise, "--ignore", "broken-link,placeholder").out
    assert "broken-link" not in ignored
    assert "unresolved-type" in ignored
    selected = docgen(*concise, "--select", "broken-link", "--select", "invalid-name")
    assert selected.out.count("\n") == selected.out.count("broken-link") == 1


def test_an_unknown_code_is_a_usage_error_that_suggests_a_similar_one(
    docgen: Docgen,
) -> None:
    ran = docgen("lint", "--select", "broken-lnk")
    assert ran.status == 2
    assert "did you mean `broken-link`?" in ran.err


def test_severities_are_configured(checkout: Checkout, docgen: Docgen) -> None:
    checkout.write(PAGE, WRONG)
    severities = 'broken-link = "off"\nunresolved-type = "error"\n'
    checkout.write("pyproject.toml", f"{CONFIG}[tool.docgen.severity]\n{severities}")
    ran = docgen("lint")
    assert ran.status == 1
    assert "error[unresolved-type]" in ran.out
    assert "broken-link" not in ran.out


@pytest.mark.parametrize(
    ("options", "status"),
    [((), 0), (("--fail-on", "warning"), 1), (("--fail-on", "note"), 1)],
    ids=["passes", "fails with --fail-on warning", "fails with --fail-on note"],
)
def test_a_warning(
    checkout: Checkout,
    docgen: Docgen,
    options: tuple[str, ...],
    status: int,
) -> None:
    checkout.write(PAGE, WRONG)
    assert docgen("lint", *options).status == status
    assert docgen(*options, "lint").status == status


STATUSES = {
    "0 for warnings": ((), 0),
    "1 for warnings with --fail-on": (("--fail-on", "warning"), 1),
    "0 if only other codes are selected": (
        ("--select", "invalid-name", "--fail-on", "note"),
        0,
    ),
    "0 if all warnings are ignored": (
        ("--ignore", "warning", "--fail-on", "note"),
        0,
    ),
    "1 if not all warnings are ignored": (
        ("--ignore", "broken-link", "--fail-on", "warning"),
        1,
    ),
    "0 if only errors are selected": (("--select", "error", "--fail-on", "note"), 0),
    "0 for what is both selected and ignored": (
        ("--select", "warning", "--ignore", "warning", "--fail-on", "note"),
        0,
    ),
}


@pytest.mark.parametrize(("options", "status"), STATUSES.values(), ids=STATUSES.keys())
def test_the_exit_status_is(
    checkout: Checkout, docgen: Docgen, options: tuple[str, ...], status: int
) -> None:
    checkout.write(PAGE, WRONG)
    ran = docgen("lint", *options)
    assert ran.status == status
    assert bool(ran.out) is (status == 1 or not options)


def test_an_error_fails_in_every_format(checkout: Checkout, docgen: Docgen) -> None:
    checkout.edit(PAGE, "|size|", "|* * *|")
    for form in FORMATS:
        ran = docgen("lint", "--output-format", form)
        assert (ran.status, "invalid-name" in ran.out) == (1, True)
        assert docgen("lint", "--ignore", "error", "--output-format", form).status == 0


def test_the_help_lists_every_format(docgen: Docgen) -> None:
    assert f"[{'|'.join(FORMATS)}]" in docgen("lint", "--help").out


def test_all_formats_report_the_same(checkout: Checkout, docgen: Docgen) -> None:
    checkout.write(PAGE, WRONG)
    concise = docgen("lint", "--output-format", "concise").out.splitlines()
    github = docgen("lint", "--output-format", "github").out.splitlines()
    (run,) = json.loads(docgen("lint", "--output-format", "sarif").out)["runs"]
    counts = docgen("lint", "--output-format", "counts").out.splitlines()
    assert len(concise) == len(github) == len(run["results"]) == len(counts) == 2
    assert github[0].startswith(f"::warning file={PAGE},line=17,col=7,")
    assert run["results"][0]["ruleId"] == "unresolved-type"


def test_the_default_format_in_a_github_workflow_is_github(
    checkout: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout.write(PAGE, WRONG)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert docgen("lint").out.startswith("::warning file=")
    named = docgen("lint", "--output-format", "concise")
    assert named.out.startswith(f"{PAGE}:17:7: warning")


def test_no_format_contains_the_time(checkout: Checkout, docgen: Docgen) -> None:
    checkout.write(PAGE, WRONG)
    for form in FORMATS:
        first, second = (docgen("lint", "--output-format", form) for _ in range(2))
        assert first.out == second.out
        assert re.search(r" in \d+\.\d s: 2 warnings\n", first.err)


class TestSuppression:
    """A comment on a page suppresses its codes in every command."""

    @pytest.fixture(autouse=True)
    def _suppressed(self, checkout: Checkout) -> None:
        comment = "<!-- docgen: ignore broken-link, unresolved-type -->\n"
        checkout.write(PAGE, WRONG.replace("|mood|", f"{comment}|mood|"))

    @pytest.mark.parametrize(
        "arguments",
        [
            ("lint",),
            ("lint", PAGE),
            ("lint", "--fail-on", "note"),
            ("generate",),
            ("convert", PAGE),
            ("convert", PAGE, "-o", "out"),
            ("export", "docs", "--format", "json"),
        ],
        ids=" ".join,
    )
    def test_nothing_is_reported_or_counted(
        self, docgen: Docgen, arguments: tuple[str, ...]
    ) -> None:
        ran = docgen(*arguments)
        assert ran.status == 0
        assert "unresolved-type" not in ran.out + ran.err
        assert "warning" not in ran.err

    def test_the_export_has_the_row_and_no_diagnostic(self, docgen: Docgen) -> None:
        schema = json.loads(docgen("export", "docs", "--format", "json").out)
        team = next(one for one in schema["types"] if one["name"].endswith(".team"))
        assert "mood" in [one["name"] for one in team["properties"]]
        assert schema["diagnostics"] == []

    def test_a_fix_on_the_page_makes_the_comment_unused(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        checkout.edit(PAGE, "|moode|How they [feel](moode.md)", "|mood|How they feel")
        # `generate` does not check examples, which may need the comment for unresolved types.
        for command, number in (("lint", 2), ("generate", 1)):
            ran = docgen(command)
            assert (ran.out + ran.err).count("warning[unused-suppression]") == number

    def test_the_code_for_unused_comments_can_be_ignored(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        checkout.edit(PAGE, "|moode|How they [feel](moode.md)", "|mood|How they feel")
        assert docgen("lint", "--ignore", "unused-suppression").out == ""
        checkout.write(
            "pyproject.toml", f'{CONFIG}severity = {{unused-suppression = "off"}}\n'
        )
        assert docgen("lint").out == ""

    def test_a_comment_is_used_even_if_its_code_is_ignored_or_off(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        assert docgen("lint", "--ignore", "broken-link").out == ""
        assert docgen("lint", "--select", "unused-suppression").out == ""
        checkout.write(
            "pyproject.toml", f'{CONFIG}severity = {{broken-link = "off"}}\n'
        )
        assert docgen("lint").out == ""

    def test_a_single_page_reports_no_unused_comments(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        (checkout.folder / "pyproject.toml").unlink()
        assert "unused-suppression" not in docgen("lint", PAGE).out
        assert "unused-suppression" not in docgen("convert", PAGE).err


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_a_reader_that_stops_early_is_not_an_error(
    checkout: Checkout, form: str
) -> None:
    rows = "".join(f"|p{number}|missing{number}|x|\n" for number in range(5000))
    checkout.edit(PAGE, "|id|String|The key.|\n", f"|id|String|The key.|\n{rows}")
    with subprocess.Popen(
        [sys.executable, "-m", "docgen", "lint", "--output-format", form],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.read(10)
        process.stdout.close()
        err = process.stderr.read().decode()
        assert process.wait(timeout=60) == 0
    assert re.fullmatch(r"4 pages in \d+\.\d s: 5,000 warnings, 1 note\n", err)
