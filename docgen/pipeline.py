"""The pipeline: every stage in order.

    read ─▶ parse ─▶ extract ─▶ resolve ─▶ lower ─▶ emit ─▶ plan ─▶ apply
    bytes   Page     Declarations Schema   views    files   Plan    generated/

`build` goes from pages to files, `write` from files to the output folder; every command uses these
two. Each stage takes the frozen value of the stage before it and returns a new one with its
diagnostics. Only `read` and `write` touch the disk. A stage is imported when it is reached, or
while workers parse pages, so a command pays only for what it needs.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from enum import IntEnum
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from docgen.build.lowered import NOTHING_LOWERED, UNKNOWN_KEYS, Lowered, SchemaKeys
from docgen.build.memo import Each, EachKeys, Memo
from docgen.build.workers import WorkerDied
from docgen.config import NO_CONFIG, Config, Target
from docgen.config.reported import reported
from docgen.diagnostics import (
    CODES_OF_EXAMPLES,
    HOUSE_CODES,
    Code,
    Diagnostic,
    Result,
    diagnostic,
)
from docgen.extract.declarations import (
    NOTHING_ENCODED,
    Declarations,
    Encoded,
)
from docgen.pages.find import Problem
from docgen.pages.last_read import NOTHING_READ, LastRead, last_read, search_of
from docgen.pages.page_set import PageFile, PageSet
from docgen.pages.read import open_page, read, unreadable_page
from docgen.pages.tree import DISK, Tree
from docgen.source import START

if TYPE_CHECKING:
    from docgen.build.output_state import LastStates
    from docgen.edits.decision import MergeResult
    from docgen.output.plan import WriteScope, Written
    from docgen.pages.history import GitHistory
    from docgen.resolve.broken_links import EachPageOfLinks
    from docgen.schema.model import Schema


PAGES = "pages"
"""The record of the pages that were read."""
CHECKS = CODES_OF_EXAMPLES | HOUSE_CODES
"""The codes of the checks that only `lint` runs; other stages report some of them, too."""


class Stage(IntEnum):
    """The last stage that a build runs."""

    SCHEMA = 1
    NAMES = 2
    """Types are lowered and examples checked for their diagnostics; no file is emitted."""
    VIEWS = 3
    FILES = 4


_MODULES = {
    Stage.SCHEMA: ("docgen.resolve",),
    Stage.NAMES: ("docgen.build.lowering",),
    Stage.FILES: ("docgen.output.planning",),
}
"""The modules that most builds need if they reach a stage."""
_DECLARING = ("docgen.markdown.parse", "docgen.extract.stage")
"""The modules that parse a page and extract what it declares."""
_EMITTING = ("docgen.pycode", "docgen.render.templates")
"""The modules that emit files, in this process or in a worker."""


class BuildScope(Struct, frozen=True, kw_only=True):
    """The part of a target that is built; the fields are those arguments of `build`."""

    only: frozenset[str] | None
    subset: frozenset[str] | None
    is_whole: bool
    through: Stage

    @property
    def is_kept(self) -> bool:
        """Whether later builds reuse the lowered types."""
        return self.only is None and self.subset is None

    @property
    def is_complete(self) -> bool:
        """Whether everything that suppressions may be about is processed."""
        return self.is_whole and self.is_kept and self.through is not Stage.SCHEMA

    @property
    def has_examples(self) -> bool:
        """Whether operations have their examples; other stages decode those that they need."""
        return self.through in {Stage.SCHEMA, Stage.VIEWS}


class Declared(Struct, frozen=True, kw_only=True):
    """What all pages declare, sorted by path.

    `unreadable` are the pages and folders that could not be used. `restored` are the digests of the
    pages that are used as they were when the output was last written.
    """

    declarations: Sequence[Declarations]
    unreadable: tuple[str, ...]
    restored: Mapping[str, str]


class Resolved(Struct, frozen=True, kw_only=True):
    """The schema of all pages, or the part that a subset needs.

    `keys` are unknown for a part of the schema. `type_digests` are those of all types, empty if
    the types were not resolved in this run.
    """

    schema: "Schema"
    keys: SchemaKeys
    type_digests: Mapping[str, bytes] = {}


class Build(Struct, frozen=True, kw_only=True):
    """The results of a build, up to its last stage.

    Diagnostics are those to report, sorted, with paths in the page set. `unreadable` are the pages
    and folders that could not be used. `restored` are the digests of the pages that were used as
    they were in the last run.
    """

    pages: PageSet
    schema: "Schema"
    lowered: Lowered
    diagnostics: tuple[Diagnostic, ...]
    unreadable: tuple[str, ...]
    restored: Mapping[str, str]

    @property
    def digests(self) -> dict[str, str]:
        """The digests of the pages that were used, by path."""
        unreadable = {*self.unreadable}
        read = (one for one in self.pages.pages if one.path not in unreadable)
        return {one.path: one.digest for one in read} | dict(self.restored)


def build(
    target: Target,
    tree: Tree = DISK,
    memo: Memo | None = None,
    *,
    only: frozenset[str] | None = None,
    subset: frozenset[str] | None = None,
    through: Stage = Stage.FILES,
    is_whole: bool = True,
    restores: bool = False,
    config: Config = NO_CONFIG,
) -> Build:
    """Build a target from its pages, up to a stage.

    `only` restricts the types that are lowered to those declared on these pages; `subset` restricts
    the schema to these and all types that they need. `is_whole` means that the pages are a
    complete page set, so that a link to a page outside of it is broken. If it `restores`, a page
    that can't be read is used as it was when the output was last written. `config` says which
    diagnostics are ignored, and their severities.
    """
    memo = memo or Memo()
    build_scope = BuildScope(
        only=only, subset=subset, is_whole=is_whole, through=through
    )
    pages = read_pages(target, tree, memo)
    declared = declare_pages(
        pages, target, tree, memo, restores=restores, through=through
    )
    resolved = resolve_pages(declared.value, target, memo, build_scope)
    enabled = enabled_checks(build_scope, config)
    checked = check_pages(
        pages.value, declared.value, resolved.value, target, tree, memo, enabled
    )
    lowered = lower_types(declared.value, resolved.value, target, memo, build_scope)
    found = (
        *(*pages.diagnostics, *declared.diagnostics, *resolved.diagnostics),
        *(*checked, *lowered.diagnostics),
    )
    remember_pages(pages, target, tree, memo)
    memo.store.save()
    return Build(
        pages=pages.value,
        schema=resolved.value.schema,
        lowered=lowered.value,
        diagnostics=reported(
            _about_used_pages(found, declared.value.restored),
            config,
            pages.value.shown,
            declared.suppressions,
            report_unused=build_scope.is_complete,
            unchecked=CHECKS - enabled,
        ),
        unreadable=declared.value.unreadable,
        restored=declared.value.restored,
    )


def write(
    build: Build,
    output: str,
    scope: "WriteScope",
    tree: Tree = DISK,
    memo: Memo | None = None,
    *,
    check: bool,
    last: "LastStates | None" = None,
) -> "Written":
    """Plan what the files of a build change in an output folder; apply it unless `check`.

    `last` are the recorded states of the files, if they were already asked for.
    """
    from docgen.build.last_pages import remember_digests
    from docgen.build.output_state import last_states, output_state, remember_output
    from docgen.output.apply import apply
    from docgen.output.lock import locked
    from docgen.output.plan import Applied, Written
    from docgen.output.planning import plan

    memo = memo or Memo()
    records = [one.record for one in build.lowered.files]
    with nullcontext() if check else locked(output):
        last = last or last_states(output, memo.store)
        state = output_state(output, records, tree, last)
        planned = plan(
            records,
            build.lowered.content,
            output,
            replace(
                scope, unreadable=build.unreadable, restored=frozenset(build.restored)
            ),
            digests=state.digests,
            overlay=tree.overrides,
            merge=partial(merge_edits, memo),
            history=_git_history,
        )
        applied = Applied() if check else apply(planned, output)
    remember_output(output, state, planned, records, build.pages.started, memo.store)
    if scope.is_complete and not check:
        remember_digests(output, build.digests, memo.store)
    memo.store.save()
    return Written(plan=planned, applied=applied, output=output, is_check=check)


def _git_history() -> "GitHistory":
    from docgen.pages.history import GitHistory

    return GitHistory()


def read_pages(target: Target, tree: Tree, memo: Memo) -> Result[PageSet]:
    """Find the pages of a target; those whose status is known are not opened."""
    return read(
        target.source,
        tree,
        exclude=target.exclude,
        config_file=target.config_file,
        last=memo.store.record(PAGES, LastRead) or NOTHING_READ,
    )


def remember_pages(
    pages: Result[PageSet], target: Target, tree: Tree, memo: Memo
) -> None:
    """Record the pages, so that a later run recognises those that are the same."""
    search = search_of(target.source, target.exclude, target.config_file)
    memo.store.write_record(PAGES, last_read(pages, search, tree))


def declare_pages(
    pages: Result[PageSet],
    target: Target,
    tree: Tree,
    memo: Memo,
    *,
    restores: bool,
    through: Stage,
) -> Result[Declared]:
    """Parse pages and extract what each declares.

    If it `restores`, pages that can't be used are replaced by what they declared when the output
    was last written. While workers parse pages, this process prepares the stages up to `through`.
    """
    declared = _declared_by_each(
        pages.value.pages, tree, memo, partial(_prepare_stages, target, memo, through)
    )
    diagnostics = tuple(found for one in declared for found in one.diagnostics)
    unreadable = tuple(
        one.path for one in (*pages.diagnostics, *diagnostics) if is_unreadable(one)
    )
    restored = restore_pages(unreadable, pages.value, target, memo) if restores else {}
    value = Declared(
        declarations=_all_declarations(declared, restored),
        unreadable=unreadable,
        restored={path: page.digest for path, (page, _) in restored.items()},
    )
    suppressions = tuple(found for one in declared for found in one.suppressions)
    return Result(value, diagnostics, suppressions)


def _prepare_stages(target: Target, memo: Memo, last: Stage) -> None:
    """Do what later stages would do first, while this process waits for workers."""
    for stage, modules in _MODULES.items():
        if stage <= last:
            for name in modules:
                import_module(name)
    if last is Stage.FILES:
        from docgen.build.emit import emit_encoded

        for name in () if memo.standby.has(emit_encoded.__name__) else _EMITTING:
            import_module(name)
    from docgen.resolve.api.stage import api_operation

    memo.read_early(api_operation)
    if last in {Stage.NAMES, Stage.FILES}:
        from docgen.build.lowering import prepare_lowering

        prepare_lowering(target, memo)


def _declared_by_each(
    pages: Sequence[PageFile],
    tree: Tree,
    memo: Memo,
    meanwhile: Callable[[], None],
) -> list[Result[Declarations]]:
    results = memo.map(
        declare,
        pages,
        result=Result[Declarations],
        stage="reading pages",
        prepare=partial(open_page, tree=tree),
        is_final=lambda one: not any(map(is_unreadable, one.diagnostics)),
        meanwhile=meanwhile,
    )
    return [
        _lost_page(page, one) if isinstance(one, WorkerDied) else one
        for page, one in zip(pages, results, strict=True)
    ]


def prepare_declare() -> None:
    """Import what `declare` needs, before there is a page."""
    for name in _DECLARING:
        import_module(name)


def declare(page: PageFile) -> Result[Declarations]:
    """Parse a page and extract what it declares; a bug in docgen costs this page only."""
    from docgen.extract.stage import extract
    from docgen.markdown.parse import parse

    if page.problem:
        return _removed_page(page)
    try:
        parsed = parse(page.path, page.content or b"")
        extracted = extract(parsed.value)
    except Exception as error:
        if os.environ.get("DOCGEN_TRACEBACK"):
            raise
        return _failed_page(page, error)
    diagnostics = (*parsed.diagnostics, *extracted.diagnostics)
    return Result(extracted.value, diagnostics, parsed.suppressions)


def _removed_page(page: PageFile) -> Result[Declarations]:
    problem = Problem(page.location, page.problem)
    found = unreadable_page(page.path, problem)
    return Result(_no_declarations(page), (found,))


def _failed_page(page: PageFile, error: Exception) -> Result[Declarations]:
    bug = type(error).__name__
    message = f"the page could not be read because of a bug in docgen: `{bug}`"
    advice = "report it, with the page; DOCGEN_TRACEBACK=1 shows where it happened"
    return _without_declarations(page, message, advice)


def _lost_page(page: PageFile, died: WorkerDied) -> Result[Declarations]:
    message = f"the page could not be read: the process that read it {died.how}"
    return _without_declarations(
        page, message, "run docgen again, with `-j 1` if memory is short"
    )


def _without_declarations(
    page: PageFile, message: str, help: str
) -> Result[Declarations]:
    found = diagnostic(Code.UNREADABLE_PAGE, message, page.path, START, help)
    return Result(_no_declarations(page), (found,))


def _no_declarations(page: PageFile) -> Declarations:
    return Declarations(path=page.path, encoded_types=NOTHING_ENCODED)


def is_unreadable(one: Diagnostic) -> bool:
    """Return whether a diagnostic says that its page can't be used."""
    return one.code == Code.UNREADABLE_PAGE.id


