"""What a page says of an entity or complex type: name, traits, rows and operations."""

import json
from collections.abc import Callable

import pytest
from msgspec.structs import asdict

from docgen.diagnostics import Result
from docgen.extract.declarations import (
    Declarations,
    EnumDeclaration,
    StructuredDeclaration,
)
from docgen.source import Span

Extracts = Callable[[str], Result[Declarations]]

HEAD = "# ship resource type\n\nNamespace: harbour\n\n"
PROPERTIES = "## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n"
METHODS = "## Methods\n|Method|Return type|Description|\n|:---|:---|:---|\n"


def annotation(**keys: object) -> str:
    content = {
        "blockType": "resource",
        **{k.replace("_", "."): v for k, v in keys.items()},
    }
    return f"## JSON representation\n<!-- {json.dumps(content)} -->\n"


def declared(found: Result[Declarations]) -> StructuredDeclaration:
    (only,) = found.value.types
    assert isinstance(only, StructuredDeclaration)
    return only


def codes(found: Result[Declarations]) -> list[str]:
    return [reported.code for reported in found.diagnostics]


NAMES = {
    "resource type": ("# ship resource type", "microsoft.graph.ship"),
    "two blanks": ("#  ship  resource type", "microsoft.graph.ship"),
    "complex type": ("# ship complex type", "microsoft.graph.ship"),
    "facet": ("# Ship facet", "microsoft.graph.Ship"),
    "resource": ("# ship resource", "microsoft.graph.ship"),
    "a remark in brackets": (
        "# ship resource type (deprecated)",
        "microsoft.graph.ship",
    ),
    "the line below": ("# ship resource type\nNamespace: a.b", "a.b.ship"),
    "the line below, in bold": (
        "# ship resource type\n**Namespace**: a.b",
        "a.b.ship",
    ),
    "the annotation of the page": (
        '# ship resource type\n<!-- {"type": "#page.annotation", "namespace": "a.b"} -->',
        "a.b.ship",
    ),
    "the annotation beats the heading": (
        "# Vessel resource type\nNamespace: a\n"
        + annotation(**{"@odata_type": "#a.ship"}),
        "a.ship",
    ),
    "the annotation beats the namespace": (
        "# ship resource type\nNamespace: a\n"
        + annotation(**{"@odata_type": "b.ship"}),
        "b.ship",
    ),
    "a heading in prose": (
        "# Sailing the sea\n" + annotation(**{"@odata_type": "a.ship"}),
        "a.ship",
    ),
    "the sample beats the heading": (
        "# Vessel resource type\n"
        + annotation()
        + '```json\n{"@odata.type": "#a.ship"}\n```\n',
        "a.ship",
    ),
    "the name of the file at last": (
        "# Sailing the sea\n" + annotation(),
        "microsoft.graph.page",
    ),
    "one word and a table": (
        "# ship\n" + PROPERTIES + "|hull|String|.|",
        "microsoft.graph.ship",
    ),
}


@pytest.mark.parametrize(("text", "name"), NAMES.values(), ids=NAMES)
def test_a_type_is_named_by(extracts: Extracts, text: str, name: str) -> None:
    found = declared(extracts(text))
    assert f"{found.namespace}.{found.name}" == name


NO_TYPES = {
    "prose": "# Sailing the sea\n\nShips are made of wood.",
    "an api page": '# Create resource\n<!-- {"blockType": "request"} -->\n```http\nGET /\n```',
    "a hostile name": "# ../ship resource type",
    "a table of something else": "# Winds\n## Properties\n|Wind|Force|\n|---|---|\n|a|b|",
    "nothing": "",
}


@pytest.mark.parametrize("text", NO_TYPES.values(), ids=NO_TYPES)
def test_no_type_is_declared_by(extracts: Extracts, text: str) -> None:
    assert extracts(text).value.types == ()


def test_two_type_headings_are_two_types(extracts: Extracts) -> None:
    text = HEAD + PROPERTIES + "|hull|String|.|\n\n# sail resource type\n" + PROPERTIES
    found = extracts(text + "|area|Int32|.|").value.types
    rows = [
        (one.namespace, one.name, [row.name for row in one.properties])
        for one in found
        if isinstance(one, StructuredDeclaration)
    ]
    assert rows == [("harbour", "ship", ["hull"]), ("harbour", "sail", ["area"])]


