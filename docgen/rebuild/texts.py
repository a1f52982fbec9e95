"""The text of each file: from the store where it is known there, else rendered.

A text depends on its view, its path, and the templates; what the manifest says of it on the text.
"""

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec
from msgspec import Struct

from docgen.cache.store import key
from docgen.config import Target
from docgen.edits.decision import FileRecord
from docgen.output.planning import record_of
from docgen.pipeline import files_of
from docgen.python.views import FileView
from docgen.rebuild.blobs import Blobs
from docgen.rebuild.hands import Hands
from docgen.rebuild.identity import Identity
from docgen.rebuild.result import Progress
from docgen.workers.crew import Died
from docgen.workers.share import shared_out


class Desk(Struct, frozen=True, kw_only=True):
    """What is needed to write files; `texts` are those that are known."""

    target: Target
    identity: Identity
    texts: Blobs
    progress: Progress
    hands: Hands


class Written(Struct, frozen=True, array_like=True):
    """A text, and what the manifest says of it."""

    text: str
    entry: FileRecord


class File(Struct, frozen=True, array_like=True):
    """The key of a file's text, what the manifest says of it, and where it is new both, encoded."""

    key: bytes
    entry: FileRecord
    new: bytes = b""


_DECODER = msgspec.msgpack.Decoder(Written)
_encoded = msgspec.msgpack.Encoder().encode


def text_key(view: FileView, target: Target, identity: Identity) -> bytes:
    """Give the key of the text that a view gives."""
    flavour = target.flavour.encode()
    about = (identity.code, identity.templates, flavour)
    return key(b"text", *about, _encoded(view))


def file(view: FileView, desk: Desk) -> File:
    """Give the file of a view, written here where it is not known."""
    own = text_key(view, desk.target, desk.identity)
    known = _known(own, view.path, desk.texts)
    return File(own, known) if known else _new(own, _written(view, desk.target))


def files(views: Sequence[FileView], desk: Desk) -> Iterator[File]:
    """Give the files of views; what is not known is written by the process aside, if there is one.

    Raises `ChildProcessError` where that died over one of them.
    """
    keys = [text_key(view, desk.target, desk.identity) for view in views]
    known = [
        _known(own, view.path, desk.texts)
        for own, view in zip(keys, views, strict=True)
    ]
    new = [view for view, entry in zip(views, known, strict=True) if entry is None]
    work = partial(_written, target=desk.target)
    with shared_out(new, work, _DECODER, 0, desk.hands.aside) as found:
        shown = desk.progress(views, "writing Python")
        for view, own, entry in zip(shown, keys, known, strict=True):
            yield File(own, entry) if entry else _come(own, next(found), view)


def _come(key: bytes, found: Written | Died, view: FileView) -> File:
    if isinstance(found, Died):
        raise died(f"`{view.path}`", view.pages, found)
    return _new(key, found)


def died(what: str, pages: Sequence[str], how: Died) -> ChildProcessError:
    """Give the error that a process died over something from some pages."""
    origin = ", ".join(pages[:1]) or "all pages"
    return ChildProcessError(f"the process that wrote {what} (from {origin}) {how.how}")


def keep(files: Sequence[File], desk: Desk) -> None:
    """Keep the texts that are new."""
    for one in files:
        if one.new:
            desk.texts.put(one.key, msgspec.Raw(one.new))


def text_of(key: bytes, path: str, blobs: Blobs) -> str | None:
    """Give a text that is known."""
    found = blobs.value(key, _DECODER)
    return found.text if found and found.entry.path == path else None


def _known(key: bytes, path: str, texts: Blobs) -> FileRecord | None:
    found = texts.value(key, _DECODER)
    return found.entry if found and found.entry.path == path else None


def _written(view: FileView, target: Target) -> Written:
    (file,) = files_of((view,), target)
    return Written(file.text, record_of(file))


def _new(key: bytes, written: Written) -> File:
    return File(key, written.entry, _encoded(written))
