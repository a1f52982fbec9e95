"""Load a `Config` from a file, and check every key and value.

The first value that can't be used raises `ConfigError`. In particular, an output folder can't
contain files that docgen does not generate, and outputs can't overlap.
"""

import keyword
import os
import sys
from collections.abc import Iterator, Mapping

from docgen.config import key_table
from docgen.config.locate import checkout_root, docgen_table
from docgen.config.settings import Config, ConfigError, PageIgnore, Target
from docgen.config.toml_table import TomlTable, did_you_mean
from docgen.diagnostics import Severity
from docgen.diagnostics.codes import BY_NAME, RAISED
from docgen.regex import Regex

_MAX_PACKAGE = 30
"""Characters; every path of the output must fit into 100."""
_RESERVED = frozenset(
    {
        *("_pytest", "httpx2", "pydantic", "pydantic_core", "pytest", "tests"),
        "typing_extensions",
    }
)
"""Packages that a generated one or its tests import, or that are next to it."""


def load_config(file: str) -> Config:
    """Return the configuration in a `pyproject.toml`; errors name `file`."""
    values = docgen_table(file)
    if not isinstance(values, dict):
        raise ConfigError(f"{file}: it has no table [tool.docgen]")
    return config_from(file, values)


def config_from(file: str, values: Mapping[str, object]) -> Config:
    """Return the configuration of a table that is in `file`, or will be."""
    table = TomlTable(file=file, name="tool.docgen", values=values)
    table.refuse_unknown(key_table.KEYS_BY_NAME)
    targets = tuple(_targets(table))
    for target in targets:
        _refuse_unsafe_output(table, target)
    _refuse_shared_output(table, targets)
    return Config(
        targets=targets,
        severities=_of_rule_sets(table.one_or_more(key_table.RULES_KEY))
        | _severities(table.table(key_table.SEVERITY_KEY)),
        page_ignores=tuple(_page_ignores(table.table(key_table.PER_PAGE_IGNORES_KEY))),
        folder=os.path.dirname(file),
        baseline=_baseline(table),
    )


def _baseline(table: TomlTable) -> str:
    if key_table.BASELINE_KEY.name not in table.values:
        return ""
    folder = os.path.dirname(table.file)
    return _below(folder, table.string(key_table.BASELINE_KEY))


def _targets(table: TomlTable) -> Iterator[Target]:
    """Yield the targets; keys that one doesn't set have the values of the table around it."""
    inner = table.tables(key_table.TARGET_KEY)
    for one in inner:
        one.refuse_unknown(key.name for key in key_table.KEYS if key.is_per_target)
        values = {**table.values, **one.values}
        yield _target(TomlTable(file=one.file, name=one.name, values=values))
    if not inner:
        yield _target(table)


def _target(table: TomlTable) -> Target:
    folder = os.path.dirname(table.file)
    source = table.strings(key_table.SOURCE_KEY)
    if not source:
        raise table.error(f"`source` is missing: `{key_table.SOURCE_KEY.example}`")
    return Target(
        source=tuple(_below(folder, path) for path in source),
        output=_below(folder, table.string(key_table.OUTPUT_KEY)),
        package=_package(table),
        flavour=table.string(key_table.FLAVOUR_KEY),
        entity_base=_entity_base(table),
        base_url=_base_url(table),
        client=table.boolean(key_table.CLIENT_KEY),
        exclude=table.strings(key_table.EXCLUDE_KEY),
        config_file=table.file,
        templates=_templates(table, folder),
    )


def _below(folder: str, path: str) -> str:
    return os.path.normpath(os.path.join(folder, path))


def _package(table: TomlTable) -> str:
    name = table.string(key_table.PACKAGE_KEY)
    reason = package_problem(name)
    if reason:
        raise table.error(f"`package` {reason}")
    return name


