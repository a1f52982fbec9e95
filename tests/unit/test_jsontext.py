"""JSON on pages: what is valid, what is repaired, what is rejected, and where keys are."""

import pytest

from docgen.jsontext import JsonPath, read_object, top_level_keys, value_positions
from docgen.source import Span

VALID = {
    "an object": ('{"a": 1, "b": [true, null]}', '{"a": 1, "b": [true, null]}'),
    "whitespace and newlines do not matter": ('{"a":1,\n\t"b":2}', '{"a": 1, "b": 2}'),
    "non-ASCII characters are unescaped": ('{"a": "\\u00e9é"}', '{"a": "éé"}'),
    "the first value of a duplicate key wins": (
        '{"a": 1, "a": 2}',
        '{"a": 1}',
    ),
    "an unpaired surrogate is replaced": (
        '{"a": "x\\ud800"}',
        '{"a": "x\ufffd"}',
    ),
    "curly quotes in a string are kept": ('{"a": "“b”"}', '{"a": "“b”"}'),
    "slashes in a string are not a comment": (
        '{"a": "https://b"}',
        '{"a": "https://b"}',
    ),
}

REPAIRED = {
    "references for quotation marks": (
        '{"a&quot;: &#34;b"}',
        '{"a": "b"}',
        "character references",
    ),
    "references in all places": (
        "{&quot;a&quot;: &quot;&lt;b&gt;&quot;}",
        '{"a": "<b>"}',
        "character references",
    ),
    "a comma before a closing brace": ('{"a": 1,}', '{"a": 1}', "an extra comma"),
    "a comma before a closing bracket": (
        '{"a": [1,\n]}',
        '{"a": [1]}',
        "an extra comma",
    ),
    "two commas": ('{"a": 1,, "b": 2}', '{"a": 1, "b": 2}', "an extra comma"),
    "single quotes": ("{'a': 'it is'}", '{"a": "it is"}', "single quotes"),
    "an apostrophe in double quotes": (
        """{'a': "it's"}""",
        '{"a": "it\'s"}',
        "single quotes",
    ),
    "True": ('{"a": True}', '{"a": true}', "a word of Python"),
    "None in a list": ('{"a": [None]}', '{"a": [null]}', "a word of Python"),
    "dots for more items": ('{"a": [1, ...]}', '{"a": [1]}', "dots"),
    "dots for more members": ('{"a": 1,\n...\n}', '{"a": 1}', "dots"),
    "dots without a comma before them": ('{"a": 1\n\u2026}', '{"a": 1}', "dots"),
    "dots between members": ('{"a": 1, ..., "b": 2}', '{"a": 1, "b": 2}', "dots"),
    "dots for the first members": ('{..., "b": 2}', '{"b": 2}', "dots"),
    "dots for all members": ('{"a": {....}}', '{"a": {}}', "dots"),
    "dots for a value": ('{"a": ..., "b": 2}', '{"a": null, "b": 2}', "dots"),
    "a line comment": (
        '{"a": 1 // one\n}',
        '{"a": 1}',
        "a comment",
    ),
    "a block comment": ('{/* b */"a": 1}', '{"a": 1}', "a comment"),
    "a missing comma between members": (
        '{"a": 1\n"b": 2}',
        '{"a": 1, "b": 2}',
        "no comma on the previous line",
    ),
    "a missing comma between numbers": (
        '{"a": [1\n2]}',
        '{"a": [1, 2]}',
        "no comma on the previous line",
    ),
    "a missing comma between objects": (
        '{"a": [{}\n{}]}',
        '{"a": [{}, {}]}',
        "no comma on the previous line",
    ),
    "curly quotes": (
        "{“a”: “b”}",
        '{"a": "b"}',
        "curly quotes",
    ),
    "no-break spaces": ('{"a":\u00a01}', '{"a": 1}', "an unusual space"),
    "a line break in a string": (
        '{"a": "b\nc"}',
        '{"a": "b\\nc"}',
        "a line break in a string",
    ),
    "an unquoted key": (
        '{"a": 1, b: 2}',
        '{"a": 1, "b": 2}',
        "an unquoted key",
    ),
}

INVALID = {
    "an empty string": "",
    "an array": "[1]",
    "a literal": "true",
    "a missing closing brace": '{"a": 1',
    "an extra closing brace": '{"a": 1}}',
    "two objects": "{} {}",
    "a missing comma on one line": '{"a": 1 "b": 2}',
    "a key without a value": '{"a"}',
    "a value that is a bare word": '{"a": boolean}',
    "a number with leading zeros": '{"a": 0000000000}',
    "NaN": '{"a": NaN}',
    "a number out of the range of a float": '{"a": 1e999}',
    "a number of five thousand digits": '{"a": ' + "9" * 5000 + "}",
    "an unclosed string": '{"a": "b}',
    "an unclosed comment": '{"a": 1 /* }',
    "a hundred and one levels": '{"a": ' + "[" * 101 + "]" * 101 + "}",
    "a hundred thousand levels": '{"a": ' + "[" * 100_000 + "]" * 100_000 + "}",
}


