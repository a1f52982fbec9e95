"""The query options of an operation.

They are those that prose names, or else the standard ones; and those of OData that examples of its
requests use, because prose often names only some ("including `$search` and `$filter`").
"""

from collections.abc import Iterator
from typing import TypeAlias

from msgspec.structs import replace

from docgen.extract.api.declarations import ApiDeclaration
from docgen.schema.model import Parameter, ParameterPlace, Source, source_of
from docgen.schema.names import comparable_name
from docgen.schema.url_matching import address, match
from docgen.schema.url_paths import unquoted

_OF_ONE = ("$select", "$expand")
LIST_OPTIONS = ("$top", "$skip", "$count", "$search", "$orderby", "$filter")

ParameterKey: TypeAlias = tuple[ParameterPlace, str]
"""What parameters that are the same have in common."""


def parameter_key(place: ParameterPlace, name: str) -> ParameterKey:
    """Return the key of a parameter."""
    return place, comparable_name(name)


def documented_options(
    api: ApiDeclaration, page: str, *, returns_collection: bool
) -> Iterator[Parameter]:
    """Return the options of a page; those of lists only if it returns a collection."""
    usable = (*_OF_ONE, *(LIST_OPTIONS if returns_collection else ()))
    for one in api.options:
        yield _option(one.name, source_of(page, one.span))
    if not api.options and api.standard_options is not None:
        source = source_of(page, api.standard_options)
        for name in usable:
            yield _option(name, source, is_general=True)
    for name, source in _used_options(api):
        if name in usable:
            yield _option(name, source)


def _used_options(api: ApiDeclaration) -> Iterator[tuple[str, Source]]:
    """Yield the names of query options in examples of the requests, in lower case."""
    for one in api.examples:
        request = one.example.request
        if request is None or "?" not in request.url:
            continue
        called = address(request.url)
        if any(
            line.method == request.method and match(called.path, line.path) is not None
            for line in api.requests
        ):
            for part in called.query.split("&"):
                name = unquoted(part.partition("=")[0])
                yield name.strip().lower(), one.example.source


def _option(name: str, source: Source, *, is_general: bool = False) -> Parameter:
    return Parameter(
        name=name,
        place="query",
        type=None,
        required=False,
        description=None,
        source=source,
        is_general=is_general,
    )


def unite_options(found: dict[ParameterKey, Parameter]) -> None:
    """Remove `expand` beside `$expand`: OData has both names for one option."""
    for name in (*_OF_ONE, *LIST_OPTIONS):
        option = found.get(parameter_key("query", name))
        other = found.get(parameter_key("query", name.removeprefix("$")))
        if option is None or other is None:
            continue
        del found[parameter_key("query", other.name)]
        places = (
            one for each in (option, other) for one in each.sources or (each.source,)
        )
        found[parameter_key("query", name)] = replace(
            option,
            description=option.description or other.description,
            sources=tuple(dict.fromkeys(places)),
        )
