"""The body of a request: a type, bytes, a reference, or members that are parameters.

A URL that ends in `$ref` takes a reference, whatever the page calls it. The type of other bodies is
that of the prose, else, of an update, the one whose properties the introduction is about, else that
of the response, else that of the relationship that ends the URL, else that of the title (`Update
team`), else the one whose methods table links to the page. The type that the body of an example
names is a better source, unless one derives from the other. The members of an action are
parameters. Examples may send bytes of another media type in place of JSON, such as
MIME.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from docgen.extract.api.declarations import ApiDeclaration, BodyKind
from docgen.regex import Regex
from docgen.resolve.api.names import PageNames
from docgen.schema.http import METHODS_WITH_BODY
from docgen.schema.model import (
    ExampleRequest,
    OperationKind,
    QualifiedName,
    TypeReference,
)
from docgen.schema.names import short_name
from docgen.schema.url_matching import address, match
from docgen.schema.url_templates import singular_word, template

STREAM = QualifiedName("Edm.Stream")
_BIND = "@odata.bind"
_REFERENCE = Regex(r'"@odata\.id": ?"([^"?]+)/[^"/?]+"')
_MEDIA_TYPE = Regex(r"[\w.+-]+/[\w.+-]+")
_NOT_BYTES = Regex(r"(?:.*[/+]json|multipart/.*)", re.IGNORECASE)
_MEMBERS: frozenset[BodyKind] = frozenset({"members", "none", "unknown"})


class RequestBody(Struct, frozen=True, kw_only=True):
    """What is sent: a type, a reference, or neither."""

    type: TypeReference | None = None
    takes_reference: bool = False


NO_BODY = RequestBody()


def request_body(
    api: ApiDeclaration,
    kind: OperationKind,
    names: PageNames,
    response: TypeReference | None,
    owner: QualifiedName | None,
    related: QualifiedName | None,
) -> RequestBody:
    """Return what a request sends.

    `response` is the type that the page says it returns, `related` that of the relationship that
    ends the URL.
    """
    if all(one.method not in METHODS_WITH_BODY for one in api.requests):
        return NO_BODY
    if kind == "reference":
        return RequestBody(takes_reference=True)
    stated = names.resolve(api.body.type) if api.body else None
    body_kind = api.body.kind if api.body else "unknown"
    if kind == "content" or body_kind == "bytes":
        return RequestBody(type=TypeReference(name=STREAM))
    if kind == "action":
        is_typed = body_kind == "type" and not _has_members(api)
        return RequestBody(type=stated) if is_typed else NO_BODY
    is_members = body_kind == "members" or (kind, body_kind) == ("create", "unknown")
    if is_members and not _is_about(owner, api):
        owner = None
    candidates = _candidates(api, kind, names, stated, response, related, owner)
    found = next(candidates, None)
    sent = named_body_type(api, names)
    if found and sent and not names.are_related(found.name, sent):
        found = TypeReference(name=sent)
    return RequestBody(type=found)


def named_body_type(api: ApiDeclaration, names: PageNames) -> QualifiedName | None:
    """Return the type that the first documented body names, if it names one."""
    found = next((one.sent_type for one in api.examples if one.sent_type), None)
    return names.instance([found]) if found else None


def _is_about(owner: QualifiedName | None, api: ApiDeclaration) -> bool:
    """Return whether the first URL ends in an entity of a type, not in something that it has."""
    url = template(api.requests[0].path)
    last = singular_word(url.last).lower()
    return owner is not None and (
        url.ends_in_placeholder or last == short_name(owner).lower()
    )


def bound_members(api: ApiDeclaration) -> tuple[str, ...]:
    """Return the members that examples send as links: `owner` for `owner@odata.bind`."""
    names = (name for one in api.examples for name, _ in one.sent)
    bound = (name.removesuffix(_BIND) for name in names if name.endswith(_BIND))
    return tuple(dict.fromkeys(bound))


def other_content_type(api: ApiDeclaration) -> str | None:
    """Return the media type of the first example that sends bytes in place of JSON.

    A body of several parts is none, because its media type contains the text between the parts.
    Neither is what an example sends to a URL that the operation does not have.
    """
    for one in api.examples:
        request = one.example.request
        if request is None or not request.body or request.is_json:
            continue
        if not _is_documented(request, api):
            continue
        headers = {name.lower(): value for name, value in request.headers}
        found = _MEDIA_TYPE.match(headers.get("content-type", ""))
        if found and not _NOT_BYTES.fullmatch(found[0]):
            return found[0].lower()
    return None


def _is_documented(request: ExampleRequest, api: ApiDeclaration) -> bool:
    """Return whether a request line of the page has the method and the URL of a request."""
    path = address(request.url).path
    return any(
        one.method == request.method and match(path, one.path) for one in api.requests
    )


def reference_url(api: ApiDeclaration) -> str | None:
    """Return the URL in the first example that sends a reference, with `{id}` as its last part."""
    for one in api.examples:
        request = one.example.request
        found = _REFERENCE.search(request.body) if request and request.body else None
        if found:
            return f"{found[1]}/{{id}}"
    return None


def _has_members(api: ApiDeclaration) -> bool:
    return any(one.section == "body" for one in api.parameters)


def _candidates(
    api: ApiDeclaration,
    kind: OperationKind,
    names: PageNames,
    stated: TypeReference | None,
    response: TypeReference | None,
    related: QualifiedName | None,
    owner: QualifiedName | None,
) -> Iterator[TypeReference]:
    """Return the types that the body may have, the most certain first."""
    if stated is not None and names.is_known(stated.name):
        yield stated
    subject = names.resolve(api.subject) if kind == "update" else None
    if subject is not None and names.is_known(subject.name):
        yield subject
    if response is not None and not response.name.startswith("Edm."):
        yield TypeReference(name=response.name, is_declared=response.is_declared)
    if related is not None:
        yield TypeReference(name=related)
    words = api.title.subject or api.title.name
    titled = names.named("".join(words.split()))
    if titled is not None and not titled.startswith("Edm."):
        yield TypeReference(name=titled)
    if stated is not None:
        yield stated
    if owner is not None:
        yield TypeReference(name=owner)