def restore_pages(
    unreadable: Sequence[str], pages: PageSet, target: Target, memo: Memo
) -> dict[str, tuple[PageFile, Declarations]]:
    """Return what pages that can't be read declared when the output was last written.

    Pages whose declarations are not stored any more are missing.
    """
    if not unreadable:
        return {}
    from msgspec.msgpack import Decoder

    from docgen.build.last_pages import last_digests, last_versions

    digests = last_digests(target.output, memo.store)
    lost = {*unreadable}
    read = [one for one in pages.pages if one.path not in lost]
    decoder = Decoder(Result[Declarations])
    found = {
        page.path: (page, memo.stored(declare, memo.key(declare, page), decoder))
        for page in last_versions(digests, unreadable, read)
    }
    return {path: (page, one.value) for path, (page, one) in found.items() if one}


def _all_declarations(
    declared: Iterable[Result[Declarations]],
    restored: Mapping[str, tuple[PageFile, Declarations]],
) -> list[Declarations]:
    """Return the declarations of all pages, sorted by path."""
    declarations = [one.value for one in declared if one.value.path not in restored]
    if not restored:
        return declarations
    declarations += (one for _, one in restored.values())
    return sorted(declarations, key=lambda one: one.path)


def resolve_pages(
    declared: Declared, target: Target, memo: Memo, build_scope: BuildScope
) -> Result[Resolved]:
    """Resolve what all pages declare to one schema, or to the part that a subset needs."""
    from docgen.build.encoded_types import encode_types
    from docgen.resolve import resolve
    from docgen.resolve.stage import EncodedTypes, ResolvedTypes, resolve_types
    from docgen.resolve.structured import MergedType
    from docgen.schema.model import ApiOperation

    each = Each(memo, Result[MergedType])
    each_api_page = Each(memo, Result[ApiOperation])

    pages = sorted(declared.declarations, key=lambda page: page.path)
    types_key = memo.key(resolve_types, target.entity_base, each, *pages)
    digests: dict[str, bytes] = {}

    def stored(found: Result[ResolvedTypes]) -> Result[EncodedTypes]:
        structured = encode_types(found.value.structured, digests)
        enums = encode_types(found.value.enums, digests)
        encoded = EncodedTypes(structured=structured, enums=enums)
        return Result(encoded, found.diagnostics)

    def types_of(base: str, pages: Sequence[Declarations]) -> Result[ResolvedTypes]:
        return memo.last(
            resolve_types,
            *(base, each, *pages),
            result=Result[ResolvedTypes],
            key=types_key,
            stored=stored,
        )

    schema = resolve(
        pages,
        target.entity_base,
        is_whole=build_scope.is_whole,
        with_examples=build_scope.has_examples,
        types_of=types_of,
        each_api_page=each_api_page,
        each_page_of_links=_each_page_of_links(memo),
    )
    if build_scope.subset is None:
        keys = schema_keys(schema.value, types_key, each_api_page.keys)
        whole = Resolved(schema=schema.value, keys=keys, type_digests=digests)
        return Result(whole, schema.diagnostics)
    needed = _needed(schema.value, build_scope.subset)
    return Result(Resolved(schema=needed, keys=UNKNOWN_KEYS), schema.diagnostics)


