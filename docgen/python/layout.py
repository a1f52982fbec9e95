"""The module and the class of each type in the generated package.

Two modules never have the same file name, also where case does not count (file names are lower
case), and no path is longer than `LONGEST_PATH` characters. A name that is too long is cut and gets
a digest of the complete name. The root namespace has no folder; another namespace has a folder for
each of its parts, or a single one with a digest if that path is too long.
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
    uncollected,
    unique_names,
)
from docgen.schema.model import EnumType, QualifiedName, Schema
from docgen.schema.names import split
from docgen.schema.url_matching import base_path

LONGEST_PATH = 100
LONGEST_FOLDER = 40
SHORTEST_MODULE = 29
"""Characters for the name of a module that a path must leave at least."""


class ModuleLocation(Struct, frozen=True, array_like=True, kw_only=True):
    """The location of a type: folders below `models`, a module in them, its class.

    `displaced_by` is the package that has the name which the module would have.
    """

    type: QualifiedName
    folders: tuple[str, ...]
    module: PythonName
    class_name: PythonName
    displaced_by: PythonName | None = None

    @property
    def test(self) -> str:
        """The path of the type's tests, relative to the output folder.

        Folders of tests are not packages: `json` would hide the module of the standard library,
        `tests` the user's own tests. So pytest identifies a test module by its file name, which
        contains the folders, too. Two underscores separate them, because a name never contains
        more than one. A displaced module has its original name here, so that tests do not move when
        a namespace of the same name is added.
        """
        module = (self.displaced_by or self.module).rstrip("_")
        name = PythonName("__".join((*self.folders, module)))
        max_length = LONGEST_PATH - len("/".join(("tests", *self.folders, "test_.py")))
        if len(name) > max_length:
            name = suffixed(name, self.type, max_length)
        return "/".join(("tests", *self.folders, f"test_{name}.py"))

    @property
    def dotted(self) -> str:
        """The module's path below `models`, separated by dots."""
        return ".".join((*self.folders, self.module))

    @property
    def file(self) -> str:
        """The module's path below `models`, separated by slashes, without a suffix."""
        return "/".join((*self.folders, self.module))


class Layout(Struct, frozen=True, kw_only=True):
    """The locations of all types by qualified name, and by folders and class.

    `root_namespace` is the namespace that has no folder, `enums` are the enum types. `base_url` is
    the URL of the service, empty for that of the namespace. Without `has_client`, the package has
    no clients.
    """

    package: str
    flavour: Flavour
    root_namespace: str
    locations: Mapping[QualifiedName, ModuleLocation]
    enums: frozenset[QualifiedName]
    by_class: Mapping[tuple[tuple[str, ...], str], ModuleLocation]
    base_url: str = ""
    has_client: bool = True

    @property
    def base_path(self) -> str:
        """The path of the service between its host and its version."""
        return base_path(self.base_url)

    @property
    def folder(self) -> str:
        """The folder of the package, relative to the output folder."""
        return self.package.replace(".", "/")

    def imported(self, item: Import) -> Import:
        """Return an import of the flavour; a module with a leading dot is in the package."""
        if not item.module.startswith("."):
            return item
        return replace(item, module=f"{self.package}{item.module}".rstrip("."))

    def visible(self, name: str, folders: tuple[str, ...]) -> ModuleLocation | None:
        """Return the class that `name` means in a folder: one there, else in the nearest parent.

        The generated code looks names up by the same rule.
        """
        parents = (folders[:depth] for depth in range(len(folders), -1, -1))
        return next(filter(None, (self.by_class.get((f, name)) for f in parents)), None)


def layout_of(
    schema: Schema,
    package: str,
    root_namespace: str,
    flavour: Flavour = DATACLASSES,
    known: Iterable[ModuleLocation] | None = None,
    base_url: str = "",
    *,
    has_client: bool = True,
) -> Layout:
    """Return the locations of all types of a schema; `known` has them from an earlier build."""
    locations = tuple(known or _locations(schema, package, root_namespace))
    return Layout(
        package=package,
        flavour=flavour,
        root_namespace=root_namespace,
        locations={one.type: one for one in locations},
        enums=frozenset(t.name for t in schema.types if isinstance(t, EnumType)),
        by_class={(one.folders, one.class_name): one for one in locations},
        base_url=base_url,
        has_client=has_client,
    )