BASES = {
    "inherits from a link": ("Inherits from [vessel](vessel.md).", "vessel"),
    "inherits from a qualified name": ("Inherits from a.vessel", "a.vessel"),
    "derived from": ("Derived from [vessel](vessel.md).", "vessel"),
    "in the middle": ("A ship. It inherits from the [vessel](v.md) type.", "vessel"),
    "inherits all properties of": (
        "It inherits all the properties of [vessel](v.md).",
        "vessel",
    ),
    "inherits from base class": ("Inherits from base class [vessel](v.md).", "vessel"),
    "a subclass of": ("A subclass of [vessel](v.md).", "vessel"),
    "a link of several words": ("Inherits from [Any vessel](v.md).", "Any vessel"),
    "on a later line": ("A ship.\nThis type inherits from [vessel](v.md).", "vessel"),
    "others that inherit": ("All boats inherit from this type.", None),
    "inherited properties": ("Contains inherited properties for ships.", None),
    "no base": ("A ship.", None),
}


@pytest.mark.parametrize(("lead", "base"), BASES.values(), ids=BASES)
def test_the_lead_names_the_base(
    extracts: Extracts, lead: str, base: str | None
) -> None:
    prose = declared(extracts(HEAD + lead)).base.prose
    assert (prose.text if prose else None) == base


def test_a_sentence_about_the_type_itself_names_the_base_anywhere(
    extracts: Extracts,
) -> None:
    text = HEAD + PROPERTIES.replace("\n", "\nship derives from [vessel](v.md)\n\n", 1)
    base = declared(extracts(text + "|hull|String|.|")).base.prose
    assert base is not None
    assert base.text == "vessel"


DERIVED = {
    "a base type for links": "The base type for [sloop](a.md) and [ketch](b.md).",
    "the derived types are": "The derived types are [sloop](a.md), [ketch](b.md).",
    "are subclasses": "The [sloop](a.md) and [ketch](b.md) types are subclasses of it.",
    "a list": "Derived types include:\n\n- [sloop](a.md)\n- [ketch](b.md)\n",
    "a table": (
        "## Derived types\n|Type|Description|\n|---|---|\n|[sloop](a.md)|.|\n|[ketch](b.md)|.|\n"
    ),
}


@pytest.mark.parametrize("text", DERIVED.values(), ids=DERIVED)
def test_a_page_names_the_types_that_derive_from_its_own(
    extracts: Extracts, text: str
) -> None:
    names = declared(extracts(HEAD + text)).derived
    assert [name.text for name in names] == ["sloop", "ketch"]


def test_a_base_class_for_something_in_a_type_names_no_derived_type(
    extracts: Extracts,
) -> None:
    text = HEAD + "Represents a base class for sails in the [ketch](b.md)."
    assert declared(extracts(text)).derived == ()


ABSTRACT = {
    "an abstract type": ("An abstract type for all ships.", True),
    "is abstract": ("This type is abstract.", True),
    "an abstract base class": ("An abstract base class.", True),
    "a base type": ("The base type for all ships.", True),
    "another abstract type": ("Derived from the [vessel](v.md) abstract type.", False),
    "its base class": ("Inherits from base class [vessel](v.md).", False),
    "an abstraction": ("An abstraction over the sea.", False),
}


@pytest.mark.parametrize(("lead", "is_so"), ABSTRACT.values(), ids=ABSTRACT)
def test_the_lead_says_abstract(extracts: Extracts, lead: str, is_so: bool) -> None:
    assert declared(extracts(HEAD + lead)).abstract is is_so


OPEN = {
    "an open type": ("# ship resource type\n\nThis is an open type.", True),
    "an open complex type": (
        "# ship resource type\n\nIt is an open complex type.",
        True,
    ),
    "the heading": ("# ship resource type (Open Type)", True),
    "another open type": (
        "# ship resource type\n\nUsed in the open type [fleet](f.md).",
        False,
    ),
}


@pytest.mark.parametrize(("text", "is_so"), OPEN.values(), ids=OPEN)
def test_the_page_says_open(extracts: Extracts, text: str, is_so: bool) -> None:
    assert declared(extracts(text)).open is is_so


def test_the_annotation_tells_key_base_abstract_and_open(extracts: Extracts) -> None:
    keys = {"@odata_type": "harbour.ship", "keyProperty": "ID", "baseType": "a.vessel"}
    text = HEAD + PROPERTIES + "|id|String|.|\n\n"
    found = declared(
        extracts(text + annotation(**keys, abstract="true", openType=True))
    )
    assert found.base.annotation is not None
    assert found.base.annotation.text == "a.vessel"
    assert (found.key, found.abstract, found.open) == (("id",), True, True)


