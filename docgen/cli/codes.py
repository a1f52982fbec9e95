"""Codes of diagnostics as arguments: looked at, and completed by the shell."""

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem


def known_codes(
    context: click.Context, parameter: click.Parameter, values: Iterable[str]
) -> frozenset[str]:
    """Give the codes in texts with commas between them; name the nearest of what is none."""
    from docgen.config import nearest
    from docgen.diagnostics.codes import BY_NAME

    codes = frozenset(one.strip() for value in values for one in value.split(","))
    for code in sorted(codes - BY_NAME.keys()):
        message = f"no code `{code}` is known{nearest(code, BY_NAME)}"
        raise click.BadParameter(message, context, parameter)
    return codes


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
