"""`--staged` reads git's index instead of the working tree."""

import os
import subprocess
from pathlib import Path

import pytest
from checkout import PAGES, Checkout, Docgen
from imports import imported
from repository import git, in_repository

TEAM = "docs/resources/team.md"
ROOM = "docs/resources/calls-room.md"
CAR = "docs/resources/car.md"
MODEL = "generated/graph/models/team.py"
BROKEN = "|size|Int32|How many people there are.|surplus|\n"


@pytest.fixture
def repository(
    checkout: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> Checkout:
    """Make a repository in which pages and output are committed and in line."""
    in_repository(checkout, monkeypatch)
    docgen("generate")
    git("add", ".")
    git("commit", "-qm", "begin")
    return checkout


def grow(checkout: Checkout, path: str = TEAM) -> None:
    """Change a page so that its model changes."""
    checkout.edit(
        path, "|id|String|The key.|", "|id|String|The key.|\n|age|Int32|Old.|"
    )


@pytest.mark.usefixtures("repository")
def test_an_up_to_date_index_passes(docgen: Docgen) -> None:
    assert docgen("generate", "--check", "--staged").status == 0
    assert docgen("generate", "--staged").status == 0


def test_a_staged_page_without_its_output_fails_and_names_the_command(
    repository: Checkout, docgen: Docgen
) -> None:
    grow(repository)
    git("add", "docs")
    checked = docgen("generate", "--check", "--staged")
    assert checked.status == 1
    assert f"would write {MODEL}\n" in checked.err
    assert "docgen generate --staged; git add generated\n" in checked.err
    written = docgen("generate", "--staged")
    assert written.status == 1
    assert written.err.endswith("to fix: git add generated\n")
    git("add", "generated")
    assert docgen("generate", "--check", "--staged").status == 0
    assert docgen("generate", "--staged").status == 0


def test_an_unstaged_change_is_ignored(repository: Checkout, docgen: Docgen) -> None:
    grow(repository)
    assert docgen("generate", "--check").status == 1
    assert docgen("generate", "--check", "--staged").status == 0


def test_unstaged_output_is_ignored(repository: Checkout, docgen: Docgen) -> None:
    grow(repository)
    docgen("generate")
    assert docgen("generate", "--check", "--staged").status == 0
    git("add", "docs")
    assert docgen("generate", "--check").status == 0
    assert docgen("generate", "--check", "--staged").status == 1


def test_the_staged_part_of_a_page_is_read(
    repository: Checkout, docgen: Docgen
) -> None:
    grow(repository)
    git("add", "docs")
    repository.edit(TEAM, "|age|Int32|", "|years|Int32|")
    shown = docgen("generate", "--check", "--staged", "--diff").out
    assert "+    age: int" in shown
    assert "years" not in shown


def test_output_generated_from_the_index_is_up_to_date(
    repository: Checkout, docgen: Docgen
) -> None:
    grow(repository)
    git("add", "docs")
    repository.edit(TEAM, "|age|Int32|", "|years|Int32|")
    assert docgen("generate", "--staged").status == 1
    git("add", "generated")
    assert docgen("generate", "--check", "--staged").status == 0
    assert "age: int" in (repository.folder / MODEL).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["car.md", "a car.md", "größe.md", "-o.md"])
def test_an_untracked_page_is_ignored_until_it_is_staged(
    repository: Checkout, docgen: Docgen, name: str
) -> None:
    repository.write(f"docs/resources/{name}", car())
    assert docgen("generate", "--check", "--staged").status == 0
    git("add", "docs")
    checked = docgen("generate", "--check", "--staged")
    assert "would write generated/graph/models/car.py\n" in checked.err


def car() -> str:
    return (
        PAGES[ROOM]
        .replace("room", "car")
        .replace("microsoft.graph.calls", "microsoft.graph")
    )


def test_a_page_with_intent_to_add_is_ignored(
    repository: Checkout, docgen: Docgen
) -> None:
    repository.write(CAR, car())
    git("add", "--intent-to-add", CAR)
    assert docgen("generate", "--check", "--staged").status == 0


def test_new_untracked_output_fails(repository: Checkout, docgen: Docgen) -> None:
    repository.write(CAR, car())
    git("add", "docs")
    docgen("generate")
    git("add", "--update")
    for options in (["--check"], []):
        assert docgen("generate", "--staged", *options).status == 1
    git("add", "generated")
    assert docgen("generate", "--staged").status == 0


