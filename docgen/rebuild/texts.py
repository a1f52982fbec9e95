"""The text of each file: from the store where it is known there, else rendered.

A text depends on its view, its path, and the templates; what the manifest says of it on the text.
"""

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


def written(
    view: FileView, target: Target, identity: Identity, blobs: Blobs
) -> tuple[bytes, Entry]:
    """See that the text of a file is known; give its key, and what the manifest says of it."""
    own = text_key(view, target, identity)
    found = blobs.value(own, _DECODER)
    if found is None or found.entry.path != view.path:
        (file,) = files_of((view,), target)
        found = Written(file.text, entry_of(file))
        blobs.put(own, found)
    return own, found.entry


def text_of(key: bytes, path: str, blobs: Blobs) -> str | None:
    """Give a text that is known."""
    found = blobs.value(key, _DECODER)
    return found.text if found and found.entry.path == path else None
