"""The hooks of `.pre-commit-hooks.yaml`, run by pre-commit before a commit."""

import os
import shlex
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from checkout import PAGES, Checkout, Docgen
from repository import git, in_repository

ROOT = Path(__file__).parents[2]
TEAM = "docs/resources/team.md"
ROOM = "docs/resources/calls-room.md"
CAR = "docs/resources/car.md"
HOOKS = {
    hook.split()[0]: f"- id: {hook}"
    for hook in (ROOT / ".pre-commit-hooks.yaml")
    .read_text(encoding="utf-8")
    .removeprefix("- id: ")
    .split("\n- id: ")
}
"""The YAML of each hook, by its id."""


@pytest.fixture
def repository(
    checkout: Checkout,
    docgen: Docgen,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Checkout:
    """Create a repository whose output is up to date."""
    in_repository(checkout, monkeypatch)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))
    docgen("generate")
    git("add", ".")
    git("commit", "-qm", "begin")
    return checkout


def install(repository: Checkout, hook: str) -> None:
    """Run a hook before each commit: as it is shipped, but with the docgen under test."""
    here = (
        HOOKS[hook]
        .replace("language: python", "language: system")
        .replace("entry: docgen", f"entry: {shlex.quote(sys.executable)} -m docgen")
    )
    repository.write(
        ".pre-commit-config.yaml",
        "repos:\n- repo: local\n  hooks:\n" + textwrap.indent(here, "  ") + "\n",
    )
    git("add", ".pre-commit-config.yaml")
    git("commit", "-qm", "hooks")
    pre_commit = [sys.executable, "-m", "pre_commit", "install"]
    subprocess.run(pre_commit, check=True, capture_output=True)


def commit() -> tuple[bool, str]:
    """Commit what is staged; return whether that succeeded, and the output."""
    ran = subprocess.run(
        ["git", "commit", "-m", "a change"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1"},
    )
    return ran.returncode == 0, ran.stdout + ran.stderr


def fix(output: str) -> None:
    """Run the command that the failure names."""
    _, _, command = output.partition("to fix: ")
    run = f"{shlex.quote(sys.executable)} -m docgen"
    line = command.splitlines()[0].replace("docgen", run, 1)
    subprocess.run(["sh", "-c", line], check=True, capture_output=True)


def grow(repository: Checkout) -> None:
    row = "|id|String|The key.|"
    repository.edit(TEAM, row, f"{row}\n|age|Int32|How old they are.|")


def change(repository: Checkout) -> None:
    grow(repository)
    git("add", "docs")


def change_and_go_on(repository: Checkout) -> None:
    change(repository)
    repository.edit(TEAM, "|age|Int32|", "|years|Int32|")


def add(repository: Checkout) -> None:
    page = PAGES[ROOM].replace("room", "car").replace("graph.calls", "graph")
    repository.write(CAR, page)
    git("add", "docs")


def rename(repository: Checkout) -> None:
    del repository
    git("mv", ROOM, "docs/resources/den.md")


def delete(repository: Checkout) -> None:
    del repository
    git("rm", "-q", ROOM)


CHANGES = [change, change_and_go_on, add, rename, delete]
BOTH = pytest.mark.parametrize("hook", ["docgen-generate", "docgen-check"])


@pytest.mark.parametrize(
    ("hook", "change"),
    [
        *(
            pytest.param("docgen-generate", change, id=f"generate-{change.__name__}")
            for change in CHANGES
        ),
        pytest.param("docgen-check", change_and_go_on, id="check-change_and_go_on"),
        pytest.param("docgen-check", rename, id="check-rename"),
    ],
)
def test_a_commit_without_its_output_fails_and_names_the_command(
    repository: Checkout, hook: str, change: Callable[[Checkout], None], docgen: Docgen
) -> None:
    install(repository, hook)
    change(repository)
    has_passed, output = commit()
    assert not has_passed
    fix(output)
    has_passed, output = commit()
    assert has_passed, output
    git("stash", "--include-untracked") if git("status", "--porcelain") else None
    assert docgen("generate", "--check", "--no-cache").status == 0


@BOTH
def test_an_up_to_date_commit_passes_with_any_unstaged_changes(
    repository: Checkout, hook: str
) -> None:
    install(repository, hook)
    grow(repository)
    page = PAGES[ROOM].replace("room", "car").replace("graph.calls", "graph")
    repository.write(CAR, page)
    repository.write("notes.txt", "a note")
    git("add", "notes.txt")
    has_passed, output = commit()
    assert has_passed, output
    assert git("status", "--porcelain").splitlines() == [f" M {TEAM}", f"?? {CAR}"]


@BOTH
def test_untracked_output_fails(
    repository: Checkout, docgen: Docgen, hook: str
) -> None:
    install(repository, hook)
    add(repository)
    docgen("generate")
    git("add", "--update")
    has_passed, output = commit()
    assert not has_passed
    assert "git add generated" in output


def test_a_problem_on_a_staged_page_is_reported(repository: Checkout) -> None:
    install(repository, "docgen-lint")
    repository.edit(TEAM, "|size|Int32|", "|size|}{|")
    git("add", "docs")
    repository.write(TEAM, PAGES[TEAM])
    has_passed, output = commit()
    assert (has_passed, f"{TEAM}:16:7: error[invalid-type-expression]" in output) == (
        False,
        True,
    )


def test_a_problem_on_an_unstaged_page_is_not_reported(
    repository: Checkout,
) -> None:
    install(repository, "docgen-lint")
    repository.edit(TEAM, "|size|Int32|", "|size|}{|")
    repository.edit(ROOM, "What it is called.", "Its name.")
    git("add", ROOM)
    has_passed, output = commit()
    assert has_passed, output
    assert "Passed" in output


def test_a_staged_page_is_fixed_and_the_commit_stops_until_it_is_staged(
    repository: Checkout,
) -> None:
    install(repository, "docgen-fix")
    repository.edit(TEAM, "## Properties", "##Properties")
    repository.edit(ROOM, "## Properties", "##Properties")
    git("add", TEAM)
    has_passed, output = commit()
    assert not has_passed
    assert "fixed 1 diagnostic on 1 page" in output
    assert (repository.folder / TEAM).read_text() == PAGES[TEAM]
    assert "##Properties" in (repository.folder / ROOM).read_text()
    git("add", TEAM)
    repository.edit(TEAM, "How they feel.", "Their mood.")
    git("add", TEAM)
    assert commit()[0]


def test_this_project_uses_the_hooks_that_it_ships() -> None:
    configuration = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    command = HOOKS["docgen-generate"].partition("entry: ")[2].splitlines()[0]
    assert f"entry: .venv/bin/{command}\n" in configuration
