"""The stage itself: the rows of a methods table, and API pages, become signatures."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Diagnostic, Result
from docgen.python.names import PythonName, changed_name
from docgen.python.signatures.context import SignatureInputs
from docgen.python.signatures.method_names import (
    LabelWords,
    label_words,
    page_words,
    short_label_words,
)
from docgen.python.signatures.model import (
    MethodParameter,
    OperationResult,
    RequestTemplate,
    Signature,
)
from docgen.python.signatures.naming import PlannedSignature, named_signatures
from docgen.python.signatures.overloads import overload_sets
from docgen.python.signatures.parameters import method_parameters
from docgen.python.signatures.requests import (
    FILTERED,
    RequestGroup,
    request_groups,
)
from docgen.python.signatures.results import operation_result, result_text, row_result
from docgen.python.signatures.urls import named_urls
from docgen.schema.model import (
    ApiOperation,
    Operation,
    Permissions,
    QualifiedName,
    RequestLine,
    Source,
    StructuredType,
    TypeReference,
    returned_type,
    row_requests,
    sent_type,
)
from docgen.schema.names import operation_name, short_name
from docgen.schema.url_templates import singular_word, template

_WITH_BODY = frozenset({"add", "create", "update"})
_CREATING = frozenset({"add", "create"})
_ACTING = frozenset({"action", "delete", "update"})
_CALLS = frozenset({"action", "function"})
_VERBS = frozenset({"add", "create", "delete", "get", "list", "replace", "update"})


class _Entry(Struct, frozen=True, kw_only=True):
    """An operation of a type: a row of its methods table, its API page, or both."""

    label: str
    description: str | None
    row: Operation | None
    page: ApiOperation | None
    returns: TypeReference | None
    source: Source


def operation_signatures(
    type_: StructuredType, inputs: SignatureInputs
) -> Result[tuple[Signature, ...]]:
    """Return the signatures of a type's operations, in the order of its methods table.

    A note reports each name that is reserved in Python.
    """
    planned = [
        one
        for entry in _entries(type_, inputs)
        for one in _planned(entry, type_, inputs)
    ]
    signatures = named_signatures(planned)
    return Result(signatures, tuple(_reserved_names(signatures)))


def _reserved_names(signatures: Sequence[Signature]) -> Iterator[Diagnostic]:
    for one in signatures:
        plain = one.name.rstrip("_")
        if plain != one.name:
            yield from changed_name(one.name, plain, (one.source,), "operation")


def _entries(type_: StructuredType, inputs: SignatureInputs) -> Iterator[_Entry]:
    """Return the operations: one for each page, and for each row without a page.

    So is a row that means one example of a page, if that has other URLs than the page.
    """
    pages = {one.api_page.lower(): one for one in inputs.facts.operations}
    for row in _naming_rows(type_, pages):
        path = (row.api_page or "").lower()
        page = pages.get(path)
        if page is not None:
            own = row_requests(row, type_.operations, page)
            page = replace(page, requests=own, body=sent_type(type_.name, page))
        returns = returned_type(row, type_.name, page) if page else row.returns
        yield _Entry(
            label=row.label,
            description=row.description or (page.description if page else None),
            row=row,
            page=page,
            returns=returns,
            source=row.source,
        )
    for page in inputs.facts.unlisted:
        yield _Entry(
            label=page.label,
            description=page.description,
            row=None,
            page=page,
            returns=page.returns,
            source=page.source,
        )


def _naming_rows(
    type_: StructuredType, pages: Mapping[str, ApiOperation]
) -> list[Operation]:
    """Return a row for each operation: of several, the one that its page is named after.

    Otherwise it is the first.
    """
    found: dict[object, Operation] = {}
    own = short_name(type_.name)
    for number, row in enumerate(type_.operations):
        path = (row.api_page or "").lower()
        page = pages.get(path)
        lines = row_requests(row, type_.operations, page) if page else None
        key = number if page is None else (path, lines)
        is_named = label_words(row.label, own) == page_words(path, own)
        if is_named or key not in found:
            found[key] = row
    return [*found.values()]


def _deprecation(entry: _Entry) -> str | None:
    if entry.page:
        return entry.page.deprecation
    return entry.row.deprecation if entry.row else None


def _with_returned_base(
    returns: TypeReference | None, page: ApiOperation, inputs: SignatureInputs
) -> TypeReference | None:
    """Return the base type that is read, if the URLs serve other types, too."""
    if returns is None:
        return None
    base = inputs.facts.returned_bases.get(page.api_page.lower())
    if base is None and page.kind == "read":
        base = _listed_base(returns, page, inputs)
    if base is None:
        return returns
    return TypeReference(name=base, is_collection=returns.is_collection)


def _listed_base(
    returns: TypeReference, page: ApiOperation, inputs: SignatureInputs
) -> QualifiedName | None:
    """Return the base type whose table has the page, too, if its entities end a URL."""
    own = inputs.facts.short_names
    ends = {singular_word(template(one.path).last).lower() for one in page.requests}
    listed = (one for one in page.listed_bases if short_name(one) in own)
    found = (one for one in listed if short_name(one).lower() in ends)
    return next(found, None) if short_name(returns.name) in own else None


def _planned(
    entry: _Entry, type_: StructuredType, inputs: SignatureInputs
) -> Iterator[PlannedSignature]:
    page, own = entry.page, short_name(type_.name)
    label = _spelt(entry, inputs)
    words = _called(label_words(label, own), entry)
    short = short_label_words(label, own) if _is_about(entry, type_) else None
    if page is None:
        yield PlannedSignature(
            words=words,
            short_words=short,
            page_words=(),
            signature=_row_signature(entry, type_),
        )
        return
    requests = _own_requests(page, type_, inputs)
    urls = named_urls(page, requests, inputs.names)
    for group in request_groups(urls, inputs.names.spellings, page.used_method):
        returns = _with_returned_base(entry.returns, page, inputs)
        result = operation_result(page, group, returns)
        yield PlannedSignature(
            words=_group_words(words, group),
            short_words=_group_words(short, group) if short else None,
            page_words=page_words(page.api_page, own),
            signature=_signature(entry, page, group, result),
        )


def _spelt(entry: _Entry, inputs: SignatureInputs) -> str:
    """Return a label, with the capitals of the URL that ends in it: `lastRow` for `Lastrow`."""
    if entry.page is None:
        return entry.label
    word = entry.label.strip().lower()
    last = template(entry.page.requests[0].path).last
    is_same = word == last.lower()
    return inputs.names.spellings.get(word, last) if is_same else entry.label


def _called(words: LabelWords, entry: _Entry) -> LabelWords:
    """Return the words of the action or function that ends all URLs, if no row has a label.

    The title of a page may be a sentence. A single word, such as `add`, says less than a title.
    """
    page = entry.page
    if entry.row or page is None or page.kind not in _CALLS:
        return words
    ends = {template(one.path).last for one in page.requests}
    called = tuple(operation_name(ends.pop()).split("_"))
    return called if called[1:] and not ends else words


def _is_about(entry: _Entry, type_: StructuredType) -> bool:
    """Return whether an operation returns or takes an entity of the type, or deletes it."""
    page = entry.page
    if entry.returns and entry.returns.name == type_.name:
        return True
    if page is None:
        return False
    takes_type = page.body is not None and page.body.name == type_.name
    return takes_type or (page.kind in _ACTING and page.owner == type_.name)


def _own_requests(
    page: ApiOperation, type_: StructuredType, inputs: SignatureInputs
) -> tuple[RequestLine, ...]:
    """Return the requests that belong to a type; the type of the page has all.

    A URL that ends in another type with the page does not: `/docks/{id}/ships` belongs to ships.
    """
    if not page.is_shared or page.owner == type_.name:
        return page.requests
    words = {one.lower() for one in inputs.facts.short_names}
    words |= {"me"} if "user" in words else set()

    def is_own(word: str) -> bool:
        is_known = word.lower() in inputs.names.own
        return is_known or singular_word(short_name(word)).lower() in words

    others = {short_name(one).lower() for one in page.listed_types}
    urls = [(one, template(one.path)) for one in page.requests]
    found = [(one, url) for one, url in urls if any(map(is_own, url.words))]
    kept = [
        (one, url)
        for one, url in found
        if is_own(url.last) or singular_word(url.last).lower() not in others
    ]
    return tuple(one for one, _ in kept or found or urls)


def _group_words(words: LabelWords, group: RequestGroup) -> LabelWords:
    if group.verb:
        rest = words[1:] if words[0] in _VERBS else words
        words = (group.verb, *rest)
    if group.end == FILTERED and words[0] == "get":
        return (group.end, *words[1:])
    return (*words, group.end) if group.end else words


def _signature(
    entry: _Entry, page: ApiOperation, group: RequestGroup, result: OperationResult
) -> Signature:
    documented = [*dict.fromkeys(one.request for one in group.documented)]
    own = {one.permissions for one in documented}
    return Signature(
        name=PythonName(""),
        label=entry.label,
        description=entry.description,
        api_page=page.api_page,
        parameters=method_parameters(page, group, result),
        overloads=overload_sets(group),
        requests=tuple(
            RequestTemplate(
                method=one.named.request.method,
                path=one.named.text,
                arguments=one.named.arguments,
                choice=one.choice,
                source=one.named.request.source,
            )
            for one in group.urls
        ),
        documented=tuple(f"{one.method} {one.path}" for one in documented),
        result=result,
        permissions=(own.pop() if len(own) == 1 else None) or page.permissions,
        deprecation=_deprecation(entry),
        returns_text=result_text(entry.row, result, has_page=True),
        source=entry.source,
    )


def _row_signature(entry: _Entry, type_: StructuredType) -> Signature:
    """Return a signature as far as the methods table allows one."""
    row = entry.row
    takes_body = row is not None and row.name.partition("_")[0] in _WITH_BODY
    body = MethodParameter(
        name=PythonName("body"),
        wire_name="",
        place="body",
        type=_sent_by_row(row, type_) if row else None,
        is_positional=True,
        is_required=True,
    )
    return Signature(
        name=PythonName(""),
        label=entry.label,
        description=entry.description,
        api_page=None,
        parameters=(body,) if takes_body else (),
        overloads=(),
        requests=(),
        documented=(),
        result=row_result(entry.returns),
        permissions=Permissions(),
        deprecation=_deprecation(entry),
        returns_text=result_text(row, row_result(entry.returns), has_page=False),
        source=entry.source,
    )


def _sent_by_row(row: Operation, type_: StructuredType) -> TypeReference:
    """Return what is sent: what an operation creates, or else an entity of the type."""
    created = row.returns if row.name.partition("_")[0] in _CREATING else None
    is_type = created and created.is_declared and not created.name.startswith("Edm.")
    return TypeReference(name=created.name if created and is_type else type_.name)
