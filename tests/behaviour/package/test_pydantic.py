"""What the pydantic flavour does in a way of its own, as pydantic's own calls."""

import ast
import datetime as dt
import math
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from uuid import UUID

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from docgen.python import reserved

pytestmark = pytest.mark.parametrize(
    "flavour", ["pydantic"], indirect=True, scope="session"
)

GUID = "c2f3a1de-7a5b-4f2c-9d2e-0c5a1b0c9a11"


def test_a_model_is_built_from_names_of_python_or_of_json(models: ModuleType) -> None:
    key = UUID(GUID)
    assert models.Everything(ip_address="a", key=key) == models.Everything(
        IPAddress="a", key=GUID
    )


def test_a_name_of_python_is_no_name_of_json(models: ModuleType) -> None:
    document = {"several_kinds": 1, "severalKinds": ["low"]}
    everything = models.Everything.model_validate(document)
    assert everything.several_kinds == [models.Kind.LOW]
    assert everything.model_extra == {"several_kinds": 1}
    assert everything.model_dump(mode="json", exclude_unset=True) == document


GIVEN: dict[str, tuple[str, object]] = {
    "a moment": ("moment", dt.datetime(2021, 6, 1, tzinfo=dt.UTC)),
    "a day": ("day", dt.date(2021, 6, 1)),
    "a time of day": ("clock", dt.time(12)),
    "a duration": ("span", dt.timedelta(days=1)),
    "a decimal number": ("price", Decimal("1.5")),
    "a number without end": ("ratio", math.inf),
    "bytes": ("content", b"a"),
    "a list": ("moments", [dt.datetime(2021, 6, 1, tzinfo=dt.UTC), None]),
}


@pytest.mark.parametrize(("name", "value"), GIVEN.values(), ids=GIVEN.keys())
def test_a_value_is_taken_as_it_is(
    models: ModuleType, name: str, value: object
) -> None:
    assert getattr(models.Everything(**{name: value}), name) == value


def test_a_model_is_taken_as_it_is(models: ModuleType) -> None:
    team = models.Team(id="1")
    assert models.Everything(member=team).member is team
    assert models.Base.model_validate(team) is team


REFUSED: dict[str, dict[str, object]] = {
    "a text for a number": {"count": "1"},
    "a number for a text": {"text": 1},
    "a text for a GUID": {"key": "a"},
    "a moment without a type": {"anything": dt.datetime(2021, 6, 1)},
    "a number that is none, in JSON": {"anything": math.nan},
    "bytes for a text": {"text": b"a"},
    "a tuple for a list": {"texts": ("a",)},
}


@pytest.mark.parametrize("values", REFUSED.values(), ids=REFUSED.keys())
def test_a_value_of_another_kind_is_refused(
    models: ModuleType, values: dict[str, object]
) -> None:
    with pytest.raises(ValidationError):
        models.Everything(**values)


def test_a_model_of_another_type_is_refused(models: ModuleType) -> None:
    with pytest.raises(ValidationError, match="members"):
        models.Team(members=[models.Alert()])


def test_json_holds_no_number_without_end(models: ModuleType) -> None:
    with pytest.raises(ValidationError, match="ratio"):
        models.Everything.model_validate({"ratio": math.inf})


def test_every_wrong_value_is_reported_with_its_place(models: ModuleType) -> None:
    document = {"moment": "noon", "members": [{}, {"id": 1}], "count": "1"}
    with pytest.raises(ValidationError) as caught:
        models.Everything.model_validate(document)
    reported = {error["loc"]: error["msg"] for error in caught.value.errors()}
    assert reported.keys() == {("moment",), ("members", 1, "id"), ("count",)}
    assert reported["moment",] == (
        "Value error, expected a date-time such as 2021-06-01T12:34:56Z, not 'noon'"
    )


def test_a_null_is_written_where_one_was_set(models: ModuleType) -> None:
    base = models.Base(id="1")
    base.id = None
    assert base.model_dump(mode="json", exclude_unset=True) == {"id": None}
    assert models.Base().model_dump(mode="json", exclude_unset=True) == {}


