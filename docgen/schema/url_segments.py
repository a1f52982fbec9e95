"""The segments of a URL in one notation, whatever notation of placeholders the page uses.

/ships/{id | hull}/crew/<id>     ships  {shipId}  crew  {crewId}
/ships('{id}')/range(deck={n})   ships('{shipId}')  range, a call with the argument `deck`
/holds/root:/{item path}:/list   holds  root:  {itemPath}:  list
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from docgen.schema.url_paths import (
    PLACEHOLDER,
    PathSegment,
    path_and_query,
    path_segments,
)
from docgen.schema.url_templates import Argument, template, value_type


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


def _segment(written: PathSegment, names: Iterator[str]) -> Segment:
    """Return a segment; the next of the `names` are those of its placeholders."""
    own = [next(names, "") for _ in written.placeholders]
    if written.is_call:
        return _call(written, own)
    if not written.is_value:
        texts = [*_between(written.text)]
        return Segment(parts=_alternating(texts, own), word=written.word)
    before = ":" if written.text.startswith(":") else ""
    after = ":" if written.text.endswith(":") else ""
    texts = [before, *[""] * (len(own) - 1), after]
    return Segment(parts=_alternating(texts, own), word="")


def _call(call: PathSegment, own: Sequence[str]) -> Segment:
    word = call.word
    texts = [f"{word}('", *["','"] * (len(own) - 1), "')"] if own else [word]
    named = {one.name: one for one in call.arguments if one.name}
    return Segment(
        parts=_alternating(texts, own),
        word=word,
        arguments=tuple(
            Argument(name=name, type=value_type(one.value))
            for name, one in named.items()
        ),
        quoted=frozenset(name for name, one in named.items() if one.is_quoted),
        is_call=True,
    )


def _between(text: str) -> Iterator[str]:
    """Return the text before, between and after placeholders."""
    start = 0
    for one in PLACEHOLDER.finditer(text):
        yield text[start : one.start()]
        start = one.end()
    yield text[start:]


def _alternating(texts: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    pairs = zip(texts, names, strict=False)
    return (*(part for pair in pairs for part in pair), texts[-1])
