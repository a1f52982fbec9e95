"""What build systems ask for: what a run reads and what it makes, as lists and as a depfile."""

import os
from collections.abc import Callable, Iterable, Iterator

from docgen.cli.session import Session
from docgen.commands.errors import NOT_CONFIGURED, UsageError
from docgen.commands.outcome import Outcome
from docgen.commands.whole import whole
from docgen.commands.written import shown_below
from docgen.config import Config, Target
from docgen.output.alone import write_alone
from docgen.output.known import last_output
from docgen.output.paths import MANIFEST
from docgen.output.tree import look_at_manifests
from docgen.rebuild.inputs import inputs
from docgen.reporters.depfile import depfile

_ENDING = ".d"


def listed(session: Session, *, is_cached: bool, is_inputs: bool) -> int:
    """Print what `generate` looks at, or what it would leave; nothing else is written."""
    config, file = _configured(session)
    paths = _inputs(config, file) if is_inputs else _wanted(config, is_cached=is_cached)
    return session.finish(Outcome(result="".join(f"{one}\n" for one in _sorted(paths))))


def noted(session: Session, turn: Callable[[Config], Outcome], path: str) -> int:
    """Take a turn, and if that leaves everything in line write a depfile.

    A turn that fails writes none, or the cause of its failure might be lost from the list.
    Outputs are in it as what is looked at: who edits or deletes one wants it made again.
    """
    if not path.endswith(_ENDING) or os.path.basename(path) == _ENDING:
        raise UsageError(_MISNAMED)
    config, file = _configured(session)
    status = session.finish(turn(config), least="warning")
    if not status:
        outputs = (one for target in config.targets for one in _outputs(target))
        paths = _sorted((*_inputs(config, file), *outputs))
        os.makedirs(os.path.dirname(path) or os.curdir, exist_ok=True)
        write_alone(path, depfile(path.removesuffix(_ENDING), paths))
    return status


_MISNAMED = (
    "`--depfile` must be called like the file that make touches when all is done, with "
    f"`{_ENDING}` behind it: `build/generated{_ENDING}`"
)


def _configured(session: Session) -> tuple[Config, str]:
    file = session.file()
    if file is None:
        raise UsageError(NOT_CONFIGURED)
    return session.config(), file


def _inputs(config: Config, file: str) -> Iterator[str]:
    yield file
    for target in config.targets:
        yield from inputs(target)


def _wanted(config: Config, *, is_cached: bool) -> Iterator[str]:
    """Give what the plan of a run lists; where nothing is planned the manifest is right."""
    runs = whole(config, checks=True, is_cached=is_cached)
    for target, run in zip(config.targets, runs, strict=True):
        paths = [one.path for one in run.written.plan.records] if run.written else []
        yield from _shown(target, paths) if paths else _outputs(target)


def _outputs(target: Target) -> Iterator[str]:
    """Give what the manifest lists."""
    last = last_output(*look_at_manifests(target.output))
    return _shown(target, last.value.records)


def _shown(target: Target, paths: Iterable[str]) -> Iterator[str]:
    return map(shown_below(target.output), (*paths, MANIFEST))


def _sorted(paths: Iterable[str]) -> list[str]:
    return sorted({*paths})
