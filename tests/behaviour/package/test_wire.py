"""Numbers keep their digits and form; what is written is valid for OData; encodings of JSON."""

import copy
import datetime as dt
import json
import pickle
from decimal import Decimal
from types import ModuleType

import pytest
from calls import Calls

MANY_DIGITS = {
    "more digits than a float has": "12345678901234567.89",
    "a fraction with many digits": "0.10000000000000000000001",
    "a negative number": "-9007199254740993.5",
    "an exponent": "1.2345678901234567891e30",
}
NUMBERS = pytest.mark.parametrize(
    "number", MANY_DIGITS.values(), ids=MANY_DIGITS.keys()
)


@NUMBERS
def test_decimal_number_keeps_its_digits(
    models: ModuleType, calls: Calls, number: str
) -> None:
    read = calls.read_text(models.Everything, f'{{"price":{number}}}')
    assert read.price == Decimal(number)
    written = json.loads(calls.write_text(read), parse_float=Decimal)
    assert Decimal(written["price"]) == Decimal(number)


@NUMBERS
def test_floating_point_property_is_a_float(
    models: ModuleType, calls: Calls, number: str
) -> None:
    read = calls.read_text(models.Everything, f'{{"ratio":{number}}}')
    assert read.ratio == float(number)
    assert isinstance(read.ratio, float)


def test_strings_that_look_like_numbers_remain_strings(
    models: ModuleType, calls: Calls
) -> None:
    document = {"text": "12345678901234567.89", "anything": ["1E400", "NaN"]}
    read = calls.read_text(models.Everything, json.dumps(document))
    assert json.loads(calls.write_text(read)) == document


@pytest.mark.parametrize("spelling", ["7", "-1", "007", "9223372036854775807"])
def test_integer_in_a_string_remains_a_string(
    models: ModuleType, calls: Calls, spelling: str
) -> None:
    read = calls.read(models.Everything, {"size": spelling})
    assert read.size + 0 == int(spelling)
    pickled = pickle.loads(pickle.dumps(read))  # noqa: S301 - written by this test
    for one in (read, copy.deepcopy(read), pickled):
        assert calls.write(one) == {"size": spelling}


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_encoded_json_is_read(
    models: ModuleType, calls: Calls, encoding: str, kind: type
) -> None:
    content = '{"text":"\u00e9\u4e16"}'.encode(encoding)
    read = calls.read_text(models.Everything, kind(content))
    assert read.text == "\u00e9\u4e16"


def test_byte_order_mark_in_a_string_is_ignored(
    models: ModuleType, calls: Calls
) -> None:
    assert calls.read_text(models.Everything, '\ufeff{"text":"a"}').text == "a"


@pytest.mark.parametrize(
    "content", [b"\xff", b"\xef\xbb\xbf", b"", bytearray(b"\x80{}")]
)
def test_invalid_encoding_is_an_error(
    models: ModuleType, calls: Calls, content: bytes
) -> None:
    with pytest.raises(calls.read_error):
        calls.read_text(models.Everything, content)


NOT_ODATA: dict[str, tuple[str, object]] = {
    "a date-time without a time zone": ("sent", dt.datetime(2021, 6, 1, 12, 34)),
    "an offset with seconds": (
        "sent",
        dt.datetime(2021, 6, 1, tzinfo=dt.timezone(dt.timedelta(hours=1, seconds=30))),
    ),
    "a time of day with a time zone": ("clock", dt.time(12, 34, tzinfo=dt.UTC)),
}


@pytest.mark.parametrize(("name", "value"), NOT_ODATA.values(), ids=NOT_ODATA.keys())
def test_value_that_odata_does_not_have_is_not_written(
    models: ModuleType, calls: Calls, name: str, value: object
) -> None:
    everything = models.Everything(**{name: value})
    with pytest.raises(calls.write_errors):
        calls.write(everything)


def test_error_asks_for_a_time_zone(models: ModuleType, calls: Calls) -> None:
    everything = models.Everything(sent=dt.datetime(2021, 6, 1))
    with pytest.raises(calls.write_errors, match="has no time zone"):
        calls.write_text(everything)


@pytest.mark.parametrize("spelling", ["12:34:56Z", "12:34+01:00", "12", "123456"])
def test_time_of_day_has_no_offset(
    models: ModuleType, calls: Calls, spelling: str
) -> None:
    with pytest.raises(calls.read_error):
        calls.read(models.Everything, {"clock": spelling})


def test_date_time_without_an_offset_is_in_utc(
    models: ModuleType, calls: Calls
) -> None:
    read = calls.read(models.Everything, {"sent": "2021-06-01T12:34:56"})
    assert read.sent == dt.datetime(2021, 6, 1, 12, 34, 56, tzinfo=dt.UTC)
