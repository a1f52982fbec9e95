"""`docgen lint` as people run it: what is told where, in which form, and how it ends.

Diagnostics are the result: they go to standard output, the summary does not.
"""

import json
import re
import subprocess
import sys

import pytest
from checkout import CONFIG, TEAM, Checkout, Docgen

from docgen.reporters import FORMATS

PAGE = "docs/resources/team.md"
WRONG = TEAM.replace("|mood|[mood](mood.md)|", "|mood|[moode](moode.md)|")


def test_a_good_source_has_nothing_to_tell(docgen: Docgen) -> None:
    ran = docgen("lint", "docs")
    assert (ran.status, ran.out) == (0, "")
    assert re.fullmatch(r"4 pages in \d+\.\d s\n", ran.err)


def test_place_line_and_help_are_told(checkout: Checkout, docgen: Docgen) -> None:
    checkout.write(PAGE, WRONG)
    ran = docgen("lint", PAGE)
    lines = ran.out.splitlines()
    assert ran.status == 0
    assert lines[0].startswith(f"{PAGE}:17:7: warning[broken-link]: ")
    assert lines[1] == "  |mood|[moode](moode.md)|How they feel.|"
    assert lines[2].startswith("        ^")
    assert lines[3].startswith("  help: ")
    assert re.fullmatch(r"1 page in \d+\.\d s: 2 warnings\n", ran.err)


def test_inside_a_source_names_resolve_against_all_of_it(
    docgen: Docgen, checkout: Checkout
) -> None:
    assert docgen("lint", PAGE).out == ""
    (checkout.folder / "pyproject.toml").unlink()
    assert "unresolved-type" in docgen("lint", PAGE).out


def test_without_pages_and_sources_it_is_misuse(
    checkout: Checkout, docgen: Docgen
) -> None:
    (checkout.folder / "pyproject.toml").unlink()
    ran = docgen("lint")
    assert ran.status == 2
    assert "no source is configured here" in ran.err


def test_only_the_pages_named_are_told_of(checkout: Checkout, docgen: Docgen) -> None:
    checkout.write(PAGE, WRONG)
    assert docgen("lint", "docs/resources/mood.md", "docs/api").out == ""
    assert PAGE in docgen("lint", "docs/resources").out


def test_without_pages_every_source_is_looked_at(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.write(PAGE, WRONG)
    assert PAGE in docgen("lint").out


def test_paths_are_as_they_would_be_written_here(
    checkout: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout.write(PAGE, WRONG)
    monkeypatch.chdir("docs/api")
    assert docgen("lint").out.startswith("../resources/team.md:17:7: ")


def test_the_same_as_one_line_each_and_as_json(
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


def test_an_unknown_code_is_misuse_and_the_nearest_is_named(docgen: Docgen) -> None:
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
    ids=["warnings do not fail", "unless they shall", "or notes shall"],
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


ENDS = {
    "warnings do not fail": ((), 0),
    "unless they shall": (("--fail-on", "warning"), 1),
    "nor where only others are selected": (
        ("--select", "invalid-name", "--fail-on", "note"),
        0,
    ),
    "nor where all of them are ignored": (
        ("--ignore", "warning", "--fail-on", "note"),
        0,
    ),
    "one that is left fails": (("--ignore", "broken-link", "--fail-on", "warning"), 1),
    "a warning is no error": (("--select", "error", "--fail-on", "note"), 0),
    "what is selected and ignored is ignored": (
        ("--select", "warning", "--ignore", "warning", "--fail-on", "note"),
        0,
    ),
}


@pytest.mark.parametrize(("options", "status"), ENDS.values(), ids=ENDS.keys())
def test_the_exit_status_is_that_of_what_is_told(
    checkout: Checkout, docgen: Docgen, options: tuple[str, ...], status: int
) -> None:
    checkout.write(PAGE, WRONG)
    ran = docgen("lint", *options)
    assert ran.status == status
    assert bool(ran.out) is (status == 1 or not options)


def test_an_error_fails_in_every_form(checkout: Checkout, docgen: Docgen) -> None:
    checkout.edit(PAGE, "|size|", "|* * *|")
    for form in FORMATS:
        ran = docgen("lint", "--output-format", form)
        assert (ran.status, "invalid-name" in ran.out) == (1, True)
        assert docgen("lint", "--ignore", "error", "--output-format", form).status == 0


def test_every_form_can_be_named(docgen: Docgen) -> None:
    assert f"[{'|'.join(FORMATS)}]" in docgen("lint", "--help").out


def test_all_forms_tell_the_same(checkout: Checkout, docgen: Docgen) -> None:
    checkout.write(PAGE, WRONG)
    concise = docgen("lint", "--output-format", "concise").out.splitlines()
    github = docgen("lint", "--output-format", "github").out.splitlines()
    (run,) = json.loads(docgen("lint", "--output-format", "sarif").out)["runs"]
    counts = docgen("lint", "--output-format", "counts").out.splitlines()
    assert len(concise) == len(github) == len(run["results"]) == len(counts) == 2
    assert github[0].startswith(f"::warning file={PAGE},line=17,col=7,")
    assert run["results"][0]["ruleId"] == "broken-link"


def test_on_github_its_form_is_usual_and_another_may_be_named(
    checkout: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout.write(PAGE, WRONG)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert docgen("lint").out.startswith("::warning file=")
    named = docgen("lint", "--output-format", "concise")
    assert named.out.startswith(f"{PAGE}:17:7: warning")


def test_no_form_has_the_time_in_it(checkout: Checkout, docgen: Docgen) -> None:
    checkout.write(PAGE, WRONG)
    for form in FORMATS:
        first, second = (docgen("lint", "--output-format", form) for _ in range(2))
        assert first.out == second.out
        assert re.search(r" in \d+\.\d s: 2 warnings\n$", first.err)


class TestSuppression:
    """A comment on a page silences every command alike."""

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
    def test_nothing_is_told_or_counted(
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

    def test_what_is_mended_makes_its_comment_unused(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        checkout.edit(PAGE, "[moode](moode.md)", "[mood](mood.md)")
        for command in ("lint", "generate"):
            ran = docgen(command)
            assert (ran.out + ran.err).count("warning[unused-suppression]") == 2

    def test_an_unused_one_is_selected_like_any_other(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        checkout.edit(PAGE, "[moode](moode.md)", "[mood](mood.md)")
        assert docgen("lint", "--ignore", "unused-suppression").out == ""
        checkout.write(
            "pyproject.toml", f'{CONFIG}severity = {{unused-suppression = "off"}}\n'
        )
        assert docgen("lint").out == ""

    def test_one_is_used_where_its_code_is_ignored_or_off(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        assert docgen("lint", "--ignore", "broken-link").out == ""
        assert docgen("lint", "--select", "unused-suppression").out == ""
        checkout.write(
            "pyproject.toml", f'{CONFIG}severity = {{broken-link = "off"}}\n'
        )
        assert docgen("lint").out == ""

    def test_one_page_alone_can_not_know_what_is_unused(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        (checkout.folder / "pyproject.toml").unlink()
        assert "unused-suppression" not in docgen("lint", PAGE).out
        assert "unused-suppression" not in docgen("convert", PAGE).err


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_a_reader_that_leaves_early_is_no_error(checkout: Checkout, form: str) -> None:
    rows = "".join(f"|p{number}|gone{number}|x|\n" for number in range(5000))
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
        told = process.stderr.read().decode()
        assert process.wait(timeout=60) == 0
    assert re.fullmatch(r"4 pages in \d+\.\d s: 5,000 warnings\n", told)