def test_deleting_a_page_in_the_index_removes_its_output(
    repository: Checkout, docgen: Docgen
) -> None:
    git("rm", "-q", "--cached", ROOM)
    assert docgen("generate", "--check").status == 0
    checked = docgen("generate", "--check", "--staged")
    assert "would remove generated/graph/models/calls/room.py\n" in checked.err
    assert docgen("generate", "--staged").status == 1
    assert not (repository.folder / "generated/graph/models/calls").exists()
    git("add", "generated")
    assert docgen("generate", "--staged").status == 0


def test_a_page_deleted_only_in_the_working_tree_is_still_read(
    repository: Checkout, docgen: Docgen
) -> None:
    (repository.folder / ROOM).unlink()
    assert docgen("generate", "--check").status == 1
    assert docgen("generate", "--check", "--staged").status == 0
    git("add", "docs")
    assert docgen("generate", "--check", "--staged").status == 1


def test_a_page_is_renamed_when_the_index_says_so(
    repository: Checkout, docgen: Docgen
) -> None:
    (repository.folder / ROOM).rename(repository.folder / "docs/resources/den.md")
    before = docgen("lint", "--staged", "--output-format", "concise").out
    assert docgen("generate", "--check", "--staged").status == 0
    git("add", "docs")
    after = docgen("lint", "--staged", "--output-format", "concise").out
    assert "calls-room.md" not in before
    assert "calls-room.md" in after


def test_output_deleted_or_edited_only_in_the_working_tree_does_not_count(
    repository: Checkout, docgen: Docgen
) -> None:
    (repository.folder / MODEL).unlink()
    repository.edit("generated/graph/models/mood.py", "CALM", "QUIET")
    repository.edit("generated/.docgen-manifest", "manifest 3", "manifest 9")
    assert docgen("generate", "--check", "--staged").status == 0
    git("add", "generated")
    assert docgen("generate", "--check", "--staged").status == 1


def test_output_written_as_in_the_index_is_up_to_date(
    repository: Checkout, docgen: Docgen
) -> None:
    (repository.folder / MODEL).unlink()
    ran = docgen("generate", "--staged")
    assert (ran.status, ran.err[:12]) == (0, "wrote 1 file")


def test_an_unstaged_manifest_fails(repository: Checkout, docgen: Docgen) -> None:
    repository.edit("generated/.docgen-manifest", "\t", "\t0")
    git("add", "generated")
    assert docgen("generate", "--staged").status == 1
    git("add", "generated")
    assert docgen("generate", "--staged").status == 0


def test_an_unchanged_index_is_not_parsed_again(
    repository: Checkout, docgen: Docgen
) -> None:
    grow(repository)
    git("add", "docs")
    repository.edit(TEAM, "|age|Int32|", "|years|Int32|")
    check = ("generate", "--check", "--staged", "--diff")
    first = docgen(*check)
    assert docgen(*check) == first
    assert not imported(*check).intersection({"markdown_it", "jinja2"})


def test_lint_reads_staged_content(repository: Checkout, docgen: Docgen) -> None:
    repository.edit(TEAM, "|size|Int32|How many people there are.|\n", BROKEN)
    assert "extra-cell" not in docgen("lint", "--staged", TEAM).out
    git("add", "docs")
    repository.write(TEAM, PAGES[TEAM])
    assert "extra-cell" in docgen("lint", "--staged", TEAM).out
    assert "extra-cell" not in docgen("lint", TEAM).out


def test_an_excluded_page_of_the_index_stays_excluded(
    repository: Checkout, docgen: Docgen
) -> None:
    repository.write(
        "pyproject.toml",
        '[tool.docgen]\nsource = ["docs"]\nexclude = ["**/drafts/**"]\n',
    )
    repository.write("docs/drafts/car.md", car())
    git("add", "docs")
    (repository.folder / "docs/drafts/car.md").unlink()
    assert docgen("generate", "--check", "--staged").status == 0


