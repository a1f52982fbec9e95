"""The commands that describe docgen itself: explain and config.

What a command runs is imported when it is run.
"""

import click

from docgen.cli.arguments import (
    complete_codes,
    examples,
    refuse_both,
    valid_codes,
    valid_keys,
)
from docgen.cli.session import Session, shared


@click.command(
    "explain",
    epilog=examples(
        ("docgen explain", "list all codes"),
        ("docgen explain broken-link", "explain one"),
        ("docgen explain --all > codes.md", "all of them, as markdown"),
    ),
)
@click.argument(
    "codes",
    nargs=-1,
    metavar="[CODE]...",
    callback=valid_codes,
    shell_complete=complete_codes,
)
@click.option(
    "--all", "is_all", is_flag=True, help="Explain every code, as a markdown page."
)
@shared
def explain_command(session: Session, codes: frozenset[str], is_all: bool) -> int:
    """Explain diagnostics; without CODE, list all codes."""
    refuse_both((codes, "CODE"), (is_all, "--all"))
    from docgen.commands.explain import explain, explain_all
    from docgen.commands.report import Report

    return session.finish(Report(result=explain_all() if is_all else explain(codes)))


@click.command(
    "config",
    epilog=examples(
        ("docgen config", "describe all keys, as markdown"),
        ("docgen config exclude", "describe one"),
        ("docgen config --schema > docgen.schema.json", "for editors"),
    ),
)
@click.argument("keys", nargs=-1, metavar="[KEY]...", callback=valid_keys)
@click.option(
    "--schema", is_flag=True, help="Print the JSON Schema (draft-07) of the table."
)
@shared
def config_command(session: Session, keys: frozenset[str], schema: bool) -> int:
    """Describe the keys of [tool.docgen] in pyproject.toml."""
    refuse_both((keys, "KEY"), (schema, "--schema"))
    from docgen.commands.config import configuration_schema, describe
    from docgen.commands.report import Report

    text = configuration_schema() if schema else describe(keys)
    return session.finish(Report(result=text))
