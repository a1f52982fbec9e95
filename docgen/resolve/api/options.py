"""The query options of an operation: those that prose names, or else the standard ones."""

from collections.abc import Iterator
from typing import TypeAlias

from msgspec.structs import replace

from docgen.extract.api.declarations import ApiDeclaration
from docgen.schema.model import Parameter, ParameterPlace, source_of
from docgen.schema.names import comparable_name
from docgen.source import Span

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
    for one in api.options:
        yield _option(one.name, page, one.span)
    if not api.options and api.standard_options is not None:
        for name in (*_OF_ONE, *(LIST_OPTIONS if returns_collection else ())):
            yield _option(name, page, api.standard_options, is_general=True)


def _option(name: str, page: str, span: Span, *, is_general: bool = False) -> Parameter:
    return Parameter(
        name=name,
        place="query",
        type=None,
        required=False,
        description=None,
        source=source_of(page, span),
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
