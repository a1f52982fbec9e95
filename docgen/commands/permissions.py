"""`docgen permissions`: the least privileged permissions that a code base needs."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct

from docgen.commands.errors import NOT_CONFIGURED, UsageError
from docgen.commands.options import DEFAULTS, Options
from docgen.commands.report import Report
from docgen.commands.selected_build import build_selection
from docgen.commands.selection import Selection, select
from docgen.config import Config
from docgen.pipeline import Stage
from docgen.reporters import counted
from docgen.schema.names import root_namespace
from docgen.uses import (
    CodeUses,
    PackageNames,
    SourceFile,
    Use,
    find_uses,
    names_of_package,
    python_files,
)
from docgen.uses.privileges import Alternative, Needed, least_privileged

Access: TypeAlias = Literal["work", "personal", "application"]

TITLES: Mapping[Access, str] = {
    "work": "delegated access (work or school account)",
    "personal": "delegated access (personal account)",
    "application": "application access",
}
"""The kinds of access, as the output names them."""

_TOO_DEEP = "nested too deeply"
DEFAULT_ACCESS: tuple[Access, ...] = ("work", "application")


class AccessNeeds(Struct, frozen=True, kw_only=True):
    """What calls need with one kind of access.

    `impossible` are the operations that no permission allows.
    """

    access: Access
    needed: tuple[Needed, ...]
    impossible: tuple[str, ...]


class CodeNeeds(Struct, frozen=True, kw_only=True):
    """What a code base needs of a package.

    `calls` are the uses of each operation, by its name; `undocumented` are the operations whose
    pages have no permissions.
    """

    package: str
    calls: Mapping[str, tuple[Use, ...]]
    found: CodeUses
    access: tuple[AccessNeeds, ...]
    undocumented: tuple[str, ...]


def needed_permissions(
    config: Config,
    paths: Sequence[str] = (),
    *,
    access: Sequence[Access] = DEFAULT_ACCESS,
    is_json: bool = False,
    options: Options = DEFAULTS,
) -> Report:
    """Return the permissions that the Python code at `paths` needs, "." by default.

    Raises `UsageError` without configured sources, or for a path that does not exist.
    """
    if not config.targets:
        raise UsageError(NOT_CONFIGURED)
    generated = (Path(target.output).resolve() for target in config.targets)
    try:
        files = [*python_files(paths or ["."], frozenset(generated))]
    except FileNotFoundError as error:
        raise UsageError(f"`{error}` does not exist") from None
    selections = select(config, ())
    needs = [_needs(one, files, access, options) for one in selections]
    deep = {path for one in needs for path in one.found.unread}
    unread = [
        SourceFile(path=one.path, tree=None, problem=one.problem or _TOO_DEEP)
        for one in files
        if one.problem or one.path in deep
    ]
    number = sum(len(found) for one in needs for found in one.calls.values())
    return Report(
        result=_json(needs, unread) if is_json else _text(needs, unread),
        summary=_summary(number, len(files)),
    )


def _summary(calls: int, files: int) -> str:
    return f"found {counted(calls, 'call')} in {counted(files, 'Python file')}"


def _needs(
    selection: Selection,
    files: Iterable[SourceFile],
    access: Iterable[Access],
    options: Options,
) -> CodeNeeds:
    target = selection.target
    built = build_selection(selection, options, through=Stage.SCHEMA).build
    names = names_of_package(
        built.schema,
        package=target.package,
        root_namespace=root_namespace(target.entity_base),
        flavour=target.flavour,
    )
    found = find_uses(files, names)
    calls: dict[str, list[Use]] = {}
    for one in found.uses:
        if one.symbol.kind == "operation":
            calls.setdefault(names.operations[one.symbol.name].label, []).append(one)
    tables = _tables(names, calls)
    undocumented = {name for name, one in tables.items() if not any(one.values())}
    return CodeNeeds(
        package=target.package,
        calls={name: tuple(uses) for name, uses in sorted(calls.items())},
        found=found,
        access=tuple(
            AccessNeeds(
                access=kind,
                needed=least_privileged(
                    {name: one[kind] for name, one in tables.items()}
                ),
                impossible=tuple(
                    name
                    for name, one in sorted(tables.items())
                    if not one[kind] and name not in undocumented
                ),
            )
            for kind in access
        ),
        undocumented=tuple(sorted(undocumented)),
    )


def _tables(
    names: PackageNames, calls: Mapping[str, object]
) -> dict[str, dict[Access, tuple[Alternative, ...]]]:
    """Return the alternatives of the operations that are called."""
    return {
        one.label: {
            "work": one.signature.permissions.delegated_work,
            "personal": one.signature.permissions.delegated_personal,
            "application": one.signature.permissions.application,
        }
        for one in names.operations.values()
        if one.label in calls
    }


def _text(needs: Sequence[CodeNeeds], unread: Iterable[SourceFile]) -> str:
    lines: list[str] = []
    for one in needs:
        if len(needs) > 1:
            lines += [f"package {one.package}", ""]
        lines += _package_lines(one)
    lines += _section(
        "files that were not read", (f"{file.path}: {file.problem}" for file in unread)
    )
    return "\n".join(lines).rstrip("\n") + "\n" if lines else ""


def _package_lines(needs: CodeNeeds) -> Iterator[str]:
    for access in needs.access:
        yield from _section(TITLES[access.access], _needed_lines(access, needs))
        yield from _section(
            f"not possible with {TITLES[access.access]}",
            _call_lines(access.impossible, needs),
        )
    yield from _section(
        "no permissions on the page", _call_lines(needs.undocumented, needs)
    )
    yield from _section(
        "possible calls, the type of the object is not known",
        (
            f"{one.path}:{one.line}:{one.column}: {one.text}"
            for one in needs.found.possible
        ),
    )


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a title and indented lines, or nothing if there are none."""
    indented = [f"  {line}" for line in lines]
    if indented:
        yield from (f"{title}:", *indented, "")


