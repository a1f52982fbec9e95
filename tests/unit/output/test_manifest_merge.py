"""The manifests of two branches, merged by definitions."""

import pytest

from docgen.edits.decision import DELETED, FileRecord, compact
from docgen.output.manifest import manifest_text, read_manifest
from docgen.output.manifest_merge import merge_manifests

LINES = ("Boat\taaaaa", "Boat.name\tbbbbb", "Boat.port\tccccc", "Boat.*\tddddd")


def record(
    *changes: str, path: str = "boat.py", digest: str = "0", page: str = "boat.md"
) -> FileRecord:
    """Return a record whose lines are changed: `name word`, or `name` to remove one."""
    lines: dict[str, str] = {}
    for line in LINES:
        name, _, word = line.partition("\t")
        lines[name] = word
    for change in changes:
        name, _, word = change.partition(" ")
        lines.pop(name, None)
        if word:
            lines[name] = word
    return FileRecord(
        path=path,
        digests=(digest * 11,),
        pages=(page,),
        lines=compact(f"{name}\t{word}" for name, word in lines.items()),
    )


def text(*records: FileRecord) -> bytes:
    return manifest_text(records).encode()


def merged(*versions: bytes) -> dict[str, FileRecord]:
    found = merge_manifests(*versions)
    assert found
    return read_manifest(found.encode()).value


def test_lines_that_either_branch_changed_are_changed() -> None:
    ours = record("Boat.name fffff", "Boat.width eeeee", digest="1")
    theirs = record("Boat.port", "Boat.length ggggg", digest="2")
    found = merged(text(record()), text(ours), text(theirs))["boat.py"]
    assert found.digests == ("1" * 11, "2" * 11)
    assert found.definitions == (
        "Boat\taaaaa",
        "Boat.*\tddddd",
        "Boat.length\tggggg",
        "Boat.name\tfffff",
        "Boat.width\teeeee",
    )


def test_of_a_line_that_both_changed_both_versions_are_kept() -> None:
    ours, theirs = record("Boat.name fffff"), record("Boat.name ggggg")
    found = merged(text(record()), text(ours), text(theirs))["boat.py"]
    names = [line for line in found.definitions if line.startswith("Boat.name")]
    assert names == ["Boat.name\tfffff", "Boat.name\tggggg"]


@pytest.mark.parametrize("swap", [False, True], ids=["ours", "theirs"])
def test_a_deletion_by_hand_on_one_branch_is_kept(swap: bool) -> None:
    deleted = record(f"Boat.name {DELETED}", digest="1")
    other = record("Boat.width eeeee", digest="2")
    branches = (other, deleted) if swap else (deleted, other)
    found = merged(text(record()), *map(text, branches))["boat.py"]
    names = [line for line in found.definitions if line.startswith("Boat.name")]
    assert names == [f"Boat.name\t{DELETED}"]


def test_a_file_that_one_branch_removed_is_removed() -> None:
    port = record(path="port.py")
    before = text(record(), port)
    assert [*merged(before, text(port), before)] == ["port.py"]
    assert [*merged(before, before, text(port))] == ["port.py"]


def test_a_file_that_one_branch_removed_and_the_other_changed_is_kept() -> None:
    port, changed = record(path="port.py"), record("Boat.name fffff")
    found = merged(text(record(), port), text(port), text(changed, port))
    assert found["boat.py"] == changed


def test_files_that_the_branches_add_are_added() -> None:
    ours, theirs = record(path="a.py"), record(path="b.py")
    assert [*merged(text(), text(ours), text(theirs))] == ["a.py", "b.py"]


def test_a_manifest_of_another_version_can_not_be_merged() -> None:
    other = text(record()).replace(b"manifest 3", b"manifest 9")
    assert merge_manifests(text(record()), other, text(record())) is None
