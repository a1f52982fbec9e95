"""What an operation returns: a vote of the statements of its page and of the methods tables.

type        that of the sentence about the response, else the type that is sent to create something,
            else that of the annotation of the documented response, else of the methods table; the
            annotation first where link text and link disagree, or where the methods table agrees;
            but the one that the documented body names, unless one derives from the other
collection  a vote: sentence, annotation, documented body and the title of a list have one vote
            each, a URL that ends in a placeholder has two for a single value; the methods table
            decides a tie
nothing     204, 202 without a documented body, a sentence that says so, and neither a type nor a
            body anywhere; the methods table does not count then
unknown     a request that reads, and no statement
bytes       a redirect, `$value` and `content`
"""

from collections.abc import Sequence

from docgen.extract.api.declarations import ApiDeclaration
from docgen.extract.type_expression import TypeExpression, TypeName
from docgen.resolve.api.bodies import STREAM
from docgen.resolve.api.names import PageNames
from docgen.schema.edm import UNTYPED
from docgen.schema.model import (
    ExampleResponse,
    OperationKind,
    QualifiedName,
    TypeReference,
)
from docgen.schema.names import short_name
from docgen.schema.url_templates import Template
from docgen.source import START

_NO_CONTENT, _ACCEPTED, _FOUND = 204, 202, 302
_LOCATIONS = frozenset({"location", "operation-location"})


def is_long_running(api: ApiDeclaration) -> bool:
    """Return whether the response is 202 with the URL of an operation that continues."""
    shown = [one.example.response for one in api.examples if one.example.response]
    statuses = {*(api.response.statuses if api.response else ())}
    statuses |= {one.status for one in shown[:1]} if not statuses else set()
    if _ACCEPTED not in statuses:
        return False
    is_stated = api.response is not None and (
        api.response.kind == "location"
        or (api.response.has_location and api.response.statuses[:1] == (_ACCEPTED,))
    )
    headers = {name.lower() for one in shown for name, _ in one.headers}
    return is_stated or not headers.isdisjoint(_LOCATIONS)


def response_type(api: ApiDeclaration, names: PageNames) -> TypeReference | None:
    """Return the type in the sentence about the response, or else in the annotation."""
    stated = names.resolve(api.response.type) if api.response else None
    annotated = _annotated(api, names)
    if stated is None or annotated is None:
        return stated or annotated
    written = api.response.type.name if api.response and api.response.type else None
    is_doubtful = written and _is_doubtful(written, stated, names)
    is_primitive = stated.name.startswith("Edm.") and _shows_objects(api)
    return annotated if is_doubtful or is_primitive else stated


def _shows_objects(api: ApiDeclaration) -> bool:
    return any(one.item_kind == "object" for one in api.examples)


def _is_doubtful(name: TypeName, stated: TypeReference, names: PageNames) -> bool:
    """Return whether the text of a link is another type than its target, or is unknown."""
    if not names.is_known(stated.name):
        return True
    text = names.named(name.text)
    return text is not None and text != stated.name and stated.name != UNTYPED


def _annotated(api: ApiDeclaration, names: PageNames) -> TypeReference | None:
    for one in api.examples:
        response = one.example.response
        if one.type_name and response and response.status < 300:
            name = _type_name(one.type_name, names)
            if name is not None:
                return TypeReference(
                    name=name,
                    is_collection=bool(one.is_collection),
                    is_declared=names.is_known(name),
                )
    return None


def _type_name(text: str, names: PageNames) -> QualifiedName | None:
    found = names.index.qualified.get(text.lower())
    if found is not None:
        return found
    expression = TypeExpression(name=TypeName(text=short_name(text), span=START))
    resolved = names.resolve(expression)
    return resolved.name if resolved else None


