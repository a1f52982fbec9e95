"""Which folders each namespace has: namespaces in, paths below `models` out.

The root namespace has none, what lies in it one a part. A path that is too long is one folder, cut
and with a digest of the whole namespace.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import partial

from docgen.python.apart import Style, told_apart
from docgen.python.names import PythonName, camel_case, module_name, suffixed

LONGEST_PATH = 100
LONGEST_FOLDER = 40
SHORTEST_MODULE = 29
"""Characters that a path leaves for the name of a module, at least."""


def folders_of(
    namespaces: Iterable[str], package: str, root: str
) -> dict[str, tuple[str, ...]]:
    """Give each namespace its folders: none for the root, one a part for what lies in it."""
    length = _longest_folder(package)
    style = Style(
        made_by=partial(_folder, package, root, length),
        leads_to=partial(_namespace, root),
        length=length,
    )
    joined = told_apart(namespaces, style)
    return {name: tuple(filter(None, path.split("/"))) for name, path in joined.items()}


def _longest_folder(package: str) -> int:
    """Give the characters of a folder that leave enough for a module in it."""
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
    """Give the namespace in the root that a folder is of, if its name is in humps."""
    return ".".join((root, *map(camel_case, path.split("/"))))


def packages_inside(
    folders: Iterable[tuple[str, ...]],
) -> Mapping[tuple[str, ...], set[str]]:
    """Give the packages that lie right inside of each."""
    packages: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for path in folders:
        for depth, name in enumerate(path):
            packages[path[:depth]].add(name)
    return packages


def room_in(package: str, folders: tuple[str, ...]) -> int:
    """Give the characters that a path leaves for a module."""
    inside = "/".join((package, "operations", *folders, ".py"))
    return max(LONGEST_PATH - len(inside), SHORTEST_MODULE)
