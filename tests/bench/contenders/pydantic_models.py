"""pydantic: by hand, with models of the same fields that keep unknown keys and know derived types,
and the flavour, generated from the pages, whose package is on the path.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Annotated, Any, ForwardRef, Optional, Union

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    create_model,
)

from tests.bench.contenders.contender import Contender
from tests.bench.same_fields import Shape


class Base(BaseModel):
    model_config = ConfigDict(
        extra="allow", populate_by_name=True, protected_namespaces=()
    )


def by_hand(shapes: Mapping[str, tuple[Shape, ...]]) -> Callable[[str], Contender]:
    """Make the models; return a function that returns that of a type."""
    models = {name: _model(name, fields) for name, fields in shapes.items()}
    names = {_name(name): model for name, model in models.items()}
    for model in models.values():
        model.model_rebuild(_types_namespace=names)
    return lambda type_: _contender("pydantic", models[type_])


def generated(type_: str) -> Contender:
    """Return the class of a type in the package of the flavour."""
    model = import_module("graph_pydantic.models").lookup(type_)
    return _contender("pydantic flavour", model)


def _contender(name: str, model: type[BaseModel]) -> Contender:
    return Contender(
        name=name,
        read=model.model_validate,
        write=lambda value: value.model_dump(
            mode="json", by_alias=True, exclude_unset=True
        ),
        read_text=model.model_validate_json,
        write_text=lambda value: value.model_dump_json(
            by_alias=True, exclude_unset=True
        ),
    )


def _model(type_: str, fields: tuple[Shape, ...]) -> type[BaseModel]:
    made: dict[str, Any] = {
        _field(one.name): (_annotation(one), Field(default=None, alias=one.wire))
        for one in fields
    }
    return create_model(_name(type_), __base__=Base, **made)


def _name(type_: str) -> str:
    return type_.replace(".", "_")


def _field(name: str) -> str:
    """Return another name where pydantic uses this one."""
    plain = name.strip("_")
    return f"{plain}_" if name != plain or hasattr(BaseModel, name) else name


def _annotation(shape: Shape) -> object:
    held = _held(shape.models) if shape.models else shape.value
    return Optional[list[held] if shape.is_list else held]  # noqa: UP045


def _held(models: tuple[str, ...]) -> object:
    if len(models) == 1:
        return ForwardRef(_name(models[0]))
    tags = [Annotated[ForwardRef(_name(name)), Tag(name)] for name in models]
    return Annotated[Union[*tags], Discriminator(_tag(models))]


def _tag(models: tuple[str, ...]) -> Callable[[Any], str]:
    known = {f"#{name}": name for name in models}
    default = models[0]

    def tag(value: Mapping[str, str] | BaseModel) -> str:
        given = value.model_extra if isinstance(value, BaseModel) else value
        return known.get((given or {}).get("@odata.type", ""), default)

    return tag
