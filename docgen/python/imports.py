"""Import lines, sorted as isort and ruff sort them."""

import re
from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from docgen.python.literals import Code


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


def imports_view(imports: Iterable[Import], package: str) -> ImportsView:
    """Write the import lines for a set of imports; lines may be longer than the margin."""
    own: set[Import] = set()
    library: set[Import] = set()
    top = package.partition(".")[0]
    for item in imports:
        (own if item.module.partition(".")[0] == top else library).add(item)
    return ImportsView(
        library=_lines(library),
        package=_lines(own),
        is_any=bool(own or library),
        is_both=bool(own and library),
    )


def _lines(imports: set[Import]) -> tuple[Code, ...]:
    modules = [i for i in imports if not i.name]
    named = [i for i in imports if i.name]
    return (*map(_module_line, sorted(modules, key=_order)), *_from_lines(named))


def _module_line(item: Import) -> Code:
    return Code(f"import {item.module}" + (item.alias and f" as {item.alias}"))


def _from_lines(named: list[Import]) -> Iterable[Code]:
    plain: dict[str, set[str]] = defaultdict(set)
    for item in named:
        plain[item.module].update([] if item.alias else [item.name])
    for module in sorted(plain, key=_natural):
        if plain[module]:
            names = ", ".join(sorted(plain[module], key=_by_kind))
            yield Code(f"from {module} import {names}")
        for item in sorted(i for i in named if i.module == module and i.alias):
            yield Code(f"from {module} import {item.name} as {item.alias}")


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
