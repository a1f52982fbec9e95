"""The record of lowering, from which the next build takes what did not change.

It is stored in two parts, because most builds change few types: the records of all types at some
time, and a small part with everything else and the records of types that changed since.
"""

import os
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from docgen.build.lowered import OutputFile, SchemaKeys
from docgen.build.store import Store
from docgen.diagnostics import Diagnostic
from docgen.python.layout import ModuleLocation
from docgen.python.signatures.context import UrlFacts
from docgen.python.type_facts import KnownNames

_MOST_CHANGED = 64
"""Types that may be missing in `TypeRecords`; if there are more, it is written again."""


class TypeRecord(Struct, frozen=True, array_like=True):
    """The result of lowering a type, and what that depends on.

    `digest` is a digest of what is known about the type, `base` its base type; `signatures` is one
    of what only its operations depend on, so that it concerns no other type. `used` are the types
    that were looked up as a whole, `lineages` those whose ancestors were. `property_names` are the
    properties that were looked up, each by itself, and `property_owners` their types. All these are
    names, one on each line. `properties` are the `property_digests` of the type itself. `files` is
    `None` if the type was lowered, but no file was emitted.
    """

    digest: bytes
    signatures: bytes
    base: str
    notes: tuple[Diagnostic, ...]
    used: str
    lineages: str
    property_owners: str
    property_names: str
    properties: str
    files: tuple[OutputFile, ...] | None


class NamesRecord(Struct, frozen=True, kw_only=True):
    """The locations of all types, the key that they depend on, and names of fields."""

    key: bytes
    locations: tuple[ModuleLocation, ...]
    fields: KnownNames


class OperationsRecord(Struct, frozen=True, kw_only=True):
    """What is known about all operations.

    `digests` are those of the operations by page. `url_key` is a digest of what `urls` depend on
    besides operations. `places` is one of where each operation belongs.
    """

    digests: Mapping[str, bytes]
    url_key: bytes
    urls: UrlFacts
    places: bytes


class LoweringRecord(Struct, frozen=True, kw_only=True):
    """The results of lowering all types, and the files that belong to no single type.

    `key` is a digest of the target, the templates and docgen itself, `shared_key` one of what these
    files depend on. `schema` is a digest of all types, empty if only some of them were lowered.
    `keys` are those of the schema, `digests` those of its types. `base` identifies the
    `TypeRecords` that has the other types, if only `types` that changed since are here.
    """

    key: bytes
    schema: bytes
    keys: SchemaKeys
    digests: Mapping[str, bytes]
    names: NamesRecord
    operations: OperationsRecord
    types: Mapping[str, TypeRecord]
    shared_key: bytes
    shared: tuple[OutputFile, ...] | None
    base: bytes = b""

    @property
    def notes(self) -> Iterator[Diagnostic]:
        """The diagnostics about Python names."""
        return (note for one in self.types.values() for note in one.notes)

    @property
    def files(self) -> Iterator[OutputFile]:
        """All generated files."""
        yield from self.shared or ()
        for one in self.types.values():
            yield from one.files or ()


class TypeRecords(Struct, frozen=True, kw_only=True):
    """The records of all types at some time; `identity` is different each time."""

    identity: bytes
    types: Mapping[str, TypeRecord]


def read_lowering(
    store: Store, name: str, key: bytes
) -> tuple[LoweringRecord | None, TypeRecords | None]:
    """Return the record of the last build with a key, if it is complete, and a part of it."""
    last = store.record(name, LoweringRecord)
    if last is None or last.key != key:
        return None, None
    base = store.record(_types_name(name), TypeRecords)
    if base is None or base.identity != last.base:
        return None, None
    types = {**base.types, **last.types}
    if len(types) > len(base.types):
        types = dict(sorted(types.items()))
    return replace(last, types=types), base


def read_lowering_early(store: Store, name: str) -> None:
    """Read the record of the last build while this process waits for something else."""
    store.read_early(name, LoweringRecord)
    store.read_early(_types_name(name), TypeRecords)


def write_lowering(
    store: Store, name: str, record: LoweringRecord, base: TypeRecords | None
) -> None:
    """Write the record of a build; `base` is the stored part of that of the build before."""
    known = base.types if base else {}
    changed = {
        type_name: one
        for type_name, one in record.types.items()
        if known.get(type_name) is not one
    }
    if base is None or len(changed) > _MOST_CHANGED or known.keys() - record.types:
        base = TypeRecords(identity=os.urandom(16), types=record.types)
        changed = {}
        store.write_record(_types_name(name), base)
    store.write_record(name, replace(record, types=changed, base=base.identity))


def _types_name(name: str) -> str:
    return f"{name}-types"
