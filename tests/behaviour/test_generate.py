"""`docgen generate`: what it writes, keeps, removes and reports."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from checkout import CONFIG, Checkout, Docgen

TEAM = "docs/resources/team.md"
ROOM = "docs/resources/calls-room.md"
MODEL = "graph/models/team.py"


def test_the_first_run_writes_everything_and_the_second_nothing(
    checkout: Checkout, docgen: Docgen
) -> None:
    first = docgen("generate")
    tree, times = checkout.tree(), checkout.times()
    second = docgen("generate")
    assert (first.status, first.out, second.status, second.out) == (0, "", 0, "")
    assert first.err.startswith(f"wrote {len(tree) - 1} files (4 pages")
    assert second.err.startswith(f"{len(tree) - 1} unchanged (4 pages")
    assert (checkout.tree(), checkout.times()) == (tree, times)


def test_a_type_has_its_model_stub_operations_client_and_test(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    assert checkout.tree().keys() >= {
        "graph/models/team.py",
        "graph/models/team.pyi",
        "graph/operations/team.py",
        "graph/client/team.py",
        "tests/test_team.py",
        "graph/models/calls/room.py",
        "tests/calls/test_calls__room.py",
        "graph/py.typed",
        ".docgen-manifest",
    }


def test_output_does_not_depend_on_the_folder(
    checkout: Checkout, docgen: Docgen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docgen("generate")
    elsewhere = tmp_path / "another place"
    shutil.copytree(checkout.folder / "docs", elsewhere / "docs")
    shutil.copy(checkout.folder / "pyproject.toml", elsewhere)
    monkeypatch.chdir(elsewhere / "docs")
    docgen("generate")
    assert Checkout(elsewhere).tree() == checkout.tree()


@pytest.mark.usefixtures("checkout")
def test_output_does_not_depend_on_the_hash_seed() -> None:
    manifests = {
        subprocess.run(
            [sys.executable, "-m", "docgen", "convert", "docs"],
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(manifests) == 1


def test_check_writes_nothing_and_reports_what_would_change(
    checkout: Checkout, docgen: Docgen
) -> None:
    ran = docgen("generate", "--check")
    assert ran.status == 1
    assert "would write generated/graph/__init__.py\n" in ran.err
    assert "would write 54 files (4 pages)" in ran.err.splitlines()[-1]
    assert not (checkout.folder / "generated").exists()


def test_check_passes_after_generate(docgen: Docgen, checkout: Checkout) -> None:
    docgen("generate")
    times = checkout.times()
    assert docgen("generate", "--check").status == 0
    assert checkout.times() == times


TOUCHED = {MODEL, "graph/models/team.pyi", "tests/test_team.py"}


def test_a_changed_type_cell_changes_model_stub_and_test_only(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    before = checkout.times()
    checkout.edit(TEAM, "|size|Int32|", "|size|String|")
    checked = docgen("generate", "--check", "--diff")
    assert checked.status == 1
    for path in TOUCHED:
        assert f"--- a/generated/{path}\n+++ b/generated/{path}\n" in checked.out
    assert "-    size: int | None = None\n+    size: str | None = None\n" in checked.out
    assert checkout.times() == before
    shown = docgen("generate", "--diff")
    assert (shown.status, shown.out) == (0, checked.out)
    assert checkout.times() == before
    assert docgen("generate").status == 0
    after = checkout.times()
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == {*TOUCHED, ".docgen-manifest"}


def test_git_can_apply_the_diff(checkout: Checkout, docgen: Docgen) -> None:
    docgen("generate")
    checkout.edit(TEAM, "|size|Int32|", "|size|String|")
    shown = docgen("generate", "--check", "--diff").out
    removed, added = shown.count("\n-  "), shown.count("\n+  ")
    assert removed == added
    assert shown.count("\n@@ ") == len(TOUCHED)


def test_deleting_a_page_removes_its_files_only(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    checkout.write("generated/graph/models/calls/notes.txt", "mine")
    checkout.write("generated/mine.py", "mine = 1\n")
    before = checkout.tree()
    checkout.edit(
        TEAM, "|rooms|[room](calls-room.md) collection|Where they meet.|\n", ""
    )
    docgen("generate")
    (checkout.folder / ROOM).unlink()
    ran = docgen("generate")
    removed = before.keys() - checkout.tree().keys()
    assert ran.status == 0
    assert f"removed {len(removed)}" in ran.err
    assert all("/calls/" in path for path in removed)
    assert {"graph/models/calls/room.py", "tests/calls/test_calls__room.py"} <= removed
    assert checkout.tree()["graph/models/calls/notes.txt"] == b"mine"
    assert checkout.tree()["mine.py"] == b"mine = 1\n"
    assert not (checkout.folder / "generated/tests/calls").exists()


def test_output_after_changes_equals_that_of_a_first_run(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    checkout.edit(TEAM, "|size|Int32|", "|people|Int64|")
    (checkout.folder / ROOM).rename(checkout.folder / "docs/resources/room.md")
    docgen("generate")
    changed = checkout.tree()
    shutil.rmtree(checkout.folder / "generated")
    docgen("generate")
    assert checkout.tree() == changed


def test_concurrent_runs_have_the_result_of_one(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    expected = checkout.tree()
    shutil.rmtree(checkout.folder / "generated")
    command = [sys.executable, "-m", "docgen", "generate"]
    runs = [
        subprocess.Popen(command, cwd=checkout.folder, stderr=subprocess.DEVNULL)
        for _ in range(4)
    ]
    assert [run.wait(timeout=120) for run in runs] == [0] * 4
    assert checkout.tree() == expected


class TestEditedFiles:
    """Hand-written code in generated files is kept; `test_merge.py` has more tests."""

    def test_conflicting_definition_is_kept_and_others_are_written(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        docgen("generate")
        edited = f"generated/{MODEL}"
        checkout.edit(edited, "size: int", "size: float")
        checkout.edit(TEAM, "|size|Int32|", "|size|String|")
        checkout.edit(ROOM, "|name|", "|title|")
        ran = docgen("generate")
        assert ran.status == 1
        assert f"{edited}:25:1: error[merge-conflict]" in ran.err
        tree = checkout.tree()
        assert b"size: float" in tree[MODEL]
        assert b"size: float" in tree["graph/models/team.pyi"]
        assert b"title: str" in tree["graph/models/calls/room.py"]

    def test_it_is_reported_until_the_edit_is_undone(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        docgen("generate")
        checkout.edit(f"generated/{MODEL}", "size: int", "size: float")
        assert docgen("generate").status == 0
        checkout.edit(TEAM, "|size|Int32|", "|size|String|")
        assert [docgen("generate").status for _ in range(2)] == [1, 1]
        checkout.edit(f"generated/{MODEL}", "size: float", "size: int")
        assert docgen("generate").status == 0
        assert b"size: str" in checkout.tree()[MODEL]

    def test_a_deleted_file_is_written_again(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        docgen("generate")
        before = checkout.tree()
        checkout.edit(f"generated/{MODEL}", "size: int", "size: float")
        (checkout.folder / "generated" / MODEL).unlink()
        assert docgen("generate").status == 0
        assert checkout.tree() == before

    def test_an_edited_file_without_a_page_is_kept(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        docgen("generate")
        edited = "generated/tests/calls/test_calls__room.py"
        checkout.edit(edited, '"""Tests of', '"""Mine: tests of')
        (checkout.folder / ROOM).unlink()
        ran = docgen("generate")
        assert ran.status == 0
        assert f"{edited}:1:1: warning[obsolete-code]" in ran.err
        assert "no page declares it any more" in ran.err
        assert (checkout.folder / edited).exists()
        assert not (checkout.folder / "generated/graph/models/calls/room.py").exists()


class TestTheManifest:
    """The manifest is a help: lost, it costs nothing but the removal of stale files."""

    def test_without_a_manifest_up_to_date_files_are_adopted(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        docgen("generate")
        before = checkout.tree()
        (checkout.folder / "generated/.docgen-manifest").unlink()
        checked = docgen("generate", "--check")
        assert checked.status == 1
        assert checked.err.startswith("would write generated/.docgen-manifest\n")
        assert docgen("generate").status == 0
        assert checkout.tree() == before

    def test_it_has_no_version_time_or_path(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        docgen("generate")
        text = checkout.tree()[".docgen-manifest"].decode()
        assert text.startswith("docgen manifest 3\n")
        assert str(checkout.folder) not in text
        assert f"\n{MODEL}\t" in text
        assert re.search(r"^\S{5}\.size$", text, re.MULTILINE)

    def test_manifests_of_two_branches_can_be_merged_by_line(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        docgen("generate")
        ours = checkout.tree()[".docgen-manifest"].decode()
        checkout.edit(TEAM, "|size|Int32|", "|size|String|")
        docgen("generate")
        theirs = checkout.tree()[".docgen-manifest"].decode()
        merged = f"{ours}<<<<<<< ours\n{theirs}>>>>>>> theirs\n"
        checkout.write("generated/.docgen-manifest", merged)
        assert docgen("generate").status == 0
        assert checkout.tree()[".docgen-manifest"].decode() == theirs


class TestPages:
    """PAGES narrow what is written, never what is known, and nothing is removed."""

    def test_only_their_files_are_written(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        docgen("generate")
        before = checkout.tree()
        checkout.edit(TEAM, "|size|Int32|", "|size|String|")
        checkout.edit(ROOM, "|name|String|", "|name|Int32|")
        assert docgen("generate", TEAM).status == 0
        after = checkout.tree()
        changed = {path for path in after if after[path] != before[path]}
        assert changed == {*TOUCHED, ".docgen-manifest"}
        assert docgen("generate", "--check").status == 1

    def test_names_resolve_against_all_pages_of_the_source(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        ran = docgen("generate", "docs/resources/team.md")
        assert "unresolved-type" not in ran.err
        assert b"rooms: list[CallsRoom] | None" in checkout.tree()[MODEL]

    def test_nothing_is_removed(self, checkout: Checkout, docgen: Docgen) -> None:
        docgen("generate")
        before = checkout.tree().keys()
        (checkout.folder / ROOM).unlink()
        docgen("generate", TEAM)
        assert checkout.tree().keys() == before
        docgen("generate")
        assert "graph/models/calls/room.py" not in checkout.tree()

    def test_a_page_outside_of_sources_is_a_usage_error(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        checkout.write("notes.md", "# Notes")
        ran = docgen("generate", "notes.md")
        assert ran.status == 2
        assert "`notes.md` is not a page of a configured source" in ran.err
        assert not (checkout.folder / "generated").exists()


class TestTargets:
    """Several packages from one repository."""

    CONFIG = """
        [tool.docgen]
        source = ["docs"]
        [[tool.docgen.target]]
        output = "out/one"
        [[tool.docgen.target]]
        output = "out/two"
        package = "other"
    """

    def test_each_is_written(self, checkout: Checkout, docgen: Docgen) -> None:
        checkout.write("pyproject.toml", self.CONFIG)
        assert docgen("generate").status == 0
        assert checkout.tree("out").keys() >= {
            "one/graph/models/team.py",
            "two/other/models/team.py",
        }

    def test_pages_restrict_each_of_them(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        checkout.write("pyproject.toml", self.CONFIG)
        docgen("generate", TEAM)
        models = {path for path in checkout.tree("out") if "/models/" in path}
        assert {"one/graph/models/team.py", "two/other/models/team.py"} <= models
        assert not any(path.endswith("room.py") for path in models)


def test_another_flavour_removes_files_of_the_previous_one(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    first = checkout.tree()
    checkout.write("pyproject.toml", f'{CONFIG}flavour = "pydantic"\n')
    docgen("generate")
    assert "graph/_codec.py" not in checkout.tree()
    assert b"dataclass" not in checkout.tree()["graph/models/team.py"]
    checkout.write("pyproject.toml", CONFIG)
    docgen("generate")
    assert checkout.tree() == first


def test_excluded_pages_are_ignored(checkout: Checkout, docgen: Docgen) -> None:
    checkout.write("pyproject.toml", CONFIG + 'exclude = ["docs/resources/calls-*"]')
    ran = docgen("generate")
    assert "(3 pages" in ran.err
    assert "graph/models/calls/room.py" not in checkout.tree()


def test_templates_of_the_user_replace_those_of_docgen(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.write("pyproject.toml", CONFIG + 'templates = "forms"')
    checkout.write("forms/dataclass/py.typed.jinja", "partial\n")
    docgen("generate")
    assert checkout.tree()["graph/py.typed"] == b"partial\n"


@pytest.mark.parametrize("options", [(), ("--no-cache",)], ids=["cache", "no cache"])
def test_a_process_that_runs_again_uses_an_added_template(
    checkout: Checkout, docgen: Docgen, options: tuple[str, ...]
) -> None:
    checkout.write("pyproject.toml", CONFIG + 'templates = "forms"')
    checkout.write("forms/dataclass/py.typed.jinja", "partial\n")
    assert docgen("generate", *options).status == 0
    checkout.write("forms/shared/conftest.py.jinja", "NUMBER = 1\n")
    docgen("generate", *options)
    assert checkout.tree()["tests/conftest.py"] == b"NUMBER = 1\n"


def test_an_included_template_whose_name_does_not_end_in_jinja_is_a_usage_error(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.write("pyproject.toml", CONFIG + 'templates = "forms"')
    checkout.write("forms/dataclass/py.typed.jinja", '{% include "header.txt" %}')
    checkout.write("forms/header.txt", "partial")
    ran = docgen("generate")
    assert ran.status == 2
    assert "`header.txt` does not end in `.jinja`" in ran.err


def test_an_invalid_template_is_a_usage_error_that_names_it(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.write("pyproject.toml", CONFIG + 'templates = "forms"')
    checkout.write("forms/dataclass/model.py.jinja", "{{ view.nothing }}")
    ran = docgen("generate")
    assert ran.status == 2
    assert "dataclass/model.py.jinja" in ran.err
