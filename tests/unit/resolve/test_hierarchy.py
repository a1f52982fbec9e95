"""Bases, kinds, keys and inherited rows."""

from collections.abc import Callable
from json import dumps

import pytest

from docgen.diagnostics import Result
from docgen.schema.model import Schema, StructuredType

Resolves = Callable[[dict[str, str]], Result[Schema]]

ENTITY = (
    "# entity resource type\n\nNamespace: microsoft.graph\n\nThe base of entities.\n\n"
)
ENTITY += (
    "## Properties\n|Property|Type|Description|\n|---|---|---|\n|id|String|Key.|\n"
)


def page(
    name: str,
    lead: str = "",
    properties: str = "",
    relationships: str = "",
    methods: str = "",
    annotation: dict[str, object] | None = None,
) -> str:
    text = f"# {name} resource type\n\nNamespace: microsoft.graph\n\n{lead}\n\n"
    for title, rows in {
        "Methods": methods,
        "Properties": properties,
        "Relationships": relationships,
    }.items():
        if rows:
            text += f"## {title}\n|Name|Type|Description|\n|---|---|---|\n{rows}\n\n"
    if annotation is not None:
        json = {"blockType": "resource", "@odata.type": f"microsoft.graph.{name}"}
        text += f"<!-- {dumps({**json, **annotation})} -->\n"
    return text.replace("## Methods\n|Name|Type", "## Methods\n|Method|Return type")


def of(found: Result[Schema], name: str) -> StructuredType:
    one = next(t for t in found.value.types if t.name == f"microsoft.graph.{name}")
    assert isinstance(one, StructuredType)
    return one


def base(found: Result[Schema], name: str) -> str | None:
    return (of(found, name).base_type or "").rpartition(".")[2] or None


def codes(found: Result[Schema]) -> list[str]:
    return [reported.code for reported in found.diagnostics]


KINDS: dict[str, tuple[dict[str, str], str]] = {
    "a key with a row": (
        {"p": page("p", properties="|id|String|.|", annotation={"keyProperty": "id"})},
        "entity",
    ),
    "a row described as key": (
        {"p": page("p", properties="|id|String|Key.|")},
        "entity",
    ),
    "methods": ({"p": page("p", methods="|Sail|None|.|")}, "entity"),
    "type of a navigation property": (
        {"p": page("p"), "q": page("q", relationships="|x|p|.|")},
        "entity",
    ),
    "type of a property": (
        {"p": page("p"), "q": page("q", properties="|x|p|.|")},
        "complex",
    ),
    "a key without a row, type of a property": (
        {
            "p": page("p", annotation={"keyProperty": "id"}),
            "q": page("q", properties="|x|p|.|"),
        },
        "complex",
    ),
    "an id, return type of an operation": (
        {
            "p": page("p", properties="|id|String|.|"),
            "q": page("q", methods="|Make p|p|.|"),
        },
        "entity",
    ),
    "derived from an entity type": (
        {
            "p": page("p", "Inherits from [q](q.md)."),
            "q": page("q", methods="|S|None||"),
        },
        "entity",
    ),
    "base of an entity type": (
        {
            "p": page("p"),
            "q": page("q", "Inherits from [p](p.md).", methods="|S|None||"),
        },
        "entity",
    ),
    "none of these": ({"p": page("p")}, "complex"),
    "one relationship against one property": (
        {
            "p": page("p"),
            "q": page("q", relationships="|x|p|.|"),
            "r": page("r", properties="|x|p|.|"),
        },
        "complex",
    ),
    "one relationship against two properties and an id": (
        {
            "p": page("p", properties="|id|String|.|"),
            "q": page("q", relationships="|x|p|.|"),
            "r": page("r", properties="|x|p|.|\n|y|p|.|"),
        },
        "complex",
    ),
    "two relationships against one property": (
        {
            "p": page("p"),
            "q": page("q", relationships="|x|p|.|\n|y|p|.|"),
            "r": page("r", properties="|x|p|.|"),
        },
        "entity",
    ),
    "methods and a key against two properties": (
        {
            "p": page(
                "p",
                properties="|id|String|Key.|",
                methods="|Sail|None|.|\n|Turn|None|.|\n|Moor|None|.|\n|Sink|None|.|",
            ),
            "r": page("r", properties="|x|p|.|\n|y|p|.|"),
        },
        "entity",
    ),
    "a key against the type of a property": (
        {
            "p": page(
                "p", properties="|id|String|.|", annotation={"keyProperty": "id"}
            ),
            "r": page("r", properties="|x|p|.|"),
        },
        "complex",
    ),
    "a row of the key against the type of a property": (
        {
            "p": page("p", properties="|id|String|Key.|"),
            "r": page("r", properties="|x|p|.|"),
        },
        "entity",
    ),
    "a row of the key against the type of several properties": (
        {
            "p": page("p", properties="|id|String|Key.|"),
            "r": page("r", properties="|x|p|.|\n|y|p|.|\n|z|p|.|\n|v|p|.|"),
        },
        "complex",
    ),
    "an id alone": ({"p": page("p", properties="|id|String|.|")}, "complex"),
    "an id of the sample that is an identifier": (
        {
            "p": page("p", properties="|id|String|.|", annotation={})
            + '```json\n{"id": "String (identifier)"}\n```\n'
        },
        "entity",
    ),
    "an id in an object of the sample": (
        {
            "p": page("p", annotation={})
            + '```json\n{"x": {"id": "String (identifier)"}}\n```\n'
        },
        "complex",
    ),
    "heading calls it an entity type": (
        {"p": page("p").replace("# p resource type", "# p entity type")},
        "entity",
    ),
    "sentence calls it an entity type": (
        {"p": page("p", "The **p** entity type is a ship.")},
        "entity",
    ),
    "sentence calls another type an entity type": (
        {"p": page("p", "It is part of the q entity type.")},
        "complex",
    ),
    "sentence calls it a complex type, one relationship": (
        {
            "p": page("p", "A complex type that is a ship."),
            "q": page("q", relationships="|x|p|.|"),
        },
        "complex",
    ),
}


