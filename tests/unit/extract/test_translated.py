"""Translated pages: how they are recognized, and what replaces their words."""

import pytest

from docgen.extract.translated import in_english, is_translated
from docgen.markdown.page import Page, Table
from docgen.markdown.parse import parse
from docgen.source import Span
from tests.unit.extract.conftest import Declares, Extracts


def page(text: str, path: str = "ship.md") -> Page:
    return parse(path, text.encode()).value


def table(found: Page) -> Table:
    """Return the only table of a page."""
    (only,) = (
        block
        for section in found.sections
        for block in section.blocks
        if isinstance(block, Table)
    )
    return only


def cells(found: Page) -> list[str]:
    """Return the cells of the only row of a page."""
    (row,) = table(found).rows
    return [cell.plain for cell in row.cells]


@pytest.mark.parametrize(
    "line",
    [
        "Espace de noms : microsoft.graph.sea",
        "**Namensraum**: microsoft.graph.sea",
        "名前空間: microsoft.graph.sea",
        "命名空间\uff1amicrosoft.graph.sea",
        "Namespace: microsoft.graph.sea",
    ],
)
def test_namespace_is_read_and_not_in_the_description(
    declares: Declares, line: str
) -> None:
    head = '# <a name="ship-resource-type"></a>x ship\n\n'
    text = f'{head}{line}\n\nÖ.\n\n## <a name="properties"></a>Eigenschaften\n'
    found = declares(f"{text}\n|a|b|\n|-|-|\n|hull|String|\n")
    assert (found.namespace, found.description) == ("microsoft.graph.sea", "Ö.")


RECOGNIZED = {
    "kind of translation in the front matter": "---\nms.translationtype: MT\n---\n# ship",
    "locale in the front matter": "---\nms.contentlocale: de-DE\n---\n# ship",
    "known translation of a title": "# ship\n\n## Eigenschaften",
    "anchor of an unknown title": '# ship\n\n## <a name="properties"></a>Özellikler',
    "anchor of an unknown title in ASCII": '# ship\n\n## <a name="properties"></a>Properti',
    "anchor next to an English title": (
        '# ship\n\n## Methods\n\n## <a name="properties"></a>Eigenschaften'
    ),
    "anchor with an id": "# ship\n\n## <a id=relationships></a>관련 항목",
}


@pytest.mark.parametrize("text", RECOGNIZED.values(), ids=RECOGNIZED)
def test_translated_page_is_recognized(text: str) -> None:
    assert is_translated(page(text))


ENGLISH = {
    "English locale": "---\nms.contentlocale: en-GB\n---\n# ship\n\n## Properties",
    "anchor of a known title": '# ship\n\n## <a name="properties"></a>Properties',
    "other letters in a title about something else": "# ship\n\n## Café",
    "word of two languages": "# ship\n\n## Properties\n\n## Relations",
    "anchor of another name": '# ship\n\n## <a name="hull"></a>Rumpf',
    "JSON in a title": "# ship\n\n## JSON representation",
}


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english_page_is_not_a_translation(text: str) -> None:
    assert not is_translated(page(text))


TITLES = {
    "anchor": ('## <a name="properties"></a>Özellikler', "properties"),
    "numbered anchor": ('## <a name="properties-1"></a>Eigenschaften', "properties"),
    "anchor with an unknown word": ('## <a name="prop"></a>Methoden', "Methods"),
    "vocabulary": ("## Свойства", "Properties"),
    "name in the spelling of the title": (
        '### <a name="risklevel-values"></a>Valeurs de riskLevel',
        "riskLevel values",
    ),
    "name of the type": (
        '# <a name="ship-resource-type"></a>Ship-Ressourcentyp',
        "Ship resource type",
    ),
    "title with the name of the file": ("# Tipo de recurso ship", "ship resource type"),
    "compound of a name": ("# vessel-Ressourcentyp", "vessel resource type"),
    "last word": ("# Ressourcentyp vessel", "vessel resource type"),
    "unknown title": ("## Hinweise", "Hinweise"),
}