def _locations(
    schema: Schema, package: str, root_namespace: str
) -> Iterator[ModuleLocation]:
    by_namespace: dict[str, list[QualifiedName]] = defaultdict(list)
    for type_ in schema.types:
        by_namespace[split(type_.name)[0]].append(type_.name)
    folders = folders_of(by_namespace, package, root_namespace)
    packages = packages_inside(folders.values())
    for namespace, names in by_namespace.items():
        inside = packages.get(folders[namespace], set())
        yield from _locations_in(folders[namespace], names, inside, package)


def _locations_in(
    folders: tuple[str, ...],
    names: Iterable[QualifiedName],
    packages: AbstractSet[str],
    package: str,
) -> Iterator[ModuleLocation]:
    """Yield the locations of the types of a namespace; `packages` are those in its folder."""
    by_short = {split(name)[1]: name for name in names}
    max_length = max_module_length(package, folders)
    style = Style(
        convert=partial(_module, packages, max_length),
        invert=camel_case,
        max_length=max_length,
        finish=uncollected,
    )
    modules = unique_names(by_short, style, lambda name, _: name in packages)
    classes = unique_names(by_short, CLASS_NAMES)
    for short, name in by_short.items():
        module, preferred = modules[short], module_name(short)
        yield ModuleLocation(
            type=name,
            folders=folders,
            module=module,
            class_name=classes[short],
            displaced_by=preferred if module == _displaced(preferred) else None,
        )


def _module(packages: AbstractSet[str], max_length: int, short: str) -> PythonName:
    """Return the name of a module, different from those of the packages in its folder."""
    name = module_name(short)
    if name in packages:
        name = _displaced(name)
    return name if len(name) <= max_length else suffixed(name, short, max_length)


def _displaced(module: PythonName) -> PythonName:
    """Return another name for a module; pytest would take `test_` for tests."""
    return PythonName("testtype" if module == "test" else f"{module}_")


def max_module_length(package: str, folders: tuple[str, ...]) -> int:
    """Return the number of characters that a path leaves for the name of a module."""
    inside = "/".join((package, "operations", *folders, ".py"))
    return max(LONGEST_PATH - len(inside), SHORTEST_MODULE)


def folders_of(
    namespaces: Iterable[str], package: str, root: str
) -> dict[str, tuple[str, ...]]:
    """Return the folders of each namespace: none for the root, one for each part below it."""
    longest = max_module_length(package, ("",)) - SHORTEST_MODULE
    max_length = min(LONGEST_FOLDER, longest)
    style = Style(
        convert=partial(_folder, package, root, max_length),
        invert=partial(_namespace, root),
        max_length=max_length,
    )
    paths = unique_names(namespaces, style)
    return {name: tuple(filter(None, path.split("/"))) for name, path in paths.items()}


def _folder(package: str, root: str, max_length: int, namespace: str) -> PythonName:
    below = f"{namespace}.".removeprefix(f"{root}.").rstrip(".")
    if not below:
        return PythonName("")
    parts = [module_name(part) for part in below.split(".")]
    if parts[0] == package.partition(".")[0]:
        parts[0] = PythonName(parts[0] + "_")
    path = "/".join(parts)
    if len(path) <= max_length:
        return PythonName(path)
    return suffixed(PythonName(path.replace("/", "_")), namespace, max_length)


def _namespace(root: str, path: PythonName) -> str:
    """Return the namespace of a folder, provided its parts are in camelCase."""
    return ".".join((root, *map(camel_case, path.split("/"))))


def packages_inside(
    folders: Iterable[tuple[str, ...]],
) -> Mapping[tuple[str, ...], set[str]]:
    """Return the names of the packages directly inside each package."""
    packages: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for path in folders:
        for depth, name in enumerate(path):
            packages[path[:depth]].add(name)
    return packages
