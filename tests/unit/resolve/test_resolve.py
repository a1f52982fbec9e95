"""The schema of a page set: names, merged declarations, enum types, links."""

from collections.abc import Callable

import pytest

from docgen.diagnostics import Result
from docgen.schema.model import (
    EnumType,
    Property,
    Schema,
    StructuredType,
    Type,
    csdl_type,
)
from docgen.schema.text import schema_text

Resolves = Callable[[dict[str, str]], Result[Schema]]

TABLE = "|Property|Type|Description|\n|---|---|---|\n"


def ship(*rows: str, namespace: str = "harbour", lead: str = "A ship.") -> str:
    """Return a page of a type `ship` with these rows."""
    return resource("ship", *rows, namespace=namespace, lead=lead)


def resource(
    name: str, *rows: str, namespace: str = "harbour", lead: str = "A thing."
) -> str:
    table = "## Properties\n" + TABLE + "\n".join(rows) + "\n\n" if rows else ""
    return f"# {name} resource type\n\nNamespace: {namespace}\n\n{lead}\n\n{table}"


def enum(name: str, *members: str, namespace: str = "harbour") -> str:
    rows = "\n".join(f"|{member}|{number}|.|" for number, member in enumerate(members))
    table = f"## Members\n|Member|Value|Description|\n|---|---|---|\n{rows}\n\n"
    return f"# {name} enum type\n\nNamespace: {namespace}\n\n{table}"


def named(schema: Schema, name: str) -> Type:
    return next(one for one in schema.types if one.name == name)


def structured(schema: Schema, name: str = "harbour.ship") -> StructuredType:
    found = named(schema, name)
    assert isinstance(found, StructuredType)
    return found


def enumerated(schema: Schema, name: str) -> EnumType:
    found = named(schema, name)
    assert isinstance(found, EnumType)
    return found


def row(found: Result[Schema], name: str, of: str = "harbour.ship") -> Property:
    one = structured(found.value, of)
    rows = (*one.properties, *one.navigation_properties)
    return next(row for row in rows if row.name == name)


def codes(found: Result[Schema]) -> list[str]:
    return [reported.code for reported in found.diagnostics]


SAIL = {"sail.md": resource("sail")}
SAILS = {
    "sail.md": resource("sail"),
    "records-sail.md": resource("sail", namespace="harbour.records"),
}
REFERENCES: dict[str, tuple[str, dict[str, str], str, list[str]]] = {
    "a primitive": ("String", SAIL, "Edm.String", []),
    "a name": ("sail", SAIL, "harbour.sail", []),
    "a qualified name": ("harbour.sail", SAIL, "harbour.sail", []),
    "a link": ("[sail](sail.md)", SAIL, "harbour.sail", []),
    "a link in another case": (
        "[sail](Sail.md)",
        SAIL,
        "harbour.sail",
        ["name-case"],
    ),
    "a name in another case": ("Sail", SAIL, "harbour.sail", ["name-case"]),
    "a collection": ("sail collection", SAIL, "Collection(harbour.sail)", []),
    "several namespaces: that of the page": ("sail", SAILS, "harbour.sail", []),
    "several namespaces: that of the link": (
        "[sail](records-sail.md)",
        SAILS,
        "harbour.records.sail",
        [],
    ),
    "one type in another namespace": (
        "oar",
        {"oar.md": resource("oar", namespace="sea")},
        "sea.oar",
        [],
    ),
    "several other namespaces: the shortest": (
        "oar",
        {
            "oar.md": resource("oar", namespace="sea"),
            "deep-oar.md": resource("oar", namespace="sea.deep"),
        },
        "sea.oar",
        ["ambiguous-type"],
    ),
    "text over link": (
        "[sail](oar.md)",
        {**SAIL, "oar.md": resource("oar")},
        "harbour.sail",
        ["mismatched-link"],
    ),
    "link with an unknown text": (
        "[canvas](sail.md)",
        SAIL,
        "harbour.sail",
        ["mismatched-link"],
    ),
    "primitive over link": (
        "[DateTimeOffset](sail.md)",
        SAIL,
        "Edm.DateTimeOffset",
        [],
    ),
    "declared type over a spelling of untyped": (
        "Json",
        {"json.md": resource("Json")},
        "harbour.Json",
        [],
    ),
    "unknown name": ("mast", SAIL, "harbour.mast", ["unresolved-type"]),
    "unknown qualified name": ("sea.mast", SAIL, "sea.mast", ["unresolved-type"]),
    "not a type expression": ("made of wood", SAIL, "Edm.Untyped", []),
}


