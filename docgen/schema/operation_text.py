"""The operations of API pages as readable text: one line for each request, parameter and example.

operation microsoft.graph.team.get_team  read  # api/team-get.md:8
  GET /teams/{id}  # api/team-get.md:20
  path teamId: Edm.String  required  # api/team-get.md:20
  returns microsoft.graph.team  status 200
  delegated_work Team.Read, Team.Read.All and User.Read
  example GET https://example.com/teams/1 -> 200  # api/team-get.md:44
"""

from collections.abc import Iterator

from docgen.diagnostics import shorten
from docgen.schema.model import (
    ApiOperation,
    DocumentedExample,
    Parameter,
    Permissions,
    Source,
    csdl_type,
)


def operation_text(one: ApiOperation) -> str:
    """Return an operation as text, its parts indented."""
    return "".join(f"{line}\n" for line in _lines(one))


def _lines(one: ApiOperation) -> Iterator[str]:
    owner = f"{one.owner}." if one.owner else ""
    flags = {"unlisted": not one.is_listed, "deprecated": one.deprecation is not None}
    details = [one.kind, *(flag for flag, is_set in flags.items() if is_set)]
    yield with_positions(f"operation {owner}{one.name}", details, one.source)
    if one.deprecation:
        yield f'  "{shorten(one.deprecation)}"'
    for request in one.requests:
        anchors = [f"#{one}" for one in request.anchors]
        yield "  " + with_positions(
            f"{request.method} {request.path}", anchors, request.source
        )
        if request.permissions:
            yield from (f"  {line}" for line in _schemes(request.permissions))
    for parameter in one.parameters:
        yield "  " + _parameter(parameter)
    if one.body or one.takes_reference:
        part = f" in {one.body_part}" if one.body_part else ""
        yield f"  body {csdl_type(one.body) if one.body else '$ref'}{part}"
    statuses = "  ".join(f"status {status}" for status in one.statuses)
    returns = csdl_type(one.returns) if one.returns else "None"
    yield f"  returns {returns}  {statuses}".rstrip()
    yield from _schemes(one.permissions)
    for example in one.examples:
        yield "  " + _example(example)


def _parameter(one: Parameter) -> str:
    type_ = f": {csdl_type(one.type)}" if one.type else ""
    details = ["required"] if one.required else []
    if one.description:
        details.append(f'"{shorten(one.description)}"')
    sources = one.sources or (one.source,)
    return with_positions(f"{one.place} {one.name}{type_}", details, *sources)


def _schemes(permissions: Permissions) -> Iterator[str]:
    for name, alternatives in permissions.schemes.items():
        if alternatives:
            yield f"  {name} {', '.join(' and '.join(each) for each in alternatives)}"


def _example(one: DocumentedExample) -> str:
    request = f"{one.request.method} {one.request.url}" if one.request else "?"
    answer = one.response.status if one.response else "?"
    return with_positions(f"example {request} -> {answer}", [], one.source)


def with_positions(head: str, details: list[str], *sources: Source) -> str:
    """Return a line that ends with positions on pages."""
    positions = ", ".join(f"{source.path}:{source.line}" for source in sources)
    return "  ".join([head, *details, f"# {positions}"])
