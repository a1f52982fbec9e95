"""Where the cache lies, and whose folder it may be."""

import os
import sys
from pathlib import Path

import pytest

from docgen.build.cache_folder import cache_folder, private_folder

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")


def test_a_folder_that_is_named_is_taken(tmp_path: Path) -> None:
    assert cache_folder({"DOCGEN_CACHE_DIR": str(tmp_path)}) == str(tmp_path)


@needs_posix
def test_else_it_lies_in_the_cache_folder_of_the_user(tmp_path: Path) -> None:
    assert cache_folder({"XDG_CACHE_HOME": str(tmp_path)}) == str(tmp_path / "docgen")


@needs_posix
def test_a_cache_folder_that_is_relative_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    found = Path(cache_folder({"XDG_CACHE_HOME": "here"}) or "")
    assert found.is_relative_to(tmp_path)


@needs_posix
def test_it_is_made_for_its_user_alone(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "cache"
    assert private_folder(str(folder))
    assert folder.stat().st_mode & 0o077 == 0


@needs_posix
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702], ids=oct)
def test_a_folder_that_others_may_write_is_not_used(tmp_path: Path, mode: int) -> None:
    tmp_path.chmod(mode)
    assert not private_folder(str(tmp_path))


@needs_posix
def test_a_folder_of_somebody_else_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = tmp_path.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    assert not private_folder(str(tmp_path))


def test_a_file_in_the_way_is_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "cache"
    file.write_text("")
    assert not private_folder(str(file / "inside"))