@pytest.mark.parametrize(("heading", "title"), TITLES.values(), ids=TITLES)
def test_title_is_that_of_the_anchor_or_the_vocabulary(
    heading: str, title: str
) -> None:
    assert in_english(page(heading)).sections[0].title == title


def properties(*types: str) -> str:
    rows = "\n".join(f"|p{number}|{type_}|x|" for number, type_ in enumerate(types))
    return (
        '# <a name="ship-resource-type"></a>ship\n\n## <a name="properties"></a>プロパティ\n\n'
        f"|名|型|説明|\n|---|---|---|\n{rows}\n"
    )


TYPES = {
    "primitive type": ("Zeichenfolge", "String", False),
    "compound of a primitive type and a collection": (
        "Zeichenfolgenauflistung",
        "String",
        True,
    ),
    "English type": ("Int32", "Int32", False),
    "English plural": ("GUIDs", "GUID", True),
    "collection of an English plural": ("Coleção de GUIDs", "GUID", True),
    "English type in parentheses": ("文字列型 (String)", "String", False),
    "English collection": ("String collection", "String", True),
    "collection word without a space": ("文字列コレクション", "String", True),
    "only name": ("列挙 mood", "mood", False),
    "name that contains a short word": ("Metadata", "Metadata", False),
    "name of the link": ("[Sail](sail.md)", "Sail", False),
    "name of the file": ("[帆](port-sail.md)", "sail", False),
    "collection after the link": ("[帆](sail.md) の集合", "sail", True),
    "collection before the link": ("Colección de [sail](sail.md)", "sail", True),
    "collection in the link": ("[coleção sail](sail.md)", "sail", True),
    "brackets after the link": ("[Segel](sail.md)[]", "sail", True),
}


@pytest.mark.parametrize(("cell", "name", "is_collection"), TYPES.values(), ids=TYPES)
def test_type_cell_names_a_type(
    declares: Declares, cell: str, name: str, is_collection: bool
) -> None:
    (row,) = declares(properties(cell)).properties
    assert row.type is not None
    assert (row.type.name.text, row.type.is_collection) == (name, is_collection)


def test_type_cell_with_several_names_stays_as_it_is() -> None:
    found = in_english(page(properties("列挙 mood status")))
    assert cells(found)[1] == "列挙 mood status"


@pytest.mark.parametrize(
    ("cell", "span"),
    [
        ("Boolescher Wert", Span(7, 5, 12)),
        ("[Segel](sail.md)", Span(7, 5, 21)),
        ("[coleção Sail](sail.md)", Span(7, 14, 18)),
    ],
    ids=["word", "link", "name in a link"],
)
def test_name_is_where_the_page_has_it(
    declares: Declares, cell: str, span: Span
) -> None:
    (row,) = declares(properties(cell)).properties
    assert row.type is not None
    assert row.type.name.span == span


def test_columns_are_found_by_position(declares: Declares) -> None:
    (row,) = declares(properties("String")).properties
    assert (row.name, row.description) == ("p0", "x")


def test_table_without_a_header_is_read_by_position(declares: Declares) -> None:
    text = (
        '# <a name="ship-resource-type"></a>ship\n\n## <a name="properties"></a>Propriétés\n\n'
        "|---|---|---|\n|name|Chaîne|Le nom.|\n"
    )
    (row,) = declares(text).properties
    assert row.type is not None
    assert (row.type.name.text, row.description) == ("String", "Le nom.")


KNOWN_HEADERS = {
    "another order": ("|Nom|Description|Type|", ["Property", "Description", "Type"]),
    "unknown where another has the meaning": (
        "|Nom|Note|Type|",
        ["Property", "Note", "Type"],
    ),
}


