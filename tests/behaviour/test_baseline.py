"""`docgen lint` with a baseline as users run it: only new diagnostics are reported and fail."""

import re
import subprocess

import pytest
from checkout import CONFIG, TEAM, Checkout, Docgen

PAGE, FILE = "docs/resources/team.md", ".docgen-baseline"
OTHER = "docs/resources/port.md"
WRONG = TEAM.replace("|Int32|", "|Int23|").replace("(calls-room.md)", "(room.md)")
PORT = """\
# port resource type

Namespace: microsoft.graph

## Properties
|Property|Type|Description|
|:---|:---|:---|
|depth|Int23|In metres.|
"""


@pytest.fixture(autouse=True)
def known(checkout: Checkout, docgen: Docgen) -> str:
    """Write the baseline of a page with mistakes; return what `lint` reports without it."""
    checkout.write(PAGE, WRONG)
    reported = docgen("lint").out
    assert docgen("lint", "--write-baseline", FILE).status == 0
    checkout.write("pyproject.toml", f'{CONFIG}baseline = "{FILE}"\n')
    return reported


def summary(text: str) -> str:
    return re.sub(r" in \d+\.\d s", "", text)


def test_known_diagnostics_are_counted_and_not_shown(docgen: Docgen) -> None:
    ran = docgen("lint")
    assert (ran.status, ran.out) == (0, "")
    assert summary(ran.err) == f"4 pages\n2 diagnostics of `{FILE}` not shown\n"


def test_writing_reports_what_was_written(docgen: Docgen) -> None:
    ran = docgen("lint", "--write-baseline", "other")
    assert (ran.status, ran.out) == (0, "")
    assert summary(ran.err) == "4 pages\nwrote 2 diagnostics to `other`\n"