def _each_page_of_links(memo: Memo) -> "EachPageOfLinks":
    return Each(memo, tuple[Diagnostic, ...])


def schema_keys(schema: "Schema", types: bytes, operations: EachKeys) -> SchemaKeys:
    """Return the keys of a schema: that of all types, and those of its operations in order."""
    pages = (one.api_page for one in schema.operations)
    return SchemaKeys(
        types=types,
        shared=operations.shared,
        pages=dict(zip(pages, operations.items, strict=True)),
    )


def _needed(schema: "Schema", pages: frozenset[str]) -> "Schema":
    """Return the types that these pages declare, and all types that they need."""
    from docgen.schema.type_graph import reachable

    entries = (entry for entry in schema.pages if entry.path in pages)
    names = [name for entry in entries for name in entry.types]
    return reachable(schema, names, pages)


def enabled_checks(build_scope: BuildScope, config: Config) -> frozenset[str]:
    """Return the codes of examples and house rules that a build looks for."""
    if build_scope.through is not Stage.NAMES:
        return frozenset()
    enabled = (code for code, severity in config.severities.items() if severity)
    return CODES_OF_EXAMPLES | HOUSE_CODES.intersection(enabled)


def check_pages(
    pages: PageSet,
    declared: Declared,
    resolved: Resolved,
    target: Target,
    tree: Tree,
    memo: Memo,
    enabled: frozenset[str],
) -> tuple[Diagnostic, ...]:
    """Check the examples of API pages and the house rules, if codes of them are `enabled`."""
    found: list[Diagnostic] = []
    if enabled & CODES_OF_EXAMPLES:
        found += check_all_examples(declared, resolved, target, memo)
    if enabled & HOUSE_CODES:
        found += (
            one for one in check_all_rules(pages, tree, memo) if one.code in enabled
        )
    return tuple(found)


