"""Packages of models or operations: what each of them has, for its lazy `__init__`."""

from collections.abc import Iterable
from typing import Literal

from docgen.python.docstrings import docstring
from docgen.python.imports import Import, exported, from_lines, imports_view
from docgen.python.layout import Layout, Place
from docgen.python.literals import Code, string_literal
from docgen.python.operations import protocol_name
from docgen.python.views import FolderView

LOOKUPS = ("lookup", "lookup_enum")
LOOKED_UP = (("_codec", "Model"), ("_enums", "OpenEnum"))


def all_folders(places: Iterable[Place]) -> list[tuple[str, ...]]:
    """Give every folder with a type in it or below it, and the one above all."""
    inner = {p.folders[:depth] for p in places for depth in range(len(p.folders) + 1)}
    return sorted(inner | {()})


def folder_view(
    room: Literal["models", "operations"],
    folders: tuple[str, ...],
    places: Iterable[Place],
    layout: Layout,
) -> FolderView:
    """Make the view of a package; one without folders is the room's own."""
    here = [place for place in places if place.folders == folders]
    package = f"{layout.package}.{room}"
    path = ".".join((package, *folders))
    has_lookups = room == "models" and not folders
    names = {
        p: protocol_name(p) if room == "operations" else p.class_name for p in here
    }
    imports = {Import(f"{package}.{p.dotted}", n, n) for p, n in names.items()}
    if has_lookups:
        imports |= {Import(f"{layout.package}.{m}", name) for m, name in LOOKED_UP}
    packages = _packages(places, folders)
    exports = (*names.values(), *packages, *(LOOKUPS if has_lookups else ()))
    return FolderView(
        package=Code(layout.package),
        docstring=docstring(
            (f"The {room} in `{path}`, each loaded when it is first asked for.",)
        ),
        imports=imports_view(imports, layout.package),
        packages=from_lines(Import(".", name, name) for name in packages),
        exports=tuple(map(string_literal, exported(exports))),
        has_lookups=has_lookups,
    )


def _packages(places: Iterable[Place], folders: tuple[str, ...]) -> set[str]:
    """Name the folders right below a folder."""
    depth = len(folders)
    below = (p.folders for p in places if p.folders[:depth] == folders)
    return {found[depth] for found in below if len(found) > depth}