def test_a_new_warning_is_reported_and_fails(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.write(OTHER, PORT)
    ran = docgen("lint")
    assert ran.status == 1
    assert ran.out.startswith(f"{OTHER}:8:8: warning[unresolved-type]: ")
    assert ran.out.count("warning[") == 1
    assert docgen("lint", "--baseline", "").status == 0


def test_a_new_note_is_reported_and_does_not_fail(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.write(OTHER, PORT.replace("|Int23|In metres.|", "|Int32|**TODO: write**|"))
    ran = docgen("lint")
    assert ran.status == 0
    assert "note[placeholder]" in ran.out


def test_a_known_error_does_not_fail(checkout: Checkout, docgen: Docgen) -> None:
    severity = '[tool.docgen.severity]\nunresolved-type = "error"\n'
    checkout.write("pyproject.toml", f"{CONFIG}{severity}")
    assert docgen("lint").status == 1
    assert docgen("lint", "--baseline", FILE).status == 0


def test_a_second_mistake_like_a_known_one_is_new(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.edit(PAGE, "|size|Int23|", "|height|Int23|How tall.|\n|size|Int23|")
    ran = docgen("lint")
    assert ran.status == 1
    assert "|height|Int23|" in ran.out
    assert "|size|Int23|" not in ran.out


def test_moved_lines_and_pages_change_nothing(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.edit(PAGE, "People who", "\nA group of people.\n\nPeople who")
    text = (checkout.folder / PAGE).read_text(encoding="utf-8")
    (checkout.folder / PAGE).unlink()
    checkout.write("docs/resources/microsoft-team.md", text)
    checkout.edit("docs/resources/calls-room.md", "What it", "What it")
    out = docgen("lint").out
    assert "|size|Int23|" not in out


API = """\
# Get team

Read a team.

## HTTP request
``` http
GET /teams/{id}
```

## Request headers
|Name|Description|
|:---|:---|
|Authorization|Bearer.|one cell too many|

## Response
If successful, this method returns a `200 OK` response code and a [team](../resources/team.md).
"""


def test_an_api_page_has_the_type_of_its_operation_and_its_file_name(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.write("docs/api/team-get.md", API)
    docgen("lint", "--write-baseline", FILE)
    entries = (checkout.folder / FILE).read_text(encoding="utf-8")
    assert "extra-cell\tmicrosoft.graph.team\tteam-get\t" in entries


def test_solved_diagnostics_are_counted_and_removed(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.edit(PAGE, "Int23", "Int32")
    before = (checkout.folder / FILE).read_text(encoding="utf-8")
    assert (
        "1 diagnostic is solved; `docgen lint --update-baseline` removes it from"
        in (docgen("lint").err)
    )
    checkout.write(OTHER, PORT)
    ran = docgen("lint", "--update-baseline")
    assert ran.status == 1
    assert f"removed 1 solved diagnostic from `{FILE}`" in ran.err
    after = (checkout.folder / FILE).read_text(encoding="utf-8")
    gone = {*before.splitlines()} - {*after.splitlines()}
    assert [one.split("\t")[:3] for one in gone] == [
        ["unresolved-type", "microsoft.graph.team", "size"]
    ]
    assert {*after.splitlines()} < {*before.splitlines()}


def test_nothing_counts_as_solved_if_only_some_pages_or_codes_are_checked(
    docgen: Docgen,
) -> None:
    for narrowed in (("docs/resources/mood.md",), ("--select", "placeholder")):
        assert "solved" not in docgen("lint", *narrowed).err


@pytest.mark.parametrize(
    "narrowed", ["--select=note", "--ignore=note", "--staged", PAGE, "docs"]
)
@pytest.mark.parametrize("option", ["--update-baseline", f"--write-baseline={FILE}"])
def test_a_baseline_never_loses_what_was_not_checked(
    checkout: Checkout, docgen: Docgen, option: str, narrowed: str
) -> None:
    subprocess.run(["git", "init", "-q"], cwd=checkout.folder, check=True)
    before = (checkout.folder / FILE).read_bytes()
    ran = docgen("lint", option, narrowed)
    assert ran.status == 2
    assert "it can't be written or updated with" in ran.err
    assert (checkout.folder / FILE).read_bytes() == before


def test_without_a_baseline_there_is_nothing_to_update(docgen: Docgen) -> None:
    ran = docgen("lint", "--update-baseline", "--baseline", "")
    assert ran.status == 2
    assert "there is no baseline to update" in ran.err


def test_pages_without_a_configuration_can_have_a_baseline(
    checkout: Checkout, docgen: Docgen
) -> None:
    (checkout.folder / "pyproject.toml").unlink()
    assert docgen("lint", "docs", "--write-baseline", FILE).status == 0
    assert docgen("lint", "docs", "--baseline", FILE).out == ""


def test_a_code_that_the_baseline_does_not_know_is_reported_once(
    checkout: Checkout, docgen: Docgen
) -> None:
    lines = (checkout.folder / FILE).read_text(encoding="utf-8").splitlines()
    kept = [one for one in lines if not one.startswith("unresolved-type")]
    text = "".join(f"{one}\n" for one in kept)
    checkout.write(FILE, text.replace(" unresolved-type", ""))
    ran = docgen("lint")
    assert (ran.status, ran.out) == (0, "")
    assert f"`unresolved-type` is newer than `{FILE}`: 1 diagnostic; " in ran.err
    assert docgen("lint", "--select", "unresolved-type").out.count("warning[") == 1


def test_statistics_have_the_numbers_of_both(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.edit(PAGE, "Int23", "Int32")
    checkout.write(OTHER, PORT.replace("Int23|In metres.", "Int32|**TODO: write**"))
    assert docgen("lint", "--statistics").out == (
        "code             now  before  change\n"
        "broken-link        1       1\n"
        "placeholder        1       0      +1\n"
        "unresolved-type    0       1      -1\n"
    )
    assert docgen("lint", "--statistics", "--baseline", "").out == (
        "code         now\nbroken-link    1\nplaceholder    1\n"
    )


def test_other_formats_have_only_new_diagnostics(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.write(OTHER, PORT)
    for form in ("json", "sarif", "github", "concise"):
        out = docgen("lint", "--output-format", form).out
        assert OTHER in out
        assert PAGE not in out


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("missing", None, "the baseline `missing` does not exist"),
        ("other", "text\n", "`other` is not a baseline of docgen"),
        ("other", "\udcff", "`other` is not a baseline of docgen"),
    ],
    ids=["missing", "other content", "not UTF-8"],
)
def test_a_file_that_is_no_baseline_is_a_usage_error(
    checkout: Checkout, docgen: Docgen, file: str, content: str | None, message: str
) -> None:
    if content is not None:
        (checkout.folder / file).write_bytes(content.encode(errors="surrogateescape"))
    ran = docgen("lint", "--baseline", file)
    assert ran.status == 2
    assert message in ran.err


def test_a_file_that_docgen_did_not_write_is_not_replaced(
    checkout: Checkout, docgen: Docgen
) -> None:
    ran = docgen("lint", "--write-baseline", PAGE)
    assert ran.status == 2
    assert "which docgen did not write" in ran.err
    assert (checkout.folder / PAGE).read_text(encoding="utf-8") == WRONG


def test_generate_ignores_the_baseline(docgen: Docgen, known: str) -> None:
    assert known.count("unresolved-type") == docgen("generate").err.count(
        "unresolved-type"
    )
