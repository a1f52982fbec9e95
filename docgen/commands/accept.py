"""`docgen accept`: resolve conflicts in generated files in favour of their current content."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.commands.errors import NOT_CONFIGURED, UsageError
from docgen.commands.generate import Request, generate_all
from docgen.commands.options import DEFAULTS, Options
from docgen.commands.report import Report
from docgen.commands.written import Run, output_diagnostics, shown_below
from docgen.config import Config, Target
from docgen.diagnostics import Code, Diagnostic, sort_diagnostics
from docgen.edits.decision import EditPolicy
from docgen.regex import Regex
from docgen.reporters import counted

_RESOLVED = {
    code.id
    for code in (
        Code.MERGE_CONFLICT,
        Code.OBSOLETE_CODE,
        Code.REMOVED_CODE,
        Code.RESTORED_CODE,
    )
}
"""The codes of the conflicts that `docgen accept` resolves."""

_NAME = Regex(r"`[^`]*`")


class _Accepted(Struct, frozen=True, kw_only=True):
    """The files of a target to accept, by their paths below its output, and their conflicts."""

    target: Target
    paths: Mapping[str, str]
    resolved: tuple[Diagnostic, ...] = ()


def accept(config: Config, files: Sequence[str], options: Options = DEFAULTS) -> Report:
    """Mark the conflicts in files as resolved; no other file is changed.

    For a folder, these are all files in it with conflicts. All targets are checked before anything
    is written.
    """
    if not config.targets:
        raise UsageError(NOT_CONFIGURED)
    _require_outputs(files, config.targets)
    accepted = [
        _accepted(config, target, files, options)
        for target in config.targets
        if any(_is_near(file, target) for file in files)
    ]
    runs: list[Run] = []
    for check in (True, False):
        runs = [
            _run(config, one, options, check=check) for one in accepted if one.paths
        ]
    found = sort_diagnostics(
        one
        for run in runs
        if run.written
        for one in output_diagnostics(run.written, config)
    )
    count = sum(len(one.paths) for one in accepted) - len({one.path for one in found})
    failed = {one.path for one in found}
    lines = (line for one in accepted for line in _resolved_lines(one, failed))
    return Report(
        result="".join(lines),
        diagnostics=found,
        summary=f"accepted {counted(count, 'file')}",
    )


def _resolved_lines(accepted: _Accepted, failed: set[str]) -> Iterator[str]:
    """Yield a line for each conflict that is resolved."""
    shown = shown_below(accepted.target.output)
    for one in accepted.resolved:
        name = _NAME.match(one.message)
        if name and shown(one.path) not in failed:
            yield f"{shown(one.path)}: resolved {one.code} of {name[0]}\n"


def _require_outputs(files: Iterable[str], targets: Iterable[Target]) -> None:
    for file in files:
        if not os.path.lexists(file):
            raise UsageError(f"`{file}` does not exist")
        if not any(_is_near(file, target) for target in targets):
            raise UsageError(f"`{file}` is not in a configured output folder")


def _is_near(file: str, target: Target) -> bool:
    """Return whether a file is below the output folder of a target, or is a folder around that."""
    output = os.path.join(os.path.realpath(target.output), "")
    location = _location(file)
    is_around = os.path.isdir(file) and output.startswith(os.path.join(location, ""))
    return is_around or location.startswith(output)


def _location(file: str) -> str:
    """Return the location of a file, with links resolved in its folder, but not in its name."""
    if os.path.isdir(file):
        return os.path.realpath(file)
    folder, name = os.path.split(file)
    return os.path.join(os.path.realpath(folder), name)


def _accepted(
    config: Config, target: Target, files: Iterable[str], options: Options
) -> _Accepted:
    """Return the files to accept: the named ones, and those of folders that have conflicts."""
    request = Request(check=True, needs_plan=True, options=options)
    (run,) = generate_all(replace(config, targets=(target,)), request)
    plan = run.written.plan if run.written else None
    reported = plan.diagnostics if plan else ()
    conflicts = [one for one in reported if one.code in _RESOLVED]
    known = {*plan.last.records, *(one.path for one in plan.records)} if plan else set()
    top = os.path.join(os.path.realpath(target.output), "")
    paths: dict[str, str] = {}
    for file in files:
        if not _is_near(file, target):
            continue
        location = _location(file)
        if not os.path.isdir(file):
            path = location.removeprefix(top).replace(os.sep, "/")
            if path not in known:
                raise UsageError(f"`{file}` is not a generated file")
            paths[path] = file
            continue
        folder = os.path.join(location, "")
        below = {
            one
            for one in known
            if os.path.join(top, *one.split("/")).startswith(folder)
        }
        if not below:
            raise UsageError(f"`{file}` has no generated file in it")
        paths |= {one.path: file for one in conflicts if one.path in below}
    resolved = tuple(one for one in conflicts if one.path in paths)
    return _Accepted(target=target, paths=paths, resolved=resolved)


def _run(config: Config, accepted: _Accepted, options: Options, *, check: bool) -> Run:
    policy = EditPolicy(accepts=frozenset(accepted.paths))
    request = Request(check=check, policy=policy, options=options)
    (run,) = generate_all(replace(config, targets=(accepted.target,)), request)
    return run
