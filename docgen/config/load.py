"""From a file to a `Config`, with every key and value looked at.

Raises `ConfigError` at the first thing that can't be meant. What is promised: no output folder
is, holds or lies above anything that is not generated.
"""

import keyword
import os
import sys
from collections.abc import Iterator

from docgen.config.find import checkout_root, docgen_table
from docgen.config.settings import DEFAULTS, Config, ConfigError, Target
from docgen.config.table import Table, nearest
from docgen.diagnostics import Severity
from docgen.diagnostics.codes import BY_NAME
from docgen.flavours import FLAVOURS

_TARGET_KEYS = ("source", "output", "package", "flavour")
_KEYS = (*_TARGET_KEYS, "exclude", "entity_base", "templates", "target", "severity")
_LONGEST_PACKAGE = 30
"""Characters; every path of the output has to fit into 100."""
_TAKEN = frozenset({"pydantic", "pydantic_core", "tests"})
"""Packages that a generated one imports, or that stand beside it."""
_GRADES = (*(severity.value for severity in Severity), "off")


def load(file: str) -> Config:
    """Give the configuration that a `pyproject.toml` holds; `file` is named in errors."""
    values = docgen_table(file)
    if not isinstance(values, dict):
        raise ConfigError(f"{file}: it has no table [tool.docgen]")
    table = Table(file=file, name="tool.docgen", values=values)
    table.refuse_unknown(_KEYS)
    targets = tuple(_targets(table))
    for target in targets:
        _refuse_unsafe(table, target)
    _refuse_shared(table, targets)
    return Config(targets=targets, severities=_severities(table.table("severity")))


def _targets(table: Table) -> Iterator[Target]:
    """Give the targets; what one does not say, the table that holds it says."""
    inner = table.tables("target")
    for one in inner:
        one.refuse_unknown(_TARGET_KEYS)
        whole = Table(
            file=one.file, name=one.name, values={**table.values, **one.values}
        )
        yield _target(whole)
    if not inner:
        yield _target(table)


def _target(table: Table) -> Target:
    folder = os.path.dirname(table.file)
    source = table.texts("source")
    if not source:
        raise table.error('`source` is missing: `source = ["docs"]`')
    return Target(
        source=tuple(_below(folder, path) for path in source),
        output=_below(folder, table.text("output", DEFAULTS["output"])),
        package=_package(table),
        flavour=table.choice("flavour", DEFAULTS["flavour"], FLAVOURS),
        entity_base=_entity_base(table),
        exclude=table.texts("exclude"),
        folder=folder,
        templates=_templates(table, folder),
    )


def _below(folder: str, path: str) -> str:
    return os.path.normpath(os.path.join(folder, path))


def _package(table: Table) -> str:
    """Refuse what can't be imported, or what would stand in the way of another import."""
    name = table.text("package", DEFAULTS["package"])
    if not (name.isidentifier() and name.isascii()) or keyword.iskeyword(name):
        raise table.error(f"`package` must be an identifier, and `{name}` is none")
    if len(name) > _LONGEST_PACKAGE:
        limit = f"{_LONGEST_PACKAGE} characters"
        raise table.error(f"`package` can't be longer than {limit}, and `{name}` is")
    if name in sys.stdlib_module_names or name in _TAKEN:
        raise table.error(f"`package` can't be `{name}`: another package has that name")
    return name


def _entity_base(table: Table) -> str:
    name = table.text("entity_base", DEFAULTS["entity_base"])
    if name and not all(part.isidentifier() for part in name.split(".")):
        raise table.error(f"`entity_base` must be the name of a type, not `{name}`")
    return name


def _templates(table: Table, folder: str) -> tuple[str, ...]:
    if "templates" not in table.values:
        return ()
    path = _below(folder, table.text("templates", ""))
    if not os.path.isdir(path):
        raise table.error(f"`templates` names `{path}`, which is no folder")
    return (path,)


def _refuse_unsafe(table: Table, target: Target) -> None:
    """Refuse an output folder with something in it that docgen does not write."""
    root = checkout_root(target.folder)
    held = [target.folder, *target.source, *target.templates, *([root] if root else [])]
    output = os.path.realpath(target.output)
    for path in held:
        if _is_within(os.path.realpath(path), output):
            raise table.error(
                f"`output` can't be `{target.output}`: `{path}` is it or lies in it"
            )


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(os.path.join(folder, ""))


def _refuse_shared(table: Table, targets: tuple[Target, ...]) -> None:
    """Refuse targets that would take each other's files for stale ones."""
    outputs = [os.path.realpath(target.output) for target in targets]
    for number, target in enumerate(targets):
        output = outputs[number]
        if any(
            _is_within(output, other) or _is_within(other, output)
            for other in outputs[:number]
        ):
            reason = f"`{target.output}` is the output of two targets, or lies in one"
            raise table.error(reason)


def _severities(table: Table) -> dict[str, Severity | None]:
    graded: dict[str, Severity | None] = {}
    for code in table.values:
        if code not in BY_NAME:
            raise table.error(f"no code `{code}` is known{nearest(code, BY_NAME)}")
        grade = table.choice(code, "", _GRADES)
        graded[code] = None if grade == "off" else Severity(grade)
    return graded
