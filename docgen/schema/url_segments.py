"""The segments of a URL in one notation, whatever notation of placeholders the page uses.

/ships/{id | hull}/crew/<id>     ships  {shipId}  crew  {crewId}
/ships('{id}')/range(deck={n})   ships('{shipId}')  range, a call with the argument `deck`
/holds/root:/{item path}:/list   holds  root:  {itemPath}:  list
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from docgen.schema.url_templates import (
    PLACEHOLDER,
    Argument,
    argument_parts,
    call_parts,
    is_value,
    named_arguments,
    path_and_query,
    path_segments,
    template,
    unnamed_arguments,
)


class Segment(Struct, frozen=True, kw_only=True):
    """A segment of a path.

    `word` is empty for a placeholder. `parts` are text and names of placeholders in turns,
    beginning and ending with text; the named arguments of a call are not in them. `quoted` are the
    arguments whose values are in quotes.
    """

    parts: tuple[str, ...]
    word: str
    arguments: tuple[Argument, ...] = ()
    quoted: frozenset[str] = frozenset()
    is_call: bool = False

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The names of the placeholders."""
        return self.parts[1::2]

    @property
    def text(self) -> str:
        """The segment with its placeholders."""
        return "".join(
            f"{{{part}}}" if number % 2 else part
            for number, part in enumerate(self.parts)
        )

    @property
    def is_path(self) -> bool:
        """Return whether it is a path between colons, which leads to the same type."""
        return self.parts[0].startswith(":") or self.parts[-1].endswith(":")


@lru_cache(maxsize=16_384)
def url_segments(url: str) -> tuple[Segment, ...]:
    """Return the segments of the URL of a request line."""
    names = iter(template(url).placeholders)
    path, _ = path_and_query(url)
    return tuple(_segment(one, names) for one in path_segments(path))


def _segment(written: str, names: Iterator[str]) -> Segment:
    """Return a segment; the next of the `names` are those of its placeholders."""
    call = call_parts(written)
    if call is not None:
        return _call(call[0].strip(), call[1], names)
    found = [*PLACEHOLDER.finditer(written)]
    if not is_value(written, found):
        texts = [*_between(written, found)]
        own = [next(names, "") for _ in found]
        word = PLACEHOLDER.sub("", written).strip(": ")
        return Segment(parts=_alternating(texts, own), word=word)
    own = [next(names, "") for _ in found or ("",)]
    before = ":" if written.startswith(":") else ""
    after = ":" if written.endswith(":") else ""
    texts = [before, *[""] * (len(own) - 1), after]
    return Segment(parts=_alternating(texts, own), word="")


def _call(word: str, arguments: str, names: Iterator[str]) -> Segment:
    own = [next(names, "") for _ in unnamed_arguments(arguments)]
    texts = [f"{word}('", *["','"] * (len(own) - 1), "')"] if own else [word]
    named = {one.name: one for one in named_arguments(arguments)}
    return Segment(
        parts=_alternating(texts, own),
        word=word,
        arguments=tuple(named.values()),
        quoted=frozenset(_quoted(arguments)),
        is_call=True,
    )


def _between(written: str, found: Sequence[re.Match[str]]) -> Iterator[str]:
    """Return the text before, between and after placeholders."""
    start = 0
    for one in found:
        yield written[start : one.start()]
        start = one.end()
    yield written[start:]


def _alternating(texts: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    pairs = zip(texts, names, strict=False)
    return (*(part for pair in pairs for part in pair), texts[-1])


def _quoted(arguments: str) -> Iterator[str]:
    for part in argument_parts(arguments):
        name, _, value = part.partition("=")
        if value.strip().startswith(("'", '"')):
            yield name.strip()
