"""Structs as text: a line for each with its simple fields, and nested values below it.

Fields that are empty, false or have their default are omitted.
"""

from collections.abc import Iterator

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from docgen.source import Span

_INDENT = "  "


def outline(value: Struct) -> str:
    """Return the outline of a value as lines."""
    return "".join(line + "\n" for line in _struct(value, "", ""))


def _struct(value: Struct, label: str, indent: str) -> Iterator[str]:
    plain: list[str] = []
    nested: list[tuple[str, object]] = []
    for name, inner in _set_fields(value):
        if isinstance(inner, Struct | tuple) and not isinstance(inner, Span):
            nested.append((name, inner))
        else:
            plain.append(f"{name}={_plain(inner)}")
    yield indent + label + " ".join([type(value).__name__, *plain])
    for name, inner in nested:
        yield from _nested(inner, f"{name}: ", indent + _INDENT)


def _set_fields(value: Struct) -> Iterator[tuple[str, object]]:
    """Yield the names and values of fields that are set."""
    for field in fields(value):
        inner: object = getattr(value, field.encode_name)
        default = None if field.default is NODEFAULT else field.default
        if inner not in (default, None, "", ()) and inner is not False:
            yield field.name, inner


def _nested(value: object, label: str, indent: str) -> Iterator[str]:
    match value:
        case Struct():
            yield from _struct(value, label, indent)
        case tuple() if any(isinstance(one, Struct) for one in value):
            for one in value:
                yield from _nested(one, label, indent)
        case _:
            yield f"{indent}{label}{_plain(value)}"


def _plain(value: object) -> str:
    match value:
        case Span():
            return f"{value.line}:{value.column}-{value.end_column}"
        case tuple():
            return "(" + ", ".join(_plain(one) for one in value) + ")"
        case _:
            return repr(value)
