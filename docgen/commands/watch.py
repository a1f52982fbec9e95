"""`docgen generate --watch`: generate again after every change, until interrupted.

Sources and template folders are watched; the configuration is loaded again twice a second. An error
in one run, or in the configuration, is reported and does not end the watch. Only new diagnostics
are reported. An editor may save a page in several steps: while an existing page no longer declares
a type, the output is not changed.
"""

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from msgspec.structs import replace

from docgen.commands.errors import UsageError
from docgen.commands.report import Report
from docgen.config import Config, ConfigError

if TYPE_CHECKING:
    from watchfiles.main import FileChange

    from docgen.diagnostics import Diagnostic

_CONFIGURATION_INTERVAL = 500
"""Milliseconds between two checks of the configuration."""
_DEBOUNCE = 100
"""Milliseconds within which several changes start only one run."""
_MAX_NAMES = 3

Generate: TypeAlias = Callable[[Config, bool], Report]
"""Generate with a configuration; `True` only checks."""

_MISSING_LIBRARY = (
    "`--watch` needs the library watchfiles: install docgen's extra `watch`"
)


def watch(
    load: Callable[[], Config], generate: Generate, show: Callable[[Report], object]
) -> NoReturn:
    """Generate now and after every change, and show each report, until interrupted.

    Raises `ConfigError` and `UsageError` only if the first run does.
    """
    config = load()
    changes = _changes(config)
    report = generate(config, False)
    show(report)
    known = report.diagnostics
    problem = ""
    while True:
        cause = next(changes)
        current, found = _load(load, config)
        if found and found != problem:
            show(
                Report(
                    summary=f"the configuration: {found}; the last valid one is used"
                )
            )
        problem = found
        if current != config:
            config, cause = current, "the configuration"
            changes = _changes(config)
        if cause:
            known = _run(generate, show, config, cause, known)
            gc.collect()  # libraries leave reference cycles behind


def _changes(config: Config) -> Iterator[str]:
    """Start to watch; yield the names of changed files, or an empty string after the interval."""
    try:
        from watchfiles import DefaultFilter
        from watchfiles import watch as changes
    except ImportError:
        raise UsageError(_MISSING_LIBRARY) from None
    outputs = [os.path.realpath(target.output) for target in config.targets]
    found = changes(
        *_watched(config),
        watch_filter=DefaultFilter(ignore_paths=outputs),
        debounce=_DEBOUNCE,
        rust_timeout=_CONFIGURATION_INTERVAL,
        yield_on_timeout=True,
    )
    next(found)  # the first call starts to watch
    return map(_names, found)


def _watched(config: Config) -> Iterator[str]:
    for target in config.targets:
        yield from filter(os.path.exists, (*target.source, *target.templates))


def _names(changes: Iterable["FileChange"]) -> str:
    names = sorted({os.path.relpath(path) for _, path in changes})
    more = len(names) - _MAX_NAMES
    shown = ", ".join(names[:_MAX_NAMES])
    return f"{shown} and {more:,} more" if more > 0 else shown


def _load(load: Callable[[], Config], last: Config) -> tuple[Config, str]:
    """Load the configuration; return the last one, and what is wrong, if it is invalid."""
    try:
        return load(), ""
    except (ConfigError, UsageError) as error:
        return last, str(error)


def _run(
    generate: Generate,
    show: Callable[[Report], object],
    config: Config,
    cause: str,
    known: tuple["Diagnostic", ...],
) -> tuple["Diagnostic", ...]:
    """Generate, show what is new, and return all diagnostics."""
    try:
        report = _generate(generate, config)
    except (ConfigError, UsageError, OSError) as error:
        show(Report(summary=f"{cause}: {error}"))
        return known
    new = tuple(one for one in report.diagnostics if one not in known)
    line = f"{cause}: {report.summary}"
    show(replace(report, diagnostics=new, summary=line))
    return report.diagnostics


def _generate(generate: Generate, config: Config) -> Report:
    """Generate, unless all files of an existing page would be removed."""
    check = generate(config, True)
    if not check.emptied:
        return generate(config, False)
    pages = ", ".join(check.emptied)
    line = f"{pages} declares no type any more; the output was left unchanged"
    return replace(check, diff="", summary=line)
