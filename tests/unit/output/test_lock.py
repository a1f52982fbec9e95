"""The lock of the output folder: one run writes at a time."""

import sys
from pathlib import Path

import pytest

from docgen.output.lock import locked

if sys.platform == "win32":
    pytest.skip("Windows locks no folders", allow_module_level=True)

import fcntl
import os


def is_locked(folder: Path) -> bool:
    """Return whether another run would wait."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(opened)
    return False


@pytest.mark.parametrize("is_there", [False, True], ids=["new", "existing"])
def test_folder_is_locked_until_the_end(tmp_path: Path, is_there: bool) -> None:
    folder = tmp_path / "a" / "generated"
    if is_there:
        folder.mkdir(parents=True)
    with locked(str(folder)):
        assert is_locked(folder)
    assert not is_locked(folder)


def test_folder_is_released_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError), locked(str(tmp_path)):
        raise KeyError
    assert not is_locked(tmp_path)


def test_folder_that_cannot_be_created_is_not_locked(tmp_path: Path) -> None:
    file = tmp_path / "generated"
    file.write_text("mine")
    with locked(str(file)):
        assert file.read_text() == "mine"
