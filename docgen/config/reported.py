"""Determine the diagnostics to report: apply suppressions, ignores and severities."""

import os
from collections.abc import Callable, Iterable, Sequence

from docgen.config.settings import Config
from docgen.diagnostics import Diagnostic, Suppression, finalize_diagnostics
from docgen.pages.globs import compile_globs


def reported(
    diagnostics: Iterable[Diagnostic],
    config: Config,
    shown: Callable[[str], str],
    suppressions: Sequence[Suppression] = (),
    *,
    report_unused: bool = False,
    unchecked: frozenset[str] = frozenset(),
) -> tuple[Diagnostic, ...]:
    """Return the diagnostics to report, sorted; all commands use this function.

    `shown` converts their paths to paths from the current folder. `suppressions` are the comments
    of pages; `report_unused` reports those that suppress nothing, unless their code is
    `unchecked`.
    """
    return finalize_diagnostics(
        diagnostics,
        suppressions,
        report_unused=report_unused,
        unchecked=unchecked,
        is_ignored=ignored_by(config, shown),
        severities=config.severities,
    )


def ignored_by(
    config: Config, shown: Callable[[str], str]
) -> Callable[[Diagnostic], bool] | None:
    """Return a function that tests whether a diagnostic is ignored; `None` if none is ignored.

    Diagnostics have paths in the page set; `shown` converts them to paths from the current folder.
    A pattern may match the former, or the path from the folder of the configuration.
    """
    if not config.page_ignores:
        return None
    ignores = [(compile_globs([one.pattern]), one.codes) for one in config.page_ignores]

    def is_ignored(diagnostic: Diagnostic) -> bool:
        patterns = [pattern for pattern, codes in ignores if diagnostic.code in codes]
        if not patterns:
            return False
        path = os.path.relpath(shown(diagnostic.path), config.folder or os.curdir)
        names = (diagnostic.path, path.replace(os.sep, "/"))
        return any(pattern.fullmatch(name) for pattern in patterns for name in names)

    return is_ignored
