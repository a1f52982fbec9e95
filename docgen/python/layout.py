"""The module and the class of each type in the generated package.

No two modules share a file, none differ only in case (file names are lower case), and no path is
longer than `LONGEST_PATH` characters. A name that is too long is cut and gets a digest of the
whole name. The root namespace has no folder; any other has one for each of its parts, or a single
one with a digest if that path is too long.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from docgen.python.flavours import DATACLASSES, Flavour
from docgen.python.imports import Import
from docgen.python.names import (
    CLASS_NAMES,
    PythonName,
    Style,
    camel_case,
    module_name,
    suffixed,
    unique_names,
)
from docgen.schema.model import EnumType, QualifiedName, Schema
from docgen.schema.names import split


class ModuleLocation(Struct, frozen=True, array_like=True, kw_only=True):
    """Where a type lives: folders below `models`, a module in them, a class in that.

    `gives_way_to` is the package whose name the module would have.
    """

    type: QualifiedName
    folders: tuple[str, ...]
    module: PythonName
    class_name: PythonName
    gives_way_to: PythonName | None = None

    @property
    def test(self) -> str:
        """The path of the type's tests, from the output folder.

        Folders of tests are no packages: one called `json` would hide the library's, one called
        `tests` a project's own. So pytest knows a module by its file name alone, and the name
        says the folders too; two lines part them, for a name has never more than one. The line
        at the end of a module's name is left out: what people write into the tests of a type stays
        where it is when a namespace comes that is called like it.
        """
        made = PythonName("__".join((*self.folders, self.module.rstrip("_"))))
        room = LONGEST_PATH - len("/".join(("tests", *self.folders, "test_.py")))
        cut = made if len(made) <= room else suffixed(made, self.type, room)
        return "/".join(("tests", *self.folders, f"test_{cut}.py"))

    @property
    def dotted(self) -> str:
        """The module's path below `models`, with dots."""
        return ".".join((*self.folders, self.module))

    @property
    def file(self) -> str:
        """The module's path below `models`, with slashes and no ending."""
        return "/".join((*self.folders, self.module))


class Layout(Struct, frozen=True, kw_only=True):
    """The places of all types, by qualified name, and the namespace that has no folder.

    `flavour` is the kind of Python that stands there, `enums` are the types that are one.
    """

    package: str
    flavour: Flavour
    root_namespace: str
    places: Mapping[QualifiedName, ModuleLocation]
    enums: frozenset[QualifiedName]
    by_class: Mapping[tuple[tuple[str, ...], str], ModuleLocation]

    def imported(self, item: Import) -> Import:
        """Return an import of the flavour; a module with a leading dot is in the package."""
        if not item.module.startswith("."):
            return item
        return replace(item, module=f"{self.package}{item.module}".rstrip("."))

    def visible(self, name: str, folders: tuple[str, ...]) -> ModuleLocation | None:
        """Return the class that `name` means in a folder, looked up there and then outward.

        The generated code looks names up by the same rule.
        """
        inward = (folders[:depth] for depth in range(len(folders), -1, -1))
        return next(filter(None, (self.by_class.get((f, name)) for f in inward)), None)


def layout_of(
    schema: Schema,
    package: str,
    root_namespace: str,
    flavour: Flavour = DATACLASSES,
    known: Iterable[ModuleLocation] | None = None,
) -> Layout:
    """Return the module of every type of the schema, unless it is known."""
    places = tuple(known or _all_places(schema, package, root_namespace))
    return Layout(
        package=package,
        flavour=flavour,
        root_namespace=root_namespace,
        places={place.type: place for place in places},
        enums=frozenset(t.name for t in schema.types if isinstance(t, EnumType)),
        by_class={(place.folders, place.class_name): place for place in places},
    )


def _all_places(
    schema: Schema, package: str, root_namespace: str
) -> Iterator[ModuleLocation]:
    by_namespace: dict[str, list[QualifiedName]] = defaultdict(list)
    for type_ in schema.types:
        by_namespace[split(type_.name)[0]].append(type_.name)
    folders = folders_of(by_namespace, package, root_namespace)
    packages = packages_inside(folders.values())
    for namespace, names in by_namespace.items():
        yield from _places(names, folders[namespace], packages, package)


def _places(
    names: Iterable[QualifiedName],
    folders: tuple[str, ...],
    packages: Mapping[tuple[str, ...], set[str]],
    package: str,
) -> Iterable[ModuleLocation]:
    by_short = {split(name)[1]: name for name in names}
    inside = packages.get(folders, set())
    room = room_in(package, folders)
    made_by = partial(_module, inside, room)
    style = Style(made_by=made_by, leads_to=camel_case, length=room)
    modules = unique_names(by_short, style, lambda made, _: made in inside)
    classes = unique_names(by_short, CLASS_NAMES)
    for short, name in by_short.items():
        module, plain = modules[short], module_name(short)
        yield ModuleLocation(
            type=name,
            folders=folders,
            module=module,
            class_name=classes[short],
            gives_way_to=plain if module == f"{plain}_" else None,
        )


def _module(packages: AbstractSet[str], room: int, short: str) -> PythonName:
    """Name a module; one called like a sub-package gets out of its way."""
    made = module_name(short)
    if made in packages:
        made = PythonName(made + "_")
    return made if len(made) <= room else suffixed(made, short, room)


LONGEST_PATH = 100
LONGEST_FOLDER = 40
SHORTEST_MODULE = 29
"""Characters that a path leaves for the name of a module, at least."""


def folders_of(
    namespaces: Iterable[str], package: str, root: str
) -> dict[str, tuple[str, ...]]:
    """Return the folders of each namespace: none for the root, one for each part below it."""
    length = _longest_folder(package)
    style = Style(
        made_by=partial(_folder, package, root, length),
        leads_to=partial(_namespace, root),
        length=length,
    )
    joined = unique_names(namespaces, style)
    return {name: tuple(filter(None, path.split("/"))) for name, path in joined.items()}


def _longest_folder(package: str) -> int:
    """Return the length of a folder that leaves enough for a module in it."""
    return min(LONGEST_FOLDER, room_in(package, ("",)) - SHORTEST_MODULE)


def _folder(package: str, root: str, length: int, namespace: str) -> PythonName:
    below = f"{namespace}.".removeprefix(f"{root}.").rstrip(".")
    if not below:
        return PythonName("")
    parts = [module_name(part) for part in below.split(".")]
    if parts[0] == package.partition(".")[0]:
        parts[0] = PythonName(parts[0] + "_")
    path = "/".join(parts)
    if len(path) <= length:
        return PythonName(path)
    return suffixed(PythonName(path.replace("/", "_")), namespace, length)


def _namespace(root: str, path: PythonName) -> str:
    """Return the namespace below the root that a folder is for, if its name is in camelCase."""
    return ".".join((root, *map(camel_case, path.split("/"))))


def packages_inside(
    folders: Iterable[tuple[str, ...]],
) -> Mapping[tuple[str, ...], set[str]]:
    """Return the packages directly inside each package."""
    packages: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for path in folders:
        for depth, name in enumerate(path):
            packages[path[:depth]].add(name)
    return packages


def room_in(package: str, folders: tuple[str, ...]) -> int:
    """Return the number of characters that a path leaves for a module."""
    inside = "/".join((package, "operations", *folders, ".py"))
    return max(LONGEST_PATH - len(inside), SHORTEST_MODULE)
