r"""Diagnostics as workflow commands, which GitHub shows next to the lines of a change.

    command  := "::" kind " " property ("," property)* "::" message
    kind     := "error" | "warning" | "notice"
    property := name "=" value

In a message `%`, CR and LF are written as `%25`, `%0D` and `%0A`; in a value `:` and `,` too.
"""

from collections.abc import Iterable, Mapping

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
        "file": one.path,
        "line": str(one.span.line),
        "col": str(one.span.column),
        "endColumn": str(one.span.end_column),
        "title": f"docgen({one.code})",
    }
    lines = (one.message, *([f"help: {one.help}"] if one.help else []))
    return workflow_command(_KINDS[one.severity], properties, *lines)


def workflow_command(kind: str, properties: Mapping[str, str], *lines: str) -> str:
    """Return a command without a line ending; the message has these lines."""
    listed = ",".join(
        f"{name}={value.translate(_IN_VALUES)}" for name, value in properties.items()
    )
    message = "\n".join(map(harmless, lines)).translate(_IN_MESSAGES)
    return f"::{kind} {listed}::{message}"
