"""Examples that answer requests with other values: of IDs, options and bodies.

An example answers the requests of its operation: those whose path is its own, or one of
the URLs on its page with values in place of placeholders.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from graph import _wire
from graph._examples import NAMESPACE, Address, Example, address_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PLACEHOLDER = re.compile(r"\{[^{}]*\}|<[^<>]*>")
SEPARATOR = "\n"

Path = tuple[str, ...]


class UrlPattern(NamedTuple):
    """A URL of an operation; `words` is the number of its segments without a value."""

    expression: re.Pattern[str]
    words: int


def of_operation(
    method: str,
    address: Address,
    content: bytes,
    examples: Iterable[tuple[Example, Address]],
) -> Example | None:
    """Return the example that answers a request with other values, None without one.

    Of the examples of an operation, a response without an error is preferred, then the
    one with the most similar request.
    """
    found: tuple[tuple[int, ...], Example] | None = None
    for example, own in examples:
        if example.method != method:
            continue
        words = matched_words(address, example, own)
        if words < 0:
            continue
        likeness = (
            words,
            int(bool(example.urls)),
            int(example.status < 400),
            int(own.loose == address.loose),
            len(names(own) & names(address)) - len(names(own) ^ names(address)),
            len(own.query & address.query),
            equal_parts(content, example),
        )
        if found is None or likeness > found[0]:
            found = likeness, example
    return found[1] if found else None


def matched_words(address: Address, example: Example, own: Address) -> int:
    """Return how many words of a path an example has; -1 for another operation."""
    path = SEPARATOR.join(normal(address.path))
    patterns = [one for url in example.urls for one in patterns_of(url)]
    matched = [one.words for one in patterns if one.expression.fullmatch(path)]
    if matched:
        return max(matched)
    return len(own.path) if normal(own.path) == normal(address.path) else -1


def patterns_of(url: str) -> tuple[UrlPattern, ...]:
    """Return the patterns of a URL, with those for `me` in place of a user's ID."""
    if url not in PATTERNS:
        path = normal(address_of(url).path)
        paths = (path, *equal_paths(path))
        PATTERNS[url] = tuple(pattern_of(one) for one in paths)
    return PATTERNS[url]


PATTERNS: dict[str, tuple[UrlPattern, ...]] = {}


def equal_paths(path: Path) -> Iterator[Path]:
    if path[:1] == ("me",):
        yield ("users", "{id}", *path[1:])
    if path[:1] == ("users",) and PLACEHOLDER.fullmatch("".join(path[1:2])):
        yield ("me", *path[2:])


def pattern_of(path: Path) -> UrlPattern:
    """Return the pattern of a path; a value after `:/` may be a path itself."""
    text = SEPARATOR.join(path)
    words = sum(PLACEHOLDER.search(one) is None for one in path)
    expression, start = "", 0
    for found in PLACEHOLDER.finditer(text):
        before = text[start : found.start()]
        value = r".+" if before.endswith(f":{SEPARATOR}") else rf"[^{SEPARATOR}]+"
        expression += re.escape(before) + value
        start = found.end()
    expression += re.escape(text[start:])
    return UrlPattern(re.compile(expression, re.DOTALL), words)


def normal(path: Path) -> Path:
    """Return a path in lower case, without namespaces."""
    return tuple(NAMESPACE.sub("", one.lower()) for one in path)


def names(address: Address) -> set[str]:
    """Return the names of the options of a URL."""
    return {name for name, _ in address.query}


def equal_parts(content: bytes, example: Example) -> int:
    """Return how alike two bodies are: in their kind, then in names of members."""
    body = example.request.body
    if not content or body is None:
        return 100 * (not content and body is None)
    try:
        sent: Any = _wire.decoded(content)
    except ValueError:
        return 100 * (not example.request.is_json)
    if not example.request.is_json:
        return 0
    if not isinstance(sent, dict) or not isinstance(body, dict):
        return 100 * (type(sent) is type(body))
    return 100 + len(sent.keys() & body.keys()) - len(sent.keys() ^ body.keys())
