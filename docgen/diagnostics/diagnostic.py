"""A diagnostic: code, severity, message, position, and what to write instead.

A stage that knows the text to write adds it as `Replacement`s. `docgen.fixes` makes edits of them.
"""

from msgspec import Struct

from docgen.diagnostics.codes import Code, Severity
from docgen.source import Span


class Replacement(Struct, frozen=True, array_like=True, gc=False):
    r"""What to write instead of a text on one line of the page.

    `old` is searched for in the line of the span, from its column on; `None` is the content of the
    span. Without a `span` it is that of the diagnostic. `new` may have several lines, separated by
    `\n`. A line that becomes blank is deleted.
    """

    new: str
    old: str | None = None
    span: Span | None = None


class Diagnostic(Struct, frozen=True, array_like=True, kw_only=True):
    """One problem at one position of a page or a generated file.

    `path` is relative to the folder of the page set. `message` says in one line what is wrong;
    `help` says what to write instead and may be empty. The `replacements` together do what it says,
    where the stage knows how. `related` is another position on the page that has the same content.
    """

    code: str
    severity: Severity
    message: str
    path: str
    span: Span
    help: str = ""
    replacements: tuple[Replacement, ...] = ()
    related: Span | None = None


def diagnostic(
    code: Code,
    message: str,
    path: str,
    span: Span,
    help: str = "",
    *replacements: Replacement,
    related: Span | None = None,
) -> Diagnostic:
    """Return a diagnostic with the default severity of `code`."""
    return Diagnostic(
        code=code.id,
        severity=code.value.severity,
        message=message,
        path=path,
        span=span,
        help=help,
        replacements=replacements,
        related=related,
    )
