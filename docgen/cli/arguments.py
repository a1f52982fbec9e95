"""Arguments of several commands: types, options, validation, examples."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

PAGE = click.Path(allow_dash=True)
OUTPUT_FORMAT = click.Choice(
    ["text", "concise", "counts", "json", "github", "sarif", "rdjson"]
)

_Command = TypeVar("_Command", bound=Callable[..., object])

no_cache_option = click.option(
    "--no-cache", is_flag=True, help="Neither read nor write the cache."
)
staged_option = click.option(
    "--staged", is_flag=True, help="Use staged content instead of the working tree."
)


def text_or_json_option(help: str) -> Callable[[_Command], _Command]:
    """Return the option that selects the format of a result."""
    formats = click.Choice(["text", "json"])
    return click.option("--output-format", type=formats, default="text", help=help)


def examples(*lines: tuple[str, str]) -> str:
    """Return an epilog with a comment above each example; click must not wrap it."""
    shown = (f"  # {comment}\n  {command}" for command, comment in lines)
    return "\b\nExamples:\n" + "\n".join(shown)


def refuse_both(*given: tuple[object, str]) -> None:
    """Raise if more than one of the arguments is given."""
    names = [name for is_given, name in given if is_given][:2]
    if names[1:]:
        raise click.UsageError("{} and {} can't be used together".format(*names))


def file_or_standard_output(
    context: click.Context, parameter: click.Parameter, file: str | None
) -> str | None:
    """Return the file of `-o`, or `None` for `-`, which is standard output."""
    del context, parameter
    return None if file == "-" else file


def valid_codes(
    context: click.Context, parameter: click.Parameter, values: Iterable[str]
) -> frozenset[str]:
    """Return the codes in comma-separated values; an unknown one is a usage error."""
    from docgen.diagnostics.codes import BY_NAME

    return _valid(values, "code", frozenset(BY_NAME), context, parameter)


def valid_codes_and_severities(
    context: click.Context, parameter: click.Parameter, values: Iterable[str]
) -> frozenset[str]:
    """Return codes and severities likewise; a severity means all codes that have it."""
    from docgen.diagnostics import Severity
    from docgen.diagnostics.codes import BY_NAME

    names = frozenset({*BY_NAME, *Severity})
    return _valid(values, "code or severity", names, context, parameter)


def valid_keys(
    context: click.Context, parameter: click.Parameter, values: Iterable[str]
) -> frozenset[str]:
    """Return configuration keys; an unknown one is a usage error."""
    from docgen.config.key_table import KEYS_BY_NAME

    return _valid(values, "key", frozenset(KEYS_BY_NAME), context, parameter)


def _valid(
    values: Iterable[str],
    noun: str,
    known: frozenset[str],
    context: click.Context,
    parameter: click.Parameter,
) -> frozenset[str]:
    from docgen.config import did_you_mean

    names = frozenset(one.strip() for value in values for one in value.split(","))
    for name in sorted(names - known):
        similar = did_you_mean(name, known) or "; `docgen explain` lists all codes"
        message = f"unknown {noun} `{name}`{similar}"
        raise click.BadParameter(message, context, parameter)
    return names


def complete_codes(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> "list[CompletionItem]":
    """Return the codes that start with the incomplete last one, each with its summary."""
    from click.shell_completion import CompletionItem

    from docgen.diagnostics.codes import BY_NAME

    del context, parameter
    done, comma, last = incomplete.rpartition(",")
    return [
        CompletionItem(done + comma + name, help=code.value.summary)
        for name, code in BY_NAME.items()
        if name.startswith(last)
    ]
