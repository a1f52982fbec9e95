"""The cache stays small, and nothing that is not docgen's is ever removed from its folder."""

import os
import time
from pathlib import Path

import pytest
from docgen.cache import tidy as room

from docgen.build.cache_folder import tidy

RECORDS = ("memory",)


def part(folder: Path, name: str, age: int) -> Path:
    made = folder / name
    made.mkdir()
    for file in ("memory", "facts-1.pack"):
        (made / file).write_bytes(bytes(100))
    moment = time.time() - age
    os.utime(made, (moment, moment))
    return made


def test_the_oldest_parts_go_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_MOST", 500)
    parts = [part(tmp_path, f"output-{age}", age) for age in (1, 2, 3, 4)]
    tidy(str(tmp_path), RECORDS)
    assert [one.exists() for one in parts] == [True, True, False, False]


def test_what_is_not_docgen_s_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_MOST", 0)
    (part(tmp_path, "photos", 9) / "cat.jpg").write_bytes(bytes(1_000))
    (tmp_path / "letter.txt").write_text("dear")
    tidy(str(tmp_path), RECORDS)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert left == {"letter.txt", "photos", "photos/cat.jpg"}


def test_what_a_run_left_that_was_cut_short_goes_after_an_hour(tmp_path: Path) -> None:
    made = part(tmp_path, "output-1", 0)
    for name, age in (("memory.1-a.new", 10), ("memory.2-b.new", 4_000)):
        (made / name).write_bytes(b"")
        moment = time.time() - age
        os.utime(made / name, (moment, moment))
    tidy(str(tmp_path), RECORDS)
    assert sorted(path.name for path in made.iterdir()) == [
        "facts-1.pack",
        "memory",
        "memory.1-a.new",
    ]


def test_a_folder_that_is_gone_is_tidy(tmp_path: Path) -> None:
    tidy(str(tmp_path / "gone"), RECORDS)
