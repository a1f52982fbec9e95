"""The import rule: a package imports from the packages left of it and from the bottom ones only."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "docgen"

BOTTOM = {
    *("source", "diagnostics", "render.files", "flavours", "digests", "regex"),
    *("jsontext", "vocabulary", "brands", "pycode", "atomic", "similar_names"),
    "same_types",
    *("natural_order", "sentences"),
}
PAGE_DATA = {"pages.globs", "pages.page_set", "pages.statuses", "pages.tree"}
SCHEMA_DATA = {
    *("schema.http", "schema.model", "schema.names", "schema.type_graph"),
    *("schema.url_paths", "schema.url_pieces", "schema.url_templates"),
    "schema.url_matching",
}
OUTPUT_DATA = {"output.plan", "output.paths", "edits.decision"}

MAY_IMPORT = {
    "source": set[str](),
    "digests": set[str](),
    "atomic": set[str](),
    "flavours": set[str](),
    "vocabulary": {"regex"},
    "brands": set[str](),
    "similar_names": set[str](),
    "same_types": set[str](),
    "regex": set[str](),
    "jsontext": {"source", "regex"},
    "diagnostics": {"source", "regex"},
    "pycode": {"digests", "regex"},
    "pages": BOTTOM,
    "config": BOTTOM | {"pages.globs"},
    "markdown": BOTTOM,
    "schema": BOTTOM,
    "extract": BOTTOM | {"markdown.page", "schema"},
    "resolve": BOTTOM | {"extract", "markdown.page", "schema"},
    "examples": BOTTOM | {"extract", "schema"},
    "export": BOTTOM | {"schema"},
    "python": BOTTOM | SCHEMA_DATA,
    "uses": BOTTOM | SCHEMA_DATA | {"python"},
    "render": BOTTOM | {"python.views"},
    "edits": BOTTOM,
    "output": BOTTOM | {"edits", "pages.history", "pages.page_set", "pages.tree"},
    "natural_order": {"regex"},
    "sentences": {"regex"},
    "house_rules": BOTTOM | {"markdown.page", "extract"},
    "fixes": BOTTOM | {"markdown.decoding", "schema.links"},
    "changes": BOTTOM | {"schema", "python.signatures.method_names"},
    "reporters": BOTTOM
    | {"changes.model", "changes.rules", "schema.model", "schema.names", "fixes.fix"},
    "baseline": BOTTOM | {"schema"},
    "build": BOTTOM
    | PAGE_DATA
    | SCHEMA_DATA
    | OUTPUT_DATA
    | {"config", "python", "render", "output.planning"},
    "pipeline": BOTTOM
    | {"build", "pages", "config", "markdown", "extract", "resolve", "schema"}
    | {"examples", "house_rules"}
    | {"output", "edits.decision", "edits.merge"},
    "commands": BOTTOM
    | {"pipeline", "baseline", "build", "config", "pages", "reporters", "output"}
    | {"schema", "export", "markdown", "python.views", "python.symbols", "uses"}
    | {"edits.decision", "edits.branches", "fixes", "changes"},
    "cli": BOTTOM
    | {"commands", "config", "reporters", "edits.decision", "changes.model"},
}
"""Package → the packages, or the modules of a package, that it may import."""

ONE_PACKAGE = {
    "markdown_it": "markdown",
    "mdit_py_plugins": "markdown",
    "jinja2": "render",
    "black": "render",
    "libcst": "pycode",
    "click": "cli",
    "uvicorn": "commands",
    "watchfiles": "commands",
}
"""Third-party library → the one package that imports it. msgspec is used everywhere."""


def modules() -> dict[str, Path]:
    """Return the file of every module of docgen by its dotted name below `docgen`."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = path
    return found


MODULES = modules()
NAMES = sorted(name for name in MODULES if name and name != "__main__")


class Facts(NamedTuple):
    """What these tests ask about a module."""

    imports: tuple[str, ...]
    untyped_lines: tuple[int, ...]
    mutable_structs: tuple[str, ...]
    public_names: tuple[str, ...]


