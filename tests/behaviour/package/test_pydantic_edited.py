"""Annotations that users write into generated pydantic models mean what they do elsewhere."""

import datetime as dt
import sys
import typing
from collections.abc import Iterator
from decimal import Decimal
from types import ModuleType
from typing import Any, ClassVar, Literal

import pytest
from pydantic import BaseModel, ValidationError

pytestmark = pytest.mark.parametrize(
    "flavour", ["pydantic"], indirect=True, scope="session"
)

SOURCE = """
from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Optional

from pydantic import Field, PositiveInt, PrivateAttr, computed_field

from odd_pydantic.models import Team

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from decimal import Decimal
    from odd_pydantic.models import Base, Everything


class Edited(Team):
    LABELS: ClassVar[list[str]] = ["a"]
    _seen: int = PrivateAttr(default=5)

    mode: Literal["a", "b"] = "a"
    grade: Annotated[int | None, Field(gt=3)] = None
    mark: int | None = Field(default=None, gt=3)
    price: Decimal | None = Field(default=None, gt=3)
    name: str | None = Field(default=None, max_length=3)
    names: list[str] | None = Field(default=None, max_length=2)
    size: PositiveInt = 1
    optional: Optional[int] = None
    plain: str = ""
    prices: dict[str, Decimal] = {}
    times: Mapping[str, dt.datetime] | None = None
    teams: dict[str, Base] = {}
    other: Edited | None = None
    others: tuple[Edited, ...] = ()
    unknown: list[Everything | None] = []

    @computed_field
    @property
    def twice(self) -> str:
        return 2 * self.plain
"""


@pytest.fixture
def edited(odd: ModuleType) -> Iterator[type[Any]]:
    """The class `Edited` of a module in the generated package."""
    module = ModuleType(f"{odd.__name__}.models.edited")
    sys.modules[module.__name__] = module
    exec(SOURCE, vars(module))  # noqa: S102 - written by this test
    edited: type[Any] = vars(module)["Edited"]
    yield edited
    del sys.modules[module.__name__]


def test_class_variable_is_not_a_field(edited: type[Any]) -> None:
    assert edited.LABELS == ["a"]
    assert "LABELS" not in edited.model_fields
    assert typing.get_type_hints(edited)["LABELS"] == ClassVar[list[str]]
    assert edited(plain="x").model_dump_json(exclude_unset=True) == (
        '{"plain":"x","twice":"xx"}'
    )


def test_private_attribute_is_not_in_json(edited: type[Any]) -> None:
    assert edited()._seen == 5
    assert "_seen" not in edited().model_dump()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("mode", "c"),
        ("grade", 1),
        ("mark", 1),
        ("price", 1),
        ("name", "long"),
        ("names", ["a", "b", "c"]),
        ("size", 0),
        ("optional", "a"),
        ("plain", None),
        ("plain", 1),
        ("prices", {"a": "x"}),
        ("times", {"a": "soon"}),
        ("teams", {"a": 5}),
        ("other", 5),
        ("others", [5]),
        ("unknown", [5]),
    ],
)
def test_value_that_the_annotation_excludes_is_an_error(
    edited: type[Any], name: str, value: object
) -> None:
    with pytest.raises(ValidationError) as raised:
        edited.model_validate({name: value})
    assert raised.value.errors()[0]["loc"][0] == name
    with pytest.raises(ValidationError):
        edited(**{name: value})


def test_values_that_the_annotations_allow_are_read_and_written(
    edited: type[Any], models: ModuleType
) -> None:
    text = (
        '{"mode":"b","grade":4,"mark":null,"price":12345678901234567.89,"name":"abc",'
        '"names":["a"],"optional":null,"prices":{"a":1.50},'
        '"times":{"a":"2024-01-19T00:00:00Z"},'
        '"teams":{"a":{"@odata.type":"#m.g.team","members":[]}},'
        '"other":{"mode":"a"},"others":[{"mark":4}],"unknown":[null,{"text":"a"}],'
        '"twice":""}'
    )
    read = edited.model_validate_json(text)
    assert read.price == Decimal("12345678901234567.89")
    assert read.times == {"a": dt.datetime(2024, 1, 19, tzinfo=dt.UTC)}
    assert type(read.teams["a"]) is models.Team
    assert type(read.others[0]) is edited
    assert type(read.unknown[1]) is models.Everything


def test_type_hints_are_those_of_the_annotations(edited: type[Any]) -> None:
    hints = typing.get_type_hints(edited)
    assert hints["mode"] == Literal["a", "b"]
    assert hints["plain"] is str
    assert hints["mark"] == int | None
    assert hints["names"] == list[str] | None


def test_json_schema_has_the_constraints(edited: type[BaseModel]) -> None:
    schema = edited.model_json_schema()
    shown = schema["$defs"]["Edited"]["properties"]
    assert shown["mode"]["enum"] == ["a", "b"]
    assert shown["mark"]["anyOf"][0] == {"type": "integer", "exclusiveMinimum": 3}
    assert shown["name"]["anyOf"][0] == {"type": "string", "maxLength": 3}
    assert shown["names"]["anyOf"][0]["maxItems"] == 2
    assert shown["plain"]["type"] == "string"


def test_field_that_is_required_stays_so(odd: ModuleType) -> None:
    namespace = {
        "__annotations__": {"rank": "int"},
        "__module__": f"{odd.__name__}.models.team",
    }
    ranked = type("Ranked", (odd.models.Team,), namespace)
    with pytest.raises(ValidationError, match="rank"):
        ranked.model_validate({})
    with pytest.raises(ValidationError, match="rank"):
        ranked.model_validate({"rank": None})
