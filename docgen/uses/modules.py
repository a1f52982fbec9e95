"""The modules of a code base, by the names under which its files import each other."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Mapping

from docgen.uses.scopes import ModuleScopes, NameScope, scopes_of
from docgen.uses.source_files import SourceFile


class CodeBase:
    """The scopes of the files of a code base.

    A file is found under each end of its path: `src/shop/orders.py` is `shop.orders`, and
    `orders`, provided that no other file is. So no import path must be known.
    """

    def __init__(self, files: Iterable[SourceFile]) -> None:
        self._files: dict[str, ModuleScopes] = {}
        self._packages: set[str] = set()
        ends: Mapping[str, list[ModuleScopes]] = defaultdict(list)
        for file in files:
            if file.tree is None:
                continue
            parts, is_package = _module_parts(file.path)
            try:
                found = scopes_of(file.tree, ".".join(parts), is_package=is_package)
            except RecursionError:
                continue
            self._files[file.path] = found
            for start in range(len(parts)):
                ends[".".join(parts[start:])].append(found)
                self._packages.update(
                    ".".join(parts[start:end]) for end in range(start + 1, len(parts))
                )
        self._by_name = {
            name: found[0] for name, found in ends.items() if len(found) == 1
        }
        self._inner: dict[ast.AST, NameScope] = {}
        for one in self._files.values():
            self._inner |= one.inner

    def of_file(self, path: str) -> ModuleScopes | None:
        """Return the scopes of a file; None if it was not parsed, or is nested too deeply."""
        return self._files.get(path)

    def module(self, name: str) -> ModuleScopes | None:
        """Return the scopes of a module, if exactly one file can have its name."""
        return self._by_name.get(name)

    def is_module(self, name: str) -> bool:
        """Return whether a name is that of a module or of a folder with modules."""
        return name in self._by_name or name in self._packages

    def scope(self, node: ast.AST, outer: NameScope) -> NameScope:
        """Return the scope of a node, or the one around it if it has none."""
        return self._inner.get(node, outer)


def _module_parts(path: str) -> tuple[list[str], bool]:
    """Return the parts of the name of a module, and whether it is a package."""
    parts = [part for part in path.split("/") if part not in {"", "."}]
    parts[-1] = parts[-1].removesuffix(".py")
    is_package = parts[-1] == "__init__"
    return (parts[:-1] if is_package else parts), is_package
