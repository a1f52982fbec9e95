"""What is specific to the dataclass flavour."""

import datetime as dt
import json
import math
from dataclasses import dataclass, field
from decimal import Decimal
from types import ModuleType
from typing import Any

import pytest

pytestmark = pytest.mark.parametrize(
    "flavour", ["dataclass"], indirect=True, scope="session"
)

INVALID: dict[str, tuple[dict[str, object], str]] = {
    "a number for a date-time in a list": ({"visits": [1]}, ".visits[0]"),
    "a date-time without a time zone": ({"sent": dt.datetime(2021, 6, 1)}, ".sent"),
    "a string for a GUID": ({"key": "a"}, ".key"),
    "a string for a GUID after other values": (
        {"text": "a", "key": "a", "extra": {"@odata.etag": None, "x": 1}},
        ".key",
    ),
    "a nested value that is not JSON": (
        {"anything": {"a": [dt.UTC]}},
        ".anything.a[0]",
    ),
    "a value of an unknown key that is not JSON": ({"extra": {"x": [dt.UTC]}}, ".x[0]"),
    "NaN as an annotation": ({"extra": {"@x": math.nan}}, "['@x']"),
}


@pytest.mark.parametrize(("values", "path"), INVALID.values(), ids=INVALID.keys())
def test_invalid_value_is_not_written(
    models: ModuleType, odd: ModuleType, values: dict[str, object], path: str
) -> None:
    with pytest.raises(odd.JsonError) as caught:
        models.Everything(**values).to_json()
    assert caught.value.path == path


def test_error_of_a_nested_model_has_its_path(
    models: ModuleType, odd: ModuleType
) -> None:
    inner = models.Everything(text="a", sent="noon")
    outer = models.Everything(text="a", everything=inner)
    with pytest.raises(odd.JsonError, match=r"^\.everything\.sent: can't be written"):
        outer.to_dict()


NAIVE = dt.datetime(2021, 6, 1)
AWARE = dt.datetime(2021, 6, 1, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("name", "items", "path"),
    [
        ("visits", [AWARE, None, NAIVE], ".visits[2]"),
        ("visits", [AWARE, "soon"], ".visits[1]"),
        ("members", [{}, {"x": [1, NAIVE]}], ".members[1].x[1]"),
    ],
)
def test_error_in_a_list_has_the_index(
    models: ModuleType, odd: ModuleType, name: str, items: list[Any], path: str
) -> None:
    made = [models.Base(extra=one) if isinstance(one, dict) else one for one in items]
    with pytest.raises(odd.JsonError) as caught:
        models.Everything(**{name: made}).to_dict()
    assert caught.value.path == path


def test_error_in_nested_lists_is_found_at_once(
    models: ModuleType, odd: ModuleType
) -> None:
    team = models.Team(extra={"x": NAIVE})
    for _ in range(40):  # an item that is written twice would be written 2**40 times
        team = models.Team(members=[team])
    with pytest.raises(odd.JsonError) as caught:
        team.to_dict()
    assert caught.value.path == 40 * ".members[0]" + ".x"


@pytest.mark.parametrize("value", ["abc", b"abc", {"a": 1}, bytearray(b"a")])
@pytest.mark.parametrize("name", ["labels", "visits", "members", "several_kinds"])
def test_value_that_is_not_a_list_is_not_written(
    models: ModuleType, odd: ModuleType, name: str, value: object
) -> None:
    with pytest.raises(odd.JsonError, match="expected a list") as caught:
        models.Everything(**{name: value}).to_dict()
    assert caught.value.path == f".{name}".replace("_k", "K")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\ud800", r'{"text":"\ud800"}'),
        ("é\udfff世", r'{"text":"é\udfff世"}'),
        ("\U0001f600", '{"text":"\U0001f600"}'),
    ],
)
def test_lone_surrogate_is_escaped(models: ModuleType, text: str, written: str) -> None:
    model = models.Everything(text=text)
    assert model.to_json() == written
    assert models.Everything.from_json(model.to_json().encode()) == model


def test_deleted_field_is_not_written(models: ModuleType) -> None:
    everything = models.Everything(
        text="a", sent=dt.datetime(2021, 6, 1, tzinfo=dt.UTC)
    )
    del everything.sent
    assert everything.to_dict() == {"text": "a"}


def test_model_of_another_type_is_not_written(
    models: ModuleType, odd: ModuleType
) -> None:
    team = models.Team(members=[models.Team(id="1"), models.Alert()])
    with pytest.raises(odd.JsonError, match=r"\.members\[1\]: Alert is not a Team"):
        team.to_dict()


