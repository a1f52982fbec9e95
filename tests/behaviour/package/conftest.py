"""Packages generated for the tests of this folder, once for each flavour."""

import importlib
import json
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

import pytest
from calls import READING, Calls, calls_of
from harbours import harbour_schema
from words import DEVICES, RESERVED, WORDS

from docgen.flavours import FLAVOURS
from docgen.python.lower import lower
from docgen.render.files import GeneratedFile
from docgen.render.templates import render
from docgen.schema.model import (
    EnumType,
    Member,
    Operation,
    Property,
    QualifiedName,
    Schema,
    Source,
    StructuredType,
    Type,
    TypeReference,
    WireName,
)

AT = Source(path="resources/everything.md", line=1)

EVERYTHING = {
    "text": "Edm.String",
    "active": "Edm.Boolean",
    "count": "Edm.Int32",
    "size": "Edm.Int64",
    "ratio": "Edm.Double",
    "price": "Edm.Decimal",
    "sent": "Edm.DateTimeOffset",
    "day": "Edm.Date",
    "clock": "Edm.TimeOfDay",
    "span": "Edm.Duration",
    "key": "Edm.Guid",
    "content": "Edm.Binary",
    "anything": "Edm.Untyped",
    "kind": "m.g.kind",
    "kinds": "m.g.kinds",
    "severalKinds": "Collection(m.g.kind)",
    "unknownKind": "m.g.emptyKind",
    "member": "m.g.base",
    "members": "Collection(m.g.base)",
    "labels": "Collection(Edm.String)",
    "visits": "Collection(Edm.DateTimeOffset)",
    "everything": "m.g.everything",
    "call": "m.g.call",
    "innerCall": "m.g.inner.call",
    "missing": "m.g.missing",
    "from": "Edm.String",
    "list": "Edm.String",
    "str": "Edm.String",
    "field": "Edm.String",
    "extra": "Edm.String",
    "self": "Edm.String",
    "date": "Edm.Date",
    "datetime": "Edm.DateTimeOffset",
    "uuid": "Edm.Guid",
    "decimal": "Edm.Decimal",
    "IPAddress": "Edm.String",
    "items": "Edm.String",
    "@odata.etag": "Edm.String",
    "@microsoft.graph.downloadUrl": "Edm.String",
}

SAMPLE = json.dumps(
    {
        "@odata.type": "#m.g.everything",
        "newer": [{"a": None}],
        "member": {"@odata.type": "#m.g.team", "members": [{}]},
        **{name: "String" for name in EVERYTHING if name != "member"},
    }
)
"""A sample with a placeholder for every property."""


def reference(name: str) -> TypeReference:
    item = name.removeprefix("Collection(").removesuffix(")")
    return TypeReference(name=QualifiedName(item), is_collection=item != name)


def structured(
    name: str,
    properties: Mapping[str, str],
    base: str | None = None,
    operations: Mapping[str, str | None] | None = None,
    sample: str | None = None,
    read_only: Collection[str] = (),
    key: str | None = None,
) -> StructuredType:
    return StructuredType(
        kind="entity",
        name=QualifiedName(name),
        base_type=QualifiedName(base) if base else None,
        sources=(AT,),
        sample=sample,
        key=(WireName(key),) if key else (),
        properties=tuple(
            Property(
                name=WireName(wire),
                type=reference(type_),
                source=AT,
                read_only=wire in read_only or None,
            )
            for wire, type_ in properties.items()
        ),
        operations=tuple(
            Operation(
                name=operation,
                label=operation,
                returns=reference(type_) if type_ else None,
                returns_text=type_ or "None",
                description=None,
                api_page=None,
                source=AT,
            )
            for operation, type_ in (operations or {}).items()
        ),
    )


def enum(name: str, *values: str, flags: bool = False) -> EnumType:
    members = tuple(Member(name=value, source=AT) for value in values)
    return EnumType(
        name=QualifiedName(name), flags=flags, sources=(AT,), members=members
    )


STANDARD = (
    *("code", "dataclasses", "email", "enum", "inspect", "json"),
    *("models", "queue", "select", "tests", "typing"),
)
"""Namespaces with the names of library modules or of packages of the project."""

