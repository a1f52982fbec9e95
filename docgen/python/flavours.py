"""What lowering must know of each flavour. How a flavour looks is in its folder of templates.

A module whose name begins with a dot lies in the package that is written.
"""

from collections.abc import Mapping

from msgspec import Struct

from docgen.python.imports import DATACLASS, FIELD, Import

TypeNames = Mapping[str, tuple[str, Import | None]]

DT = Import("datetime", alias="dt")
OPEN_ENUM = Import("._enums", "OpenEnum")
FLAGS_ENUM = Import("._enums", "FlagsEnum")

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

PACKAGE: Mapping[str, str] = {
    "_enums.py": "enums.py",
    "_json.py": "json.py",
    "_lazy.py": "lazy.py",
    "_values.py": "values.py",
    "py.typed": "py.typed",
    "__init__.py": "package.py",
    "__init__.pyi": "package.pyi",
}
"""Files that are the same for every schema and flavour, and their templates."""


class Special(Struct, frozen=True, kw_only=True):
    """How a field says what its name and annotation don't; `{}` is where each part goes.

    `wire` is the part with its name on the wire, `type` the one with the name of its type.
    """

    default: str
    wire: str
    type: str


class Flavour(Struct, frozen=True, kw_only=True):
    """One kind of Python.

    `base` is the class that models derive from. A class imports `needed` when it runs, and its
    stub too; for a field with a `special` default it imports `needed_for_special`. `types` are
    the annotations of primitive types, `files` those of the package that hold for every schema.
    """

    base: Import
    needed: frozenset[Import] = frozenset()
    special: Special
    needed_for_special: Import
    types: TypeNames
    files: Mapping[str, str]


DATACLASSES = Flavour(
    base=Import("._codec", "Model"),
    needed=frozenset({DATACLASS}),
    special=Special(
        default="field(default=None, metadata={{{}}})",
        wire='"wire": {}',
        type='"type": {}',
    ),
    needed_for_special=FIELD,
    types=VALUES,
    files={**PACKAGE, "_codec.py": "codec.py"},
)

PYDANTIC = Flavour(
    base=Import("._model", "Model"),
    special=Special(
        default="Field(default=None, {})",
        wire="alias={}",
        type='json_schema_extra={{"odataType": {}}}',
    ),
    needed_for_special=Import("pydantic", "Field"),
    types=VALUES,
    files={
        **PACKAGE,
        "_docstrings.py": "docstrings.py",
        "_fields.py": "fields.py",
        "_model.py": "base.py",
    },
)

BY_NAME: Mapping[str, Flavour] = {"dataclass": DATACLASSES, "pydantic": PYDANTIC}
"""Every flavour by its name in `docgen.flavours`."""
