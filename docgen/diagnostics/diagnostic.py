"""A diagnostic: code, severity, message, position, and what to write instead."""

from msgspec import Struct

from docgen.diagnostics.codes import Code, Severity
from docgen.source import Span


class Diagnostic(Struct, frozen=True, array_like=True, kw_only=True):
    """One problem at one position of a page or a generated file.

    `path` is relative to the folder of the page set. `message` says in one line what is wrong;
    `help` says what to write instead and may be empty.
    """

    code: str
    severity: Severity
    message: str
    path: str
    span: Span
    help: str = ""


def diagnostic(
    code: Code, message: str, path: str, span: Span, help: str = ""
) -> Diagnostic:
    """Return a diagnostic with the default severity of `code`."""
    rule = code.value
    return Diagnostic(
        code=rule.name,
        severity=rule.severity,
        message=message,
        path=path,
        span=span,
        help=help,
    )
