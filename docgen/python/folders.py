"""Packages of models or operations: what each of them has, for its lazy `__init__`.

A class whose module gave way to a package is there too, as long as no type in it has its name: so
that what was imported from the module is found where it was.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Literal

from docgen.python.docstrings import docstring
from docgen.python.flavours import OPEN_ENUM
from docgen.python.imports import Import, exported, from_lines, imports_view
from docgen.python.layout import Layout, Place
from docgen.python.literals import Code, json_literal, string_literal
from docgen.python.names import PythonName
from docgen.python.namespaces import packages_inside
from docgen.python.operations import protocol_name
from docgen.python.views import FolderView

LOOKUPS = ("lookup", "lookup_enum")


def bases(layout: Layout) -> set[Import]:
    """Give the classes that all models and all enums derive from."""
    return {layout.imported(item) for item in (layout.flavour.base, OPEN_ENUM)}


def folder_views(
    room: Literal["models", "operations"], places: Iterable[Place], layout: Layout
) -> Iterator[tuple[tuple[str, ...], FolderView]]:
    """Make the views of all packages of a room, by their folders; the room's own has none."""
    here: dict[tuple[str, ...], list[Place]] = {(): []}
    moved: dict[tuple[str, ...], Place] = {}
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
    here: Iterable[Place],
    packages: AbstractSet[str],
    moved: Place | None,
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
        imports |= bases(layout)
    exports = (*names, *packages, *(LOOKUPS if has_lookups else ()))
    return FolderView(
        package=Code(layout.package),
        docstring=docstring(
            (f"The {room} in `{path}`, each loaded when it is first asked for.",)
        ),
        imports=imports_view(imports, layout.package),
        packages=from_lines(Import(".", name, name) for name in packages),
        exports=tuple(map(string_literal, exported(exports))),
        also=json_literal(also) if also else Code(""),
        has_lookups=has_lookups,
    )


def _class_in(room: str, place: Place) -> PythonName:
    return protocol_name(place) if room == "operations" else place.class_name