def package_problem(name: str) -> str | None:
    """Return why a package can't have this name, as the end of a sentence, or None if it can.

    The name must be importable, and must not hide a package that other code imports.
    """
    parts = name.split(".")
    if not all(part.isidentifier() and part.isascii() for part in parts) or any(
        map(keyword.iskeyword, parts)
    ):
        return f"must be an identifier or several joined with dots, not `{name}`"
    if len(name) > _MAX_PACKAGE:
        return f"is {len(name)} characters long; the maximum is {_MAX_PACKAGE}"
    if parts[0] in sys.stdlib_module_names:
        return f"can't be `{name}`: `{parts[0]}` is a standard library module"
    if parts[0] in _RESERVED:
        return f"can't be `{name}`: another package is named `{parts[0]}`"
    if parts[0] == "conftest" or parts[0].startswith("test_"):
        return f"can't be `{name}`: pytest uses modules with names such as `{parts[0]}`"
    return None


def _entity_base(table: TomlTable) -> str:
    name = table.string(key_table.ENTITY_BASE_KEY)
    if name and not all(part.isidentifier() for part in name.split(".")):
        raise table.error(f"`entity_base` must be the name of a type, not `{name}`")
    if name and "." not in name:
        raise table.error(f"`entity_base` must have a namespace, as in `shop.{name}`")
    return name


_URL = Regex(r"https?://[A-Za-z0-9.:-]+(?:/[A-Za-z0-9._~-]+)*/?")


def _base_url(table: TomlTable) -> str:
    url = table.string(key_table.BASE_URL_KEY)
    if url and not _URL.fullmatch(url):
        raise table.error(f"`base_url` must be the URL of a service, not `{url}`")
    return url


def _templates(table: TomlTable, folder: str) -> tuple[str, ...]:
    if key_table.TEMPLATES_KEY.name not in table.values:
        return ()
    path = _below(folder, table.string(key_table.TEMPLATES_KEY))
    if not os.path.isdir(path):
        raise table.error(f"`templates` names `{path}`, which is not a folder")
    return (path,)


def _refuse_unsafe_output(table: TomlTable, target: Target) -> None:
    """Raise if the output folder contains something that docgen did not generate."""
    root = checkout_root(target.folder)
    project = "the project folder"
    kept = {
        **({root: "the repository"} if root else {}),
        target.folder: project,
        **{path: f"the source `{path}`" for path in target.source},
        **{path: f"the templates in `{path}`" for path in target.templates},
    }
    output = os.path.realpath(target.output)
    for path, name in kept.items():
        if _is_within(os.path.realpath(path), output):
            raise table.error(
                f"`output` must not be or contain {name}: `{target.output}`"
            )


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(os.path.join(folder, ""))


def _refuse_shared_output(table: TomlTable, targets: tuple[Target, ...]) -> None:
    """Raise if the files of one target would be stale files of another."""
    outputs = [os.path.realpath(target.output) for target in targets]
    for number, target in enumerate(targets):
        output = outputs[number]
        if any(
            _is_within(output, other) or _is_within(other, output)
            for other in outputs[:number]
        ):
            reason = f"`output` `{target.output}` overlaps the output of another target"
            raise table.error(reason)


def _of_rule_sets(names: tuple[str, ...]) -> dict[str, Severity | None]:
    """Return the severities that sets of house rules give to their codes and to others."""
    found: dict[str, Severity | None] = {
        code: rule.value.severity
        for code, rule in BY_NAME.items()
        if rule.value.rule_set in names
    }
    for name in names:
        found |= RAISED.get(name, {})
    return found


def _severities(table: TomlTable) -> dict[str, Severity | None]:
    severities: dict[str, Severity | None] = {}
    for code in table.values:
        _refuse_unknown_code(table, code)
        name = table.string_at(code, key_table.SEVERITIES)
        severities[code] = None if name == "off" else Severity(name)
    return severities


def _page_ignores(table: TomlTable) -> Iterator[PageIgnore]:
    for pattern in table.values:
        codes = table.strings_at(pattern)
        for code in codes:
            _refuse_unknown_code(table, code)
        yield PageIgnore(pattern=pattern, codes=tuple(sorted({*codes})))


def _refuse_unknown_code(table: TomlTable, code: str) -> None:
    if code not in BY_NAME:
        similar = did_you_mean(code, BY_NAME) or "; `docgen explain` lists all codes"
        raise table.error(f"unknown code `{code}`{similar}")
