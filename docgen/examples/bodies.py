"""Compare the bodies of an example with the types and the parameters of its page."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from docgen.diagnostics import Code, quote
from docgen.examples.known_types import KnownTypes
from docgen.examples.values import Finding, ValueChecker
from docgen.extract.api.declarations import ApiDeclaration, ExampleDeclaration
from docgen.jsontext import JsonPath
from docgen.schema.edm import UNTYPED
from docgen.schema.model import (
    ApiOperation,
    ExampleRequest,
    ExampleResponse,
    Parameter,
    QualifiedName,
    TypeReference,
)
from docgen.schema.names import short_name

_NO_CONTENT = 204
_VALUE = "value"


def content(message: ExampleRequest | ExampleResponse | None) -> object:
    """Return the body of a message as a Python value; `None` if it is not JSON."""
    if message is None or not message.is_json or not message.body:
        return None
    try:
        decoded: object = msgspec.json.decode(message.body)
    except (msgspec.DecodeError, RecursionError):
        return None
    return decoded


class BodyChecker:
    """Compares bodies with types."""

    def __init__(
        self, types: KnownTypes, operation: ApiOperation, api: ApiDeclaration
    ) -> None:
        self._types, self._operation, self._api = types, operation, api
        self._values = ValueChecker(types)

    def request(self, request: ExampleRequest) -> Iterator[Finding]:
        """Return the mistakes in the body of a request."""
        body = content(request)
        operation = self._operation
        if not isinstance(body, dict) or operation.takes_reference:
            return
        if operation.body is not None:
            if self._is_compared(body, operation.body.name):
                yield from self._values.members(body, operation.body.name, ())
            return
        rows = [one for one in operation.parameters if one.place == "body"]
        is_table = any(one.section == "body" for one in self._api.parameters)
        if self._api.body and self._api.body.kind == "none" and body and not is_table:
            yield _unexpected_body()
            return
        if operation.kind == "action" and rows and is_table:
            yield from self._parameters(body, rows)

    def _parameters(
        self, body: Mapping[object, object], rows: Sequence[Parameter]
    ) -> Iterator[Finding]:
        known = {one.name.lower(): one for one in rows}
        label = self._operation.label
        for key, value in body.items():
            if not isinstance(key, str) or "@" in key:
                continue
            row = known.get(key.lower())
            if row is None:
                yield _undocumented(key)
            elif row.type is not None:
                name = row.name
                yield from self._values.value(value, row.type, (key,), name, label)
        names = {key.lower() for key in body if isinstance(key, str)}
        for one in rows:
            if one.required and one.name.lower() not in names:
                yield _missing(one.name)

    def response(
        self, example: ExampleDeclaration, response: ExampleResponse
    ) -> Iterator[Finding]:
        """Return the mistakes in the body of a response."""
        body = content(response)
        if body is None or not 200 <= response.status < 300:
            return
        returns = self._operation.returns
        if returns is None:
            yield from self._unexpected(body)
            return
        type_ = self._item_type(example, returns)
        if type_ is None:
            return
        for path, item in _items(body, has_value=self._has_value(type_.name)):
            if self._is_compared(item, type_.name):
                yield from self._values.value(
                    item, type_, path, _VALUE, self._operation.label
                )

    def _is_compared(self, value: object, type: QualifiedName) -> bool:
        """Return whether an object should be of a type: a page of several may show others."""
        return not self._operation.is_shared or self._values.fits(value, type)

    def _unexpected(self, body: object) -> Iterator[Finding]:
        statuses = {*self._operation.statuses}
        if body and statuses == {_NO_CONTENT}:
            yield Finding(
                code=Code.DIFFERENT_RESPONSE,
                message="the example has a body, but the response section says `204 No Content`",
                help="remove the body, or write in the section what is returned",
                topic=("body",),
            )

    def _item_type(
        self, example: ExampleDeclaration, returns: TypeReference
    ) -> TypeReference | None:
        """Return the type of a single item: that of the annotation where it derives from it."""
        types = self._types
        name = returns.name
        written = types.named(example.type_name) if example.type_name else None
        if written and types.derives(written, name):
            name = written
        elif written and not types.derives(name, written):
            return None
        is_known = types.is_structured(name) or types.enum(name) is not None
        return TypeReference(name=name) if is_known else None

    def _has_value(self, name: QualifiedName) -> bool:
        return _VALUE in self._types.rows(name)

    def shape(self, response: ExampleResponse) -> Finding | Literal["same"] | None:
        """Compare whether a body is a collection with what the page says, if both are known."""
        body = content(response)
        if not 200 <= response.status < 300:
            return None
        stated = self._api.response.type if self._api.response else None
        returns = self._operation.returns
        if stated is None or returns is None or returns.name == UNTYPED:
            return None
        if not self._types.is_structured(returns.name) or self._has_value(returns.name):
            return None
        if not isinstance(body, dict):
            return None
        items = body.get(_VALUE)
        shown = quote(short_name(returns.name))
        if stated.is_collection and _VALUE not in body and len(body) > 1:
            return Finding(
                code=Code.DIFFERENT_RESPONSE,
                message="the example has one object, but the response section says a "
                f"collection of {shown}",
                help="write an array with the key `value` in the example, or correct the section",
                topic=("shape",),
            )
        if not stated.is_collection and isinstance(items, list):
            return Finding(
                code=Code.DIFFERENT_RESPONSE,
                path=(_VALUE,),
                is_about_key=True,
                message="the example has a collection, but the response section says one "
                f"{shown}",
                help="write `collection` in the section, or one object in the example",
                topic=("shape",),
            )
        return "same"


def _items(body: object, *, has_value: bool) -> Iterator[tuple[JsonPath, object]]:
    """Return the objects of a body with their paths; `value` may contain one or several."""
    if isinstance(body, list):
        yield from (((number,), item) for number, item in enumerate(body))
    elif isinstance(body, dict) and _VALUE in body and not has_value:
        inner = body[_VALUE]
        if isinstance(inner, list):
            yield from (((_VALUE, number), one) for number, one in enumerate(inner))
        else:
            yield (_VALUE,), inner
    elif isinstance(body, dict):
        yield (), body


def _undocumented(key: str) -> Finding:
    return Finding(
        code=Code.UNDOCUMENTED_PARAMETER,
        path=(key,),
        is_about_key=True,
        message=f"no table of the page has the parameter {quote(key)}",
        help="add a row for it, or correct the example",
        topic=(key,),
    )


def _unexpected_body() -> Finding:
    return Finding(
        code=Code.UNDOCUMENTED_PARAMETER,
        message="the example has a body, but the section about the request body says it has none",
        help="remove the body, or describe it in the section",
        topic=("body",),
    )


def _missing(name: str) -> Finding:
    return Finding(
        code=Code.MISSING_PARAMETER,
        message=f"the body of the example lacks the required parameter {quote(name)}",
        help=f"add {quote(name)} to the example",
        topic=(name,),
    )
