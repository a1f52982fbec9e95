"""The places of the top-level keys of an object."""

import pytest

from docgen.jsontext import top_level_keys
from docgen.source import Span

KEYS = {
    "each key without its quotation marks": (
        '{"a": 1, "bc": 2}',
        (("a", Span(1, 3, 4)), ("bc", Span(1, 11, 13))),
    ),
    "keys of inner objects are not told": (
        '{"a": {"b": [{"c": 1}]}}',
        (("a", Span(1, 3, 4)),),
    ),
    "keys of several lines": (
        '{\n  "a": 1,\n  "b": 2}',
        (("a", Span(2, 4, 5)), ("b", Span(3, 4, 5))),
    ),
    "a key that stands twice is told twice": (
        '{"a": 1, "a": 2}',
        (("a", Span(1, 3, 4)), ("a", Span(1, 11, 12))),
    ),
    "strings that are values are none": ('{"a": "b"}', (("a", Span(1, 3, 4)),)),
    "a key between curly quotation marks": ("{“a”: 1}", (("a", Span(1, 3, 4)),)),
    "a key without quotation marks": ("{a: 1}", (("a", Span(1, 2, 3)),)),
    "a key with an escape": ('{"\\u0061": 1}', (("a", Span(1, 3, 9)),)),
    "text that is no object has none": ("a: b", ()),
}


@pytest.mark.parametrize(("text", "expected"), KEYS.values(), ids=KEYS)
def test_keys_have_places(text: str, expected: tuple[tuple[str, Span], ...]) -> None:
    assert top_level_keys(text) == expected


def test_places_count_from_where_the_text_begins() -> None:
    keys = top_level_keys('{"a": 1,\n"b": 2}', Span(4, 6, 7))
    assert keys == (("a", Span(4, 8, 9)), ("b", Span(5, 2, 3)))
