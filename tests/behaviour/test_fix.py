"""`docgen lint --fix` as users run it: what is changed, what is reported, and with which status."""

import io
import json
import os
import sys
from pathlib import Path

import pytest
from checkout import CONFIG, TEAM, Checkout, Docgen
from repository import git, in_repository

from docgen.commands.fixing import FixablePages
from docgen.digests import digest
from docgen.pages.page_set import PageFile
from docgen.pages.tree import DISK

PAGE = "docs/resources/team.md"
WRONG = TEAM.replace("[room](", "[Room](").replace("## Properties", "##Properties")
GUESS = TEAM.replace("|size|Int32|", "|size|Int23|")


def wrong(checkout: Checkout, text: str = WRONG) -> Path:
    checkout.write(PAGE, text)
    return checkout.folder / PAGE


def test_safe_fixes_are_written_and_what_changed_is_printed(
    checkout: Checkout, docgen: Docgen
) -> None:
    page = wrong(checkout)
    ran = docgen("lint", "--fix")
    assert page.read_text() == TEAM
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith(
        "fixed 2 diagnostics on 1 page:\n"
        f"  {PAGE}: 1 invalid-heading, 1 name-case\n"
        "4 pages in "
    )
    again = docgen("lint", "--fix")
    assert again.err.startswith("4 pages in ")


def test_what_remains_is_reported_and_decides_the_status(
    checkout: Checkout, docgen: Docgen
) -> None:
    page = wrong(checkout, WRONG.replace("|size|Int32|", "|size||"))
    ran = docgen("lint", "--fix", "--output-format", "concise")
    assert "## Properties" in page.read_text()
    assert ran.status == 1
    assert [line.split(": ")[1] for line in ran.out.splitlines()] == [
        "error[invalid-type-expression]"
    ]


def test_unsafe_fixes_need_their_option(checkout: Checkout, docgen: Docgen) -> None:
    page = wrong(checkout, GUESS)
    ran = docgen("lint", "--fix")
    assert page.read_text() == GUESS
    assert ran.err.endswith("\n1 more fixable with `--unsafe-fixes`\n")
    ran = docgen("lint", "--unsafe-fixes")
    assert page.read_text() == TEAM
    assert ran.err.startswith("fixed 1 diagnostic on 1 page:\n")


def test_without_the_option_nothing_is_fixed_and_the_option_is_named(
    checkout: Checkout, docgen: Docgen
) -> None:
    page = wrong(checkout)
    ran = docgen("lint")
    assert page.read_text() == WRONG
    assert ran.err.endswith("\n2 fixable with `--fix`\n")


def test_diff_writes_nothing_and_fails_if_something_would_change(
    checkout: Checkout, docgen: Docgen
) -> None:
    page = wrong(checkout)
    ran = docgen("lint", "--diff")
    assert page.read_text() == WRONG
    assert ran.status == 1
    assert ran.out.startswith(f"--- a/{PAGE}\n+++ b/{PAGE}\n@@ ")
    assert "\n-##Properties\n+## Properties\n" in ran.out
    assert ran.err.startswith("would fix 2 diagnostics on 1 page:\n")
    checkout.write(PAGE, TEAM)
    ran = docgen("lint", "--diff")
    assert (ran.status, ran.out) == (0, "")


def test_selected_codes_alone_are_fixed(checkout: Checkout, docgen: Docgen) -> None:
    page = wrong(checkout)
    docgen("lint", "--fix", "--select", "name-case")
    assert page.read_text() == TEAM.replace("## Properties", "##Properties")


def test_known_diagnostics_of_a_baseline_are_not_fixed(
    checkout: Checkout, docgen: Docgen
) -> None:
    page = wrong(checkout)
    docgen("lint", "--write-baseline", "known")
    docgen("lint", "--fix", "--baseline", "known")
    assert page.read_text() == WRONG


def test_suppressed_diagnostics_are_not_fixed(
    checkout: Checkout, docgen: Docgen
) -> None:
    text = f"{WRONG}\n<!-- docgen: ignore-page invalid-heading, name-case -->\n"
    page = wrong(checkout, text)
    docgen("lint", "--fix")
    assert page.read_text() == text


def test_pages_that_are_not_named_are_not_fixed(
    checkout: Checkout, docgen: Docgen
) -> None:
    page = wrong(checkout)
    docgen("lint", "--fix", "docs/resources/mood.md")
    assert page.read_text() == WRONG


def test_exit_status_may_tell_that_a_page_was_fixed(
    checkout: Checkout, docgen: Docgen
) -> None:
    wrong(checkout)
    assert docgen("lint", "--fix", "--exit-non-zero-on-fix").status == 1
    assert docgen("lint", "--fix", "--exit-non-zero-on-fix").status == 0