@pytest.mark.parametrize("base", ["", None])
def test_an_empty_base_type_says_that_there_is_none(
    extracts: Extracts, base: str | None
) -> None:
    found = extracts(
        HEAD + annotation(**{"@odata_type": "harbour.ship"}, baseType=base)
    )
    assert declared(found).base.is_none
    assert codes(found) == ["empty-base-type"]


def test_unknown_keys_of_the_annotation_are_kept(extracts: Extracts) -> None:
    text = HEAD + annotation(**{"@odata_type": "harbour.ship"}, unheardOf=[1])
    assert '"unheardOf": [1]' in (declared(extracts(text)).annotation or "")


def test_the_description_is_the_lead_without_what_is_said_elsewhere(
    extracts: Extracts,
) -> None:
    text = HEAD + "[!INCLUDE [x](../includes/x.md)]\n\nA ship.\n\nIt sails."
    assert declared(extracts(text)).description == "A ship.\n\nIt sails."


def test_a_notice_says_that_the_type_is_deprecated(extracts: Extracts) -> None:
    text = HEAD + "> [!CAUTION]\n> This resource is deprecated."
    assert declared(extracts(text)).deprecated is True
    assert declared(extracts(HEAD + "> Deprecated. Use boats.")).deprecated is True
    assert declared(extracts(HEAD + "A ship.")).deprecated is None


COLUMNS = {
    "as usual": "|Property|Type|Description|\n|---|---|---|\n|hull|String|Wood.|",
    "other words": "|Property name|Type|Description|\n|---|---|---|\n|hull|String|Wood.|",
    "another order": "|Type|Description|Name|\n|---|---|---|\n|String|Wood.|hull|",
    "the header of methods": (
        "|Method|Return Type|Description|\n|---|---|---|\n|hull|String|Wood.|"
    ),
    "columns that nobody knows": (
        "|Property|Type|Colour|Description|\n|---|---|---|---|\n|hull|String|red|Wood.|"
    ),
    "no leading pipe": "Property|Type|Description\n---|---|---\nhull|String|Wood.",
}


@pytest.mark.parametrize("table", COLUMNS.values(), ids=COLUMNS)
def test_columns_are_found_by_their_headers(extracts: Extracts, table: str) -> None:
    (row,) = declared(extracts(HEAD + "## Properties\n" + table)).properties
    assert row.type is not None
    assert (row.name, row.type.name.text, row.description) == (
        "hull",
        "String",
        "Wood.",
    )


def test_columns_may_state_facts(extracts: Extracts) -> None:
    text = (
        "## Properties\n|Key|Property|Type|Required|ReadOnly|Nullable|Description|\n"
        "|---|---|---|---|---|---|---|\n|✓|id|String|Yes|true|no|.|"
    )
    (row,) = declared(extracts(HEAD + text)).properties
    facts = asdict(row.facts)
    assert {k: v for k, v in facts.items() if isinstance(v, bool)} == {
        "is_key": True,
        "required": True,
        "read_only": True,
        "nullable": False,
    }


NAME_CELLS = {
    "a word": ("hull", "hull"),
    "bold": ("**hull**", "hull"),
    "code": ("`hull`", "hull"),
    "a link": ("[hull](../api/hull.md)", "hull"),
    "deprecated": ("hull (deprecated)", "hull"),
    "a footnote": ("hull *", "hull"),
    "an annotation": ("@odata.etag", "@odata.etag"),
    "a path": ("file/parts/{id}", "file/parts/{id}"),
}


@pytest.mark.parametrize(("cell", "name"), NAME_CELLS.values(), ids=NAME_CELLS)
def test_a_name_cell_is_read(extracts: Extracts, cell: str, name: str) -> None:
    (row,) = declared(extracts(HEAD + PROPERTIES + f"|{cell}|String|.|")).properties
    assert row.name == name
    assert row.facts.deprecated is (True if "deprecated" in cell else None)


ROWS = {
    "a blank row": ("| | | |", "empty-row"),
    "a group row": ("|**Sails**| | |", "group-row"),
    "a group row of one cell": ("|**Sails**|", "group-row"),
    "a group row without bold": ("|The sails| | |", "group-row"),
    "a hostile name": ("|../x|String|.|", "invalid-name"),
    "two words": ("|big hull|String|.|", "invalid-name"),
    "no name": ("| |String|.|", "invalid-name"),
}