@cache
def facts(name: str) -> Facts:
    """Return the facts about a module; it is parsed in a test, as every worker collects all."""
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    nodes = [*ast.walk(tree)]
    return Facts(
        tuple(imported(nodes)),
        tuple(untyped(nodes)),
        tuple(mutable(nodes)),
        tuple(defined(tree)),
    )


def imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Yield every name that a module imports, at its top or in a function."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def untyped(nodes: Iterable[ast.AST]) -> Iterator[int]:
    """Yield the lines with `Any` or `cast`."""
    for node in nodes:
        if (isinstance(node, ast.Name) and node.id in {"Any", "cast"}) or (
            isinstance(node, ast.Attribute) and node.attr in {"Any", "cast"}
        ):
            yield node.lineno


def mutable(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Yield the names of structs that are not frozen."""
    for node in nodes:
        if (
            isinstance(node, ast.ClassDef)
            and any(ast.unparse(base).split("[")[0] == "Struct" for base in node.bases)
            and not any(
                keyword.arg == "frozen" and ast.unparse(keyword.value) == "True"
                for keyword in node.keywords
            )
        ):
            yield node.name


def defined(tree: ast.Module) -> Iterator[str]:
    """Yield the public names that a module defines at its top level."""
    for node in tree.body:
        names: list[str] = []
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names = [node.name]
        elif isinstance(node, ast.Assign):
            targets = (inner for target in node.targets for inner in ast.walk(target))
            names = [one.id for one in targets if isinstance(one, ast.Name)]
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names = [node.target.id]
        yield from (name for name in names if len(name) > 1 and name[0] != "_")


def own(name: str) -> str | None:
    """Return the module of docgen that an imported name belongs to."""
    parts = name.split(".")
    if parts[0] != "docgen":
        return None
    while parts and ".".join(parts[1:]) not in MODULES:
        parts.pop()
    return ".".join(parts[1:])


def package(module: str) -> str:
    return module.split(".")[0]


def strangers(name: str) -> set[str]:
    """Return the modules of docgen that a module imports and must not import."""
    allowed = MAY_IMPORT[package(name)]
    targets = {own(target) for target in facts(name).imports} - {None, "", name}
    return {
        target
        for target in targets
        if target
        and package(target) != package(name)
        and package(target) not in allowed
        and not any(target == data or target.startswith(data + ".") for data in allowed)
    }


def test_a_package_imports_only_those_left_of_it() -> None:
    assert {name: found for name in NAMES if (found := strangers(name))} == {}


def test_only_the_command_line_and_what_wraps_the_stages_import_the_pipeline() -> None:
    importers = {
        name
        for name in NAMES
        if "pipeline" in {own(target) for target in facts(name).imports}
    }
    assert {package(name) for name in importers} <= {"commands", "pipeline"}


def test_each_library_has_one_importing_package() -> None:
    importers: dict[str, set[str]] = defaultdict(set)
    for name in NAMES:
        for target in facts(name).imports:
            importers[target.split(".")[0]].add(package(name))
    assert {
        library: packages
        for library, packages in importers.items()
        if library in ONE_PACKAGE and packages != {ONE_PACKAGE[library]}
    } == {}


def test_no_module_imports_itself_by_a_detour() -> None:
    graph = {
        name: {own(target) for target in facts(name).imports} - {None, name}
        for name in NAMES
    }
    while True:
        leaves = {name for name, targets in graph.items() if not targets & set(graph)}
        if not leaves:
            break
        graph = {name: targets for name, targets in graph.items() if name not in leaves}
    assert graph == {}


def test_nothing_is_left_untyped() -> None:
    found = {name: lines for name in NAMES if (lines := facts(name).untyped_lines)}
    assert found == {}
    sources = {name: MODULES[name].read_text(encoding="utf-8") for name in NAMES}
    assert [name for name, source in sources.items() if "type: ignore" in source] == []


def test_every_struct_is_frozen() -> None:
    found = {name: names for name in NAMES if (names := facts(name).mutable_structs)}
    assert found == {}


def test_each_public_name_has_one_meaning() -> None:
    modules_of: dict[str, set[str]] = defaultdict(set)
    for module in NAMES:
        for name in facts(module).public_names:
            modules_of[name].add(module)
    assert {name: found for name, found in modules_of.items() if len(found) > 1} == {}
