"""`docgen accept`: what stands in generated files is meant, whatever pages say of it now."""

import os
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from docgen.commands.errors import NOT_CONFIGURED, UsageError
from docgen.commands.outcome import Outcome
from docgen.commands.whole import whole
from docgen.commands.written import Run, told_of
from docgen.config import Config, Target
from docgen.diagnostics import Diagnostic, sort_diagnostics
from docgen.edits.decision import EditPolicy
from docgen.output.plan import Plan
from docgen.reporters import counted


def accept(config: Config, files: Sequence[str]) -> Outcome:
    """Settle what is told of some files; no other file is touched.

    All is looked at before anything is written.
    """
    if not config.targets:
        raise UsageError(NOT_CONFIGURED)
    asked = [_inside(files, target) for target in config.targets]
    _refuse_strange(files, asked)
    for checks in (True, False):
        runs = [
            _run(config, target, paths, checks=checks)
            for target, paths in zip(config.targets, asked, strict=True)
            if paths
        ]
    found = sort_diagnostics(one for run in runs for one in _about_output(run, config))
    settled = sum(map(len, asked)) - len({one.path for one in found})
    return Outcome(diagnostics=found, summary=f"accepted {counted(settled, 'file')}")


def _inside(files: Iterable[str], target: Target) -> Mapping[str, str]:
    """Give the files below an output folder, by their paths below it."""
    top = os.path.join(os.path.realpath(target.output), "")
    places = {_place(file): file for file in files}
    return {
        place.removeprefix(top).replace(os.sep, "/"): file
        for place, file in places.items()
        if place.startswith(top)
    }


def _place(file: str) -> str:
    """Give where a file lies; if it is a link itself, where that lies."""
    folder, name = os.path.split(file)
    return os.path.join(os.path.realpath(folder), name)


def _refuse_strange(files: Iterable[str], asked: Iterable[Mapping[str, str]]) -> None:
    inside = {file for one in asked for file in one.values()}
    for file in files:
        if not os.path.lexists(file):
            raise UsageError(f"`{file}` is not there")
        if file not in inside:
            raise UsageError(f"`{file}` lies in no configured output")


def _run(
    config: Config, target: Target, paths: Mapping[str, str], *, checks: bool
) -> Run:
    """Take the way of `generate`, which touches no other file on these terms."""
    terms = EditPolicy(accepts=frozenset(paths))
    alone = replace(config, targets=(target,))
    (run,) = whole(alone, checks=checks, is_cached=True, terms=terms)
    plan = run.written.plan if run.written else Plan(unchanged=0)
    known = {*plan.last.records, *(entry.path for entry in plan.records)}
    for path, file in paths.items():
        if path not in known:
            raise UsageError(f"`{file}` is no generated file")
    return run


def _about_output(run: Run, config: Config) -> tuple[Diagnostic, ...]:
    return told_of(run.written, config) if run.written else ()
