"""The parameters of a method: of its URLs, its body, its options and its headers.

What every URL needs is positional, then the ID of the type itself, then the body. What selects a
URL, members of the body, options and headers are keywords. A name that is used already gets
`body_` before it if it is a member of the body, or else `_` after it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from docgen.python.names import PythonName, parameter_name
from docgen.python.signatures.model import (
    MethodParameter,
    MethodParameterPlace,
    OperationResult,
)
from docgen.python.signatures.requests import RequestGroup
from docgen.python.signatures.urls import NamedUrl
from docgen.schema.http import AUTOMATIC_HEADERS, METHODS_WITH_BODY
from docgen.schema.model import (
    ApiOperation,
    Parameter,
    ParameterPlace,
    QualifiedName,
    TypeReference,
)

_STRING = TypeReference(name=QualifiedName("Edm.String"))
_MOMENT = TypeReference(name=QualifiedName("Edm.DateTimeOffset"))
_STREAM = QualifiedName("Edm.Stream")
_TEXT = "text/plain"
"""The media type of examples that send text in place of any file."""

OF_ONE = ("$select", "$expand")
OF_MANY = ("$filter", "$orderby", "$search", "$top", "$skip", "$count")
_OPTIONS = {name: number for number, name in enumerate((*OF_ONE, *OF_MANY))}


def method_parameters(
    page: ApiOperation, group: RequestGroup, result: OperationResult
) -> tuple[MethodParameter, ...]:
    """Return the parameters of a method in their order."""
    rows: _Rows = {(one.place, one.name): one for one in page.parameters}
    found = [*_of_urls(group, rows)]
    if group.urls[0].named.request.method in METHODS_WITH_BODY:
        urls = {one.name for one in found}
        body = [_renamed(one, urls) for one in _with_content(page, [*_body(page)])]
        is_open = any(one.is_positional and not one.is_required for one in found)
        if is_open:
            body = [replace(one, is_positional=False) for one in body]
        found += body
    used = {one.name for one in found}
    fixed = {one.wire_name for one in found} | _fixed_options(group)
    for one in (*_options(page, fixed, result), *_headers(page)):
        name = one.name
        while name in used:
            name = PythonName(f"{name}_")
        used.add(name)
        found.append(replace(one, name=name))
    return (
        *(one for one in found if one.is_positional and one.is_required),
        *(one for one in found if one.is_positional and not one.is_required),
        *(one for one in found if not one.is_positional and one.is_required),
        *(one for one in found if not one.is_positional and not one.is_required),
    )


def _fixed_options(group: RequestGroup) -> frozenset[str]:
    """Return the options that all URLs have with a fixed value."""
    names = [frozenset(name for name, _ in one.named.url.query) for one in group.urls]
    return frozenset.intersection(*names)


def _renamed(one: MethodParameter, used: Collection[PythonName]) -> MethodParameter:
    """Return a part of the body that has another name than the parameters of the URL."""
    return (
        replace(one, name=PythonName(f"body_{one.name}")) if one.name in used else one
    )


_Rows: TypeAlias = Mapping[tuple[ParameterPlace, str], Parameter]


def _of_urls(group: RequestGroup, rows: _Rows) -> Iterator[MethodParameter]:
    """Return the parameters of the URLs, and the one that selects a URL."""
    urls = [one.named for one in group.urls]
    everywhere = set(urls[0].arguments).intersection(*(one.arguments for one in urls))
    own = _own_key(urls)
    following = _names_after(own, urls) if own not in everywhere else set[PythonName]()
    for place, name, wire_name in _arguments(urls):
        is_needed = name in everywhere
        is_positional = is_needed and name not in following
        yield _of_url(
            rows.get((place, wire_name)),
            name,
            wire_name,
            place,
            is_positional=place == "path" and (is_positional or name == own),
            is_required=is_needed,
        )
    if group.choices:
        yield MethodParameter(
            name=PythonName("at"),
            wire_name="at",
            place="choice",
            type=_STRING,
            is_required=group.is_choice_required,
            choices=group.choices,
        )


def _names_after(own: PythonName | None, urls: Sequence[NamedUrl]) -> set[PythonName]:
    """Return the parameters after the own key, which can't be positional if it is optional."""
    return {
        name
        for one in urls
        if own in one.path
        for name in one.path[one.path.index(own) + 1 :]
    }


def _own_key(urls: Sequence[NamedUrl]) -> PythonName | None:
    """Return the ID of the type itself that most URLs have."""
    keys = [one.own_key for one in urls if one.own_key]
    return max(keys, key=keys.count) if keys else None


