"""Flavours compared: they read equal values and reject the same payloads."""

import importlib
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest
from calls import paths_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from payloads import ANY, Payloads
from pydantic import BaseModel, ValidationError

from docgen.config import Target
from docgen.output.plan import WriteScope
from docgen.pipeline import Stage, build, write
from docgen.schema.model import QualifiedName, Schema, StructuredType

ROOT = Path(__file__).parents[2]


def whole_schema() -> Schema:
    target = Target(source=(str(ROOT / "docs_src"),))
    return build(target, through=Stage.SCHEMA).schema


SCHEMA = whole_schema()
PAYLOADS = Payloads(SCHEMA)
NAMES = [type_.name for type_ in SCHEMA.types if isinstance(type_, StructuredType)]
SEVERAL = settings(suppress_health_check=[HealthCheck.too_slow])


class Both(NamedTuple):
    """The models of docs_src in either flavour; `error` is the dataclasses'."""

    dataclass: ModuleType
    pydantic: ModuleType
    error: type[Exception]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    folder = tmp_path_factory.mktemp("both")
    sys.path.insert(0, str(folder))
    for flavour in ("dataclass", "pydantic"):
        target = Target(
            source=(str(ROOT / "docs_src"),),
            package=f"both_{flavour}",
            flavour=flavour,
        )
        write(build(target), str(folder), WriteScope(removes=False), check=False)
    yield Both(
        importlib.import_module("both_dataclass.models"),
        importlib.import_module("both_pydantic.models"),
        importlib.import_module("both_dataclass").JsonError,
    )
    sys.path.remove(str(folder))


OBJECTS = st.sampled_from(NAMES).flatmap(
    lambda name: st.tuples(st.just(name), PAYLOADS.objects(name))
)


@SEVERAL
@given(given_=OBJECTS)
def test_values_are_equal_under_equal_names(
    both: Both, given_: tuple[QualifiedName, dict[str, object]]
) -> None:
    name, payload = given_
    one = both.dataclass.lookup(name).from_dict(payload)
    other = both.pydantic.lookup(name).model_validate(payload)
    assert values_of(one) == values_of(other)
    assert one.to_dict() == other.model_dump(mode="json", exclude_unset=True)


@SEVERAL
@given(given_=OBJECTS)
def test_json_strings_are_read_like_dictionaries(
    both: Both, given_: tuple[QualifiedName, dict[str, object]]
) -> None:
    name, payload = given_
    model = both.pydantic.lookup(name)
    text = json.dumps(payload)
    read = model.model_validate_json(text)
    assert values_of(read) == values_of(model.model_validate(payload))
    again = model.model_validate_json(read.model_dump_json(exclude_unset=True))
    assert values_of(again) == values_of(read)


@SEVERAL
@given(given_=OBJECTS, data=st.data())
def test_both_flavours_reject_the_same_values_at_the_same_path(
    both: Both, given_: tuple[QualifiedName, dict[str, object]], data: st.DataObject
) -> None:
    name, payload = given_
    key = data.draw(st.sampled_from([*PAYLOADS.keys(name), "@odata.type"]))
    invalid = {**payload, key: data.draw(ANY)}
    value, place = read_as_dataclass(both, name, invalid)
    model = both.pydantic.lookup(name)
    if place is None:
        assert values_of(model.model_validate(invalid)) == value
    else:
        with pytest.raises(ValidationError) as caught:
            model.model_validate(invalid)
        assert place in paths_of(caught.value)


def read_as_dataclass(
    both: Both, name: QualifiedName, payload: dict[str, object]
) -> tuple[object, str | None]:
    """Return the values of a model, or the path of an invalid value."""
    try:
        return values_of(both.dataclass.lookup(name).from_dict(payload)), None
    except both.error as error:
        return None, str(vars(error)["path"])


def values_of(value: object) -> object:
    """Return a value in a form that is equal for all flavours."""
    match value:
        case Enum():
            return type(value).__name__, str(value)
        case list():
            return [values_of(item) for item in value]
        case BaseModel():
            wire = {name: f.alias for name, f in type(value).model_fields.items()}
            given = wire.keys() & value.model_fields_set
            nulls = {wire[n]: None for n in given if getattr(value, n) is None}
            return fields_of(value, wire, {**nulls, **(value.model_extra or {})})
        case _ if is_dataclass(value):
            names = [item.name for item in fields(value) if item.name != "extra"]
            return fields_of(value, names, getattr(value, "extra", None))
        case _:
            is_number = value == value
            return type(value).__name__, value if is_number else None


def fields_of(model: object, names: Iterable[str], extra: object) -> object:
    return type(model).__name__, {n: values_of(getattr(model, n)) for n in names}, extra