def check_all_examples(
    declared: Declared, resolved: Resolved, target: Target, memo: Memo
) -> tuple[Diagnostic, ...]:
    """Check the examples of API pages against the schema."""
    from docgen.examples.service import Service
    from docgen.examples.stage import check_examples, service_of
    from docgen.schema.url_matching import base_path

    def find_service(base: str, *encoded_apis: Encoded) -> Service:
        return memo.last(service_of, base, *encoded_apis, result=Service)

    each = Each(memo, tuple[Diagnostic, ...])
    return check_examples(
        declared.declarations,
        resolved.schema,
        each,
        find_service,
        base=base_path(target.base_url),
    )


def check_all_rules(pages: PageSet, tree: Tree, memo: Memo) -> Iterator[Diagnostic]:
    """Check all house rules, enabled or not."""
    results = memo.map(
        check_rules,
        pages.pages,
        result=Result[tuple[str, ...]],
        stage="checking house rules",
        prepare=partial(open_page, tree=tree),
        is_final=lambda one: not one.value,
    )
    for one in results:
        if not isinstance(one, WorkerDied):
            yield from one.diagnostics


def check_rules(page: PageFile) -> Result[tuple[str, ...]]:
    """Parse a page and check all house rules.

    The value has the reason why a page could not be checked; another stage reports it.
    """
    from docgen.house_rules import check_house_rules
    from docgen.markdown.parse import parse

    if page.problem:
        return Result((page.problem,))
    try:
        parsed = parse(page.path, page.content or b"").value
        return Result((), check_house_rules(parsed))
    except Exception as error:
        if os.environ.get("DOCGEN_TRACEBACK"):
            raise
        return Result((type(error).__name__,))


