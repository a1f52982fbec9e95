"""Reading and writing models in each flavour, so that tests can be the same for all."""

import re
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any, NamedTuple

import pytest
from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from docgen.flavours import FLAVOURS


class Calls(NamedTuple):
    """Functions that read and write models; `extra_of` returns the keys without a field.

    `read_leniently` also returns the paths of values that were not read.
    Reading raises `read_error`, which has a `path`; writing raises `write_errors`.
    """

    read: Callable[[Any, object], Any]
    read_leniently: Callable[[Any, object], tuple[Any, list[str]]]
    read_text: Callable[[Any, str | bytes], Any]
    write: Callable[[Any], Any]
    write_text: Callable[[Any], str]
    extra_of: Callable[[Any], Any]
    read_error: type[Exception]
    write_errors: tuple[type[Exception], ...]
    path: Callable[[Any], str]


EVERY_FLAVOUR = pytest.mark.parametrize(
    "flavour", FLAVOURS, indirect=True, scope="session"
)
"""Runs a test for flavours whose models don't read JSON, too."""

READING = ("dataclass", "pydantic")
"""The flavours whose models read and write JSON; in others a model is a JSON object."""


def calls_of(flavour: str, package: ModuleType) -> Calls:
    return dataclass_calls(package) if flavour == "dataclass" else PYDANTIC


def dataclass_calls(package: ModuleType) -> Calls:
    return Calls(
        read_leniently=lambda model, document: leniently(
            model.from_dict, document, lambda error: str(error.path)
        ),
        read=lambda model, document: model.from_dict(document),
        read_text=lambda model, text: model.from_json(text),
        write=lambda value: value.to_dict(),
        write_text=lambda value: str(value.to_json()),
        extra_of=lambda value: value.extra,
        read_error=package.JsonError,
        write_errors=(package.JsonError,),
        path=lambda error: str(error.path),
    )


def paths_of(error: ValidationError) -> list[str]:
    """Return the paths of errors; the end of a path in any JSON is in the message."""
    found = []
    for one in error.errors(include_url=False):
        inside = re.match(r"Value error, ([.\[].*?): expected", one["msg"], re.DOTALL)
        found.append("".join(parts(one["loc"])) + (inside[1] if inside else ""))
    return found


def parts(keys: Iterable[int | str]) -> Iterable[str]:
    for key in keys:
        is_name = isinstance(key, str) and key.isidentifier()
        yield f".{key}" if is_name else f"[{key!r}]"


def leniently(
    read: Callable[..., object], document: object, path: Callable[[Any], str]
) -> tuple[object, list[str]]:
    errors: list[object] = []
    return read(document, lenient=errors), [path(error) for error in errors]


PYDANTIC = Calls(
    read_leniently=lambda model, document: leniently(
        model.model_validate, document, lambda error: "".join(parts(error["loc"]))
    ),
    read=lambda model, document: model.model_validate(document),
    read_text=lambda model, text: model.model_validate_json(text),
    write=lambda value: value.model_dump(mode="json", exclude_unset=True),
    write_text=lambda value: str(value.model_dump_json(exclude_unset=True)),
    extra_of=lambda value: value.model_extra,
    read_error=ValidationError,
    write_errors=(PydanticSerializationError, ValueError, RecursionError),
    path=lambda error: paths_of(error)[0],
)
