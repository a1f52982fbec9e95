"""What the users of a flavour call, so that one test can ask the same of each."""

import re
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any, NamedTuple

import pytest
from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from docgen.flavours import FLAVOURS


class Calls(NamedTuple):
    """Reading and writing of models; `kept` gives what no field holds.

    `refused` is what reading raises, and `path` the place that it names; `unwritten` is what
    writing raises.
    """

    read: Callable[[Any, object], Any]
    read_text: Callable[[Any, str | bytes], Any]
    write: Callable[[Any], Any]
    write_text: Callable[[Any], str]
    kept: Callable[[Any], Any]
    refused: type[Exception]
    unwritten: tuple[type[Exception], ...]
    path: Callable[[Any], str]


EVERY_FLAVOUR = pytest.mark.parametrize(
    "flavour", FLAVOURS, indirect=True, scope="session"
)
"""Marks what is true of models that are JSON itself, too."""

READING = ("dataclass", "pydantic")
"""The flavours whose models read and write; in others a model is JSON itself."""


def calls_of(flavour: str, package: ModuleType) -> Calls:
    return dataclass_calls(package) if flavour == "dataclass" else PYDANTIC


def dataclass_calls(package: ModuleType) -> Calls:
    return Calls(
        read=lambda model, document: model.from_dict(document),
        read_text=lambda model, text: model.from_json(text),
        write=lambda value: value.to_dict(),
        write_text=lambda value: str(value.to_json()),
        kept=lambda value: value.extra,
        refused=package.JsonError,
        unwritten=(package.JsonError,),
        path=lambda error: str(error.path),
    )


def paths_of(error: ValidationError) -> list[str]:
    """Return the places of errors; inside of any JSON the message has the rest of it."""
    found = []
    for one in error.errors(include_url=False):
        inside = re.match(r"Value error, ([.\[].*?): expected", one["msg"], re.DOTALL)
        found.append("".join(parts(one["loc"])) + (inside[1] if inside else ""))
    return found


def parts(keys: Iterable[int | str]) -> Iterable[str]:
    for key in keys:
        plain = isinstance(key, str) and key.isidentifier()
        yield f".{key}" if plain else f"[{key!r}]"


PYDANTIC = Calls(
    read=lambda model, document: model.model_validate(document),
    read_text=lambda model, text: model.model_validate_json(text),
    write=lambda value: value.model_dump(mode="json", exclude_unset=True),
    write_text=lambda value: str(value.model_dump_json(exclude_unset=True)),
    kept=lambda value: value.model_extra,
    refused=ValidationError,
    unwritten=(PydanticSerializationError, ValueError, RecursionError),
    path=lambda error: paths_of(error)[0],
)
