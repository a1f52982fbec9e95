"""`@odata.type` is written where a reader needs it to find the class of a model."""

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from calls import Calls

BUILT: dict[str, Callable[[Any], Any]] = {
    "in a property": lambda m: m.Everything(member=m.Team(id="1")),
    "in a list": lambda m: m.Everything(members=[m.Base(), m.Team(), m.Call(id="2")]),
    "in a list, with a null": lambda m: m.Everything(members=[None, m.Team()]),
    "two levels deep": lambda m: m.Everything(
        everything=m.Everything(members=[m.Everything(member=m.Team(id="1"))])
    ),
    "in a derived object": lambda m: m.Everything(
        member=m.Everything(member=m.Team(members=[m.Team(id="1")]))
    ),
    "in another namespace": lambda m: m.inner.Call(base=m.Call(record=m.inner.Call())),
    "without properties": lambda m: m.security.Alert(outer=m.security.Alert()),
}


@pytest.mark.parametrize("build", BUILT.values(), ids=BUILT.keys())
def test_object_built_in_python_is_equal_after_a_round_trip(
    models: ModuleType, calls: Calls, build: Callable[[Any], Any]
) -> None:
    built = build(models)
    read = calls.read(type(built), calls.write(built))
    again = calls.read_text(type(built), calls.write_text(built))
    assert read == built == again
    assert calls.write(read) == calls.write(built)


EXTRA: dict[str, dict[str, object]] = {
    "unknown keys": {"x": [1]},
    "its name": {"@odata.type": "#m.g.team"},
    "its name without a number sign": {"@odata.type": "m.g.team", "x": None},
}


@pytest.mark.parametrize("extra", EXTRA.values(), ids=EXTRA.keys())
def test_object_with_other_keys_is_equal_after_a_round_trip(
    models: ModuleType, calls: Calls, extra: dict[str, object]
) -> None:
    team = models.Team(id="1")
    calls.extra_of(team).update(extra)
    built = models.Everything(members=[team])
    read = calls.read(models.Everything, calls.write(built))
    assert read == built
    assert calls.extra_of(read.members[0]) == {"@odata.type": "#m.g.team", **extra}


def test_name_is_not_written_where_the_class_is_the_declared_one(
    models: ModuleType, calls: Calls
) -> None:
    team = models.Team(members=[models.Team(members=[models.Team()])])
    assert calls.write(team) == {"members": [{"members": [{}]}]}
    everything = models.Everything(member=models.Base(), members=[models.Base()])
    assert calls.write(everything) == {"member": {}, "members": [{}]}


def test_models_that_name_different_types_differ(
    models: ModuleType, calls: Calls
) -> None:
    team = {"@odata.type": "#m.g.team"}
    assert calls.read(models.Base, {"@odata.type": "#m.g.newer"}) != models.Base()
    assert calls.read(models.Base, team) == models.Team()
    assert calls.read(models.Base, team) != models.Base()
    assert calls.read(models.Base, {**team, "x": 1}) != models.Team()
    assert calls.read(models.Team, {"@odata.type": None}) != models.Team()
    assert models.Team() != models.Everything()
    assert models.Team() != {}


NAMES = {
    "no name": {},
    "a null": {"@odata.type": None},
    "the name of the base type": {"@odata.type": "#m.g.base"},
    "the name of a sibling": {"@odata.type": "#m.g.everything"},
}


@pytest.mark.parametrize("extra", NAMES.values(), ids=NAMES.keys())
def test_wrong_name_is_replaced(
    models: ModuleType, calls: Calls, extra: dict[str, object]
) -> None:
    team = models.Team(id="1")
    calls.extra_of(team).update(extra)
    built = models.Everything(member=team)
    assert calls.write(built) == {"member": {"@odata.type": "#m.g.team", "id": "1"}}


def test_name_of_an_unknown_type_is_kept(models: ModuleType, calls: Calls) -> None:
    member = calls.read(models.Team, {"@odata.type": "#m.g.newerTeam"})
    built = models.Everything(member=member)
    assert calls.write(built) == {"member": {"@odata.type": "#m.g.newerTeam"}}


def test_models_are_not_hashable(models: ModuleType) -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(models.Team())


NAMES = ["m.g.team", "#m.g.team", "https://a.example/v1/$metadata#m.g.team"]


@pytest.mark.parametrize("name", NAMES)
def test_name_of_a_type_may_be_a_url(
    models: ModuleType, calls: Calls, name: str
) -> None:
    document = {"member": {"@odata.type": name, "members": [{"@odata.type": name}]}}
    read = calls.read(models.Everything, document)
    assert type(read.member) is models.Team
    assert type(read.member.members[0]) is models.Team
    assert calls.write(read) == document
