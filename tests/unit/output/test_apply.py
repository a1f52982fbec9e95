"""Applying a plan: the content of the output folder, also after write errors."""

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
    """Write files to the output folder; each is generated from its own page."""
    generated = [
        GeneratedFile(path=path, content=content, pages=(f"{path}.md",))
        for path, content in files.items()
    ]
    planned = plan_for(generated, str(output), scope or WriteScope())
    return apply(planned, str(output))


def plan_for(files: list[GeneratedFile], output: str, scope: WriteScope) -> Plan:
    contents = {file.path: file.content for file in files}
    return plan(map(record_of, files), contents.__getitem__, output, scope)


def tree(folder: Path) -> dict[str, str]:
    """Return every file in a folder except the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".docgen-manifest"
    }


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "generated"


def test_files_and_folders_are_created(output: Path) -> None:
    applied = run(output, {"graph/models/team.py": "a = 1\n", "tests/t.py": "b = 1\n"})
    assert applied == Applied(written=2)
    assert tree(output) == {"graph/models/team.py": "a = 1\n", "tests/t.py": "b = 1\n"}


def test_second_run_writes_nothing(output: Path) -> None:
    run(output, {"a.py": "a = 1\n", "b.py": "b = 1\n"})
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*")}
    assert run(output, {"a.py": "a = 1\n", "b.py": "b = 1\n"}) == Applied()
    assert {path: path.stat().st_mtime_ns for path in output.rglob("*")} == before


def test_restricted_run_keeps_the_record_of_a_file_that_need_not_be_read(
    output: Path,
) -> None:
    run(output, {"a.py": "a = 1\n"})
    moved = GeneratedFile(path="a.py", content="a = 1\n", pages=("b.md",))
    record = record_of(moved)
    for scope, page in (
        (WriteScope(), "b.md"),
        (WriteScope(pages=frozenset({"c.md"}), removes=False), "a.py.md"),
    ):
        planned = plan(
            [record],
            {"a.py": moved.content}.__getitem__,
            str(output),
            scope,
            digests={"a.py": record.digests[0]},
        )
        assert [one.pages for one in planned.records] == [(page,)]


def test_removed_file_is_deleted_with_its_empty_folders(
    output: Path,
) -> None:
    run(output, {"graph/calls/a.py": "a = 1\n", "graph/b.py": "b = 1\n"})
    assert run(output, {"graph/b.py": "b = 1\n"}) == Applied(removed=1)
    assert tree(output) == {"graph/b.py": "b = 1\n"}
    assert not (output / "graph/calls").exists()


def test_folder_with_other_files_is_kept(output: Path) -> None:
    run(output, {"graph/calls/a.py": "a = 1\n"})
    (output / "graph/calls/notes.txt").write_text("mine")
    run(output, {})
    assert tree(output) == {"graph/calls/notes.txt": "mine"}


def test_empty_output_folder_is_kept(output: Path) -> None:
    run(output, {"a.py": "a = 1\n"})
    run(output, {})
    assert output.is_dir()


def test_file_can_replace_a_removed_folder(output: Path) -> None:
    run(output, {"graph/a.py": "a = 1\n"})
    run(output, {})
    assert run(output, {"graph": "a = 1\n"}) == Applied(written=1)


def test_file_permissions_are_kept(output: Path) -> None:
    run(output, {"a.py": "a = 1\n"})
    (output / "a.py").chmod(0o640)
    run(output, {"a.py": "a = 2\n"})
    assert (output / "a.py").stat().st_mode & 0o777 == 0o640


def reported(applied: Applied) -> list[tuple[str, str]]:
    return [(diagnostic.code, diagnostic.path) for diagnostic in applied.diagnostics]


def test_read_only_folder_is_reported_once(output: Path) -> None:
    output.mkdir()
    output.chmod(0o555)
    applied = run(output, {"a.py": "a = 1\n", "b.py": "b = 1\n"})
    output.chmod(0o755)
    assert reported(applied) == [("unwritable-output", ".")]
    assert tree(output) == {}


def test_files_of_a_read_only_folder_are_reported(output: Path) -> None:
    run(output, {"models/a.py": "a = 1\n"})
    (output / "models").chmod(0o555)
    files = {"models/a.py": "a = 2\n", "models/b.py": "b = 1\n", "c.py": "c = 1\n"}
    applied = run(output, files)
    (output / "models").chmod(0o755)
    assert reported(applied) == [
        ("unwritable-output", "models/a.py"),
        ("unwritable-output", "models/b.py"),
    ]
    assert tree(output) == {"models/a.py": "a = 1\n", "c.py": "c = 1\n"}


def test_output_folder_that_is_a_file_is_reported(output: Path) -> None:
    output.write_text("mine")
    assert {code for code, _ in reported(run(output, {"a.py": "a = 1\n"}))} == {
        "unwritable-output"
    }
    assert output.read_text() == "mine"


def test_read_only_file_is_reported_and_others_are_written(
    output: Path,
) -> None:
    run(output, {"a.py": "a = 1\n", "b.py": "b = 1\n"})
    (output / "a.py").chmod(0o444)
    applied = run(output, {"a.py": "a = 2\n", "b.py": "b = 2\n"})
    assert reported(applied) == [("unwritable-output", "a.py")]
    assert applied.written == 1
    assert tree(output) == {"a.py": "a = 1\n", "b.py": "b = 2\n"}


def test_file_is_written_when_it_becomes_writable(output: Path) -> None:
    run(output, {"a.py": "a = 1\n"})
    (output / "a.py").chmod(0o444)
    run(output, {"a.py": "a = 2\n"})
    (output / "a.py").chmod(0o644)
    assert run(output, {"a.py": "a = 3\n"}) == Applied(written=1)


def test_file_changed_after_planning_is_kept(output: Path) -> None:
    run(output, {"a.py": "a = 1\n"})
    files = [GeneratedFile(path="a.py", content="a = 2\n", pages=())]
    planned = plan_for(files, str(output), WriteScope())
    (output / "a.py").write_text("mine\n")
    applied = apply(planned, str(output))
    assert reported(applied) == [("unwritable-output", "a.py")]
    assert tree(output) == {"a.py": "mine\n"}


def test_symlink_to_a_folder_is_not_followed(tmp_path: Path, output: Path) -> None:
    output.mkdir()
    (tmp_path / "outside").mkdir()
    (output / "graph").symlink_to("../outside")
    files = [GeneratedFile(path="graph/a.py", content="a = 1\n", pages=())]
    planned = plan_for(files, str(output), WriteScope())
    assert [
        (diagnostic.code, diagnostic.path) for diagnostic in planned.diagnostics
    ] == [("unsafe-output", "graph")]
    apply(planned, str(output))
    assert tree(tmp_path / "outside") == {}


def test_symlink_created_after_planning_is_not_followed(
    tmp_path: Path, output: Path
) -> None:
    output.mkdir()
    (tmp_path / "outside").mkdir()
    files = [GeneratedFile(path="graph/a.py", content="a = 1\n", pages=())]
    planned = plan_for(files, str(output), WriteScope())
    (output / "graph").symlink_to("../outside")
    apply(planned, str(output))
    assert tree(tmp_path / "outside") == {}


@pytest.mark.parametrize("path", ["../x.py", "/x.py", "a/../../x.py", ".git/x"])
def test_file_outside_of_the_output_folder_is_not_written(
    output: Path, path: str
) -> None:
    files = [GeneratedFile(path=path, content="a = 1\n", pages=())]
    planned = plan_for(files, str(output), WriteScope())
    assert [diagnostic.code for diagnostic in planned.diagnostics] == ["unsafe-output"]
    assert planned.changes == ()


def test_staging_folder_is_removed(output: Path) -> None:
    run(output, {"a.py": "a = 1\n"})
    assert sorted(path.name for path in output.iterdir()) == [
        ".docgen-manifest",
        "a.py",
    ]


def test_interrupted_run_is_completed(tmp_path: Path, output: Path) -> None:
    interrupted = tmp_path / "interrupted"
    for folder in (output, interrupted):
        run(folder, {"a.py": "a = 1\n", "b.py": "b = 1\n"})
    run(interrupted, {"a.py": "a = 2\n", "b.py": "b = 2\n"})
    staging = output / ".docgen-staging"
    staging.mkdir()
    (interrupted / ".docgen-manifest").replace(staging / "manifest")
    (interrupted / "a.py").replace(output / "a.py")
    (staging / "text").write_text("b = ")
    # The pages changed again. Files that the interrupted run wrote are still docgen's.
    assert run(output, {"a.py": "a = 3\n", "b.py": "b = 3\n"}) == Applied(written=2)
    assert tree(output) == {"a.py": "a = 3\n", "b.py": "b = 3\n"}


def test_staging_folder_of_an_interrupted_run_is_removed_if_nothing_changed(
    output: Path,
) -> None:
    run(output, {"a.py": "a = 1\n"})
    staging = output / ".docgen-staging"
    staging.mkdir()
    (staging / "manifest").write_bytes((output / ".docgen-manifest").read_bytes())
    run(output, {"a.py": "a = 1\n"})
    assert not staging.exists()


def test_folder_behind_a_staging_folder_that_is_a_link_is_kept(
    tmp_path: Path, output: Path
) -> None:
    run(output, {"a.py": "a = 1\n"})
    outside = tmp_path / "outside"
    outside.mkdir()
    for name in ("manifest", "text"):
        (outside / name).write_text("mine")
    (output / ".docgen-staging").symlink_to("../outside")
    assert reported(run(output, {"a.py": "a = 2\n"})) == [("unwritable-output", ".")]
    assert tree(outside) == {"manifest": "mine", "text": "mine"}


def test_manifest_is_not_written_if_no_file_could_be(output: Path) -> None:
    run(output, {"a.py": "a = 1\n"})
    before = (output / ".docgen-manifest").stat()
    (output / "a.py").chmod(0o444)
    assert reported(run(output, {"a.py": "a = 2\n"})) == [("unwritable-output", "a.py")]
    after = (output / ".docgen-manifest").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_symlinked_manifest_is_neither_read_nor_written(
    tmp_path: Path, output: Path
) -> None:
    run(output, {"a.py": "a = 1\n"})
    (output / ".docgen-manifest").replace(tmp_path / "elsewhere")
    before = (tmp_path / "elsewhere").read_bytes()
    (output / ".docgen-manifest").symlink_to("../elsewhere")
    run(output, {"b.py": "b = 1\n"})
    assert tree(output).keys() >= {"a.py", "b.py"}
    assert (tmp_path / "elsewhere").read_bytes() == before


def plan_of_a_move(output: Path) -> Plan:
    """Plan to move hand-written code from diagnostic file to another."""
    run(output, {"a.py": "a = 1\n"})
    before = (output / "a.py").read_bytes()
    planned = plan_for([], str(output), WriteScope())
    changes = (
        FileChange(path="a.py", before=before, after=None, moved_to="b/c.py"),
        FileChange(path="b/c.py", before=None, after="a = 1\n"),
    )
    return replace(planned, changes=changes)


def test_moved_file_is_written_before_the_old_one_is_removed(output: Path) -> None:
    assert apply(plan_of_a_move(output), str(output)) == Applied(written=1, removed=1)
    assert tree(output) == {"b/c.py": "a = 1\n"}


def test_file_that_cannot_be_moved_is_kept(output: Path) -> None:
    planned = plan_of_a_move(output)
    (output / "b").write_text("in the way")
    applied = apply(planned, str(output))
    assert [diagnostic.path for diagnostic in applied.diagnostics] == ["b/c.py", "a.py"]
    assert tree(output) == {"a.py": "a = 1\n", "b": "in the way"}
