"""What is specific to the pydantic flavour, including functions of pydantic."""

import ast
import datetime as dt
import json
import math
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any
from uuid import UUID

import pytest
from pydantic import (
    BaseModel,
    PlainSerializer,
    TypeAdapter,
    ValidationError,
    create_model,
)

from docgen.python import reserved

pytestmark = pytest.mark.parametrize(
    "flavour", ["pydantic"], indirect=True, scope="session"
)

GUID = "c2f3a1de-7a5b-4f2c-9d2e-0c5a1b0c9a11"


def test_constructor_accepts_python_names_and_wire_names(models: ModuleType) -> None:
    key = UUID(GUID)
    assert models.Everything(ip_address="a", key=key) == models.Everything(
        IPAddress="a", key=GUID
    )


def test_json_has_wire_names_only(models: ModuleType) -> None:
    document = {"several_kinds": 1, "severalKinds": ["low"]}
    everything = models.Everything.model_validate(document)
    assert everything.several_kinds == [models.Kind.LOW]
    assert everything.model_extra == {"several_kinds": 1}
    assert everything.model_dump(mode="json", exclude_unset=True) == document


ARGUMENTS: dict[str, tuple[str, object]] = {
    "a date-time": ("sent", dt.datetime(2021, 6, 1, tzinfo=dt.UTC)),
    "a date": ("day", dt.date(2021, 6, 1)),
    "a time of day": ("clock", dt.time(12)),
    "a duration": ("span", dt.timedelta(days=1)),
    "a decimal number": ("price", Decimal("1.5")),
    "infinity": ("ratio", math.inf),
    "bytes": ("content", b"a"),
    "a list": ("visits", [dt.datetime(2021, 6, 1, tzinfo=dt.UTC), None]),
}


@pytest.mark.parametrize(("name", "value"), ARGUMENTS.values(), ids=ARGUMENTS.keys())
def test_constructor_keeps_a_value(
    models: ModuleType, name: str, value: object
) -> None:
    assert getattr(models.Everything(**{name: value}), name) == value


def test_constructor_keeps_a_model(models: ModuleType) -> None:
    team = models.Team(id="1")
    assert models.Everything(member=team).member is team
    assert models.Base.model_validate(team) is team


INVALID: dict[str, dict[str, object]] = {
    "a string for a number": {"count": "1"},
    "a number for a string": {"text": 1},
    "a string for a GUID": {"key": "a"},
    "a date-time for an untyped property": {"anything": dt.datetime(2021, 6, 1)},
    "NaN for an untyped property": {"anything": math.nan},
    "bytes for a string": {"text": b"a"},
    "a tuple for a list": {"labels": ("a",)},
}


@pytest.mark.parametrize("values", INVALID.values(), ids=INVALID.keys())
def test_constructor_rejects_a_value_of_another_type(
    models: ModuleType, values: dict[str, object]
) -> None:
    with pytest.raises(ValidationError):
        models.Everything(**values)


def test_constructor_rejects_a_model_of_another_type(models: ModuleType) -> None:
    with pytest.raises(ValidationError, match="members"):
        models.Team(members=[models.Alert()])


def test_infinity_is_not_valid_json(models: ModuleType) -> None:
    with pytest.raises(ValidationError, match="ratio"):
        models.Everything.model_validate({"ratio": math.inf})


def test_all_invalid_values_are_reported_with_their_paths(models: ModuleType) -> None:
    document = {"sent": "noon", "members": [{}, {"id": 1}], "count": "1"}
    with pytest.raises(ValidationError) as caught:
        models.Everything.model_validate(document)
    reported = {error["loc"]: error["msg"] for error in caught.value.errors()}
    assert reported.keys() == {("sent",), ("members", 1, "id"), ("count",)}
    assert reported["sent",] == (
        "Value error, expected a date-time such as 2021-06-01T12:34:56Z, not 'noon'"
    )


def test_explicit_null_is_written(models: ModuleType) -> None:
    base = models.Base(id="1")
    base.id = None
    assert base.model_dump(mode="json", exclude_unset=True) == {"id": None}
    assert models.Base().model_dump(mode="json", exclude_unset=True) == {}


def test_wire_names_are_written_by_default(models: ModuleType) -> None:
    everything = models.Everything(self_="a", several_kinds=[])
    assert everything.model_dump(exclude_unset=True) == {
        "self": "a",
        "severalKinds": [],
    }
    assert everything.model_dump(exclude_unset=True, by_alias=False) == {
        "self_": "a",
        "several_kinds": [],
    }


def test_model_dump_keeps_python_values(models: ModuleType) -> None:
    sent = dt.datetime(2021, 6, 1, tzinfo=dt.UTC)
    everything = models.Everything(sent=sent, member=models.Team())
    assert everything.model_dump(exclude_unset=True) == {
        "sent": sent,
        "member": {"@odata.type": "#m.g.team"},
    }


def test_value_that_is_not_json_is_not_written(models: ModuleType) -> None:
    everything = models.Everything()
    everything.anything = {"a": math.nan}
    with pytest.raises(ValueError, match=r"expected JSON, not nan"):
        everything.model_dump(mode="json")


def test_type_adapter_finds_derived_types(models: ModuleType) -> None:
    adapter = TypeAdapter(models.Base)
    team = adapter.validate_json('{"@odata.type":"#m.g.team","id":"1"}')
    assert type(team) is models.Team
    assert adapter.dump_json(team, exclude_unset=True) == (
        b'{"id":"1","@odata.type":"#m.g.team"}'
    )


