"""Copied and pickled models are written as the same JSON."""

import copy
import json
import pickle
from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any

import pytest
from calls import Calls

VALUES = {
    "a string": '{"text":"a"}',
    "a date-time": '{"sent":"2021-06-01T12:34:56Z"}',
    "a duration": '{"span":"PT1H"}',
    "a duration that Python would write differently": '{"span":"PT90M"}',
    "a GUID": '{"key":"c2f3a1de-7a5b-4f2c-9d2e-0c5a1b0c9a11"}',
    "a GUID in upper case": '{"key":"C2F3A1DE-7A5B-4F2C-9D2E-0C5A1B0C9A11"}',
    "a decimal number": '{"price":1.5}',
    "a decimal number in a string": '{"price":"1.50"}',
    "bytes": '{"content":"AQID"}',
    "bytes in the URL-safe alphabet": '{"content":"AAEC_-8"}',
    "a known value": '{"kind":"low"}',
    "an unknown value": '{"kind":"newer"}',
    "a value of an enum without members": '{"unknownKind":"a"}',
    "flags": '{"kinds":"write, newer"}',
    "a list of models": '{"members":[{"@odata.type":"#m.g.team","members":[{}]},null]}',
    "unknown keys and nulls": '{"@odata.etag":null,"id":null,"newer":{"a":[1]}}',
}


def pickled(value: object, protocol: int) -> object:
    return pickle.loads(pickle.dumps(value, protocol))  # noqa: S301


COPIES: dict[str, Callable[[Any], Any]] = {
    "copied": copy.copy,
    "deeply copied": copy.deepcopy,
    "pickled": partial(pickled, protocol=pickle.DEFAULT_PROTOCOL),
    "pickled with protocol 2": partial(pickled, protocol=2),
}


@pytest.mark.parametrize("copy_of", COPIES.values(), ids=COPIES.keys())
@pytest.mark.parametrize("text", VALUES.values(), ids=VALUES.keys())
def test_copy_is_equal(
    models: ModuleType, calls: Calls, text: str, copy_of: Callable[[Any], Any]
) -> None:
    model = calls.read_text(models.Everything, text)
    result = copy_of(model)
    assert isinstance(result, models.Everything)
    assert result == model
    assert result is not model
    assert json.loads(calls.write_text(result)) == json.loads(text)


@pytest.mark.parametrize("copy_of", COPIES.values(), ids=COPIES.keys())
def test_copy_of_a_known_member_is_the_member(
    models: ModuleType, copy_of: Callable[[Any], Any]
) -> None:
    assert copy_of(models.Kind.LOW) is models.Kind.LOW


@pytest.mark.parametrize("copy_of", COPIES.values(), ids=COPIES.keys())
def test_copy_of_an_unknown_value_is_unknown(
    models: ModuleType, copy_of: Callable[[Any], Any]
) -> None:
    result = copy_of(models.Kind("newer"))
    assert isinstance(result, models.Kind)
    assert str(result) == "newer"
    assert not result.is_known


def test_deep_copy_shares_nothing(models: ModuleType, calls: Calls) -> None:
    model = calls.read_text(models.Everything, '{"members":[{}],"newer":{"a":1}}')
    result = copy.deepcopy(model)
    result.members[0].id = "1"
    calls.extra_of(result)["newer"]["a"] = 2
    assert calls.write_text(model) == '{"members":[{}],"newer":{"a":1}}'


def test_copied_error_has_the_path(models: ModuleType, calls: Calls) -> None:
    with pytest.raises(calls.read_error) as caught:
        calls.read(models.Everything, {"members": [{"id": 1}]})
    result = pickled(caught.value, pickle.DEFAULT_PROTOCOL)
    assert calls.path(result) == ".members[0].id"
