"""Incremental lowering: a type is lowered and emitted again only if a fact that it used changed.

While a type is lowered, the facts of other types that it looks up are recorded (`recording`). It is
lowered again if one of these types changed, or an ancestor of one; or if the base type changed of a
type whose ancestors it looked up. Modules of types (`Layout`) are looked up by nearly every type,
so any change of these counts for all types. A test holds that there is no other way to a fact.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, partial

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from docgen.build.emit import EmittedFile, Templates, emit, preload, templates_of
from docgen.build.lowered import DamagedCacheError, Lowered, OutputFile
from docgen.build.memo import Memo, digest_of
from docgen.build.recording import RecordingMapping, RecordingSet
from docgen.build.workers import WorkerDied, compute, worker_count
from docgen.config import Target
from docgen.diagnostics import Diagnostic, Result
from docgen.python.flavours import FLAVOURS_BY_NAME
from docgen.python.layout import Layout, ModuleLocation, layout_of
from docgen.python.lower import (
    LoweringContext,
    lower,
    lower_type,
    lowering_context,
    shared_files,
)
from docgen.python.names import PythonName
from docgen.python.prose import pages_of
from docgen.python.type_facts import FieldNames, TypeFacts, family, is_canonical
from docgen.python.views import FileView
from docgen.schema.model import (
    EnumType,
    QualifiedName,
    Schema,
    StructuredType,
    Type,
    WireName,
)
from docgen.schema.names import root_namespace

_FILES_OF_A_TYPE = 3
"""Files that most types have, for the number of workers."""

_encode = msgspec.msgpack.Encoder().encode


class TypeRecord(Struct, frozen=True, array_like=True):
    """The result of lowering a type, and what that depends on.

    `facts` is a digest of the type itself, `base` its base type. `used` are the types whose facts
    were looked up, `lineages` those whose ancestors were; names, one on each line. `files` is
    `None` where the type was lowered, but no file was emitted.
    """

    facts: bytes
    base: str
    notes: tuple[Diagnostic, ...]
    used: str
    lineages: str
    files: tuple[OutputFile, ...] | None


class NamesRecord(Struct, frozen=True, kw_only=True):
    """The modules of all types with the key that they depend on, and canonical field names."""

    key: bytes
    modules: tuple[ModuleLocation, ...]
    fields: FieldNames


class LoweringRecord(Struct, frozen=True, kw_only=True):
    """The results of lowering all types, and the files that belong to no single type.

    `key` is a digest of the target, the templates and docgen itself.
    """

    key: bytes
    names: NamesRecord
    types: Mapping[str, TypeRecord]
    shared_key: bytes
    shared: tuple[OutputFile, ...] | None

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


def lower_incrementally(
    schema: Schema,
    target: Target,
    memo: Memo,
    *,
    only: frozenset[str] | None,
    emits: bool,
    is_kept: bool,
) -> Result[Lowered]:
    """Lower the types of a schema that changed, and emit their files if `emits`.

    `only` restricts this to the types declared on these pages. If `is_kept`, later builds reuse
    the results; this is for complete schemas. Raises `ChildProcessError` where a
    worker died, `ConfigError` where a template of the user is at fault.
    """
    templates = templates_of(target, memo.toolchain.version_of_templates)
    key = memo.key(lower_incrementally, target, templates)
    name = f"lowering-{digest_of(target).hex()[:16]}"
    last = memo.store.record(name, LoweringRecord)
    last = last if last and last.key == key else None
    lowering = _Lowering(schema, target, memo, templates, last, only=only, emits=emits)
    record = lowering.run(key)
    if is_kept:
        memo.store.write_record(name, record)
    files = tuple(record.files) if emits else ()
    by_path = {one.record.path: one.key for one in files}
    content = partial(_content, memo, by_path)
    return Result(Lowered(files=files, content=content), tuple(record.notes))


def _content(memo: Memo, keys: Mapping[str, bytes], path: str) -> str:
    file = emitted_file(memo, keys[path], path)
    if file is None:
        raise DamagedCacheError(path)
    return file.content


def lower_to_views(
    schema: Schema, target: Target, only: frozenset[str] | None
) -> Result[Lowered]:
    """Lower the types of a schema to the views of all files."""
    found = lower(
        schema,
        package=target.package,
        root_namespace=root_namespace(target.entity_base),
        flavour=target.flavour,
        only=only,
    )
    return Result(Lowered(views=found.value.files), found.diagnostics)


class _Lowering:
    """The types of a schema that must be lowered, and the records of the others."""

    def __init__(
        self,
        schema: Schema,
        target: Target,
        memo: Memo,
        templates: Templates,
        last: LoweringRecord | None,
        *,
        only: frozenset[str] | None,
        emits: bool,
    ) -> None:
        """Compare a schema with the last record.

        `only` are the pages whose types are lowered, `None` means all. With `emits` the files of
        the types are emitted, too.
        """
        self._schema, self._memo, self._templates = schema, memo, templates
        self._emits, self._only = emits, only
        self._last = last
        self._names, self._layout, self._family = _names(
            schema, target, self._last.names if self._last else None
        )
        self._used, self._lineages = set[str](), set[str]()
        self._context = _recording_context(
            schema, self._layout, self._family, self._used, self._lineages
        )
        self._facts = {one.name: _facts(one, self._family) for one in schema.types}
        self._current = dict(self._unchanged())
        self.stale = [
            one
            for one in schema.types
            if one.name not in self._current and self._is_selected(one)
        ]

    def _is_selected(self, type_: Type) -> bool:
        return self._only is None or not self._only.isdisjoint(pages_of(type_))

    def run(self, key: bytes) -> LoweringRecord:
        """Lower the stale types and emit their files.

        Raises `ChildProcessError` where a worker died.
        """
        count = worker_count(len(self.stale) * _FILES_OF_A_TYPE, self._memo.workers)
        if count and self._emits:
            preload(self._templates)
        decoder = msgspec.msgpack.Decoder(_TypeResult)
        lowered: dict[str, TypeRecord] = {}
        with compute(self.stale, self._lower, decoder, count) as results:
            shared = self._shared()
            shown = self._memo.progress(self.stale, "writing Python")
            for type_, one in zip(shown, results, strict=True):
                if isinstance(one, WorkerDied):
                    raise _worker_died(type_, one)
                lowered[type_.name] = one.record
                for content_key, blob in one.blobs:
                    self._memo.add(emit, content_key, bytes(blob))
        records = self._current | lowered
        return LoweringRecord(
            key=key,
            names=self._names,
            types={
                one.name: records[one.name]
                for one in self._schema.types
                if one.name in records
            },
            shared_key=self._shared_key,
            shared=shared,
        )

    def _lower(self, type_: Type) -> "_TypeResult":
        self._used.clear()
        self._lineages.clear()
        found = lower_type(type_, self._context)
        files, blobs = self._emit(found.value) if self._emits else (None, ())
        record = TypeRecord(
            facts=self._facts[type_.name],
            base=_base(type_),
            notes=found.diagnostics,
            used="\n".join(sorted(_with_ancestors(self._used, self._family))),
            lineages="\n".join(sorted(_with_ancestors(self._lineages, self._family))),
            files=files,
        )
        return _TypeResult(record, blobs)

    def _emit(
        self, views: Iterable[FileView]
    ) -> tuple[tuple[OutputFile, ...], tuple[tuple[bytes, Raw], ...]]:
        """Emit files; return their records, and the content of those that are new."""
        records, blobs = [], []
        for view in views:
            key = self._memo.key(emit, view, self._templates)
            known = emitted_file(self._memo, key, view.path)
            file = known or emit(view, self._templates)
            records.append(OutputFile(key, file.record))
            if known is None:
                blobs.append((key, Raw(_encode(file))))
        return tuple(records), tuple(blobs)

    def _shared(self) -> tuple[OutputFile, ...] | None:
        """Return the files that belong to no single type."""
        last = self._last
        if last and last.shared_key == self._shared_key and self._has(last.shared):
            return last.shared
        if not self._emits:
            return None
        views = shared_files(self._schema, self._layout, self._family)
        records, blobs = self._emit(views)
        for key, blob in blobs:
            self._memo.add(emit, key, bytes(blob))
        return records

    @cached_property
    def _shared_key(self) -> bytes:
        with_operations = [
            type_.name
            for type_ in self._schema.types
            if isinstance(type_, StructuredType) and type_.operations
        ]
        types = self._family.types.items()
        bases = [(name, type_.base_type) for name, type_ in types]
        return digest_of(self._names.key, with_operations, bases)

    def _has(self, files: Sequence[OutputFile] | None) -> bool:
        """Return whether the content of files is in the store, if it is needed."""
        if not self._emits:
            return True
        return files is not None and all(self._memo.has(emit, one.key) for one in files)

    def _unchanged(self) -> Iterator[tuple[QualifiedName, TypeRecord]]:
        """Yield the records of the types for which nothing changed that they used."""
        if self._last is None or self._last.names.key != self._names.key:
            return
        types = self._schema.types
        last = {one.name: self._last.types.get(one.name, _NO_RECORD) for one in types}
        changed = {name for name, one in self._facts.items() if one != last[name].facts}
        rebased = {one.name for one in types if _base(one) != last[one.name].base}
        for name, record in last.items():
            if (
                name not in changed
                and _is_disjoint(record.used, changed)
                and _is_disjoint(record.lineages, rebased)
                and self._has(record.files)
            ):
                yield name, record


class _TypeResult(Struct, frozen=True, array_like=True):
    """The record of a type, and the keys and contents of its files that are new."""

    record: TypeRecord
    blobs: tuple[tuple[bytes, Raw], ...]


_NO_RECORD = TypeRecord(b"", "", (), "", "", None)
"""The record of a type that did not exist."""


def emitted_file(memo: Memo, key: bytes, path: str) -> EmittedFile | None:
    """Return an emitted file from the store, if it is there and intact."""
    file = memo.stored(emit, key, _DECODER)
    return file if file and file.record.path == path else None


_DECODER = msgspec.msgpack.Decoder(EmittedFile)


def _worker_died(type_: Type, died: WorkerDied) -> ChildProcessError:
    page = ", ".join(pages_of(type_)[:1]) or "all pages"
    what = f"the files of `{type_.name}` (from {page})"
    return ChildProcessError(f"the process that wrote {what} {died.how}")


def _names(
    schema: Schema, target: Target, last: NamesRecord | None
) -> tuple[NamesRecord, Layout, TypeFacts]:
    """Name the modules, classes and fields of a schema, as far as no record has their names."""
    kinds = [(one.name, isinstance(one, EnumType)) for one in schema.types]
    key = digest_of(target, kinds)
    layout = layout_of(
        schema,
        target.package,
        root_namespace(target.entity_base),
        FLAVOURS_BY_NAME[target.flavour],
        last.modules if last and last.key == key else None,
    )
    fields = last.fields if last else {}
    members = family(schema, fields)
    record = NamesRecord(
        key=key,
        modules=tuple(layout.places.values()),
        fields=dict(_canonical(members.field_names, fields)),
    )
    return record, layout, members


def _canonical(
    names: FieldNames, known: FieldNames
) -> Iterator[tuple[QualifiedName, Mapping[WireName, PythonName]]]:
    """Yield the names that are canonical: they depend on nothing but themselves."""
    for name, own in names.items():
        last = known.get(name, {})
        if last == own:
            yield name, own
            continue
        yield (
            name,
            {
                wire: made
                for wire, made in own.items()
                if last.get(wire) == made or is_canonical(made, wire)
            },
        )


def _recording_context(
    schema: Schema,
    layout: Layout,
    members: TypeFacts,
    used: set[str],
    lineages: set[str],
) -> LoweringContext:
    """Return a context that records whose facts and whose ancestors are looked up."""
    numbers = RecordingMapping(members.lineage.numbers, lineages)
    recording = replace(
        members,
        types=RecordingMapping(members.types, used),
        lineage=replace(members.lineage, numbers=numbers),
        own=RecordingMapping(members.own, used),
        field_names=RecordingMapping(members.field_names, used),
        values=RecordingMapping(members.values, used),
        tangled=RecordingSet(members.tangled, used),
    )
    context = lowering_context(schema, layout, recording)
    types = RecordingMapping(context.samples.types, used)
    return replace(context, samples=replace(context.samples, types=types))


def _facts(type_: Type, members: TypeFacts) -> bytes:
    """Return a digest of everything that is known of a type."""
    names = members.field_names.get(type_.name)
    return digest_of(type_, names, type_.name in members.tangled)


def _base(type_: Type) -> str:
    return type_.base_type or "" if isinstance(type_, StructuredType) else ""


def _is_disjoint(lines: str, names: AbstractSet[str]) -> bool:
    return not names or names.isdisjoint(lines.split("\n"))


def _with_ancestors(names: Iterable[str], members: TypeFacts) -> set[str]:
    """Add the ancestors of all types."""
    found: set[str] = set()
    for name in names:
        current: str | None = name
        while current is not None and current not in found:
            found.add(current)
            type_ = members.types.get(QualifiedName(current))
            current = type_.base_type if type_ else None
    return found