def test_values_that_were_not_read_are_written_by_other_functions(
    models: ModuleType,
) -> None:
    document = {"labels": ["a", 1, "b"], "members": [{"id": 2}, "a"], "text": 3}
    read = models.Everything.model_validate(document, lenient=[])
    several: Any = list[models.Everything]
    for written in (
        TypeAdapter(models.Everything).dump_json(read, exclude_unset=True),
        TypeAdapter(several).dump_json([read], exclude_unset=True),
        read.model_dump_json(exclude_unset=True, indent=1),
    ):
        found = json.loads(written)
        (one,) = found if isinstance(found, list) else (found,)
        assert one == document
    pairs = json.loads(read.model_dump_json(), object_pairs_hook=list)
    assert len(pairs) == len(dict(pairs))
    holder = create_model("Holder", held=(models.Base, ...))(held=read)
    named = {"@odata.type": "#m.g.everything"}
    assert holder.model_dump(mode="json", exclude_unset=True) == {
        "held": named | document
    }


def test_value_that_can_t_be_removed_is_an_error(models: ModuleType) -> None:
    namespace = {"__annotations__": {"rank": int}}
    subclass = type("RankedTeam", (models.Team,), namespace)
    with pytest.raises(ValidationError, match="rank"):
        subclass.model_validate({"id": 1}, lenient=[])
    errors: list[object] = []
    read = subclass.model_validate_json('{"id":1,"rank":1}', lenient=errors)
    assert (read.rank, read.model_extra) == (1, {"id": 1})
    assert len(errors) == 1


def test_name_of_a_derived_type_is_first(models: ModuleType) -> None:
    document = {"member": {"id": "1", "@odata.type": "#m.g.team"}}
    everything = models.Everything.model_validate(document)
    assert [*everything.model_dump(exclude_unset=True)["member"]] == [
        "@odata.type",
        "id",
    ]


def test_subclass_may_add_fields(models: ModuleType) -> None:
    namespace = {"__annotations__": {"rank": int, "day": dt.date | None}, "day": None}
    subclass = type("SubTeam", (models.Team,), namespace)
    team = subclass.model_validate({"rank": 1, "day": "2021-06-01", "members": [{}]})
    assert (team.rank, team.day) == (1, dt.date(2021, 6, 1))
    assert type(team.members[0]) is models.Team
    with pytest.raises(ValidationError, match="rank"):
        subclass.model_validate({})


def test_model_copy(models: ModuleType) -> None:
    base = models.Base(id="1")
    assert base.model_copy(update={"id": "2"}) == models.Base(id="2")


def test_json_schema(models: ModuleType) -> None:
    schema = models.Everything.model_json_schema()["$defs"]["Everything"]
    assert schema["properties"]["sent"]["anyOf"][0] == {
        "type": "string",
        "format": "date-time",
    }
    assert schema["properties"]["members"]["anyOf"][0] == {
        "type": "array",
        "items": {"$ref": "#/$defs/Base"},
    }


def test_class_is_imported_when_its_first_value_is_read(
    odd: ModuleType, odd_folder: Path
) -> None:
    name = f"{odd.__name__}.models"
    program = (
        f"import sys; from {name} import Everything; before = set(sys.modules);"
        "Everything.model_validate({'call': {'record': None}, 'text': 'a'});"
        "print(*sorted(set(sys.modules) - before))"
    )
    completed = subprocess.run(
        [sys.executable, "-c", program],
        cwd=odd_folder,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {one for one in completed.stdout.split() if one.startswith(f"{name}.")}
    assert loaded == {f"{name}.call"}


def test_package_imports_no_other_library_than_pydantic(odd_folder: Path) -> None:
    needed = {
        module.partition(".")[0]
        for path in (odd_folder / "odd_pydantic").rglob("*.py")
        for node in run_time_nodes(ast.parse(path.read_text(encoding="utf-8")))
        for module in imported(node)
    }
    assert needed - set(sys.stdlib_module_names) == {
        "odd_pydantic",
        "pydantic",
        "pydantic_core",
    }


def run_time_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes of a module, without those that only type checkers read."""
    yield node
    for_checkers = (
        node.body
        if isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
        else []
    )
    for child in ast.iter_child_nodes(node):
        if child not in for_checkers:
            yield from run_time_nodes(child)


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [one.name for one in node.names] if isinstance(node, ast.Import) else []


def test_members_of_pydantic_s_base_class_are_reserved(odd: ModuleType) -> None:
    members = {name for name in dir(odd.Model) if not name.startswith("_")}
    assert members <= reserved.RESERVED_FIELDS
    assert {name for name in dir(BaseModel) if not name.startswith("_")} <= members


def test_number_that_no_float_represents_in_a_dictionary(models: ModuleType) -> None:
    text = '{"price":12345678901234567.89,"ratio":12345678901234567.89}'
    read = models.Everything.model_validate_json(text)
    assert read.model_dump(mode="json", exclude_unset=True) == {
        "price": "12345678901234567.89",
        "ratio": 12345678901234568.0,
    }


def test_options_of_a_json_string(models: ModuleType) -> None:
    read = models.Everything.model_validate_json('{"price":1.10,"text":"a"}')
    assert read.model_dump_json(include={"price"}, indent=1) == '{\n "price": 1.10\n}'
    assert read.model_dump_json(exclude={"price"}, exclude_none=True) == '{"text":"a"}'


def test_json_string_written_while_another_is_written(models: ModuleType) -> None:
    as_string = PlainSerializer(
        lambda inner: json.dumps(inner.model_dump(mode="json", exclude_unset=True))
    )
    type_: Any = Annotated[models.Everything, as_string]
    outer: Any = create_model("Outer", __base__=models.Base, inner=(type_, ...))
    read = outer.model_validate_json('{"x":1.10,"inner":{"price":1.10,"x":[1.10]}}')
    assert read.model_dump_json(exclude_unset=True) == (
        '{"inner":"{\\"price\\": 1.1, \\"x\\": [1.1]}","x":1.10}'
    )
