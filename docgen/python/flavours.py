"""What lowering needs to know about each flavour; its templates define what its code looks like.

A module whose name begins with a dot is in the generated package. Depending on the flavour,
primitive types are annotated as Python values or as JSON values.
"""

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

from docgen.python.imports import DATACLASS, FIELD, TYPED_DICT, Import
from docgen.python.views import (
    ClientView,
    EnumTestView,
    EnumView,
    ExamplesView,
    ModelTestView,
    ModelView,
    OperationsView,
    View,
)

TypeNames: TypeAlias = Mapping[str, tuple[str, Import | None]]
"""The annotation of each primitive type, and its import; other types are annotated as `Any`."""

DT = Import("datetime", alias="dt")

_PLAIN: TypeNames = {
    "Edm.Boolean": ("bool", None),
    "Edm.Byte": ("int", None),
    "Edm.Int16": ("int", None),
    "Edm.Int32": ("int", None),
    "Edm.SByte": ("int", None),
    "Edm.String": ("str", None),
}
"""Annotations of types whose values are the same in JSON."""

VALUES: TypeNames = {
    **_PLAIN,
    "Edm.Binary": ("bytes", None),
    "Edm.Date": ("dt.date", DT),
    "Edm.DateTimeOffset": ("dt.datetime", DT),
    "Edm.Decimal": ("Decimal", Import("decimal", "Decimal")),
    "Edm.Double": ("float", None),
    "Edm.Duration": ("dt.timedelta", DT),
    "Edm.Guid": ("UUID", Import("uuid", "UUID")),
    "Edm.Int64": ("Int64", Import("._values", "Int64")),
    "Edm.Single": ("float", None),
    "Edm.Stream": ("bytes", None),
    "Edm.TimeOfDay": ("dt.time", DT),
}
"""Annotations where values are read as Python values."""

EDM = Import(".", "edm")

JSON: TypeNames = {
    name: _PLAIN.get(name, (f"edm.{name.removeprefix('Edm.')}", EDM)) for name in VALUES
}
"""Annotations where values are those of JSON; `edm` names the formats of strings and numbers."""

OPEN_ENUM = Import("._enums", "OpenEnum")
FLAGS_ENUM = Import("._enums", "FlagsEnum")


def _modules(*names: str) -> Mapping[str, str]:
    """Return the files of private modules; their templates have the same names."""
    return {f"_{name}.py": f"{name}.py" for name in names}


CLIENT_FILES: Mapping[str, str] = {
    **_modules("answers", "any_values", "base_client", "batch", "call", "documented"),
    **_modules("driver", "errors", "examples", "flow", "replay", "replayed_batch"),
    **_modules("transport", "upload", "wire"),
    "testing.py": "testing.py",
}
"""The files of clients, which contain nothing of a page."""

PACKAGE_FILES: Mapping[str, str] = {
    **_modules("catalogue", "changes", "enums", "lazy", "nested", "read_only"),
    **_modules("requests", "results", "writable"),
    **CLIENT_FILES,
    "py.typed": "py.typed",
}
"""Files that every package has, and their templates."""

INIT_FILES: Mapping[str, str] = {
    "__init__.py": "package.py",
    "__init__.pyi": "package.pyi",
}
"""The package itself, and what it exports."""

READER_FILES = _modules("classes", "json", "values")
"""Further files of flavours that read JSON as Python values."""


_MODEL, _STUB = "{package}/models/{module}.py", "{package}/models/{module}.pyi"

TYPE_FILES: Mapping[type[View], Mapping[str, str]] = {
    ModelView: {"model.py": _MODEL, "model.pyi": _STUB},
    ModelTestView: {"test_model.py": "{test}"},
    OperationsView: {"operations.py": "{package}/operations/{module}.py"},
    ClientView: {"client.py": "{package}/client/{module}.py"},
    ExamplesView: {"examples.json": "{package}/examples/{module}.json"},
    EnumView: {"enum.py": _MODEL, "enum.pyi": _STUB},
    EnumTestView: {"test_enum.py": "{test}"},
}
"""The files of a type: the templates that print each of its views, and the paths of the files."""


class Special(Struct, frozen=True, kw_only=True):
    """Formats of the default of a field whose wire name or type can't be derived from its code.

    `default` is the expression, `wire` its argument for the wire name, `type` its argument for the
    name of the type, `needed` the import.
    """

    default: str
    wire: str
    type: str
    needed: Import


class Flavour(Struct, frozen=True, kw_only=True):
    """One kind of Python.

    `base` is the base class of all models, and `base_keys` the wire names that it declares. Modules
    of models, and their stubs, import `needed`, only the modules `needed_at_run_time`; tests with a
    sample import `needed_for_sample`.
    `types` has the annotations of primitive types, `enum` is the format of that of an enum. `files`
    are the files that belong to no single type, and their templates. The package exports what
    `exports` has by module, and the `exported_modules`. If `is_json`, a model is a JSON object: its
    fields have their wire names, and None is a null.
    """

    base: Import
    base_keys: frozenset[str] = frozenset()
    needed: frozenset[Import] = frozenset()
    needed_at_run_time: frozenset[Import] = frozenset()
    special: Special | None = None
    types: TypeNames
    enum: str = "{}"
    files: Mapping[str, str]
    exports: Mapping[str, tuple[str, ...]]
    exported_modules: tuple[str, ...] = ()
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
    files={
        **PACKAGE_FILES,
        **READER_FILES,
        **_modules("checked_imports", "codec", "hints", "lenient"),
    },
    exports={"_codec": ("Model", "wire_names"), "_json": ("JsonError", "JsonValue")},
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
        **PACKAGE_FILES,
        **READER_FILES,
        **_modules(
            "annotations", "digits", "docstrings", "fields", "lenient", "unread"
        ),
        "_model.py": "base.py",
    },
    exports={"_json": ("JsonValue",), "_model": ("Model", "wire_names")},
)

TYPED_DICTS = Flavour(
    base=Import("._model", "Model"),
    base_keys=frozenset({"@odata.context", "@odata.etag", "@odata.id", "@odata.type"}),
    needed=frozenset({TYPED_DICT}),
    needed_at_run_time=frozenset({Import("._hints", "with_hints")}),
    types=JSON,
    enum="{} | str",
    files={
        **PACKAGE_FILES,
        **_modules("bases", "checked_imports", "classes", "hints", "json"),
        "_model.py": "base.py",
        "edm.py": "edm.py",
    },
    exports={"_model": ("Model", "is_a")},
    exported_modules=("edm",),
    is_json=True,
    needed_for_sample=frozenset({Import("json")}),
)

FLAVOURS_BY_NAME: Mapping[str, Flavour] = {
    "dataclass": DATACLASSES,
    "pydantic": PYDANTIC,
    "typeddict": TYPED_DICTS,
}
"""All flavours by their names in `docgen.flavours`."""
