"""Generated models read JSON and write the same JSON."""

import datetime as dt
import json
import math
from decimal import Decimal
from types import ModuleType
from uuid import UUID

import pytest
from calls import Calls

UTC = dt.UTC
WEST = dt.timezone(dt.timedelta(hours=-8))

SENT = dt.datetime(2021, 6, 1, 12, 34, 56, tzinfo=UTC)
GUID = "c2f3a1de-7a5b-4f2c-9d2e-0c5a1b0c9a11"

VALUES: dict[str, tuple[str, str, object]] = {
    "a string": ("text", '"a"', "a"),
    "an empty string": ("text", '""', ""),
    "a Boolean": ("active", "false", False),
    "an integer": ("count", "-1", -1),
    "a 64-bit integer": ("size", "9007199254740993", 9007199254740993),
    "a 64-bit integer in a string": (
        "size",
        '"9007199254740993"',
        9007199254740993,
    ),
    "a floating-point number": ("ratio", "1.5", 1.5),
    "an integer for a floating-point number": ("ratio", "1", 1),
    "an integer that is too large for a float": ("ratio", "1" + "0" * 400, 10**400),
    "infinity": ("ratio", '"INF"', math.inf),
    "a decimal number": ("price", "1.1", Decimal("1.1")),
    "an integer for a decimal number": ("price", "100", Decimal(100)),
    "a decimal number in a string": ("price", '"1.10"', Decimal("1.10")),
    "a decimal number with an exponent": ("price", '"1E5"', Decimal("1E5")),
    "a date-time": ("sent", '"2021-06-01T12:34:56Z"', SENT),
    "a date-time with microseconds": (
        "sent",
        '"2021-06-01T12:34:56.000001Z"',
        SENT.replace(microsecond=1),
    ),
    "a date-time with an offset": (
        "sent",
        '"2021-06-01T12:34:56-08:00"',
        SENT.replace(tzinfo=WEST),
    ),
    "the first date-time": (
        "sent",
        '"0001-01-01T00:00:00Z"',
        dt.datetime(1, 1, 1, tzinfo=UTC),
    ),
    "a date": ("day", '"2021-06-01"', dt.date(2021, 6, 1)),
    "a time of day": ("clock", '"12:34:56"', dt.time(12, 34, 56)),
    "a duration": ("span", '"P1DT2H30M"', dt.timedelta(days=1, hours=2, minutes=30)),
    "a duration that Python would write differently": (
        "span",
        '"PT90M"',
        dt.timedelta(minutes=90),
    ),
    "a negative duration": ("span", '"-PT1.5S"', dt.timedelta(seconds=-1.5)),
    "a GUID": ("key", f'"{GUID}"', UUID(GUID)),
    "a GUID in upper case": ("key", f'"{GUID.upper()}"', UUID(GUID)),
    "bytes": ("content", '"AQID"', b"\1\2\3"),
    "bytes in the URL-safe alphabet": ("content", '"-_8="', b"\xfb\xff"),
    "bytes without padding": ("content", '"-_8"', b"\xfb\xff"),
    "bytes in the alphabet with + and /": ("content", '"+/8="', b"\xfb\xff"),
    "no bytes": ("content", '""', b""),
    "any JSON": ("anything", '{"a":[null,{}]}', {"a": [None, {}]}),
    "an undeclared type": ("missing", "[1]", [1]),
    "a list of strings": ("labels", '["a","b"]', ["a", "b"]),
    "an empty list": ("labels", "[]", []),
    "a null in a list": ("labels", '[null,"a"]', [None, "a"]),
    "a null in a list of date-times": ("visits", "[null]", [None]),
    "a null in a list of objects": ("members", "[null]", [None]),
    "a null in a list of enum values": ("severalKinds", "[null]", [None]),
    "a keyword": ("from", '"a"', "a"),
    "a field with the name of a Python type": ("list", '"a"', "a"),
    "a field with the name of a field of the base class": ("extra", '"a"', "a"),
    "a field with the name of the module of its type": (
        "date",
        '"2021-06-01"',
        dt.date(2021, 6, 1),
    ),
    "an acronym": ("IPAddress", '"a"', "a"),
    "an annotation that is a property": ("@odata.etag", '"a"', "a"),
}


def field_of(odd: ModuleType, models: ModuleType, wire: str) -> str:
    names: dict[str, str] = odd.wire_names(models.Everything)
    (name,) = (name for name, known in names.items() if known == wire)
    return name


@pytest.mark.parametrize(("wire", "json_", "value"), VALUES.values(), ids=VALUES.keys())
def test_value_is_read_and_written(
    odd: ModuleType,
    models: ModuleType,
    calls: Calls,
    wire: str,
    json_: str,
    value: object,
) -> None:
    document = f'{{"{wire}":{json_}}}'
    everything = calls.read_text(models.Everything, document)
    assert getattr(everything, field_of(odd, models, wire)) == value
    assert calls.extra_of(everything) == {}
    assert calls.write_text(everything) == document


