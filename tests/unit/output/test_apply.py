"""Applying: what the output folder holds afterwards, also when the system refuses."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from docgen.edits.decision import FileChange
from docgen.output.apply import apply
from docgen.output.plan import Applied, Plan, WriteScope
from docgen.output.planning import plan, record_of
from docgen.render.files import GeneratedFile


def run(
    output: Path, files: dict[str, str], scope: WriteScope | None = None
) -> Applied:
    """Bring a folder in line; each file comes from a page of its own."""
    made = [
        GeneratedFile(path=path, text=text, pages=(f"{path}.md",))
        for path, text in files.items()
    ]
    planned = planned_for(made, str(output), scope or WriteScope())
    return apply(planned, str(output))


def planned_for(files: list[GeneratedFile], output: str, scope: WriteScope) -> Plan:
    texts = {file.path: file.text for file in files}
    return plan(map(record_of, files), texts.__getitem__, output, scope)


def tree(folder: Path) -> dict[str, str]:
    """Return every file below a folder, but for the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".docgen-manifest"
    }


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "generated"


def test_files_and_folders_are_made(output: Path) -> None:
    applied = run(output, {"graph/models/team.py": "a = 1\n", "tests/t.py": "b = 1\n"})
    assert applied == Applied(written=2)
    assert tree(output) == {"graph/models/team.py": "a = 1\n", "tests/t.py": "b = 1\n"}


def test_nothing_is_touched_the_second_time(output: Path) -> None:
    run(output, {"a.py": "a = 1\n", "b.py": "b = 1\n"})
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*")}
    assert run(output, {"a.py": "a = 1\n", "b.py": "b = 1\n"}) == Applied()
    assert {path: path.stat().st_mtime_ns for path in output.rglob("*")} == before


def test_what_is_gone_is_removed_with_the_folders_that_it_leaves_empty(
    output: Path,
) -> None:
    run(output, {"graph/calls/a.py": "a = 1\n", "graph/b.py": "b = 1\n"})
    assert run(output, {"graph/b.py": "b = 1\n"}) == Applied(removed=1)
    assert tree(output) == {"graph/b.py": "b = 1\n"}
    assert not (output / "graph/calls").exists()


def test_a_folder_with_something_else_in_it_stays(output: Path) -> None:
    run(output, {"graph/calls/a.py": "a = 1\n"})
    (output / "graph/calls/notes.txt").write_text("mine")
    run(output, {})
    assert tree(output) == {"graph/calls/notes.txt": "mine"}


def test_the_output_folder_itself_stays(output: Path) -> None:
    run(output, {"a.py": "a = 1\n"})
    run(output, {})
    assert output.is_dir()


def test_a_file_may_take_the_place_of_a_folder_that_goes(output: Path) -> None:
    run(output, {"graph/a.py": "a = 1\n"})
    run(output, {})
    assert run(output, {"graph": "a = 1\n"}) == Applied(written=1)


def test_the_rights_of_a_file_are_kept(output: Path) -> None:
    run(output, {"a.py": "a = 1\n"})
    (output / "a.py").chmod(0o640)
    run(output, {"a.py": "a = 2\n"})
    assert (output / "a.py").stat().st_mode & 0o777 == 0o640


def reported(applied: Applied) -> list[tuple[str, str]]:
    return [(one.code, one.path) for one in applied.diagnostics]


def test_a_read_only_folder_is_reported_of_once(output: Path) -> None:
    output.mkdir()
    output.chmod(0o555)
    applied = run(output, {"a.py": "a = 1\n", "b.py": "b = 1\n"})
    output.chmod(0o755)
    assert reported(applied) == [("unwritable-output", ".")]
    assert tree(output) == {}


def test_an_output_folder_that_is_a_file_is_reported_of(output: Path) -> None:
    output.write_text("mine")
    assert {code for code, _ in reported(run(output, {"a.py": "a = 1\n"}))} == {
        "unwritable-output"
    }
    assert output.read_text() == "mine"


def test_a_read_only_file_is_reported_of_and_the_others_are_written(
    output: Path,
) -> None:
    run(output, {"a.py": "a = 1\n", "b.py": "b = 1\n"})
    (output / "a.py").chmod(0o444)
    applied = run(output, {"a.py": "a = 2\n", "b.py": "b = 2\n"})
    assert reported(applied) == [("unwritable-output", "a.py")]
    assert applied.written == 1
    assert tree(output) == {"a.py": "a = 1\n", "b.py": "b = 2\n"}


def test_what_could_not_be_written_is_written_once_it_can_be(output: Path) -> None:
    run(output, {"a.py": "a = 1\n"})
    (output / "a.py").chmod(0o444)
    run(output, {"a.py": "a = 2\n"})
    (output / "a.py").chmod(0o644)
    assert run(output, {"a.py": "a = 3\n"}) == Applied(written=1)


