"""All stages from pages to what is to be in the output folder, with the cache around them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from docgen.cache.store import key
from docgen.config import Target
from docgen.diagnostics import (
    Code,
    Diagnostic,
    Result,
    apply_suppressions,
    sort_diagnostics,
)
from docgen.edits.decision import FileRecord
from docgen.pages.read import page_file
from docgen.pipeline import lines_of
from docgen.python.views import FileView
from docgen.rebuild.cache import Cache
from docgen.rebuild.filed import filed
from docgen.rebuild.hands import Hands
from docgen.rebuild.identity import Identity
from docgen.rebuild.leftovers import leave
from docgen.rebuild.lowered import Lowered, Lowering, lowered
from docgen.rebuild.means import Means
from docgen.rebuild.memory import Made
from docgen.rebuild.now import Now, PageNow, opened
from docgen.rebuild.resolved import resolved_pages
from docgen.rebuild.result import Progress
from docgen.rebuild.texts import Desk, File, file, keep, text_of
from docgen.rebuild.told import Told
from docgen.schema.model import Schema
from docgen.source import START


class Job(Struct, frozen=True, kw_only=True):
    """One target, its pages as they are now, and what is at hand to make it."""

    target: Target
    now: Now
    identity: Identity
    cache: Cache
    progress: Progress
    hands: Hands


def made_key(job: Job) -> bytes:
    """Give the key of all that the pages of a target give."""
    pages = "\0".join(f"{one.path}\0{one.seen.digest}" for one in job.now.pages)
    troubles = (repr(one).encode() for one in job.now.diagnostics)
    return key(b"made", _around(job), pages.encode(), *troubles)


def _around(job: Job) -> bytes:
    target, identity = job.target, job.identity
    about = (target.package, target.flavour, target.entity_base)
    texts = (text.encode() for text in about)
    return key(b"around", identity.code, identity.templates, *texts)


def made(job: Job, last: Made | None, meanwhile: Callable[[], None]) -> Made:
    """Go the whole way from pages to the entries of the manifest.

    `meanwhile` is called when all pages are read, and the process aside has nothing to do.
    """
    job, schema = _schema(job)
    meanwhile()
    around = _around(job)
    known = last if last and last.around == around and last.is_whole else None
    before = known.lowered if known else None
    lowering = Lowering(schema.value, job.target, job.identity, before)
    done, new = filed(lowering, _desk(job, job.hands))
    leave(schema, lowering)
    found = (*job.now.diagnostics, *schema.diagnostics, *done.notes)
    told = sort_diagnostics(
        apply_suppressions(found, schema.suppressions, report_unused=True)
    )
    texts, entries = _files(done, new, known)
    unreadable = tuple(_unreadable(found))
    is_sure = len(unreadable) == len([*_unreadable(job.now.diagnostics)])
    return Made(
        key=made_key(job) if is_sure else b"",
        around=around,
        lowered=done,
        entries=entries,
        texts=texts,
        told=tuple(_with_lines(told, job.now, last.told if last else ())),
        unreadable=unreadable,
    )


def _schema(job: Job) -> tuple[Job, Result[Schema]]:
    """Give the schema, and the pages as they were when they were read."""
    means = Means(
        identity=job.identity,
        facts=job.cache.facts,
        progress=job.progress,
        hands=job.hands,
    )
    base = job.target.entity_base
    pages, schema = resolved_pages(job.now.pages, base, means, is_whole=True)
    return replace(job, now=replace(job.now, pages=pages)), schema


def _desk(job: Job, hands: Hands) -> Desk:
    return Desk(
        target=job.target,
        identity=job.identity,
        texts=job.cache.texts,
        progress=job.progress,
        hands=hands,
    )


def _files(
    done: Lowered, new: Iterable[File], last: Made | None
) -> tuple[dict[str, bytes], tuple[FileRecord, ...]]:
    """Give the keys of the texts of all files, and what the manifest says of them."""
    entries = {entry.path: entry for entry in last.entries} if last else {}
    texts = dict(last.texts) if last else {}
    for one in new:
        entries[one.entry.path], texts[one.entry.path] = one.entry, one.key
    paths = sorted(done.paths)
    return {path: texts[path] for path in paths}, tuple(entries[path] for path in paths)


def _with_lines(
    told: Iterable[Diagnostic], now: Now, last: Iterable[Told]
) -> Iterator[Told]:
    """Give what is told, each with the line of its page that it points at.

    A page that was not opened is as it was when the `last` was told.
    """
    pages = {page.path: page for page in now.pages}
    known = {_place(one.diagnostic): one.line for one in last if one.line is not None}
    lines: dict[str, list[str]] = {}
    for one in told:
        page = pages.get(one.path)
        if page is None or one.span == START:
            yield Told(one)
        elif page.content is None and _place(one) in known:
            yield Told(one, known[_place(one)])
        else:
            if one.path not in lines:
                lines[one.path] = _lines(page, now)
            shown = lines[one.path][one.span.line - 1 : one.span.line]
            yield Told(one, shown[0] if shown else None)


def _place(told: Diagnostic) -> tuple[str, int]:
    return told.path, told.span.line


def _lines(page: PageNow, now: Now) -> list[str]:
    content = opened(page).content or b""
    return lines_of(page_file(now.sight.page_set, page.path, content))


def _unreadable(told: Iterable[Diagnostic]) -> Iterator[str]:
    code = Code.UNREADABLE_PAGE.value.name
    return (one.path for one in told if one.code == code)


class Texts:
    """The texts of what was made: from the store, or where one is missing there made again.

    They are asked for one by one, so each is made in this process: another for each costs more.
    """

    def __init__(self, job: Job, made: Made) -> None:
        self._job, self._made = job, made

    def __call__(self, path: str) -> str:
        """Give the text of a file."""
        texts = self._job.cache.texts
        known = text_of(self._made.texts[path], path, texts)
        if known is None:
            desk = _desk(self._job, Hands())
            again = file(self._views[path], desk)
            keep([again], desk)
            known = text_of(again.key, path, texts)
        return known or ""

    @cached_property
    def _views(self) -> Mapping[str, FileView]:
        """The views of all files: what was lost is rarely lost alone."""
        job, schema = _schema(self._job)
        _, views = lowered(schema.value, job.target, job.identity, None)
        return {view.path: view for view in views}
