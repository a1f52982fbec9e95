"""The requests and permissions of operations, by names such as `message.get`."""

from __future__ import annotations

import re
import sys
from datetime import date, time
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar
from urllib.parse import quote

from graph import _catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from types import ModuleType

    from typing_extensions import deprecated as deprecated
elif sys.version_info >= (3, 13):
    from warnings import deprecated as deprecated
else:

    def deprecated(message: str, /) -> Callable[[V], V]:
        """Mark a method as deprecated; type checkers and editors report its use."""

        def marked(method: V) -> V:
            method.__deprecated__ = message
            return method

        return marked


V = TypeVar("V")
PermissionTable: TypeAlias = dict[str, dict[str, list[str]]]

ROOT = __name__.rpartition(".")[0]


class Request(NamedTuple):
    """The method and the URL of a request; `path` has `{name}` for each argument.

    A call uses the request whose arguments it has. `choice` is the name and value of an
    argument that is not in the URL, and selects among requests with the same arguments.
    """

    method: str
    path: str
    choice: tuple[str, str] | None = None

    @property
    def arguments(self) -> frozenset[str]:
        """The names of the arguments in the URL."""
        return frozenset(ARGUMENT.findall(self.path))


class Permissions(NamedTuple):
    """The permissions of an operation: delegated by users, or of the application.

    Each field has alternatives, the least privileged first. One alternative is enough;
    all permissions in it are needed together.
    """

    delegated_work: tuple[tuple[str, ...], ...] = ()
    delegated_personal: tuple[tuple[str, ...], ...] = ()
    application: tuple[tuple[str, ...], ...] = ()


ARGUMENT = re.compile(r"\{(\w+)\}")


def permissions(operation: str) -> Permissions:
    """Return the permissions of an operation: `permissions("message.get")`.

    The name has the module below `operations`, and the method. Raises `LookupError`,
    which suggests a similar name, if there is no such operation with a request.
    """
    table: PermissionTable = getattr(_module(operation), "PERMISSIONS", {})
    return Permissions(
        **{
            scheme: tuple(tuple(one.split(" + ")) for one in alternatives)
            for scheme, alternatives in _entry(table, operation).items()
        }
    )


def request_line(operation: str, /, **arguments: object) -> str:
    """Return the method and URL of a call: `request_line("message.get", message_id=1)`.

    The arguments are those that select the URL; None is the same as no argument.
    Raises `LookupError` as `permissions` does; `TypeError`, which lists the valid
    arguments, if no URL has these; and `ValueError` for a value that is empty or would
    lead to another URL.
    """
    table: dict[str, list[Request]] = getattr(_module(operation), "REQUESTS", {})
    given = {name: value for name, value in arguments.items() if value is not None}
    request = selected(_entry(table, operation), given)
    return f"{request.method} {filled(request.path, given)}"


def selected(requests: Sequence[Request], arguments: Mapping[str, object]) -> Request:
    """Return the request that a call with these arguments uses."""
    for request in requests:
        choice = dict([request.choice] if request.choice else [])
        names = request.arguments.union(choice)
        if names == arguments.keys() and choice.items() <= arguments.items():
            return request
    valid = dict.fromkeys(map(_described, requests))
    raise TypeError(f"no URL has these arguments; valid are: {'; '.join(valid)}")


def _described(request: Request) -> str:
    choice = (f"{request.choice[0]}={request.choice[1]!r}",) if request.choice else ()
    return ", ".join([*sorted(request.arguments), *choice]) or "none"


def filled(path: str, arguments: Mapping[str, object]) -> str:
    """Return a path with the encoded values of its arguments."""

    def value_of(found: re.Match[str]) -> str:
        value, before = written(arguments[found[1]]), path[: found.start()]
        is_path = before.endswith(":/")
        for part in value.split("/") if is_path else (value,):
            if part.strip() in {"", ".", ".."}:
                raise ValueError(f"{found[1]} can't be {value!r}")
        if before.endswith("'"):
            value = value.replace("'", "''")
        return encoded(found[1], value, "/" if is_path else "")

    return ARGUMENT.sub(value_of, path)


def written(value: object) -> str:
    """Return an argument as OData writes it: `true`, `2024-05-01T12:00:00Z`."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (date, time)):
        return value.isoformat().replace("+00:00", "Z")
    return str(value)


def encoded(name: str, value: str, safe: str) -> str:
    """Return a value as it stands in a URL; `safe` are characters that stay."""
    try:
        return quote(value, safe=safe)
    except UnicodeEncodeError:
        raise ValueError(f"{name} has a character that no URL can have") from None


def _module(operation: str) -> ModuleType:
    """Return the module of an operation."""
    name = operation.rpartition(".")[0]
    names = [path.rpartition(".")[0] for path in _catalogue.OPERATIONS.values()]
    if name not in names:
        raise _unknown(operation, name, names)
    return import_module(f"{ROOT}.operations.{name}")


def _entry(table: Mapping[str, V], operation: str) -> V:
    """Return the value for an operation in a table of its module."""
    method = operation.rpartition(".")[2]
    if method not in table:
        raise _unknown(operation, method, table)
    return table[method]


def _unknown(operation: str, name: str, names: Iterable[str]) -> LookupError:
    from difflib import get_close_matches

    similar = get_close_matches(name, names, 1)
    hint = f"; did you mean {similar[0]!r} for {name!r}?" if similar else ""
    return LookupError(f"no operation {operation!r} with a request is known{hint}")
