r"""Match the URL of an example against the URLs of the request lines of its page.

A template matches if its segments match one by one, words regardless of case. These differences
are allowed, because examples have them and the service accepts them:

    me             for `users/{id}`, and the other way round
    root           for `items/{id}`
    key            in parentheses: `messages('AAMk')` for `messages/{id}`
    arguments      where the template has no parentheses, or none where it has some
    end            `/$count` or a type (`/microsoft.graph.user`) after the end of a template
    values         written in a template instead of a placeholder
    case           of segments, and their percent-encoding
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from docgen.regex import Regex
from docgen.schema.url_paths import (
    MAX_URL,
    PLACEHOLDER,
    PathSegment,
    path_segments,
    split_query,
    unquoted,
)

_ABSOLUTE = Regex(r"https?://(?P<host>[^/\s?#]*)(?P<path>.*)", re.IGNORECASE)
_VERSION = Regex(
    r"/?(?P<version>v\d{1,3}(?:\.\d{1,3})?|beta)(?=[/?#]|$)(?P<path>.*)",
    re.IGNORECASE,
)
_VERSION_AT_END = Regex(r"/(?:v\d{1,3}(?:\.\d{1,3})?|beta)$", re.IGNORECASE)
_QUALIFIED = Regex(r"[a-z]\w*(?:\.[a-z]\w*)+")
_MAX_SEGMENTS = 40
WITHOUT_KEY = frozenset({("users", "me"), ("items", "root")})
"""Words of a template before a key, and the word that replaces both."""


class Address(Struct, frozen=True, kw_only=True):
    """An absolute or relative URL: host and version are empty if it has none."""

    host: str
    version: str
    path: str
    query: str


class Match(Struct, frozen=True, kw_only=True):
    """How a URL matches a template: the names of its arguments, and what follows the template.

    `has_parentheses` tells whether the last segment of the URL is a call.
    """

    arguments: tuple[str, ...]
    rest: tuple[str, ...]
    has_parentheses: bool


class _Segment(Struct, frozen=True, kw_only=True):
    """A segment in lower case, its word without a namespace, and the names of its arguments.

    A value that `spans` may have slashes, as in `root:/{path}:`. With `has_key` there is a value
    without a name in its parentheses.
    """

    text: str
    word: str
    is_qualified: bool
    is_value: bool
    spans: bool
    is_call: bool
    arguments: tuple[str, ...]
    has_key: bool


def base_path(base_url: str) -> str:
    """Return what is between host and version in the URL of a service: `/shop`, or nothing."""
    found = _ABSOLUTE.fullmatch(base_url)
    return _VERSION_AT_END.sub("", found["path"].rstrip("/")) if found else ""


@lru_cache(maxsize=16_384)
def address(url: str, base: str = "") -> Address:
    """Split the URL of an example; `base` is the base path of its service."""
    path, _, query = split_query(url[:MAX_URL].strip())
    absolute = _ABSOLUTE.fullmatch(path)
    host = absolute["host"].lower() if absolute else ""
    path = absolute["path"] if absolute else path
    if base and f"{path}/".lower().startswith(f"{base}/".lower()):
        path = path[len(base) :]
    found = _VERSION.fullmatch(path)
    return Address(
        host=host,
        version=found["version"] if found else "",
        path=found["path"] if found else path,
        query=query,
    )


def match(path: str, written: str) -> Match | None:
    """Return how the path of a URL matches the URL of a request line, or `None`."""
    return _Matcher(_segments(address(written).path), _segments(path)).run()


@lru_cache(maxsize=16_384)
def _segments(path: str) -> tuple[_Segment, ...]:
    found: list[_Segment] = []
    is_path = False
    for one in path_segments(path)[:_MAX_SEGMENTS]:
        found.append(_segment(one, is_path=is_path))
        is_path = one.text.endswith(":") and not (is_path and found[-1].is_value)
    return tuple(found)


def _segment(written: PathSegment, *, is_path: bool) -> _Segment:
    has_placeholder = PLACEHOLDER.search(written.text) is not None
    is_value = written.is_value or (is_path and has_placeholder)
    word = written.word if written.is_call else written.text
    name = unquoted(word).strip().strip(":").lower()
    is_qualified = _QUALIFIED.fullmatch(name) is not None
    return _Segment(
        text=name,
        word=name.rpartition(".")[2] if is_qualified else name,
        is_qualified=is_qualified,
        is_value=is_value,
        spans=is_path and is_value,
        is_call=written.is_call,
        arguments=tuple(one.name for one in written.arguments if one.name),
        has_key=written.is_call and bool(written.placeholders),
    )


class _Matcher:
    """Compares two lists of segments, with backtracking over values that have slashes."""

    def __init__(self, wanted: Sequence[_Segment], given: Sequence[_Segment]) -> None:
        self._wanted, self._given = wanted, given
        self._failed: set[tuple[int, int]] = set()

    def run(self) -> Match | None:
        if not self._wanted or not self._given:
            return None
        end = self._from(0, 0)
        if end is None:
            return None
        rest = self._given[end:]
        arguments = {name: None for one in self._given for name in one.arguments}
        return Match(
            arguments=tuple(arguments),
            rest=tuple(one.word for one in rest),
            has_parentheses=self._given[end - 1].is_call,
        )

    def _from(self, wanted: int, given: int) -> int | None:
        """Return where the template ends in the URL; both are compared from their indexes on."""
        if (wanted, given) in self._failed:
            return None
        if wanted == len(self._wanted):
            return given if self._is_rest(given) else None
        for used, consumed in self._steps(wanted, given):
            if given + consumed <= len(self._given):
                end = self._from(wanted + used, given + consumed)
                if end is not None:
                    return end
        self._failed.add((wanted, given))
        return None

    def _is_rest(self, given: int) -> bool:
        """Return whether the segments from an index on may follow the end of a template."""
        rest = self._given[given:]
        return all(
            one.word == "$count" or (one.is_qualified and not one.is_call)
            for one in rest
        )

    def _steps(self, wanted: int, given: int) -> list[tuple[int, int]]:
        """Return the numbers of segments of template and URL that match here."""
        steps: list[tuple[int, int]] = []
        one = self._wanted[wanted]
        other = self._given[given] if given < len(self._given) else None
        if other is None:
            return steps
        if one.is_value:
            steps.append((1, 1))
            if one.spans:
                left = len(self._given) - given
                steps += ((1, count) for count in range(2, left + 1))
            return steps
        following = self._wanted[wanted + 1] if wanted + 1 < len(self._wanted) else None
        is_same = one.word == other.word
        if is_same and other.has_key and following and following.is_value:
            steps.append((2, 1))
        if is_same and one.has_key and not other.is_call:
            steps.append((1, 2))
        if is_same:
            steps.append((1, 1))
        is_alone = (one.word, other.word) in WITHOUT_KEY
        if is_alone and following and following.is_value:
            steps.append((2, 1))
        if one.word == "me" and other.word == "users":
            steps.append((1, 2))
        if one.word == "me" and other.word == "users" and other.has_key:
            steps.append((1, 1))
        if other.is_value and not one.is_call and _is_literal(one):
            steps.append((1, 1))
        return steps


def _is_literal(one: _Segment) -> bool:
    """Return whether a word of a template may be a value: `contoso.sharepoint.com`."""
    return "." in one.text or "," in one.text
