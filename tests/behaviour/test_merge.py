"""What people wrote stays: the commands around it, the manifest, and what a run spares."""

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
    """Set the clock forward, so that what was just written counts as old."""
    real = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: real() + 10_000_000_000)


@pytest.fixture
def edited(checkout: Checkout, docgen: Docgen) -> Checkout:
    """Return a checkout whose model has a method and whose tests have a check of a person."""
    docgen("generate")
    append(checkout, MODEL, METHOD)
    append(checkout, TESTS, CHECK)
    return checkout


@pytest.fixture
def contested(edited: Checkout, docgen: Docgen) -> Checkout:
    """Return a checkout in which page and person changed the same field."""
    edited.edit(MODEL, "size: int | None = None", "size: int = 0")
    edited.edit(TEAM, "|size|Int32|", "|size|Double|")
    assert docgen("generate").status == 1
    return edited


def append(checkout: Checkout, path: str, text: str) -> None:
    checkout.write(path, read(checkout, path) + text)


def read(checkout: Checkout, path: str) -> str:
    return (checkout.folder / path).read_text(encoding="utf-8")


class TestCheck:
    def test_edits_are_clean(self, edited: Checkout, docgen: Docgen) -> None:
        before = edited.tree()
        ran = docgen("generate", "--check", "--diff")
        assert (ran.status, ran.out, edited.tree()) == (0, "", before)

    def test_an_edited_file_whose_page_changed_is_out_of_date(
        self, edited: Checkout, docgen: Docgen
    ) -> None:
        edited.edit(TEAM, "How many people there are.", "How many they are.")
        ran = docgen("generate", "--check")
        assert ran.status == 1
        assert f"would write {MODEL}\n" in ran.err

    def test_its_diff_is_what_a_run_does(
        self, edited: Checkout, docgen: Docgen
    ) -> None:
        edited.edit(TEAM, "How many people there are.", "How many they are.")
        shown = docgen("generate", "--check", "--diff").out
        assert docgen("generate", "--diff").out == shown
        assert '+    """How many they are."""\n' in shown

    def test_is_not_content_while_a_conflict_stands(
        self, contested: Checkout, docgen: Docgen
    ) -> None:
        assert "merge-conflict" in docgen("generate", "--check").err
        assert docgen("generate", "--check").status == 1
        assert contested.tree()


class TestWatch:
    def test_a_page_that_lost_its_type_is_emptied_though_an_edited_file_stays(
        self, edited: Checkout
    ) -> None:
        edited.write(TEAM, "")
        request = Request(check=True, options=Options(is_cached=False, workers=1))
        config = load_config(str(edited.folder / "pyproject.toml"))
        assert generate(config, [], request).emptied == (TEAM,)


class TestConflicts:
    def test_the_rest_of_the_file_is_brought_up_to_date(
        self, contested: Checkout, docgen: Docgen
    ) -> None:
        contested.edit(TEAM, "Where they meet.", "Where they sit.")
        docgen("generate")
        text = read(contested, MODEL)
        assert "size: int = 0" in text
        assert "Where they sit." in text
        assert METHOD in text

    def test_the_diff_has_the_new_text_in_lines_that_git_passes_over(
        self, contested: Checkout, docgen: Docgen
    ) -> None:
        out = docgen("generate", "--diff").out
        assert out.startswith(f"# {MODEL}:")
        assert "\n# -    size: int = 0\n# +    size: float | None = None\n" in out
        assert "is_large" not in out
        assert b"float" not in contested.tree()["graph/models/team.py"]

    def test_the_new_text_is_put_beside_the_file_on_request_and_goes_when_settled(
        self, contested: Checkout, docgen: Docgen
    ) -> None:
        docgen("generate", "--keep-new")
        assert "size: float | None = None" in read(contested, NEW)
        docgen("generate")
        contested.edit(TEAM, "|size|Double|", "|size|Int32|")
        docgen("generate")
        assert not (contested.folder / NEW).exists()

    def test_the_new_text_follows_the_page(
        self, contested: Checkout, docgen: Docgen
    ) -> None:
        docgen("generate", "--keep-new")
        contested.edit(TEAM, "|size|Double|", "|size|String|")
        docgen("generate")
        assert "size: str | None = None" in read(contested, NEW)

    def test_a_file_of_a_person_called_so_is_left_alone(
        self, contested: Checkout, docgen: Docgen
    ) -> None:
        contested.write(NEW, "mine")
        docgen("generate", "--keep-new")
        docgen("accept", MODEL)
        docgen("generate")
        assert read(contested, NEW) == "mine"

    def test_taking_the_page_back_settles_it(
        self, contested: Checkout, docgen: Docgen
    ) -> None:
        contested.edit(TEAM, "|size|Double|", "|size|Int32|")
        assert docgen("generate").status == 0
        assert "size: int = 0" in read(contested, MODEL)


