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

EDM = Import(".", "edm")

JSON: TypeNames = {
    "Edm.Binary": ("edm.Binary", EDM),
    "Edm.Boolean": ("bool", None),
    "Edm.Byte": ("int", None),
    "Edm.Date": ("edm.Date", EDM),
    "Edm.DateTimeOffset": ("edm.DateTimeOffset", EDM),
    "Edm.Decimal": ("edm.Decimal", EDM),
    "Edm.Double": ("edm.Double", EDM),
    "Edm.Duration": ("edm.Duration", EDM),
    "Edm.Guid": ("edm.Guid", EDM),
    "Edm.Int16": ("int", None),
    "Edm.Int32": ("int", None),
    "Edm.Int64": ("edm.Int64", EDM),
    "Edm.SByte": ("int", None),
    "Edm.Single": ("edm.Single", EDM),
    "Edm.Stream": ("edm.Stream", EDM),
    "Edm.String": ("str", None),
    "Edm.TimeOfDay": ("edm.TimeOfDay", EDM),
}
"""Primitive types and what JSON has for them; `edm` says of a text what it stands for."""
