"""The files of a package that no single type decides: its catalogue and its lazy packages.

They change when a type or an operation is added or taken away, or a type gets another base, and at
no other time, so they name no pages.
"""

from collections.abc import Iterator

from docgen.python.docstrings import docstring
from docgen.python.family import Family
from docgen.python.folders import bases, folder_views
from docgen.python.imports import imports_view
from docgen.python.layout import Layout, Place
from docgen.python.literals import Code, string_literal
from docgen.python.names import PythonName
from docgen.python.operations import protocol_name
from docgen.python.views import (
    BaseView,
    CatalogueView,
    EntryView,
    FileView,
    FolderView,
    View,
)


def package_files(
    layout: Layout, members: Family, operated: frozenset[Place]
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
    layout: Layout, members: Family, operated: frozenset[Place]
) -> CatalogueView:
    places = sorted(layout.places.values(), key=lambda place: place.type)
    return CatalogueView(
        package=Code(layout.package),
        imports=imports_view(bases(layout), layout.package, "    "),
        docstring=docstring((f"Typed Python for `{layout.root_namespace}`.",)),
        models=tuple(_entry(place, place.class_name) for place in places),
        operations=tuple(
            _entry(place, protocol_name(place)) for place in places if place in operated
        ),
        bases=tuple(_bases(members)),
    )


def _entry(place: Place, name: PythonName) -> EntryView:
    return EntryView(
        type=string_literal(place.type), where=string_literal(f"{place.dotted}.{name}")
    )


def _bases(members: Family) -> Iterator[BaseView]:
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