class TestAccept:
    def test_a_conflict_is_settled(self, contested: Checkout, docgen: Docgen) -> None:
        before = contested.tree()
        assert docgen("accept", MODEL).err == "accepted 1 file\n"
        assert docgen("generate").status == 0
        assert docgen("generate", "--check", "--no-cache").status == 0
        after = contested.tree()
        assert {path for path in before if before[path] != after[path]} == {
            ".docgen-manifest"
        }

    def test_another_change_of_the_page_is_a_conflict_again(
        self, contested: Checkout, docgen: Docgen
    ) -> None:
        docgen("accept", MODEL)
        contested.edit(TEAM, "|size|Double|", "|size|String|")
        assert "merge-conflict" in docgen("generate").err

    def test_what_no_page_gives_is_a_person_s_own_from_then_on(
        self, edited: Checkout, docgen: Docgen
    ) -> None:
        (edited.folder / TEAM).unlink()
        assert "obsolete-code" in docgen("generate").err
        assert docgen("accept", MODEL, TESTS).status == 0
        assert "obsolete-code" not in docgen("generate").err
        assert METHOD in read(edited, MODEL)
        assert "team" not in read(edited, MANIFEST)

    def test_the_file_is_brought_up_to_date_and_no_other(
        self, contested: Checkout, docgen: Docgen
    ) -> None:
        before = contested.tree()
        contested.edit(TEAM, "Where they meet.", "Where they sit.")
        contested.edit(ROOM, "What it is called.", "Its name.")
        docgen("accept", MODEL)
        after = contested.tree()
        changed = {path for path in after if before[path] != after[path]}
        assert changed == {"graph/models/team.py", ".docgen-manifest"}
        assert "Where they sit." in read(contested, MODEL)
        assert docgen("generate", "--check").status == 1

    @pytest.mark.usefixtures("later")
    def test_a_file_that_nobody_edited_is_as_it_was(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        docgen("generate")
        before = checkout.tree()
        assert docgen("accept", MODEL).status == 0
        assert docgen("generate").status == 0
        assert checkout.tree() == before

    @pytest.mark.usefixtures("later")
    def test_what_stands_in_other_files_is_reported_again(
        self, contested: Checkout, docgen: Docgen
    ) -> None:
        for _ in range(2):
            docgen("accept", STUB)
            assert "merge-conflict" in docgen("generate").err
        assert contested.tree()

    def test_a_file_that_can_not_be_read_is_reported(
        self, contested: Checkout, docgen: Docgen
    ) -> None:
        append(contested, MODEL, "def (\n")
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
        ],
    )
    def test_refuses(
        self, contested: Checkout, docgen: Docgen, path: str, why: str
    ) -> None:
        contested.write("generated/mine.py", "")
        before = contested.tree()
        ran = docgen("accept", MODEL, path)
        assert ran.status == 2
        assert f"`{path}` {why}" in ran.err
        assert contested.tree() == before


class TestForce:
    def test_writes_over_and_says_what(self, edited: Checkout, docgen: Docgen) -> None:
        ran = docgen("generate", "--force")
        assert ran.status == 0
        assert f"{MODEL}:1:1: warning[overwritten-code]" in ran.err
        assert "`Team.is_large`" in ran.err
        forced = edited.tree()
        shutil.rmtree(edited.folder / "generated")
        docgen("generate")
        assert edited.tree() == forced

    def test_only_tells_with_check(self, edited: Checkout, docgen: Docgen) -> None:
        before = edited.tree()
        ran = docgen("generate", "--force", "--check")
        assert ran.status == 1
        assert f"would write {MODEL}\n" in ran.err
        assert edited.tree() == before

    def test_is_narrowed_by_pages(self, edited: Checkout, docgen: Docgen) -> None:
        docgen("generate", "--force", "docs/resources/calls-room.md")
        assert METHOD in read(edited, MODEL)

    def test_does_not_go_with_watch(self, edited: Checkout, docgen: Docgen) -> None:
        assert docgen("generate", "--force", "--watch").status == 2
        assert edited.tree()


class TestWithoutAManifest:
    """No manifest, no fear: it is rebuilt from what would be written and what is there."""

    @pytest.mark.parametrize(
        "damage",
        [
            lambda _: "",
            lambda text: "rubbish\n" + text,
            lambda text: text.replace("docgen manifest 3", "docgen manifest 1"),
            lambda text: text.replace("docgen manifest 3", "docgen manifest 99"),
            lambda text: text[: len(text) // 2],
            lambda text: "".join(text.splitlines(keepends=True)[::2]),
        ],
        ids=["empty", "another file", "old", "of tomorrow", "cut short", "half lost"],
    )
    def test_what_people_wrote_stays_and_is_known_for_theirs(
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

    def test_a_page_that_changed_meanwhile_overwrites_nothing(
        self, edited: Checkout, docgen: Docgen
    ) -> None:
        (edited.folder / MANIFEST).unlink()
        edited.edit(TEAM, "|size|Int32|", "|size|Double|")
        docgen("generate")
        assert METHOD in read(edited, MODEL)
        assert CHECK in read(edited, TESTS)

    def test_a_conflicted_manifest_knows_what_both_branches_wrote(
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
    """A run that was cut short leaves two manifests, and some of the files that it was to write."""

    @pytest.mark.parametrize("written", [(), (MODEL,), (MODEL, STUB, TESTS)])
    def test_the_next_one_completes_it(
        self, edited: Checkout, docgen: Docgen, written: tuple[str, ...]
    ) -> None:
        docgen("generate")
        before = {path: read(edited, path) for path in (MANIFEST, MODEL, STUB, TESTS)}
        edited.edit(TEAM, "|size|Int32|", "|size|Double|")
        docgen("generate")
        whole = edited.tree()
        edited.write("generated/.docgen-staging/manifest", read(edited, MANIFEST))
        for path in before.keys() - {*written}:
            edited.write(path, before[path])
        assert docgen("generate").status == 0
        assert edited.tree() == whole


class TestInGit:
    def test_branches_with_edits_and_pages_of_their_own_merge(
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