PARCELS = (
    structured(
        "m.g.parcel",
        {
            "id": "Edm.String",
            "label": "Edm.String",
            "weight": "Edm.Double",
            "track": "m.g.track",
            "stops": "Collection(m.g.stop)",
            "last": "m.g.stop",
            "local": "m.g.post.track",
            "any": "Edm.Untyped",
            "@x.state": "Edm.String",
            "seal number": "m.g.track",
        },
        key="id",
        read_only=("id", "weight", "last", "@x.state"),
    ),
    structured(
        "m.g.stop",
        {"id": "Edm.String", "place": "Edm.String", "time": "Edm.DateTimeOffset"},
        key="id",
        read_only=("id", "time"),
    ),
    structured(
        "m.g.customs",
        {"duty": "Edm.Decimal", "form": "Edm.String", "track": "m.g.track"},
        base="m.g.stop",
        read_only=("duty",),
    ),
    structured(
        "m.g.track",
        {"seen": "Edm.Date", "note": "Edm.String", "parcel": "m.g.parcel"},
        read_only=("seen",),
    ),
    structured(
        "m.g.post.track",
        {"outer": "m.g.track", "inner": "m.g.post.track", "place": "Edm.String"},
        read_only=("place",),
    ),
)
"""Types with read-only properties."""

TYPES: tuple[Type, ...] = (
    *PARCELS,
    structured(
        "m.g.words",
        dict.fromkeys(WORDS, "Edm.String") | {"words": "Collection(m.g.words)"},
        operations=dict.fromkeys(filter(str.isidentifier, WORDS), "m.g.words"),
    ),
    enum("m.g.wordKind", *WORDS),
    *(structured(f"m.g.{name}", {name: f"m.g.{name}"}) for name in DEVICES),
    *(structured(f"m.g.{name}.{name}", {name: "m.g.nul"}) for name in DEVICES),
    *(structured(f"m.g.{name}", {name: f"m.g.{name}"}) for name in RESERVED),
    structured("m.g.base", {"id": "Edm.String"}),
    structured("m.g.everything", EVERYTHING, base="m.g.base", sample=SAMPLE),
    structured("m.g.team", {"members": "Collection(m.g.team)"}, base="m.g.base"),
    structured("m.g.call", {"record": "m.g.inner.call"}, base="m.g.base"),
    structured("m.g.inner.call", {"outer": "m.g.call", "base": "m.g.base"}),
    structured("m.g.alert", {}),
    structured("m.g.security", {}, operations={"get": "m.g.security"}),
    structured("m.g.security.alert", {"outer": "m.g.alert"}, base="m.g.alert"),
    structured(
        "m.g.list",
        {"list": "Collection(m.g.list)"},
        operations={"list": "Collection(m.g.list)", "update": "m.g.list", "str": None},
    ),
    structured("m.g.import", {}, operations={"get": "Edm.Untyped"}),
    structured("m.g.any", {"exception": "m.g.exception", "any": "Edm.Untyped"}),
    structured("m.g.exception", {}),
    structured("m.g.deep.er.job", {"base": "m.g.base"}, operations={"create": None}),
    structured("other.place.job", {"job": "m.g.deep.er.job"}),
    structured("m.g.ipAddress", {}),
    structured("m.g.IPAddress", {}),
    structured("m.g.IpAddress", {}),
    enum("m.g.kind", "low", "high", "None", "name", "mro", "JIS B4", "2d", "a_B", "aB"),
    enum("m.g.kinds", "read", "write", "none", flags=True),
    enum("m.g.emptyKind"),
    enum("m.g.single", "one"),
    *(structured(f"m.g.{name}.thing", {"a": "Edm.String"}) for name in STANDARD),
    structured("m.g.jsonThing", {"thing": "m.g.json.thing"}),
    *(
        structured(f"m.g.{name}", {"a": "Edm.String"}, None, {"get": None}, "{}")
        for name in ("SAMPLE", "TYPE", "PARAMETERS", "testUser")
    ),
    structured("m.g._", {}),
    structured(
        "m.g.message",
        {"from": "m.g.message", "class": "Collection(m.g.reply)", "None": "m.g.team"},
    ),
    structured("m.g.reply", {"@at": "Edm.Date", "a b": "m.g.kind"}, base="m.g.message"),
    structured("m.g.lines", {"__a": "Edm.String", "_b": "Edm.String", "é": "m.g.kind"}),
    structured("m.g.typedDict", {"TypedDict": "m.g.typedDict", "Any": "Edm.Untyped"}),
    structured("m.g.e", {"t": "m.g.e.t"}),
    structured("m.g.é", {"t": "m.g.é.t"}),
    structured("m.g.e.t", {"e": "m.g.é"}),
    structured("m.g.é.t", {"e": "m.g.e"}),
    structured(".".join(("m.g", *["deep"] * 30, "t")), {}),
    *(structured(f"m.g.{name}.t", {}) for name in ("v2", "v10", "v010", "v_2")),
    *(enum(f"m.g.{name}", "a") for name in ("x2", "x10", "x010", "X", "XY", "x_2")),
)


