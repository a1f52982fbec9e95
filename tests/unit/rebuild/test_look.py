"""A look at the output by another process: what it may be believed, and what not."""

import os
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from docgen.cache.status import status_of
from docgen.output.paths import STAGING
from docgen.rebuild.now import Seen
from docgen.rebuild.standing import Look, standing
from docgen.workers.aside import Aside, begun

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="there is no fork"),
    # pytest's own workers have a thread, which only waits.
    pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning"),
]

PATHS = ("graph/a.py", "graph/b.py", "graph/models/a.py", "top.py")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    for path in PATHS:
        file = tmp_path / "out" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path)
    return tmp_path / "out"


@pytest.fixture
def aside() -> Iterator[Aside]:
    found = begun([])
    assert found
    with closing(found):
        yield found


def seen(output: Path) -> dict[str, Seen]:
    """Give what is seen of the files, in an order that is none."""
    statuses = {path: status_of(str(output / path)) for path in reversed(PATHS)}
    return {path: Seen(one, path) for path, one in statuses.items() if one}


def looking(output: Path, before: dict[str, Seen], aside: Aside) -> Look:
    look = Look(str(output), before, aside)
    look.begin()
    return look


def test_files_that_are_as_they_were_are_seen_so(output: Path, aside: Aside) -> None:
    assert looking(output, seen(output), aside).is_as_seen()


@pytest.mark.parametrize("path", PATHS)
def test_a_file_that_is_another_is_seen(output: Path, aside: Aside, path: str) -> None:
    before = seen(output)
    (output / path).write_text("another")
    assert not looking(output, before, aside).is_as_seen()


@pytest.mark.parametrize("path", PATHS)
def test_a_file_that_is_gone_is_seen(output: Path, aside: Aside, path: str) -> None:
    before = seen(output)
    (output / path).unlink()
    assert not looking(output, before, aside).is_as_seen()


def test_a_folder_that_is_now_a_link_is_seen(output: Path, aside: Aside) -> None:
    before = seen(output)
    (output / "graph").rename(output.parent / "elsewhere")
    (output / "graph").symlink_to(output.parent / "elsewhere")
    assert not looking(output, before, aside).is_as_seen()


@pytest.mark.parametrize("is_linked", [False, True])
def test_what_another_run_did_since_makes_it_void(
    output: Path, aside: Aside, *, is_linked: bool
) -> None:
    before = seen(output)
    os.utime(output, ns=(0, 0))
    link = output.parent / "link"
    link.symlink_to(output)
    look = looking(link if is_linked else output, before, aside)
    (output / STAGING).mkdir()
    (output / STAGING).rmdir()
    assert not look.is_as_seen()


def test_what_another_run_began_before_makes_it_void(
    output: Path, aside: Aside
) -> None:
    (output / STAGING).mkdir()
    assert not looking(output, seen(output), aside).is_as_seen()


def test_an_output_behind_a_link_is_seen(output: Path, aside: Aside) -> None:
    link = output.parent / "link"
    link.symlink_to(output)
    assert looking(link, seen(output), aside).is_as_seen()


def test_without_another_process_it_says_nothing(output: Path) -> None:
    look = Look(str(output), seen(output), None)
    look.begin()
    assert not look.is_as_seen()


def test_one_that_was_not_begun_says_nothing(output: Path, aside: Aside) -> None:
    assert not Look(str(output), seen(output), aside).is_as_seen()


@pytest.mark.parametrize("is_as_seen", [False, True])
def test_files_that_were_not_seen_are_looked_at(
    output: Path, *, is_as_seen: bool
) -> None:
    before = seen(output)
    del before["top.py"]
    found = standing(str(output), PATHS, before, is_as_seen=is_as_seen)
    assert set(found.statuses) == set(PATHS)
    assert set(found.digests) == set(before)
