"""The import lines of a stub, with those that its hand-written code needs."""

import ast
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from docgen.pycode.source_lines import LINE_LENGTH

_BASE_MODULES = frozenset({"_codec", "_model"})
"""Modules with the base class of the models of a flavour."""
_PACKAGE_NAMES = {"JsonValue": "_json", "JsonError": "_json"}
"""Name that a generated package exports → its module."""


class Binding(Struct, frozen=True, kw_only=True, order=True):
    """What an imported name means; without a `name`, the module itself."""

    module: str
    name: str = ""
    alias: str = ""


def bindings(module: ast.Module) -> dict[str, Binding]:
    """Return what a module imports, by name, also below `if` and `try`.

    `from boats import *` has the name `* boats`, and `import boats.sails`, which binds `boats`, the
    name `boats.sails`.
    """
    return dict(_bindings(module.body))


def root_name(name: str) -> str:
    """Return the name in a module that the import with this name in `bindings` binds."""
    return name.partition(".")[0]


def _bindings(body: Iterable[ast.stmt]) -> Iterator[tuple[str, Binding]]:
    for node in body:
        if isinstance(node, ast.If):
            yield from _bindings([*node.orelse, *node.body])
        elif isinstance(node, ast.Try):
            others = [one for handler in node.handlers for one in handler.body]
            yield from _bindings([*others, *node.orelse, *node.body])
        elif isinstance(node, ast.Import):
            for one in node.names:
                alias = one.asname or ""
                yield alias or one.name, Binding(module=one.name, alias=alias)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            if module == "__future__":
                continue
            for one in node.names:
                name, alias = one.name, one.asname or ""
                bound = f"* {module}" if name == "*" else alias or name
                yield bound, Binding(module=module, name=name, alias=alias)


def package_names(stub: ast.Module) -> dict[str, Binding]:
    """Return the names of the generated package that hand-written code uses without an import.

    Annotations are not evaluated, so that Python does not notice that the import is missing.
    """
    modules = (one.module.rpartition(".") for one in bindings(stub).values())
    packages = {package for package, _, last in modules if last in _BASE_MODULES}
    return {
        name: Binding(module=f"{package}.{module}", name=name)
        for package in sorted(packages)[:1]
        for name, module in _PACKAGE_NAMES.items()
    }


def with_imports(
    stub: str, tree: ast.Module, body: str, added: Mapping[str, Binding]
) -> str:
    """Return a stub with other definitions, and with more imports.

    Without added imports, the import lines and what is above them keep their bytes.
    """
    imports = [n for n in tree.body if isinstance(n, ast.Import | ast.ImportFrom)]
    lines = stub.split("\n")
    end = max((node.end_lineno or 0 for node in imports), default=0)
    head = "\n".join(lines[:end])
    if added:
        present = [*dict(_bindings(imports)).values()]
        head = _import_lines([*present, *added.values()], _package(present))
    parts = [part for part in (head, body) if part]
    return "\n\n".join(parts) + "\n"


def _package(present: Iterable[Binding]) -> str:
    """Return the name of the generated package, which every stub imports from."""
    modules = [one.module.partition(".")[0] for one in present]
    others = [
        m for m in modules if m not in sys.stdlib_module_names and m != "pydantic"
    ]
    return others[-1] if others else ""


def _import_lines(found: Iterable[Binding], package: str) -> str:
    """Return import statements, sorted as isort and ruff sort them."""
    sections: defaultdict[int, list[Binding]] = defaultdict(list)
    for one in sorted({*found}):
        sections[_section(one.module, package)].append(one)
    return "\n\n".join(
        "\n".join(_section_lines(sections[number])) for number in sorted(sections)
    )


def _section(module: str, package: str) -> int:
    first = module.partition(".")[0]
    if not first:
        return 3
    if first == package:
        return 2
    return 0 if first in sys.stdlib_module_names else 1


def _section_lines(found: list[Binding]) -> Iterator[str]:
    for one in found:
        if not one.name:
            yield f"import {one.module}" + (one.alias and f" as {one.alias}")
    by_module: defaultdict[str, list[Binding]] = defaultdict(list)
    for one in found:
        if one.name:
            by_module[one.module].append(one)
    for module in sorted(by_module, key=str.lower):
        names = sorted((o for o in by_module[module]), key=lambda o: _rank(o.name))
        plain = [one.name for one in names if not one.alias]
        if "*" in plain:
            plain.remove("*")
            yield f"from {module} import *"
        if plain:
            yield _from_line(module, plain)
        for one in names:
            if one.alias:
                yield f"from {module} import {one.name} as {one.alias}"


def _from_line(module: str, names: list[str]) -> str:
    line = f"from {module} import {', '.join(names)}"
    if len(line) <= LINE_LENGTH:
        return line
    items = "".join(f"    {name},\n" for name in names)
    return f"from {module} import (\n{items})"


def _rank(name: str) -> tuple[int, str, str]:
    """Return the sort key of linters: constants, then classes, then other names."""
    if name.isupper() and len(name) > 1:
        return 0, name.lower(), name
    return (1 if name[:1].isupper() else 2), name.lower(), name
