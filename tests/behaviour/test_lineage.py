"""The manifest alone does not decide whose edit something is: git merges files independently."""

import subprocess
from pathlib import Path

import pytest
from checkout import Checkout, Docgen
from repository import git, in_repository

TEAM = "docs/resources/team.md"
MODEL = "generated/graph/models/team.py"
STUB = "generated/graph/models/team.pyi"
ID, SIZE = "|id|String|The key.|\n", "|size|Int32|How many people there are.|\n"
AGE, WEIGHT = "|age|Int32|How old they are.|\n", "|weight|Int32|What they weigh.|\n"
METHOD = "\n    def louder(self) -> str:\n        return 'loud'\n"
SIZE_FIELD = '    size: int | None = None\n    """How many people there are."""\n\n'


@pytest.fixture(params=["union", "no-attributes"])
def repository(
    checkout: Checkout,
    docgen: Docgen,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Checkout:
    """Make a repository whose output is up to date, without the merge driver."""
    in_repository(checkout, monkeypatch)
    if request.param == "union":
        line = "generated/.docgen-manifest merge=union\n"
        checkout.write(".gitattributes", line)
    docgen("generate")
    commit("begin")
    git("branch", "start")
    return checkout


def commit(name: str) -> None:
    git("add", ".")
    git("commit", "-qm", name, "--allow-empty")


def branch(
    repository: Checkout, docgen: Docgen, name: str, *rows: str, edit: str = ""
) -> None:
    """Make a branch with more rows on a page and an edit at the end of the model."""
    git("checkout", "-q", "-B", name, "start")
    repository.edit(TEAM, ID, ID + "".join(rows))
    docgen("generate")
    with Path(MODEL).open("a", encoding="utf-8", newline="\n") as file:
        file.write(edit)
    commit(name)


def merge(name: str, *options: str) -> bool:
    arguments = ["git", "merge", "-m", "merge", *options, name]
    return subprocess.run(arguments, capture_output=True).returncode == 0


def resolve(repository: Checkout, side: str, *rows: str) -> None:
    """Choose a side of each generated file with a conflict; the page has the rows of both."""
    text = git("show", f"start:{TEAM}").replace(ID, ID + "".join(rows))
    repository.write(TEAM, text)
    unmerged = git("diff", "--name-only", "--diff-filter=U", "generated").split()
    if unmerged:
        git("checkout", f"--{side}", *unmerged)


def fields(path: str = MODEL) -> list[str]:
    text = Path(path).read_text(encoding="utf-8")
    return [name for name in ("age", "weight", "size") if f"    {name}: " in text]


@pytest.mark.parametrize("is_committed", [False, True], ids=["open", "committed"])
@pytest.mark.parametrize("side", ["ours", "theirs"])
@pytest.mark.parametrize("editor", ["one", "both"])
def test_rows_of_both_branches_are_there_whichever_file_is_chosen(
    repository: Checkout, docgen: Docgen, side: str, editor: str, is_committed: bool
) -> None:
    for name, row in (("one", AGE), ("two", WEIGHT)):
        edit = METHOD if editor in {name, "both"} else ""
        branch(repository, docgen, name, row, edit=edit)
    assert not merge("one")
    resolve(repository, side, AGE, WEIGHT)
    chosen = "two" if side == "ours" else "one"
    if is_committed:
        commit("merge")
    assert docgen("generate").status == 0
    for path in (MODEL, STUB):
        assert fields(path) == ["age", "weight", "size"]
    kept = "louder" in Path(MODEL).read_text(encoding="utf-8")
    assert kept == (editor in {chosen, "both"})
    assert docgen("generate", "--check").status == 0


@pytest.mark.parametrize("is_committed", [False, True], ids=["open", "committed"])
@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_a_row_of_one_branch_is_there_if_the_file_of_the_other_is_chosen(
    repository: Checkout, docgen: Docgen, side: str, is_committed: bool
) -> None:
    branch(repository, docgen, "one", AGE)
    branch(repository, docgen, "two", edit=METHOD)
    ours, theirs = ("two", "one") if side == "ours" else ("one", "two")
    git("checkout", "-q", ours)
    merge(theirs, "--no-commit")
    git("checkout", "two", "--", MODEL)
    if is_committed:
        commit("merge")
    ran = docgen("generate")
    assert ran.status == 0
    assert "warning[restored-code]: `Team.age` was missing" in ran.err
    assert fields() == ["age", "size"]
    assert "louder" in Path(MODEL).read_text(encoding="utf-8")
    ran = docgen("generate", "--check")
    assert (ran.status, "missing" in ran.err) == (0, False)


def test_a_row_that_one_branch_changed_is_changed_if_the_other_file_is_chosen(
    repository: Checkout, docgen: Docgen
) -> None:
    branch(repository, docgen, "two", edit=METHOD)
    git("checkout", "-q", "-B", "one", "start")
    repository.edit(TEAM, "|size|Int32|", "|size|String|")
    docgen("generate")
    commit("one")
    merge("two", "--no-commit")
    git("checkout", "two", "--", MODEL)
    assert docgen("generate").status == 0
    text = Path(MODEL).read_text(encoding="utf-8")
    assert "size: str" in text
    assert "louder" in text


def test_a_field_edited_on_one_branch_and_changed_on_the_other_is_a_conflict(
    repository: Checkout, docgen: Docgen
) -> None:
    branch(repository, docgen, "two")
    repository.edit(MODEL, "size: int", "size: float")
    git("commit", "-qam", "edit")
    git("checkout", "-q", "-B", "one", "start")
    repository.edit(TEAM, "|size|Int32|", "|size|String|")
    docgen("generate")
    commit("one")
    merge("two", "--no-commit")
    git("checkout", "two", "--", MODEL)
    git("commit", "-qam", "merge")
    ran = docgen("generate")
    assert (ran.status, "[merge-conflict]" in ran.err) == (1, True)
    assert "size: float" in Path(MODEL).read_text(encoding="utf-8")


def delete(repository: Checkout) -> None:
    repository.edit(MODEL, SIZE_FIELD, "")


def test_a_field_deleted_since_the_last_commit_stays_deleted(
    repository: Checkout, docgen: Docgen
) -> None:
    delete(repository)
    ran = docgen("generate")
    assert "`Team.size` was deleted by hand" in ran.err
    assert fields() == []


def test_a_field_that_docgen_wrote_since_the_last_commit_can_be_deleted(
    repository: Checkout, docgen: Docgen
) -> None:
    repository.edit(TEAM, ID, ID + AGE)
    docgen("generate")
    text = Path(MODEL).read_text(encoding="utf-8")
    start = text.index("    age: ")
    Path(MODEL).write_text(text[:start] + text[text.index("    size: ") :])
    assert "`Team.age` was deleted by hand" in docgen("generate").err
    assert fields() == ["size"]


@pytest.mark.parametrize("is_recorded", [False, True], ids=["unrecorded", "recorded"])
@pytest.mark.parametrize("direction", ["one into two", "two into one"])
def test_a_field_deleted_on_a_branch_stays_deleted_in_a_merge(
    repository: Checkout, docgen: Docgen, is_recorded: bool, direction: str
) -> None:
    branch(repository, docgen, "one", edit=METHOD)
    delete(repository)
    if is_recorded:
        docgen("generate")
    commit("delete")
    git("checkout", "-q", "-B", "two", "start")
    page = "docs/resources/calls-room.md"
    repository.edit(page, "|id|String|The key.|\n", "|id|String|The key.|\n" + AGE)
    docgen("generate")
    commit("two")
    theirs, _, ours = direction.split()
    git("checkout", "-q", ours)
    assert merge(theirs)
    assert docgen("generate").status == 0
    assert fields() == []
    assert docgen("generate", "--check").status == 0


@pytest.mark.parametrize("direction", ["one into two", "two into one"])
def test_a_field_that_docgen_wrote_in_the_commit_that_deletes_it_stays_deleted(
    repository: Checkout, docgen: Docgen, direction: str
) -> None:
    git("checkout", "-q", "-B", "one", "start")
    repository.edit(TEAM, ID, ID + AGE + WEIGHT)
    docgen("generate")
    text = Path(MODEL).read_text(encoding="utf-8")
    start = text.index("    age: ")
    Path(MODEL).write_text(text[:start] + text[text.index("    weight: ") :] + METHOD)
    commit("one")
    git("checkout", "-q", "-B", "two", "start")
    page = "docs/resources/calls-room.md"
    repository.edit(page, "|id|String|The key.|\n", "|id|String|The key.|\n" + AGE)
    docgen("generate")
    commit("two")
    theirs, _, ours = direction.split()
    git("checkout", "-q", ours)
    assert merge(theirs)
    ran = docgen("generate")
    assert "`Team.age` was deleted by hand" in ran.err
    assert fields() == ["weight", "size"]
    assert docgen("generate", "--check").status == 0


def test_a_field_that_was_left_out_of_a_commit_is_added_in_a_clone(
    repository: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.edit(TEAM, ID, ID + AGE)
    docgen("generate")
    git("add", ".")
    git("reset", "-q", "--", MODEL)
    git("commit", "-qm", "age")
    git("clone", "-q", ".", "../clone")
    monkeypatch.chdir("../clone")
    ran = docgen("generate", "--check")
    assert (ran.status, "`Team.age` was missing" in ran.err) == (1, True)
    assert docgen("generate").status == 0
    assert fields() == ["age", "size"]


def test_a_field_that_was_added_again_can_be_deleted_with_accept(
    repository: Checkout, docgen: Docgen
) -> None:
    branch(repository, docgen, "one", AGE)
    branch(repository, docgen, "two", edit=METHOD)
    merge("one", "--no-commit")
    git("checkout", "two", "--", MODEL)
    before = Path(MODEL).read_text(encoding="utf-8")
    docgen("generate")
    Path(MODEL).write_text(before, encoding="utf-8", newline="\n")
    assert docgen("accept", MODEL).status == 0
    ran = docgen("generate")
    assert (ran.status, fields()) == (0, ["size"])
    assert "missing" not in ran.err


def test_a_rebased_file_has_the_rows_of_both_branches(
    repository: Checkout, docgen: Docgen
) -> None:
    for name, row in (("one", AGE), ("two", WEIGHT)):
        branch(repository, docgen, name, row, edit=METHOD)
    ran = subprocess.run(["git", "rebase", "one"], capture_output=True)
    assert ran.returncode
    resolve(repository, "theirs", AGE, WEIGHT)
    assert docgen("generate").status == 0
    assert fields() == ["age", "weight", "size"]


def test_a_new_file_without_a_commit_is_believed(
    checkout: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_repository(checkout, monkeypatch)
    docgen("generate")
    delete(checkout)
    assert "`Team.size` was deleted by hand" in docgen("generate").err