def test_the_index_that_the_environment_names_is_read(
    repository: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    grow(repository)
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/another")
    git("read-tree", "HEAD")
    git("add", "docs")
    assert docgen("generate", "--check", "--staged").status == 1
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert docgen("generate", "--check", "--staged").status == 0


def test_a_second_working_tree_has_its_own_index(
    repository: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("worktree", "add", "-q", "../second")
    monkeypatch.chdir("../second")
    grow(Checkout(Path.cwd()))
    git("add", "docs")
    assert docgen("generate", "--check", "--staged").status == 1
    monkeypatch.chdir(repository.folder)
    assert docgen("generate", "--check", "--staged").status == 0


@pytest.mark.parametrize("folder", [".", "docs", "docs/api"])
@pytest.mark.parametrize("tree", [".", "../second"])
def test_it_works_in_a_hook_that_leaves_the_root_of_its_working_tree(
    repository: Checkout,
    docgen: Docgen,
    monkeypatch: pytest.MonkeyPatch,
    tree: str,
    folder: str,
) -> None:
    del repository
    git("worktree", "add", "-q", "../second")
    monkeypatch.chdir(tree)
    grow(Checkout(Path.cwd()))
    git("add", "docs")
    # as git does for the hooks of a linked working tree
    monkeypatch.setenv("GIT_DIR", git("rev-parse", "--absolute-git-dir").strip())
    monkeypatch.chdir(folder)
    assert docgen("generate", "--staged").status == 1
    monkeypatch.delenv("GIT_DIR")
    git("add", git("rev-parse", "--show-cdup").strip() + "generated")
    monkeypatch.setenv("GIT_DIR", git("rev-parse", "--absolute-git-dir").strip())
    assert docgen("generate", "--staged").status == 0


def test_it_works_in_a_folder_below_the_root(
    repository: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    grow(repository)
    git("add", "docs")
    monkeypatch.chdir("docs/api")
    checked = docgen("generate", "--check", "--staged")
    assert checked.status == 1
    assert checked.err.endswith("git add ../../generated\n")


def test_cached_results_of_the_index_are_not_used_for_the_disk(
    repository: Checkout, docgen: Docgen
) -> None:
    grow(repository)
    docgen("generate", "--check", "--staged")
    assert docgen("generate", "--check").status == 1
    git("add", "docs")
    repository.write(TEAM, PAGES[TEAM])
    assert docgen("generate", "--check", "--staged").status == 1
    assert docgen("generate", "--check").status == 0


def test_a_name_that_is_not_utf_8_is_allowed(
    repository: Checkout, docgen: Docgen
) -> None:
    name = os.fsencode(repository.folder / "docs") + b"/\xff.md"
    try:
        Path(os.fsdecode(name)).write_text("# a", encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes no such name")
    assert docgen("generate", "--check", "--staged").status == 0
    git("add", "docs")
    Path(os.fsdecode(name)).unlink()
    assert docgen("generate", "--check", "--staged").status == 1
    ran = docgen("lint", "--staged")
    assert (ran.status, "its name is not UTF-8" in ran.out) == (1, True)


def test_no_repository_is_a_usage_error(checkout: Checkout, docgen: Docgen) -> None:
    for command in (["generate"], ["generate", "--check"], ["lint"]):
        ran = docgen(*command, "--staged")
        assert (ran.status, "a git repository" in ran.err) == (2, True)
    assert not (checkout.folder / "generated").exists()


def test_missing_git_is_a_usage_error(
    repository: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(repository.folder))
    ran = docgen("generate", "--check", "--staged")
    assert (ran.status, "needs git" in ran.err) == (2, True)


@pytest.mark.usefixtures("repository")
def test_pages_and_staged_exclude_each_other(docgen: Docgen) -> None:
    assert docgen("generate", "--staged", TEAM).status == 2
    assert subprocess.run(["git", "diff", "--quiet"]).returncode == 0


def stage_all_but(path: str) -> None:
    git("add", ".")
    git("reset", "-q", "--", path)


OUTPUTS = [
    MODEL,
    "generated/graph/models/team.pyi",
    "generated/tests/test_team.py",
    "generated/.docgen-manifest",
]


@pytest.mark.parametrize("path", OUTPUTS)
@pytest.mark.parametrize("is_edited", [False, True], ids=["generated", "edited"])
@pytest.mark.parametrize("change", ["add", "retype", "remove"])
def test_output_that_is_staged_in_part_fails_until_all_is_staged(
    repository: Checkout, docgen: Docgen, path: str, is_edited: bool, change: str
) -> None:
    if is_edited and path.endswith("py"):
        with (repository.folder / path).open("a", encoding="utf-8") as file:
            file.write("\n\ndef own() -> int:\n    return 1\n")
        git("commit", "-qam", "edit")
    row = "|size|Int32|How many people there are.|\n"
    new = {"add": f"{row}|age|Int32|Old.|\n", "remove": ""}
    changed = row.replace("|Int32|", "|String|")
    repository.edit(TEAM, row, new.get(change, changed))
    docgen("generate")
    stage_all_but(path)
    for _ in range(2):
        ran = docgen("generate", "--staged")
        assert ran.status == 1
        assert ran.err.endswith("output is not staged; to fix: git add generated\n")
    ran = docgen("generate", "--check", "--staged")
    assert (ran.status, "git add generated\n" in ran.err) == (1, True)
    git("add", "generated")
    assert docgen("generate", "--staged").status == 0
    assert docgen("generate", "--check", "--staged").status == 0


@pytest.mark.parametrize("path", OUTPUTS)
def test_output_that_is_staged_in_part_fails_after_runs_with_nothing_to_do(
    repository: Checkout, docgen: Docgen, path: str
) -> None:
    grow(repository)
    docgen("generate")
    imported("generate")
    assert "docgen.pipeline" not in imported("generate")
    stage_all_but(path)
    for _ in range(2):
        assert docgen("generate", "--staged").status == 1
    git("add", "generated")
    assert docgen("generate", "--staged").status == 0


@pytest.mark.parametrize("is_new", [False, True], ids=["removed", "new"])
def test_a_new_or_removed_file_that_is_not_staged_fails(
    repository: Checkout, docgen: Docgen, is_new: bool
) -> None:
    if is_new:
        repository.write(CAR, car())
    else:
        (repository.folder / ROOM).unlink()
    docgen("generate")
    name = "car" if is_new else "calls/room"
    stage_all_but(f"generated/graph/models/{name}.py")
    assert docgen("generate", "--staged").status == 1
    git("add", "generated")
    assert docgen("generate", "--staged").status == 0


@pytest.mark.parametrize("kind", ["method", "edit", "deletion", "file"])
def test_hand_written_code_need_not_be_staged(
    repository: Checkout, docgen: Docgen, kind: str
) -> None:
    with (repository.folder / MODEL).open("a", encoding="utf-8") as file:
        file.write("\n    def own(self) -> int:\n        return 1\n")
    git("commit", "-qam", "edit")
    match kind:
        case "method":
            repository.edit(
                MODEL, "def own", "def other(self) -> None: ...\n\n    def own"
            )
        case "edit":
            repository.edit(MODEL, "size: int", "size: float")
        case "deletion":
            repository.edit(MODEL, "    def own(self) -> int:\n        return 1\n", "")
        case _:
            repository.write("generated/tests/test_own.py", "A = 1\n")
    grow(repository, ROOM)
    docgen("generate")
    stage_all_but(MODEL)
    git("reset", "-q", "--", "generated/tests/test_own.py")
    assert docgen("generate", "--staged").status == 0
    assert docgen("generate", "--check", "--staged").status == 0


@pytest.mark.usefixtures("repository")
def test_lint_ignores_files_outside_of_the_sources(
    repository: Checkout, docgen: Docgen
) -> None:
    broken = PAGES[TEAM].replace("|size|Int32|", "|size|}{|")
    others = ["README.md", "notes/team.md", "docs/drafts/team.md"]
    for path in [*others, CAR]:
        repository.write(path, broken.replace("team", "car"))
    text = "[tool.docgen]\nsource = ['docs']\nexclude = ['**/drafts/**']\n"
    repository.write("pyproject.toml", text)
    git("add", ".")
    ran = docgen("lint", "--staged", *others)
    assert (ran.status, ran.out) == (0, "")
    ran = docgen("lint", "--staged", *others, CAR, "--output-format", "concise")
    assert ran.status == 1
    assert {line.partition(":")[0] for line in ran.out.splitlines()} == {CAR}
    assert docgen("lint", *others).status == 1
    assert docgen("lint", "--staged", "missing.md").status == 1


def test_generate_counts_what_lint_reports(
    repository: Checkout, docgen: Docgen
) -> None:
    repository.edit(TEAM, "|size|Int32|", "|size|}{|")
    git("add", ".")
    docgen("generate", "--staged")
    git("add", ".")
    linted = docgen("lint", "--staged", TEAM)
    for options in ([], ["--check"]):
        ran = docgen("generate", "--staged", *options)
        assert ran.status == 1
        assert "invalid-type-expression" in linted.out
        assert "invalid-type-expression" not in ran.out + ran.err
        assert "1 error" in ran.err
        assert "docgen lint --staged" in ran.err
    ran = docgen("generate", "--staged", "--output-format", "text")
    assert "invalid-type-expression" in ran.out


@pytest.mark.usefixtures("later")
def test_a_run_with_staged_content_is_not_remembered(
    repository: Checkout, docgen: Docgen
) -> None:
    grow(repository)
    git("add", "docs")
    repository.edit(TEAM, "|age|Int32|", "|years|Int32|")
    for _ in range(2):
        docgen("generate", "--staged")
        assert "    age: int" in (repository.folder / MODEL).read_text("utf-8")
    docgen("generate")
    assert "    years: int" in (repository.folder / MODEL).read_text("utf-8")


def test_diff_alone_exits_with_0(repository: Checkout, docgen: Docgen) -> None:
    grow(repository)
    git("add", "docs")
    before = repository.tree()
    for options in ([], ["--staged"]):
        ran = docgen("generate", "--diff", *options)
        assert (ran.status, "+    age: int" in ran.out) == (0, True)
        assert docgen("generate", "--check", "--diff", *options).status == 1
    assert repository.tree() == before
