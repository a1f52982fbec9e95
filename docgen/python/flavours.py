"""What lowering needs to know of each flavour; its templates define what its code looks like.

A module whose name begins with a dot is in the generated package. Primitive types are annotated as
Python values, or as JSON has them, depending on the flavour.
"""

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

from docgen.python.imports import DATACLASS, FIELD, TYPED_DICT, Import

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


OPEN_ENUM = Import("._enums", "OpenEnum")
FLAGS_ENUM = Import("._enums", "FlagsEnum")

PACKAGE: Mapping[str, str] = {
    "_changes.py": "changes.py",
    "_enums.py": "enums.py",
    "_lazy.py": "lazy.py",
    "py.typed": "py.typed",
    "__init__.py": "package.py",
    "__init__.pyi": "package.pyi",
}
"""Files that are the same for every schema and flavour, and their templates."""

READERS: Mapping[str, str] = {
    "_classes.py": "classes.py",
    "_json.py": "json.py",
    "_values.py": "values.py",
}
"""Those that a flavour needs besides, if its models hold values that are read from JSON."""


class Special(Struct, frozen=True, kw_only=True):
    """How a field says what its name and annotation don't; `{}` is where each part goes.

    `wire` is the part with its name on the wire, `type` the one with the name of its type, and
    `needed` what the whole imports.
    """

    default: str
    wire: str
    type: str
    needed: Import


class Flavour(Struct, frozen=True, kw_only=True):
    """One kind of Python.

    `base` is the class that models derive from, and `base_keys` what it declares of wire names. A
    class imports `needed` when it runs, and its stub too. `types` are the annotations of primitive
    types, `enum` that of an enum; `{}` is where its class goes. `files` are those of the package
    that hold for every schema. `is_json` says that a model is JSON itself: its fields are called
    as on the wire, and one that is None is a null.
    """

    base: Import
    base_keys: frozenset[str] = frozenset()
    needed: frozenset[Import] = frozenset()
    special: Special | None = None
    types: TypeNames
    enum: str = "{}"
    files: Mapping[str, str]
    is_json: bool = False
    needed_for_sample: frozenset[Import] = frozenset()


DATACLASSES = Flavour(
    base=Import("._codec", "Model"),
    needed=frozenset({DATACLASS}),
    special=Special(
        default="field(default=None, metadata={{{}}})",
        wire='"wire": {}',
        type='"type": {}',
        needed=FIELD,
    ),
    types=VALUES,
    files={**PACKAGE, **READERS, "_codec.py": "codec.py"},
)

PYDANTIC = Flavour(
    base=Import("._model", "Model"),
    special=Special(
        default="Field(default=None, {})",
        wire="alias={}",
        type='json_schema_extra={{"odataType": {}}}',
        needed=Import("pydantic", "Field"),
    ),
    types=VALUES,
    files={
        **PACKAGE,
        **READERS,
        "_docstrings.py": "docstrings.py",
        "_fields.py": "fields.py",
        "_model.py": "base.py",
    },
)

TYPED_DICTS = Flavour(
    base=Import("._model", "Model"),
    base_keys=frozenset({"@odata.context", "@odata.etag", "@odata.id", "@odata.type"}),
    needed=frozenset({TYPED_DICT}),
    types=JSON,
    enum="{} | str",
    files={
        **PACKAGE,
        "_bases.py": "bases.py",
        "_model.py": "base.py",
        "edm.py": "edm.py",
    },
    is_json=True,
    needed_for_sample=frozenset({Import("json")}),
)

FLAVOURS_BY_NAME: Mapping[str, Flavour] = {
    "dataclass": DATACLASSES,
    "pydantic": PYDANTIC,
    "typeddict": TYPED_DICTS,
}
"""Every flavour by its name in `docgen.flavours`."""
