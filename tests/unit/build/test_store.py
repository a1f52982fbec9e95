"""The store: records and blobs come back intact or not at all, and packs don't accumulate."""

import os
from pathlib import Path

import msgspec
import pytest

from docgen.build.store import Store

BLOBS = {name.encode(): name.encode() * 9 for name in ("one", "two", "three")}


def store(folder: Path) -> Store:
    return Store(str(folder), "sources")


def save(folder: Path, blobs: dict[bytes, bytes], group: str = "emit") -> None:
    opened = store(folder)
    for key, blob in blobs.items():
        opened.add(group, key, blob)
    opened.keep(group, BLOBS)
    opened.save()


def found(folder: Path) -> dict[bytes, bytes | None]:
    opened = store(folder)
    return {key: opened.blob("emit", key) for key in BLOBS}


def packs(folder: Path) -> list[Path]:
    return list((folder / "sources").glob("*.pack"))


def leftover_of_an_interrupted_run(folder: Path) -> Path:
    """Return a file of another project that is removed when the size of the cache is checked."""
    file = folder / "others" / "pages.record.1-a.new"
    file.parent.mkdir(exist_ok=True)
    file.touch()
    os.utime(file, (0, 0))
    return file


class TestBlobs:
    def test_saved_blob_is_found_by_its_key(self, tmp_path: Path) -> None:
        save(tmp_path, BLOBS)
        assert found(tmp_path) == BLOBS
        assert store(tmp_path).has("emit", [b"one"])
        assert store(tmp_path).blob("emit", b"four") is None
        assert not store(tmp_path).has("emit", [b"one", b"four"])

    def test_blob_is_known_before_it_is_saved(self, tmp_path: Path) -> None:
        save(tmp_path, BLOBS)
        opened = store(tmp_path)
        opened.add("emit", b"four", b"4")
        assert opened.has("emit", [b"one", b"four"])
        opened.save()
        assert opened.has("emit", [b"one", b"four"])

    def test_groups_are_separate(self, tmp_path: Path) -> None:
        save(tmp_path, BLOBS)
        assert store(tmp_path).blob("declare", b"one") is None

    def test_stores_are_separate(self, tmp_path: Path) -> None:
        save(tmp_path, BLOBS)
        assert Store(str(tmp_path), "others").blob("emit", b"one") is None

    def test_added_blob_is_found_before_it_is_saved(self, tmp_path: Path) -> None:
        opened = store(tmp_path)
        opened.add("emit", b"one", b"1")
        assert opened.blob("emit", b"one") == b"1"
        assert store(tmp_path).blob("emit", b"one") is None

    def test_store_without_a_folder_is_kept_in_memory(self) -> None:
        memory = Store()
        memory.add("emit", b"one", b"1")
        memory.save()
        assert memory.blob("emit", b"one") == b"1"

    def test_damage_costs_one_blob(self, tmp_path: Path) -> None:
        save(tmp_path, BLOBS)
        (pack,) = packs(tmp_path)
        content = pack.read_bytes()
        at = content.rindex(b"twotwo")
        pack.write_bytes(content[:at] + b"2" + content[at + 1 :])
        assert found(tmp_path) == {**BLOBS, b"two": None}

    def test_no_damage_gives_another_blob(self, tmp_path: Path) -> None:
        save(tmp_path, BLOBS)
        (pack,) = packs(tmp_path)
        content = pack.read_bytes()
        for at in range(len(content)):
            changed = content[:at] + bytes([content[at] ^ 0x41]) + content[at + 1 :]
            for damaged in (changed, content[:at]):
                pack.write_bytes(damaged)
                assert all(
                    blob in (BLOBS[key], None) for key, blob in found(tmp_path).items()
                )

    @pytest.mark.parametrize("runs", [11, 40])
    def test_packs_are_collected_and_used_blobs_are_kept(
        self, tmp_path: Path, runs: int
    ) -> None:
        save(tmp_path, BLOBS)
        for number in range(runs):
            save(tmp_path, {b"%d" % number: b"unused"})
        assert len(packs(tmp_path)) <= 12
        assert found(tmp_path) == BLOBS

    def test_size_of_the_cache_is_checked_after_the_first_pack_and_collections(
        self, tmp_path: Path
    ) -> None:
        checked: list[int] = []
        for number in range(30):
            leftover = leftover_of_an_interrupted_run(tmp_path)
            save(tmp_path, {b"%d" % number: b"new"})
            checked += [] if leftover.exists() else [number]
        assert checked == [0, 12, 24]

    def test_run_without_new_blobs_writes_no_pack(self, tmp_path: Path) -> None:
        save(tmp_path, BLOBS)
        before = packs(tmp_path)
        opened = store(tmp_path)
        assert opened.blob("emit", b"one") == BLOBS[b"one"]
        opened.save()
        assert packs(tmp_path) == before

    def test_unreadable_packs_are_removed(self, tmp_path: Path) -> None:
        save(tmp_path, {b"first": b"1"})
        for number in range(20):
            (tmp_path / "sources" / f"emit-{number}.pack").write_bytes(b"garbage")
        save(tmp_path, BLOBS)
        assert len(packs(tmp_path)) == 1
        assert found(tmp_path) == BLOBS


