"""msgspec, with structs of the same fields: they drop unknown keys and know no derived types."""

import sys
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import ForwardRef, Optional

import msgspec

from tests.bench.contenders.contender import Contender
from tests.bench.same_fields import Shape

STRUCTS = ModuleType("tests.bench.contenders.structs")
"""Where msgspec looks for the structs that fields name."""


def contenders(shapes: Mapping[str, tuple[Shape, ...]]) -> Callable[[str], Contender]:
    """Make the structs; return a function that returns that of a type."""
    sys.modules[STRUCTS.__name__] = STRUCTS
    for name, fields in shapes.items():
        setattr(STRUCTS, _name(name), _struct(name, fields))
    return lambda type_: _contender(getattr(STRUCTS, _name(type_)))


def _contender(struct: type[msgspec.Struct]) -> Contender:
    decoder = msgspec.json.Decoder(struct)
    return Contender(
        name="msgspec",
        read=lambda document: msgspec.convert(document, struct),
        write=msgspec.to_builtins,
        read_text=decoder.decode,
        write_text=msgspec.json.Encoder().encode,
    )


def _struct(type_: str, fields: tuple[Shape, ...]) -> type[msgspec.Struct]:
    made = [
        (f"f_{one.name}", _annotation(one), msgspec.field(default=None, name=one.wire))
        for one in fields
    ]
    return msgspec.defstruct(
        _name(type_), made, module=STRUCTS.__name__, omit_defaults=True
    )


def _name(type_: str) -> str:
    return type_.replace(".", "_")


def _annotation(shape: Shape) -> object:
    held = ForwardRef(_name(shape.models[0])) if shape.models else shape.value
    return Optional[list[held] if shape.is_list else held]  # noqa: UP045
