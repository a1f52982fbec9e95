"""The arguments of a call that make the body of an example."""

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from docgen.diagnostics import quote
from docgen.python.documented.arguments import ArgumentCode, body_value
from docgen.python.documented.model import Obstacle
from docgen.python.layout import Layout
from docgen.python.literals import PythonCode, string_literal
from docgen.python.names import PythonName
from docgen.python.signatures.model import WHOLE_BODIES, MethodParameter
from docgen.schema.model import ExampleRequest

SENT = PythonCode("sent")
"""The body of an example in the code of a call: JSON, or a string."""

BodyArguments: TypeAlias = Mapping[PythonName, ArgumentCode]


def body_arguments(
    request: ExampleRequest, parameters: Sequence[MethodParameter], layout: Layout
) -> BodyArguments | Obstacle:
    """Return the arguments for the body of a request, or what is in the way.

    The keys without a parameter are those of `extra_keys`.
    """
    wholes = [one for one in parameters if one.place in WHOLE_BODIES]
    if any(one.place == "content" and not one.is_required for one in wholes):
        sends_bytes = bool(request.body) and not request.is_json
        wholes = [one for one in wholes if (one.place == "content") == sends_bytes]
    if wholes:
        return _whole(wholes[0], request, layout)
    if not request.body:
        return {}
    if not request.is_json:
        return _not_json(request)
    content = json.loads(request.body)
    members = [one for one in parameters if one.place == "member"]
    if not isinstance(content, dict):
        return Obstacle(_NO_BODY, _ADD_SECTION)
    if content and not members:
        return Obstacle(_NO_BODY, _ADD_SECTION)
    return _members(content, members, layout)


_NO_BODY = "the method has no parameter for the body"
_ADD_SECTION = "describe the body in the section about the request body"


def _whole(
    one: MethodParameter, request: ExampleRequest, layout: Layout
) -> BodyArguments | Obstacle:
    if not request.body:
        return Obstacle("the example has no body", "add the body to the example")
    if one.place == "content":
        return {
            one.name: ArgumentCode(items=(SENT,), function="content", reads_body=True)
        }
    if not request.is_json:
        return _not_json(request)
    content = json.loads(request.body)
    if one.place == "body":
        return {one.name: body_value(content, one.type, SENT, layout)}
    link = content.get("@odata.id") if isinstance(content, dict) else None
    if not isinstance(link, str) or len(content) > 1:
        return Obstacle(
            "the body is not a reference", "send the key `@odata.id`, and no other"
        )
    return {one.name: ArgumentCode(code=string_literal(link))}


def _not_json(request: ExampleRequest) -> Obstacle:
    """Return what is in the way: a mistake in the JSON, or a body of another kind."""
    kind = next(
        (value for name, value in request.headers if name.lower() == "content-type"),
        "json",
    )
    media_type = kind.partition(";")[0].strip().lower()
    if "json" in media_type:
        return Obstacle("the body is not JSON", "write the body as JSON")
    return Obstacle(
        f"the body is {quote(media_type)}, but the method sends JSON",
        "describe the request on a page of its own",
    )


def _members(
    content: dict[str, object], members: Sequence[MethodParameter], layout: Layout
) -> BodyArguments:
    by_name = {one.wire_name: one for one in members}
    found: dict[PythonName, ArgumentCode] = {}
    for key, value in content.items():
        one = by_name.get(key)
        if one is not None and value is not None:
            found[one.name] = body_value(value, one.type, _path(key), layout)
    return found


def extra_keys(
    request: ExampleRequest, parameters: Sequence[MethodParameter]
) -> Mapping[str, PythonCode]:
    """Return the keys of a body that no parameter sends, with their values as code.

    A parameter sends no null.
    """
    members = {one.wire_name for one in parameters if one.place == "member"}
    if not members or not request.body or not request.is_json:
        return {}
    content: object = json.loads(request.body)
    if not isinstance(content, dict):
        return {}
    return {
        key: PythonCode("None") if value is None else _path(key)
        for key, value in content.items()
        if value is None or key not in members
    }


def _path(key: str) -> PythonCode:
    """Return the code that reads a member of the body of an example."""
    return PythonCode(f"{SENT}[{string_literal(key)}]")
