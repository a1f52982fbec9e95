"""All stages from pages to what is to be in the output folder, with the cache around them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from docgen.cache.store import key
from docgen.config import Target
from docgen.diagnostics import Checked, Code, Diagnostic, heeded, in_order
from docgen.output.values import Entry
from docgen.pages.read import page_file
from docgen.pipeline import lines_of, schema_from, views_of
from docgen.python.views import FileView
from docgen.rebuild.blobs import Blobs
from docgen.rebuild.declared import declared
from docgen.rebuild.identity import Identity
from docgen.rebuild.memory import Made
from docgen.rebuild.now import Now, opened
from docgen.rebuild.result import Progress
from docgen.rebuild.texts import entries_of, text_key, text_of, written
from docgen.rebuild.told import Told
from docgen.source import START


class Job(Struct, frozen=True, kw_only=True):
    """One target, its pages as they are now, and what is at hand to make it."""

    target: Target
    now: Now
    identity: Identity
    blobs: Blobs
    progress: Progress


def made_key(job: Job) -> bytes:
    """Give the key of all that the pages of a target give."""
    target, identity = job.target, job.identity
    about = (target.package, target.flavour, target.entity_base)
    pages = (part for one in job.now.pages for part in (one.path, one.seen.digest))
    troubles = (repr(one) for one in job.now.diagnostics)
    texts = (text.encode() for text in (*about, *pages, *troubles))
    return key(b"made", identity.code, identity.templates, *texts)


def made(job: Job, last: Made | None) -> Made:
    """Go the whole way from pages to the entries of the manifest."""
    job, views = _views(job)
    files = views.value
    keys = {one.path: text_key(one, job.target, job.identity) for one in files}
    known = _known(last) if last else {}
    entries = entries_of(files, job.target, keys, known, job.blobs, job.progress)
    told = in_order(heeded(views.diagnostics, views.suppressions, tells_unused=True))
    return Made(
        key=made_key(job),
        entries=tuple(entries),
        texts=keys,
        told=tuple(_with_lines(told, job.now)),
        unreadable=tuple(_unreadable(views.diagnostics)),
    )


def _views(job: Job) -> tuple[Job, Checked[tuple[FileView, ...]]]:
    """Give the views of all files, and the pages as they were when they were read."""
    target, now = job.target, job.now
    pages = [*declared(now, job.identity, job.blobs, job.progress)]
    read = replace(job, now=replace(now, pages=tuple(page for page, _ in pages)))
    declarations = (one for _, one in pages)
    schema = schema_from(declarations, target.entity_base, is_whole=True)
    views = views_of(schema.value, target)
    told = (*now.diagnostics, *schema.diagnostics, *views.diagnostics)
    return read, Checked(views.value.files, told, schema.suppressions)


def _known(last: Made) -> dict[bytes, Entry]:
    pairs = ((last.texts.get(entry.path), entry) for entry in last.entries)
    return {text: entry for text, entry in pairs if text}


def _with_lines(told: Iterable[Diagnostic], now: Now) -> Iterator[Told]:
    """Give what is told, each with the line of its page that it points at."""
    pages = {page.path: page for page in now.pages}
    lines: dict[str, list[str]] = {}
    for one in told:
        page = pages.get(one.path)
        if page is None or one.span == START:
            yield Told(one)
            continue
        if one.path not in lines:
            content = opened(page).content or b""
            file = page_file(now.sight.page_set, page.path, content)
            lines[one.path] = lines_of(file)
        shown = lines[one.path][one.span.line - 1 : one.span.line]
        yield Told(one, shown[0] if shown else None)


def _unreadable(told: Iterable[Diagnostic]) -> Iterator[str]:
    code = Code.UNREADABLE_PAGE.value.name
    return (one.path for one in told if one.code == code)


class Texts:
    """The texts of what was made: from the store, or where one is missing there made again."""

    def __init__(self, job: Job, made: Made) -> None:
        self._job, self._made = job, made

    def __call__(self, path: str) -> str:
        """Give the text of a file."""
        blobs, known = self._job.blobs, self._made.texts[path]
        return text_of(known, path, blobs) or self._again(path)

    def _again(self, path: str) -> str:
        view = self._views[path]
        own = text_key(view, self._job.target, self._job.identity)
        return written(view, self._job.target, own, self._job.blobs).text

    @cached_property
    def _views(self) -> Mapping[str, FileView]:
        return {view.path: view for view in _views(self._job)[1].value}
