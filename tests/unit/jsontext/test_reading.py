"""JSON as people write it: what is read, what is put right, what is refused."""

import pytest

from docgen.jsontext import read_object
from docgen.source import Span

AS_IT_IS = {
    "an object": ('{"a": 1, "b": [true, null]}', '{"a": 1, "b": [true, null]}'),
    "blanks and lines make no difference": ('{"a":1,\n\t"b":2}', '{"a": 1, "b": 2}'),
    "characters outside ASCII stay": ('{"a": "\\u00e9é"}', '{"a": "éé"}'),
    "of a key that stands twice the first value": (
        '{"a": 1, "a": 2}',
        '{"a": 1}',
    ),
    "half a surrogate pair is replaced": (
        '{"a": "x\\ud800"}',
        '{"a": "x\ufffd"}',
    ),
    "curly quotation marks in a string": ('{"a": "“b”"}', '{"a": "“b”"}'),
    "slashes in a string are no comment": (
        '{"a": "https://b"}',
        '{"a": "https://b"}',
    ),
}

REPAIRED = {
    "a comma before a brace": ('{"a": 1,}', '{"a": 1}', "a comma too many"),
    "a comma before a bracket": ('{"a": [1,\n]}', '{"a": [1]}', "a comma too many"),
    "two commas": ('{"a": 1,, "b": 2}', '{"a": 1, "b": 2}', "a comma too many"),
    "a comment to the end of the line": (
        '{"a": 1 // one\n}',
        '{"a": 1}',
        "a comment",
    ),
    "a comment between marks": ('{/* b */"a": 1}', '{"a": 1}', "a comment"),
    "a comma that the next line lacks": (
        '{"a": 1\n"b": 2}',
        '{"a": 1, "b": 2}',
        "no comma on the line before",
    ),
    "a comma that a list of lines lacks": (
        '{"a": [1\n2]}',
        '{"a": [1, 2]}',
        "no comma on the line before",
    ),
    "a comma between objects of a list": (
        '{"a": [{}\n{}]}',
        '{"a": [{}, {}]}',
        "no comma on the line before",
    ),
    "curly quotation marks": (
        "{“a”: “b”}",
        '{"a": "b"}',
        "curly quotation marks",
    ),
    "no-break spaces": ('{"a":\u00a01}', '{"a": 1}', "an odd blank"),
    "a line end in a string": (
        '{"a": "b\nc"}',
        '{"a": "b\\nc"}',
        "a line end in a string",
    ),
    "a key without quotation marks": (
        '{"a": 1, b: 2}',
        '{"a": 1, "b": 2}',
        "a key without quotation marks",
    ),
}

REFUSED = {
    "nothing": "",
    "a list": "[1]",
    "a word": "true",
    "a missing brace": '{"a": 1',
    "a brace too many": '{"a": 1}}',
    "two objects": "{} {}",
    "words on one line without a comma": '{"a": 1 "b": 2}',
    "a key without a value": '{"a"}',
    "a value that is a bare word": '{"a": boolean}',
    "a number with leading zeros": '{"a": 0000000000}',
    "not a number": '{"a": NaN}',
    "a number that no float holds": '{"a": 1e999}',
    "a number of five thousand digits": '{"a": ' + "9" * 5000 + "}",
    "a string that never ends": '{"a": "b}',
    "a comment that never ends": '{"a": 1 /* }',
    "a hundred and one levels": '{"a": ' + "[" * 101 + "]" * 101 + "}",
    "a hundred thousand levels": '{"a": ' + "[" * 100_000 + "]" * 100_000 + "}",
}


@pytest.mark.parametrize(("text", "expected"), AS_IT_IS.values(), ids=AS_IT_IS)
def test_json_is_taken_as_it_is(text: str, expected: str) -> None:
    reading = read_object(text)
    assert (reading.json, reading.repairs) == (expected, ())


@pytest.mark.parametrize(("text", "expected", "what"), REPAIRED.values(), ids=REPAIRED)
def test_what_people_get_wrong_is_put_right_and_told(
    text: str, expected: str, what: str
) -> None:
    reading = read_object(text)
    assert reading.json == expected
    assert {repair.what for repair in reading.repairs} == {what}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_would_have_to_be_guessed_is_refused(text: str) -> None:
    reading = read_object(text)
    assert (reading.json, reading.repairs) == (None, ())


def test_a_repair_has_its_place_on_the_page() -> None:
    (repair,) = read_object('{\n  "a": 1,\n}', Span(10, 5, 6)).repairs
    assert repair.span == Span(11, 9, 10)


def test_a_repair_of_the_first_line_counts_from_where_the_text_begins() -> None:
    (repair,) = read_object("{,}", Span(10, 5, 6)).repairs
    assert repair.span == Span(10, 6, 7)
