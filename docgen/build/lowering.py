"""Incremental lowering: a type is lowered and emitted again only if a fact that it used changed.

While a type is lowered, what it looks up about other types is recorded (`recording`): single
properties, or a type as a whole. It is lowered again if one of these properties changed in its type
or in an ancestor of that; if one of these types, or an ancestor of one, changed; or if a type whose
ancestors it looked up, or an ancestor of one, got another base type. Nearly every type looks up
locations of types (`Layout`), so all types are lowered again if any of them changes. A test ensures
that no fact can be looked up without being recorded.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from functools import cached_property, partial

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from docgen.build.emit import (
    StoredTemplates,
    Templates,
    begin_to_emit,
    emit,
    emit_encoded,
    preload,
    templates_of,
)
from docgen.build.lowered import (
    UNKNOWN_KEYS,
    ChangedTemplatesError,
    DamagedCacheError,
    Lowered,
    OutputFile,
    SchemaKeys,
)
from docgen.build.lowering_record import (
    LoweringRecord,
    NamesRecord,
    OperationsRecord,
    TypeRecord,
    read_lowering,
    read_lowering_early,
    write_lowering,
)
from docgen.build.memo import Memo, digest_of
from docgen.build.recording import (
    Lookups,
    changed_properties,
    has_model_keys,
    property_digests,
    recording_context,
    with_ancestors,
)
from docgen.build.stored_files import StoredFiles
from docgen.build.toolchain import toolchain_status
from docgen.build.workers import WorkerDied, compute, worker_count
from docgen.config import Target
from docgen.diagnostics import Result
from docgen.python.documented.model import ExamplePages, Examples
from docgen.python.flavours import FLAVOURS_BY_NAME
from docgen.python.layout import Layout, layout_of
from docgen.python.lower import (
    LoweringContext,
    declaring_pages,
    lower,
    lower_type,
    with_operations,
)
from docgen.python.package import package_files, read_only_properties
from docgen.python.signatures.context import (
    key_of_url_facts,
    signature_facts,
    url_facts,
)
from docgen.python.type_facts import NO_NAMES, TypeFacts, known_names, type_facts
from docgen.python.views import FileView
from docgen.schema.model import (
    EnumType,
    QualifiedName,
    Schema,
    StructuredType,
    Type,
)
from docgen.schema.names import root_namespace

_FILES_OF_A_TYPE = 3
"""Files that most types have; used to choose the number of workers."""

_FEW = 8
"""Up to so many names are searched for in a text before it is split into lines."""

_encode = msgspec.msgpack.Encoder().encode


class SchemaDigests(Struct, frozen=True, kw_only=True):
    """The digests of the types of a schema, by name, and of its operations, by page.

    `same_types` and `same_operations` mean that the last build had the same ones.
    """

    keys: SchemaKeys
    types: Mapping[str, bytes]
    operations: Mapping[str, bytes]
    same_types: bool
    same_operations: bool


def lower_incrementally(
    schema: Schema,
    examples: ExamplePages,
    target: Target,
    memo: Memo,
    *,
    only: frozenset[str] | None,
    emits: bool,
    is_kept: bool,
    keys: SchemaKeys = UNKNOWN_KEYS,
    type_digests: Mapping[str, bytes] = {},
) -> Result[Lowered]:
    """Lower the types of a schema that changed, and emit their files if `emits`.

    `examples` are those of API pages, by path in lower case. `only` restricts this to the types
    declared on these pages. If `is_kept`, later builds reuse the results; use it for complete
    schemas. What has the same `keys` as in the last build is not compared; `type_digests` are those
    of all types, if they are known. Raises `ChildProcessError` if a worker process died,
    `ConfigError` for an error in a template of the user, `ChangedTemplatesError` if one changed.
    """
    templates = templates_of(target, memo.toolchain.version_of_templates)
    key = memo.key(lower_incrementally, target, templates)
    name = _record_name(target)
    last, base = read_lowering(memo.store, name, key)
    digests = _schema_digests(schema, examples, keys, type_digests, last)
    schema_digest = digest_of([*digests.types.values()], [*digests.operations.values()])
    files = StoredFiles(memo.store, target)
    is_known = last and last.schema == schema_digest
    if last and is_known and _has_content(files, last, emits):
        record = last
    else:
        lowering = _Lowering(
            schema,
            examples,
            digests,
            target,
            memo,
            templates,
            files,
            last,
            only=only,
            emits=emits,
        )
        record = lowering.run(key, b"" if only is not None else schema_digest)
        if memo.store.is_kept and _have_templates_changed(target, memo):
            raise ChangedTemplatesError
        if is_kept:
            write_lowering(memo.store, name, record, base)
    files.keep(record.files)
    emitted = tuple(record.files) if emits else ()
    by_path = {one.record.path: one.key for one in emitted}
    content = partial(_content, files, by_path)
    return Result(Lowered(files=emitted, content=content), tuple(record.notes))


def prepare_lowering(target: Target, memo: Memo) -> None:
    """Do what lowering does first, while this process waits for something else."""
    read_lowering_early(memo.store, _record_name(target))


def _record_name(target: Target) -> str:
    return f"lowering-{digest_of(target).hex()[:16]}"


def example_pages(
    digests: Mapping[str, bytes], examples_of: Callable[[str], Examples]
) -> ExamplePages:
    """Return the examples of API pages: a digest of each page, and a function that decodes one.

    Pages are identified by their paths in lower case.
    """
    return ExamplePages(digests=digests, examples_of=examples_of)


def _have_templates_changed(target: Target, memo: Memo) -> bool:
    """Return whether a template of the user, or docgen, changed since this run began."""
    if not target.templates:
        return False
    return toolchain_status(target.templates) != memo.toolchain.status


def _schema_digests(
    schema: Schema,
    examples: ExamplePages,
    keys: SchemaKeys,
    type_digests: Mapping[str, bytes],
    last: LoweringRecord | None,
) -> SchemaDigests:
    same_types = last is not None and last.keys.types == keys.types != b""
    is_known = last is not None and last.keys.shared == keys.shared != b""
    known = _known_operations(keys, last) if last and is_known else {}
    return SchemaDigests(
        keys=keys,
        types=(
            last.digests
            if last and same_types
            else {
                one.name: type_digests.get(one.name) or digest_of(one)
                for one in schema.types
            }
        ),
        operations={
            one.api_page: known.get(one.api_page)
            or digest_of(one, examples.digest(one))
            for one in schema.operations
        },
        same_types=same_types,
        same_operations=last is not None and is_known and last.keys.pages == keys.pages,
    )


def _known_operations(keys: SchemaKeys, last: LoweringRecord) -> Mapping[str, bytes]:
    """Return the digests of the operations that the last build had, by page."""
    digests = last.operations.digests
    return {
        page: digests[page]
        for page, key in keys.pages.items()
        if last.keys.pages.get(page) == key and page in digests
    }


def _has_content(files: StoredFiles, record: LoweringRecord, emits: bool) -> bool:
    """Return whether the content of all files is in the store, or is not needed."""
    if not emits:
        return True
    groups = (record.shared, *(one.files for one in record.types.values()))
    return all(map(files.have, groups))


def _content(files: StoredFiles, keys: Mapping[str, bytes], path: str) -> str:
    file = files.get(keys[path], path)
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
        base_url=target.base_url,
        has_client=target.client,
    )
    return Result(Lowered(views=found.value.files), found.diagnostics)


class _Lowering:
    """The types of a schema that must be lowered, and the records of the others."""

    def __init__(
        self,
        schema: Schema,
        examples: ExamplePages,
        digests: SchemaDigests,
        target: Target,
        memo: Memo,
        templates: Templates,
        files: StoredFiles,
        last: LoweringRecord | None,
        *,
        only: frozenset[str] | None,
        emits: bool,
    ) -> None:
        """Compare a schema with the last record; `digests` are those of its parts.

        `only` restricts lowering to the types declared on these pages. If `emits`, the files of the
        types are emitted, too.
        """
        self._schema, self._memo, self._templates = schema, memo, templates
        self._compiled, self._files = StoredTemplates(memo), files
        self._emits, self._only = emits, only
        self._last = last
        self._names, self._layout, self._facts = _named(
            schema, target, self._last.names if self._last else None
        )
        self._schema_digests = digests
        self._digests = dict(self._digests_of_types())
        self._operations = _operations(schema, digests, last)
        self._lookups = Lookups()
        self._context = recording_context(
            schema,
            self._layout,
            self._facts,
            self._operations.urls,
            self._lookups,
            examples,
        )
        self._signatures = dict(self._signatures_of_types())
        self._current = dict(self._unchanged())
        self.stale = [
            one
            for one in schema.types
            if one.name not in self._current and self._is_selected(one)
        ]

    def _digests_of_types(self) -> Iterator[tuple[QualifiedName, bytes]]:
        """Yield a digest of everything that is known about each type."""
        last = self._last if self._schema_digests.same_types else None
        has_same_names = last is not None and last.names.key == self._names.key
        known = last.types if last and has_same_names else {}
        for one in self._schema.types:
            record = known.get(one.name) or self._same_record(one.name)
            if record:
                yield one.name, record.digest
            else:
                digest = self._schema_digests.types[one.name]
                yield one.name, _digest(one.name, digest, self._facts)

    def _same_record(self, name: QualifiedName) -> TypeRecord | None:
        """Return the last record of a type if nothing that is known about the type changed.

        If all field names are canonical and none was added or removed, `type_facts` returns the
        mapping of the last record itself. A name that an ancestor takes over also changes the
        digest of the type, which says that the property is inherited.
        """
        last, facts = self._last, self._facts
        if last is None or last.digests.get(name) != self._schema_digests.types[name]:
            return None
        record = last.types.get(name)
        if record is None or facts.field_names.get(
            name
        ) is not last.names.fields.fields.get(name):
            return None
        had_model_keys = has_model_keys(record.properties)
        return record if had_model_keys == (name in facts.with_model_keys) else None

    def _signatures_of_types(self) -> Iterator[tuple[QualifiedName, bytes]]:
        """Yield a digest of what the operations of each type depend on besides the type."""
        last, now = self._last, self._operations
        is_known = last is not None and last.operations.url_key == now.url_key
        changed = self._changed_pages() if last and is_known else None
        known = last.types if last and changed is not None else {}
        for one in self._schema.types:
            record = known.get(one.name, _NO_RECORD)
            is_same = record.digest == self._digests[one.name]
            if is_same and not (changed and self._has_page(one, changed)):
                yield one.name, record.signatures
            else:
                yield one.name, _signatures(one, self._context, now.digests)

    def _changed_pages(self) -> frozenset[str] | None:
        """Return the API pages, in lower case, whose operations changed.

        `None` if types depend on other operations than those of their pages.
        """
        last, now = self._last, self._operations
        if last is None:
            return None
        if self._schema_digests.same_operations:
            return frozenset()
        known = last.operations
        is_local = self._has_same_places(last) and known.urls == now.urls
        if not (is_local and self._schema_digests.same_types):
            return None
        return frozenset(
            page.lower()
            for page, digest in now.digests.items()
            if known.digests.get(page) != digest
        )

    def _has_page(self, type_: Type, pages: AbstractSet[str]) -> bool:
        """Return whether an operation of a type is on one of these pages, in lower case."""
        if not isinstance(type_, StructuredType):
            return False
        unlisted = self._context.signatures.unlisted.get(type_.name, ())
        listed = (one.api_page or "" for one in type_.operations)
        found = (*listed, *(one.api_page for one in unlisted))
        return any(page.lower() in pages for page in found)

    def _is_selected(self, type_: Type) -> bool:
        if self._only is None:
            return True
        pages = {*declaring_pages(type_), *self._api_pages.get(type_.name, ())}
        return not self._only.isdisjoint(pages)

    @cached_property
    def _api_pages(self) -> Mapping[QualifiedName, set[str]]:
        """The API pages of each type's operations."""
        found: defaultdict[QualifiedName, set[str]] = defaultdict(set)
        for one in self._schema.operations:
            if one.owner:
                found[one.owner].add(one.api_page)
        for type_ in self._facts.types.values():
            found[type_.name].update(
                one.api_page for one in type_.operations if one.api_page
            )
        return found

    def run(self, key: bytes, schema: bytes) -> LoweringRecord:
        """Lower the stale types and emit their files; both arguments are for the record.

        Raises `ChildProcessError` where a worker died.
        """
        count = self._worker_count()
        if count and self._emits:
            preload(self._templates, self._compiled)
        decoder = msgspec.msgpack.Decoder(_TypeResult)
        lowered: dict[str, TypeRecord] = {}
        with self._begun(decoder, count) as results:
            shared = self._shared()
            shown = self._memo.progress(self.stale, "writing Python")
            for type_, one in zip(shown, results, strict=True):
                if isinstance(one, WorkerDied):
                    raise _worker_died(type_, one)
                lowered[type_.name] = one.record
                for content_key, blob in one.blobs:
                    self._files.add(content_key, bytes(blob))
        records = self._current | lowered
        return LoweringRecord(
            key=key,
            schema=schema,
            keys=self._schema_digests.keys,
            digests=self._schema_digests.types,
            names=self._names,
            operations=self._operations,
            types={
                one.name: records[one.name]
                for one in self._schema.types
                if one.name in records
            },
            shared_key=self._shared_key,
            shared=shared,
        )

    def _worker_count(self) -> int:
        """Return how many workers lower types; for one type the standby worker is enough."""
        count = worker_count(len(self.stale) * _FILES_OF_A_TYPE, self._memo.workers)
        is_for_one = min(count, len(self.stale)) == 1
        has_standby = self._memo.standby.has(emit_encoded.__name__)
        return 0 if is_for_one and has_standby else count

    @contextmanager
    def _begun(
        self, decoder: "msgspec.msgpack.Decoder[_TypeResult]", count: int
    ) -> "Iterator[Iterator[_TypeResult | WorkerDied]]":
        """Yield the results of the stale types.

        Without other workers, all types are lowered first, while the standby worker emits files.
        """
        if count or not self._memo.standby.has(emit_encoded.__name__):
            with compute(self.stale, self._lower, decoder, count) as results:
                yield results
            return
        begun = [self._begin(one) for one in self.stale]
        yield (one() for one in begun)

    def _lower(self, type_: Type) -> "_TypeResult":
        return self._begin(type_)()

    def _begin(self, type_: Type) -> "Callable[[], _TypeResult]":
        """Lower a type and begin to emit its files; return a function that returns the result."""
        self._lookups.clear()
        found = lower_type(type_, self._context)
        emitted = self._emit(found.value) if self._emits else _Emitted
        used, lineages, owners = (
            "\n".join(sorted(with_ancestors(names, self._facts)))
            for names in (
                self._lookups.types,
                self._lookups.lineages,
                self._lookups.owners,
            )
        )
        record = TypeRecord(
            digest=self._digests[type_.name],
            signatures=self._signatures[type_.name],
            base=_base(type_),
            notes=found.diagnostics,
            used=used,
            lineages=lineages,
            property_owners=owners,
            property_names="\n".join(sorted(self._lookups.properties)),
            properties=property_digests(type_.name, self._facts),
            files=None,
        )

        def finished() -> _TypeResult:
            written = emitted()
            return _TypeResult(replace(record, files=written.files), written.blobs)

        return finished

    def _emit(self, views: Sequence[FileView]) -> "Callable[[], _Emitted]":
        """Begin to emit files; return a function that returns them."""
        keys = {
            view.path: self._memo.key(emit, view, self._templates) for view in views
        }
        known = {path: self._files.get(key, path) for path, key in keys.items()}
        missing = [view for view in views if known[view.path] is None]
        emit_missing = begin_to_emit(
            self._memo.standby, missing, self._templates, self._compiled
        )

        def emitted() -> _Emitted:
            new = {one.record.path: one for one in emit_missing()}
            records = tuple(
                OutputFile(key, (known[path] or new[path]).record)
                for path, key in keys.items()
            )
            blobs = ((keys[path], Raw(_encode(file))) for path, file in new.items())
            return _Emitted(records, tuple(blobs))

        return emitted

    def _shared(self) -> tuple[OutputFile, ...] | None:
        """Return the files that belong to no single type."""
        last = self._last
        if last and last.shared_key == self._shared_key and self._has(last.shared):
            return last.shared
        if not self._emits:
            return None
        views = [*package_files(self._layout, self._facts, self._with_operations)]
        written = self._emit(views)()
        for key, blob in written.blobs:
            self._files.add(key, bytes(blob))
        return written.files

    @cached_property
    def _shared_key(self) -> bytes:
        last = self._last if self._schema_digests.same_types else None
        if last and last.names.key == self._names.key and self._has_same_places(last):
            return last.shared_key
        types = self._facts.types.values()
        bases = [(type_.name, type_.base_type) for type_ in types]
        read_only = [
            read_only_properties(self._facts, are_keys=are_keys)
            for are_keys in (False, True)
        ]
        operations = sorted(self._with_operations)
        return digest_of(self._names.key, operations, bases, read_only)

    def _has_same_places(self, last: LoweringRecord) -> bool:
        """Return whether each operation belongs to the type that it belonged to."""
        return last.operations.places == self._operations.places

    @cached_property
    def _with_operations(self) -> frozenset[QualifiedName]:
        return with_operations(self._schema, self._context.signatures)

    def _has(self, files: Sequence[OutputFile] | None) -> bool:
        """Return whether the content of files is in the store, or is not needed."""
        return not self._emits or self._files.have(files)

    def _unchanged(self) -> Iterator[tuple[QualifiedName, TypeRecord]]:
        """Yield the records of the types that used nothing that changed."""
        if self._last is None or self._last.names.key != self._names.key:
            return
        types = self._schema.types
        last = {one.name: self._last.types.get(one.name, _NO_RECORD) for one in types}
        changed = {
            name for name, one in self._digests.items() if one != last[name].digest
        }
        rebased = {one.name for one in types if _base(one) != last[one.name].base}
        properties = {
            name: changed_properties(
                last[name].properties, property_digests(name, self._facts)
            )
            for name in changed
        }
        for name, record in last.items():
            if (
                name not in changed
                and record.signatures == self._signatures[name]
                and _is_disjoint(record.used, changed)
                and _is_disjoint(record.lineages, rebased)
                and not _looks_up(record, properties)
                and self._has(record.files)
            ):
                yield name, record


