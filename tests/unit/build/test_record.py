"""A record is read as it was kept, or not at all."""

from pathlib import Path

import msgspec
import pytest

from docgen.build.store import kept_record, record


class Value(msgspec.Struct, frozen=True):
    name: str
    numbers: tuple[int, ...]


class Other(msgspec.Struct, frozen=True):
    name: int


VALUE = Value("docgen", (1, 2, 3))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "record"
    assert kept_record(str(file), VALUE)
    return file


def test_what_was_kept_is_known(file: Path) -> None:
    assert record(str(file), Value) == VALUE
    assert [path.name for path in file.parent.iterdir()] == ["record"]


def test_no_damage_to_a_single_byte_gives_a_value(file: Path) -> None:
    content = file.read_bytes()
    for at in range(len(content)):
        file.write_bytes(content[:at] + bytes([content[at] ^ 0x41]) + content[at + 1 :])
        assert record(str(file), Value) is None


def test_no_beginning_of_a_record_gives_a_value(file: Path) -> None:
    content = file.read_bytes()
    for length in range(len(content)):
        file.write_bytes(content[:length])
        assert record(str(file), Value) is None


def test_a_record_of_another_kind_is_none(file: Path) -> None:
    assert record(str(file), Other) is None


def test_a_file_that_is_not_there_or_a_folder_is_none(tmp_path: Path) -> None:
    assert record(str(tmp_path / "nothing"), Value) is None
    assert record(str(tmp_path), Value) is None


def test_what_can_not_be_kept_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "record").mkdir()
    assert not kept_record(str(tmp_path / "record"), VALUE)
    assert not kept_record(str(tmp_path / "no" / "folder"), VALUE)
    assert [path.name for path in tmp_path.iterdir()] == ["record"]
