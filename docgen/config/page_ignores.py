"""Apply `[tool.docgen.per-page-ignores]` to diagnostics."""

import os
from collections.abc import Callable, Iterable, Iterator

from docgen.config.settings import Config
from docgen.diagnostics import Diagnostic
from docgen.pages.globs import compile_globs


def without_ignored(
    diagnostics: Iterable[Diagnostic], config: Config, shown: Callable[[str], str]
) -> Iterator[Diagnostic]:
    """Yield the diagnostics that the configuration doesn't ignore on their page.

    Their paths are those in the page set; `shown` turns one into the path from the current
    folder. A pattern may match the former, or the path from the folder of the configuration.
    """
    if not config.page_ignores:
        yield from diagnostics
        return
    ignores = [(compile_globs([one.pattern]), one.codes) for one in config.page_ignores]
    for diagnostic in diagnostics:
        wanted = [pattern for pattern, codes in ignores if diagnostic.code in codes]
        if wanted:
            path = os.path.relpath(shown(diagnostic.path), config.folder or os.curdir)
            names = (diagnostic.path, path.replace(os.sep, "/"))
            if any(pattern.fullmatch(name) for pattern in wanted for name in names):
                continue
        yield diagnostic
