"""The command `diff`."""

import os
import sys
from typing import TYPE_CHECKING

import click

from docgen.cli.arguments import (
    examples,
    file_or_standard_output,
    no_cache_option,
    refuse_both,
)
from docgen.cli.session import BREAKING, Session, shared_by_changes

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_FORMATS = click.Choice(["text", "markdown", "json", "github"])
_CATEGORIES = click.Choice(["WIRE", "SOURCE", "DOCS"], case_sensitive=False)


def _complete_revisions(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> "list[CompletionItem]":
    """Return the branches and tags of git that start so, and files and folders."""
    from click.shell_completion import CompletionItem

    from docgen.commands.diff import complete_revisions

    del context, parameter
    names = map(CompletionItem, complete_revisions(incomplete))
    return [*names, CompletionItem(incomplete, type="file")]


@click.command(
    "diff",
    epilog=examples(
        ("docgen diff", "what changed since the last commit"),
        ("docgen diff v1.2..HEAD", "between two revisions"),
        ("docgen diff origin/main... --fail-on breaking", "in a pull request"),
        ("docgen diff v1.2 --uses app", "only what affects your code"),
        ("docgen diff HEAD~10 docs", "one folder, without a configuration"),
        ("docgen diff old/docs new/docs --output-format markdown", "a changelog"),
    ),
)
@click.argument(
    "versions",
    nargs=-1,
    metavar="[OLD] [NEW]",
    shell_complete=_complete_revisions,
)
@click.option(
    "--output-format",
    type=_FORMATS,
    help="Format of the changes. By default text, or github in a GitHub workflow.",
)
@click.option(
    "--category",
    "categories",
    multiple=True,
    type=_CATEGORIES,
    metavar="[WIRE|SOURCE|DOCS]",
    help="Report only changes of this category; can be repeated. WIRE: what is sent or received; "
    "SOURCE: names and annotations in Python; DOCS: what people read.",
)
@click.option(
    "--uses",
    multiple=True,
    type=click.Path(),
    metavar="PATH",
    help="Report only changes that affect the Python code in this file or folder, with the lines "
    "that use what changed; can be repeated.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    callback=file_or_standard_output,
    help="Write markdown or JSON to this file, not standard output.",
)
@click.option(
    "--list-changes",
    is_flag=True,
    help="Describe all kinds of changes as markdown, and exit.",
)
@no_cache_option
@shared_by_changes
def diff_command(
    session: Session,
    versions: tuple[str, ...],
    output_format: str | None,
    categories: tuple[str, ...],
    uses: tuple[str, ...],
    output: str | None,
    list_changes: bool,
    no_cache: bool,
) -> int:
    """Print what changed between OLD and NEW, and what breaks clients.

    OLD and NEW are folders with pages, or revisions of git: an existing path wins. A revision may
    be followed by a path (`HEAD~1:docs`); otherwise it means the configured sources, or the path of
    the other argument. NEW is the working tree by default, and OLD is HEAD. `A..B` compares two
    revisions, `A...B` compares B with the last commit that both have. The configuration of the
    working tree applies to both.

    The exit status is 0 even if there are changes, unless --fail-on is given.
    """
    refuse_both((versions, "OLD"), (list_changes, "--list-changes"))
    from docgen.changes.model import Category
    from docgen.commands.diff import DiffRequest, diff, list_of_changes
    from docgen.reporters import default_format

    diagnostics = session
    if session.fail_on == BREAKING:
        diagnostics = session._replace(fail_on="error")
    if list_changes:
        return diagnostics.finish(list_of_changes())
    form = output_format or ("" if output else default_format(os.environ))
    if output and form not in ("markdown", "json", ""):
        raise click.UsageError("-o needs --output-format markdown or json")
    request = DiffRequest(
        categories=frozenset(map(Category, categories)),
        form=form or ("json" if output and output.endswith(".json") else "markdown"),
        file=output or "",
        uses=uses,
        fails_on_breaking=session.fail_on == BREAKING,
        colours=session.colours(sys.stdout),
        options=session.options(is_cached=not no_cache),
    )
    return diagnostics.finish(diff(session.config(), versions, request), least="error")
