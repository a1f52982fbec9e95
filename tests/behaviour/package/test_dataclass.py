"""What the dataclass flavour does in a way of its own."""

import datetime as dt
import math
from dataclasses import dataclass
from decimal import Decimal
from types import ModuleType

import pytest

pytestmark = pytest.mark.parametrize(
    "flavour", ["dataclass"], indirect=True, scope="session"
)

UNWRITTEN: dict[str, tuple[dict[str, object], str]] = {
    "a number in place of a text in a list": ({"moments": [1]}, ".moments"),
    "a decimal number that is infinite": ({"price": Decimal("inf")}, ".price"),
    "a text for a GUID": ({"key": "a"}, ".key"),
    "a text for a GUID among others": (
        {"text": "a", "key": "a", "extra": {"@odata.etag": None, "x": 1}},
        ".key",
    ),
    "no JSON deep inside": ({"anything": {"a": [dt.UTC]}}, ".anything.a[0]"),
    "no JSON under an unknown key": ({"extra": {"x": [dt.UTC]}}, ".x[0]"),
    "no number under an annotation": ({"extra": {"@x": math.nan}}, "['@x']"),
}


@pytest.mark.parametrize(("values", "path"), UNWRITTEN.values(), ids=UNWRITTEN.keys())
def test_what_json_does_not_have_is_not_written(
    models: ModuleType, odd: ModuleType, values: dict[str, object], path: str
) -> None:
    with pytest.raises(odd.JsonError) as caught:
        models.Everything(**values).to_json()
    assert caught.value.path == path


def test_a_path_leads_to_what_is_not_written(
    models: ModuleType, odd: ModuleType
) -> None:
    inner = models.Everything(text="a", moment="noon")
    outer = models.Everything(text="a", everything=inner)
    with pytest.raises(odd.JsonError, match=r"^\.everything\.moment: can't be written"):
        outer.to_dict()


def test_a_field_that_was_deleted_is_not_written(
    models: ModuleType, odd: ModuleType
) -> None:
    everything = models.Everything(text="a")
    del everything.moment
    with pytest.raises(odd.JsonError, match=r"^\.moment: can't be written"):
        everything.to_dict()


def test_a_value_of_another_type_is_not_written(
    models: ModuleType, odd: ModuleType
) -> None:
    team = models.Team(members=[models.Team(id="1"), models.Alert()])
    with pytest.raises(odd.JsonError, match=r"\.members: Alert is not a Team"):
        team.to_dict()


def test_a_class_of_a_person_has_its_fields_before_it_looks_at_them(
    models: ModuleType,
) -> None:
    seen: list[object] = []
    look = {"__post_init__": lambda self: seen.append(self.id)}
    own = dataclass(kw_only=True)(type("OwnTeam", (models.Team,), look))
    own.from_dict({"id": "1"})
    assert seen == ["1"]


def test_a_null_is_written_where_one_is_wanted(models: ModuleType) -> None:
    base = models.Base()
    base.extra["id"] = None
    assert base.to_dict() == {"id": None}
    base.id = "1"
    assert base.to_dict() == {"id": "1"}


def test_an_error_begins_with_its_path(models: ModuleType, odd: ModuleType) -> None:
    with pytest.raises(odd.JsonError, match=r"^\.members\[1\]\.id: expected a string"):
        models.Everything.from_dict({"members": [{}, {"id": 1}]})
    with pytest.raises(odd.JsonError, match=r"^expected an object, not a list"):
        models.Everything.from_json("[]")


def test_a_model_shows_what_it_keeps_beside_its_fields(models: ModuleType) -> None:
    base = models.Base(id="1", extra={"x": None})
    assert repr(base) == "Base(extra={'x': None}, id='1')"


def test_a_model_that_holds_itself_is_shown(models: ModuleType) -> None:
    everything = models.Everything()
    everything.everything = everything
    assert repr(everything) == "Everything(everything=...)"
