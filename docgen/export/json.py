"""The schema as JSON (product, 5).

Kind, name, base type, key, description, nullable, `inherited_from` and the source of a row are
always present, other facts only if a page declares them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Diagnostic
from docgen.export.json_operations import (
    deprecation_facts,
    described,
    position,
    unlisted_operation,
)
from docgen.schema.model import (
    ApiOperation,
    EnumType,
    Member,
    Operation,
    Property,
    Schema,
    Source,
    StructuredType,
    Type,
    csdl_type,
    returned_type,
    row_requests,
    sent_type,
)

VERSION = 1
"""The version of the format; it changes when readers must change."""


def to_json(schema: Schema, diagnostics: Sequence[Diagnostic]) -> str:
    """Return the schema, the pages and the diagnostics as indented JSON with a final newline."""
    by_page = {one.api_page: one for one in schema.operations}
    unlisted: dict[str | None, list[ApiOperation]] = {}
    for one in schema.operations:
        if not one.is_listed:
            unlisted.setdefault(one.owner, []).append(one)
    joined = _Joined(by_page=by_page, unlisted=unlisted)
    document = {
        "version": VERSION,
        "types": [_type(one, joined) for one in schema.types],
        **_known({"operations": tuple(map(unlisted_operation, joined.rest(schema)))}),
        "pages": [{"path": p.path, "types": p.types} for p in schema.pages],
        "diagnostics": [_diagnostic(d) for d in diagnostics],
    }
    content = msgspec.json.format(msgspec.json.encode(document), indent=2)
    return content.decode() + "\n"


class _Joined(Struct, frozen=True, kw_only=True):
    """The operations of API pages: all by page, and those in no methods table by owner."""

    by_page: Mapping[str, ApiOperation]
    unlisted: Mapping[str | None, Sequence[ApiOperation]]

    def rest(self, schema: Schema) -> Iterator[ApiOperation]:
        """Return the operations that are in no methods table and belong to no type."""
        names = {one.name for one in schema.types if isinstance(one, StructuredType)}
        for owner, operations in self.unlisted.items():
            if owner not in names:
                yield from operations


def _type(one: Type, joined: _Joined) -> dict[str, object]:
    match one:
        case StructuredType():
            return _structured(one, joined)
        case EnumType():
            return _enum(one)
        case _:
            assert_never(one)


def _structured(one: StructuredType, joined: _Joined) -> dict[str, object]:
    return {
        "kind": one.kind,
        "name": one.name,
        "base_type": one.base_type,
        "abstract": one.abstract,
        "open": one.open,
        "key": one.key,
        "description": one.description,
        **_known({"deprecated": one.deprecated}),
        "sources": [position(source) for source in one.sources],
        "annotation": _embedded(one.annotation),
        "sample": _embedded(one.sample),
        "properties": [_property(row) for row in one.properties],
        "navigation_properties": [_property(row) for row in one.navigation_properties],
        "operations": [
            *(_operation(operation, one, joined) for operation in one.operations),
            *map(unlisted_operation, joined.unlisted.get(one.name, ())),
        ],
    }


def _enum(one: EnumType) -> dict[str, object]:
    return {
        "kind": "enum",
        "name": one.name,
        "flags": one.flags,
        "open": one.open,
        "description": one.description,
        **_known({"deprecated": one.deprecated}),
        "sources": [position(source) for source in one.sources],
        "members": [_member(member) for member in one.members],
    }


def _property(row: Property) -> dict[str, object]:
    return {
        "name": row.name,
        "type": csdl_type(row.type),
        "nullable": row.nullable,
        "description": row.description,
        "inherited_from": row.inherited_from,
        **_known(
            {
                "read_only": row.read_only,
                "required": row.required,
                "is_key": row.is_key,
                "values": row.values,
                "default": row.default,
                "deprecated": row.deprecated,
                "returned_on_select": row.returned_on_select,
                "filter": row.filter,
            }
        ),
        **_sources(row.source, row.sources),
    }


def _operation(
    operation: Operation, owner: StructuredType, joined: _Joined
) -> dict[str, object]:
    """Return a row of a methods table, completed by its API page."""
    api = joined.by_page.get(operation.api_page or "")
    if api:
        api = replace(api, requests=row_requests(operation, owner.operations, api))
    returns = returned_type(operation, owner.name, api) if api else operation.returns
    facts = (
        described(api, sent_type(owner.name, api))
        if api
        else deprecation_facts(operation.deprecation)
    )
    return {
        "name": operation.name,
        "label": operation.label,
        "returns": csdl_type(returns) if returns else None,
        "returns_text": operation.returns_text,
        "description": operation.description or (api.description if api else None),
        "api_page": operation.api_page,
        **facts,
        **_sources(operation.source, operation.sources),
    }


def _member(member: Member) -> dict[str, object]:
    return {
        "name": member.name,
        "value": member.value,
        "description": member.description,
        **_sources(member.source, member.sources),
    }


def _sources(source: Source, sources: tuple[Source, ...]) -> dict[str, object]:
    several = {"sources": [position(one) for one in sources]} if sources else {}
    return {"source": position(source), **several}


def _known(facts: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in facts.items() if value not in (None, ())}


def _embedded(text: str | None) -> msgspec.Raw | None:
    return msgspec.Raw(text.encode()) if text else None


def _diagnostic(one: Diagnostic) -> dict[str, object]:
    return {
        "code": one.code,
        "severity": one.severity,
        "message": one.message,
        "path": one.path,
        "line": one.span.line,
        "column": one.span.column,
    }
