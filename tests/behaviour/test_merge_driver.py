"""Git merges generated files with `docgen merge-driver`, which `docgen init --git` configures."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from checkout import PAGES, Checkout, Docgen
from repository import git, in_repository

TEAM = "docs/resources/team.md"
MODEL = "generated/graph/models/team.py"
STUB = "generated/graph/models/team.pyi"
TEST = "generated/tests/test_team.py"
ROW = "|id|String|The key.|\n"
METHOD = "\n    def louder(self) -> str:\n        return 'loud'\n"
NAME = "    id: str | None = None\n"


@pytest.fixture
def repository(
    checkout: Checkout,
    docgen: Docgen,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Checkout:
    """Make a repository whose output is up to date, with `docgen` on the path."""
    in_repository(checkout, monkeypatch)
    program = tmp_path / "programs" / "docgen"
    program.parent.mkdir()
    command = f'exec {shlex.quote(sys.executable)} -m docgen "$@"'
    program.write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    docgen("init", "--yes", "--git")
    docgen("generate")
    git("add", ".")
    git("commit", "-qm", "begin")
    git("branch", "start")
    return checkout


def branch(repository: Checkout, docgen: Docgen, name: str, row: str = "") -> None:
    """Make a branch; `row` is added to a page, and the output is generated."""
    git("checkout", "-q", "-b", name, "start")
    if row:
        repository.edit(TEAM, ROW, f"{ROW}{row}\n")
    docgen("generate")


def commit(name: str) -> None:
    git("add", ".")
    git("commit", "-qm", name)


def merge(name: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", "merge", "-m", "merge", name], capture_output=True, encoding="utf-8"
    )


def append(path: str, text: str) -> None:
    with Path(path).open("a", encoding="utf-8", newline="\n") as file:
        file.write(text)


def markers(repository: Checkout) -> list[str]:
    return [path for path, text in repository.tree().items() if b"<<<<<<<" in text]


def test_rows_of_two_branches_are_merged_with_hand_written_code(
    repository: Checkout, docgen: Docgen
) -> None:
    branch(repository, docgen, "one", "|age|Int32|How old they are.|")
    append(MODEL, METHOD)
    append(TEST, "\n\ndef test_one() -> None:\n    assert TYPE\n")
    commit("one")
    git("checkout", "-q", "start")
    branch(repository, docgen, "two")
    repository.edit(TEAM, "|mood|", "|weight|Int32|What they weigh.|\n|mood|")
    docgen("generate")
    append(MODEL, METHOD.replace("loud", "quiet").replace("louder", "quieter"))
    append(TEST, "\n\ndef test_two() -> None:\n    assert TYPE\n")
    commit("two")
    ran = merge("one")
    assert ran.returncode == 0, ran.stdout
    assert markers(repository) == []
    assert docgen("generate").status == 0
    for path in (MODEL, STUB):
        text = Path(path).read_text(encoding="utf-8")
        assert text.count("    age: ") == text.count("    weight: ") == 1
    assert all(word in Path(MODEL).read_text() for word in ("'loud'", "'quiet'"))
    assert all(word in Path(TEST).read_text() for word in ("test_one", "test_two"))
    assert all(word in Path(TEST).read_text() for word in ('"age"', '"weight"'))
    assert docgen("generate", "--check").status == 0


def test_a_definition_that_both_edited_by_hand_is_the_only_conflict(
    repository: Checkout, docgen: Docgen
) -> None:
    branch(repository, docgen, "one", "|age|Int32|How old they are.|")
    repository.edit(MODEL, NAME, "    id: int | None = None\n")
    commit("one")
    branch(repository, docgen, "two")
    repository.edit(MODEL, NAME, "    id: bytes | None = None\n")
    append(MODEL, METHOD)
    commit("two")
    ran = merge("one")
    assert ran.returncode == 1
    assert markers(repository) == ["graph/models/team.py"]
    text = Path(MODEL).read_text(encoding="utf-8")
    before, _, rest = text.partition("<<<<<<< ours\n")
    conflict, _, after = rest.partition(">>>>>>> theirs\n")
    ours, _, theirs = conflict.partition("=======\n")
    assert ours == '    id: bytes | None = None\n    """The key."""\n'
    assert theirs == '    id: int | None = None\n    """The key."""\n'
    assert "louder" in after
    assert "age: int" in before + after
    Path(MODEL).write_text(before + theirs + after, encoding="utf-8", newline="\n")
    git("add", ".")
    assert docgen("generate").status == 0
    assert "id: int" in Path(MODEL).read_text(encoding="utf-8")


def test_a_field_edited_by_hand_is_kept_where_its_page_changed_on_the_other_branch(
    repository: Checkout, docgen: Docgen
) -> None:
    branch(repository, docgen, "one")
    repository.edit(TEAM, "The key.", "What it is found by.")
    docgen("generate")
    commit("one")
    branch(repository, docgen, "two")
    repository.edit(MODEL, '"""The key."""', '"""My key."""')
    commit("two")
    for ours, theirs in (("one", "two"), ("two", "one")):
        git("checkout", "-q", "-B", "merged", ours)
        assert merge(theirs).returncode == 0
        assert markers(repository) == []
        ran = docgen("generate")
        assert (ran.status, "[merge-conflict]" in ran.err) == (1, True)
        assert '"""My key."""' in Path(MODEL).read_text(encoding="utf-8")
        git("checkout", "-q", "-f", "start")


def test_a_rebase_is_merged_as_well(repository: Checkout, docgen: Docgen) -> None:
    branch(repository, docgen, "one", "|age|Int32|How old they are.|")
    commit("one")
    branch(repository, docgen, "two")
    repository.edit(TEAM, "|mood|", "|weight|Int32|What they weigh.|\n|mood|")
    append(MODEL, METHOD)
    docgen("generate")
    commit("two")
    git("rebase", "-q", "one")
    docgen("generate")
    text = Path(MODEL).read_text(encoding="utf-8")
    assert all(word in text for word in ("age: int", "weight: int", "'loud'"))


def test_a_file_that_is_not_python_is_merged_by_lines(
    repository: Checkout, docgen: Docgen
) -> None:
    for name, text in (("one", "a\n"), ("two", "b\n")):
        branch(repository, docgen, name)
        append("generated/graph/py.typed", text)
        commit(name)
    assert merge("one").returncode == 1
    assert markers(repository) == ["graph/py.typed"]


def test_an_unreadable_file_is_a_usage_error(docgen: Docgen) -> None:
    assert docgen("merge-driver", "a", "b", "c", "generated/x.py").status == 2


def test_attributes_that_are_not_utf_8_are_kept(
    repository: Checkout, docgen: Docgen
) -> None:
    attributes = repository.folder / ".git/info/attributes"
    attributes.write_bytes(b"\xff merge=other\n")
    assert docgen("init", "--git").status == 0
    assert attributes.read_bytes().startswith(b"\xff merge=other\n/")


def test_a_clone_is_set_up_without_questions(
    repository: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("clone", "-q", ".", "../clone")
    monkeypatch.chdir("../clone")
    assert docgen("init", "--git").status == 0
    driver = git("config", "merge.docgen.driver")
    assert driver == "docgen merge-driver %O %A %B %P\n"
    merged = git("check-attr", "merge", MODEL, "generated/.docgen-manifest", TEAM)
    assert [line.rpartition(" ")[2] for line in merged.splitlines()] == [
        "docgen",
        "docgen",
        "unspecified",
    ]
    before = Path(".git/info/attributes").read_bytes()
    assert docgen("init", "--git").status == 0
    assert Path(".git/info/attributes").read_bytes() == before
    assert repository.folder.name == "checkout"


@pytest.mark.parametrize("output", ["my output", 'a"b', "deep/er"])
def test_any_output_folder_is_assigned_to_the_driver(
    checkout: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    in_repository(checkout, monkeypatch)
    text = f"[tool.docgen]\nsource = ['docs']\noutput = '{output}'\n"
    checkout.write("inner/pyproject.toml", text)
    for path, content in PAGES.items():
        checkout.write(f"inner/{path}", content)
    monkeypatch.chdir("inner")
    assert docgen("init", "--git").status == 0
    merged = git("check-attr", "-z", "merge", f"{output}/graph/a.py")
    assert merged.split("\0")[2] == "docgen"


FIELD = '    id: str | None = None\n    """The key."""\n\n'
DELETED_BY_HAND = {
    "a field whose type changes": (MODEL, FIELD, "|id|String|", "|id|Guid|"),
    "a field whose docstring changes": (MODEL, FIELD, "The key.", "Its key."),
    "a field of the stub": (STUB, NAME, "|id|String|", "|id|Guid|"),
}


@pytest.mark.parametrize("is_generated", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(
    ("path", "code", "old", "new"), DELETED_BY_HAND.values(), ids=DELETED_BY_HAND
)
def test_a_part_deleted_by_hand_stays_deleted_where_its_page_changed_on_the_other_branch(
    repository: Checkout,
    docgen: Docgen,
    path: str,
    code: str,
    old: str,
    new: str,
    *,
    is_generated: bool,
) -> None:
    branch(repository, docgen, "one")
    repository.edit(TEAM, old, new)
    repository.edit(
        TEAM, ROW.replace(old, new), f"{ROW.replace(old, new)}|age|Int32||\n"
    )
    docgen("generate")
    commit("one")
    branch(repository, docgen, "two")
    repository.edit(path, code, "")
    if is_generated:
        docgen("generate")
    commit("two")
    for ours, theirs in (("one", "two"), ("two", "one")):
        git("checkout", "-q", "-B", "merged", ours)
        assert merge(theirs).returncode == 0
        for _ in range(2):
            text = Path(path).read_text(encoding="utf-8")
            assert "    id: " not in text
            assert "    age: " in text
            assert "restored-code" not in docgen("generate").err
        git("checkout", "-q", "-f", "start")