def package_of(
    package: str, types: tuple[Type, ...], flavour: str, root: str = "m.g"
) -> tuple[GeneratedFile, ...]:
    """Return a package of these types, and of harbours, which have operations."""
    harbours = harbour_schema()
    types = (*types, *harbours.types)
    ordered = Schema(
        types=tuple(sorted(types, key=lambda t: t.name)),
        pages=(),
        operations=harbours.operations,
    )
    lowered = lower(ordered, package=package, root_namespace=root, flavour=flavour)
    return render(lowered.value, template_folders=(), flavour=flavour)


def write_all(folder: Path, files: Iterable[GeneratedFile]) -> None:
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.content, encoding="utf-8")


@pytest.fixture(scope="session", params=READING)
def flavour(request: pytest.FixtureRequest) -> str:
    """A flavour whose models read JSON; a test may select others."""
    return str(request.param)


@pytest.fixture(scope="session")
def odd_types() -> tuple[Type, ...]:
    """Types that are difficult to name or to read."""
    return TYPES


@pytest.fixture(scope="session")
def odd_folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Folders below one, each with a package of types that are difficult to name or to read."""
    root = tmp_path_factory.mktemp("odd")
    for flavour in FLAVOURS:
        write_all(root / flavour, package_of(f"odd_{flavour}", TYPES, flavour))
    return {flavour: root / flavour for flavour in FLAVOURS}


@pytest.fixture
def odd_modules() -> dict[tuple[str, str], str]:
    """Names of modules by their content and suffix; many are the same in several flavours."""
    return {
        (file.content, Path(file.path).suffix): f"{file.path} ({flavour})"
        for flavour in FLAVOURS
        for file in package_of("odd", TYPES, flavour)
    }


@pytest.fixture(scope="session")
def odd_folder(flavour: str, odd_folders: dict[str, Path]) -> Iterator[Path]:
    """The folder of the package of a flavour; it is a path for imports."""
    folder = odd_folders[flavour]
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


@pytest.fixture(scope="session")
def few_folder(flavour: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package of a flavour that has only a few of the types."""
    folder = tmp_path_factory.mktemp("few")
    few = {
        "m.g.base",
        "m.g.team",
        "m.g.jsonThing",
        *(f"m.g.{x}.thing" for x in STANDARD),
    }
    types = tuple(type_ for type_ in TYPES if type_.name in few)
    assert len(types) == len(few)
    write_all(folder, package_of(f"few_{flavour}", types, flavour))
    return folder


@pytest.fixture(scope="session")
def harbours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package `graph` of harbours, of dataclasses."""
    folder = tmp_path_factory.mktemp("harbours")
    write_all(folder, package_of("graph", (), "dataclass", "microsoft.graph"))
    return folder


@pytest.fixture(scope="session")
def odd(flavour: str, odd_folder: Path) -> ModuleType:
    assert odd_folder
    return importlib.import_module(f"odd_{flavour}")


@pytest.fixture(scope="session")
def models(odd: ModuleType) -> ModuleType:
    return importlib.import_module(f"{odd.__name__}.models")


@pytest.fixture(scope="session")
def calls(flavour: str, odd: ModuleType) -> Calls:
    """The functions that users of the flavour call."""
    return calls_of(flavour, odd)