@pytest.mark.parametrize(("text", "expected"), VALID.values(), ids=VALID)
def test_valid_json_is_not_changed(text: str, expected: str) -> None:
    parsed = read_object(text)
    assert (parsed.json, parsed.repairs) == (expected, ())


@pytest.mark.parametrize(
    ("text", "expected", "problem"), REPAIRED.values(), ids=REPAIRED
)
def test_a_mistake_is_repaired(text: str, expected: str, problem: str) -> None:
    parsed = read_object(text)
    assert parsed.json == expected
    assert {repair.problem for repair in parsed.repairs} == {problem}


@pytest.mark.parametrize("text", INVALID.values(), ids=INVALID)
def test_what_would_have_to_be_guessed_is_invalid(text: str) -> None:
    parsed = read_object(text)
    assert (parsed.json, parsed.repairs) == (None, ())


def test_references_are_decoded_once() -> None:
    assert read_object("{" + "&amp;" * 9 + "}").json is None
    assert read_object("{&" + "amp;" * 3_000 + "}").json is None
    assert read_object('{"a": "b&amp;amp;",}').json == '{"a": "b&amp;amp;"}'


def test_a_repair_has_a_position_on_the_page() -> None:
    (repair,) = read_object('{\n  "a": 1,\n}', Span(10, 5, 6)).repairs
    assert repair.span == Span(11, 9, 10)


def test_a_repair_on_the_first_line_is_relative_to_the_start() -> None:
    (repair,) = read_object("{,}", Span(10, 5, 6)).repairs
    assert repair.span == Span(10, 6, 7)


KEYS = {
    "each key, without its quotes": (
        '{"a": 1, "bc": 2}',
        (("a", Span(1, 3, 4)), ("bc", Span(1, 11, 13))),
    ),
    "not keys of nested objects": (
        '{"a": {"b": [{"c": 1}]}}',
        (("a", Span(1, 3, 4)),),
    ),
    "keys on several lines": (
        '{\n  "a": 1,\n  "b": 2}',
        (("a", Span(2, 4, 5)), ("b", Span(3, 4, 5))),
    ),
    "a duplicate key twice": (
        '{"a": 1, "a": 2}',
        (("a", Span(1, 3, 4)), ("a", Span(1, 11, 12))),
    ),
    "not string values": ('{"a": "b"}', (("a", Span(1, 3, 4)),)),
    "a key in curly quotes": ("{“a”: 1}", (("a", Span(1, 3, 4)),)),
    "an unquoted key": ("{a: 1}", (("a", Span(1, 2, 3)),)),
    "a key with an escape": ('{"\\u0061": 1}', (("a", Span(1, 3, 9)),)),
    "none in what is not an object": ("a: b", ()),
}


@pytest.mark.parametrize(("text", "expected"), KEYS.values(), ids=KEYS)
def test_top_level_keys_have_positions(
    text: str, expected: tuple[tuple[str, Span], ...]
) -> None:
    assert top_level_keys(text) == expected


def test_positions_of_keys_are_relative_to_the_start() -> None:
    keys = top_level_keys('{"a": 1,\n"b": 2}', Span(4, 6, 7))
    assert keys == (("a", Span(4, 8, 9)), ("b", Span(5, 2, 3)))


@pytest.mark.parametrize(
    ("text", "path", "key", "value"),
    [
        ('{"a": 1}', (), None, Span(1, 1, 2)),
        ('{"a": 1}', ("a",), Span(1, 3, 4), Span(1, 7, 8)),
        ('{"a": [1, {"b": "c"}]}', ("a", 0), None, Span(1, 8, 9)),
        ('{"a": [1, {"b": "c"}]}', ("a", 1, "b"), Span(1, 13, 14), Span(1, 17, 20)),
        ('{\n "a": {},\n "b": [\n  2 ]}', ("b", 0), None, Span(4, 3, 4)),
        ("{a: 1,}", ("a",), Span(1, 2, 3), Span(1, 5, 6)),
        ('{"a" "b", “c”: 1}', ("c",), Span(1, 12, 13), Span(1, 16, 17)),
        ('[{"a": 1}, {"a": 2}]', (1, "a"), Span(1, 14, 15), Span(1, 18, 19)),
        ('{"a": 1, "a": 2}', ("a",), Span(1, 3, 4), Span(1, 7, 8)),
        ('{"a": {"b": 1}, "c": 2', ("c",), Span(1, 18, 19), Span(1, 22, 23)),
    ],
)
def test_values_and_keys_are_located(
    text: str, path: JsonPath, key: Span | None, value: Span
) -> None:
    found = value_positions(text)[path]
    assert (found.key, found.value) == (key, value)


@pytest.mark.parametrize("text", ["", "}", "]]", ":::", "{{{", '{"a"', "[" * 500])
def test_positions_of_anything_are_found(text: str) -> None:
    assert isinstance(value_positions(text), dict)
