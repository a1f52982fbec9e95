"""Findings: what a part of extract yields, declarations and diagnostics as they come."""

from collections.abc import Iterable
from typing import TypeVar

from docgen.diagnostics import Diagnostic, Result

T = TypeVar("T")


def parted(findings: Iterable[T | Diagnostic]) -> Result[tuple[T, ...]]:
    """Part what was found into values and diagnostics, each in the order of the page."""
    values: list[T] = []
    diagnostics: list[Diagnostic] = []
    for finding in findings:
        if isinstance(finding, Diagnostic):
            diagnostics.append(finding)
        else:
            values.append(finding)
    return Result(tuple(values), tuple(diagnostics))
