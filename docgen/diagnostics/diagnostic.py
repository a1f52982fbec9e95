"""What docgen has to tell: a code, a place, a sentence, and what to write instead."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics.codes import Code, Severity
from docgen.diagnostics.suppression import Suppression
from docgen.source import Span

T = TypeVar("T")


class Diagnostic(Struct, frozen=True, array_like=True, kw_only=True):
    """One thing told about one place of one page (or generated file).

    `path` is relative to the folder of the page set. `message` says what is wrong in one line;
    `help` says what to write instead and may be empty.
    """

    code: str
    severity: Severity
    message: str
    path: str
    span: Span
    help: str = ""


class Checked(Struct, Generic[T], frozen=True, array_like=True):
    """What a stage made, what it had to tell on the way, and what pages ask it not to tell."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()
    suppressions: tuple[Suppression, ...] = ()


def diagnostic(
    code: Code, message: str, path: str, span: Span, help: str = ""
) -> Diagnostic:
    """Give a diagnostic with the severity that the table of codes has for `code`."""
    rule = code.value
    return Diagnostic(
        code=rule.name,
        severity=rule.severity,
        message=message,
        path=path,
        span=span,
        help=help,
    )


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by path, line and column, then code and message, and drop exact repetitions."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda d: (d.path, d.span, d.code, d.message)))


def graded(
    diagnostics: Iterable[Diagnostic], severities: Mapping[str, Severity | None]
) -> tuple[Diagnostic, ...]:
    """Give each diagnostic the severity that the configuration wants; `None` drops it."""
    kept = (d for d in diagnostics if severities.get(d.code, d.severity) is not None)
    return tuple(
        replace(d, severity=severities.get(d.code) or d.severity) for d in kept
    )
