"""The command `generate`."""

import os
from typing import TYPE_CHECKING

import click

from docgen.cli.arguments import (
    OUTPUT_FORMAT,
    PAGE,
    examples,
    no_cache_option,
    refuse_both,
    staged_option,
)
from docgen.cli.session import Session, shared

if TYPE_CHECKING:
    from docgen.commands.report import Report
    from docgen.config import Config


@click.command(
    "generate",
    epilog=examples(
        ("docgen generate", "generate everything that is out of date"),
        ("docgen generate --check", "in CI: fail if anything is out of date"),
        ("docgen generate --diff", "show what would change"),
        ("docgen generate docs/resources/team.md", "only the types of one page"),
    ),
)
@click.argument("pages", nargs=-1, type=PAGE)
@click.option(
    "--check",
    is_flag=True,
    help="Don't write files; exit with status 1 if any file would change, or for an error.",
)
@click.option(
    "--diff",
    is_flag=True,
    help="Don't write files; show what would change. With --check, exit with status 1 if anything "
    "would.",
)
@click.option("--force", is_flag=True, help="Overwrite hand-written changes.")
@click.option(
    "--keep-new",
    is_flag=True,
    help="Write the new version of a conflicting file next to it, as FILE.docgen-new.",
)
@click.option("--watch", is_flag=True, help="Regenerate whenever a file changes.")
@no_cache_option
@click.option(
    "-j",
    "--jobs",
    "workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="Number of processes. By default, as many as are worthwhile.",
)
@staged_option
@click.option(
    "--output-format",
    type=OUTPUT_FORMAT,
    help="Format of diagnostics. By default text: notes are left out, and many warnings are "
    "grouped by code. With --staged, pages are left out as well. `docgen lint` reports everything.",
)
@click.option(
    "--depfile",
    metavar="FILE.d",
    help="Write a dependency file for make or ninja, named as the make target plus `.d`.",
)
@click.option(
    "--list-inputs", is_flag=True, help="List the files that are read, and exit."
)
@click.option(
    "--list-outputs", is_flag=True, help="List the files that are generated, and exit."
)
@shared
def generate_command(
    session: Session,
    pages: tuple[str, ...],
    check: bool,
    diff: bool,
    force: bool,
    keep_new: bool,
    watch: bool,
    no_cache: bool,
    workers: int | None,
    staged: bool,
    output_format: str | None,
    depfile: str | None,
    list_inputs: bool,
    list_outputs: bool,
) -> int:
    """Generate Python from the configured sources; write only what changed.

    Hand-written changes in generated files are kept. With PAGES, only the types on those pages
    are written, and no file is removed. They may refer to types on other pages of the source.
    """
    refuse_both((watch, "--watch"), (force, "--force"))
    refuse_both((watch, "--watch"), (diff, "--diff"))
    refuse_both((watch, "--watch"), (check, "--check"))
    refuse_both((keep_new, "--keep-new"), (check, "--check"))
    refuse_both((keep_new, "--keep-new"), (diff, "--diff"))
    refuse_both(
        (pages, "PAGES"),
        (watch, "--watch"),
        (staged, "--staged"),
        (depfile, "--depfile"),
        (list_inputs, "--list-inputs"),
        (list_outputs, "--list-outputs"),
    )
    from docgen.commands.generate import Request, generate
    from docgen.edits.decision import EditPolicy
    from docgen.reporters import default_format

    request = Request(
        check=check or diff,
        allows_changes=diff and not check,
        shows_diff=diff,
        is_staged=staged,
        reports_pages=bool(output_format) or not staged,
        policy=EditPolicy(forces=force, keeps_new=keep_new),
        options=session.options(is_cached=not no_cache, workers=workers),
    )
    form = output_format or default_format(os.environ, "grouped")

    def run(config: "Config", check: bool) -> "Report":
        return generate(config, pages, request.with_check(check or request.check))

    def show(report: "Report") -> int:
        is_result = bool(output_format) and not diff
        least = "note" if output_format else "warning"
        return session.finish(report, least=least, form=form, is_result=is_result)

    if watch:
        from docgen.commands.watch import watch as watch_sources

        return watch_sources(session.config, run, show)
    if not (list_inputs or list_outputs or depfile):
        report = run(session.config(), False)
        session.keep(report)
        return show(report)
    from docgen.commands import dependencies

    config, file = session.config(), session.file()
    if list_inputs:
        return session.finish(dependencies.list_inputs(config, file))
    if list_outputs:
        checked = request.with_check(True)
        return session.finish(dependencies.list_outputs(config, file, checked))
    return dependencies.write_depfile(
        config, file, depfile or "", lambda config: show(run(config, False))
    )