@pytest.mark.parametrize(("pages", "kind"), KINDS.values(), ids=KINDS)
def test_kind_of_a_type(resolves: Resolves, pages: dict[str, str], kind: str) -> None:
    found = resolves({f"{name}.md": text for name, text in pages.items()})
    assert of(found, "p").kind == kind


FAMILY = {
    "root.md": page("root", properties="|id|String|.|"),
    **{
        f"{name}.md": page(
            name, "Inherits from [root](root.md).", "|id|String|.|\n|x|String|.|"
        )
        for name in "pqrs"
    },
    "owner.md": page(
        "owner", properties="\n".join(f"|{name}|{name}|.|" for name in "pqrs")
    ),
}
"""A family of complex types; each type has the `id` of its base."""


def test_one_relationship_does_not_make_entity_types_of_a_family(
    resolves: Resolves,
) -> None:
    other = page("other", relationships="|wrong|root|.|")
    found = resolves({**FAMILY, "other.md": other})
    names = ("root", *"pqrs")
    assert {of(found, name).kind for name in names} == {"complex"}
    assert {base(found, name) for name in "pqrs"} == {"root"}
    (reported,) = found.diagnostics
    assert (reported.code, reported.path) == ("contradiction", "other.md")
    assert (reported.span.line, reported.span.column) == (10, 2)
    assert "`wrong` is a relationship" in reported.message


def test_many_relationships_make_entity_types_of_a_family(resolves: Resolves) -> None:
    rows = "\n".join(f"|{name}{n}|{name}|.|" for n in range(4) for name in "pqrs")
    found = resolves({**FAMILY, "other.md": page("other", relationships=rows)})
    assert of(found, "root").kind == "entity"
    reported = [one for one in found.diagnostics if one.path == "owner.md"]
    assert [one.span.line for one in reported] == [10, 11, 12, 13]


def test_copies_of_an_inherited_row_count_once(resolves: Resolves) -> None:
    derived = {
        f"d{n}.md": page(f"d{n}", "Inherits from [b](b.md).", relationships="|x|p|.|")
        for n in range(8)
    }
    pages = {
        "p.md": page("p"),
        "b.md": page("b", relationships="|x|p|.|"),
        "r.md": page("r", properties="|x|p|.|"),
    }
    found = resolves({**pages, **derived})
    assert of(found, "p").kind == "complex"
    assert [one.path for one in found.diagnostics] == ["b.md"]


ENTITY_FAMILY = {
    "q.md": page("q", methods="|Sail|None|.|\n|Sink|None|.|"),
    "r.md": page("r", "Inherits from [q](q.md).", methods="|Moor|None|.|"),
}


