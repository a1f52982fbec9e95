"""Strings as values of their types, in CSDL and in JSON."""

import pytest

from docgen.export.literals import literal, member_literal, value
from docgen.schema.model import Member, Source


@pytest.mark.parametrize(
    ("type", "text", "written", "expected"),
    [
        ("Edm.Boolean", "True", "true", True),
        ("Edm.Boolean", "false", "false", False),
        ("Edm.Byte", "255", "255", 255),
        ("Edm.Int32", "-0012", "-12", -12),
        ("Edm.Int64", "9223372036854775807", "9223372036854775807", 2**63 - 1),
        ("Edm.Double", "2.50", "2.50", 2.5),
        ("Edm.String", "", "", ""),
        ("Edm.String", "a\nb", "a\nb", "a\nb"),
        ("Edm.TimeOfDay", "23:59:00", "23:59:00", "23:59:00"),
        ("Edm.Duration", "PT8H", "PT8H", "PT8H"),
        ("Edm.DateTimeOffset", "2020-01-31T00:00Z", "2020-01-31T00:00Z", None),
    ],
)
def test_a_literal(type: str, text: str, written: str, expected: object) -> None:
    assert literal(text, type) == written
    assert value(written, type) == (written if expected is None else expected)


@pytest.mark.parametrize(
    ("type", "text"),
    [
        ("Edm.Boolean", "yes"),
        ("Edm.Byte", "256"),
        ("Edm.Int32", "many"),
        ("Edm.Int32", "\u0663"),
        ("Edm.Decimal", "1,5"),
        ("Edm.Date", "2020-13-01"),
        ("Edm.TimeOfDay", "24:00"),
        ("Edm.Duration", "P"),
        ("Edm.Duration", "PT"),
        ("Edm.Guid", "none"),
        ("Edm.Untyped", "1"),
        ("harbour.ship", "1"),
    ],
)
def test_invalid_literal(type: str, text: str) -> None:
    assert literal(text, type) is None


@pytest.mark.parametrize(
    ("text", "flags", "expected"),
    [
        ("low", False, "low"),
        ("LOW", False, "low"),
        ("low,high", False, None),
        ("low, High", True, "low,high"),
        ("low, deep", True, None),
        ("", True, None),
    ],
)
def test_members(text: str, flags: bool, expected: str | None) -> None:
    here = Source(path="a.md", line=1)
    members = [Member(name=name, source=here) for name in ("low", "high")]
    assert member_literal(text, members, flags=flags) == expected
