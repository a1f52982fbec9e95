"""The command `where`."""

from typing import TYPE_CHECKING

import click

from docgen.cli.arguments import PAGE, examples, no_cache_option, text_or_json_option
from docgen.cli.session import Session, shared

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def _complete_names(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> "list[CompletionItem]":
    """Return the names of types, properties, members and operations, or requests, that start so."""
    from click.shell_completion import CompletionItem

    from docgen.commands.where import complete

    del parameter
    session = Session(context.params.get("config"), "never", "error", is_quiet=True)
    return [*map(CompletionItem, complete(session.config(), incomplete))]


@click.command(
    "where",
    epilog=examples(
        ("docgen where Team.display_name", "a name of the generated package"),
        ("docgen where displayName", "the rows of all types with this name"),
        ("docgen where microsoft.graph.team", "a type by its qualified name"),
        (
            "docgen where 'GET /teams/{id}'",
            "the pages with a request, and its operation",
        ),
        ("docgen where client.team.get", "the pages of a call"),
    ),
)
@click.argument("name", shell_complete=_complete_names)
@click.argument("pages", nargs=-1, type=PAGE)
@text_or_json_option(
    "text: `path:line:column: kind name` on each line; json: the same as a list."
)
@no_cache_option
@shared
def where_command(
    session: Session,
    name: str,
    pages: tuple[str, ...],
    output_format: str,
    no_cache: bool,
) -> int:
    """Print where pages declare NAME: a Python name, a name on the pages, or a URL.

    A method may precede the URL, and the first parts of a name may be left out. Searches PAGES, or
    all configured sources. The exit status is 1 if no page declares NAME.
    """
    from docgen.commands.where import where

    options = session.options(is_cached=not no_cache)
    is_json = output_format == "json"
    found = where(session.config(), name, pages, is_json=is_json, options=options)
    return session.finish(found)