def test_base_type_of_another_kind_is_dropped_and_reported(resolves: Resolves) -> None:
    wrong = page("p", "A complex type. Inherits from [q](q.md).")
    rows = "\n".join(f"|x{n}|p|.|" for n in range(4))
    owner = page("owner", properties=rows)
    sea = page("sea", relationships="|x|q|.|\n|y|q|.|\n|z|r|.|")
    found = resolves({"p.md": wrong, "owner.md": owner, "sea.md": sea, **ENTITY_FAMILY})
    assert (of(found, "p").kind, base(found, "p")) == ("complex", None)
    assert (of(found, "r").kind, base(found, "r")) == ("entity", "q")
    (reported,) = found.diagnostics
    assert (reported.code, reported.path, reported.span.line) == (
        "contradiction",
        "p.md",
        5,
    )
    assert "its base type `microsoft.graph.q` is an entity type" in reported.message


def test_a_declared_base_type_outweighs_a_few_rows(resolves: Resolves) -> None:
    derived = page("p", "Inherits from [q](q.md).")
    owner = page("owner", properties="|x|p|.|")
    found = resolves({"p.md": derived, "owner.md": owner, **ENTITY_FAMILY})
    assert (of(found, "p").kind, base(found, "p")) == ("entity", "q")
    (reported,) = found.diagnostics
    assert (reported.path, reported.span.line) == ("owner.md", 10)


OTHERS = {"q.md": page("q"), "r.md": page("r"), "entity.md": ENTITY}
BASES: dict[str, tuple[str, str | None, list[str]]] = {
    "complex type, nothing declared": (page("p"), None, []),
    "entity type, nothing declared": (page("p", methods="|S|None|.|"), "entity", []),
    "annotation": (
        page("p", annotation={"baseType": "microsoft.graph.q"}),
        "q",
        [],
    ),
    "annotation with a hash mark": (
        page("p", annotation={"baseType": "#microsoft.graph.q"}),
        "q",
        [],
    ),
    "annotation names an undeclared type": (
        page("p", annotation={"baseType": "microsoft.graph.x"}),
        "x",
        ["unresolved-type"],
    ),
    "empty annotation": (
        page("p", methods="|S|None|.|", annotation={"baseType": ""}),
        None,
        [],
    ),
    "prose": (page("p", "Inherits from [q](q.md)."), "q", []),
    "prose ends in an undeclared name": (
        page("p", "Inherits from **x**."),
        None,
        ["unresolved-type"],
    ),
    "prose links to an absent page": (
        page("p", "Inherits from [x](x.md)."),
        "x",
        ["unresolved-type"],
    ),
    "prose has an ordinary word": (
        page("p", "Inherits from settings that users make."),
        None,
        [],
    ),
    "prose over a generic annotation": (
        page(
            "p",
            "Inherits from [q](q.md).",
            annotation={"baseType": "microsoft.graph.entity"},
        ),
        "q",
        ["contradiction"],
    ),
    "annotation over prose": (
        page(
            "p",
            "Inherits from [q](q.md).",
            annotation={"baseType": "microsoft.graph.r"},
        ),
        "r",
        ["contradiction"],
    ),
    "prose over an empty annotation": (
        page("p", "Inherits from [q](q.md).", annotation={"baseType": None}),
        "q",
        ["contradiction"],
    ),
    "rows": (
        page("p", properties="|id|String|Inherited from [q](q.md)|"),
        "q",
        ["contradiction"],
    ),
    "rows name entity and another type": (
        page(
            "p",
            properties="|id|String|Inherited from [entity](entity.md)|\n"
            "|x|String|Inherited from [q](q.md)|",
        ),
        "q",
        ["contradiction", "contradiction"],
    ),
    "prose and rows over annotation": (
        page(
            "p",
            "Inherits from [q](q.md).",
            "|x|String|Inherited from [q](q.md)|\n|y|String|Inherited from [q](q.md)|",
            annotation={"baseType": "microsoft.graph.r"},
        ),
        "q",
        ["contradiction", "contradiction", "contradiction"],
    ),
    "one row does not override annotation": (
        page(
            "p",
            properties="|x|String|Inherited from [q](q.md)|",
            annotation={"baseType": "microsoft.graph.r"},
        ),
        "r",
        ["contradiction"],
    ),
    "one row does not override an empty annotation": (
        page(
            "p",
            properties="|x|String|Inherited from [q](q.md)|",
            annotation={"baseType": ""},
        ),
        None,
        ["contradiction"],
    ),
    "type names itself": (page("p", "Inherits from [p](p.md)."), None, []),
}