class _Emitted(Struct, frozen=True):
    """The records of emitted files, and the keys and contents of those that are new."""

    files: tuple[OutputFile, ...] | None = None
    blobs: tuple[tuple[bytes, Raw], ...] = ()


class _TypeResult(Struct, frozen=True, array_like=True):
    """The record of a type, and the keys and contents of those of its files that are new."""

    record: TypeRecord
    blobs: tuple[tuple[bytes, Raw], ...]


_NO_RECORD = TypeRecord(b"", b"", "", (), "", "", "", "", "", None)
"""The record of a type that has none: only of a new one, for which all types are lowered."""


def _worker_died(type_: Type, died: WorkerDied) -> ChildProcessError:
    page = ", ".join(declaring_pages(type_)[:1]) or "all pages"
    files = f"the files of `{type_.name}` (from {page})"
    return ChildProcessError(f"the process that wrote {files} {died.how}")


def _operations(
    schema: Schema, digests: SchemaDigests, last: LoweringRecord | None
) -> OperationsRecord:
    """Derive facts from all operations; those of the last record are reused where possible."""
    known = last.operations if last and digests.same_operations else None
    urls = known.urls if known else url_facts(schema)
    url_key = digest_of(key_of_url_facts(schema, urls.spellings))
    if known and known.url_key != url_key:
        urls = url_facts(schema)
    places = [(one.api_page, one.owner, one.is_listed) for one in schema.operations]
    return OperationsRecord(
        digests=digests.operations,
        url_key=url_key,
        urls=urls,
        places=known.places if known else digest_of(places),
    )


