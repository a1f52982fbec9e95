"""The hooks of `.pre-commit-hooks.yaml`, run by pre-commit when something is committed."""

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
"""The text of each hook, by its id."""


@pytest.fixture
def repository(
    checkout: Checkout,
    docgen: Docgen,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Checkout:
    """Make a repository that is in line."""
    in_repository(checkout, monkeypatch)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))
    docgen("generate")
    git("add", ".")
    git("commit", "-qm", "begin")
    return checkout


def install(repository: Checkout, hook: str) -> None:
    """Have a hook run before each commit: as it is shipped, but with the docgen at hand."""
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
    """Commit what is staged; tell whether that was let through, and what was said."""
    ran = subprocess.run(
        ["git", "commit", "-m", "a change"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1"},
    )
    return ran.returncode == 0, ran.stdout + ran.stderr


def mend(said: str) -> None:
    """Do what the failure says."""
    _, _, command = said.partition("to mend it: ")
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
    ("hook", "made"),
    [
        *(
            pytest.param("docgen-generate", made, id=f"generate-{made.__name__}")
            for made in CHANGES
        ),
        pytest.param("docgen-check", change_and_go_on, id="check-change_and_go_on"),
        pytest.param("docgen-check", rename, id="check-rename"),
    ],
)
def test_a_change_is_let_through_with_its_output_alone_and_the_failure_says_how(
    repository: Checkout, hook: str, made: Callable[[Checkout], None], docgen: Docgen
) -> None:
    install(repository, hook)
    made(repository)
    is_through, said = commit()
    assert not is_through
    mend(said)
    is_through, said = commit()
    assert is_through, said
    git("stash", "--include-untracked") if git("status", "--porcelain") else None
    assert docgen("generate", "--check", "--no-cache").status == 0


@BOTH
def test_a_commit_that_is_in_line_is_let_through_whatever_lies_beside_it(
    repository: Checkout, hook: str
) -> None:
    install(repository, hook)
    grow(repository)
    page = PAGES[ROOM].replace("room", "car").replace("graph.calls", "graph")
    repository.write(CAR, page)
    repository.write("notes.txt", "a note")
    git("add", "notes.txt")
    is_through, said = commit()
    assert is_through, said
    assert git("status", "--porcelain").splitlines() == [f" M {TEAM}", f"?? {CAR}"]


@BOTH
def test_output_that_is_untracked_is_not_let_through(
    repository: Checkout, docgen: Docgen, hook: str
) -> None:
    install(repository, hook)
    add(repository)
    docgen("generate")
    git("add", "--update")
    is_through, said = commit()
    assert not is_through
    assert "git add generated" in said


def test_what_is_wrong_on_a_staged_page_is_told(repository: Checkout) -> None:
    install(repository, "docgen-lint")
    repository.edit(TEAM, "|size|Int32|", "|size|[[Int32|")
    git("add", "docs")
    repository.write(TEAM, PAGES[TEAM])
    is_through, said = commit()
    assert (is_through, f"{TEAM}:16:7: error[invalid-type-expression]" in said) == (
        False,
        True,
    )


def test_what_is_wrong_on_a_page_that_is_not_staged_is_not_told(
    repository: Checkout,
) -> None:
    install(repository, "docgen-lint")
    repository.edit(TEAM, "|size|Int32|", "|size|[[Int32|")
    repository.edit(ROOM, "What it is called.", "Its name.")
    git("add", ROOM)
    is_through, said = commit()
    assert is_through, said
    assert "Passed" in said


def test_the_hooks_of_this_project_are_the_ones_that_it_ships() -> None:
    own = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    command = HOOKS["docgen-generate"].partition("entry: ")[2].splitlines()[0]
    assert f"entry: .venv/bin/{command}\n" in own