SPELLINGS = {
    "seven decimals": (
        "sent",
        "2021-06-01T12:34:56.1234567Z",
        "2021-06-01T12:34:56.123456Z",
    ),
    "decimals that are zero": (
        "sent",
        "2021-06-01T12:34:56.0000000Z",
        "2021-06-01T12:34:56Z",
    ),
    "an offset of zero": (
        "sent",
        "2021-06-01T12:34:56+00:00",
        "2021-06-01T12:34:56Z",
    ),
    "an offset without a colon": (
        "sent",
        "2021-06-01T12:34+0200",
        "2021-06-01T12:34:00+02:00",
    ),
    "lower-case letters": ("sent", "2021-06-01t12:34:56z", "2021-06-01T12:34:56Z"),
    "no seconds": ("sent", "2021-06-01T12:34Z", "2021-06-01T12:34:00Z"),
    "a time with seven decimals": ("clock", "12:34:56.1234567", "12:34:56.123456"),
    "a time without seconds": ("clock", "12:34", "12:34:00"),
    "a date-time without an offset": (
        "sent",
        "2021-06-01T12:34:56",
        "2021-06-01T12:34:56Z",
    ),
}


@pytest.mark.parametrize(
    ("wire", "value", "written"), SPELLINGS.values(), ids=SPELLINGS.keys()
)
def test_value_that_is_written_differently(
    models: ModuleType, calls: Calls, wire: str, value: object, written: object
) -> None:
    everything = calls.read(models.Everything, {wire: value})
    assert calls.write(everything) == {wire: written}


def test_nan_is_a_string_in_json(models: ModuleType, calls: Calls) -> None:
    everything = calls.read(models.Everything, {"ratio": "NaN"})
    assert math.isnan(everything.ratio)
    assert calls.write(everything) == {"ratio": "NaN"}


WRITTEN: dict[str, tuple[str, object, object]] = {
    "a duration of zero": ("span", dt.timedelta(), "PT0S"),
    "a duration of days": ("span", dt.timedelta(days=7), "P7D"),
    "a duration of microseconds": (
        "span",
        dt.timedelta(microseconds=-10),
        "-PT0.00001S",
    ),
    "a date-time in UTC": ("sent", SENT, "2021-06-01T12:34:56Z"),
    "bytes": ("content", b"\xfb\xff", "-_8="),
}


@pytest.mark.parametrize(("name", "value", "json_"), WRITTEN.values(), ids=WRITTEN)
def test_value_is_written(
    models: ModuleType, calls: Calls, name: str, value: object, json_: object
) -> None:
    assert calls.write(models.Everything(**{name: value})) == {name: json_}


INVALID: dict[str, tuple[object, str]] = {
    "an object for a string": ({"text": {}}, ".text"),
    "a number for a string": ({"text": 1}, ".text"),
    "a string for a Boolean": ({"active": "true"}, ".active"),
    "a number for a Boolean": ({"active": 1}, ".active"),
    "a Boolean for a number": ({"count": True}, ".count"),
    "a string for a 32-bit integer": ({"count": "1"}, ".count"),
    "a floating-point number for an integer": ({"count": 1.5}, ".count"),
    "a word for a 64-bit integer": ({"size": "many"}, ".size"),
    "a word for a floating-point number": ({"ratio": "half"}, ".ratio"),
    "two exponents of a decimal number": ({"price": "1e5e5"}, ".price"),
    "a placeholder for a date-time": ({"sent": "String (timestamp)"}, ".sent"),
    "a date for a date-time": ({"sent": "2021-06-01"}, ".sent"),
    "a date-time for a date": ({"day": "2021-06-01T00:00:00Z"}, ".day"),
    "a day that does not exist": ({"day": "2021-02-30"}, ".day"),
    "a word for a time of day": ({"clock": "noon"}, ".clock"),
    "months for a duration": ({"span": "P1M"}, ".span"),
    "an empty duration": ({"span": "PT"}, ".span"),
    "a duration that is too long": ({"span": f"P{'9' * 400}D"}, ".span"),
    "a word for a GUID": ({"key": "id-value"}, ".key"),
    "invalid base64": ({"content": "a b"}, ".content"),
    "a number for an enum": ({"kind": 1}, ".kind"),
    "a list for an enum": ({"kind": []}, ".kind"),
    "a string for a list": ({"labels": "a"}, ".labels"),
    "a number in a list": ({"labels": ["a", 1]}, ".labels[1]"),
    "a list for an object": ({"member": []}, ".member"),
    "a value of a nested object": (
        {"everything": {"members": [{}, {"id": 1}]}},
        ".everything.members[1].id",
    ),
    "a key that is not an identifier": ({"@odata.etag": 1}, "['@odata.etag']"),
    "a number for the name of a derived type": ({"@odata.type": 1}, "['@odata.type']"),
}


