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
PROTOCOL = Import("typing", "Protocol")
TYPE_CHECKING = Import("typing", "TYPE_CHECKING")
TYPED_DICT = Import("typing", "TypedDict")


OTHERS = frozenset({"pydantic"})
"""Packages that are neither Python's nor written by docgen."""


class ImportsView(Struct, frozen=True, kw_only=True):
    """Import lines in two groups with a blank line between them: the library's, the package's.

    Others' stand behind the library's, parted by an empty line.
    """

    library: tuple[PythonCode, ...]
    package: tuple[PythonCode, ...]
    is_any: bool
    is_both: bool


def imports_view(
    imports: Iterable[Import], package: str, indent: str = ""
) -> ImportsView:
    """Write the import lines for a set of imports that stands in a block indented by `indent`."""
    own: set[Import] = set()
    library: set[Import] = set()
    others: set[Import] = set()
    groups = {package.partition(".")[0]: own, **dict.fromkeys(OTHERS, others)}
    for item in imports:
        groups.get(item.module.partition(".")[0], library).add(item)
    between = (PythonCode(""),) if library and others else ()
    return ImportsView(
        library=(*_lines(library, indent), *between, *_lines(others, indent)),
        package=_lines(own, indent),
        is_any=bool(own or library or others),
        is_both=bool(own and (library or others)),
    )


class ModuleImports(Struct, frozen=True, kw_only=True):
    """What a module imports: when it runs, for checkers alone, and in its stub."""

    at_run_time: ImportsView
    for_checkers: ImportsView
    in_stub: ImportsView


def module_imports(
    annotated: frozenset[Import],
    always: frozenset[Import],
    in_body: frozenset[Import],
    package: str,
) -> ModuleImports:
    """Write the import lines of a module whose annotations need `annotated`.

    `in_body` is what its stub does without.
    """
    for_checkers = annotated - {ANY} - always
    at_run_time = always | in_body | (annotated & {ANY})
    if for_checkers:
        at_run_time |= {TYPE_CHECKING}
    return ModuleImports(
        at_run_time=imports_view(at_run_time, package),
        for_checkers=imports_view(for_checkers, package, "    "),
        in_stub=imports_view(annotated | always, package),
    )


def from_lines(imports: Iterable[Import], indent: str = "") -> tuple[PythonCode, ...]:
    """Write the lines that import names, one a module, and one for each name with an alias."""
    return tuple(_from_lines(list(imports), indent))


def _lines(imports: set[Import], indent: str) -> tuple[PythonCode, ...]:
    modules = [i for i in imports if not i.name]
    named = [i for i in imports if i.name]
    return (
        *map(_module_line, sorted(modules, key=_by_module)),
        *from_lines(named, indent),
    )


def _module_line(item: Import) -> PythonCode:
    return PythonCode(f"import {item.module}" + (item.alias and f" as {item.alias}"))


def _from_lines(named: list[Import], indent: str) -> Iterable[PythonCode]:
    modules: dict[str, list[Import]] = defaultdict(list)
    for item in sorted(named, key=_by_kind):
        modules[item.module].append(item)
    for module in sorted(modules, key=lambda module: _natural(module.lower())):
        plain = [item.name for item in modules[module] if not item.alias]
        if plain:
            yield _from_line(module, plain, indent)
        for item in modules[module]:
            if item.alias:
                yield _from_line(module, [f"{item.name} as {item.alias}"], indent)


def _from_line(module: str, names: list[str], indent: str) -> PythonCode:
    """Write one line, or one a name if that is too long."""
    line = f"from {module} import {', '.join(names)}"
    if len(indent) + len(line) <= MARGIN:
        return PythonCode(line)
    items = "".join(f"{indent}    {name},\n" for name in names)
    return PythonCode(f"from {module} import (\n{items}{indent})")


def exported(names: Iterable[str]) -> list[str]:
    """Sort names as `__all__` has them: constants, classes, and then functions and packages."""
    return sorted(names, key=lambda name: (_kind(name), _natural(name)))


Natural: TypeAlias = tuple[tuple[int, int, str], ...]
"""A key to sort by."""


def _by_module(item: Import) -> Natural:
    return _natural(item.module.lower())


def _by_kind(item: Import) -> tuple[int, Natural, Import]:
    return _kind(item.name), _natural(item.name.lower()), item


def _kind(name: str) -> int:
    """Order constants before classes before functions."""
    is_constant = name.isupper() and len(name) > 1
    return 0 if is_constant else 1 if name[0].isupper() else 2


@lru_cache(maxsize=8_192)
def _natural(text: str) -> Natural:
    """Order `v2` before `v10`."""
    return tuple(map(_run, re.findall(r"[0-9]+|[^0-9]", text)))


def _run(run: str) -> tuple[int, int, str]:
    """Order a run of digits: one that begins with a zero is read as a fraction."""
    if not run.isdecimal():
        return ord(run), 0, ""
    return (ord("0"), 0, run) if run[0] == "0" else (ord("0"), int(run), "")