def test_post_init_of_a_subclass_sees_the_fields(
    models: ModuleType,
) -> None:
    seen: list[object] = []
    namespace = {"__post_init__": lambda self: seen.append(self.id)}
    subclass = dataclass(kw_only=True)(type("SubTeam", (models.Team,), namespace))
    subclass.from_dict({"id": "1"})
    assert seen == ["1"]


def test_json_is_read_leniently(models: ModuleType, odd: ModuleType) -> None:
    errors: list[Exception] = []
    text = b'{"ratio":1e400,"members":[{"id":1e400},[0.10000000000000000000001]]}'
    read = models.Everything.from_json(text, lenient=errors)
    assert [str(error) for error in errors] == [
        ".ratio: expected a number that a float can represent, not 1E+400",
        ".members[0].id: expected a string, not 1E+400",
        ".members[1]: expected an object, not a list",
    ]
    assert json.loads(read.to_json(), parse_float=Decimal) == json.loads(
        text, parse_float=Decimal
    )
    for invalid in ("[]", "{", "1"):
        with pytest.raises(odd.JsonError):
            models.Everything.from_json(invalid, lenient=errors)
    assert len(errors) == 3


def test_lenient_reading_of_deeply_nested_models_is_an_error(
    models: ModuleType, odd: ModuleType
) -> None:
    document: dict[str, object] = {}
    for _ in range(2_000):
        document = {"everything": document}
    with pytest.raises(odd.JsonError, match="nested too deeply"):
        models.Everything.from_dict(document, lenient=[])


EXPECTED: dict[str, tuple[str, str, dict[str, object]]] = {
    "the class itself": ("Team", "Team", {"id": "1"}),
    "its base class": ("Team", "Base", {"@odata.type": "#m.g.team", "id": "1"}),
    "a base class two levels up": (
        "Reply",
        "Model",
        {"@odata.type": "#m.g.reply"},
    ),
}


@pytest.mark.parametrize(
    ("name", "expected", "written"), EXPECTED.values(), ids=EXPECTED.keys()
)
def test_name_of_a_class_derived_from_the_expected_one_is_written(
    models: ModuleType,
    odd: ModuleType,
    name: str,
    expected: str,
    written: dict[str, object],
) -> None:
    base = getattr(models, expected, None) or odd.Model
    model = getattr(models, name)()
    if "id" in written:
        model.id = "1"
    assert model.to_dict(base) == written
    assert json.loads(model.to_json(expected=base)) == written
    if base is not odd.Model:
        assert base.from_dict(model.to_dict(base)) == model


def test_model_is_not_written_for_an_unrelated_class(
    models: ModuleType, odd: ModuleType
) -> None:
    with pytest.raises(odd.JsonError, match="Base is not a Team"):
        models.Base().to_dict(expected=models.Team)


def test_subclass_of_a_user_is_compared_like_other_models(models: ModuleType) -> None:
    subclass = dataclass(kw_only=True)(
        type("SubTeam", (models.Team,), {"__annotations__": {"a": int}, "a": 0})
    )
    named = {"@odata.type": "#m.g.team"}
    assert subclass(a=1) == subclass(a=1)
    assert subclass(a=1) != subclass(a=2)
    assert subclass(a=1, extra=named) != subclass(a=1)
    assert subclass() != models.Team()


def test_equality_that_a_user_defines_is_kept(models: ModuleType) -> None:
    subclass = type("SubTeam", (models.Team,), {"__eq__": lambda *_: True})
    assert subclass(id="1") == subclass(id="2")


def test_explicit_null_is_written(models: ModuleType) -> None:
    base = models.Base()
    base.extra["id"] = None
    assert base.to_dict() == {"id": None}
    base.id = "1"
    assert base.to_dict() == {"id": "1"}


def test_error_message_starts_with_the_path(
    models: ModuleType, odd: ModuleType
) -> None:
    with pytest.raises(odd.JsonError, match=r"^\.members\[1\]\.id: expected a string"):
        models.Everything.from_dict({"members": [{}, {"id": 1}]})
    with pytest.raises(odd.JsonError, match=r"^expected an object, not a list"):
        models.Everything.from_json("[]")


def test_repr_has_extra(models: ModuleType) -> None:
    base = models.Base(id="1", extra={"x": None})
    assert repr(base) == "Base(extra={'x': None}, id='1')"


def test_repr_leaves_out_what_a_field_says(models: ModuleType) -> None:
    hidden = field(default="a", repr=False)
    namespace = {"__annotations__": {"hidden": str}, "hidden": hidden}
    subclass = dataclass(kw_only=True, repr=False)(
        type("Vault", (models.Base,), namespace)
    )
    assert repr(subclass(id="1", hidden="b")) == "Vault(id='1')"


def test_repr_of_a_model_that_contains_itself(models: ModuleType) -> None:
    everything = models.Everything()
    everything.everything = everything
    assert repr(everything) == "Everything(everything=...)"