@pytest.mark.parametrize(("document", "path"), INVALID.values(), ids=INVALID.keys())
def test_invalid_value_is_an_error_with_its_path(
    models: ModuleType, calls: Calls, document: object, path: str
) -> None:
    with pytest.raises(calls.read_error) as caught:
        calls.read_text(models.Everything, json.dumps(document))
    assert calls.path(caught.value) == path


@pytest.mark.parametrize("number", ["1e400", "-1e400", "1" + "0" * 400 + ".5"])
def test_number_that_is_too_large_for_a_float_is_an_error(
    models: ModuleType, calls: Calls, number: str
) -> None:
    with pytest.raises(calls.read_error, match="a number that a float can") as caught:
        calls.read_text(models.Everything, f'{{"ratio": {number}}}')
    assert calls.path(caught.value) == ".ratio"


INFINITE = {
    "a decimal number": ("price", math.inf),
    "any JSON": ("anything", {"a": [0, math.inf]}),
    "an unknown key": ("x", {"a": -math.inf}),
    "a floating-point number": ("ratio", math.nan),
}


@pytest.mark.parametrize(("wire", "value"), INFINITE.values(), ids=INFINITE.keys())
def test_float_that_json_does_not_have_is_an_error(
    models: ModuleType, calls: Calls, wire: str, value: object
) -> None:
    with pytest.raises(calls.read_error, match=r"not -?(inf|nan)\b") as caught:
        calls.read(models.Everything, {wire: value})
    assert calls.path(caught.value).startswith(f".{wire}")


INVALID_DOCUMENTS = {
    "invalid JSON": "{",
    "a list": "[]",
    "a number that JSON does not have": '{"ratio": NaN}',
    "a number with a huge exponent": '{"price": 1e9999999999999999999}',
    "a number with a huge negative exponent": '{"x": 1e-9999999999999999999}',
    "deeply nested lists": "[" * 100_000,
    "deeply nested lists in an object": '{"anything":' + "[" * 900 + "]" * 900 + "}",
    "deeply nested models": '{"members":[{"@odata.type":"m.g.team","a":1,"x":' * 500,
    "a number with too many digits": '{"count": ' + "1" * 5000 + "}",
}


@pytest.mark.parametrize(
    "document", INVALID_DOCUMENTS.values(), ids=INVALID_DOCUMENTS.keys()
)
def test_invalid_document_is_an_error(
    models: ModuleType, calls: Calls, document: str
) -> None:
    with pytest.raises(calls.read_error):
        calls.read_text(models.Everything, document)


def test_deeply_nested_models_are_an_error(models: ModuleType, calls: Calls) -> None:
    document: dict[str, object] = {}
    for _ in range(2_000):
        document = {"everything": document}
    with pytest.raises(calls.read_error, match="nested too deeply"):
        calls.read(models.Everything, document)


def test_model_that_contains_itself_is_not_written(
    models: ModuleType, calls: Calls
) -> None:
    everything = models.Everything()
    everything.everything = everything
    with pytest.raises(calls.write_errors):
        calls.write_text(everything)


def test_document_may_be_bytes(models: ModuleType, calls: Calls) -> None:
    base = calls.read_text(models.Base, b'{"id":"\xc3\xa9"}')
    assert calls.write_text(base) == '{"id":"é"}'


def test_unknown_keys_annotations_and_nulls_are_kept(
    models: ModuleType, calls: Calls
) -> None:
    document = {"@odata.context": "c", "id": None, "newer": {"a": [1]}, "x": None}
    base = calls.read(models.Base, document)
    assert base.id is None
    assert calls.write(base) == document


def test_document_is_copied(models: ModuleType, calls: Calls) -> None:
    inner: dict[str, object] = {"a": 1}
    document: dict[str, object] = {"newer": inner, "anything": inner, "labels": ["a"]}
    everything = calls.read(models.Everything, document)
    written = calls.write(everything)
    inner["a"] = 2
    assert calls.write(everything) == written
    assert written["newer"] is not calls.extra_of(everything)["newer"]


def test_only_what_is_set_is_written(models: ModuleType, calls: Calls) -> None:
    assert calls.write(models.Everything(text="a")) == {"text": "a"}
    assert calls.write(models.Everything()) == {}


def test_repr_has_the_fields_that_are_set(models: ModuleType, calls: Calls) -> None:
    assert repr(models.Base(id="1")) == "Base(id='1')"
    everything = calls.read(models.Everything, {"member": {"id": "1"}})
    assert repr(everything) == "Everything(member=Base(id='1'))"


def test_repr_of_a_model_that_contains_itself(models: ModuleType, calls: Calls) -> None:
    everything = calls.read(models.Everything, {})
    everything.everything = everything
    assert len(repr(everything)) < 100


def test_models_with_equal_values_are_equal(models: ModuleType, calls: Calls) -> None:
    assert models.Base(id="1") == calls.read_text(models.Base, '{"id":"1"}')
    assert models.Base(id="1") != calls.read(models.Base, {"id": "1", "x": None})
