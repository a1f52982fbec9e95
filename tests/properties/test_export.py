"""Exports are valid: CSDL for a strict reader, JSON Schema for its meta-schema."""

import json
from collections.abc import Iterator

from csdl_reader import Read, read, read_document
from hypothesis import given
from hypothesis import strategies as st
from invented_operations import OPERATIONS
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from docgen.export import to_csdl, to_jsonschema
from docgen.extract.stage import extract
from docgen.markdown.parse import parse
from docgen.resolve import resolve
from docgen.schema.model import (
    ApiOperation,
    EnumType,
    Property,
    Schema,
    StructuredType,
    Type,
    TypeReference,
)
from docgen.schema.url_segments import url_segments

TYPE_NAMES = st.sampled_from(
    ["ship", "sail", "Oar", "harbour.mast", "depth", "entity", "größe", "System.rope"]
)
ROW_NAMES = st.sampled_from(
    ["id", "name", "ship", "@odata.etag", "$count", "a-b", "größe", "_x", "9lives"]
)
TYPES = st.sampled_from(
    [
        "String",
        "Int32",
        "Boolean",
        "Decimal",
        "Stream collection",
        "ship",
        "sail collection",
        "Collection(harbour.mast)",
        "[Oar](oar.md)",
        "depth",
        "System.rope",
        "Edm.Nothing",
        "nobody.knows",
        "made of wood",
        "",
    ]
)
TEXTS = st.lists(
    st.sampled_from(
        [
            "Read-only.",
            "Not nullable.",
            "Nullable.",
            "Deprecated.",
            "Key.",
            "The default value is `true`.",
            "The default value is `7`.",
            "The default value is `low`.",
            "Possible values are: `low`, `JIS B4`, `1`.",
            "Inherited from [sail](sail.md)",
            "]]> & <b>\"quoted\"</b> 'so' \x0b\x1b\ufffe\U0001f6a2 &#0; -->",
        ]
    )
    | st.text(st.characters(codec="utf-8"), max_size=8),
    max_size=3,
).map(lambda words: " ".join(" ".join(words).split()))
ESCAPES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}
LEADS = st.sampled_from(
    [
        "A ship.",
        "Inherits from [sail](sail.md).",
        "Inherits from System.rope.",
        "Derived from oar.",
        "Derived from nobody.knows.",
        "This is an abstract type.",
        "This is an open type.",
        "An evolvable enumeration. Flags.",
    ]
)
HEADS = {
    "Properties": "Property|Type|Description",
    "Relationships": "Relationship|Type|Description",
    "Members": "Member|Value|Description",
    "depth values": "Member|Value|Description",
}
NUMBERS = st.sampled_from(["", "0", "1", "2", "4", "-1", "99999999999", "some"])


@st.composite
def tables(draw: st.DrawFn) -> str:
    title = draw(st.sampled_from(sorted(HEADS)))
    middle = NUMBERS if HEADS[title].startswith("Member") else TYPES
    cells = st.tuples(ROW_NAMES, middle, TEXTS).map(" | ".join)
    rows = draw(st.lists(cells, max_size=5))
    lines = [f"## {title}", f"|{HEADS[title]}|", "|:--|:--|:--|"]
    return "\n".join([*lines, *(f"|{row}|" for row in rows), "\n"])


@st.composite
def pages(draw: st.DrawFn) -> str:
    name, kind = draw(TYPE_NAMES), draw(st.sampled_from(["resource", "enum"]))
    keys = draw(
        st.sampled_from(["", '"keyProperty": "id",', '"keyProperty": "id, _x",'])
    )
    full = name if "." in name else f"harbour.{name}"
    head = f"# {name} {kind} type\n\nNamespace: harbour\n\n{draw(LEADS)}\n\n"
    note = f'<!-- {{"blockType": "resource", {keys} "@odata.type": "{full}"}} -->\n'
    return head + "".join(draw(st.lists(tables(), max_size=3))) + note


BASE = """# base resource type

Namespace: harbour

## Properties
|Property|Type|Description|
|---|---|---|
|id|String|The key.|

<!-- {"blockType": "resource", "@odata.type": "harbour.base", "keyProperty": "id"} -->
"""
SCHEMAS = st.lists(pages() | st.just(BASE), max_size=5).map(
    lambda pages: schema_of(pages)
)


def schema_of(pages: list[str]) -> Schema:
    parsed = [parse(f"{n}.md", text.encode()) for n, text in enumerate(pages)]
    declared = [extract(page.value).value for page in parsed]
    return resolve(declared, "harbour.base", is_whole=False).value


@given(SCHEMAS)
def test_a_csdl_reader_finds_each_type_unchanged(schema: Schema) -> None:
    found = read(to_csdl(schema))
    types = {one.name: one for one in schema.types if can_be_named(one.name)}
    undeclared = {name: found[name] for name in found.keys() - types.keys()}
    assert found.keys() >= types.keys()
    assert {one.note for one in undeclared.values()} <= {
        "Named, but declared by no page."
    }
    for name, one in types.items():
        if isinstance(one, EnumType):
            same_enum(one, found[name])
        else:
            same_structured(schema, one, found)


@given(SCHEMAS)
def test_a_json_schema_is_valid_and_defines_each_type(schema: Schema) -> None:
    text = to_jsonschema(schema)
    loaded = json.loads(text)
    Draft202012Validator.check_schema(loaded)
    assert list(loaded["$defs"]) == [one.name for one in schema.types]
    for reference in references(loaded):
        definition = loaded | {"$ref": reference}
        assert not Draft202012Validator(definition).is_valid(1)