@pytest.mark.parametrize(
    ("cell", "others", "type", "reported"), REFERENCES.values(), ids=REFERENCES
)
def test_a_type_is_resolved(
    resolves: Resolves,
    cell: str,
    others: dict[str, str],
    type: str,
    reported: list[str],
) -> None:
    found = resolves({"ship.md": ship(f"|part|{cell}|.|"), **others})
    assert csdl_type(row(found, "part").type) == type
    assert codes(found) == reported
    assert row(found, "part").type.is_declared is ("unresolved-type" not in reported)


def test_case_of_a_link_and_of_its_type_is_reported_once(resolves: Resolves) -> None:
    found = resolves(
        {"a/ship.md": ship("|part|[Sail](Sail.md)|.|"), "a/sail.md": resource("sail")}
    )
    (reported,) = found.diagnostics
    assert reported.message == "`Sail` is spelled `sail` where it is declared"
    assert reported.help == "write `sail`, and `sail.md` in the link"


def test_broken_link_of_an_unresolved_type_is_not_reported_again(
    resolves: Resolves,
) -> None:
    found = resolves(
        {"a/ship.md": ship("|part|[sial](sail.md)|.|"), "sail.md": resource("sail")}
    )
    (unresolved,) = found.diagnostics
    assert (
        unresolved.message
        == "no page that was read declares `sial`; expected it on `sail.md`"
    )
    assert unresolved.help == "did you mean `../sail.md`?"


def test_alternative_types_resolve_to_their_nearest_shared_base(
    resolves: Resolves,
) -> None:
    pages = {
        "ship.md": ship("|power|[sail](sail.md) or [oar](oar.md)|.|"),
        "power.md": resource("power"),
        "sail.md": resource("sail", lead="Inherits from [power](power.md)."),
        "oar.md": resource("oar", lead="Inherits from [power](power.md)."),
    }
    assert row(resolves(pages), "power").type.name == "harbour.power"


def test_alternatives_follow_a_changed_base_type(resolves: Resolves) -> None:
    pages = {
        "ship.md": ship("|power|[sail](sail.md) or [oar](oar.md)|.|"),
        "power.md": resource("power"),
        "force.md": resource("force"),
        "sail.md": resource("sail", lead="Inherits from [power](power.md)."),
        "oar.md": resource("oar", lead="Inherits from [power](power.md)."),
    }
    to_force = "Inherits from [force](force.md)."
    oar = {"oar.md": resource("oar", lead=to_force)}
    both = {"sail.md": resource("sail", lead=to_force), **oar}
    types = [
        row(resolves({**pages, **changed}), "power").type.name
        for changed in ({}, oar, both)
    ]
    assert types == ["harbour.power", "harbour.sail", "harbour.force"]


def test_declarations_of_a_type_on_several_pages_are_merged(resolves: Resolves) -> None:
    pages = {
        "ship.md": ship("|hull|String||"),
        "a-ship.md": ship("|hull|String|Wood. Required.|", "|mast|Int32|.|", lead=""),
    }
    found = resolves(pages)
    assert [r.name for r in structured(found.value).properties] == ["hull", "mast"]
    assert [s.path for s in structured(found.value).sources] == ["ship.md", "a-ship.md"]
    assert [s.path for s in row(found, "hull").sources] == ["ship.md", "a-ship.md"]
    assert row(found, "hull").description == "Wood. Required."
    assert row(found, "hull").required is True
    assert [page.types for page in found.value.pages] == [("harbour.ship",)] * 2


