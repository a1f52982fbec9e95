"""Statuses identify the content of files, unless they are too recent."""

import os
from pathlib import Path

import pytest

from docgen.pages.statuses import (
    Status,
    file_status,
    folder_statuses,
    is_reliable,
)

SECOND = 1_000_000_000


def test_changed_content_changes_the_status(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_text("a")
    before = file_status(str(file))
    file.write_text("ab")
    assert before != file_status(str(file))


def test_replaced_file_of_the_same_size_and_time_has_another_status(
    tmp_path: Path,
) -> None:
    file, other = tmp_path / "page.md", tmp_path / "other.md"
    for path in (file, other):
        path.write_text("a")
        os.utime(path, (0, 0))
    before = file_status(str(file))
    other.replace(file)
    assert before != file_status(str(file))


def test_folder_statuses_are_those_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a")
    (tmp_path / "link.md").symlink_to("a.md")
    names = ("a.md", "link.md", "nothing.md")
    expected = [file_status(str(tmp_path / name)) for name in names]
    assert list(folder_statuses(str(tmp_path), names)) == expected
    assert expected[0] != expected[1]
    assert expected[2] is None


def test_missing_folder_has_no_statuses(tmp_path: Path) -> None:
    assert list(folder_statuses(str(tmp_path / "no"), ("a", "b"))) == [None, None]


@pytest.mark.parametrize(
    ("changed", "expected"),
    {
        "long before the run": ((90, 80), True),
        "just before the run": ((99, 80), False),
        "replaced just before the run, with an old date": ((50, 99), False),
        "in the future": ((200, 90), False),
    }.values(),
    ids=lambda value: str(value),
)
def test_status_is_reliable_if_it_was_old_when_the_run_started(
    changed: tuple[int, int], expected: bool
) -> None:
    content, inode = (second * SECOND for second in changed)
    status: Status = (0o100644, 1, content, inode, 7)
    assert is_reliable(status, 100 * SECOND) is expected