def lower_types(
    declared: Declared,
    resolved: Resolved,
    target: Target,
    memo: Memo,
    build_scope: BuildScope,
) -> Result[Lowered]:
    """Lower the types of a schema, and emit their files if the build goes that far.

    The declarations of API pages have the examples of their operations.
    """
    if build_scope.through is Stage.SCHEMA:
        return Result(NOTHING_LOWERED)
    from docgen.build.lowering import (
        example_pages,
        lower_incrementally,
        lower_to_views,
    )
    from docgen.extract.declarations import declared_examples

    if build_scope.through is Stage.VIEWS:
        return lower_to_views(resolved.schema, target, build_scope.only)
    encoded = {one.path.lower(): one.encoded_api for one in declared.declarations}
    return lower_incrementally(
        resolved.schema,
        example_pages(
            {path: one.digest for path, one in encoded.items()},
            partial(declared_examples, encoded),
        ),
        target,
        memo,
        only=build_scope.only,
        emits=build_scope.through is Stage.FILES,
        is_kept=build_scope.is_kept,
        keys=resolved.keys,
        type_digests=resolved.type_digests,
    )


def _about_used_pages(
    diagnostics: Iterable[Diagnostic], restored: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Yield diagnostics; those of pages that are `restored` only if they say why."""
    return (
        one for one in diagnostics if one.path not in restored or is_unreadable(one)
    )


def merge_edits(
    memo: Memo, path: str, last: tuple[str, ...], edited: str, new: str | None
) -> "Result[MergeResult]":
    """Merge newly generated content into a file that was edited by hand."""
    from docgen.edits.decision import MergeResult
    from docgen.edits.merge import merge

    return memo.call(merge, path, last, edited, new, result=Result[MergeResult])