@pytest.mark.parametrize(
    ("header", "expected"), KNOWN_HEADERS.values(), ids=KNOWN_HEADERS
)
def test_known_headers_keep_their_columns(header: str, expected: list[str]) -> None:
    text = f"# ship\n\n## Eigenschaften\n\n{header}\n|---|---|---|\n|a|b|c|\n"
    found = table(in_english(page(text)))
    assert [cell.plain for cell in found.header] == expected


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        ("|low|0|\n|high|1|", ["Member", "Value"]),
        ("|low|Leise.|\n|high|Laut.|", ["Member", "Description"]),
    ],
    ids=["numbers", "sentences"],
)
def test_second_column_of_an_enum_has_values_only_if_it_has_numbers(
    rows: str, header: list[str]
) -> None:
    text = (
        f'# x\n\n## <a name="mood-values"></a>mood-Werte\n\n|A|B|\n|---|---|\n{rows}\n'
    )
    found = table(in_english(page(text)))
    assert [cell.plain for cell in found.header] == header


LABELS = {
    "one word": ("[Abrufen](../api/ship-get.md)", "get_ship"),
    "several words": ("[Auflisten](../api/ship-list-sails.md)", "list_sails"),
    "no link": ("Abrufen", "abrufen"),
    "no words in the file name": ("[Delta](delta.md)", "delta"),
}


@pytest.mark.parametrize(("cell", "name"), LABELS.values(), ids=LABELS)
def test_operation_is_named_by_its_page(
    declares: Declares, cell: str, name: str
) -> None:
    text = (
        f'# <a name="ship-resource-type"></a>ship\n\n## <a name="methods"></a>メソッド\n\n'
        f"|名|型|説明|\n|---|---|---|\n|{cell}|なし|x|\n"
    )
    (operation,) = declares(text).operations
    assert operation.name == name
    assert operation.returns_nothing


@pytest.mark.parametrize("cell", ["无内容", "无", "Kein Inhalt.", "Sin contenido"])
def test_words_for_no_content_return_nothing(cell: str, declares: Declares) -> None:
    text = (
        f'# <a name="ship-resource-type"></a>ship\n\n## <a name="methods"></a>メソッド\n\n'
        f"|名|型|説明|\n|---|---|---|\n|[削除](ship-delete.md)|{cell}|x|\n"
    )
    (operation,) = declares(text).operations
    assert operation.returns_nothing


def test_page_is_reported_once_however_many_types_it_has(extracts: Extracts) -> None:
    text = properties("String")
    codes = [one.code for one in extracts(text + "\n" + text).diagnostics]
    assert codes.count("translated-page") == 1


BASES = {
    "one link": ("Erbt von [vessel](vessel.md).", "vessel"),
    "a translated link": ("继承自 [船只](sea-vessel.md)。", "vessel"),
    "a link of another sentence": (
        "Siehe [hull](hull.md). Erbt von [vessel](vessel.md). Oder [mast](mast.md).",
        "vessel",
    ),
    "several links": ("Erbt von [vessel](vessel.md) oder [raft](raft.md).", None),
    "a link before the word": ("从 [vessel](vessel.md) 继承。", "vessel"),
    "a type that inherits": ("它由 **[raft](raft.md)** 继承。", None),
    "a type that also derives": ("由 [vessel](vessel.md) 派生并继承其属性。", "vessel"),
    "a type that inherits, in Portuguese": (
        "Ele é herdado [por raft](raft.md).",
        None,
    ),
    "a base, in Russian": ("Наследуется [vessel](vessel.md).", "vessel"),
    "a base, in Spanish": ("Heredado de [vessel](vessel.md).", "vessel"),
    "a base without a link": ("[raft](raft.md) 类型继承自此类型。", None),
    "no word about inheritance": ("Siehe [vessel](vessel.md).", None),
}


@pytest.mark.parametrize(("prose", "base"), BASES.values(), ids=BASES)
def test_only_link_of_a_sentence_about_inheritance_names_the_base(
    declares: Declares, prose: str, base: str | None
) -> None:
    text = properties("String").replace("\n\n## ", f"\n\n{prose}\n\n## ", 1)
    found = declares(text).base.prose
    assert (found.name.text if found else None) == base
