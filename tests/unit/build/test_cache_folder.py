"""The cache folder: where it is, whose it may be, and what is removed from it."""

import os
import sys
import time
from pathlib import Path

import pytest

from docgen.build import cache_folder as module
from docgen.build.cache_folder import cache_folder, make_private, shrink

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")


def test_configured_folder_is_used(tmp_path: Path) -> None:
    assert cache_folder({"DOCGEN_CACHE_DIR": str(tmp_path)}) == str(tmp_path)


@needs_posix
def test_default_is_in_the_user_cache_folder(tmp_path: Path) -> None:
    assert cache_folder({"XDG_CACHE_HOME": str(tmp_path)}) == str(tmp_path / "docgen")


@needs_posix
def test_relative_user_cache_folder_is_ignored(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    found = Path(cache_folder({"XDG_CACHE_HOME": "here"}) or "")
    assert found.is_relative_to(tmp_path)


@needs_posix
def test_new_folder_is_accessible_to_its_user_only(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "cache"
    assert make_private(str(folder))
    assert folder.stat().st_mode & 0o077 == 0


@needs_posix
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702], ids=oct)
def test_folder_that_others_can_write_to_is_not_used(tmp_path: Path, mode: int) -> None:
    tmp_path.chmod(mode)
    assert not make_private(str(tmp_path))


@needs_posix
def test_folder_of_another_user_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = tmp_path.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    assert not make_private(str(tmp_path))


def test_file_cannot_be_the_folder(tmp_path: Path) -> None:
    file = tmp_path / "cache"
    file.write_text("")
    assert not make_private(str(file / "inside"))


def part(folder: Path, name: str, age: int) -> Path:
    made = folder / name
    made.mkdir()
    for file in ("pages.record", "declare-1.pack"):
        (made / file).write_bytes(bytes(100))
    changed = time.time() - age
    os.utime(made, (changed, changed))
    return made


def test_oldest_parts_are_removed_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MAX_SIZE", 500)
    parts = [part(tmp_path, f"sources-{age}", age) for age in (1, 2, 3, 4)]
    shrink(str(tmp_path))
    assert [one.exists() for one in parts] == [True, True, False, False]


def test_other_files_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MAX_SIZE", 0)
    (part(tmp_path, "photos", 9) / "cat.jpg").write_bytes(bytes(1_000))
    (tmp_path / "letter.txt").write_text("dear")
    shrink(str(tmp_path))
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert left == {"letter.txt", "photos", "photos/cat.jpg"}


def test_unfinished_files_are_removed_after_an_hour(tmp_path: Path) -> None:
    made = part(tmp_path, "sources-1", 0)
    for name, age in (("pages.record.1-a.new", 10), ("pages.record.2-b.new", 4_000)):
        (made / name).write_bytes(b"")
        changed = time.time() - age
        os.utime(made / name, (changed, changed))
    shrink(str(tmp_path))
    assert sorted(path.name for path in made.iterdir()) == [
        "declare-1.pack",
        "pages.record",
        "pages.record.1-a.new",
    ]


def test_missing_folder_is_not_an_error(tmp_path: Path) -> None:
    shrink(str(tmp_path / "missing"))
