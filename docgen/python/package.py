"""The files of a package that no single type decides: its catalogue and its lazy packages.

They change when a type or an operation is added or taken away, and at no other time, so they name
no pages.
"""

from collections.abc import Iterable, Iterator

from docgen.python.docstrings import docstring
from docgen.python.imports import Import, imports_view
from docgen.python.layout import Layout, Place
from docgen.python.literals import Code, string_literal
from docgen.python.names import PythonName
from docgen.python.operations import protocol_name
from docgen.python.views import CatalogueView, EntryView, FileView, FolderView, View

STATIC = {
    "_codec.py": "codec.py",
    "_lazy.py": "lazy.py",
    "py.typed": "py.typed",
    "__init__.py": "package.py",
    "__init__.pyi": "package.pyi",
}
"""Files that are the same for every schema, and their templates."""

CODEC_NAMES = ("FlagsEnum", "JsonError", "JsonValue", "Model", "OpenEnum", "wire_names")
"""What the package itself gives, beside its `models` and `operations`."""

LOOKUPS = ("lookup", "lookup_enum")


def package_files(layout: Layout, operated: frozenset[Place]) -> Iterator[FileView]:
    """Make the views of all shared files; `operated` are the types that have operations."""
    folder = layout.package.replace(".", "/")
    catalogue = _catalogue(layout, operated)
    yield _shared(f"{folder}/_catalogue.py", "catalogue.py", catalogue)
    for name, template in STATIC.items():
        yield _shared(f"{folder}/{name}", template, catalogue)
    yield _shared("tests/conftest.py", "conftest.py", catalogue)
    places = frozenset(layout.places.values())
    for folders in _all_folders(places):
        models = _folder("models", folders, places, layout)
        yield from _lazy_package(f"{folder}/models", folders, models)
        if folders:
            tests = "/".join(("tests", *folders, "__init__.py"))
            yield _shared(tests, "tests_package.py", models)
    for folders in _all_folders(operated):
        operations = _folder("operations", folders, operated, layout)
        yield from _lazy_package(f"{folder}/operations", folders, operations)


def _shared(path: str, template: str, view: View) -> FileView:
    return FileView(path=path, template=template, view=view, pages=())


def _catalogue(layout: Layout, operated: frozenset[Place]) -> CatalogueView:
    places = sorted(layout.places.values(), key=lambda place: place.type)
    return CatalogueView(
        package=Code(layout.package),
        docstring=docstring((f"Typed Python for `{layout.root_namespace}`.",)),
        models=tuple(_entry(place, place.class_name) for place in places),
        operations=tuple(
            _entry(place, protocol_name(place)) for place in places if place in operated
        ),
    )


def _entry(place: Place, name: PythonName) -> EntryView:
    return EntryView(
        type=string_literal(place.type), where=string_literal(f"{place.dotted}.{name}")
    )


def _all_folders(places: Iterable[Place]) -> list[tuple[str, ...]]:
    """Give every folder with a type in it or below it, and the one above all."""
    inner = {p.folders[:depth] for p in places for depth in range(len(p.folders) + 1)}
    return sorted(inner | {()})


def _lazy_package(
    room: str, folders: tuple[str, ...], view: FolderView
) -> Iterator[FileView]:
    path = "/".join((room, *folders))
    yield _shared(f"{path}/__init__.py", "folder.py", view)
    yield _shared(f"{path}/__init__.pyi", "folder.pyi", view)


def _folder(
    room: str, folders: tuple[str, ...], places: Iterable[Place], layout: Layout
) -> FolderView:
    here = [place for place in places if place.folders == folders]
    package = f"{layout.package}.{room}"
    has_lookups = room == "models" and not folders
    names = {
        p: protocol_name(p) if room == "operations" else p.class_name for p in here
    }
    imports = {Import(f"{package}.{p.dotted}", n, n) for p, n in names.items()}
    if has_lookups:
        imports |= {
            Import(f"{layout.package}._codec", n) for n in ("Model", "OpenEnum")
        }
    depth = len(folders)
    packages = {
        place.folders[depth]
        for place in places
        if len(place.folders) > depth and place.folders[:depth] == folders
    }
    exports = (*names.values(), *packages, *(LOOKUPS if has_lookups else ()))
    return FolderView(
        package=Code(layout.package),
        docstring=docstring((_sentence(room, folders, layout),)),
        imports=imports_view(imports, layout.package),
        packages=tuple(PythonName(name) for name in sorted(packages)),
        exports=tuple(string_literal(name) for name in sorted(exports)),
        has_lookups=has_lookups,
    )


def _sentence(room: str, folders: tuple[str, ...], layout: Layout) -> str:
    namespace = ".".join((layout.root_namespace, *folders))
    return f"The {room} of `{namespace}`, each loaded when it is first asked for."
