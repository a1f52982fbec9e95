"""The parameters of an operation: placeholders, arguments, options, headers and members.

path      the placeholders of all URLs; required if every URL has it
function  the names between parentheses, which are required; rows below "Function parameters", and
          rows of path parameters and of the body of a GET, because pages leave the parentheses out
query     names in the query strings of URLs; rows; options that prose names, or the standard ones
header    rows
body      rows

A row completes the parameter of its name that the URLs have. Rows with one name are one parameter.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from docgen.extract.api.declarations import (
    ApiDeclaration,
    ParameterDeclaration,
    RequestDeclaration,
)
from docgen.resolve.api.members import shown_members, wrapped_parameter
from docgen.resolve.api.names import PageNames
from docgen.resolve.api.options import (
    ParameterKey,
    documented_options,
    parameter_key,
    unite_options,
)
from docgen.schema.edm import EDM_STRING
from docgen.schema.model import (
    OperationKind,
    Parameter,
    ParameterPlace,
    QualifiedName,
    Source,
    TypeReference,
    source_of,
)
from docgen.schema.names import comparable_name
from docgen.schema.url_templates import Template

_ORDER: tuple[ParameterPlace, ...] = ("path", "function", "query", "header", "body")
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


_BOOLEAN = TypeReference(name=QualifiedName("Edm.Boolean"))


class Urls(Struct, frozen=True, kw_only=True):
    """The requests of a page with their parsed URLs."""

    requests: tuple[RequestDeclaration, ...]
    templates: tuple[Template, ...]

    @property
    def reads(self) -> bool:
        """Return whether all requests only read."""
        return all(one.method in _READING for one in self.requests)

    def placeholder(self, written: str) -> str:
        """Return the name of the only placeholder that is written so, else the text itself."""
        text = comparable_name(written)
        names = {
            name
            for one in self.templates
            for name, original in zip(one.placeholders, one.written, strict=True)
            if comparable_name(original) == text
        }
        return names.pop() if len(names) == 1 else written


def operation_parameters(
    api: ApiDeclaration,
    kind: OperationKind,
    urls: Urls,
    names: PageNames,
    *,
    sends_type: bool,
    returns_collection: bool,
) -> tuple[Parameter, ...]:
    """Return the parameters, those of the URL first, each once."""
    found: dict[ParameterKey, Parameter] = {}
    for one in _of_urls(names.page, urls):
        found.setdefault(parameter_key(one.place, one.name), one)
    wrapped = wrapped_parameter(api, names) if kind == "action" else None
    for row in api.parameters:
        if wrapped is None or row.section != "body":
            _add_row(found, _with_name(found, row, urls), kind, urls, names)
    if wrapped is not None:
        found[parameter_key(wrapped.place, wrapped.name)] = wrapped
    has_rows = any(one.section == "body" for one in api.parameters)
    if kind == "action" and not sends_type and not has_rows:
        for one in shown_members(api, names.page):
            found.setdefault(parameter_key(one.place, one.name), one)
    for one in documented_options(
        api, names.page, returns_collection=returns_collection
    ):
        found.setdefault(parameter_key(one.place, one.name), one)
    unite_options(found)
    places = {place: number for number, place in enumerate(_ORDER)}
    return tuple(sorted(found.values(), key=lambda one: places[one.place]))


def _of_urls(page: str, urls: Urls) -> Iterator[Parameter]:
    templates = urls.templates
    everywhere = _in_all({*one.placeholders} for one in templates)
    in_queries = _in_all({name for name, _ in one.query} for one in templates)
    for request, url in zip(urls.requests, templates, strict=True):
        source = source_of(page, request.span)
        for name in url.placeholders:
            yield _parameter(name, "path", source, is_required=name in everywhere)
        for argument in url.arguments:
            one = _parameter(argument.name, "function", source, is_required=True)
            yield replace(one, type=TypeReference(name=argument.type))
        for name, is_placeholder in url.query:
            is_required = is_placeholder and name in in_queries
            one = _parameter(name, "query", source, is_required=is_required)
            is_flag = _is_flag(request.path, name)
            yield replace(one, type=_BOOLEAN if is_flag else None)


def _is_flag(path: str, name: str) -> bool:
    """Return whether the query string of a URL has true or false as the value of an own option."""
    values = path.partition("?")[2].lower().split("&")
    shown = {f"{name.lower()}={value}" for value in ("true", "false")}
    return not name.startswith("$") and not shown.isdisjoint(values)


def _in_all(sets: Iterable[set[str]]) -> set[str]:
    first, *others = [*sets] or [set[str]()]
    return first.intersection(*others)


def _parameter(
    name: str, place: ParameterPlace, source: Source, *, is_required: bool
) -> Parameter:
    return Parameter(
        name=name,
        place=place,
        type=TypeReference(name=EDM_STRING),
        required=is_required,
        description=None,
        source=source,
    )


def _with_name(
    found: Mapping[ParameterKey, Parameter], row: ParameterDeclaration, urls: Urls
) -> ParameterDeclaration:
    """Return a row with the name of its placeholder: `id` is `shipId` in `/ships/{id}`."""
    is_known = any(
        parameter_key(place, row.name) in found for place in ("path", "function")
    )
    if is_known or row.section not in ("path", "parameters"):
        return row
    return replace(row, name=urls.placeholder(row.name))


def _add_row(
    found: dict[ParameterKey, Parameter],
    row: ParameterDeclaration,
    kind: OperationKind,
    urls: Urls,
    names: PageNames,
) -> None:
    place = _place(found, row, kind, urls)
    source = source_of(names.page, row.span)
    key = parameter_key(place, row.name)
    known = found.get(key)
    type_ = names.resolve(row.type)
    if known is None:
        is_argument = place == "function" and row.required is not False
        is_required = place == "path" or is_argument or bool(row.required)
        found[key] = Parameter(
            name=row.name,
            place=place,
            type=type_,
            required=is_required,
            description=row.description,
            source=source,
        )
        return
    sources = dict.fromkeys((*(known.sources or (known.source,)), source))
    found[key] = replace(
        known,
        type=type_ if type_ and not known.description else known.type,
        description=known.description or row.description,
        sources=tuple(sources) if len(sources) > 1 else (),
    )


def _place(
    found: Mapping[ParameterKey, Parameter],
    row: ParameterDeclaration,
    kind: OperationKind,
    urls: Urls,
) -> ParameterPlace:
    """Return where the request has the parameter of a row."""
    if row.section == "header":
        return "header"
    for place in ("function", "path", "query"):
        if parameter_key(place, row.name) in found and row.section != "body":
            return place
    if row.name.startswith("$"):
        return "query"
    if parameter_key("function", row.name) in found:
        return "function"
    match row.section:
        case "path":
            is_key = comparable_name(row.name).endswith("id")
            return "function" if kind == "function" and not is_key else "path"
        case "function":
            return "function"
        case "query" | "parameters":
            if urls.reads:
                return "function" if kind == "function" else "query"
            return "query" if row.section == "query" else "body"
        case _:
            return "function" if urls.reads else "body"
