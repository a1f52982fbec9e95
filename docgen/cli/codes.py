"""Codes of diagnostics as arguments: looked at, and completed by the shell."""

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem


def known_codes(
    context: click.Context, parameter: click.Parameter, values: Iterable[str]
) -> frozenset[str]:
    """Give the codes in texts with commas between them; name the nearest of what is none."""
    from docgen.diagnostics.codes import BY_NAME

    return _known(values, "code", frozenset(BY_NAME), context, parameter)


def known_codes_and_severities(
    context: click.Context, parameter: click.Parameter, values: Iterable[str]
) -> frozenset[str]:
    """Give codes likewise, and severities, which stand for all that has them."""
    from docgen.diagnostics import Severity
    from docgen.diagnostics.codes import BY_NAME

    names = frozenset({*BY_NAME, *Severity})
    return _known(values, "code or severity", names, context, parameter)


def _known(
    values: Iterable[str],
    thing: str,
    names: frozenset[str],
    context: click.Context,
    parameter: click.Parameter,
) -> frozenset[str]:
    from docgen.config import nearest

    given = frozenset(one.strip() for value in values for one in value.split(","))
    for name in sorted(given - names):
        message = f"no {thing} `{name}` is known{nearest(name, names)}"
        raise click.BadParameter(message, context, parameter)
    return given


def begun_codes(
    context: click.Context, parameter: click.Parameter, begun: str
) -> list[CompletionItem]:
    """Give the codes that begin so, each with a line on it."""
    from docgen.diagnostics.codes import BY_NAME

    del context, parameter
    done, comma, last = begun.rpartition(",")
    return [
        CompletionItem(done + comma + name, help=code.value.summary)
        for name, code in BY_NAME.items()
        if name.startswith(last)
    ]