def test_contradicting_pages_are_reported(resolves: Resolves) -> None:
    pages = {"ship.md": ship("|hull|String|.|"), "x-ship.md": ship("|hull|Int32|.|")}
    found = resolves(pages)
    assert row(found, "hull").type.name == "Edm.String"
    (reported,) = found.diagnostics
    assert (reported.code, reported.path, reported.span.line) == (
        "contradiction",
        "x-ship.md",
        10,
    )


def test_duplicate_rows_are_merged(resolves: Resolves) -> None:
    found = resolves({"ship.md": ship("|hull|String||", "|hull|String|Wood.|")})
    assert [r.description for r in structured(found.value).properties] == ["Wood."]
    assert codes(found) == ["duplicate-row"]


def test_row_in_both_tables_is_a_navigation_property(resolves: Resolves) -> None:
    related = "## Relationships\n" + TABLE + "|crew|[ship](ship.md)|.|\n"
    found = resolves({"ship.md": ship("|crew|[ship](ship.md)|.|") + related})
    assert structured(found.value).properties == ()
    assert codes(found) == ["duplicate-row"]


METHODS = "## Methods\n|Method|Return type|Description|\n|---|---|---|\n"


def test_operations_have_unique_names(resolves: Resolves) -> None:
    rows = [
        "|[List](api/ship-list.md)|None|.|",
        "|[List](api/ship-list-sunk.md)|None|.|",
        "|List|None|.|",
        "|LIST|None|.|",
        "|[List](api/ship-list.md)|None|.|",
    ]
    found = resolves({"ship.md": ship() + METHODS + "\n".join(rows)})
    operations = structured(found.value).operations
    assert [o.name for o in operations] == ["list", "ship_list_sunk", "list_2"]
    assert [len(o.sources) for o in operations] == [2, 0, 2]


def test_operation_with_the_shorter_api_page_keeps_the_name(
    resolves: Resolves,
) -> None:
    rows = [
        "|[List](api/ship-list-sunk.md)|None|.|",
        "|[List](api/ship-list.md)|None|.|",
    ]
    for ordered in (rows, rows[::-1]):
        found = resolves({"ship.md": ship() + METHODS + "\n".join(ordered)})
        operations = structured(found.value).operations
        assert {o.name: o.api_page for o in operations} == {
            "ship_list_sunk": "api/ship-list-sunk.md",
            "list": "api/ship-list.md",
        }


SINK = "|[Sink ship](api/{}-sink.md)|{}|.|"


@pytest.mark.parametrize(
    ("returns", "names"),
    [("None", ["sink_ship"]), ("String", ["sink_ship", "fleet_ship_sink"])],
    ids=["the same return type: one operation", "different return types: two"],
)
def test_operations_of_several_pages_with_the_same_label(
    returns: str, names: list[str], resolves: Resolves
) -> None:
    pages = {
        "ship.md": ship() + METHODS + SINK.format("ship", "None"),
        "fleet-ship.md": ship() + METHODS + SINK.format("fleet-ship", returns),
    }
    operations = structured(resolves(pages).value).operations
    assert [o.name for o in operations] == names
    assert operations[0].api_page == "api/ship-sink.md"


def test_api_page_is_spelled_as_in_the_page_set(resolves: Resolves) -> None:
    pages = {
        "resources/ship.md": ship() + METHODS + "|[List](../api/ship-list.md)|None|.|",
        "api/Ship-List.md": "# List ships\n",
    }
    (operation,) = structured(resolves(pages).value).operations
    assert operation.api_page == "api/Ship-List.md"


def test_listed_values_declare_an_enum_type_that_no_page_declares(
    resolves: Resolves,
) -> None:
    values = "Possible values are: `low`, `high`, `unknownFutureValue`."
    pages = {
        "ship.md": ship(f"|depth|depthKind|{values}|"),
        "sail.md": resource("sail", "|depth|depthKind|Possible values are: `deep`.|"),
    }
    found = resolves(pages)
    one = enumerated(found.value, "harbour.depthKind")
    names = [member.name for member in one.members]
    assert names == ["deep", "low", "high", "unknownFutureValue"]
    assert one.open
    assert [source.path for source in one.sources] == ["sail.md", "ship.md"]
    assert codes(found) == []


