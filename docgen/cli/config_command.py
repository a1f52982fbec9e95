"""The command `config`."""

import click

from docgen.cli.arguments import examples, refuse_both, valid_keys
from docgen.cli.session import Session, shared


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
