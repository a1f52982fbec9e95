"""Import lines, sorted as isort and ruff sort them."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct

from docgen.python.literals import MARGIN, PythonCode


class Import(Struct, frozen=True, order=True):
    """One imported name. Without a `name` the module itself is imported."""

    module: str
    name: str = ""
    alias: str = ""


ANY = Import("typing", "Any")
DATACLASS = Import("dataclasses", "dataclass")
FIELD = Import("dataclasses", "field")
OVERLOAD = Import("typing", "overload")
PROTOCOL = Import("typing", "Protocol")
TYPE_CHECKING = Import("typing", "TYPE_CHECKING")
TYPED_DICT = Import("typing", "TypedDict")

THIRD_PARTY = frozenset({"pydantic", "pytest"})
"""Packages that are neither in the standard library nor generated."""


class ImportsView(Struct, frozen=True, kw_only=True):
    """The import lines of a module or block, in two groups with a blank line between them.

    `library` imports from the standard library and, after an empty line, from third-party packages;
    `package` from the generated package. `is_any` means that there are any lines, `is_both` that
    there are both groups.
    """

    library: tuple[PythonCode, ...]
    package: tuple[PythonCode, ...]
    is_any: bool
    is_both: bool


def imports_view(
    imports: Iterable[Import], package: str, indent: str = ""
) -> ImportsView:
    """Return the import lines of a set of imports, in a block that is indented by `indent`."""
    generated: set[Import] = set()
    library: set[Import] = set()
    third_party: set[Import] = set()
    groups = {
        package.partition(".")[0]: generated,
        **dict.fromkeys(THIRD_PARTY, third_party),
    }
    for item in imports:
        groups.get(item.module.partition(".")[0], library).add(item)
    separator = (PythonCode(""),) if library and third_party else ()
    return ImportsView(
        library=(*_lines(library, indent), *separator, *_lines(third_party, indent)),
        package=_lines(generated, indent),
        is_any=bool(generated or library or third_party),
        is_both=bool(generated and (library or third_party)),
    )


class ModuleImports(Struct, frozen=True, kw_only=True):
    """The imports of a module: at run time, for type checkers only, and in its stub."""

    at_run_time: ImportsView
    for_checkers: ImportsView
    in_stub: ImportsView


def module_imports(
    annotated: frozenset[Import],
    always: frozenset[Import],
    package: str,
    in_body: frozenset[Import] = frozenset(),
) -> ModuleImports:
    """Return the import lines of a module.

    `annotated` is needed by annotations, `always` by module and stub, `in_body` by the module only.
    What annotations need from `typing` is imported at run time, with the rest.
    """
    of_typing = frozenset(one for one in annotated if one.module == "typing")
    for_checkers = annotated - of_typing - always
    at_run_time = always | in_body | of_typing
    if for_checkers:
        at_run_time |= {TYPE_CHECKING}
    return ModuleImports(
        at_run_time=imports_view(at_run_time, package),
        for_checkers=imports_view(for_checkers, package, "    "),
        in_stub=imports_view(annotated | always, package),
    )


def from_lines(imports: Iterable[Import], indent: str = "") -> tuple[PythonCode, ...]:
    """Return the lines that import names: one for each module, one for each name with an alias."""
    by_module: dict[str, list[Import]] = defaultdict(list)
    for item in sorted(imports, key=_kind_order):
        by_module[item.module].append(item)
    lines: list[PythonCode] = []
    for module in sorted(by_module, key=lambda module: _natural(module.lower())):
        names = [item.name for item in by_module[module] if not item.alias]
        if names:
            lines.append(_from_line(module, names, indent))
        lines += [
            _from_line(module, [f"{item.name} as {item.alias}"], indent)
            for item in by_module[module]
            if item.alias
        ]
    return tuple(lines)


def _lines(imports: set[Import], indent: str) -> tuple[PythonCode, ...]:
    modules = sorted((i for i in imports if not i.name), key=_module_order)
    names = (i for i in imports if i.name)
    return (*map(_module_line, modules), *from_lines(names, indent))


def _module_line(item: Import) -> PythonCode:
    return PythonCode(f"import {item.module}" + (item.alias and f" as {item.alias}"))


def _from_line(module: str, names: list[str], indent: str) -> PythonCode:
    """Return an import in one line, or with a line for each name if that is too long."""
    line = f"from {module} import {', '.join(names)}"
    if len(indent) + len(line) <= MARGIN:
        return PythonCode(line)
    items = "".join(f"{indent}    {name},\n" for name in names)
    return PythonCode(f"from {module} import (\n{items}{indent})")


def exported(names: Iterable[str]) -> list[str]:
    """Sort names for `__all__`: constants, then classes, then functions and packages."""
    return sorted(names, key=lambda name: (_kind(name), _natural(name)))


Natural: TypeAlias = tuple[tuple[int, int, str], ...]
"""A sort key."""


def _module_order(item: Import) -> Natural:
    return _natural(item.module.lower())


def _kind_order(item: Import) -> tuple[int, Natural, Import]:
    return _kind(item.name), _natural(item.name.lower()), item


def _kind(name: str) -> int:
    """Return 0 for a constant, 1 for a class, 2 for anything else."""
    is_constant = name.isupper() and len(name) > 1
    return 0 if is_constant else 1 if name[0].isupper() else 2


@lru_cache(maxsize=8_192)
def _natural(text: str) -> Natural:
    """Return a sort key that puts `v2` before `v10`."""
    return tuple(map(_part, re.findall(r"[0-9]+|[^0-9]", text)))


def _part(part: str) -> tuple[int, int, str]:
    """Return the sort key of a character or of digits, a fraction if they begin with a zero."""
    if not part.isdecimal():
        return ord(part), 0, ""
    return (ord("0"), 0, part) if part[0] == "0" else (ord("0"), int(part), "")
