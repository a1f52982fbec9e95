"""The command `lint`."""

import os

import click

from docgen.cli.arguments import (
    OUTPUT_FORMAT,
    PAGE,
    complete_codes,
    examples,
    no_cache_option,
    refuse_both,
    staged_option,
    valid_codes_and_severities,
)
from docgen.cli.session import Session, shared


@click.command(
    "lint",
    epilog=examples(
        ("docgen lint", "check all configured sources"),
        ("docgen lint docs --output-format counts", "count diagnostics by code"),
        ("docgen lint --ignore note,broken-link", "all but notes and one code"),
        ("docgen lint --output-format sarif > docgen.sarif", "for code scanning"),
        ("docgen lint --fix", "apply safe fixes"),
        ("docgen lint --write-baseline .docgen-baseline", "accept what is there now"),
    ),
)
@click.argument("pages", nargs=-1, type=PAGE)
@click.option(
    "--output-format",
    type=OUTPUT_FORMAT,
    help="Format of diagnostics. By default text, or github in a GitHub workflow.",
)
@click.option(
    "--select",
    multiple=True,
    metavar="CODES",
    callback=valid_codes_and_severities,
    shell_complete=complete_codes,
    help="Comma-separated codes or severities to report; all others are ignored.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="CODES",
    callback=valid_codes_and_severities,
    shell_complete=complete_codes,
    help="Comma-separated codes or severities to ignore.",
)
@click.option(
    "--baseline",
    metavar="FILE",
    help="Report only diagnostics that are not in FILE; the exit status is 1 if warnings are among "
    "them. The default is the configured baseline; an empty string turns it off.",
)
@click.option(
    "--write-baseline",
    metavar="FILE",
    help="Write all diagnostics to FILE, for use as a baseline.",
)
@click.option(
    "--update-baseline",
    is_flag=True,
    help="Remove solved diagnostics from the baseline; don't add new ones.",
)
@click.option(
    "--statistics",
    is_flag=True,
    help="Print the number of diagnostics of each code, including those in the baseline.",
)
@click.option(
    "--fix",
    is_flag=True,
    help="Apply safe fixes to the pages, and report what remains. A page from standard input is "
    "printed. With --staged, only pages without unstaged changes are fixed.",
)
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help="Apply unsafe fixes as well: guesses, and changes of what pages mean. Implies --fix.",
)
@click.option(
    "--diff",
    is_flag=True,
    help="Don't fix pages, show what --fix would change; exit with status 1 if it would.",
)
@click.option(
    "--exit-non-zero-on-fix",
    is_flag=True,
    help="Exit with status 1 if a page was fixed, even if nothing remains.",
)
@no_cache_option
@staged_option
@shared
def lint_command(
    session: Session,
    pages: tuple[str, ...],
    output_format: str | None,
    select: frozenset[str],
    ignore: frozenset[str],
    baseline: str | None,
    write_baseline: str | None,
    update_baseline: bool,
    statistics: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    exit_non_zero_on_fix: bool,
    no_cache: bool,
    staged: bool,
) -> int:
    """Report what is wrong on PAGES, or in all configured sources.

    Pages in a configured source may refer to types on all pages of the source, other pages only
    to types on the given PAGES. `docgen explain CODE` describes a diagnostic.
    """
    fixes = fix or unsafe_fixes or diff
    refuse_both((statistics, "--statistics"), (output_format, "--output-format"))
    for other in (
        (update_baseline, "--update-baseline"),
        (baseline, "--baseline"),
        (fixes, "--fix"),
    ):
        refuse_both((write_baseline, "--write-baseline"), other)
    for other in (
        (update_baseline, "--update-baseline"),
        (statistics, "--statistics"),
        (output_format, "--output-format"),
    ):
        refuse_both((diff, "--diff"), other)
    from docgen.commands.fixing import FixUse
    from docgen.commands.known_diagnostics import BaselineUse
    from docgen.commands.lint import LintRequest, lint
    from docgen.reporters import default_format

    config = session.config()
    request = LintRequest(
        select_only=select,
        ignore=ignore,
        is_staged=staged,
        baseline=BaselineUse(
            file=config.baseline if baseline is None else baseline,
            updates=update_baseline,
            written=write_baseline or "",
        ),
        fixing=FixUse(
            fixes=fixes,
            is_unsafe=unsafe_fixes,
            shows_diff=diff,
            fails=exit_non_zero_on_fix,
        ),
        shows_statistics=statistics,
        options=session.options(is_cached=not no_cache),
    )
    form = output_format or default_format(os.environ)
    is_result = not (fixes and "-" in pages)
    return session.finish(lint(config, pages, request), form=form, is_result=is_result)
