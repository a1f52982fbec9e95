"""The status of a file tells whether it may be another one."""

import os
from pathlib import Path

import pytest
from docgen.pages.status import Status, is_sure, status_of, statuses

SECOND = 1_000_000_000


def test_another_content_is_another_status(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_text("a")
    before = status_of(str(file))
    file.write_text("ab")
    assert before != status_of(str(file))


def test_a_file_of_the_same_size_and_time_in_its_place_is_another(
    tmp_path: Path,
) -> None:
    file, other = tmp_path / "page.md", tmp_path / "other.md"
    for path in (file, other):
        path.write_text("a")
        os.utime(path, (0, 0))
    before = status_of(str(file))
    other.replace(file)
    assert before != status_of(str(file))


def test_statuses_in_a_folder_are_those_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a")
    (tmp_path / "link.md").symlink_to("a.md")
    names = ("a.md", "link.md", "nothing.md")
    expected = [status_of(str(tmp_path / name)) for name in names]
    assert list(statuses(str(tmp_path), names)) == expected
    assert expected[0] != expected[1]
    assert expected[2] is None


def test_there_are_none_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert list(statuses(str(tmp_path / "no"), ("a", "b"))) == [None, None]


@pytest.mark.parametrize(
    ("changed", "claim"),
    {
        "long before the look": ((90, 80), True),
        "just before the look": ((99, 80), False),
        "in place a moment ago, with an old date": ((50, 99), False),
        "tomorrow": ((200, 90), False),
    }.values(),
    ids=lambda value: str(value),
)
def test_a_status_is_sure_if_it_was_old_when_the_look_began(
    changed: tuple[int, int], claim: bool
) -> None:
    content, inode = (moment * SECOND for moment in changed)
    status: Status = (0o100644, 1, content, inode, 7)
    assert is_sure(status, 100 * SECOND) is claim
