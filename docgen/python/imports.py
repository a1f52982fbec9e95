"""Import lines, sorted as isort and ruff sort them."""

import re
from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from docgen.python.literals import MARGIN, Code


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


class ImportsView(Struct, frozen=True, kw_only=True):
    """Import lines in two groups with a blank line between them: the library's, the package's."""

    library: tuple[Code, ...]
    package: tuple[Code, ...]
    is_any: bool
    is_both: bool


def imports_view(
    imports: Iterable[Import], package: str, indent: str = ""
) -> ImportsView:
    """Write the import lines for a set of imports that stands in a block indented by `indent`."""
    own: set[Import] = set()
    library: set[Import] = set()
    top = package.partition(".")[0]
    for item in imports:
        (own if item.module.partition(".")[0] == top else library).add(item)
    return ImportsView(
        library=_lines(library, indent),
        package=_lines(own, indent),
        is_any=bool(own or library),
        is_both=bool(own and library),
    )


class ModuleImports(Struct, frozen=True, kw_only=True):
    """What a module imports: when it runs, for checkers alone, and in its stub."""

    at_run_time: ImportsView
    for_checkers: ImportsView
    in_stub: ImportsView


def module_imports(
    annotated: frozenset[Import], always: frozenset[Import], package: str
) -> ModuleImports:
    """Write the import lines of a module whose annotations need `annotated`."""
    for_checkers = annotated - {ANY} - always
    at_run_time = always | (annotated & {ANY})
    if for_checkers:
        at_run_time |= {TYPE_CHECKING}
    return ModuleImports(
        at_run_time=imports_view(at_run_time, package),
        for_checkers=imports_view(for_checkers, package, "    "),
        in_stub=imports_view((annotated | always) - {FIELD}, package),
    )


def _lines(imports: set[Import], indent: str) -> tuple[Code, ...]:
    modules = [i for i in imports if not i.name]
    named = [i for i in imports if i.name]
    return (
        *map(_module_line, sorted(modules, key=_order)),
        *_from_lines(named, indent),
    )


def _module_line(item: Import) -> Code:
    return Code(f"import {item.module}" + (item.alias and f" as {item.alias}"))


def _from_lines(named: list[Import], indent: str) -> Iterable[Code]:
    plain: dict[str, set[str]] = defaultdict(set)
    for item in named:
        plain[item.module].update([] if item.alias else [item.name])
    for module in sorted(plain, key=_natural):
        if plain[module]:
            yield _from_line(module, sorted(plain[module], key=_by_kind), indent)
        for item in sorted(i for i in named if i.module == module and i.alias):
            yield _from_line(module, [f"{item.name} as {item.alias}"], indent)


def _from_line(module: str, names: list[str], indent: str) -> Code:
    """Write one line, or one a name if that is too long."""
    line = f"from {module} import {', '.join(names)}"
    if len(indent) + len(line) <= MARGIN:
        return Code(line)
    items = "".join(f"{indent}    {name},\n" for name in names)
    return Code(f"from {module} import (\n{items}{indent})")


def _order(item: Import) -> list[tuple[int, int]]:
    return _natural(item.module)


def _natural(text: str) -> list[tuple[int, int]]:
    """Order `v2` before `v10`."""
    return [
        (ord("0"), int(run)) if run.isdecimal() else (ord(run), 0)
        for run in re.findall(r"[0-9]+|[^0-9]", text.lower())
    ]


def _by_kind(name: str) -> tuple[int, list[tuple[int, int]], str]:
    """Order constants before classes before functions."""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[0].isupper() else 2
    return kind, _natural(name), name