@pytest.mark.parametrize(("row", "code"), ROWS.values(), ids=ROWS)
def test_a_row_that_declares_nothing_is_reported(
    extracts: Extracts, row: str, code: str
) -> None:
    found = extracts(HEAD + PROPERTIES + f"|hull|String|.|\n{row}\n")
    assert [r.name for r in declared(found).properties] == ["hull"]
    assert code in codes(found)
    assert {reported.span.line for reported in found.diagnostics} == {9}


def test_a_cell_that_is_no_type_costs_only_the_type(extracts: Extracts) -> None:
    found = extracts(HEAD + PROPERTIES + "|hull|made of wood|.|")
    assert [(r.name, r.type) for r in declared(found).properties] == [("hull", None)]
    assert codes(found) == ["invalid-type-expression"]


def test_words_beside_a_type_are_reported(extracts: Extracts) -> None:
    found = extracts(HEAD + PROPERTIES + "|hull|String (wood)|.|")
    assert codes(found) == ["extra-text-in-type"]


NOT_MEMBERS = {
    "properties of a definition": (
        "### Properties of a hull definition\n|Property|Type|\n|---|---|\n|a|String|\n"
    ),
    "a table of colours": "## Colours\n|Colour|Hue|\n|---|---|\n|red|1|\n",
    "a table without types": "### Limits\n|Property|Limit|\n|---|---|\n|hull|1|\n",
}


@pytest.mark.parametrize("table", NOT_MEMBERS.values(), ids=NOT_MEMBERS)
def test_rows_of_other_tables_get_a_note_each(extracts: Extracts, table: str) -> None:
    found = extracts(HEAD + PROPERTIES + "|hull|String|.|\n\n" + table)
    assert [r.name for r in declared(found).properties] == ["hull"]
    assert codes(found) == ["ignored-row"]


PLACES = {
    "under the heading of the page": "",
    "under instance attributes": "## Instance attributes\n",
    "under a heading that nobody knows": "## The hull\n",
    "below a heading of properties": "## Properties\n### The hull\n",
}


@pytest.mark.parametrize("heading", PLACES.values(), ids=PLACES)
def test_a_table_of_properties_may_stand(extracts: Extracts, heading: str) -> None:
    text = (
        HEAD + heading + "|Property|Type|Description|\n|---|---|---|\n|hull|String|.|"
    )
    assert [r.name for r in declared(extracts(text)).properties] == ["hull"]


def test_relationships_are_navigation_properties(extracts: Extracts) -> None:
    text = "## Relationships\n|Relationship|Type|Description|\n|---|---|---|\n"
    text += "|crew|[sailor](s.md) collection|.|"
    (row,) = declared(extracts(HEAD + text)).navigation_properties
    assert row.type is not None
    assert (row.name, row.type.is_collection) == ("crew", True)


OPERATIONS = {
    "a link": ("[List ships](../api/ship-list.md)", "list_ships", "api/ship-list.md"),
    "a bare verb": ("[List](../api/ship-list.md)", "list", "api/ship-list.md"),
    "a remark": (
        "[Get ship](../api/ship-get.md) (deprecated)",
        "get_ship",
        "api/ship-get.md",
    ),
    "a link that lost its bracket": (
        "sail action](../api/ship-sail.md)",
        "sail_action",
        "api/ship-sail.md",
    ),
    "a link to the web": ("[Sail](/graph/sail)", "sail", None),
    "no link": ("Sail", "sail", None),
}


@pytest.mark.parametrize(("cell", "name", "page"), OPERATIONS.values(), ids=OPERATIONS)
def test_an_operation_is_named_by_its_label(
    extracts: Extracts, cell: str, name: str, page: str | None
) -> None:
    found = declared(extracts(HEAD + METHODS + f"|{cell}|None|Sails.|"))
    (operation,) = found.operations
    assert (operation.name, operation.api_page) == (name, page)
    assert (operation.returns_nothing, operation.description) == (True, "Sails.")


RETURNS = {
    "None": ("None", True, None),
    "None with a full stop": ("None.", True, None),
    "No content": ("No Content", True, None),
    "a type": ("[ship](ship.md)", False, "ship"),
    "words": ("Location header", False, None),
    "nothing at all": ("", False, None),
    "a path": ("`GET /ships`", False, None),
}


