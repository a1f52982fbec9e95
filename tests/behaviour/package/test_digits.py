"""Numbers of JSON keep their digits and their spelling."""

import copy
import importlib
import json
import pickle
from decimal import Decimal
from math import copysign
from types import ModuleType

import pytest
from calls import Calls


@pytest.mark.parametrize(
    ("wire", "number"),
    [
        ("price", "12345678901234567.89"),
        ("ratio", "-1.2345678901234567891e30"),
        ("anything", "12345678901234567.89"),
        ("unknown", "-1.2345678901234567891e30"),
        ("price", "1e400"),
        ("anything", "-1.5e400"),
        ("unknown", "1e-400"),
    ],
)
def test_number_that_no_float_represents_remains_a_number(
    models: ModuleType, calls: Calls, number: str, wire: str
) -> None:
    read = calls.read_text(models.Everything, f'{{"{wire}":{number}}}')
    pickled = pickle.loads(pickle.dumps(read))  # noqa: S301 - written by this test
    for one in (read, copy.deepcopy(read), pickled):
        written = json.loads(calls.write_text(one), parse_float=Decimal)
        assert written == {wire: Decimal(number)}


SPELLINGS = {
    "a zero at the end": "1.10",
    "a capital exponent": "1E2",
    "an exponent with a sign": "1e+2",
    "a fraction and an exponent": "-2.50e3",
    "a zero with digits": "0.000",
    "a zero with an exponent": "0E-7",
    "an integer with a fraction": "100.0",
    "a negative zero": "-0.0",
    "a negative zero without a fraction": "-0",
    "a negative zero with an exponent": "-0E5",
    "a zero with a plus sign in its exponent": "0e+05",
    "a plain fraction": "0.1",
    "a small number": "0.00001",
    "an exponent as in Python": "1e+22",
    "an exponent of one digit": "1e-7",
    "an integer": "100",
}


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
@pytest.mark.parametrize("wire", ["price", "ratio", "anything", "unknown"])
def test_number_is_written_as_it_is_spelled(
    models: ModuleType, calls: Calls, wire: str, spelling: str
) -> None:
    text = f'{{"{wire}":{spelling}}}'
    read = calls.read_text(models.Everything, text)
    pickled = pickle.loads(pickle.dumps(read))  # noqa: S301 - written by this test
    for one in (read, copy.deepcopy(read), pickled):
        assert one == read
        assert calls.write_text(one) == text
        assert json.loads(json.dumps(calls.write(one))) == {wire: float(spelling)}


LARGE = ["1e400", "-1.50E+0400"]
PRECISE = ["1E-400", "12345678901234567.890e1", "0.1000000000000000055"]


@pytest.mark.parametrize(
    ("wire", "spelling"),
    [
        *(
            (name, large)
            for name in ("price", "anything", "unknown")
            for large in LARGE
        ),
        *((name, one) for name in ("price", "ratio", "unknown") for one in PRECISE),
    ],
)
def test_number_that_no_float_represents_is_written_as_it_is_spelled(
    models: ModuleType, calls: Calls, wire: str, spelling: str
) -> None:
    text = f'{{"{wire}":{spelling}}}'
    read = calls.read_text(models.Everything, text)
    pickled = pickle.loads(pickle.dumps(read))  # noqa: S301 - written by this test
    for one in (read, copy.deepcopy(read), pickled):
        assert calls.write_text(one) == text


@pytest.mark.parametrize(
    "spelling", ["-0", "0", '"-0"', '"007"', "12345678901234567890"]
)
def test_64_bit_integer_keeps_its_sign_and_form(
    models: ModuleType, calls: Calls, spelling: str
) -> None:
    text = f'{{"size":{spelling},"x":[{{"y":-0}}]}}'
    read = calls.read_text(models.Everything, text)
    pickled = pickle.loads(pickle.dumps(read))  # noqa: S301 - written by this test
    for one in (read, copy.deepcopy(read), pickled):
        assert one.size == int(spelling.strip('"'))
        assert calls.write_text(one) == text


