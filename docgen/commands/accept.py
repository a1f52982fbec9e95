"""`docgen accept`: resolve conflicts in generated files in favour of their current content."""

import os
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from docgen.commands.errors import NOT_CONFIGURED, UsageError
from docgen.commands.generate import Request, generate_all
from docgen.commands.options import DEFAULTS, Options
from docgen.commands.report import Report
from docgen.commands.written import Run, output_diagnostics
from docgen.config import Config, Target
from docgen.diagnostics import sort_diagnostics
from docgen.edits.decision import EditPolicy
from docgen.reporters import counted


def accept(config: Config, files: Sequence[str], options: Options = DEFAULTS) -> Report:
    """Mark the conflicts in files as resolved; no other file is changed.

    All targets are checked before anything is written.
    """
    if not config.targets:
        raise UsageError(NOT_CONFIGURED)
    accepted = [_paths_inside(files, target) for target in config.targets]
    _require_generated(files, accepted)
    runs: list[Run] = []
    for check in (True, False):
        runs = [
            _run(config, target, paths, options, check=check)
            for target, paths in zip(config.targets, accepted, strict=True)
            if paths
        ]
    found = sort_diagnostics(
        one
        for run in runs
        if run.written
        for one in output_diagnostics(run.written, config)
    )
    count = sum(map(len, accepted)) - len({one.path for one in found})
    return Report(diagnostics=found, summary=f"accepted {counted(count, 'file')}")


def _paths_inside(files: Iterable[str], target: Target) -> Mapping[str, str]:
    """Return the files below the output folder, by their paths below it."""
    top = os.path.join(os.path.realpath(target.output), "")
    locations = {_location(file): file for file in files}
    return {
        location.removeprefix(top).replace(os.sep, "/"): file
        for location, file in locations.items()
        if location.startswith(top)
    }


def _location(file: str) -> str:
    """Return the location of a file, with links resolved in its folder, but not in its name."""
    folder, name = os.path.split(file)
    return os.path.join(os.path.realpath(folder), name)


def _require_generated(
    files: Iterable[str], accepted: Iterable[Mapping[str, str]]
) -> None:
    inside = {file for one in accepted for file in one.values()}
    for file in files:
        if not os.path.lexists(file):
            raise UsageError(f"`{file}` does not exist")
        if file not in inside:
            raise UsageError(f"`{file}` is not in a configured output folder")


def _run(
    config: Config,
    target: Target,
    paths: Mapping[str, str],
    options: Options,
    *,
    check: bool,
) -> Run:
    policy = EditPolicy(accepts=frozenset(paths))
    request = Request(check=check, policy=policy, options=options)
    (run,) = generate_all(replace(config, targets=(target,)), request)
    plan = run.written.plan if run.written else None
    known = {*plan.last.records, *(one.path for one in plan.records)} if plan else set()
    for path, file in paths.items():
        if path not in known:
            raise UsageError(f"`{file}` is not a generated file")
    return run
