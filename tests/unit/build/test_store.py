"""A store gives back what was put in, whole or not at all, and does not grow for ever."""

from pathlib import Path

import pytest

from docgen.build.store import Store, key

BLOBS = {key(name.encode()): name.encode() * 9 for name in ("one", "two", "three")}


def store(folder: Path) -> Store:
    return Store(str(folder), "facts")


def found(folder: Path) -> dict[bytes, bytes | None]:
    opened = store(folder)
    return {key: opened.blob(key) for key in BLOBS}


def test_blobs_are_known_by_their_keys(tmp_path: Path) -> None:
    store(tmp_path).keep(BLOBS, ())
    assert found(tmp_path) == BLOBS
    assert store(tmp_path).blob(key(b"four")) is None


def test_parts_of_a_key_do_not_run_together() -> None:
    assert key(b"ab", b"c") != key(b"a", b"bc") != key(b"abc")


def test_stores_of_two_kinds_do_not_mix(tmp_path: Path) -> None:
    store(tmp_path).keep(BLOBS, ())
    assert Store(str(tmp_path), "texts").blob(key(b"one")) is None


def test_without_a_folder_nothing_is_kept() -> None:
    nowhere = Store(None, "facts")
    nowhere.keep(BLOBS, ())
    assert nowhere.blob(key(b"one")) is None


def test_damage_costs_the_blob_that_it_hits(tmp_path: Path) -> None:
    store(tmp_path).keep(BLOBS, ())
    (pack,) = tmp_path.iterdir()
    content = pack.read_bytes()
    at = content.index(b"two")
    pack.write_bytes(content[:at] + b"2" + content[at + 1 :])
    assert found(tmp_path) == {**BLOBS, key(b"two"): None}


def test_no_damage_gives_another_blob(tmp_path: Path) -> None:
    store(tmp_path).keep(BLOBS, ())
    (pack,) = tmp_path.iterdir()
    content = pack.read_bytes()
    for at in range(len(content)):
        pack.write_bytes(content[:at] + bytes([content[at] ^ 0x41]) + content[at + 1 :])
        assert all(blob in (BLOBS[key], None) for key, blob in found(tmp_path).items())
        pack.write_bytes(content[:at])
        assert all(blob in (BLOBS[key], None) for key, blob in found(tmp_path).items())


@pytest.mark.parametrize("times", [11, 40])
def test_there_are_never_many_packs_and_what_is_of_use_stays(
    tmp_path: Path, times: int
) -> None:
    store(tmp_path).keep(BLOBS, ())
    for number in range(times):
        store(tmp_path).keep({key(b"%d" % number): b"of no use"}, BLOBS)
    assert len(list(tmp_path.iterdir())) <= 12
    assert found(tmp_path) == BLOBS


def test_many_packs_of_which_none_can_be_read_are_dropped(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"facts-{number}.pack").write_bytes(b"garbage")
    store(tmp_path).keep(BLOBS, ())
    assert len(list(tmp_path.iterdir())) == 1
    assert found(tmp_path) == BLOBS
