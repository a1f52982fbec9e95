"""Models are copied, pickled and sent elsewhere: what comes out is written as what went in."""

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
    "a text": '{"text":"a"}',
    "a moment": '{"moment":"2021-06-01T12:34:56Z"}',
    "a duration": '{"span":"PT1H"}',
    "a duration in another spelling": '{"span":"PT90M"}',
    "a GUID": '{"key":"c2f3a1de-7a5b-4f2c-9d2e-0c5a1b0c9a11"}',
    "a GUID in capitals": '{"key":"C2F3A1DE-7A5B-4F2C-9D2E-0C5A1B0C9A11"}',
    "a decimal number": '{"price":1.5}',
    "a decimal number as a text": '{"price":"1.50"}',
    "bytes": '{"content":"AQID"}',
    "bytes in another alphabet": '{"content":"AAEC_-8"}',
    "a member": '{"kind":"low"}',
    "a value of no member": '{"kind":"newer"}',
    "a value of an enum without members": '{"unknownKind":"a"}',
    "flags": '{"kinds":"write, newer"}',
    "models in a list": '{"members":[{"@odata.type":"#m.g.team","members":[{}]},null]}',
    "unknown keys and nulls": '{"@odata.etag":null,"id":null,"newer":{"a":[1]}}',
}


def pickled(value: object, protocol: int) -> object:
    return pickle.loads(pickle.dumps(value, protocol))  # noqa: S301


COPIES: dict[str, Callable[[Any], Any]] = {
    "copied": copy.copy,
    "copied to the ground": copy.deepcopy,
    "pickled": partial(pickled, protocol=pickle.DEFAULT_PROTOCOL),
    "pickled as of old": partial(pickled, protocol=2),
}


@pytest.mark.parametrize("copied", COPIES.values(), ids=COPIES.keys())
@pytest.mark.parametrize("text", VALUES.values(), ids=VALUES.keys())
def test_a_copy_is_the_same(
    models: ModuleType, calls: Calls, text: str, copied: Callable[[Any], Any]
) -> None:
    model = calls.read_text(models.Everything, text)
    made = copied(model)
    assert isinstance(made, models.Everything)
    assert made == model
    assert made is not model
    assert json.loads(calls.write_text(made)) == json.loads(text)


@pytest.mark.parametrize("copied", COPIES.values(), ids=COPIES.keys())
def test_a_known_member_stays_itself(
    models: ModuleType, copied: Callable[[Any], Any]
) -> None:
    assert copied(models.Kind.LOW) is models.Kind.LOW


@pytest.mark.parametrize("copied", COPIES.values(), ids=COPIES.keys())
def test_an_unknown_value_stays_unknown(
    models: ModuleType, copied: Callable[[Any], Any]
) -> None:
    made = copied(models.Kind("newer"))
    assert isinstance(made, models.Kind)
    assert str(made) == "newer"
    assert not made.is_known


def test_a_deep_copy_shares_nothing(models: ModuleType, calls: Calls) -> None:
    model = calls.read_text(models.Everything, '{"members":[{}],"newer":{"a":1}}')
    made = copy.deepcopy(model)
    made.members[0].id = "1"
    calls.kept(made)["newer"]["a"] = 2
    assert calls.write_text(model) == '{"members":[{}],"newer":{"a":1}}'


def test_an_error_keeps_its_path(models: ModuleType, calls: Calls) -> None:
    with pytest.raises(calls.refused) as caught:
        calls.read(models.Everything, {"members": [{"id": 1}]})
    made = pickled(caught.value, pickle.DEFAULT_PROTOCOL)
    assert calls.path(made) == ".members[0].id"