def test_string_with_listed_values_stays_a_string(resolves: Resolves) -> None:
    found = resolves({"ship.md": ship("|depth|String|Possible values are: `low`.|")})
    assert row(found, "depth").type.name == "Edm.String"
    assert row(found, "depth").values == ("low",)


def test_listed_values_that_an_enum_type_does_not_declare_are_reported(
    resolves: Resolves,
) -> None:
    pages = {
        "ship.md": ship("|depth|depth|Possible values are: `low`, `abyss`.|"),
        "depth.md": enum("depth", "low", "high"),
    }
    found = resolves(pages)
    assert [m.name for m in enumerated(found.value, "harbour.depth").members] == [
        "low",
        "high",
    ]
    assert [reported.message for reported in found.diagnostics] == [
        "`depth` lists `abyss`, but `harbour.depth` has no such members; "
        "using the members of the type"
    ]
    (reported,) = found.diagnostics
    assert (reported.span.line, reported.span.column) == (10, 14)


SECTION = "### depth values\n|Member|\n|---|\n|low|\n"


def test_section_with_the_name_of_an_enum_type_declares_it(resolves: Resolves) -> None:
    found = resolves({"ship.md": ship("|deep|[depth](#depth-values)|.|") + SECTION})
    assert row(found, "deep").type.name == "harbour.depth"
    assert codes(found) == []


def test_section_with_the_name_of_a_property_declares_its_type(
    resolves: Resolves,
) -> None:
    found = resolves({"ship.md": ship("|depth|depthKind|.|") + SECTION})
    assert enumerated(found.value, "harbour.depthKind").members[0].name == "low"
    assert row(found, "depth").type.is_declared


def test_section_of_a_string_property_declares_nothing(
    resolves: Resolves,
) -> None:
    found = resolves({"ship.md": ship("|depth|String|.|") + SECTION})
    assert [one.name for one in found.value.types] == ["harbour.ship"]
    assert codes(found) == ["ignored-row"]


def test_section_without_any_of_the_listed_values_is_ignored(
    resolves: Resolves,
) -> None:
    values = "Possible values are: `deep`, `shallow`."
    found = resolves({"ship.md": ship(f"|deep|depth|{values}|") + SECTION})
    one = enumerated(found.value, "harbour.depth")
    assert [member.name for member in one.members] == ["deep", "shallow"]
    assert codes(found) == ["contradiction", "ignored-row"]


def test_declarations_of_an_enum_type_on_two_pages_are_merged(
    resolves: Resolves,
) -> None:
    pages = {
        "depth.md": enum("depth", "low", "high"),
        "enums.md": f"# Enum values\n\nNamespace: harbour\n\n{SECTION}|abyss|\n",
    }
    one = enumerated(resolves(pages).value, "harbour.depth")
    assert [m.name for m in one.members] == ["low", "high", "abyss"]
    assert [s.path for s in one.sources] == ["depth.md", "enums.md"]


def test_resource_takes_precedence_over_a_section_with_its_name(
    resolves: Resolves,
) -> None:
    text = f"# Enum values\n\nNamespace: harbour\n\n{SECTION}"
    found = resolves({"depth.md": resource("depth"), "enums.md": text})
    assert structured(found.value, "harbour.depth").kind == "complex"
    assert codes(found) == ["contradiction", "ignored-row"]


LINKS: dict[str, tuple[str, list[str]]] = {
    "a page": ("[x](sail.md)", []),
    "a page in another case": ("[x](SAIL.md)", ["name-case"]),
    "a page with an anchor": ("[x](sail.md#sail-resource-type)", []),
    "a page without the anchor": ("[x](sail.md#values)", ["broken-link"]),
    "an anchor": ("[x](#ship-resource-type)", []),
    "an anchor with two hyphens": ("[x](#ship--resource-type)", []),
    "a missing anchor": ("[x](#values)", ["broken-link"]),
    "a tab": ("[x](#tab/http)", []),
    "the web": ("[x](https://example.org/x.md)", []),
    "a path of the site": ("[x](/graph/x.md)", []),
    "a file that is not a page": ("[x](x.png)", []),
    "a folder outside": ("[x](../../x.md)", []),
    "an included file": ("[!INCLUDE [x](x.md)]", []),
    "a missing page": ("[x](oar.md)", ["broken-link"]),
}