def _needed_lines(access: AccessNeeds, needs: CodeNeeds) -> Iterator[str]:
    for one in access.needed:
        yield one.permission
        for name in one.operations:
            others = ", ".join(map(_joined, one.alternatives[name]))
            suffix = f" (or {others})" if others else ""
            yield from (f"  {line}{suffix}" for line in _call_lines([name], needs))


def _joined(alternative: Alternative) -> str:
    return " + ".join(alternative)


def _call_lines(names: Iterable[str], needs: CodeNeeds) -> Iterator[str]:
    for name in names:
        for use in needs.calls[name]:
            yield f"{use.path}:{use.line}:{use.column}: {name}"


def _json(needs: Sequence[CodeNeeds], unread: Iterable[SourceFile]) -> str:
    data = {
        "packages": [_package_json(one) for one in needs],
        "unread": [{"path": one.path, "reason": one.problem} for one in unread],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _package_json(needs: CodeNeeds) -> dict[str, object]:
    return {
        "package": needs.package,
        "access": [_access_json(one, needs) for one in needs.access],
        "undocumented": _calls_json(needs.undocumented, needs),
        "possible": [
            {
                "path": one.path,
                "line": one.line,
                "column": one.column,
                "text": one.text,
                "operations": [symbol.name for symbol in one.symbols],
            }
            for one in needs.found.possible
        ],
    }


def _access_json(access: AccessNeeds, needs: CodeNeeds) -> dict[str, object]:
    return {
        "access": access.access,
        "permissions": [
            {
                "permission": one.permission,
                "calls": [
                    {
                        **call,
                        "alternatives": [[*each] for each in one.alternatives[name]],
                    }
                    for name in one.operations
                    for call in _calls_json([name], needs)
                ],
            }
            for one in access.needed
        ],
        "impossible": _calls_json(access.impossible, needs),
    }


def _calls_json(names: Iterable[str], needs: CodeNeeds) -> list[dict[str, object]]:
    return [
        {"operation": name, "path": use.path, "line": use.line, "column": use.column}
        for name in names
        for use in needs.calls[name]
    ]
