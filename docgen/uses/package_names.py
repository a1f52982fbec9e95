"""The names of a generated package: modules, classes, and the types of their attributes."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from docgen.flavours import FLAVOURS
from docgen.python.client import client_attribute, client_name
from docgen.python.enums import member_names
from docgen.python.flavours import FLAVOURS_BY_NAME
from docgen.python.layout import Layout, ModuleLocation, layout_of, packages_inside
from docgen.python.names import PythonName
from docgen.python.operations import async_name, protocol_name
from docgen.python.signatures.context import signature_context, signature_inputs
from docgen.python.signatures.model import OperationResult, Signature
from docgen.python.signatures.stage import operation_signatures
from docgen.python.symbols import SymbolKind
from docgen.python.type_facts import TypeFacts, type_facts
from docgen.schema.model import (
    EnumType,
    QualifiedName,
    Schema,
    StructuredType,
    TypeReference,
)
from docgen.uses.value_types import (
    ClassValue,
    Instance,
    Items,
    Method,
    ModuleValue,
    ValueType,
)

_CLIENTS = ("Client", "AsyncClient")
_CONSTRUCTORS: Mapping[str, tuple[str, ...]] = {
    "dataclass": ("from_dict", "from_json"),
    "pydantic": ("model_construct", "model_validate", "model_validate_json"),
    "typeddict": (),
}
"""The class methods of a model that return an instance, by flavour."""

_COPIES: Mapping[str, tuple[str, ...]] = {
    "dataclass": (),
    "pydantic": ("model_copy",),
    "typeddict": ("copy",),
}
"""The methods of an instance that return another one, by flavour."""


class NamedSymbol(Struct, frozen=True, order=True):
    """What pages declare under a name, as `docgen where` shows it."""

    kind: SymbolKind
    name: str


class Attribute(Struct, frozen=True, kw_only=True):
    """An attribute of a class: its type on an instance, and what it is on the pages."""

    type: ValueType | None = None
    symbol: NamedSymbol | None = None


class PublicClass(Struct, frozen=True, kw_only=True):
    """A class of the package.

    `base` is the path of its base class. `constructors` are class methods that return an instance.
    """

    symbol: NamedSymbol | None = None
    base: str | None = None
    attributes: Mapping[str, Attribute] = {}
    constructors: tuple[str, ...] = ()


class NamedOperation(Struct, frozen=True, kw_only=True):
    """An operation: its name in `permissions(…)` of the package, and its signature."""

    label: str
    signature: Signature


class PackageNames(Struct, frozen=True, kw_only=True):
    """What can be imported from the package, by its path, and the classes by theirs.

    `operations` have the names of their symbols.
    """

    package: str
    importable: Mapping[str, ValueType]
    classes: Mapping[str, PublicClass]
    operations: Mapping[str, NamedOperation]

    def attribute(self, path: str, name: str) -> Attribute | None:
        """Return an attribute of a class, or that of its nearest base class that has it."""
        seen: set[str] = set()
        while path in self.classes and path not in seen:
            seen.add(path)
            found = self.classes[path].attributes.get(name)
            if found:
                return found
            path = self.classes[path].base or ""
        return None


def names_of_package(
    schema: Schema,
    *,
    package: str,
    root_namespace: str,
    flavour: str = FLAVOURS[0],
) -> PackageNames:
    """Return the names of the package that is generated from a schema."""
    layout = layout_of(schema, package, root_namespace, FLAVOURS_BY_NAME[flavour])
    planned = {type_.name: list(found) for type_, found in _signatures(schema) if found}
    operated = [one for name, one in layout.locations.items() if name in planned]
    classes = _models(schema, layout, flavour)
    for location in operated:
        attributes: dict[str, Attribute] = {
            one.name: _operation(one, location, layout)
            for one in planned[location.type]
        }
        for path in _resource_paths(location, layout):
            classes[path] = PublicClass(attributes=attributes)
    classes |= _folders(operated, layout)
    return PackageNames(
        package=package,
        importable=_importable(layout, operated),
        classes=classes,
        operations={
            f"{one.type}.{signature.name}": NamedOperation(
                label=f"{one.dotted}.{signature.name}", signature=signature
            )
            for one in operated
            for signature in planned[one.type]
        },
    )


def _signatures(
    schema: Schema,
) -> Iterator[tuple[StructuredType, tuple[Signature, ...]]]:
    context = signature_context(schema)
    for type_ in schema.types:
        if isinstance(type_, StructuredType):
            inputs = signature_inputs(type_, context)
            yield type_, tuple(operation_signatures(type_, inputs).value)


def _models(schema: Schema, layout: Layout, flavour: str) -> dict[str, PublicClass]:
    facts = type_facts(schema)
    classes: dict[str, PublicClass] = {}
    for type_ in schema.types:
        path = _model_path(type_.name, layout)
        if isinstance(type_, EnumType):
            names = member_names(type_)
            classes[path] = PublicClass(
                symbol=NamedSymbol("enum type", type_.name),
                attributes={
                    names[one.name]: Attribute(
                        symbol=NamedSymbol("member", f"{type_.name}.{one.name}")
                    )
                    for one in type_.members
                },
            )
            continue
        base = type_.base_type
        kind: SymbolKind = "entity type" if type_.kind == "entity" else "complex type"
        copies = Attribute(type=Method(Instance(path)))
        classes[path] = PublicClass(
            symbol=NamedSymbol(kind, type_.name),
            base=_model_path(base, layout) if base in layout.locations else None,
            attributes=_fields(type_, facts, layout, flavour)
            | dict.fromkeys(_COPIES[flavour], copies),
            constructors=_CONSTRUCTORS[flavour],
        )
    return classes


def _model_path(name: QualifiedName | None, layout: Layout) -> str:
    """Return the path of the class of a type, empty if there is none."""
    location = layout.locations.get(name) if name else None
    return _path(layout, "models", location, location.class_name) if location else ""


def _path(layout: Layout, folder: str, location: ModuleLocation, name: str) -> str:
    return f"{layout.package}.{folder}.{location.dotted}.{name}"


def _fields(
    type_: StructuredType, facts: TypeFacts, layout: Layout, flavour: str
) -> dict[str, Attribute]:
    """Return the properties by the names of their fields, or of their keys in JSON."""
    navigation = {one.name for one in type_.navigation_properties}
    names = facts.field_names[type_.name]
    fields: dict[str, Attribute] = {}
    for wire_name, row in facts.declared[type_.name].items():
        kind: SymbolKind = (
            "navigation property" if wire_name in navigation else "property"
        )
        name = wire_name if flavour == "typeddict" else names[wire_name]
        fields[name] = Attribute(
            type=_value_type(row.type, layout),
            symbol=NamedSymbol(kind, f"{type_.name}.{wire_name}"),
        )
    return fields


def _value_type(reference: TypeReference, layout: Layout) -> ValueType | None:
    path = _model_path(reference.name, layout)
    if not path:
        return None
    return Items(Instance(path)) if reference.is_collection else Instance(path)


def _operation(one: Signature, location: ModuleLocation, layout: Layout) -> Attribute:
    return Attribute(
        type=Method(_result_type(one.result, layout)),
        symbol=NamedSymbol("operation", f"{location.type}.{one.name}"),
    )


def _result_type(result: OperationResult, layout: Layout) -> ValueType | None:
    found = _value_type(result.type, layout) if result.type else None
    if found is None:
        return None
    return Items(found) if result.kind == "pages" else found


def _resource_paths(location: ModuleLocation, layout: Layout) -> Iterator[str]:
    """Yield the paths of the classes that have the operations of a type."""
    for folder, name in (
        ("client", client_name(location)),
        ("operations", protocol_name(location)),
    ):
        yield _path(layout, folder, location, name)
        yield _path(layout, folder, location, async_name(name))


def _folders(
    operated: Iterable[ModuleLocation], layout: Layout
) -> Iterator[tuple[str, PublicClass]]:
    """Yield the classes whose attributes are resources: clients, and folders of them."""
    by_folder: dict[tuple[str, ...], list[ModuleLocation]] = {(): []}
    for location in operated:
        by_folder.setdefault(location.folders, []).append(location)
    inside = packages_inside(by_folder)
    for folders in sorted({*by_folder, *inside}):
        for prefix in ("", "Async"):
            attributes: dict[str, Attribute] = {}
            for one in by_folder.get(folders, []):
                name = PythonName(prefix + client_name(one))
                found = Instance(_path(layout, "client", one, name))
                attributes[client_attribute(one.module)] = Attribute(type=found)
            for package in inside.get(folders, set()):
                found = Instance(_folder_path(layout, (*folders, package), prefix))
                attributes[client_attribute(package)] = Attribute(type=found)
            if not folders:
                batch = f"{layout.package}.{prefix}Batch"
                attributes["batch"] = Attribute(type=Method(Instance(batch)))
            yield (
                _folder_path(layout, folders, prefix),
                PublicClass(attributes=attributes),
            )


def _folder_path(layout: Layout, folders: tuple[str, ...], prefix: str) -> str:
    name = "Clients" if folders else "Client"
    return ".".join((layout.package, "client", *folders, prefix + name))


def _importable(
    layout: Layout, operated: Iterable[ModuleLocation]
) -> dict[str, ValueType]:
    """Return what can be imported: modules, classes in modules, and exported classes."""
    package = layout.package
    found: dict[str, ValueType] = {}
    for name in (package, *(f"{package}.{one}" for one in _SUBPACKAGES)):
        found[name] = ModuleValue(name)
    for name in _CLIENTS:
        path = f"{package}.client.{name}"
        found[f"{package}.{name}"] = found[path] = ClassValue(path)
    for name in ("Batch", "AsyncBatch"):
        found[f"{package}.{name}"] = ClassValue(f"{package}.{name}")
    for location in layout.locations.values():
        path = _path(layout, "models", location, location.class_name)
        _export(found, path, location)
    for location in operated:
        for path in _resource_paths(location, layout):
            _export(found, path, location)
    return found


_SUBPACKAGES = ("client", "models", "operations")


def _export(found: dict[str, ValueType], path: str, location: ModuleLocation) -> None:
    """Add a class, its module, and the packages around it."""
    module, _, name = path.rpartition(".")
    found[path] = ClassValue(path)
    found[module] = ModuleValue(module)
    folder = module.rpartition(".")[0]
    found[f"{folder}.{name}"] = ClassValue(path)
    for _ in location.folders:
        found[folder] = ModuleValue(folder)
        folder = folder.rpartition(".")[0]
