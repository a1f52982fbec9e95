"""Select the diagnostics of all stages that a command reports, and sort them."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from docgen.diagnostics.codes import Severity
from docgen.diagnostics.diagnostic import Diagnostic
from docgen.diagnostics.suppressions import Suppression, apply_suppressions


def finalize_diagnostics(
    diagnostics: Iterable[Diagnostic],
    suppressions: Sequence[Suppression] = (),
    *,
    report_unused: bool = False,
    unchecked: frozenset[str] = frozenset(),
    is_ignored: Callable[[Diagnostic], bool] | None = None,
    severities: Mapping[str, Severity | None] | None = None,
) -> tuple[Diagnostic, ...]:
    """Suppress, ignore, set severities and sort.

    `suppressions` are the comments of pages; `report_unused` adds a diagnostic for each that
    suppresses nothing, which requires that all stages processed all pages; the codes of stages that
    did not run are `unchecked`. `is_ignored` returns whether the configuration ignores a diagnostic
    on its page. `severities` maps codes to their configured severity, `None` for off.
    """
    kept = apply_suppressions(
        diagnostics, suppressions, report_unused=report_unused, unchecked=unchecked
    )
    if is_ignored is not None:
        kept = tuple(one for one in kept if not is_ignored(one))
    return sort_diagnostics(apply_severities(kept, severities or {}))


def apply_severities(
    diagnostics: Iterable[Diagnostic], severities: Mapping[str, Severity | None]
) -> tuple[Diagnostic, ...]:
    """Return the diagnostics with their configured severity, without those that are off."""
    if not severities:
        return tuple(diagnostics)
    kept = (d for d in diagnostics if severities.get(d.code, d.severity) is not None)
    return tuple(
        replace(d, severity=severities.get(d.code) or d.severity) for d in kept
    )


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by path, position, code and message, and drop exact duplicates."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda d: (d.path, d.span, d.code, d.message)))
