"""How primitive types are annotated: as values of Python, or as JSON has them."""

from collections.abc import Mapping
from typing import TypeAlias

from docgen.python.imports import Import

TypeNames: TypeAlias = Mapping[str, tuple[str, Import | None]]
"""An annotation for each type, and what it imports. Any other type is `Any`."""

DT = Import("datetime", alias="dt")

VALUES: TypeNames = {
    "Edm.Binary": ("bytes", None),
    "Edm.Boolean": ("bool", None),
    "Edm.Byte": ("int", None),
    "Edm.Date": ("dt.date", DT),
    "Edm.DateTimeOffset": ("dt.datetime", DT),
    "Edm.Decimal": ("Decimal", Import("decimal", "Decimal")),
    "Edm.Double": ("float", None),
    "Edm.Duration": ("dt.timedelta", DT),
    "Edm.Guid": ("UUID", Import("uuid", "UUID")),
    "Edm.Int16": ("int", None),
    "Edm.Int32": ("int", None),
    "Edm.Int64": ("Int64", Import("._values", "Int64")),
    "Edm.SByte": ("int", None),
    "Edm.Single": ("float", None),
    "Edm.Stream": ("bytes", None),
    "Edm.String": ("str", None),
    "Edm.TimeOfDay": ("dt.time", DT),
}
"""Primitive types and the Python types that they are read as; any other is `Any`."""

NUMBER = ("float | str", None)
TEXT = ("str", None)

JSON: TypeNames = {
    "Edm.Binary": TEXT,
    "Edm.Boolean": ("bool", None),
    "Edm.Byte": ("int", None),
    "Edm.Date": TEXT,
    "Edm.DateTimeOffset": TEXT,
    "Edm.Decimal": NUMBER,
    "Edm.Double": NUMBER,
    "Edm.Duration": TEXT,
    "Edm.Guid": TEXT,
    "Edm.Int16": ("int", None),
    "Edm.Int32": ("int", None),
    "Edm.Int64": ("int | str", None),
    "Edm.SByte": ("int", None),
    "Edm.Single": NUMBER,
    "Edm.Stream": TEXT,
    "Edm.String": TEXT,
    "Edm.TimeOfDay": TEXT,
}
"""Primitive types and what JSON has for them: long and exact numbers may be texts, NaN is one."""