def test_a_page_from_standard_input_is_printed(
    docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "# moat resource type\r\n\r\n##Properties\r\n\r\nNone.\r\n"
    stdin = io.TextIOWrapper(io.BytesIO(text.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    ran = docgen("lint", "--fix", "-")
    assert ran.out.replace("\r\n", "\n") == text.replace("##P", "## P").replace(
        "\r\n", "\n"
    )
    assert "fixed 1 diagnostic on 1 page:\n" in ran.err


def test_mode_and_line_endings_of_a_page_stay(
    checkout: Checkout, docgen: Docgen
) -> None:
    page = wrong(checkout)
    page.write_bytes(WRONG.replace("\n", "\r\n").encode("utf-16"))
    page.chmod(0o640)
    docgen("lint", "--fix")
    assert page.read_bytes() == TEAM.replace("\n", "\r\n").encode("utf-16")
    assert page.stat().st_mode & 0o777 == 0o640
    assert not [*page.parent.glob("*.docgen-*")]


def test_a_link_to_a_page_stays_a_link(checkout: Checkout, docgen: Docgen) -> None:
    page = wrong(checkout)
    target = page.rename(page.parent.parent / "elsewhere.md")
    page.symlink_to("../elsewhere.md")
    docgen("lint", "--fix")
    assert page.is_symlink()
    assert "## Properties" in target.read_text()


def test_a_page_that_changes_while_docgen_runs_is_not_overwritten(
    tmp_path: Path,
) -> None:
    file = tmp_path / "ship.md"
    file.write_bytes(b"one")
    page = PageFile(path="ship.md", location=str(file), digest=digest(b"one"))
    pages = FixablePages([page], DISK)
    assert pages.read("ship.md") == b"one"
    file.write_bytes(b"two")
    assert pages.write("ship.md", b"fixed").startswith("it was changed")
    assert file.read_bytes() == b"two"
    changed = FixablePages([page], DISK)
    assert changed.read("ship.md") is None
    assert [*changed.refused] == ["ship.md"]


def test_a_page_that_can_not_be_written_is_reported(
    checkout: Checkout, docgen: Docgen
) -> None:
    page = wrong(checkout)
    page.with_name(f"team.md.docgen-{os.getpid()}").write_text("taken")
    ran = docgen("lint", "--fix")
    assert page.read_text() == WRONG
    assert ran.status == 1
    assert f"`{PAGE}` was not fixed: file exists\n" in ran.err


def test_staged_pages_are_fixed_if_the_working_tree_is_the_same(
    checkout: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_repository(checkout, monkeypatch)
    page = wrong(checkout)
    git("add", ".")
    assert docgen("lint", "--fix", "--staged", PAGE).status == 0
    assert page.read_text() == TEAM


def test_staged_pages_with_unstaged_changes_are_refused(
    checkout: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_repository(checkout, monkeypatch)
    page = wrong(checkout)
    git("add", ".")
    page.write_text(f"{WRONG}\nMore.\n")
    ran = docgen("lint", "--fix", "--staged", PAGE)
    assert page.read_text() == f"{WRONG}\nMore.\n"
    assert ran.status == 1
    assert f"`{PAGE}` was not fixed: its staged content differs" in ran.err


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CR LF"])
def test_edits_in_the_json_report_do_what_the_option_does(
    newline: str, checkout: Checkout, docgen: Docgen
) -> None:
    page = wrong(checkout)
    text = GUESS.replace("## Properties", "##Properties")
    text = text.replace("|:---|:---|:---|\n|id|", "|id|")
    page.write_bytes(text.replace("\n", newline).encode())
    report = json.loads(docgen("lint", "--output-format", "json").out)
    found = [one["fix"] for one in report["diagnostics"] if one["fix"]]
    assert [one["applicability"] for one in found] == ["safe", "safe", "unsafe"]
    edits = [edit for one in found for edit in one["edits"]]
    content = page.read_bytes().decode()
    lines = content.splitlines(keepends=True)
    for edit in reversed(edits):
        start, end = (
            sum(map(len, lines[: edit[line] - 1])) + edit[column] - 1
            for line, column in (("line", "column"), ("end_line", "end_column"))
        )
        content = content[:start] + edit["text"] + content[end:]
    docgen("lint", "--unsafe-fixes")
    assert content == page.read_bytes().decode() == TEAM.replace("\n", newline)


@pytest.mark.parametrize(
    "options",
    [
        ("--fix", "--write-baseline", "known"),
        ("--unsafe-fixes", "--write-baseline", "known"),
        ("--diff", "--output-format", "json"),
        ("--diff", "--statistics"),
        ("--diff", "--update-baseline", "--baseline", "known"),
    ],
    ids=" ".join,
)
def test_options_that_exclude_each_other_are_usage_errors(
    options: tuple[str, ...], docgen: Docgen
) -> None:
    ran = docgen("lint", *options)
    assert ran.status == 2
    assert "can't be used together" in ran.err


def test_configuration_alone_is_enough(checkout: Checkout, docgen: Docgen) -> None:
    page = wrong(checkout)
    checkout.write("pyproject.toml", CONFIG)
    docgen("lint", "--fix")
    assert page.read_text() == TEAM
