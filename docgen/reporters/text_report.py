"""Diagnostics as text: the message, the source line with carets, and what to write instead."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from docgen.diagnostics import Diagnostic
from docgen.reporters.colour import Palette
from docgen.reporters.display import excerpt, harmless
from docgen.source import START

SourceLine: TypeAlias = Callable[[str, int], str | None]
"""From a path as shown and a line number to the line, `None` if it is not known."""


def text_report(
    diagnostics: Iterable[Diagnostic], source_line: SourceLine, colours: Palette
) -> str:
    """Return each diagnostic with its source line and its help."""
    return "".join(
        line + "\n"
        for one in diagnostics
        for line in (
            message_line(one, colours),
            *_source(one, source_line, colours),
            *_help(one, colours),
        )
    )


def concise_report(diagnostics: Iterable[Diagnostic], colours: Palette) -> str:
    """Return each diagnostic in one line."""
    return "".join(message_line(one, colours) + "\n" for one in diagnostics)


def message_line(one: Diagnostic, colours: Palette) -> str:
    """Return `path:line:col: severity[code]: message`."""
    place = f"{harmless(one.path)}:{one.span.line}:{one.span.column}"
    kind = f"{one.severity.value}[{one.code}]"
    return (
        f"{colours.place}{place}{colours.end}: "
        f"{colours.of(one.severity)}{kind}{colours.end}: {harmless(one.message)}"
    )


def _source(
    one: Diagnostic, source_line: SourceLine, colours: Palette
) -> Iterator[str]:
    """Yield the line and the carets; a diagnostic about a whole page has none."""
    line = None if one.span == START else source_line(one.path, one.span.line)
    if line is None:
        return
    shown = excerpt(line, one.span)
    indent = shown.carets[: len(shown.carets) - len(shown.carets.lstrip())]
    carets = shown.carets.strip()
    yield f"  {shown.line}"
    yield f"  {indent}{colours.of(one.severity)}{carets}{colours.end}"


def _help(one: Diagnostic, colours: Palette) -> Iterator[str]:
    if one.help:
        yield f"  {colours.help}help{colours.end}: {harmless(one.help)}"
