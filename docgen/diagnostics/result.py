"""The result of a stage: its value, its diagnostics, and the suppressions it read."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from msgspec import Struct

from docgen.diagnostics.diagnostic import Diagnostic
from docgen.diagnostics.suppressions import Suppression

T = TypeVar("T")


class Result(Struct, Generic[T], frozen=True, array_like=True):
    """What a stage returns; suppressions and configured severities are not applied yet."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()
    suppressions: tuple[Suppression, ...] = ()


def result_of(findings: Iterable[T | Diagnostic]) -> Result[tuple[T, ...]]:
    """Return the values and the diagnostics of a generator that yields both, in their order."""
    values: list[T] = []
    diagnostics: list[Diagnostic] = []
    for finding in findings:
        if isinstance(finding, Diagnostic):
            diagnostics.append(finding)
        else:
            values.append(finding)
    return Result(tuple(values), tuple(diagnostics))
