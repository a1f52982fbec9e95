"""Type cells: each form of the grammar in the docstring of the module."""

from collections.abc import Callable

import pytest

from docgen.extract.type_expression import TypeExpression, type_expression
from docgen.markdown.page import Inline
from docgen.source import Span

Inlines = Callable[[str], Inline]


def shown(found: TypeExpression | None) -> str | None:
    """Return an expression as a string: its names, whether it is a collection, extra text."""
    if found is None:
        return None
    names = [found.name, *found.alternatives]
    text = " or ".join(
        name.text + (f" at {name.target}" if name.target else "") for name in names
    )
    text = f"Collection({text})" if found.is_collection else text
    text = "Collection(Collection)" if found.is_nested else text
    text += "?" if found.is_nullable else ""
    return f"{text}, extra: {found.extra_text}" if found.extra_text else text


TYPES = {
    "a fact before": ("Read-only. String", "String, extra: Read-only"),
    "facts before": (
        "Required, read only and not nullable Int32",
        "Int32, extra: Required, read only and not nullable",
    ),
    "a fact before a link": (
        "required [ship](ship.md)",
        "ship at ship.md, extra: required",
    ),
    "a fact in brackets before": (
        "[non-nullable] Int32[]",
        "Collection(Int32), extra: non-nullable",
    ),
    "the word key before": ("key: String", "String, extra: key"),
    "facts on both sides": (
        "(required) String (read-only)",
        "String, extra: required, (read-only",
    ),
    "a fact in brackets after": ("String [read-only]", "String, extra: [read-only"),
    "a note in brackets": ("Int32 [beta]", "Int32, extra: [beta"),
    "a note of words": ("String [comes later on]", "String, extra: [comes later on"),
    "a note after a link": ("[ship](ship.md) [beta]", "ship at ship.md, extra: [beta"),
    "a note after a collection": (
        "Collection(String) [beta].",
        "Collection(String), extra: [beta",
    ),
    "a note after an array": (
        "String array [beta]",
        "Collection(String), extra: [beta",
    ),
    "brackets without a space": ("Int32[beta]", None),
    "a type in brackets": ("Int32 [String]", None),
    "types in brackets": ("Int32 [of strings]", None),
    "a note after an unknown name": ("Map [beta]", None),
    "a range in brackets": ("Int32 [1, 10]", None),
    "a type called key": ("key", "key"),
    "a type called required": ("required", "required"),
    "a word": ("String", "String"),
    "a word in code": ("`String`", "String"),
    "a word in bold": ("**ship**", "ship"),
    "a qualified name": ("harbour.records.ship", "harbour.records.ship"),
    "a link": ("[ship](ship.md)", "ship at ship.md"),
    "a link in bold": ("[**ship**](ship.md)", "ship at ship.md"),
    "a qualified link": ("[harbour.ship](ship.md)", "harbour.ship at ship.md"),
    "a collection of words": ("String collection", "Collection(String)"),
    "a collection in capitals": ("String Collection", "Collection(String)"),
    "a collection of a link": (
        "[ship](ship.md) collection",
        "Collection(ship at ship.md)",
    ),
    "no space before collection": ("[String]collection", "Collection(String)"),
    "two spaces before collection": ("ship  collection", "Collection(ship)"),
    "a no-break space before collection": ("ship\u00a0collection", "Collection(ship)"),
    "collection twice": ("ship collection collection", "Collection(ship)"),
    "Collection with a word in parentheses": (
        "Collection(String)",
        "Collection(String)",
    ),
    "collection in code": (
        "`collection(string)`",
        "Collection(string)",
    ),
    "Collection with a link in parentheses": (
        "Collection([ship](ship.md))",
        "Collection(ship at ship.md)",
    ),
    "Collection of": ("Collection of ship", "Collection(ship)"),
    "Array of the": ("array of the ship", "Collection(ship)"),
    "square brackets around a link": (
        "[[ship](ship.md)]",
        "Collection(ship at ship.md)",
    ),
    "a map of a primitive": ("Map of String", None),
    "a sequence of a primitive": ("Sequence of String", None),
    "a link and a map": (
        "[ship](ship.md) dictionary",
        "Edm.Untyped, extra: dictionary",
    ),
    "a link and a misspelled collection": (
        "[ship](ship.md) colection",
        "Collection(ship at ship.md), extra: colection",
    ),
    "a zero-width space within a word": ("Int\u200b32", "Int32"),
    "a zero-width space within a link": ("[sh\u200bip](ship.md)", "ship at ship.md"),
    "a zero-width space within a collection": (
        "Str\u200bing collection",
        "Collection(String)",
    ),
    "a soft hyphen and a footnote": ("Boo\u00adlean", "Boolean"),
    "a character reference within a name": ("Edm&#46;Int64", "Edm.Int64"),
    "square brackets after the name": ("String[]", "Collection(String)"),
    "angle brackets": ("List&lt;ship>", "Collection(ship)"),
    "collection inside the link": (
        "[ship collection](ship.md)",
        "Collection(ship at ship.md)",
    ),
    "a name that ends in Collection": (
        "sailPlanCollection",
        "sailPlanCollection",
    ),
    "a collection of a name that ends in Collection": (
        "sailPlanCollection collection",
        "Collection(sailPlanCollection)",
    ),
    "object after the name": ("ship object", "ship"),
    "resource after a link": ("[ship](ship.md) resource", "ship at ship.md"),
    "object before collection": ("ship object collection", "Collection(ship)"),
    "a word in parentheses": ("String (url)", "String, extra: (url"),
    "a size": ("String, maximum size 20", "String, extra: maximum size 20"),
    "collection as the last word in parentheses": (
        "String (a collection)",
        "Collection(String)",
    ),
    "collection as the last word after a link": (
        "[ship](ship.md), a sorted collection",
        "Collection(ship at ship.md), extra: a sorted collection",
    ),
    "a collection in parentheses": (
        "String (a collection of names)",
        "Collection(String), extra: (a collection of names",
    ),
    "a sentence after a link": (
        "[ship](ship.md) collection. Holds all ships.",
        "Collection(ship at ship.md), extra: Holds all ships",
    ),
    "two links": (
        "[sail](sail.md) or [oar](oar.md)",
        "sail at sail.md or oar at oar.md",
    ),
    "a link without its last bracket": (
        "[ship](ship.md",
        "ship, extra: (ship.md",
    ),
    "a sentence with a link": (
        "The requested, derived type of [ship](ship.md)",
        "ship at ship.md, extra: The requested, derived type of ship",
    ),
    "a collection of any link": (
        "A collection of any [ship](ship.md)",
        "Collection(ship at ship.md)",
    ),
    "a few words that end in a primitive": (
        "Image base64 encoded string",
        "string, extra: Image base64 encoded string",
    ),
    "a type named list": ("[list](list.md)", "list at list.md"),
    "a no-break space": ("&nbsp;", None),
    "a sentence": ("The name of the ship.", None),
    "a path": ("GET /ships/{id}", None),
    "two words": ("Location header", None),
    "collection alone": ("Collection", "Collection(Edm.Untyped)"),
    "an unknown type": ("** Unknown Type `x` ** collection", None),
    "None": ("None", None),
    "a nullable word alone": ("Optional", None),
    "a map": ("Dictionary<String, Int32>", None),
    "a list and a size": ("String[12]", None),
    "a sentence that names a list": (
        "String (see the list of ports)",
        "Edm.Untyped, extra: (see the list of ports",
    ),
    "a separated list": (
        "String (comma-separated list)",
        "String, extra: (comma-separated list",
    ),
    "square brackets around a primitive": ("[String]", "Collection(String)"),
    "square brackets around a word": ("[ship]", "ship"),
    "enum before a name": ("enum rank", "rank"),
    "null as an alternative": ("null or String", "String?"),
    "nullable in brackets": ("Optional[String]", "String?"),
    "nullable items": ("array of nullable strings", "Collection(string)"),
    "a nullable collection": ("String[]?", "Collection(String)?"),
    "a hyphen in a primitive": ("application/octet-stream", "application/octet-stream"),
    "a raised number": ("Int32\u00b9", "Int32"),
    "a number in brackets": ("String [2]", "String"),
    "two digits": ("String (64)", "String, extra: (64"),
    "quotation marks": ("'String'", "String"),
    "references": ("List&lt;ship&gt;", "Collection(ship)"),
    "a plural": ("list of booleans", "Collection(boolean)"),
    "one or a list": (
        "String or String collection",
        "Edm.Untyped, extra: String or String collection",
    ),
    "a list of alternatives": (
        "Collection([sail](sail.md) or [oar](oar.md))",
        "Collection(sail at sail.md or oar at oar.md)",
    ),
    "square brackets before the name": ("[]String", "Collection(String)"),
    "a question mark before the name": ("?String", "String?"),
    "several notes": ("String (collection, nullable)", "Collection(String)?"),
    "the plural of a link": ("[ship](ship.md)s", "Collection(ship at ship.md)"),
    "multiple": (
        "multiple [ship](ship.md)",
        "Collection(ship at ship.md), extra: multiple ship",
    ),
    "a plural in brackets": ("[ship](ship.md)(s)", "Collection(ship at ship.md)"),
    "a multiplicity after": (
        "[ship](ship.md) (0..n)",
        "Collection(ship at ship.md), extra: (0..n",
    ),
    "a multiplicity before": (
        "1..n [ship](ship.md)",
        "Collection(ship at ship.md), extra: 1..n ship",
    ),
    "at most one": ("[ship](ship.md) (0..1)", "ship at ship.md, extra: (0..1"),
    "a number sign": ("#harbour.ship", "harbour.ship"),
    "the plural of a primitive type": ("strings", "Collection(string)"),
    "the plural of another type": ("shelves", "shelves"),
    "bytes": ("bytes", "bytes"),
    "types in the brackets of a collection": (
        "array[string, integer]",
        "Collection(Edm.Untyped), extra: array[string, integer]",
    ),
    "braces around a primitive type": ("{string}", "Edm.Untyped, extra: {string}"),
    "arrayOf": ("arrayOf(string)", "Collection(string)"),
    "lists of lists": ("Collection(Collection(ship))", "Collection(Collection)"),
    "dots after a type": ("String...", "Edm.Untyped, extra: String..."),
    "an ellipsis after a type": ("Int32\u2026", "Edm.Untyped, extra: Int32\u2026"),
    "dots before a type": ("...String", "Edm.Untyped, extra: ...String"),
    "dots after a link": ("[ship](ship.md)...", "Edm.Untyped, extra: ship ..."),
    "dots after a comma": ("String, ...", "Edm.Untyped, extra: String, ..."),
    "dots in brackets": ("String[...]", None),
    "dots after a collection": (
        "Collection(String)...",
        "Edm.Untyped, extra: Collection(String)...",
    ),
    "dots in other words": (
        "String (such as ...)",
        "String, extra: (such as",
    ),
    "a zero-width space and brackets": ("Str\u200bing[]", "Collection(String)"),
    "a zero-width space within brackets": (
        "Collection(sh\u2060ip)",
        "Collection(ship)",
    ),
    "a zero-width space in a qualified name": ("Edm.\u200bInt64", "Edm.Int64"),
    "a zero-width space and a note": ("Str\u200bing, nullable", "String?"),
    "digits": ("256 bytes maximum.", None),
}


@pytest.mark.parametrize(("cell", "expected"), TYPES.values(), ids=TYPES)
def test_a_type_cell_is_parsed(
    inline: Inlines, cell: str, expected: str | None
) -> None:
    found = type_expression(inline(cell))
    assert shown(found) == expected


def test_the_span_of_a_type_is_that_of_its_name(inline: Inlines) -> None:
    found = type_expression(inline("Collection([ship](ship.md))"))
    assert found is not None
    assert found.name.span == Span(1, 13, 17)


def test_a_cell_of_a_million_characters_is_parsed(inline: Inlines) -> None:
    found = type_expression(inline("String (" + "x " * 500_000 + ")"))
    assert found is not None
    assert found.name.text == "String"


def test_ten_thousand_brackets_are_parsed(inline: Inlines) -> None:
    text = inline("Collection(" * 10_000 + "String")
    assert type_expression(text) is None