@pytest.mark.parametrize(("cell", "is_none", "name"), RETURNS.values(), ids=RETURNS)
def test_an_operation_returns(
    extracts: Extracts, cell: str, is_none: bool, name: str | None
) -> None:
    found = declared(extracts(HEAD + METHODS + f"|[Sail](a.md)|{cell}|.|"))
    (operation,) = found.operations
    returned = operation.returns.name.text if operation.returns else None
    assert (operation.returns_nothing, returned) == (is_none, name)


def test_a_row_without_a_return_cell_keeps_its_description(extracts: Extracts) -> None:
    found = extracts(HEAD + METHODS + "|[Sail](a.md)|Sail the [ship](s.md) away.|")
    (operation,) = declared(found).operations
    assert operation.returns is None
    assert operation.description == "Sail the ship away."
    assert "missing-cell" in codes(found)


def test_placeholders_are_reported_and_never_kept(extracts: Extracts) -> None:
    todo = "**TODO: Add Description**"
    row = f"|hull|String|{todo} Inherited from [vessel](v.md)|"
    text = f'---\ndescription: "{todo}"\n---\n{HEAD}{todo}\n\n{PROPERTIES}{row}'
    found = extracts(text)
    reported = [(d.span.line, d.span.column) for d in found.diagnostics]
    assert reported == [(2, 15), (8, 1), (13, 14)]
    assert codes(found) == ["placeholder"] * 3
    assert declared(found).description is None
    (only,) = declared(found).properties
    assert only.description == "Inherited from vessel"


def test_the_table_beats_the_sample(extracts: Extracts) -> None:
    text = HEAD + PROPERTIES + "|sails|String|.|\n\n"
    text += annotation(**{"@odata_type": "harbour.ship"})
    found = extracts(text + '```json\n{"sails": ["String"], "masts": 3}\n```\n')
    (row,) = declared(found).properties
    assert row.type is not None
    assert not row.type.is_collection
    assert codes(found) == ["contradiction"]


SAMPLES = {
    "a comma too many": ('{"a": 1,}', ["repaired-json"]),
    "no object": ("GET /", ["invalid-sample"]),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("sample", "reported"), SAMPLES.values(), ids=SAMPLES)
def test_a_sample_is_repaired_or_reported(
    extracts: Extracts, sample: str, reported: list[str]
) -> None:
    text = HEAD + annotation(**{"@odata_type": "harbour.ship"})
    found = extracts(text + f"```json\n{sample}\n```\n")
    assert codes(found) == reported


def test_a_page_that_should_declare_a_type_is_reported(extracts: Extracts) -> None:
    found = extracts("---\ndoc_type: resourcePageType\n---\n# Sailing the sea\n")
    assert codes(found) == ["no-type"]


def test_an_empty_type_is_reported(extracts: Extracts) -> None:
    assert codes(extracts("# ship resource type\n")) == ["empty-type"]


def test_a_page_of_another_language_is_reported(extracts: Extracts) -> None:
    table = "|Eigenschaft|Typ|\n|---|---|\n|rumpf|Zeichenfolge|\n"
    text = "# ship-Ressourcentyp\n## Eigenschaften\n" + table + "## Darstellung\n"
    found = extracts(text + annotation(**{"@odata_type": "a.ship"}).split("\n", 1)[1])
    assert declared(found).name == "ship"
    assert "translated-page" in codes(found)


def test_a_page_declares_an_enum_and_a_resource(extracts: Extracts) -> None:
    table = "### depth values\n|Member|\n|---|\n|low|\n"
    found = extracts(HEAD + PROPERTIES + "|depth|depth|.|\n\n" + table).value.types
    assert isinstance(found[0], StructuredDeclaration)
    assert isinstance(found[1], EnumDeclaration)


PLACES_OF_SAMPLES = {
    "on the page": ("", Span(5, 19, 25)),
    "in a list": ("  ", Span(5, 21, 27)),
}


@pytest.mark.parametrize(
    ("indent", "span"), PLACES_OF_SAMPLES.values(), ids=PLACES_OF_SAMPLES
)
def test_the_name_in_a_sample_has_its_place(
    extracts: Extracts, indent: str, span: Span
) -> None:
    sample = ["```json", "{", '  "@odata.type": "a.boat"', "}", "```"]
    lines = [indent + line for line in sample]
    if indent:
        lines[0] = "- " + sample[0]
    note = annotation(**{"@odata_type": "a.ship"}).split("\n")[1]
    found = extracts("\n".join(["# ship resource type", note, *lines]))
    (reported,) = [one for one in found.diagnostics if one.code == "contradiction"]
    assert reported.span == span
