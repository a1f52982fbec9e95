"""Generated dataclasses can be extended, and libraries can evaluate their annotations."""

import copy
import dataclasses
import datetime as dt
import inspect
import pickle
import subprocess
import sys
import typing
import weakref
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any
from uuid import UUID

import msgspec
import pytest
from pydantic import BaseModel, TypeAdapter

pytestmark = pytest.mark.parametrize(
    "flavour", ["dataclass"], indirect=True, scope="session"
)

SOURCE = """
from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from odd_dataclass.models import Team


class Named:
    def title(self) -> str:
        return "named"


@dataclass(kw_only=True, repr=False)
class Crew(Named, Team):
    rank: str | None = None
    seen: list[str] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self.seen.append(self.rank or "")

    def to_dict(self) -> dict[str, object]:
        return super().to_dict() | {"size": len(self.members or [])}

    @classmethod
    def from_dict(cls, data: dict[str, object]) -> Crew:
        return super().from_dict({"rank": "mate"} | data)

    def title(self) -> str:
        return super().title().upper()

    def __eq__(self, other: object) -> bool:
        return super().__eq__(other)

    @property
    def label(self) -> str:
        return f"{super().__repr__()} {self.rank}"

    @cached_property
    def names(self) -> list[str]:
        return [member.id or "" for member in self.members or []]
"""


@pytest.fixture
def crew(odd: ModuleType) -> type[Any]:
    """The class `Crew` of a module of the user."""
    assert odd
    module = ModuleType("crew_module")
    sys.modules[module.__name__] = module
    exec(SOURCE, vars(module))  # noqa: S102 - written by this test
    crew: type[Any] = vars(module)["Crew"]
    return crew


def test_methods_may_call_super(crew: type[Any]) -> None:
    read = crew.from_json('{"id":"1","members":[{"id":"2"}]}')
    assert read.to_json() == '{"id":"1","members":[{"id":"2"}],"rank":"mate","size":1}'
    assert read.title() == "NAMED"
    assert (
        read.label
        == "Crew(id='1', members=[Team(id='2')], rank='mate', seen=['mate']) mate"
    )


def test_post_init_is_called_when_read_and_constructed(crew: type[Any]) -> None:
    assert crew.from_dict({}).seen == ["mate"]
    assert crew(rank="captain").seen == ["captain"]


def test_field_without_a_parameter_is_not_in_json(crew: type[Any]) -> None:
    assert crew(rank="captain").to_dict() == {"rank": "captain", "size": 0}
    assert crew.from_dict({"seen": [1]}).extra == {"seen": [1]}


def test_cached_property_is_computed_once(crew: type[Any]) -> None:
    read = crew.from_dict({"members": [{"id": "2"}]})
    assert read.names is read.names
    assert read.names == ["2"]


def test_copies_of_an_extended_class_are_equal(crew: type[Any]) -> None:
    read = crew.from_dict({"members": [{"id": "2"}]})
    assert copy.deepcopy(read) == read
    assert dataclasses.replace(read, rank="cook").rank == "cook"
    assert pickle.loads(pickle.dumps(read)) == read  # noqa: S301 - written by this test


SPELLINGS = {
    "optional": "Optional[Team]",
    "qualified": "typing.Optional[Team]",
    "quoted": "'Team | None'",
    "reversed": "None | Team",
    "not optional": "Team",
}
LISTS = {
    "a list": "list[Team]",
    "in typing": "List[Team]",
    "optional": "Optional[List[Team]]",
    "optional and qualified": "typing.Optional[list[Team]]",
    "with optional items": "list[Optional[Team]] | None",
    "with items or None": "list[Team | None] | None",
    "with quoted items": "list['Team'] | None",
}


@pytest.mark.parametrize(
    ("annotation", "is_list"),
    [
        *((one, False) for one in SPELLINGS.values()),
        *((one, True) for one in LISTS.values()),
    ],
)
def test_added_field_is_read_as_its_annotation_says(
    models: ModuleType, annotation: str, is_list: bool
) -> None:
    namespace = {"__annotations__": {"deputy": annotation}, "deputy": None}
    namespace["__module__"] = models.Team.__module__
    added = dataclasses.dataclass(kw_only=True)(
        type("Added", (models.Team,), namespace)
    )
    document = {"deputy": [{"id": "1"}, None] if is_list else {"id": "1"}}
    read = added.from_dict(document)
    team = models.Team(id="1")
    assert read.deputy == ([team, None] if is_list else team)
    assert read.to_dict() == document


