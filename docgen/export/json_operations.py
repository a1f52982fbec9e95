"""The operations of API pages as JSON.

`body` is the name of a type, `Edm.Stream` for bytes, `$ref` for a reference to an entity, or null.
The body of an example is JSON, or a string if it is something else. The permissions of an operation
are enough for all its requests; where requests need different ones, each has its own.
"""

import msgspec

from docgen.schema.model import (
    ApiOperation,
    Conjunction,
    DocumentedExample,
    ExampleRequest,
    ExampleResponse,
    Parameter,
    Permissions,
    RequestLine,
    Source,
    TypeReference,
    csdl_type,
)

REFERENCE = "$ref"
"""What stands for the body of a request that sends the address of an entity."""


def unlisted_operation(one: ApiOperation) -> dict[str, object]:
    """Return an operation that is in no methods table."""
    return {
        "name": one.name,
        "label": one.label,
        "returns": csdl_type(one.returns) if one.returns else None,
        "description": one.description,
        "api_page": one.api_page,
        **described(one, one.body),
        "source": position(one.source),
    }


def described(one: ApiOperation, sent: TypeReference | None) -> dict[str, object]:
    """Return what an API page says about its operation, but not what it returns.

    `sent` is the type of the body.
    """
    body = csdl_type(sent) if sent else None
    return {
        "kind": one.kind,
        "http": [_request(each) for each in one.requests],
        "parameters": [_parameter(each) for each in one.parameters],
        "body": REFERENCE if one.takes_reference else body,
        "status": one.statuses,
        "permissions": _permissions(one.permissions),
        **deprecation_facts(one.deprecation),
        "examples": [_example(each) for each in one.examples],
    }


def deprecation_facts(notice: str | None) -> dict[str, object]:
    """Return that an operation is deprecated, and what the pages say about it."""
    text = {"deprecation": notice} if notice else {}
    return {} if notice is None else {"deprecated": True, **text}


def _request(one: RequestLine) -> dict[str, object]:
    own = {"permissions": _permissions(one.permissions)} if one.permissions else {}
    return {
        "method": one.method,
        "path": one.path,
        **own,
        "source": position(one.source),
    }


def _parameter(one: Parameter) -> dict[str, object]:
    several = [position(each) for each in one.sources]
    return {
        "name": one.name,
        "in": one.place,
        "type": csdl_type(one.type) if one.type else None,
        "required": one.required,
        "description": one.description,
        "source": position(one.source),
        **({"sources": several} if several else {}),
    }


def _permissions(one: Permissions) -> dict[str, object]:
    schemes = one.schemes
    together = {
        scheme: alternatives
        for scheme, alternatives in schemes.items()
        if any(len(each) > 1 for each in alternatives)
    }
    return {
        **{scheme: _names(alternatives) for scheme, alternatives in schemes.items()},
        **({"together": together} if together else {}),
    }


def _names(alternatives: tuple[Conjunction, ...]) -> list[str]:
    return [*dict.fromkeys(name for one in alternatives for name in one)]


def _example(one: DocumentedExample) -> dict[str, object]:
    return {
        "name": one.name,
        **({"request": _sent(one.request)} if one.request else {}),
        **({"response": _received(one.response)} if one.response else {}),
        "source": position(one.source),
    }


def _sent(one: ExampleRequest) -> dict[str, object]:
    return {"method": one.method, "url": one.url, **_message(one)}


def _received(one: ExampleResponse) -> dict[str, object]:
    return {"status": one.status, **_message(one)}


def _message(one: ExampleRequest | ExampleResponse) -> dict[str, object]:
    body = msgspec.Raw(one.body.encode()) if one.body and one.is_json else one.body
    return {"headers": _headers(one.headers), "body": body}


def _headers(headers: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return headers by name; the values of one name are joined (RFC 9110, 5.3)."""
    found: dict[str, str] = {}
    for name, value in headers:
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def position(source: Source) -> dict[str, object]:
    """Return where something is declared."""
    return {"path": source.path, "line": source.line}