@given(SCHEMAS, OPERATIONS)
def test_a_csdl_reader_finds_each_action_and_function(
    schema: Schema, operations: tuple[ApiOperation, ...]
) -> None:
    text = to_csdl(replace(schema, operations=operations))
    found = read_document(text)
    assert found.types.keys() >= read(to_csdl(schema)).keys()
    names = {call.name.rpartition(".")[2] for call in found.calls}
    for one in operations:
        for request in one.requests if one.kind in ("action", "function") else ():
            last = url_segments(request.path)[-1:]
            name = last[0].word.rpartition(".")[2] if last else ""
            is_row = any(
                row.name.lower() == name.lower()
                for each in schema.types
                if isinstance(each, StructuredType)
                for row in each.rows
            )
            is_mentioned = escaped(f"`{request.method} {request.path}`") in text
            is_none = not name or bool(last[0].placeholders) or is_row
            assert name in names or is_mentioned or is_none


def escaped(text: str) -> str:
    """Return text without the characters that XML does not allow, as an attribute."""
    plain = seen(text) or ""
    for character, reference in ESCAPES.items():
        plain = plain.replace(character, reference)
    return plain


@given(SCHEMAS, OPERATIONS)
def test_operations_change_no_other_export(
    schema: Schema, operations: tuple[ApiOperation, ...]
) -> None:
    assert to_jsonschema(replace(schema, operations=operations)) == to_jsonschema(
        schema
    )


@given(SCHEMAS)
def test_exports_are_deterministic(schema: Schema) -> None:
    assert to_csdl(schema) == to_csdl(schema)
    assert to_jsonschema(schema) == to_jsonschema(schema)


def same_enum(one: EnumType, found: Read) -> None:
    members = [m for m in one.members if m.name.isidentifier()]
    assert found.kind == ("enum" if members else "definition")
    assert found.description == seen(one.description)
    assert [name for name, _, _ in found.members] == [m.name for m in members]
    assert [text for _, _, text in found.members] == [
        seen(member.description) for member in members
    ]
    for member, (_, value, _) in zip(members, found.members, strict=True):
        assert member.value in (None, value)
    is_negative = any((member.value or 0) < 0 for member in members)
    assert found.flags is (one.flags and bool(members) and not is_negative)
    for member in one.members:
        assert member in members or f"`{member.name}`" in (found.note or "")


def same_structured(
    schema: Schema, one: StructuredType, every: dict[str, Read]
) -> None:
    found = every[one.name]
    assert found.kind == one.kind
    assert found.open is one.open
    assert found.description == seen(one.description)
    assert found.base == base(schema, one)
    if found.abstract is not one.abstract:
        assert "abstract" in (found.note or "")
    if found.key != one.key:
        assert f"`{', '.join(one.key)}`" in (found.note or "")
    rows = [
        row
        for row in (*one.properties, *one.navigation_properties)
        if row.inherited_from is None
    ]
    declared = [row for row in rows if row.name.isidentifier()]
    assert list(found.rows) == [row.name for row in declared]
    for row in declared:
        same_row(row, found, every)
    for row in rows:
        assert row in declared or f"`{row.name}`" in (found.note or "")


def same_row(row: Property, holder: Read, every: dict[str, Read]) -> None:
    found = holder.rows[row.name]
    assert found.is_collection is row.type.is_collection
    assert found.type == row.type.name or not can_be_said(row.type, every)
    assert found.description == seen(row.description)
    if not row.type.is_collection and not is_key(row, every):
        assert found.nullable is row.nullable
    terms = {term.rpartition(".")[2] for term in found.terms}
    assert ("Revisions" in terms) is bool(row.deprecated)
    assert ("Permissions" in terms) is (row.read_only is not None)
    if row.values and row.type.name == "Edm.String":
        assert "AllowedValues" in terms
    if row.default and row.type.name == "Edm.String" and not row.type.is_collection:
        assert found.default == row.default


def is_key(row: Property, every: dict[str, Read]) -> bool:
    return any(row.name in one.key for one in every.values())


def can_be_said(type: TypeReference, every: dict[str, Read]) -> bool:
    is_stream = type.name == "Edm.Stream" and type.is_collection
    is_strange = type.name in ("Edm.Untyped", "Edm.Nothing") or is_stream
    return type.name in every or (type.name.startswith("Edm.") and not is_strange)


def can_be_named(name: str) -> bool:
    return not name.startswith(("System.", "Edm."))


def base(schema: Schema, one: StructuredType) -> str | None:
    """Return the nearest base that can be named."""
    types: dict[str, Type] = {each.name: each for each in schema.types}
    current: Type | None = one
    while isinstance(current, StructuredType) and current.base_type:
        if can_be_named(current.base_type):
            return current.base_type
        current = types.get(current.base_type)
    return None


def seen(text: str | None) -> str | None:
    """Return a description as XML 1.0 can hold it."""
    kept = "".join(one for one in text or "" if is_character(ord(one)))
    return kept or None


def is_character(code: int) -> bool:
    return code in (9, 10, 13) or (code >= 0x20 and code not in (0xFFFE, 0xFFFF))


def references(value: object) -> Iterator[str]:
    """Return every `$ref` of a JSON Schema."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case dict() as found:
                if isinstance(found.get("$ref"), str):
                    yield found["$ref"]
                waiting += found.values()
            case list() as found:
                waiting += found