def test_names_of_json_are_written_unless_others_are_wanted(models: ModuleType) -> None:
    everything = models.Everything(self_="a", several_kinds=[])
    assert everything.model_dump(exclude_unset=True) == {
        "self": "a",
        "severalKinds": [],
    }
    assert everything.model_dump(exclude_unset=True, by_alias=False) == {
        "self_": "a",
        "several_kinds": [],
    }


def test_values_of_python_are_dumped_as_they_are(models: ModuleType) -> None:
    moment = dt.datetime(2021, 6, 1, tzinfo=dt.UTC)
    everything = models.Everything(moment=moment, member=models.Team())
    assert everything.model_dump(exclude_unset=True) == {
        "moment": moment,
        "member": {"@odata.type": "#m.g.team"},
    }


def test_what_is_no_json_is_not_written(models: ModuleType) -> None:
    everything = models.Everything()
    everything.anything = {"a": math.nan}
    with pytest.raises(ValueError, match=r"expected JSON, not nan"):
        everything.model_dump(mode="json")


def test_derived_types_are_found_wherever_pydantic_reads(models: ModuleType) -> None:
    adapter = TypeAdapter(models.Base)
    team = adapter.validate_json('{"@odata.type":"#m.g.team","id":"1"}')
    assert type(team) is models.Team
    assert adapter.dump_json(team, exclude_unset=True) == (
        b'{"id":"1","@odata.type":"#m.g.team"}'
    )


def test_the_name_of_a_derived_type_comes_first(models: ModuleType) -> None:
    document = {"member": {"id": "1", "@odata.type": "#m.g.team"}}
    everything = models.Everything.model_validate(document)
    assert [*everything.model_dump(exclude_unset=True)["member"]] == [
        "@odata.type",
        "id",
    ]


def test_a_class_of_a_person_adds_fields_and_rules(models: ModuleType) -> None:
    namespace = {"__annotations__": {"rank": int, "day": dt.date | None}, "day": None}
    own = type("OwnTeam", (models.Team,), namespace)
    team = own.model_validate({"rank": 1, "day": "2021-06-01", "members": [{}]})
    assert (team.rank, team.day) == (1, dt.date(2021, 6, 1))
    assert type(team.members[0]) is models.Team
    with pytest.raises(ValidationError, match="rank"):
        own.model_validate({})


def test_a_copy_is_changed_as_pydantic_has_it(models: ModuleType) -> None:
    base = models.Base(id="1")
    assert base.model_copy(update={"id": "2"}) == models.Base(id="2")


def test_json_schema_is_given_for_every_type(models: ModuleType) -> None:
    schema = models.Everything.model_json_schema()
    assert schema["properties"]["moment"]["anyOf"][0] == {
        "type": "string",
        "format": "date-time",
    }
    assert schema["properties"]["members"]["anyOf"][0] == {
        "type": "array",
        "items": {"title": "Base"},
    }


def test_a_class_is_imported_when_the_first_value_of_it_comes(
    odd: ModuleType, odd_folder: Path
) -> None:
    name = f"{odd.__name__}.models"
    program = (
        f"import sys; from {name} import Everything; before = set(sys.modules);"
        "Everything.model_validate({'call': {'record': None}, 'text': 'a'});"
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=odd_folder,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {one for one in done.stdout.split() if one.startswith(f"{name}.")}
    assert loaded == {f"{name}.call"}


def test_a_package_needs_pydantic_and_nothing_else(odd_folder: Path) -> None:
    needed = {
        module.partition(".")[0]
        for path in (odd_folder / "odd_pydantic").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for module in imported(node)
    }
    assert needed - set(sys.stdlib_module_names) == {
        "odd_pydantic",
        "pydantic",
        "pydantic_core",
    }


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [one.name for one in node.names] if isinstance(node, ast.Import) else []


def test_no_field_has_the_name_of_a_member_of_pydantic_s(odd: ModuleType) -> None:
    members = {name for name in dir(odd.Model) if not name.startswith("_")}
    assert members <= reserved.RESERVED_FIELDS
    assert {name for name in dir(BaseModel) if not name.startswith("_")} <= members
