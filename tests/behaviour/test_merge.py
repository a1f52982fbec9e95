"""Hand-written code is kept: `generate`, `accept`, and lost or conflicted manifests."""

import shutil
import time
from collections.abc import Callable

import pytest
from checkout import Checkout, Docgen
from repository import git, in_repository

from docgen.commands.generate import Request, generate
from docgen.commands.options import Options
from docgen.config import load_config

TEAM = "docs/resources/team.md"
ROOM = "docs/resources/calls-room.md"
MODEL = "generated/graph/models/team.py"
STUB = "generated/graph/models/team.pyi"
TESTS = "generated/tests/test_team.py"
MANIFEST = "generated/.docgen-manifest"
NEW = f"{MODEL}.docgen-new"

CHECK = (
    "\n\ndef test_teams_have_a_size() -> None:\n    assert models.Team(size=3).size\n"
)
METHOD = "\n    def is_large(self) -> bool:\n        return (self.size or 0) > 9\n"


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Advance the clock, so that file times written just now are trusted."""
    real = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: real() + 10_000_000_000)


@pytest.fixture
def edited(checkout: Checkout, docgen: Docgen) -> Checkout:
    """Return a checkout with a hand-written method in a model and a test in its tests."""
    docgen("generate")
    append(checkout, MODEL, METHOD)
    append(checkout, TESTS, CHECK)
    return checkout


@pytest.fixture
def conflicted(edited: Checkout, docgen: Docgen) -> Checkout:
    """Return a checkout in which page and user changed the same field."""
    edited.edit(MODEL, "size: int | None = None", "size: int = 0")
    edited.edit(TEAM, "|size|Int32|", "|size|Double|")
    assert docgen("generate").status == 1
    return edited


def append(checkout: Checkout, path: str, code: str) -> None:
    checkout.write(path, read(checkout, path) + code)


def read(checkout: Checkout, path: str) -> str:
    return (checkout.folder / path).read_text(encoding="utf-8")


class TestCheck:
    def test_edited_files_are_up_to_date(
        self, edited: Checkout, docgen: Docgen
    ) -> None:
        checked = docgen("generate", "--check")
        stub = "would write generated/graph/models/team.pyi\n"
        assert (checked.status, checked.err.startswith(stub)) == (1, True)
        docgen("generate")  # copies the signature of the method to the stub
        before = edited.tree()
        ran = docgen("generate", "--check", "--diff")
        assert (ran.status, ran.out, edited.tree()) == (0, "", before)

    def test_edited_file_with_a_changed_page_is_out_of_date(
        self, edited: Checkout, docgen: Docgen
    ) -> None:
        edited.edit(TEAM, "How many people there are.", "How many they are.")
        ran = docgen("generate", "--check")
        assert ran.status == 1
        assert f"would write {MODEL}\n" in ran.err

    def test_diff_of_check_is_that_of_a_run(
        self, edited: Checkout, docgen: Docgen
    ) -> None:
        edited.edit(TEAM, "How many people there are.", "How many they are.")
        shown = docgen("generate", "--check", "--diff").out
        assert docgen("generate", "--diff").out == shown
        assert '+    """How many they are."""\n' in shown

    def test_unresolved_conflict_fails(
        self, conflicted: Checkout, docgen: Docgen
    ) -> None:
        assert "merge-conflict" in docgen("generate", "--check").err
        assert docgen("generate", "--check").status == 1
        assert conflicted.tree()


class TestWatch:
    def test_page_without_its_type_is_emptied_if_its_edited_file_is_kept(
        self, edited: Checkout
    ) -> None:
        edited.write(TEAM, "")
        request = Request(check=True, options=Options(is_cached=False, workers=1))
        config = load_config(str(edited.folder / "pyproject.toml"))
        assert generate(config, [], request).emptied == (TEAM,)


class TestConflicts:
    def test_other_definitions_of_the_file_are_updated(
        self, conflicted: Checkout, docgen: Docgen
    ) -> None:
        conflicted.edit(TEAM, "Where they meet.", "Where they sit.")
        docgen("generate")
        model = read(conflicted, MODEL)
        assert "size: int = 0" in model
        assert "Where they sit." in model
        assert METHOD in model

    def test_diff_has_the_new_code_in_lines_that_git_ignores(
        self, conflicted: Checkout, docgen: Docgen
    ) -> None:
        out = docgen("generate", "--diff").out
        assert out.startswith(f"# {MODEL}:")
        assert "\n# -    size: int = 0\n# +    size: float | None = None\n" in out
        assert "is_large" not in out
        assert b"float" not in conflicted.tree()["graph/models/team.py"]

    def test_keep_new_writes_a_file_that_is_removed_with_the_conflict(
        self, conflicted: Checkout, docgen: Docgen
    ) -> None:
        docgen("generate", "--keep-new")
        assert "size: float | None = None" in read(conflicted, NEW)
        docgen("generate")
        conflicted.edit(TEAM, "|size|Double|", "|size|Int32|")
        docgen("generate")
        assert not (conflicted.folder / NEW).exists()

    def test_file_of_keep_new_is_updated_with_the_page(
        self, conflicted: Checkout, docgen: Docgen
    ) -> None:
        docgen("generate", "--keep-new")
        conflicted.edit(TEAM, "|size|Double|", "|size|String|")
        docgen("generate")
        assert "size: str | None = None" in read(conflicted, NEW)

    def test_hand_written_file_of_that_name_is_kept(
        self, conflicted: Checkout, docgen: Docgen
    ) -> None:
        conflicted.write(NEW, "mine")
        docgen("generate", "--keep-new")
        docgen("accept", MODEL)
        docgen("generate")
        assert read(conflicted, NEW) == "mine"

    def test_reverting_the_page_resolves_the_conflict(
        self, conflicted: Checkout, docgen: Docgen
    ) -> None:
        conflicted.edit(TEAM, "|size|Double|", "|size|Int32|")
        assert docgen("generate").status == 0
        assert "size: int = 0" in read(conflicted, MODEL)


class TestAccept:
    def test_conflict_is_resolved(self, conflicted: Checkout, docgen: Docgen) -> None:
        before = conflicted.tree()
        ran = docgen("accept", MODEL)
        assert ran.out == f"{MODEL}: resolved merge-conflict of `Team.size`\n"
        assert ran.err == "accepted 1 file\n"
        assert docgen("generate").status == 0
        assert docgen("generate", "--check", "--no-cache").status == 0
        after = conflicted.tree()
        assert {path for path in before if before[path] != after[path]} == {
            ".docgen-manifest"
        }

    @pytest.mark.parametrize(
        "folder", [".", "generated", "generated/graph", "generated/graph/models/"]
    )
    def test_a_folder_stands_for_the_files_with_conflicts_in_it(
        self, conflicted: Checkout, docgen: Docgen, folder: str
    ) -> None:
        before = conflicted.tree()
        conflicted.edit(ROOM, "What it is called.", "Its name.")
        ran = docgen("accept", folder)
        assert ran.status == 0
        assert f"{MODEL}: resolved merge-conflict of `Team.size`\n" in ran.out
        assert "merge-conflict" not in docgen("generate", "--check").err
        after = conflicted.tree()
        assert {path for path in before if before[path] != after[path]} == {
            ".docgen-manifest"
        }

    @pytest.mark.usefixtures("later")
    @pytest.mark.parametrize("name", [MODEL, "generated", "."])
    def test_a_conflict_that_runs_have_repeated_is_resolved(
        self, conflicted: Checkout, docgen: Docgen, name: str
    ) -> None:
        for _ in range(2):
            assert docgen("generate").status == 1
        ran = docgen("accept", name)
        assert ran.out == f"{MODEL}: resolved merge-conflict of `Team.size`\n"
        assert docgen("generate").status == 0
        assert "size: int = 0" in read(conflicted, MODEL)

    def test_a_folder_without_conflicts_is_accepted(
        self, conflicted: Checkout, docgen: Docgen
    ) -> None:
        before = conflicted.tree()
        ran = docgen("accept", "generated/graph/models/calls")
        assert (ran.status, ran.out, ran.err) == (0, "", "accepted 0 files\n")
        assert conflicted.tree() == before

    def test_what_was_deleted_by_hand_is_resolved(
        self, conflicted: Checkout, docgen: Docgen
    ) -> None:
        room = "generated/graph/models/calls/room.py"
        conflicted.edit(
            room, '    name: str | None = None\n    """What it is called."""\n', ""
        )
        out = docgen("accept", "generated").out
        assert f"{room}: resolved removed-code of `Room.name`\n" in out
        assert "Room.name" not in docgen("generate").err

    def test_next_change_of_the_page_is_a_conflict_again(
        self, conflicted: Checkout, docgen: Docgen
    ) -> None:
        docgen("accept", MODEL)
        conflicted.edit(TEAM, "|size|Double|", "|size|String|")
        assert "merge-conflict" in docgen("generate").err

    def test_accepted_obsolete_code_is_no_longer_recorded(
        self, edited: Checkout, docgen: Docgen
    ) -> None:
        (edited.folder / TEAM).unlink()
        assert "obsolete-code" in docgen("generate").err
        assert docgen("accept", MODEL, TESTS).status == 0
        assert "obsolete-code" not in docgen("generate").err
        assert METHOD in read(edited, MODEL)
        assert "team" not in read(edited, MANIFEST)

    def test_only_the_accepted_file_is_updated(
        self, conflicted: Checkout, docgen: Docgen
    ) -> None:
        before = conflicted.tree()
        conflicted.edit(TEAM, "Where they meet.", "Where they sit.")
        conflicted.edit(ROOM, "What it is called.", "Its name.")
        docgen("accept", MODEL)
        after = conflicted.tree()
        changed = {path for path in after if before[path] != after[path]}
        assert changed == {"graph/models/team.py", ".docgen-manifest"}
        assert "Where they sit." in read(conflicted, MODEL)
        assert docgen("generate", "--check").status == 1

    @pytest.mark.usefixtures("later")
    def test_unedited_file_is_unchanged(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        docgen("generate")
        before = checkout.tree()
        assert docgen("accept", MODEL).status == 0
        assert docgen("generate").status == 0
        assert checkout.tree() == before

    @pytest.mark.usefixtures("later")
    def test_conflicts_of_other_files_are_still_reported(
        self, conflicted: Checkout, docgen: Docgen
    ) -> None:
        for _ in range(2):
            docgen("accept", STUB)
            assert "merge-conflict" in docgen("generate").err
        assert conflicted.tree()

    def test_invalid_python_is_reported(
        self, conflicted: Checkout, docgen: Docgen
    ) -> None:
        append(conflicted, MODEL, "def (\n")
        ran = docgen("accept", MODEL)
        assert ran.status == 1
        assert "unparsable-output" in ran.err
        assert "accepted 0 files" in ran.err

    @pytest.mark.parametrize(
        ("path", "why"),
        [
            (TEAM, "is not in a configured output folder"),
            ("generated/nothing.py", "does not exist"),
            ("generated/mine.py", "is not a generated file"),
            ("docs", "is not in a configured output folder"),
            ("generated/mine", "has no generated file in it"),
        ],
    )
    def test_other_path_is_a_usage_error(
        self, conflicted: Checkout, docgen: Docgen, path: str, why: str
    ) -> None:
        conflicted.write("generated/mine.py", "")
        (conflicted.folder / "generated/mine").mkdir()
        before = conflicted.tree()
        ran = docgen("accept", MODEL, path)
        assert ran.status == 2
        assert f"`{path}` {why}" in ran.err
        assert conflicted.tree() == before


class TestForce:
    def test_overwrites_and_names_hand_written_code(
        self, edited: Checkout, docgen: Docgen
    ) -> None:
        ran = docgen("generate", "--force")
        assert ran.status == 0
        assert f"{MODEL}:1:1: warning[overwritten-code]" in ran.err
        assert "`Team.is_large`" in ran.err
        forced = edited.tree()
        shutil.rmtree(edited.folder / "generated")
        docgen("generate")
        assert edited.tree() == forced

    def test_writes_nothing_with_check(self, edited: Checkout, docgen: Docgen) -> None:
        before = edited.tree()
        ran = docgen("generate", "--force", "--check")
        assert ran.status == 1
        assert f"would write {MODEL}\n" in ran.err
        assert edited.tree() == before

    def test_does_not_affect_files_of_other_pages(
        self, edited: Checkout, docgen: Docgen
    ) -> None:
        docgen("generate", "--force", "docs/resources/calls-room.md")
        assert METHOD in read(edited, MODEL)

    def test_cannot_be_combined_with_watch(
        self, edited: Checkout, docgen: Docgen
    ) -> None:
        assert docgen("generate", "--force", "--watch").status == 2
        assert edited.tree()


class TestWithoutAManifest:
    """The manifest is rebuilt from the generated and the existing code."""

    @pytest.mark.parametrize(
        "damage",
        [
            lambda _: "",
            lambda manifest: "rubbish\n" + manifest,
            lambda manifest: manifest.replace("manifest 3", "manifest 1"),
            lambda manifest: manifest.replace("manifest 3", "manifest 99"),
            lambda manifest: manifest[: len(manifest) // 2],
            lambda manifest: "".join(manifest.splitlines(keepends=True)[::2]),
        ],
        ids=["empty", "no header", "old", "newer", "truncated", "half of the lines"],
    )
    def test_hand_written_code_is_recognized_and_kept(
        self, edited: Checkout, docgen: Docgen, damage: Callable[[str], str]
    ) -> None:
        docgen("generate")
        before = edited.tree()
        edited.write(MANIFEST, damage(read(edited, MANIFEST)))
        assert docgen("generate").status == 0
        assert {
            **edited.tree(),
            ".docgen-manifest": before[".docgen-manifest"],
        } == before
        assert docgen("generate", "--check").status == 0
        edited.edit(TEAM, "|size|Int32|", "|size|Double|")
        assert docgen("generate").status == 0
        assert "size: float | None" in read(edited, MODEL)
        assert METHOD in read(edited, MODEL)

    def test_changed_page_overwrites_no_hand_written_code(
        self, edited: Checkout, docgen: Docgen
    ) -> None:
        (edited.folder / MANIFEST).unlink()
        edited.edit(TEAM, "|size|Int32|", "|size|Double|")
        docgen("generate")
        assert METHOD in read(edited, MODEL)
        assert CHECK in read(edited, TESTS)

    def test_conflicted_manifest_has_the_records_of_both_branches(
        self, edited: Checkout, docgen: Docgen
    ) -> None:
        docgen("generate")
        ours = read(edited, MANIFEST)
        edited.edit(TEAM, "|size|Int32|", "|size|Double|")
        docgen("generate")
        before = edited.tree()
        theirs = read(edited, MANIFEST)
        marked = f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n"
        edited.write(MANIFEST, marked)
        assert docgen("generate").status == 0
        assert edited.tree() == before


class TestInterrupted:
    """An interrupted run leaves two manifests and some of its files."""

    @pytest.mark.parametrize("written", [(), (MODEL,), (MODEL, STUB, TESTS)])
    def test_next_run_completes_it(
        self, edited: Checkout, docgen: Docgen, written: tuple[str, ...]
    ) -> None:
        docgen("generate")
        before = {path: read(edited, path) for path in (MANIFEST, MODEL, STUB, TESTS)}
        edited.edit(TEAM, "|size|Int32|", "|size|Double|")
        docgen("generate")
        complete = edited.tree()
        edited.write("generated/.docgen-staging/manifest", read(edited, MANIFEST))
        for path in before.keys() - {*written}:
            edited.write(path, before[path])
        assert docgen("generate").status == 0
        assert edited.tree() == complete


class TestInGit:
    def test_branches_with_different_edits_and_pages_are_merged(
        self, edited: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        in_repository(edited, monkeypatch)
        edited.write(".gitattributes", ".docgen-manifest merge=union\n")
        docgen("generate")
        commit("first")
        git("checkout", "-q", "-b", "other")
        edited.edit(TEAM, "|size|Int32|", "|size|Double|")
        docgen("generate")
        commit("a page")
        git("checkout", "-q", "-")
        edited.edit(TESTS, "assert models.Team(size=3).size", "assert models.Team()")
        edited.edit(TEAM, "Where they meet.", "Where they sit.")
        docgen("generate")
        commit("an edit, and another page")
        git("merge", "-q", "-m", "both", "other")
        ran = docgen("generate")
        assert (ran.status, ran.out) == (0, "")
        assert "assert models.Team()\n" in read(edited, TESTS)
        assert "size: float | None" in read(edited, MODEL)
        assert METHOD in read(edited, MODEL)
        assert docgen("generate", "--check", "--no-cache").status == 0


def commit(message: str) -> None:
    git("add", "-A")
    git("commit", "-q", "-m", message)
