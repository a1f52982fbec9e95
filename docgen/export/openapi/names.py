"""Names in an OpenAPI document: keys of components, and identifiers of operations.

The identifier of an operation is its type and its name: `ship.listCrew`, and `ship.get` for "Get
ship". Further requests of a page add the words of their URL, and their method if it is another one:
`ship.get_harboursShips`. Where two pages have the same identifier, the later one adds its name.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import count

from docgen.export.openapi.requests import DocumentedRequest, PathRequest
from docgen.regex import Regex
from docgen.schema.links import stem
from docgen.schema.model import ApiOperation, QualifiedName
from docgen.schema.names import operation_name, short_name
from docgen.schema.url_segments import url_segments

_NOT_IN_KEY = Regex(r"[^A-Za-z0-9._-]+")
_NOT_IN_ID = Regex(r"\W+")


def component_keys(names: Iterable[QualifiedName]) -> Mapping[QualifiedName, str]:
    """Return the key of each type: its name, with `_` for characters that keys can't have."""
    keys: dict[QualifiedName, str] = {}
    taken: set[str] = set()
    for name in names:
        base = _NOT_IN_KEY.sub("_", name)
        key, number = base, 1
        while key in taken:
            number += 1
            key = f"{base}_{number}"
        taken.add(key)
        keys[name] = key
    return keys


def operation_ids(requests: Iterable[PathRequest]) -> Mapping[tuple[str, str], str]:
    """Return the identifier of each request by method and path."""
    found: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for one in sorted(requests, key=_position):
        identifier = next(_unused(one.documented[0], taken))
        taken.add(identifier.lower())
        found[one.method, one.path] = identifier
    return found


def _position(one: PathRequest) -> tuple[str, int]:
    first = one.documented[0]
    return first.operation.api_page, first.number


def _unused(first: DocumentedRequest, taken: Set[str]) -> Iterator[str]:
    """Yield identifiers for a request that no other request has, the best first."""
    candidates = [*_candidates(first)]
    yield from (one for one in candidates if one.lower() not in taken)
    for number in count(2):
        numbered = f"{candidates[-1]}_{number}"
        if numbered.lower() not in taken:
            yield numbered


def _candidates(first: DocumentedRequest) -> Iterator[str]:
    operation, request = first.operation, first.request
    owner = short_name(operation.owner) if operation.owner else ""
    name = f"{owner or 'api'}.{_verb(operation, owner)}"
    page = f"{name}_{_camel(operation_name(stem(operation.api_page)))}"
    words = [operation_name(one.word) for one in url_segments(request.path)]
    is_other = request.method != operation.requests[0].method
    place = _camel("_".join([*([request.method.lower()] if is_other else []), *words]))
    if first.number == 0:
        yield from (name, page)
    else:
        yield f"{name}_{place}"
    yield f"{page}_{place}"


def _verb(operation: ApiOperation, owner: str) -> str:
    """Return the name of an operation without that of its type: `get` for `get_ship`."""
    name, type_name = operation.name, operation_name(owner)
    for suffix in (f"_{type_name}s", f"_{type_name}") if type_name else ():
        if name.endswith(suffix) and name != suffix:
            name = name.removesuffix(suffix)
            break
    if type_name:
        name = name.removeprefix(f"{type_name}_")
    return _camel(name) or "call"


def _camel(name: str) -> str:
    first, *others = [one for one in _NOT_IN_ID.sub("_", name).split("_") if one] or [
        ""
    ]
    return first + "".join(one[:1].upper() + one[1:] for one in others)