def test_a_file_that_changes_between_plan_and_apply_is_left(output: Path) -> None:
    run(output, {"a.py": "a = 1\n"})
    files = [GeneratedFile(path="a.py", text="a = 2\n", pages=())]
    planned = planned_for(files, str(output), WriteScope())
    (output / "a.py").write_text("mine\n")
    applied = apply(planned, str(output))
    assert reported(applied) == [("unwritable-output", "a.py")]
    assert tree(output) == {"a.py": "mine\n"}


def test_nothing_is_written_through_a_link_to_a_folder(
    tmp_path: Path, output: Path
) -> None:
    output.mkdir()
    (tmp_path / "outside").mkdir()
    (output / "graph").symlink_to("../outside")
    files = [GeneratedFile(path="graph/a.py", text="a = 1\n", pages=())]
    planned = planned_for(files, str(output), WriteScope())
    assert [(one.code, one.path) for one in planned.diagnostics] == [
        ("unsafe-output", "graph")
    ]
    apply(planned, str(output))
    assert tree(tmp_path / "outside") == {}


def test_a_link_that_came_after_the_plan_is_not_followed(
    tmp_path: Path, output: Path
) -> None:
    output.mkdir()
    (tmp_path / "outside").mkdir()
    files = [GeneratedFile(path="graph/a.py", text="a = 1\n", pages=())]
    planned = planned_for(files, str(output), WriteScope())
    (output / "graph").symlink_to("../outside")
    apply(planned, str(output))
    assert tree(tmp_path / "outside") == {}


@pytest.mark.parametrize("path", ["../x.py", "/x.py", "a/../../x.py", ".git/x"])
def test_a_file_that_would_lie_elsewhere_is_not_written(
    output: Path, path: str
) -> None:
    files = [GeneratedFile(path=path, text="a = 1\n", pages=())]
    planned = planned_for(files, str(output), WriteScope())
    assert [one.code for one in planned.diagnostics] == ["unsafe-output"]
    assert planned.changes == ()


def test_the_folder_where_texts_wait_is_gone_afterwards(output: Path) -> None:
    run(output, {"a.py": "a = 1\n"})
    assert sorted(path.name for path in output.iterdir()) == [
        ".docgen-manifest",
        "a.py",
    ]


def test_a_run_that_was_cut_short_is_completed(tmp_path: Path, output: Path) -> None:
    begun = tmp_path / "begun"
    for folder in (output, begun):
        run(folder, {"a.py": "a = 1\n", "b.py": "b = 1\n"})
    run(begun, {"a.py": "a = 2\n", "b.py": "b = 2\n"})
    staging = output / ".docgen-staging"
    staging.mkdir()
    (begun / ".docgen-manifest").replace(staging / "manifest")
    (begun / "a.py").replace(output / "a.py")
    (staging / "text").write_text("b = ")
    # Today's pages are others again: what the cut run wrote is docgen's all the same.
    assert run(output, {"a.py": "a = 3\n", "b.py": "b = 3\n"}) == Applied(written=2)
    assert tree(output) == {"a.py": "a = 3\n", "b.py": "b = 3\n"}


def test_what_a_cut_run_left_is_cleared_when_nothing_is_to_be_done(
    output: Path,
) -> None:
    run(output, {"a.py": "a = 1\n"})
    staging = output / ".docgen-staging"
    staging.mkdir()
    (staging / "manifest").write_bytes((output / ".docgen-manifest").read_bytes())
    run(output, {"a.py": "a = 1\n"})
    assert not staging.exists()


def test_a_manifest_that_is_a_link_is_neither_read_nor_written(
    tmp_path: Path, output: Path
) -> None:
    run(output, {"a.py": "a = 1\n"})
    (output / ".docgen-manifest").replace(tmp_path / "elsewhere")
    before = (tmp_path / "elsewhere").read_bytes()
    (output / ".docgen-manifest").symlink_to("../elsewhere")
    run(output, {"b.py": "b = 1\n"})
    assert tree(output).keys() >= {"a.py", "b.py"}
    assert (tmp_path / "elsewhere").read_bytes() == before


def moving(output: Path) -> Plan:
    """Plan a move of what people wrote from one file to another."""
    run(output, {"a.py": "a = 1\n"})
    before = (output / "a.py").read_bytes()
    planned = planned_for([], str(output), WriteScope())
    changes = (
        FileChange(path="a.py", before=before, after=None, moved_to="b/c.py"),
        FileChange(path="b/c.py", before=None, after="a = 1\n"),
    )
    return replace(planned, changes=changes)


def test_what_moves_is_there_before_the_old_file_goes(output: Path) -> None:
    assert apply(moving(output), str(output)) == Applied(written=1, removed=1)
    assert tree(output) == {"b/c.py": "a = 1\n"}


def test_what_can_not_move_stays_where_it_was(output: Path) -> None:
    planned = moving(output)
    (output / "b").write_text("in the way")
    applied = apply(planned, str(output))
    assert [one.path for one in applied.diagnostics] == ["b/c.py", "a.py"]
    assert tree(output) == {"a.py": "a = 1\n", "b": "in the way"}
