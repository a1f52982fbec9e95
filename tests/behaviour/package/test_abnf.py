"""What is written has the form that the ABNF of OData 4.01 defines for its type."""

import datetime as dt
import math
import re
from decimal import Decimal
from types import ModuleType
from uuid import UUID

import pytest
from calls import Calls

INTEGER = "[+-]?[0-9]{1,19}"
DIGITS = "[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?"
NUMBER = f"{DIGITS}|NaN|-?INF"
YEAR = "-?(0[0-9]{3}|[1-9][0-9]{3,})"
DATE = f"{YEAR}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
HOUR_MINUTE = "([01][0-9]|2[0-3]):[0-5][0-9]"
TIME = f"{HOUR_MINUTE}(:([0-5][0-9]|60)([.][0-9]{{1,12}})?)?"
CHARACTER = "[A-Za-z0-9_-]"

ABNF: dict[str, str] = {
    "active": "true|false",
    "count": INTEGER,
    "size": INTEGER,
    "ratio": NUMBER,
    "price": NUMBER,
    "sent": f"{DATE}T{TIME}(Z|[+-]{HOUR_MINUTE})",
    "day": DATE,
    "clock": TIME,
    "span": "-?P([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+([.][0-9]+)?S)?)?",
    "key": "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
    "content": (
        f"({CHARACTER}{{4}})*({CHARACTER}{{2}}[AEIMQUYcgkosw048]=?"
        f"|{CHARACTER}[AQgw](==)?)?"
    ),
    "kind": "[^\\W\\d]\\w*",
    "kinds": f"([^\\W\\d]\\w*|{INTEGER})(,([^\\W\\d]\\w*|{INTEGER}))*",
}
"""The form of the values of each property, as the value of a JSON string or number."""

NEVER_STRINGS = {"active", "count"}
"""Properties whose values are not strings in JSON."""

UTC = dt.UTC
DAY = dt.datetime(2021, 6, 1, 12, 34, 56, 7, UTC)
GUID = "c2f3a1de-7a5b-4f2c-9d2e-0c5a1b0c9a11"


def zone(**offset: float) -> dt.timezone:
    return dt.timezone(dt.timedelta(**offset))