@pytest.mark.parametrize(("lead", "reported"), LINKS.values(), ids=LINKS)
def test_links(resolves: Resolves, lead: str, reported: list[str]) -> None:
    found = resolves({"ship.md": ship(lead=lead), **SAIL})
    assert codes(found) == reported


@pytest.mark.parametrize("name", ["rope.md", "Rope.md", "ROPE.md"])
def test_links_to_pages_that_differ_in_case(resolves: Resolves, name: str) -> None:
    pages = {"rope.md": "# rope", "Rope.md": "# Rope", "ROPE.md": "# ROPE"}
    lead = f"[x]({name}) and [y]({name}#rope)"
    assert codes(resolves({"ship.md": ship(lead=lead), **pages})) == []


BROKEN_LINKS = {
    "similar anchor on this page": (
        "[x](#ship-resorce-type)",
        "did you mean `#ship-resource-type`?",
    ),
    "no similar anchor": ("[x](#keel)", "correct the part after the `#`"),
    "similar page in the same folder": ("[x](saill.md)", "did you mean `sail.md`?"),
    "similar page in another folder": ("[x](rope.md)", "did you mean `api/rope.md`?"),
    "similar page in the folder of the link": (
        "[x](api/oarr.md)",
        "did you mean `api/oar.md`?",
    ),
    "no similar page": ("[x](harbour.md)", "add the page, or correct the link"),
}


@pytest.mark.parametrize(("lead", "help"), BROKEN_LINKS.values(), ids=BROKEN_LINKS)
def test_help_for_a_broken_link(resolves: Resolves, lead: str, help: str) -> None:
    others = {"api/rope.md": "", "api/oar.md": "", "oar.md": ""}
    found = resolves({"ship.md": ship(lead=lead), **SAIL, **others})
    assert [reported.help for reported in found.diagnostics] == [help]


WRONG = {
    "the link refers to the type": ("[Canvas](sail.md)", "write `sail`"),
    "the text names the type": (
        "[ship](sail.md)",
        "link to the page of `ship`",
    ),
}


@pytest.mark.parametrize(("cell", "help"), WRONG.values(), ids=WRONG)
def test_help_for_a_mismatched_link(resolves: Resolves, cell: str, help: str) -> None:
    found = resolves({"ship.md": ship(f"|hull|{cell}|.|"), **SAIL})
    assert [(reported.code, reported.help) for reported in found.diagnostics] == [
        ("mismatched-link", help)
    ]


def test_contradiction_names_the_row_that_was_used(resolves: Resolves) -> None:
    found = resolves({"ship.md": ship("|hull|mast|.|", "|hull|Int32|.|")})
    reported = [one.message for one in found.diagnostics if one.code == "contradiction"]
    assert reported == [
        "`hull` is `harbour.mast` here, but `Int32` on line 11; using `Int32`"
    ]


def test_the_schema_is_shown_as_text(resolves: Resolves) -> None:
    pages = {
        "ship.md": ship("|hull|mast|Wood. Read-only. Default is `oak`.|")
        + METHODS
        + "|[Sail](api/ship-sail.md)|None|.|",
        "depth.md": enum("depth", "low"),
    }
    assert schema_text(resolves(pages).value) == (
        "enum harbour.depth  # depth.md:1\n"
        '  low = 0  "."  # depth.md:8\n'
        "\n"
        "entity harbour.ship  # ship.md:1\n"
        '  "A ship."\n'
        "  hull: harbour.mast?  read-only  default oak  "
        '"Wood. Read-only. Default is oak."  # ship.md:10\n'
        "  sail() -> None  by api/ship-sail.md  # ship.md:15\n"
    )