def return_type(
    api: ApiDeclaration,
    kind: OperationKind,
    urls: Sequence[Template],
    names: PageNames,
    listed: Sequence[TypeReference | None],
) -> TypeReference | None:
    """Return the type of the result; `listed` are the cells of methods tables."""
    if _returns_nothing(api, kind):
        return None
    reads = api.requests[0].method == "GET"
    response_kind = api.response.kind if api.response else "unknown"
    if (kind == "content" and reads) or response_kind in ("bytes", "redirect"):
        return TypeReference(name=STREAM)
    stated = response_type(api, names)
    known = [one for one in listed if one is not None and one.name != UNTYPED]
    found = (
        _outvoted(api, names, known)
        or (_created(api, names) if kind == "create" else None)
        or stated
        or next(iter(known), None)
    )
    instance = instance_type(api, names)
    if instance and not (found and names.are_related(found.name, instance)):
        found = TypeReference(name=instance)
    if found is None:
        return TypeReference(name=UNTYPED) if reads else None
    is_collection = _is_collection(api, urls, stated, known)
    return TypeReference(
        name=found.name, is_collection=is_collection, is_declared=found.is_declared
    )


def _outvoted(
    api: ApiDeclaration, names: PageNames, listed: Sequence[TypeReference]
) -> TypeReference | None:
    """Return the type in which annotation and methods tables agree, against the sentence."""
    annotated = _annotated(api, names)
    if annotated and any(one.name == annotated.name for one in listed):
        return annotated
    return None


def instance_type(api: ApiDeclaration, names: PageNames) -> QualifiedName | None:
    """Return the type that the first documented response of success names in its body."""
    for one in api.examples:
        response = one.example.response
        if one.instance_types and response and response.status < 300:
            return names.instance(one.instance_types)
    return None


def _created(api: ApiDeclaration, names: PageNames) -> TypeReference | None:
    """Return the type that is sent, if no sentence says what is returned."""
    if api.body is None or (api.response and api.response.type):
        return None
    sent = names.resolve(api.body.type)
    return sent if sent and names.is_known(sent.name) else None


def _returns_nothing(api: ApiDeclaration, kind: OperationKind) -> bool:
    methods = {one.method for one in api.requests}
    if methods == {"DELETE"} or (kind == "reference" and "GET" not in methods):
        return True
    response = api.response
    statuses = set(response.statuses) if response else set()
    shown = [
        one.example.response.status for one in api.examples if one.example.response
    ]
    if not statuses and shown:
        statuses = {shown[0]}
    if statuses and statuses <= {_NO_CONTENT, _ACCEPTED}:
        says_type = response is not None and response.kind == "type"
        return _NO_CONTENT in statuses or not (says_type and _shows_body(api))
    if response is None:
        return False
    if "GET" not in methods and _shows_nothing(api):
        return True
    return response.kind in ("nothing", "location") and not _shows_body(api)


def _shows_nothing(api: ApiDeclaration) -> bool:
    """Return whether neither the sentence nor an example says that there is a body.

    An example without a body and with a type, or with the media type of a body, is shortened.
    """
    has_type = api.response is not None and api.response.type is not None
    shown = [one for one in api.examples if one.example.response]
    return (
        bool(shown)
        and not has_type
        and all(
            one.type_name is None
            and one.example.response
            and not one.example.response.body
            and not _has_media_type(one.example.response)
            for one in shown
        )
    )


def _has_media_type(response: ExampleResponse) -> bool:
    return any(name.lower() == "content-type" for name, _ in response.headers)


def _shows_body(api: ApiDeclaration) -> bool:
    return any(
        one.has_items is not None and one.type_name is not None for one in api.examples
    )


def _is_collection(
    api: ApiDeclaration,
    urls: Sequence[Template],
    stated: TypeReference | None,
    listed: Sequence[TypeReference],
) -> bool:
    votes = 0
    if api.response and api.response.type:
        votes += 1 if api.response.type.is_collection else -1
    shown = [one for one in api.examples if one.example.response]
    if api.title.kind == "list":
        if any(one.has_items for one in shown[:1]):
            return True
        votes += 1
    annotated = next((one for one in shown if one.is_collection is not None), None)
    if annotated:
        votes += 1 if annotated.is_collection else -1
    bodies = [one.has_items for one in shown if one.has_items is not None]
    if bodies:
        votes += 1 if bodies[0] else -1
    if urls[0].ends_in_placeholder:
        votes -= 2
    if votes:
        return votes > 0
    if listed:
        return listed[0].is_collection
    return bodies[0] if bodies else bool(stated and stated.is_collection)
