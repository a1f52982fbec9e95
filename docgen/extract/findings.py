"""Separate values from diagnostics where a function yields both."""

from collections.abc import Iterable
from typing import TypeVar

from docgen.diagnostics import Diagnostic, Result

T = TypeVar("T")


def parted(findings: Iterable[T | Diagnostic]) -> Result[tuple[T, ...]]:
    """Split findings into values and diagnostics, each in the order of the page."""
    values: list[T] = []
    diagnostics: list[Diagnostic] = []
    for finding in findings:
        if isinstance(finding, Diagnostic):
            diagnostics.append(finding)
        else:
            values.append(finding)
    return Result(tuple(values), tuple(diagnostics))