@pytest.mark.parametrize(("text", "name", "reported"), BASES.values(), ids=BASES)
def test_base_type(
    resolves: Resolves, text: str, name: str | None, reported: list[str]
) -> None:
    found = resolves({"p.md": text, **OTHERS})
    assert base(found, "p") == name
    assert codes(found) == reported


def test_page_of_a_base_type_lists_its_derived_types(resolves: Resolves) -> None:
    pages = {"p.md": page("p"), "q.md": page("q", "The base type for [p](p.md).")}
    assert base(resolves(pages), "p") == "q"


def test_cycle_of_base_types_is_broken_once(resolves: Resolves) -> None:
    pages = {
        "p.md": page("p", "Inherits from [q](q.md)."),
        "q.md": page("q", "Inherits from [r](r.md)."),
        "r.md": page("r", "Inherits from [p](p.md)."),
    }
    found = resolves(pages)
    assert [base(found, name) for name in "pqr"] == ["q", "r", None]
    assert codes(found) == ["base-type-cycle"]


def test_row_that_an_ancestor_declares_is_inherited(resolves: Resolves) -> None:
    pages = {
        "p.md": page("p", "Inherits from [q](q.md).", "|x|String|.|\n|y|String|.|"),
        "q.md": page("q", "Inherits from [r](r.md)."),
        "r.md": page("r", "", "|x|String|.|"),
    }
    rows = of(resolves(pages), "p").properties
    assert [row.inherited_from for row in rows] == ["microsoft.graph.r", None]


def test_inherited_row_with_another_type_is_reported(resolves: Resolves) -> None:
    pages = {
        "p.md": page("p", "Inherits from [q](q.md).", "|x|Int32|.|"),
        "q.md": page("q", "", "|x|String|.|"),
    }
    found = resolves(pages)
    (reported,) = found.diagnostics
    assert (reported.code, reported.span.line, reported.span.column) == (
        "inherited-type-mismatch",
        10,
        4,
    )
    assert of(found, "p").properties[0].type.name == "Edm.Int32"


def test_row_wrongly_marked_as_inherited_is_reported(
    resolves: Resolves,
) -> None:
    pages = {
        "p.md": page(
            "p", "Inherits from [q](q.md).", "|x|String|Inherited from [q](q.md)|"
        ),
        "q.md": page("q"),
    }
    found = resolves(pages)
    assert of(found, "p").properties[0].inherited_from is None
    assert codes(found) == ["contradiction"]


def test_types_derived_from_an_open_type_are_open(resolves: Resolves) -> None:
    pages = {
        "p.md": page("p", "Inherits from [q](q.md)."),
        "q.md": page("q", "This is an open type."),
    }
    assert of(resolves(pages), "p").open


def test_inherited_key_is_not_declared_again(resolves: Resolves) -> None:
    text = page("p", properties="|id|String|Key.|", methods="|S|None|.|")
    found = resolves({"p.md": text, "entity.md": ENTITY})
    assert of(found, "entity").key == ("id",)
    assert of(found, "p").key == ()
    assert of(found, "p").properties[0].inherited_from == "microsoft.graph.entity"


def test_a_key_without_a_row_becomes_a_string(resolves: Resolves) -> None:
    text = page("p", annotation={"keyProperty": "id", "baseType": ""})
    found = resolves({"p.md": text})
    one = of(found, "p")
    assert (one.kind, one.key) == ("entity", ("id",))
    assert [(r.name, r.type.name, r.source.line) for r in one.properties] == [
        ("id", "Edm.String", 7)
    ]
    assert codes(found) == ["undeclared-key"]


def test_key_whose_row_an_ancestor_has_is_declared(resolves: Resolves) -> None:
    text = page("p", annotation={"keyProperty": "id"})
    found = resolves({"p.md": text, "entity.md": ENTITY})
    assert (of(found, "p").properties, codes(found)) == ((), [])


def test_a_chain_of_three_thousand_bases_is_resolved(resolves: Resolves) -> None:
    pages = {
        f"t{n}.md": page(f"t{n}", f"Inherits from [t{n + 1}](t{n + 1}.md).")
        for n in range(3_000)
    }
    found = resolves(pages)
    assert base(found, "t0") == "t1"
    assert base(found, "t2999") == "t3000"
