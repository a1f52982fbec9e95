"""The spellings of primitives."""

import pytest

from docgen.schema.edm import is_primitive, primitive
from docgen.schema.model import QualifiedName

SPELLINGS = {
    "String": "Edm.String",
    "string": "Edm.String",
    "Edm.string": "Edm.String",
    "Url": "Edm.String",
    "Bool": "Edm.Boolean",
    "int": "Edm.Int32",
    "Integer": "Edm.Int32",
    "Int64": "Edm.Int64",
    "numeric": "Edm.Decimal",
    "float": "Edm.Single",
    "DateTimeOffSet": "Edm.DateTimeOffset",
    "datetime": "Edm.DateTimeOffset",
    "Timestamp": "Edm.DateTimeOffset",
    "date-time": "Edm.DateTimeOffset",
    "edm.DateTime": "Edm.DateTimeOffset",
    "GUID": "Edm.Guid",
    "stream": "Edm.Stream",
    "Json": "Edm.Untyped",
    "GeographyPoint": "Edm.GeographyPoint",
}


@pytest.mark.parametrize(("spelling", "name"), SPELLINGS.items(), ids=SPELLINGS)
def test_spellings_of_primitives(spelling: str, name: str) -> None:
    assert primitive(spelling) == name


@pytest.mark.parametrize("text", ["", "stringKey", "dateTimeTimeZone", "emailType"])
def test_names_that_start_like_a_primitive(text: str) -> None:
    assert primitive(text) is None


def test_edm_names_are_primitives() -> None:
    assert is_primitive(QualifiedName("Edm.Guid"))
    assert not is_primitive(QualifiedName("harbour.Edm"))
