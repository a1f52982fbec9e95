"""The service that the examples of a page set call: the host and version that most of them have."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from docgen.schema.url_matching import address

_MIN_SHARE = 2 / 3


class Service(Struct, frozen=True, array_like=True, kw_only=True):
    """A host and a version, which are empty if the examples do not agree, and the path between."""

    host: str
    version: str
    base: str = ""


def most_called_service(urls: Iterable[str], base: str) -> Service:
    """Return the host that most absolute URLs have, and the version that most of these have.

    `base` is the path before the version.
    """
    found = [address(url, base) for url in urls]
    host = _most([one.host for one in found if one.host])
    versions = [one.version for one in found if one.host == host]
    version = _most(versions) if host else ""
    return Service(host=host, version=version, base=base)


def _most(values: Sequence[str]) -> str:
    """Return the value that two thirds of all have, or an empty string."""
    counts = Counter(values)
    first = min(counts, key=lambda one: (-counts[one], one), default="")
    return first if counts[first] >= _MIN_SHARE * len(values) else ""
