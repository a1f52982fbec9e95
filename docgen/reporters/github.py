r"""Diagnostics as workflow commands, which GitHub shows next to the lines of a change.

    command  := "::" kind " " property ("," property)* "::" message
    kind     := "error" | "warning" | "notice"
    property := name "=" value

In a message `%`, CR and LF are written as `%25`, `%0D` and `%0A`; in a value `:` and `,` too.
"""

from collections.abc import Iterable

from docgen.diagnostics import Diagnostic, Severity
from docgen.reporters.display import harmless

_KINDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_VALUES = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def github_report(diagnostics: Iterable[Diagnostic]) -> str:
    """Return each diagnostic as a workflow command, its help on a second line of the message."""
    return "".join(_command(one) + "\n" for one in diagnostics)


def _command(one: Diagnostic) -> str:
    properties = {
        "file": one.path.translate(_IN_VALUES),
        "line": one.span.line,
        "col": one.span.column,
        "endColumn": one.span.end_column,
        "title": f"docgen({one.code})".translate(_IN_VALUES),
    }
    listed = ",".join(f"{name}={value}" for name, value in properties.items())
    lines = (one.message, *([f"help: {one.help}"] if one.help else []))
    message = "\n".join(map(harmless, lines)).translate(_IN_MESSAGES)
    return f"::{_KINDS[one.severity]} {listed}::{message}"
