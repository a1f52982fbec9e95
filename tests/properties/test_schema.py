"""Any pages have a schema, every row is in it or reported, and their order does not count."""

import re
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from docgen.diagnostics import Diagnostic, Result
from docgen.export import to_json
from docgen.extract.declarations import Declarations
from docgen.extract.facts import facts
from docgen.extract.stage import extract
from docgen.extract.type_expression import type_expression
from docgen.markdown.page import Paragraph
from docgen.markdown.page_outline import page_outline
from docgen.markdown.parse import parse
from docgen.resolve import resolve
from docgen.schema.model import (
    EnumType,
    Member,
    Operation,
    Property,
    QualifiedName,
    Schema,
    Source,
    StructuredType,
    Type,
)
from docgen.schema.names import qualified_name
from docgen.schema.text import schema_text

NAMES = st.sampled_from(
    ["ship", "sail", "Ship", "harbour.ship", "oar", "depth", "entity"]
)
TYPES = st.sampled_from(
    [
        "String",
        "ship",
        "[sail](sail.md) collection",
        "Collection(oar)",
        "[ship](ship.md) or [oar](oar.md)",
        "depth",
        "made of wood",
        "",
    ]
)
TEXTS = st.sampled_from(
    [
        "",
        "Read-only.",
        "Possible values are: `low`, `high`.",
        "Inherited from [entity](entity.md)",
        "Inherited from [sail](sail.md)",
        "**TODO: Add Description**",
    ]
)
LEADS = st.sampled_from(
    [
        "A ship.",
        "Inherits from [sail](sail.md).",
        "Inherits from [ship](ship.md).",
        "Derived from oar.",
        "An abstract type. The derived types are [ship](ship.md) and [oar](oar.md).",
        "This is an open type.",
    ]
)
TITLES = {
    "Properties": "Property|Type|Description",
    "Relationships": "Relationship|Type|Description",
    "Methods": "Method|Return type|Description",
    "Members": "Member|Value|Description",
    "depth values": "Member|Value|Description",
    "Colours": "Colour|Hue|Saturation",
}
PIECES = st.sampled_from(
    [
        "|",
        "`",
        "**",
        "[",
        "](",
        ")",
        "<!--",
        "-->",
        "{",
        "}",
        "\n",
        "\n\n",
        "\\",
        "../",
        " or ",
    ]
)
ANY_TEXT = st.text(max_size=30) | PIECES | TYPES | TEXTS | LEADS


@st.composite
def tables(draw: st.DrawFn) -> str:
    title = draw(st.sampled_from(sorted(TITLES)))
    cells = st.tuples(NAMES, TYPES, TEXTS).map(" | ".join)
    rows = draw(st.lists(cells, max_size=4))
    lines = [f"## {title}", f"|{TITLES[title]}|", "|:--|:--|:--|"]
    return "\n".join([*lines, *(f"|{row}|" for row in rows), "\n"])


@st.composite
def pages(draw: st.DrawFn) -> str:
    name, kind = draw(NAMES), draw(st.sampled_from(["resource", "enum"]))
    head = f"# {name} {kind} type\n\nNamespace: harbour\n\n{draw(LEADS)}\n\n"
    key = draw(st.sampled_from(["", '"keyProperty": "id",', '"baseType": "",']))
    note = (
        f'<!-- {{"blockType": "resource", {key} "@odata.type": "harbour.{name}"}} -->\n'
    )
    return head + "".join(draw(st.lists(tables(), max_size=4))) + note


PAGE_SETS = st.dictionaries(
    st.sampled_from(["ship.md", "sail.md", "oar.md", "a/ship.md", "b/enums.md"]),
    pages(),
    max_size=4,
)


def reported_of(pages: dict[str, str]) -> tuple[Result[Schema], list[Diagnostic]]:
    """Return the schema of pages, and all that parse and extract have to tell of them."""
    reported: list[Diagnostic] = []
    declared: list[Declarations] = []
    for path, text in pages.items():
        parsed = parse(path, text.encode("utf-8", "surrogatepass"))
        found = extract(parsed.value)
        declared.append(found.value)
        reported += (*parsed.diagnostics, *found.diagnostics)
    return resolved(declared), reported


def resolved(declared: Sequence[Declarations]) -> Result[Schema]:
    return resolve(declared, "microsoft.graph.entity", is_whole=True)


def sources(schema: Schema) -> set[Source]:
    """Return every place that the schema names as the source of a row."""
    found: set[Source] = set()
    for one in schema.types:
        for row in rows_of(one):
            found.update((row.source, *row.sources))
    return found


def rows_of(one: Type) -> tuple[Property | Operation | Member, ...]:
    if isinstance(one, EnumType):
        return one.members
    return (*one.properties, *one.navigation_properties, *one.operations)


@given(PAGE_SETS)
def test_the_order_of_pages_makes_no_difference(pages: dict[str, str]) -> None:
    declared = [extract(parse(p, t.encode()).value).value for p, t in pages.items()]
    assert resolved(declared) == resolved(declared[::-1])


@given(PAGE_SETS)
def test_every_row_is_in_the_schema_or_reported(pages: dict[str, str]) -> None:
    found, reported = reported_of(pages)
    known = {(s.path, s.line) for s in sources(found.value)}
    known.update((d.path, d.span.line) for d in (*reported, *found.diagnostics))
    for path, text in pages.items():
        lines = enumerate(text.split("\n"), 1)
        rows = [n for n, line in lines if re.match(r"\|(?!:)", line)]
        headers = {n for n in rows if n + 1 not in rows and n - 1 not in rows} | {
            n - 1 for n, line in enumerate(text.split("\n"), 1) if line.startswith("|:")
        }
        assert [n for n in rows if n not in headers and (path, n) not in known] == []


@given(PAGE_SETS)
def test_names_of_a_schema_are_qualified_and_base_types_precede(
    pages: dict[str, str],
) -> None:
    schema = reported_of(pages)[0].value
    types = {one.name: one for one in schema.types}
    assert list(types) == sorted(types)
    for one in types.values():
        assert qualified_name(one.name) == one.name
        above = line(types, one)
        assert len(above) == len(set(above))


def line(types: dict[QualifiedName, Type], one: Type) -> list[QualifiedName]:
    """Return the types above one, at most one more than there are."""
    found: list[QualifiedName] = []
    current: Type | None = one
    while isinstance(current, StructuredType) and len(found) <= len(types):
        found.append(current.name)
        current = types.get(current.base_type) if current.base_type else None
    return found


@given(st.lists(ANY_TEXT, max_size=40).map("".join), PAGE_SETS)
def test_no_page_affects_another(noise: str, pages: dict[str, str]) -> None:
    found, reported = reported_of({**pages, "noise.md": noise})
    text = to_json(found.value, (*reported, *found.diagnostics))
    assert text == to_json(found.value, (*reported, *found.diagnostics))
    assert schema_text(found.value).count("\n") >= len(found.value.types)


@given(st.lists(ANY_TEXT, max_size=20).map("".join))
def test_any_text_can_be_parsed_as_a_type_and_for_facts(text: str) -> None:
    page = parse("a.md", text.encode("utf-8", "surrogatepass")).value
    assert page_outline(page).startswith("page a.md\n")
    for section in page.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                found = type_expression(block.content)
                assert found is None or found.name.text
                assert all(facts(block.content).values)
