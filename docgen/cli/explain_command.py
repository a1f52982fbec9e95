"""The command `explain`."""

import click

from docgen.cli.arguments import complete_codes, examples, refuse_both, valid_codes
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
    from docgen.commands.explain import explain
    from docgen.commands.report import Report
    from docgen.reporters.rules import rules_page

    return session.finish(Report(result=rules_page() if is_all else explain(codes)))