BUILT: dict[str, tuple[object, ...]] = {
    "active": (True, False),
    "count": (0, -1, 2**31 - 1),
    "size": (0, -(2**63), 2**63 - 1),
    "ratio": (0.0, -0.0, 1e-300, 1e300, 5e-324, 1, math.nan, math.inf, -math.inf),
    "price": (
        *(Decimal(0), Decimal("-0.0"), Decimal("1.50"), Decimal("1E+5")),
        *(Decimal("1E-30"), Decimal("1E+400"), Decimal("-1E-400")),
        *(Decimal("12345678901234567890.123456789"), Decimal(10**60 + 1)),
        *(Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity")),
    ),
    "sent": (
        *(DAY, DAY.replace(microsecond=0), DAY.replace(year=1), DAY.replace(year=9999)),
        *(DAY.replace(tzinfo=zone(hours=5, minutes=45)), DAY.replace(fold=1)),
        *(DAY.replace(tzinfo=zone(hours=-23, minutes=-59)), DAY.astimezone(zone())),
        DAY.replace(hour=0, minute=0, second=0, microsecond=0),
    ),
    "day": (dt.date.min, dt.date.max, dt.date(999, 1, 1), DAY),
    "clock": (dt.time.min, dt.time.max, dt.time(12), dt.time(1, 2, 3, 40)),
    "span": (
        *(dt.timedelta(), dt.timedelta.min, dt.timedelta.max, dt.timedelta(weeks=1)),
        *(dt.timedelta(microseconds=-1), dt.timedelta(days=-1, microseconds=1)),
        *(dt.timedelta(hours=25), dt.timedelta(milliseconds=500)),
    ),
    "key": (UUID(GUID), UUID(int=0), UUID(int=2**128 - 1)),
    "content": (b"", b"a", b"ab", b"abc", b"\xfb\xff", b"\xff" * 4, bytes(range(256))),
}
"""Values that Python code can set."""

READ: dict[str, tuple[object, ...]] = {
    "active": (True, False),
    "count": (0, -1),
    "size": (7, "7", "-007", "+7", "9223372036854775807"),
    "ratio": (1, 1.5, -1e-7, 1e22, "NaN", "INF", "-INF"),
    "price": (1, 1.5, 1e22, "1.50", "+1", "-1E5", "1e-5", "NaN", "INF", "-INF"),
    "sent": (
        *("2021-06-01T12:34:56Z", "2021-06-01t12:34:56z", "2021-06-01 12:34Z"),
        *("2021-06-01T12:34:56", "2021-06-01T12", "2021-06-01T12:34:56,5Z"),
        *("2021-06-01T12:34:56.1234567890123Z", "2021-06-01T12:34:56+05"),
        *("2021-06-01T123456+0545", "2021-06-01T12:34:56-00:00"),
    ),
    "day": ("2021-06-01", "0001-01-01", "9999-12-31"),
    "clock": ("12:34", "12:34:56", "12:34:56.1234567", "00:00:00.000000000000"),
    "span": (
        *("P1D", "PT90M", "-PT1.5S", "PT0.1234567S", "P0D", "P1DT0S"),
        *("P2W", "-P1W2DT3H", "+P1D", "+PT1H"),
    ),
    "key": (GUID, GUID.upper()),
    "content": ("", "YQ", "YQ==", "YWI", "YWI=", "-_8", "-_8="),
    "kind": ("low", "newer", "_a"),
    "kinds": ("read", "read,write", "read,newer,4"),
}
"""Values that JSON can have; not all of them are valid in OData."""


def examples(values: dict[str, tuple[object, ...]]) -> list[tuple[str, object]]:
    return [(wire, item) for wire, items in values.items() for item in items]


def check(wire: str, written: dict[str, object]) -> None:
    value = written[wire]
    assert not (wire in NEVER_STRINGS and isinstance(value, str))
    text = str(value).lower() if isinstance(value, bool) else str(value)
    assert matches(wire, text), value


def matches(wire: str, text: str) -> bool:
    return re.fullmatch(ABNF[wire], text) is not None


@pytest.mark.parametrize(("wire", "value"), examples(BUILT))
def test_value_of_python_is_written_in_the_form_of_odata(
    models: ModuleType, calls: Calls, wire: str, value: object
) -> None:
    everything = models.Everything(**{wire: value})
    check(wire, calls.write(everything))


@pytest.mark.parametrize(("wire", "value"), examples(READ))
def test_value_of_json_is_written_in_the_form_of_odata(
    models: ModuleType, calls: Calls, wire: str, value: object
) -> None:
    everything = calls.read(models.Everything, {wire: value})
    check(wire, calls.write(everything))


@pytest.mark.parametrize(("wire", "value"), examples(BUILT))
def test_written_value_is_read_again(
    models: ModuleType, calls: Calls, wire: str, value: object
) -> None:
    everything = models.Everything(**{wire: value})
    read = calls.read_text(models.Everything, calls.write_text(everything))
    if wire == "day" and isinstance(value, dt.datetime):
        value = value.date()
    assert is_equal(getattr(read, wire), value)


def is_equal(one: object, other: object) -> bool:
    return one == other or (one != one and other != other)


LENGTHS: dict[str, tuple[str, dt.timedelta]] = {
    "weeks": ("P2W", dt.timedelta(weeks=2)),
    "weeks and days": ("P1W1DT1H", dt.timedelta(days=8, hours=1)),
    "a plus sign": ("+PT90M", dt.timedelta(minutes=90)),
}


@pytest.mark.parametrize(("text", "length"), LENGTHS.values(), ids=LENGTHS.keys())
def test_duration_that_odata_does_not_have_is_written_as_one_that_it_has(
    models: ModuleType, calls: Calls, text: str, length: dt.timedelta
) -> None:
    read = calls.read(models.Everything, {"span": text})
    assert read.span == length
    again = calls.read(models.Everything, calls.write(read))
    assert again.span == length
    assert calls.write(read)["span"] != text


NOT_VALID = {
    "a date-time without an offset": ("sent", "2021-06-01T12:34"),
    "the alphabet with + and /": ("content", "+/8="),
    "a duration of weeks": ("span", "P1W"),
    "a time of day with an offset": ("clock", "12:34Z"),
    "an infinite number": ("price", "Infinity"),
}


@pytest.mark.parametrize(("wire", "text"), NOT_VALID.values(), ids=NOT_VALID.keys())
def test_form_of_odata_excludes(wire: str, text: str) -> None:
    assert not matches(wire, text)


TOO_PRECISE = ["+01:00:30", "-00:00:01", "+01:00:00.5"]


@pytest.mark.parametrize("offset", TOO_PRECISE)
def test_offset_of_a_date_time_has_no_seconds(
    models: ModuleType, calls: Calls, offset: str
) -> None:
    with pytest.raises(calls.read_error):
        calls.read(models.Everything, {"sent": f"2021-06-01T12:34:56{offset}"})
