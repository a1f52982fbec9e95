"""The record of lowering: two parts of it are read as one."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from docgen.build.lowered import UNKNOWN_KEYS
from docgen.build.lowering_record import (
    LoweringRecord,
    NamesRecord,
    OperationsRecord,
    TypeRecord,
    read_lowering,
    read_lowering_early,
    write_lowering,
)
from docgen.build.store import Store
from docgen.python.signatures.context import UrlFacts
from docgen.python.type_facts import NO_NAMES

KEY, NAME = b"key", "lowering"


def type_record(digest: bytes) -> TypeRecord:
    return TypeRecord(digest, b"", "", (), "", "", "", "", "", None)


def record(types: Mapping[str, bytes], schema: bytes = b"") -> LoweringRecord:
    urls = UrlFacts(returned_bases={}, spellings={})
    return LoweringRecord(
        key=KEY,
        schema=schema,
        keys=UNKNOWN_KEYS,
        digests={},
        names=NamesRecord(key=b"", locations=(), fields=NO_NAMES),
        operations=OperationsRecord(digests={}, url_key=b"", urls=urls, places=b""),
        types={name: type_record(digest) for name, digest in types.items()},
        shared_key=b"",
        shared=None,
    )


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path), "sources")


def read(store: Store) -> dict[str, bytes]:
    found, _ = read_lowering(store, NAME, KEY)
    return {name: one.digest for name, one in found.types.items()} if found else {}


def write(store: Store, types: Mapping[str, bytes]) -> None:
    """Write a record in which the types with the same digest as in the last one are the same."""
    last, base = read_lowering(store, NAME, KEY)
    new = record(types)
    known = last.types if last else {}
    kept = {
        name: known[name] if known.get(name) == one else one
        for name, one in new.types.items()
    }
    write_lowering(store, NAME, replace(new, types=kept), base)


TYPES = {f"type{number:03}": b"%d" % number for number in range(200)}


@pytest.mark.parametrize(
    "changed",
    [
        {"type007": b"new"},
        {"type0070": b"added", "zulu": b"added"},
        dict.fromkeys([*TYPES][:64], b"new"),
        dict.fromkeys([*TYPES][:65], b"new"),
        dict.fromkeys(TYPES, b"new"),
    ],
    ids=["one", "added", "64", "65", "all"],
)
def test_changed_types_are_read(store: Store, changed: Mapping[str, bytes]) -> None:
    write(store, TYPES)
    write(store, {**TYPES, **changed})
    assert list(read(store).items()) == sorted({**TYPES, **changed}.items())
    write(store, TYPES)
    assert read(store) == TYPES


def test_few_changed_types_are_written_alone(store: Store, tmp_path: Path) -> None:
    write(store, TYPES)
    types = tmp_path / "sources" / f"{NAME}-types.record"
    before = types.read_bytes()
    write(store, TYPES | {"type007": b"new"})
    assert types.read_bytes() == before


def test_removed_type_is_not_read(store: Store) -> None:
    write(store, TYPES)
    fewer = {name: one for name, one in TYPES.items() if name != "type100"}
    write(store, fewer)
    assert read(store) == fewer


def test_parts_of_different_builds_are_not_read(store: Store, tmp_path: Path) -> None:
    write(store, TYPES)
    old = (tmp_path / "sources" / f"{NAME}.record").read_bytes()
    write(store, dict.fromkeys(TYPES, b"new"))
    (tmp_path / "sources" / f"{NAME}.record").write_bytes(old)
    assert read(store) == {}


def test_record_with_another_key_is_not_read(store: Store) -> None:
    write(store, TYPES)
    assert read_lowering(store, NAME, b"other") == (None, None)


def test_record_that_is_read_early_is_the_same(store: Store) -> None:
    write(store, TYPES | {"type007": b"new"})
    read_lowering_early(store, NAME)
    assert read(store) == TYPES | {"type007": b"new"}
