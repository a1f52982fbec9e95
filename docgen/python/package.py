"""The files of a package that belong to no single type: its catalogue and lazy `__init__` modules.

They change only when a type or an operation is added or removed, or when the base or the read-only
properties of a type change, so they name no pages. A package that has the name of a displaced
module also exports the class of that module, unless it has a type of the same name: existing
imports continue to work.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Literal, TypeAlias

from docgen.python.client import client_folder_views
from docgen.python.exports import exports_view
from docgen.python.flavours import CLIENT_FILES, INIT_FILES, OPEN_ENUM
from docgen.python.imports import Import, exported, from_lines, imports_view
from docgen.python.layout import Layout, ModuleLocation, packages_inside
from docgen.python.literals import PythonCode, docstring, json_literal, string_literal
from docgen.python.names import PythonName
from docgen.python.operations import async_name, protocol_name
from docgen.python.type_facts import TypeFacts
from docgen.python.views import (
    BaseView,
    CatalogueView,
    EntryView,
    FileView,
    FolderView,
    ReadOnlyTableView,
    ReadOnlyView,
    View,
)
from docgen.schema.model import QualifiedName, WireName

Subpackage: TypeAlias = Literal["models", "operations"]

LOOKUPS = ("lookup", "lookup_enum")


def package_files(
    layout: Layout, facts: TypeFacts, with_operations: AbstractSet[QualifiedName]
) -> Iterator[FileView]:
    """Return the views of the files that belong to no single type.

    `with_operations` are the types that have operations.
    """
    locations = sorted(layout.locations.values(), key=lambda location: location.type)
    operated = [one for one in locations if one.type in with_operations]
    catalogue = _catalogue(layout, facts, locations, operated)
    for name, template in layout.flavour.files.items():
        if name in CLIENT_FILES and not layout.has_client:
            continue
        yield _file(f"{layout.folder}/{name}", template, catalogue)
    exports = exports_view(layout)
    for name, template in INIT_FILES.items():
        yield _file(f"{layout.folder}/{name}", template, exports)
    yield _file("tests/conftest.py", "conftest.py", catalogue)
    yield from _subpackage_files("models", locations, layout)
    yield from _subpackage_files("operations", operated, layout)
    for folders, view in (
        client_folder_views(operated, layout) if layout.has_client else ()
    ):
        path = "/".join((layout.folder, "client", *folders, "__init__.py"))
        yield _file(path, "client_folder.py", view)


def _file(path: str, template: str, view: View) -> FileView:
    return FileView(path=path, template=template, view=view, pages=())


def _catalogue(
    layout: Layout,
    facts: TypeFacts,
    locations: Iterable[ModuleLocation],
    with_operations: Iterable[ModuleLocation],
) -> CatalogueView:
    return CatalogueView(
        package=PythonCode(layout.package),
        imports=imports_view(_base_classes(layout), layout.package, "    "),
        models=tuple(_entry(one, one.class_name) for one in locations),
        operations=tuple(_entry(one, protocol_name(one)) for one in with_operations),
        bases=tuple(_bases(facts)),
        read_only=tuple(_read_only(facts)),
    )


def _entry(location: ModuleLocation, name: PythonName) -> EntryView:
    return EntryView(
        type=string_literal(location.type),
        path=string_literal(f"{location.dotted}.{name}"),
    )


def _bases(facts: TypeFacts) -> Iterator[BaseView]:
    for name, type_ in sorted(facts.types.items()):
        base = type_.base_type
        if base is not None and base in facts.types and base != name:
            yield BaseView(type=string_literal(name), base=string_literal(base))


def _read_only(facts: TypeFacts) -> Iterator[ReadOnlyTableView]:
    for name, is_key in (("READ_ONLY", False), ("READ_ONLY_KEYS", True)):
        names = read_only_properties(facts, are_keys=is_key)
        yield ReadOnlyTableView(
            name=PythonName(name),
            entries=tuple(
                ReadOnlyView(
                    type=string_literal(type_), names=tuple(map(string_literal, found))
                )
                for type_, found in sorted(names.items())
            ),
        )


def read_only_properties(
    facts: TypeFacts, *, are_keys: bool
) -> dict[QualifiedName, list[WireName]]:
    """Return the read-only keys or other properties of each type that has any.

    A type also has those that it inherits, unless its ancestor says the same.
    """
    found: dict[QualifiedName, list[WireName]] = {}
    for name, type_ in facts.types.items():
        for one in (*type_.properties, *type_.navigation_properties):
            if one.read_only and facts.is_key(name, one.name) is are_keys:
                topmost = facts.find_property(name, one.name)
                is_first = topmost is None or not topmost.read_only
                if is_first or one.name in facts.declared[name]:
                    found.setdefault(name, []).append(one.name)
    return found


def _base_classes(layout: Layout) -> set[Import]:
    """Return the classes that all models and all enums derive from."""
    return {layout.imported(item) for item in (layout.flavour.base, OPEN_ENUM)}


def _subpackage_files(
    subpackage: Subpackage, locations: Iterable[ModuleLocation], layout: Layout
) -> Iterator[FileView]:
    for folders, view in folder_views(subpackage, locations, layout):
        path = "/".join((layout.folder, subpackage, *folders))
        yield _file(f"{path}/__init__.py", "folder.py", view)
        yield _file(f"{path}/__init__.pyi", "folder.pyi", view)


def folder_views(
    subpackage: Subpackage, locations: Iterable[ModuleLocation], layout: Layout
) -> Iterator[tuple[tuple[str, ...], FolderView]]:
    """Return the views of a subpackage and the packages in it, by their folders below it."""
    by_folder: dict[tuple[str, ...], list[ModuleLocation]] = {(): []}
    displaced: dict[tuple[str, ...], ModuleLocation] = {}
    for location in locations:
        by_folder.setdefault(location.folders, []).append(location)
        if location.displaced_by:
            displaced[*location.folders, location.displaced_by] = location
    inside = packages_inside(by_folder)
    for folders in sorted({*by_folder, *inside, *displaced}):
        yield folders, _folder_view(
            subpackage,
            folders,
            by_folder.get(folders, []),
            inside.get(folders, set()),
            displaced.get(folders),
            layout,
        )


def _folder_view(
    subpackage: Subpackage,
    folders: tuple[str, ...],
    locations: Iterable[ModuleLocation],
    packages: AbstractSet[str],
    displaced: ModuleLocation | None,
    layout: Layout,
) -> FolderView:
    package = f"{layout.package}.{subpackage}"
    path = ".".join((package, *folders))
    has_lookups = subpackage == "models" and not folders
    classes = {_class_in(subpackage, one): one for one in locations}
    elsewhere: dict[str, object] = {}
    if displaced and (name := _class_in(subpackage, displaced)) not in classes:
        classes[name] = displaced
        elsewhere[name] = f"{package}.{displaced.dotted}"
    if subpackage == "operations":
        classes = {async_name(name): at for name, at in classes.items()} | classes
    imports = {Import(f"{package}.{at.dotted}", n, n) for n, at in classes.items()}
    if has_lookups:
        imports |= _base_classes(layout)
    exports = (*classes, *packages, *(LOOKUPS if has_lookups else ()))
    return FolderView(
        package=PythonCode(layout.package),
        docstring=docstring(
            (f"The {subpackage} in `{path}`, each loaded when it is first asked for.",)
        ),
        imports=imports_view(imports, layout.package),
        packages=from_lines(Import(".", name, name) for name in packages),
        exports=tuple(map(string_literal, exported(exports))),
        elsewhere=json_literal(elsewhere) if elsewhere else PythonCode(""),
        has_lookups=has_lookups,
    )


def _class_in(subpackage: Subpackage, location: ModuleLocation) -> PythonName:
    is_model = subpackage == "models"
    return location.class_name if is_model else protocol_name(location)
