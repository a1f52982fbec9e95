"""The result of a stage: its value, its diagnostics, and the suppressions it read."""

from typing import Generic, TypeVar

from msgspec import Struct

from docgen.diagnostics.diagnostic import Diagnostic
from docgen.diagnostics.suppressions import Suppression

T = TypeVar("T")


class Result(Struct, Generic[T], frozen=True, array_like=True):
    """What a stage returns; its diagnostics are neither suppressed nor graded yet."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