def test_weak_reference(models: ModuleType) -> None:
    team = models.Team(id="1")
    reference = weakref.ref(team)
    values = weakref.WeakValueDictionary({"team": team})
    assert reference() is team
    del team
    assert (reference(), [*values]) == (None, [])


def test_attribute_that_is_no_field_can_be_set(models: ModuleType) -> None:
    team = models.Team(id="1")
    team.note = "kept"
    assert (team.note, team.to_dict()) == ("kept", {"id": "1"})


HINTS: dict[str, object] = {
    "text": str | None,
    "sent": dt.datetime | None,
    "price": Decimal | None,
    "size": int | None,
    "key": UUID | None,
    "anything": Any,
    "labels": list[str] | None,
    "extra": dict[str, Any],
}


def test_type_hints(models: ModuleType) -> None:
    hints = typing.get_type_hints(models.Everything)
    assert HINTS.items() <= hints.items()
    assert hints["member"] == models.Base | None
    assert hints["several_kinds"] == list[models.Kind] | None
    assert hints["inner_call"] == models.inner.Call | None
    assert hints["call"] == models.Call | None


def test_type_hints_of_each_class(models: ModuleType) -> None:
    for name in models.__all__:
        found = getattr(models, name)
        if isinstance(found, type):
            assert not any(
                isinstance(hint, str) for hint in typing.get_type_hints(found).values()
            ), name


def test_evaluated_annotations(models: ModuleType) -> None:
    found = inspect.get_annotations(models.Call, eval_str=True)
    assert found == {"record": models.inner.Call | None}


def test_type_hints_of_a_class_whose_source_is_missing(odd_folder: Path) -> None:
    """A frozen program has no source code."""
    program = """
import inspect, typing
def fail(*_): raise OSError
inspect.getsource = fail
from odd_dataclass import models
hints = typing.get_type_hints(models.Everything)
assert hints["member"] == models.Base | None, hints
assert hints["key"].__args__[0].__name__ == "UUID"
assert hints["inner_call"] == models.inner.Call | None, hints
"""
    run(program, odd_folder)


def test_importing_and_reading_import_no_class_that_is_named(odd_folder: Path) -> None:
    program = """
import sys
from odd_dataclass.models import Everything
Everything.from_json('{"text":"a"}').to_json()
prefix = "odd_dataclass.models."
loaded = {name for name in sys.modules if name.startswith(prefix)}
assert loaded == {prefix + "base", prefix + "everything"}, loaded
"""
    run(program, odd_folder)


def run(program: str, folder: Path) -> None:
    completed = subprocess.run(
        [sys.executable, "-Werror", "-c", program],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert completed.returncode == 0, completed.stderr


def test_type_adapter_of_pydantic(models: ModuleType) -> None:
    adapter = TypeAdapter(models.Everything)
    members = [{"id": "1"}]
    read = adapter.validate_python({"text": "a", "members": members, "kind": "low"})
    assert read == models.Everything(
        text="a", members=[models.Base(id="1")], kind=models.Kind.LOW
    )
    assert adapter.validate_json(adapter.dump_json(read)) == read


def test_pydantic_model_with_a_field_of_a_generated_class(models: ModuleType) -> None:
    fields = {"__annotations__": {"teams": list[models.Team], "kind": models.Kind}}
    fleet = type("Fleet", (BaseModel,), {"__module__": __name__, **fields})
    read: Any = fleet.model_validate({"teams": [{"id": "1"}], "kind": "newer"})
    assert read.teams == [models.Team(id="1")]
    assert not read.kind.is_known


def test_enum_without_members_in_pydantic(models: ModuleType) -> None:
    adapter = TypeAdapter(models.EmptyKind)
    assert adapter.validate_python("newer") == models.EmptyKind.read("newer")
    assert adapter.json_schema()["type"] == "string"


def test_json_schema_of_pydantic_allows_unknown_members(models: ModuleType) -> None:
    schema = TypeAdapter(models.Everything).json_schema()["$defs"]["Kinds"]
    assert schema["anyOf"] == [
        {"enum": ["read", "write", "none"]},
        {"type": "string"},
    ]


def test_msgspec(models: ModuleType) -> None:
    text = b'{"id":"1","members":[{"id":"2"}],"extra":{"a":[1,null]}}'
    read = msgspec.json.decode(text, type=models.Team)
    assert read == models.Team(
        id="1", members=[models.Team(id="2")], extra={"a": [1, None]}
    )
    assert msgspec.json.decode(msgspec.json.encode(read), type=models.Team) == read
