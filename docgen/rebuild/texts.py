"""The text of each file: from the store where it is known there, else rendered.

A text depends on its view, its path, and the templates; what the manifest says of it on the text.
"""

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec
from msgspec import Struct

from docgen.cache.store import key
from docgen.config import Target
from docgen.output.prepare import entry_of
from docgen.output.values import Entry
from docgen.pipeline import files_of
from docgen.python.views import FileView
from docgen.rebuild.blobs import Blobs
from docgen.rebuild.hands import Hands
from docgen.rebuild.identity import Identity
from docgen.rebuild.result import Progress
from docgen.workers.crew import Died
from docgen.workers.number import number_of_workers
from docgen.workers.share import shared_out


class Written(Struct, frozen=True, array_like=True):
    """A text, and what the manifest says of it."""

    text: str
    entry: Entry


class _File(Struct, frozen=True):
    """A file to be, the key of its text, and what the manifest says of it if that is known."""

    view: FileView
    key: bytes
    entry: Entry | None


_DECODER = msgspec.msgpack.Decoder(Written)
_ENCODER = msgspec.msgpack.Encoder()


def text_key(view: FileView, target: Target, identity: Identity) -> bytes:
    """Give the key of the text that a view gives."""
    flavour = target.flavour.encode()
    about = (identity.code, identity.templates, flavour)
    return key(b"text", *about, _ENCODER.encode(view))


def written(
    views: Sequence[FileView],
    target: Target,
    identity: Identity,
    blobs: Blobs,
    progress: Progress,
    hands: Hands,
) -> Iterator[tuple[bytes, Entry]]:
    """See that the text of each file is known; give its key, and what the manifest says of it.

    Raises `ChildProcessError` where a process died over one of them.
    """
    files = [_known(view, text_key(view, target, identity), blobs) for view in views]
    new = [one.view for one in files if one.entry is None]
    number = number_of_workers(len(new), hands.asked)
    if number:  # what is imported now, no worker imports
        files_of((), target)
    work = partial(_written, target=target)
    with shared_out(new, work, _DECODER, number, hands.aside) as found:
        for one in progress(files, "writing Python"):
            yield one.key, one.entry or _kept(one, next(found), blobs)


def _known(view: FileView, key: bytes, blobs: Blobs) -> _File:
    found = blobs.value(key, _DECODER)
    is_its_own = found is not None and found.entry.path == view.path
    return _File(view, key, found.entry if found and is_its_own else None)


def _written(view: FileView, target: Target) -> Written:
    (file,) = files_of((view,), target)
    return Written(file.text, entry_of(file))


def _kept(file: _File, found: Written | Died, blobs: Blobs) -> Entry:
    if isinstance(found, Died):
        pages = ", ".join(file.view.pages[:1]) or "all pages"
        path = file.view.path
        message = f"the process that wrote `{path}` (from {pages}) {found.how}"
        raise ChildProcessError(message)
    blobs.put(file.key, found)
    return found.entry


def text_of(key: bytes, path: str, blobs: Blobs) -> str | None:
    """Give a text that is known."""
    found = blobs.value(key, _DECODER)
    return found.text if found and found.entry.path == path else None
