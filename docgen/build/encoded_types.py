"""Types that are encoded once, for a record of the cache and for their digests."""

from collections.abc import Iterable

from msgspec import Raw, msgpack

from docgen.digests import blake2b
from docgen.schema.model import Type

_encode = msgpack.Encoder().encode
_ARRAY_OF_ONE = b"\x91"
"""How MessagePack begins a list with one item, which is what `digest_of` encodes."""


def encode_types(types: Iterable[Type], digests: dict[str, bytes]) -> tuple[Raw, ...]:
    """Encode types; add what `digest_of` returns for each of them to `digests`, by name."""
    encoded: list[Raw] = []
    for one in types:
        content = _encode(one)
        state = blake2b(_ARRAY_OF_ONE, digest_size=16)
        state.update(content)
        digests[one.name] = state.digest()
        encoded.append(Raw(content))
    return tuple(encoded)