def _named(
    schema: Schema, target: Target, last: NamesRecord | None
) -> tuple[NamesRecord, Layout, TypeFacts]:
    """Name modules, classes and fields; names of the last record are reused where possible."""
    kinds = [(one.name, isinstance(one, EnumType)) for one in schema.types]
    key = digest_of(target, kinds)
    layout = layout_of(
        schema,
        target.package,
        root_namespace(target.entity_base),
        FLAVOURS_BY_NAME[target.flavour],
        last.locations if last and last.key == key else None,
        target.base_url,
        has_client=target.client,
    )
    known = last.fields if last else NO_NAMES
    facts = type_facts(schema, known)
    record = NamesRecord(
        key=key,
        locations=tuple(layout.locations.values()),
        fields=known_names(facts.field_names, known),
    )
    return record, layout, facts


def _digest(name: QualifiedName, digest: bytes, facts: TypeFacts) -> bytes:
    """Return a digest of everything that is known about a type; `digest` is that of the type.

    Model keys may be those of an ancestor that a type which looked them up did not know of.
    """
    names = facts.field_names.get(name)
    return digest_of(digest, names, name in facts.with_model_keys)


def _signatures(
    type_: Type, context: LoweringContext, operations: Mapping[str, bytes]
) -> bytes:
    """Return a digest of what the operations of a type depend on besides the type.

    `operations` are the digests of operations, by page.
    """
    if not isinstance(type_, StructuredType):
        return b""
    facts = signature_facts(type_, context.signatures)
    own = [operations[one.api_page] for one in facts.operations]
    unlisted = [operations[one.api_page] for one in facts.unlisted]
    return digest_of(replace(facts, operations=(), unlisted=()), own, unlisted)


def _base(type_: Type) -> str:
    return type_.base_type or "" if isinstance(type_, StructuredType) else ""


def _looks_up(
    record: TypeRecord, properties: Mapping[QualifiedName, AbstractSet[str]]
) -> bool:
    """Return whether a type looked up one of these properties of types."""
    if _is_disjoint(record.property_owners, properties.keys()):
        return False
    names = frozenset(record.property_names.split("\n"))
    return any(
        not names.isdisjoint(properties.get(QualifiedName(owner), ()))
        for owner in record.property_owners.split("\n")
    )


def _is_disjoint(lines: str, names: AbstractSet[str]) -> bool:
    """Return whether none of the names is one of the lines."""
    if len(names) > _FEW:
        return names.isdisjoint(lines.split("\n"))
    return not any(one in lines and one in lines.split("\n") for one in names)
