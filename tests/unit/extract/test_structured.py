"""Entity and complex types: what a declaration contains from annotation, prose and tables."""

from collections.abc import Callable

import pytest

from docgen.diagnostics import Result
from docgen.extract.declarations import (
    Declarations,
    StructuredDeclaration,
)

Extracts = Callable[[str], Result[Declarations]]
Declares = Callable[[str], StructuredDeclaration]
Codes = Callable[[str], list[str]]

HEAD = "# ship resource type\n\nNamespace: harbour\n\n"
PROPERTIES = "## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n"


def annotation(keys: str) -> str:
    return (
        '## JSON representation\n<!-- {"blockType": "resource", '
        f'"@odata.type": "harbour.ship", {keys}}} -->\n'
    )


def test_the_annotation_declares_key_base_abstract_and_open(declares: Declares) -> None:
    keys = '"keyProperty": "ID", "baseType": "a.vessel", "abstract": "true", "isOpen": true'
    found = declares(HEAD + PROPERTIES + "|id|String|.|\n\n" + annotation(keys))
    assert found.base.annotation is not None
    assert found.base.annotation.text == "a.vessel"
    assert (found.key, found.abstract, found.open) == (("id",), True, True)


def test_the_prose_declares_base_derived_abstract_open_and_deprecated(
    declares: Declares,
) -> None:
    found = declares(
        HEAD
        + "This is an abstract type. It is an open type. It inherits from [vessel](v.md).\n\n"
        "The base type of [sloop](s.md) and [ketch](k.md). This type is deprecated."
    )
    assert found.base.prose is not None
    assert found.base.prose.name.text == "vessel"
    assert [name.text for name in found.derived] == ["sloop", "ketch"]
    assert (found.abstract, found.open, found.deprecated) == (True, True, True)


def test_rows_declare_the_key_without_an_annotation(declares: Declares) -> None:
    text = HEAD + PROPERTIES + "|id|String|Key.|\n|hull|String|.|"
    assert declares(text).key == ("id",)


@pytest.mark.parametrize("value", ['""', "null"])
def test_an_empty_base_type_means_no_base_type(
    declares: Declares, codes: Codes, value: str
) -> None:
    text = HEAD + annotation(f'"baseType": {value}')
    assert declares(text).base.is_none
    assert codes(text) == ["empty-base-type"]


def test_unknown_keys_of_the_annotation_are_kept(declares: Declares) -> None:
    text = HEAD + annotation('"unknownKey": [1]')
    assert '"unknownKey": [1]' in (declares(text).annotation or "")


RELATIONSHIPS = (
    "\n## Relationships\n|Relationship|Type|Description|\n|:---|:---|:---|\n"
)

TABLES = f"""{HEAD}{PROPERTIES}|kind|[kind](#kind-values)|Possible values are: `a`, `b`.|
|flags|sailFlags|A flagged enumeration.|
|id|String|Inherited from [entity](entity.md).|
|kinds|kind collection|Several.|
{RELATIONSHIPS}|crew|crew|Its people.|
|master|sailor or [officer](#officer)|The master.|
|port|[port](port.md)|Possible values are: `north`, `south`.|
"""


def test_tables_are_summarised(declares: Declares) -> None:
    tables = declares(TABLES).tables
    assert tables.cell_names == ("kind", "sailFlags", "String", "sailor", "officer")
    assert tables.cell_targets == ("#kind-values", "#officer")
    assert tables.has_properties
    assert [row.name for row in tables.with_values] == ["kind", "flags"]
    assert [row.name for row in tables.navigation_with_values] == ["port"]
    assert [row.name for row in tables.marked] == ["id"]


def test_tables_have_all_rows(declares: Declares) -> None:
    found = declares(TABLES)
    assert [row.name for row in found.properties] == ["kind", "flags", "id", "kinds"]
    names = [row.name for row in found.navigation_properties]
    assert names == ["crew", "master", "port"]
    assert found.rows == (*found.properties, *found.navigation_properties)
    assert found.operations == ()