def _arguments(
    urls: Sequence[NamedUrl],
) -> Iterator[tuple[ParameterPlace, PythonName, str]]:
    """Return the parameters of all URLs, those first that identify the same as the own key."""
    own = _own_key(urls)
    beside_own = {
        name for one in urls if own in one.arguments for name in one.arguments
    }
    found: dict[PythonName, tuple[ParameterPlace, PythonName, str]] = {}
    for one in urls:
        places: tuple[tuple[ParameterPlace, tuple[PythonName, ...]], ...] = (
            ("path", one.path),
            ("function", one.function),
            ("query", one.query),
        )
        for place, names in places:
            for name in names:
                found.setdefault(name, (place, name, one.wire_names[name]))
    if own is None:
        return iter(found.values())
    return iter(sorted(found.values(), key=lambda one: one[1] in beside_own))


def _of_url(
    row: Parameter | None,
    name: PythonName,
    wire_name: str,
    place: ParameterPlace,
    *,
    is_positional: bool,
    is_required: bool,
) -> MethodParameter:
    type_ = row.type if row and row.type else _STRING
    is_moment = type_ == _STRING and wire_name.lower().endswith("datetime")
    return MethodParameter(
        name=name,
        wire_name=wire_name,
        place=_PLACES[place],
        type=_MOMENT if is_moment else type_,
        is_positional=is_positional,
        is_required=is_required,
        description=row.description if row else None,
    )


_PLACES: Mapping[ParameterPlace, MethodParameterPlace] = {
    "path": "path",
    "function": "function",
    "query": "query",
    "header": "header",
    "body": "member",
}


def _body(page: ApiOperation) -> Iterator[MethodParameter]:
    """Return the body: a reference, bytes, a type, or its members."""
    if page.takes_reference:
        yield MethodParameter(
            name=PythonName("reference"),
            wire_name="@odata.id",
            place="reference",
            type=_STRING,
            is_positional=True,
            is_required=True,
            url=page.reference_url,
        )
    elif page.body is not None:
        is_content = page.body.name == _STREAM
        media_type = page.content_type or ""
        yield MethodParameter(
            name=PythonName("content" if is_content else "body"),
            wire_name="",
            place="content" if is_content else "body",
            type=page.body,
            is_positional=True,
            is_required=True,
            media_type=media_type if is_content and media_type != _TEXT else "",
        )
    else:
        rows = (one for one in page.parameters if one.place == "body")
        for one in _keywords(rows):
            is_bound = one.wire_name in page.bound
            yield (
                replace(one, wire_name=f"{one.wire_name}@odata.bind")
                if is_bound
                else one
            )


def _with_content(
    page: ApiOperation, body: Sequence[MethodParameter]
) -> Sequence[MethodParameter]:
    """Return the parameters of a body, with one for bytes in place of JSON that examples send."""
    names = {one.name for one in body}
    if not page.content_type or any(one.place == "content" for one in body):
        return body
    name = PythonName("content" if "content" not in names else "content_")
    content = MethodParameter(
        name=name,
        wire_name="",
        place="content",
        type=TypeReference(name=_STREAM),
        media_type=page.content_type,
    )
    return [*(replace(one, is_required=False) for one in body), content]


def _keywords(rows: Iterable[Parameter]) -> Iterator[MethodParameter]:
    for row in rows:
        yield MethodParameter(
            name=parameter_name(row.name),
            wire_name=row.name,
            place=_PLACES[row.place],
            type=row.type or (_STRING if _is_text(row) else None),
            description=row.description,
        )


def _is_text(row: Parameter) -> bool:
    return row.place == "header" or (
        row.place == "query" and row.name.lower() not in _OPTIONS
    )


def _options(
    page: ApiOperation, fixed: Collection[str], result: OperationResult
) -> Iterator[MethodParameter]:
    """Return the query options in their usual order, without those that a URL has already.

    Only a collection can be filtered, and only a result that is JSON can be selected from.
    """
    if result.kind == "none":
        return
    is_listing = result.kind == "pages" or bool(
        result.type and result.type.is_collection
    )
    unusable = frozenset[str]() if is_listing else frozenset(OF_MANY)
    if result.type is None:
        unusable |= frozenset(OF_ONE)
    rows = [one for one in page.parameters if one.place == "query"]
    rows.sort(key=lambda one: _OPTIONS.get(one.name.lower(), len(_OPTIONS)))
    for row in rows:
        if row.name.lower() not in unusable and row.name not in fixed:
            yield from _keywords((row,))


def _headers(page: ApiOperation) -> Iterator[MethodParameter]:
    found: dict[str, Parameter] = {}
    for row in page.parameters:
        name = row.name.partition(":")[0].strip()
        if row.place == "header" and name.lower() not in AUTOMATIC_HEADERS:
            found.setdefault(name.lower(), replace(row, name=name))
    return _keywords(found.values())
