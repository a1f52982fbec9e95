"""The command `export`."""

import click

from docgen.cli.arguments import PAGE, examples, file_or_standard_output
from docgen.cli.session import Session, shared

_EXPORTS = click.Choice(["json", "csdl", "jsonschema", "openapi"])


@click.command(
    "export",
    epilog=examples(
        ("docgen export docs --format json", "print the schema as JSON"),
        ("docgen export docs --format csdl -o metadata.xml", "CSDL 4.0, to a file"),
        ("docgen export docs --format openapi -o api.json", "with all requests"),
    ),
)
@click.argument("pages", nargs=-1, required=True, type=PAGE)
@click.option(
    "--format",
    type=_EXPORTS,
    required=True,
    help=(
        "json: docgen's own; csdl: CSDL 4.0 XML; jsonschema: draft 2020-12; "
        "openapi: OpenAPI 3.1 as JSON."
    ),
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    callback=file_or_standard_output,
    help="Write to this file, not standard output.",
)
@shared
def export_command(
    session: Session, pages: tuple[str, ...], format: str, output: str | None
) -> int:
    """Print the schema that PAGES declare, for other tools."""
    from docgen.commands.export import export

    return session.finish(
        export(session.config(), pages, format, output, session.options()),
        least="error",
    )
