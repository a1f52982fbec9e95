"""What a command comes to, before anything is printed."""

from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from docgen.config import Config
from docgen.config.page_ignores import without_ignored
from docgen.diagnostics import Diagnostic, Severity, apply_severities, sort_diagnostics
from docgen.reporters import SourceLine

_RANK = {severity.value: rank for rank, severity in enumerate(Severity)}


def no_line(path: str, number: int) -> None:
    """Find no line of any page."""
    del path, number


class Outcome(Struct, frozen=True, kw_only=True):
    """The result for standard output, or the diff that goes there, and what is told.

    Paths of diagnostics are as shown; `pages` says how many pages were looked at, `lines` finds
    their lines. `summary` is the last line, `differs` makes the exit status 1. `emptied` are pages
    that are there, and of which every file that was generated goes.
    """

    result: str = ""
    diff: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    pages: int = 0
    lines: SourceLine = no_line
    summary: str = ""
    differs: bool = False
    emptied: tuple[str, ...] = ()

    def told_from(self, least: str) -> tuple[Diagnostic, ...]:
        """Give the diagnostics that are at least as grave as the severity named."""
        limit = _RANK[least]
        return tuple(d for d in self.diagnostics if _RANK[d.severity.value] <= limit)


def told(
    diagnostics: Iterable[Diagnostic], shown: Callable[[str], str], config: Config
) -> tuple[Diagnostic, ...]:
    """Grade diagnostics as configured, and call their files what the user calls them."""
    kept = apply_severities(
        without_ignored(diagnostics, config, shown), config.severities
    )
    return sort_diagnostics(replace(one, path=shown(one.path)) for one in kept)


def less_grave(one: str, other: str) -> str:
    """Give the less grave of two severities."""
    return max(one, other, key=_RANK.__getitem__)
