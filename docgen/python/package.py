"""The files of a package that don't belong to a single type: its catalogue and lazy `__init__`s.

They change only when a type or an operation is added or removed, or the base of a type changes, so
they name no pages. If a package has the name that a module would have had, it also exports the
class of that module, unless a type in it has the same name: existing imports keep working.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Literal

from docgen.python.flavours import OPEN_ENUM
from docgen.python.imports import Import, exported, from_lines, imports_view
from docgen.python.layout import Layout, ModuleLocation, packages_inside
from docgen.python.literals import PythonCode, docstring, json_literal, string_literal
from docgen.python.names import PythonName
from docgen.python.operations import protocol_name
from docgen.python.type_facts import TypeFacts
from docgen.python.views import (
    BaseView,
    CatalogueView,
    EntryView,
    FileView,
    FolderView,
    View,
)


def package_files(
    layout: Layout, members: TypeFacts, operated: frozenset[ModuleLocation]
) -> Iterator[FileView]:
    """Make the views of all shared files; `operated` are the types that have operations."""
    folder = layout.package.replace(".", "/")
    catalogue = _catalogue(layout, members, operated)
    yield _shared(f"{folder}/_catalogue.py", "catalogue.py", catalogue)
    for name, template in layout.flavour.files.items():
        yield _shared(f"{folder}/{name}", template, catalogue)
    yield _shared("tests/conftest.py", "conftest.py", catalogue)
    places = frozenset(layout.places.values())
    for folders, models in folder_views("models", places, layout):
        yield from _lazy_package(f"{folder}/models", folders, models)
    for folders, operations in folder_views("operations", operated, layout):
        yield from _lazy_package(f"{folder}/operations", folders, operations)


def _shared(path: str, template: str, view: View) -> FileView:
    return FileView(path=path, template=template, view=view, pages=())


def _catalogue(
    layout: Layout, members: TypeFacts, operated: frozenset[ModuleLocation]
) -> CatalogueView:
    places = sorted(layout.places.values(), key=lambda place: place.type)
    return CatalogueView(
        package=PythonCode(layout.package),
        imports=imports_view(base_classes(layout), layout.package, "    "),
        docstring=docstring((f"Typed Python for `{layout.root_namespace}`.",)),
        models=tuple(_entry(place, place.class_name) for place in places),
        operations=tuple(
            _entry(place, protocol_name(place)) for place in places if place in operated
        ),
        bases=tuple(_bases(members)),
    )


def _entry(place: ModuleLocation, name: PythonName) -> EntryView:
    return EntryView(
        type=string_literal(place.type), where=string_literal(f"{place.dotted}.{name}")
    )


def _bases(members: TypeFacts) -> Iterator[BaseView]:
    for name, type_ in sorted(members.types.items()):
        base = type_.base_type
        if base is not None and base in members.types and base != name:
            yield BaseView(type=string_literal(name), base=string_literal(base))


def _lazy_package(
    room: str, folders: tuple[str, ...], view: FolderView
) -> Iterator[FileView]:
    path = "/".join((room, *folders))
    yield _shared(f"{path}/__init__.py", "folder.py", view)
    yield _shared(f"{path}/__init__.pyi", "folder.pyi", view)


LOOKUPS = ("lookup", "lookup_enum")


def base_classes(layout: Layout) -> set[Import]:
    """Return the classes that all models and all enums derive from."""
    return {layout.imported(item) for item in (layout.flavour.base, OPEN_ENUM)}


def folder_views(
    room: Literal["models", "operations"],
    places: Iterable[ModuleLocation],
    layout: Layout,
) -> Iterator[tuple[tuple[str, ...], FolderView]]:
    """Make the views of all packages of a room, by their folders; the room's own has none."""
    here: dict[tuple[str, ...], list[ModuleLocation]] = {(): []}
    moved: dict[tuple[str, ...], ModuleLocation] = {}
    for place in places:
        here.setdefault(place.folders, []).append(place)
        if place.gives_way_to:
            moved[*place.folders, place.gives_way_to] = place
    inside = packages_inside(here)
    for folders in sorted({*here, *inside, *moved}):
        yield folders, _folder_view(
            room,
            folders,
            here.get(folders, []),
            inside.get(folders, set()),
            moved.get(folders),
            layout,
        )


def _folder_view(
    room: Literal["models", "operations"],
    folders: tuple[str, ...],
    here: Iterable[ModuleLocation],
    packages: AbstractSet[str],
    moved: ModuleLocation | None,
    layout: Layout,
) -> FolderView:
    package = f"{layout.package}.{room}"
    path = ".".join((package, *folders))
    has_lookups = room == "models" and not folders
    names = {_class_in(room, place): place for place in here}
    name = _class_in(room, moved) if moved else None
    also: dict[str, object] = {}
    if moved and name and name not in names:
        names[name] = moved
        also[name] = f"{package}.{moved.dotted}"
    imports = {Import(f"{package}.{p.dotted}", n, n) for n, p in names.items()}
    if has_lookups:
        imports |= base_classes(layout)
    exports = (*names, *packages, *(LOOKUPS if has_lookups else ()))
    return FolderView(
        package=PythonCode(layout.package),
        docstring=docstring(
            (f"The {room} in `{path}`, each loaded when it is first asked for.",)
        ),
        imports=imports_view(imports, layout.package),
        packages=from_lines(Import(".", name, name) for name in packages),
        exports=tuple(map(string_literal, exported(exports))),
        also=json_literal(also) if also else PythonCode(""),
        has_lookups=has_lookups,
    )


def _class_in(room: str, place: ModuleLocation) -> PythonName:
    return protocol_name(place) if room == "operations" else place.class_name
