"""The segments of a URL in one notation, whatever notation of placeholders the page uses.

/ships/{id | hull}/crew/<id>     ships  {shipId}  crew  {crewId}
/ships('{id}')/range(deck={n})   ships('{shipId}')  range, a call with the argument `deck`
/holds/root:/{item path}:/list   holds  root:  {itemPath}:  list
"""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from docgen.schema.url_templates import (
    PLACEHOLDER,
    Argument,
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

    `word` is empty for a placeholder. `text` is the segment without the named arguments of a call.
    """

    text: str
    word: str
    placeholders: tuple[str, ...] = ()
    arguments: tuple[Argument, ...] = ()
    is_call: bool = False


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
    count = len([*PLACEHOLDER.finditer(written)])
    if not is_value(written, [*PLACEHOLDER.finditer(written)]):
        own = [next(names, "") for _ in range(count)]
        return Segment(
            text=_named(written, own),
            word=PLACEHOLDER.sub("", written).strip(": "),
            placeholders=tuple(own),
        )
    own = [next(names, "") for _ in range(max(count, 1))]
    before = ":" if written.startswith(":") else ""
    after = ":" if written.endswith(":") else ""
    text = before + "".join(f"{{{name}}}" for name in own) + after
    return Segment(text=text, word="", placeholders=tuple(own))


def _call(word: str, arguments: str, names: Iterator[str]) -> Segment:
    own = [next(names, "") for _ in unnamed_arguments(arguments)]
    keys = ",".join(f"'{{{name}}}'" for name in own)
    return Segment(
        text=f"{word}({keys})" if own else word,
        word=word,
        placeholders=tuple(own),
        arguments=tuple({one.name: one for one in named_arguments(arguments)}.values()),
        is_call=True,
    )


def _named(written: str, names: list[str]) -> str:
    """Return a segment with other names of its placeholders."""
    found = iter(names)
    return PLACEHOLDER.sub(lambda _: f"{{{next(found)}}}", written)
