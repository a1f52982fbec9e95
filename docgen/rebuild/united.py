"""The cache wrapped around one pass of `resolve`: the parts of a type, united.

What comes of it depends on the pages of the parts, on all that names mean, on the bases of types,
and on the paths of all pages; on nothing else.
"""

from collections.abc import Mapping

import msgspec

from docgen.cache.store import key
from docgen.diagnostics import Result
from docgen.rebuild.blobs import Blobs
from docgen.rebuild.identity import Identity
from docgen.resolve import united_type
from docgen.resolve.naming import Naming
from docgen.resolve.parts import StructuredGroup
from docgen.schema.model import StructuredType

_DECODER = msgspec.msgpack.Decoder(Result[StructuredType])
_encoded = msgspec.msgpack.Encoder().encode


class Uniting:
    """Unites the parts of a type, or remembers what came of it; `digests` are those of pages."""

    def __init__(
        self, identity: Identity, digests: Mapping[str, str], blobs: Blobs
    ) -> None:
        self._identity, self._digests, self._blobs = identity, digests, blobs
        self._around: tuple[Naming, bytes] | None = None

    def __call__(
        self, naming: Naming, group: StructuredGroup, paths: Mapping[str, str]
    ) -> Result[StructuredType]:
        """Give the type that the parts of a group make."""
        own = key(self._key(naming, paths), _encoded(self._parts(group)))
        found = self._blobs.value(own, _DECODER)
        if found is None:
            found = united_type(naming, group, paths)
            self._blobs.put(own, found)
        return found

    def _parts(self, group: StructuredGroup) -> list[object]:
        return [
            (part.path, part.declaration.span, self._digests[part.path])
            for part in group.parts
        ]

    def _key(self, naming: Naming, paths: Mapping[str, str]) -> bytes:
        """Give the key of what is the same for all types of a page set."""
        if self._around is None or self._around[0] is not naming:
            index = naming.index
            around = (
                list(index.qualified.items()),
                list(index.short.items()),
                list(index.on_page.items()),
                list(index.in_section.items()),
                list(naming.bases.items()),
                list(paths.items()),
            )
            own = key(b"united", self._identity.code, _encoded(around))
            self._around = naming, own
        return self._around[1]
