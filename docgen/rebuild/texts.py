"""The text of each file: from the store where it is known there, else rendered.

A text depends on its view, its path, and the templates; what the manifest says of it on the text.
"""

from collections.abc import Mapping, Sequence

import msgspec
from msgspec import Struct

from docgen.cache.store import key
from docgen.config import Target
from docgen.output.prepare import entry_of
from docgen.output.values import Entry
from docgen.pipeline import files_of
from docgen.python.views import FileView
from docgen.rebuild.blobs import Blobs
from docgen.rebuild.identity import Identity
from docgen.rebuild.result import Progress


class Written(Struct, frozen=True, array_like=True):
    """A text, and what the manifest says of it."""

    text: str
    entry: Entry


_DECODER = msgspec.msgpack.Decoder(Written)
_ENCODER = msgspec.msgpack.Encoder()


def text_key(view: FileView, target: Target, identity: Identity) -> bytes:
    """Give the key of the text that a view gives."""
    flavour = target.flavour.encode()
    about = (identity.code, identity.templates, flavour)
    return key(b"text", *about, _ENCODER.encode(view))


def entries_of(
    views: Sequence[FileView],
    target: Target,
    keys: Mapping[str, bytes],
    known: Mapping[bytes, Entry],
    blobs: Blobs,
    progress: Progress,
) -> list[Entry]:
    """Give what the manifest says of each file; `known` are those of the last run."""
    new = [view for view in views if keys[view.path] not in known]
    blobs.fetch(keys[view.path] for view in new)
    return [
        known.get(keys[view.path])
        or written(view, target, keys[view.path], blobs).entry
        for view in progress(views, "writing Python")
    ]


def written(view: FileView, target: Target, key: bytes, blobs: Blobs) -> Written:
    """Give the text of a file."""
    found = blobs.value(key, _DECODER)
    if found and found.entry.path == view.path:
        return found
    (file,) = files_of((view,), target)
    made = Written(file.text, entry_of(file))
    blobs.put(key, made)
    return made


def text_of(key: bytes, path: str, blobs: Blobs) -> str | None:
    """Give a text that is in the store."""
    blobs.fetch([key])
    found = blobs.value(key, _DECODER)
    return found.text if found and found.entry.path == path else None
