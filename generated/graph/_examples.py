"""The documented examples: a request and its response each, by page and name.

They are in the files of the folder `examples`, which are read when an example is first
asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from graph import _wire

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

FOLDER = Path(__file__).parent / "examples"


@dataclass(frozen=True, kw_only=True)
class Message:
    """The headers and the body of a request or a response.

    `body` is JSON, or a string if `is_json` is false; None is the absence of a body.
    `enums` are the paths of the members of enums in it: `.message.body.contentType`.
    """

    headers: Mapping[str, str] = field(default_factory=dict)
    body: Any = None
    is_json: bool = True
    enums: frozenset[str] = frozenset()

    @property
    def content(self) -> bytes:
        """The body as bytes."""
        if self.body is None:
            return b""
        return _wire.encoded(self.body) if self.is_json else self.body.encode()


@dataclass(frozen=True, kw_only=True)
class Example:
    """A documented request and its response.

    `key` identifies it: the page and the name of the example, `page.md#name`. `urls`
    are those of its operation, with placeholders for values.
    """

    key: str
    method: str
    url: str
    request: Message
    status: int
    response: Message
    urls: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<{self.key}: {self.method} {self.url}>"


def all_examples() -> dict[str, Example]:
    """Return all documented examples by their keys, in the order of the pages."""
    if not LOADED:
        LOADED.update(loaded_examples())
    return LOADED


LOADED: dict[str, Example] = {}


def loaded_examples() -> dict[str, Example]:
    pages: dict[str, Any] = {}
    for path in sorted(FOLDER.glob("**/*.json")):
        found: Any = _wire.decoded(path.read_bytes())
        pages |= found
    return {
        f"{page}#{name}": example_of(f"{page}#{name}", data)
        for page, named in sorted(pages.items())
        for name, data in named.items()
    }


def example_of(key: str, data: Mapping[str, Any]) -> Example:
    request, response = data["request"], data["response"]
    return Example(
        key=key,
        method=request["method"],
        url=request["url"],
        request=message_of(request),
        status=response["status"],
        response=message_of(response),
        urls=tuple(request.get("urls", ())),
    )


def message_of(data: Mapping[str, Any]) -> Message:
    is_json = "text" not in data
    body = data.get("body") if is_json else data["text"]
    return Message(
        headers=data.get("headers", {}),
        body=body,
        is_json=is_json,
        enums=frozenset(data.get("enums", ())),
    )


def selected_examples(keys: Iterable[str]) -> list[Example]:
    """Return the examples of keys; a page alone means all of its examples.

    Without keys these are all examples, first those of pages that describe a method.
    Raises `LookupError` for an unknown key.
    """
    known = all_examples()
    chosen = [one for key in keys for one in with_key(key, known)]
    return chosen or sorted(known.values(), key=lambda one: not one.urls)


def with_key(key: str, known: Mapping[str, Example]) -> list[Example]:
    if key in known:
        return [known[key]]
    found = [one for name, one in known.items() if name.startswith(f"{key}#")]
    if found:
        return found
    from difflib import get_close_matches

    pages = {name.rpartition("#")[0] for name in known}
    ends = sorted((one for one in pages if key.endswith(f"/{one}")), key=len)
    similar = ends[-1:] or get_close_matches(key, [*known, *sorted(pages)], 1)
    hint = f"; did you mean {similar[0]!r}?" if similar else ""
    raise LookupError(f"no example {key!r}{hint}")


@dataclass(frozen=True, kw_only=True)
class Address:
    """The path and the query of a URL, decoded, without host and version.

    Names of options are in lower case, because services accept any.
    """

    path: tuple[str, ...]
    query: frozenset[tuple[str, str]]

    @property
    def loose(self) -> tuple[str, ...]:
        """The path without what services treat alike: case, `me`, `items/root`."""
        path = [NAMESPACE.sub("", one.lower()) for one in self.path]
        found: list[str] = []
        for one in path:
            if found[-1:] == ["users"]:
                found.append("*")
            elif one == "me":
                found += ["users", "*"]
            elif found[-1:] == ["items"] and one.rstrip(":") == "root":
                found[-1] = one
            else:
                found.append(one)
        return tuple(found)

    def __str__(self) -> str:
        query = "&".join(sorted(f"{name}={value}" for name, value in self.query))
        return f"/{'/'.join(self.path)}{f'?{query}' if query else ''}"


def address_of(url: str) -> Address:
    """Return path and query of a URL, without what all URLs of the service have."""
    path, query = split_query(url.strip())
    path = VERSION.sub("", without_base_path(HOST.sub("", path)))
    return Address(
        path=tuple(part for one in segments(path) for part in with_key_apart(one)),
        query=frozenset(options(query)),
    )


def without_base_path(path: str) -> str:
    """Return a path without the base path of the service: what precedes the version."""
    from graph.client import Client

    base = VERSION_AT_END.sub("", HOST.sub("", Client.BASE_URL).rstrip("/"))
    has_base = f"{path}/".lower().startswith(f"{base}/".lower())
    return path[len(base) :] if has_base else path


HOST = re.compile(r"^https?://[^/?#]*", re.IGNORECASE)
VERSION = re.compile(r"^/?(v\d+(\.\d+)?|beta)(?=/|$)", re.IGNORECASE)
VERSION_AT_END = re.compile(r"/(v\d+(\.\d+)?|beta)$", re.IGNORECASE)
KEY = re.compile(r"([\w.$]+)\((?!\s*[\w@.-]+\s*=.)('?)([^()]*)\2\)", re.DOTALL)
CALL = re.compile(r"([\w.$]+)\((.*)\)", re.DOTALL)
NAMESPACE = re.compile(r"^(?:[a-z]\w*\.)+(?=[a-z]\w*(?:$|\())")


def split_query(url: str) -> tuple[str, str]:
    """Split at the first question mark outside quotation marks."""
    if url.partition("?")[0].count("'") % 2 == 0:
        path, _, query = url.partition("?")
        return path, query
    parts = list(outside_quotes(url, "?"))
    return parts[0], "?".join(parts[1:])


def outside_quotes(text: str, separator: str) -> Iterator[str]:
    """Yield the parts between separators outside quotation marks and parentheses."""
    start = depth = 0
    is_quoted = False
    for index, character in enumerate(text):
        if character == "'":
            is_quoted = not is_quoted
        elif is_quoted:
            continue
        elif character in "()":
            depth += 1 if character == "(" else -1
        elif character == separator and depth <= 0:
            yield text[start:index]
            start = index + 1
    yield text[start:]


def segments(path: str) -> list[str]:
    """Return the segments of a path, decoded."""
    return [unquote(one).strip() for one in outside_quotes(path, "/") if one.strip()]


def with_key_apart(segment: str) -> list[str]:
    """Return a segment in its usual form; a key in parentheses is one of its own."""
    if key := KEY.fullmatch(segment):
        return [key[1], key[3].replace("''", "'")] if key[3] else [key[1]]
    call = CALL.fullmatch(segment)
    if call is None:
        return [segment]
    arguments = sorted(
        one.replace("'", "").strip() for one in outside_quotes(call[2], ",")
    )
    return [f"{call[1]}({','.join(arguments)})"]


def options(query: str) -> Iterator[tuple[str, str]]:
    """Yield the names and the values of a query, decoded."""
    for part in query.split("&"):
        name, equals, value = part.partition("=")
        if name.strip() or equals:
            yield unquote(name).strip().lower(), unquote(value)


def differences(
    one: Any,
    other: Any,
    path: str = "",
    are_same: Callable[[Any, Any], bool] | None = None,
    enums: Collection[str] = (),
) -> Iterator[str]:
    """Yield the paths of values of JSON that differ, with both values.

    `are_same` compares values that are neither objects nor lists; without it,
    date-times are compared to the microsecond. Strings at the paths `enums` are
    compared without case, because services accept any.
    """
    compared = are_same or are_same_values
    if isinstance(one, dict) and isinstance(other, dict):
        for key in {**other, **one}:
            if key not in one or key not in other:
                yield f"{path}.{key} is {'missing' if key in other else 'added'}"
            else:
                inner = f"{path}.{key}"
                yield from differences(one[key], other[key], inner, compared, enums)
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (item, item_of_other) in enumerate(zip(one, other, strict=True)):
            inner = f"{path}[{index}]"
            yield from differences(item, item_of_other, inner, compared, enums)
    elif not compared(one, other) and not (path in enums and is_member(one, other)):
        yield f"{path or 'it'} is {shown(one)}, not {shown(other)}"


def are_same_values(one: Any, other: Any) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, str) and isinstance(other, str):
        return one == other or moment(one) == moment(other)
    return bool(one == other)


def is_member(one: Any, other: Any) -> bool:
    """Return whether two strings are one member of an enum, in any case."""
    is_text = isinstance(one, str) and isinstance(other, str)
    return is_text and one.casefold() == other.casefold()


def is_same_in_quotes(one: Any, other: Any) -> bool:
    """Return whether two values are the same, where the second may be in quotes.

    Pages show numbers, true and false as strings that are none in the service.
    """
    if isinstance(other, str) and isinstance(one, (bool, float, int)):
        return _wire.encoded(one) == other.lower().encode()
    return are_same_values(one, other)


def moment(text: str) -> str:
    """Return a date-time without its spelling; another string is unchanged."""
    found = MOMENT.fullmatch(text)
    if found is None:
        return text
    day, clock, fraction, zone = found.groups()
    seconds = clock if clock.count(":") == 2 else f"{clock}:00"
    digits = (fraction or "")[:6].rstrip("0")
    is_utc = zone.upper() in {"", "Z", "+00:00", "-00:00"} if day else not zone
    return f"{day or ''}T{seconds}.{digits}{'Z' if is_utc else zone}"


MOMENT = re.compile(
    r"(?:(\d{4}-\d\d-\d\d)[Tt ])?(\d\d:\d\d(?::\d\d)?)(?:\.(\d+))?"
    r"((?:[Zz]|[+-]\d\d:\d\d)?)"
)


def shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
