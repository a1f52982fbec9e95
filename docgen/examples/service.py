"""The host and the version that the examples of a page set call: those that most of them have."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from docgen.schema.url_matching import address

_MIN_SHARE = 2 / 3


class Service(Struct, frozen=True, array_like=True, kw_only=True):
    """A host and a version; empty if the examples do not agree."""

    host: str
    version: str


def most_called_service(urls: Iterable[str]) -> Service:
    """Return the host that most absolute URLs have, and the version that most of these have."""
    found = [address(url) for url in urls]
    host = _most([one.host for one in found if one.host])
    versions = [one.version for one in found if one.host == host]
    return Service(host=host, version=_most(versions) if host else "")


def _most(values: Sequence[str]) -> str:
    """Return the value that two thirds of all have, or an empty string."""
    counts = Counter(values)
    first = min(counts, key=lambda one: (-counts[one], one), default="")
    return first if counts[first] >= _MIN_SHARE * len(values) else ""