@pytest.mark.parametrize("digits", ["-0", "-0.0", "0E+5", "-0E-7", "1E+2", "1.10"])
@pytest.mark.parametrize("wire", ["price", "ratio", "anything"])
def test_decimal_number_in_a_dictionary_keeps_its_form(
    models: ModuleType, calls: Calls, wire: str, digits: str
) -> None:
    read = calls.read(models.Everything, {wire: Decimal(digits)})
    assert calls.write_text(read) == f'{{"{wire}":{digits}}}'


@pytest.mark.parametrize("digits", ["1E5", "-0E5", "1.0"])
def test_error_calls_a_number_a_number(
    models: ModuleType, calls: Calls, digits: str
) -> None:
    with pytest.raises(ValueError, match="expected an integer, not a number"):
        calls.read_text(models.Everything, f'{{"size":{digits}}}')


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1.10", "1.10"),
        ("100.0", "100.0"),
        ("1E+2", "100"),
        ("1.20E+3", "1200"),
        ("1.2E+29", "12" + "0" * 28),
        ("1E+30", "1E+30"),
        ("1.5", "1.5"),
        ("-0", "-0"),
        ("0E+5", "0E+5"),
        ("0", "0"),
    ],
)
def test_decimal_number_of_python_keeps_its_digits(
    models: ModuleType, calls: Calls, value: str, written: str
) -> None:
    everything = models.Everything(price=Decimal(value))
    assert calls.write_text(everything) == f'{{"price":{written}}}'


def test_spelled_numbers_are_floats_and_decimal_numbers(
    models: ModuleType, calls: Calls
) -> None:
    text = '{"price":1.10,"ratio":1.10,"unknown":[{"a":1.10}]}'
    read = calls.read_text(models.Everything, text)
    assert (read.price, str(read.price)) == (Decimal("1.1"), "1.10")
    assert (read.ratio, repr(read.ratio)) == (1.1, "1.1")
    assert calls.extra_of(read) == {"unknown": [{"a": 1.1}]}


def test_negative_zero_is_a_negative_float(models: ModuleType, calls: Calls) -> None:
    read = calls.read_text(models.Everything, '{"ratio":-0}')
    assert copysign(1, read.ratio) == -1


def test_negative_zero_alone_is_written_with_its_sign(
    models: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = models.__name__.partition(".")[0]
    spelled = importlib.import_module(f"{package}._json").SpelledFloat
    monkeypatch.setattr(spelled, "exist", False)
    text = '{"size":-0}'
    assert calls.write_text(calls.read_text(models.Everything, text)) == text


def test_strings_next_to_such_a_number_are_not_changed(
    models: ModuleType, calls: Calls
) -> None:
    text = '{"text":"12345678901234567.89","price":12345678901234567.89,"x":"\\u0000"}'
    assert calls.write_text(calls.read_text(models.Everything, text)) == text


@pytest.mark.parametrize("number", ["1.10", "1e400", "12345678901234567.89"])
def test_number_that_could_not_be_read_keeps_its_digits(
    models: ModuleType, calls: Calls, number: str
) -> None:
    text = f'{{"text":{number},"labels":["a",{number}]}}'
    data = json.loads(text, parse_float=Decimal)
    read, paths = calls.read_leniently(models.Everything, data)
    assert paths == [".text", ".labels[1]"]
    written = json.loads(calls.write_text(read), parse_float=Decimal)
    assert written == data


def test_number_in_a_nested_object_keeps_its_digits(
    models: ModuleType, calls: Calls
) -> None:
    text = (
        '{"members":[{"@odata.type":"#m.g.team","x":1E2}],"everything":{"price":1.10}}'
    )
    read = calls.read_text(models.Everything, text)
    assert calls.write_text(read) == text