class Value(msgspec.Struct, frozen=True):
    name: str
    numbers: tuple[int, ...]


class Other(msgspec.Struct, frozen=True):
    name: int


VALUE = Value("docgen", (1, 2, 3))


class TestRecords:
    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        assert store(tmp_path).write_record("value", VALUE)
        return tmp_path / "sources" / "value.record"

    @pytest.mark.usefixtures("file")
    def test_written_record_is_read(self, tmp_path: Path) -> None:
        assert store(tmp_path).record("value", Value) == VALUE

    @pytest.mark.usefixtures("file")
    def test_record_that_is_read_early_is_read_once(self, tmp_path: Path) -> None:
        one = store(tmp_path)
        one.read_early("value", Value)
        other = Value("other", ())
        assert store(tmp_path).write_record("value", other)
        assert one.record("value", Value) == VALUE
        assert one.record("value", Value) == other

    def test_record_that_is_replaced_after_it_was_read_early_is_the_new_one(
        self, tmp_path: Path
    ) -> None:
        opened = store(tmp_path)
        opened.write_record("value", VALUE)
        opened.read_early("value", Value)
        opened.write_record("value", Value("new", ()))
        assert opened.record("value", Value) == Value("new", ())

    def test_missing_record_can_be_read_early(self, tmp_path: Path) -> None:
        one = store(tmp_path)
        one.read_early("value", Value)
        assert one.record("value", Value) is None
        assert one.write_record("value", VALUE)
        assert one.record("value", Value) == VALUE

    def test_record_in_memory_is_read(self) -> None:
        memory = Store()
        assert memory.record("value", Value) is None
        memory.write_record("value", VALUE)
        assert memory.record("value", Value) == VALUE

    def test_damaged_byte_gives_no_value(self, file: Path, tmp_path: Path) -> None:
        content = file.read_bytes()
        for at in range(len(content)):
            file.write_bytes(
                content[:at] + bytes([content[at] ^ 0x41]) + content[at + 1 :]
            )
            assert store(tmp_path).record("value", Value) is None

    def test_truncated_record_gives_no_value(self, file: Path, tmp_path: Path) -> None:
        content = file.read_bytes()
        for length in range(len(content)):
            file.write_bytes(content[:length])
            assert store(tmp_path).record("value", Value) is None

    @pytest.mark.usefixtures("file")
    def test_record_of_another_type_gives_no_value(self, tmp_path: Path) -> None:
        assert store(tmp_path).record("value", Other) is None

    def test_missing_record_gives_no_value(self, tmp_path: Path) -> None:
        assert store(tmp_path).record("missing", Value) is None

    def test_record_that_cannot_be_written_leaves_no_file(self, tmp_path: Path) -> None:
        (tmp_path / "sources" / "value.record").mkdir(parents=True)
        (tmp_path / "sources").chmod(0o700)
        assert not store(tmp_path).write_record("value", VALUE)
        assert [path.name for path in (tmp_path / "sources").iterdir()] == [
            "value.record"
        ]

    def test_file_name_that_is_not_utf_8_cannot_be_stored(self, tmp_path: Path) -> None:
        assert not store(tmp_path).write_record("value", Value("\udcff", ()))
