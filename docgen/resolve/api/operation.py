"""The operation of one API page."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Replacement, Result, diagnostic, quote
from docgen.extract.api.declarations import (
    ApiDeclaration,
    ExampleDeclaration,
    RequestDeclaration,
    TitleDeclaration,
)
from docgen.extract.declarations import decoded_api
from docgen.resolve.api.anchors import requests_by_anchor
from docgen.resolve.api.bodies import (
    bound_members,
    other_content_type,
    reference_url,
    request_body,
)
from docgen.resolve.api.contradictions import rejected_types
from docgen.resolve.api.kinds import operation_kind
from docgen.resolve.api.names import PageNames
from docgen.resolve.api.options import LIST_OPTIONS
from docgen.resolve.api.ownerless_examples import ownerless_examples
from docgen.resolve.api.owners import Listed, owning_type
from docgen.resolve.api.page import ApiPage
from docgen.resolve.api.parameters import Urls, operation_parameters
from docgen.resolve.api.permissions import RequestPermissions, operation_permissions
from docgen.resolve.api.relationships import related_type
from docgen.resolve.api.returns import is_long_running, response_type, return_type
from docgen.resolve.references import Bases, NameIndex
from docgen.schema.edm import UNTYPED
from docgen.schema.model import (
    ApiOperation,
    Parameter,
    QualifiedName,
    RequestLine,
    TypeReference,
    page_type,
    returned_type,
    short_page_type,
    source_of,
)
from docgen.schema.names import operation_name
from docgen.schema.type_graph import base_chain
from docgen.schema.url_templates import is_incomplete, request_line, template
from docgen.source import Span

UNKNOWN = TypeReference(name=UNTYPED)
"""What a cell refers to that is not a type."""


_WITHOUT_BODY = frozenset({202, 204})


def operation_of_page(
    index: NameIndex, is_whole: bool, bases: Bases, page: ApiPage
) -> Result[ApiOperation]:
    """Resolve the operation of a page, without its examples."""
    api, listed = decoded_api(page.encoded_api), page.listed
    names = PageNames(
        index=index,
        bases=bases,
        page=page.path,
        namespace=index.namespace_of_file(page.path),
    )
    complete = tuple(one for one in api.requests if not is_incomplete(one.path))
    urls = Urls(
        requests=complete or api.requests,
        templates=tuple(template(one.path) for one in complete or api.requests),
    )
    kind = operation_kind(api, urls.templates)
    owner = owning_type(api, urls.templates, names, listed)
    cells = [one.operation.returns for one in listed]
    returns = return_type(api, kind, urls.templates, names, cells)
    related = related_type(urls.templates, page.related)
    sent = request_body(api, kind, names, response_type(api, names), owner, related)
    permissions = operation_permissions(api, urls.templates)
    types = tuple(dict.fromkeys(one.type for one in listed))
    operation = ApiOperation(
        name=listed[0].operation.name if listed else operation_name(api.title.name),
        label=listed[0].operation.label if listed else api.title.text,
        api_page=page.path,
        owner=owner,
        is_listed=bool(listed),
        is_shared=len(types) > 1,
        agreed_type=_agreed_type(cells),
        kind=kind,
        requests=tuple(_requests(page, urls, api.examples, permissions)),
        parameters=operation_parameters(
            api,
            kind,
            urls,
            names,
            sends_type=sent.type is not None,
            returns_collection=bool(returns and returns.is_collection),
        ),
        body=sent.type,
        takes_reference=sent.takes_reference,
        returns=returns,
        statuses=api.response.statuses if api.response else (),
        permissions=permissions.shared,
        examples=(),
        source=source_of(page.path, api.title.span),
        is_long_running=is_long_running(api),
        state=_state(api, names),
        description=api.summary,
        bound=bound_members(api),
        reference_url=reference_url(api) if sent.takes_reference else None,
        deprecation=_deprecation(api, listed),
        body_part=api.body.part_of if api.body and sent.type else None,
        listed_types=types if len(types) > 1 else (),
        listed_bases=tuple(_bases_among(types, bases)),
        response_source=(
            source_of(page.path, api.response.span) if api.response else None
        ),
        permission_sources=tuple(
            {
                one.scheme: source_of(page.path, one.span)
                for one in reversed(api.permissions)
            }.items()
        ),
        content_type=None if sent.takes_reference else other_content_type(api),
        used_method=_used_method(api),
        is_answered_without_body=_is_answered_without_body(api),
    )
    findings = _findings(page, api, operation, bases, is_whole=is_whole)
    return Result(operation, (*rejected_types(api, operation, names), *findings))


def _state(api: ApiDeclaration, names: PageNames) -> QualifiedName | None:
    """Return the type of what the URL of a long-running operation returns, if it is known."""
    link = api.response.state if api.response else None
    if link is None or not is_long_running(api):
        return None
    found = names.linked_type(link)
    return found if found and names.is_known(found) else None


def _used_method(api: ApiDeclaration) -> str | None:
    """Return the method of most examples, if the page has several; the first of several."""
    methods = [*dict.fromkeys(one.method for one in api.requests)]
    if len(methods) < 2:
        return None
    requests = (one.example.request for one in api.examples)
    used = [one.method for one in requests if one]
    return max(methods, key=used.count) if used else None


def _is_answered_without_body(api: ApiDeclaration) -> bool:
    """Return whether an example has a status of success that needs no body, and none."""
    methods = {one.method for one in api.requests}
    pairs = ((one.example.request, one.example.response) for one in api.examples)
    return any(
        request.method in methods
        and response.status in _WITHOUT_BODY
        and not response.body
        for request, response in pairs
        if request and response
    )


def _bases_among(
    types: Sequence[QualifiedName], bases: Bases
) -> Iterator[QualifiedName]:
    """Return those of several types that others derive from."""
    ancestors = {
        name for one in types for name in base_chain(one, bases) if name != one
    }
    return (one for one in types if one in ancestors)


def _agreed_type(cells: Sequence[TypeReference | None]) -> QualifiedName | None:
    """Return the type that all rows return, if there is one and it is known."""
    found = {one.name for one in cells if one is not None}
    only = found.pop() if len(found) == 1 else None
    return None if only == UNTYPED else only


def _deprecation(api: ApiDeclaration, listed: Sequence[Listed]) -> str | None:
    """Return what the page says about deprecation, or else a row; a text is better than none."""
    rows = (one.operation.deprecation for one in listed)
    found = [one for one in (api.deprecation, *rows) if one is not None]
    return next(filter(None, found), "") if found else None


def _requests(
    page: ApiPage,
    urls: Urls,
    examples: Sequence[ExampleDeclaration],
    permissions: RequestPermissions,
) -> Iterator[RequestLine]:
    own = permissions.by_request or (None,) * len(urls.requests)
    rows = {one.operation.anchor for one in page.listed}
    meant = requests_by_anchor(rows, urls, examples)
    for one, each in zip(urls.requests, own, strict=True):
        source = source_of(page.path, one.span)
        line = request_line(one.method, one.path, source, each)
        anchors = tuple(name for name, found in meant.items() if one in found)
        yield replace(line, anchors=anchors) if anchors else line


def _findings(
    page: ApiPage,
    api: ApiDeclaration,
    operation: ApiOperation,
    bases: Bases,
    *,
    is_whole: bool,
) -> Iterator[Diagnostic]:
    for request in api.requests:
        if is_incomplete(request.path):
            is_used = len(operation.requests) == len(api.requests)
            yield _incomplete(page.path, request, is_used=is_used)
    if is_whole and not page.listed:
        if not page.is_in_row:
            yield _unlisted(page.path, api.title, operation.owner)
        if operation.owner is None:
            yield from ownerless_examples(api, operation.requests)
    results = [returned_type(one.operation, one.type, operation) for one in page.listed]
    is_listing = any(one is not None and one.is_collection for one in results)
    for parameter in () if is_listing else operation.parameters:
        if _is_unusable(parameter, operation):
            yield _unusable(page.path, parameter)
    for row in page.listed:
        if (row.operation.deprecation is None) != (api.deprecation is None):
            yield _other_deprecation(page.path, row)
        returns = returned_type(row.operation, row.type, operation)
        if _differs(row.operation.returns, returns, bases):
            yield _other_return(page.path, row, returns)


def _is_unusable(parameter: Parameter, operation: ApiOperation) -> bool:
    """Return whether a parameter is an option of lists, but one thing is returned."""
    returns = operation.returns
    is_option = parameter.place == "query" and parameter.name.lower() in LIST_OPTIONS
    is_single = returns is not None and not returns.is_collection
    lines = {one.source for one in operation.requests}
    is_stated = parameter.source not in lines
    is_known = is_single and returns != UNKNOWN and operation.kind == "read"
    return is_option and is_known and is_stated


def _unusable(page: str, parameter: Parameter) -> Diagnostic:
    message = (
        f"the option {quote(parameter.name)} is for collections, but one value is "
        "returned; the Python method does not have it"
    )
    advice = "delete the option, or write that a collection is returned"
    span = parameter.source.span
    return diagnostic(Code.UNUSABLE_OPTION, message, page, span, advice)


def _incomplete(page: str, request: RequestDeclaration, *, is_used: bool) -> Diagnostic:
    effect = "using it as it is" if is_used else "ignoring the request"
    message = f"the URL {quote(request.path)} is incomplete; {effect}"
    advice = "write the complete URL, with a placeholder for each value"
    return diagnostic(Code.INCOMPLETE_REQUEST, message, page, request.span, advice)


def _unlisted(
    page: str, title: TitleDeclaration, owner: QualifiedName | None
) -> Diagnostic:
    message = f"no methods table links to the page {quote(title.text)}"
    advice = "add a row to the methods table of its type"
    if owner is not None:
        message += f"; using it as an operation of `{owner}`"
        advice = f"add a row to the methods table of `{owner}`"
    return diagnostic(Code.UNLISTED_OPERATION, message, page, title.span, advice)


def _differs(
    listed: TypeReference | None, returns: TypeReference | None, bases: Bases
) -> bool:
    """Return whether a cell of a methods table says something else than the API page.

    A type and one that derives from it are not a contradiction; a type in the table that no page
    declares is reported as such.
    """
    if listed is not None and not listed.is_declared:
        return False
    if listed is None or returns is None:
        return listed is not returns and (listed or returns) != UNKNOWN
    chains = (base_chain(listed.name, bases), base_chain(returns.name, bases))
    is_related = listed.name in chains[1] or returns.name in chains[0]
    is_same = is_related and listed.is_collection == returns.is_collection
    return not is_same and UNTYPED not in (listed.name, returns.name)


def _other_return(page: str, row: Listed, returns: TypeReference | None) -> Diagnostic:
    operation = row.operation
    message = (
        f"{quote(operation.label)} returns `{_shown(operation.returns)}` here, but "
        f"`{_shown(returns)}` on {quote(page)}; using `{_shown(returns)}`"
    )
    advice = "write the same type on both pages"
    source = operation.source
    return diagnostic(
        Code.DIFFERENT_RETURN_TYPE,
        message,
        source.path,
        source.span,
        advice,
        Replacement(short_page_type(returns) if returns else "None"),
    )


def _other_deprecation(page: str, row: Listed) -> Diagnostic:
    operation = row.operation
    is_row = operation.deprecation is not None
    places = ("here", f"on {quote(page)}")
    where, other = places if is_row else places[::-1]
    message = f"{quote(operation.label)} is deprecated {where}, but not {other}"
    advice = "write `(deprecated)` after the label, and a notice on the page"
    source = operation.source
    end = Span(source.line, source.end_column, source.end_column)
    new = [] if is_row else [Replacement(" (deprecated)", None, end)]
    return diagnostic(
        Code.DIFFERENT_DEPRECATION, message, source.path, source.span, advice, *new
    )


def _shown(returns: TypeReference | None) -> str:
    return page_type(returns) if returns else "None"
