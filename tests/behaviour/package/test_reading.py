"""Generated models read JSON and write the same JSON again."""

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

MOMENT = dt.datetime(2021, 6, 1, 12, 34, 56, tzinfo=UTC)
GUID = "c2f3a1de-7a5b-4f2c-9d2e-0c5a1b0c9a11"
BIG_DECIMAL = "1.00000000000000000001"

VALUES: dict[str, tuple[str, str, object]] = {
    "a text": ("text", '"a"', "a"),
    "an empty text": ("text", '""', ""),
    "a truth": ("truth", "false", False),
    "a whole number": ("count", "-1", -1),
    "a number beyond 53 bits": ("size", "9007199254740993", 9007199254740993),
    "a fraction": ("ratio", "1.5", 1.5),
    "a whole number where a fraction may be": ("ratio", "1", 1),
    "a whole number that no fraction holds": ("ratio", "1" + "0" * 400, 10**400),
    "an infinite number": ("ratio", '"INF"', math.inf),
    "a decimal number": ("price", "1.1", Decimal("1.1")),
    "a whole decimal number": ("price", "100", Decimal(100)),
    "a decimal number as a text": ("price", '"1.10"', Decimal("1.10")),
    "a decimal number with an exponent": ("price", '"1E5"', Decimal("1E5")),
    "a moment": ("moment", '"2021-06-01T12:34:56Z"', MOMENT),
    "a moment to the microsecond": (
        "moment",
        '"2021-06-01T12:34:56.000001Z"',
        MOMENT.replace(microsecond=1),
    ),
    "a moment elsewhere": (
        "moment",
        '"2021-06-01T12:34:56-08:00"',
        MOMENT.replace(tzinfo=WEST),
    ),
    "a moment nowhere": (
        "moment",
        '"2021-06-01T12:34:56"',
        dt.datetime(2021, 6, 1, 12, 34, 56),
    ),
    "the first moment": (
        "moment",
        '"0001-01-01T00:00:00Z"',
        dt.datetime(1, 1, 1, tzinfo=UTC),
    ),
    "a day": ("day", '"2021-06-01"', dt.date(2021, 6, 1)),
    "a time of day": ("clock", '"12:34:56"', dt.time(12, 34, 56)),
    "a duration": ("span", '"P1DT2H30M"', dt.timedelta(days=1, hours=2, minutes=30)),
    "a duration in another spelling": ("span", '"PT90M"', dt.timedelta(minutes=90)),
    "a negative duration": ("span", '"-PT1.5S"', dt.timedelta(seconds=-1.5)),
    "a time of day in UTC": ("clock", '"12:34:56Z"', dt.time(12, 34, 56, tzinfo=UTC)),
    "a GUID": ("key", f'"{GUID}"', UUID(GUID)),
    "a GUID in capitals": ("key", f'"{GUID.upper()}"', UUID(GUID)),
    "bytes": ("content", '"AQID"', b"\1\2\3"),
    "bytes in the alphabet of addresses": ("content", '"-_8"', b"\xfb\xff"),
    "no bytes": ("content", '""', b""),
    "any JSON": ("anything", '{"a":[null,{}]}', {"a": [None, {}]}),
    "a type that no page declares": ("missing", "[1]", [1]),
    "a list of texts": ("texts", '["a","b"]', ["a", "b"]),
    "an empty list": ("texts", "[]", []),
    "a null in a list": ("texts", '[null,"a"]', [None, "a"]),
    "a null in a list of moments": ("moments", "[null]", [None]),
    "a null in a list of objects": ("members", "[null]", [None]),
    "a null in a list of members": ("severalKinds", "[null]", [None]),
    "a keyword": ("from", '"a"', "a"),
    "a field called like a type of Python": ("list", '"a"', "a"),
    "a field called like its base class's": ("extra", '"a"', "a"),
    "a field called like the module of its type": (
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


@pytest.mark.parametrize(("wire", "text", "value"), VALUES.values(), ids=VALUES.keys())
def test_a_value_is_read_and_written_again(
    odd: ModuleType,
    models: ModuleType,
    calls: Calls,
    wire: str,
    text: str,
    value: object,
) -> None:
    document = f'{{"{wire}":{text}}}'
    everything = calls.read_text(models.Everything, document)
    assert getattr(everything, field_of(odd, models, wire)) == value
    assert calls.kept(everything) == {}
    assert calls.write_text(everything) == document


SPELLINGS = {
    "seven decimals": (
        "moment",
        "2021-06-01T12:34:56.1234567Z",
        "2021-06-01T12:34:56.123456Z",
    ),
    "decimals of nothing": (
        "moment",
        "2021-06-01T12:34:56.0000000Z",
        "2021-06-01T12:34:56Z",
    ),
    "an offset of nothing": (
        "moment",
        "2021-06-01T12:34:56+00:00",
        "2021-06-01T12:34:56Z",
    ),
    "an offset without a colon": (
        "moment",
        "2021-06-01T12:34+0200",
        "2021-06-01T12:34:00+02:00",
    ),
    "small letters": ("moment", "2021-06-01t12:34:56z", "2021-06-01T12:34:56Z"),
    "no seconds": ("moment", "2021-06-01T12:34Z", "2021-06-01T12:34:00Z"),
    "a time with seven decimals": ("clock", "12:34:56.1234567", "12:34:56.123456"),
    "a time without seconds": ("clock", "12:34", "12:34:00"),
    "a whole number as a text": ("size", "9007199254740993", 9007199254740993),
}


@pytest.mark.parametrize(
    ("wire", "spelt", "again"), SPELLINGS.values(), ids=SPELLINGS.keys()
)
def test_a_spelling_is_read_and_put_right(
    models: ModuleType, calls: Calls, wire: str, spelt: object, again: object
) -> None:
    everything = calls.read(models.Everything, {wire: spelt})
    assert calls.write(everything) == {wire: again}


def test_a_number_that_is_none_is_written_as_odata_has_it(
    models: ModuleType, calls: Calls
) -> None:
    everything = calls.read(models.Everything, {"ratio": "NaN"})
    assert math.isnan(everything.ratio)
    assert calls.write(everything) == {"ratio": "NaN"}


WRITTEN: dict[str, tuple[str, object, object]] = {
    "a duration of nothing": ("span", dt.timedelta(), "PT0S"),
    "a duration of days": ("span", dt.timedelta(days=7), "P7D"),
    "a duration to the microsecond": (
        "span",
        dt.timedelta(microseconds=-10),
        "-PT0.00001S",
    ),
    "a decimal number that no float holds": (
        "price",
        Decimal(BIG_DECIMAL),
        BIG_DECIMAL,
    ),
    "a moment of the standard library": ("moment", MOMENT, "2021-06-01T12:34:56Z"),
    "bytes": ("content", b"\xfb\xff", "+/8="),
}


@pytest.mark.parametrize(("name", "value", "json_"), WRITTEN.values(), ids=WRITTEN)
def test_a_value_is_written(
    models: ModuleType, calls: Calls, name: str, value: object, json_: object
) -> None:
    assert calls.write(models.Everything(**{name: value})) == {name: json_}


WRONG: dict[str, tuple[object, str]] = {
    "an object for a text": ({"text": {}}, ".text"),
    "a number for a text": ({"text": 1}, ".text"),
    "a text for a truth": ({"truth": "true"}, ".truth"),
    "a number for a truth": ({"truth": 1}, ".truth"),
    "a truth for a number": ({"count": True}, ".count"),
    "a text for a small number": ({"count": "1"}, ".count"),
    "a fraction for a whole number": ({"count": 1.5}, ".count"),
    "words for a 64-bit number": ({"size": "many"}, ".size"),
    "words for a fraction": ({"ratio": "half"}, ".ratio"),
    "words for a decimal number": ({"price": "1e5e5"}, ".price"),
    "words for a moment": ({"moment": "String (timestamp)"}, ".moment"),
    "a day for a moment": ({"moment": "2021-06-01"}, ".moment"),
    "a moment for a day": ({"day": "2021-06-01T00:00:00Z"}, ".day"),
    "no day": ({"day": "2021-02-30"}, ".day"),
    "words for a time": ({"clock": "noon"}, ".clock"),
    "months for a duration": ({"span": "P1M"}, ".span"),
    "an empty duration": ({"span": "PT"}, ".span"),
    "an endless duration": ({"span": f"P{'9' * 400}D"}, ".span"),
    "words for a GUID": ({"key": "id-value"}, ".key"),
    "no base64": ({"content": "a b"}, ".content"),
    "a number for an enum": ({"kind": 1}, ".kind"),
    "a list for an enum": ({"kind": []}, ".kind"),
    "a text for a list": ({"texts": "a"}, ".texts"),
    "a number in a list": ({"texts": ["a", 1]}, ".texts[1]"),
    "a list for an object": ({"member": []}, ".member"),
    "deep inside": (
        {"everything": {"members": [{}, {"id": 1}]}},
        ".everything.members[1].id",
    ),
    "under a name that is not an identifier": ({"@odata.etag": 1}, "['@odata.etag']"),
    "a derived type that is not a name": ({"@odata.type": 1}, "['@odata.type']"),
}


@pytest.mark.parametrize(("document", "path"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_value_is_refused_with_its_path(
    models: ModuleType, calls: Calls, document: object, path: str
) -> None:
    with pytest.raises(calls.refused) as caught:
        calls.read_text(models.Everything, json.dumps(document))
    assert calls.path(caught.value) == path


TOO_LARGE = {
    "a fraction": ('{"ratio": 1e400}', ".ratio"),
    "a decimal number": ('{"price": -1e400}', ".price"),
    "any JSON": ('{"anything": {"a": [0, 1e400]}}', ".anything.a[1]"),
    "an unknown key": ('{"x": {"a": 1e400}}', ".x.a"),
}


@pytest.mark.parametrize(("text", "path"), TOO_LARGE.values(), ids=TOO_LARGE.keys())
def test_a_number_that_no_float_holds_is_refused(
    models: ModuleType, calls: Calls, text: str, path: str
) -> None:
    with pytest.raises(calls.refused, match=r"\binf\b") as caught:
        calls.read_text(models.Everything, text)
    assert calls.path(caught.value) == path


NO_OBJECTS = {
    "no JSON": "{",
    "a list": "[]",
    "a number that JSON does not have": '{"ratio": NaN}',
    "endless nesting": "[" * 100_000,
    "endless nesting in an object": '{"anything":' + "[" * 900 + "]" * 900 + "}",
    "endless members": '{"members":[{"@odata.type":"m.g.team","a":1,"x":' * 500,
    "a number of endless digits": '{"count": ' + "1" * 5000 + "}",
}


@pytest.mark.parametrize("text", NO_OBJECTS.values(), ids=NO_OBJECTS.keys())
def test_what_is_no_object_is_refused(
    models: ModuleType, calls: Calls, text: str
) -> None:
    with pytest.raises(calls.refused):
        calls.read_text(models.Everything, text)


def test_models_nested_endlessly_are_refused(models: ModuleType, calls: Calls) -> None:
    document: dict[str, object] = {}
    for _ in range(2_000):
        document = {"everything": document}
    with pytest.raises(calls.refused, match="nested too deeply"):
        calls.read(models.Everything, document)


def test_a_model_that_holds_itself_is_refused(models: ModuleType, calls: Calls) -> None:
    everything = models.Everything()
    everything.everything = everything
    with pytest.raises(calls.unwritten):
        calls.write_text(everything)


def test_bytes_are_read_as_text_is(models: ModuleType, calls: Calls) -> None:
    base = calls.read_text(models.Base, b'{"id":"\xc3\xa9"}')
    assert calls.write_text(base) == '{"id":"é"}'


def test_unknown_keys_annotations_and_nulls_are_kept(
    models: ModuleType, calls: Calls
) -> None:
    document = {"@odata.context": "c", "id": None, "newer": {"a": [1]}, "x": None}
    base = calls.read(models.Base, document)
    assert base.id is None
    assert calls.write(base) == document


def test_the_given_dictionary_is_not_kept(models: ModuleType, calls: Calls) -> None:
    inner: dict[str, object] = {"a": 1}
    document: dict[str, object] = {"newer": inner, "anything": inner, "texts": ["a"]}
    everything = calls.read(models.Everything, document)
    written = calls.write(everything)
    inner["a"] = 2
    assert calls.write(everything) == written
    assert written["newer"] is not calls.kept(everything)["newer"]


def test_only_what_is_set_is_written(models: ModuleType, calls: Calls) -> None:
    assert calls.write(models.Everything(text="a")) == {"text": "a"}
    assert calls.write(models.Everything()) == {}


def test_a_model_shows_only_what_is_set(models: ModuleType, calls: Calls) -> None:
    assert repr(models.Base(id="1")) == "Base(id='1')"
    everything = calls.read(models.Everything, {"member": {"id": "1"}})
    assert repr(everything) == "Everything(member=Base(id='1'))"


def test_a_model_that_holds_itself_is_shown(models: ModuleType, calls: Calls) -> None:
    everything = calls.read(models.Everything, {})
    everything.everything = everything
    assert len(repr(everything)) < 100


def test_models_are_equal_by_what_they_hold(models: ModuleType, calls: Calls) -> None:
    assert models.Base(id="1") == calls.read_text(models.Base, '{"id":"1"}')
    assert models.Base(id="1") != calls.read(models.Base, {"id": "1", "x": None})
