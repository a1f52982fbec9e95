"""The commands for a project.

What a command runs is imported when it is run.
"""

import os
from typing import TYPE_CHECKING

import click

from docgen.cli.arguments import (
    OUTPUT_FORMAT,
    PAGE,
    complete_codes,
    complete_names,
    examples,
    no_cache_option,
    refuse_both,
    staged_option,
    valid_codes_and_severities,
)
from docgen.cli.session import Session, shared

if TYPE_CHECKING:
    from docgen.commands.permissions import Access
    from docgen.commands.report import Report
    from docgen.config import Config


@click.command(
    "init",
    epilog=examples(
        ("docgen init", "ask, then write the configuration"),
        ("docgen init --yes --git", "in a script; set up git as well"),
        ("docgen init --git", "in a new clone of a project that uses docgen"),
    ),
)
@click.option(
    "--git",
    is_flag=True,
    help="Add the lines for merging to .gitattributes and configure the merge driver in .git.",
)
@click.option("--yes", is_flag=True, help="Don't ask; accept the guessed values.")
@shared
def init_command(session: Session, git: bool, yes: bool) -> int:
    """Set up docgen in a project.

    Writes a [tool.docgen] table to pyproject.toml and a docgen.mk for make, and prints the lines
    to copy for make, git and pre-commit. Nothing that exists is overwritten. Values are guessed
    from the pages in the current folder; on a terminal you are asked to confirm them. In a project
    that is configured, --git sets up a new clone.
    """
    from docgen.cli.ask import answers
    from docgen.commands.init import guess, init

    proposed = guess(os.curdir)
    is_known = git and session.file() is not None
    chosen = proposed if yes or is_known else answers(proposed)
    return session.finish(init(os.curdir, chosen, is_git=git))


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
    help="Format of diagnostics. The default is text without notes, in which many warnings are "
    "grouped by code, and which has only diagnostics of generated files with --staged; "
    "`docgen lint` reports the rest.",
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
        return show(run(session.config(), False))
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
    to types on the given PAGES.
    `docgen explain CODE` describes a diagnostic.
    """
    refuse_both((statistics, "--statistics"), (output_format, "--output-format"))
    refuse_both(
        (write_baseline, "--write-baseline"), (update_baseline, "--update-baseline")
    )
    refuse_both((write_baseline, "--write-baseline"), (baseline, "--baseline"))
    fixes = fix or unsafe_fixes or diff
    refuse_both((write_baseline, "--write-baseline"), (fixes, "--fix"))
    refuse_both((diff, "--diff"), (output_format, "--output-format"))
    from docgen.commands.fixing import FixUse
    from docgen.commands.known_diagnostics import BaselineUse
    from docgen.commands.lint import lint
    from docgen.reporters import default_format

    config = session.config()
    use = BaselineUse(
        file=config.baseline if baseline is None else baseline,
        updates=update_baseline,
        written=write_baseline or "",
    )
    found = lint(
        config,
        pages,
        select_only=select,
        ignore=ignore,
        is_staged=staged,
        baseline=use,
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
    return session.finish(found, form=form, is_result=not (fixes and "-" in pages))


@click.command(
    "where",
    epilog=examples(
        ("docgen where Team.display_name", "a name of the generated package"),
        ("docgen where displayName", "the rows of all types with this name"),
        ("docgen where microsoft.graph.team", "a type by its qualified name"),
        ("docgen where 'GET /teams/{id}'", "the pages with a request"),
    ),
)
@click.argument("name", shell_complete=complete_names)
@click.argument("pages", nargs=-1, type=PAGE)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    help="text: `path:line:column: kind name` on each line; json: the same as a list.",
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


@click.command(
    "permissions",
    epilog=examples(
        ("docgen permissions", "what the code in this folder needs"),
        ("docgen permissions app --access application", "a service without a user"),
        ("docgen permissions --output-format json", "for other programs"),
    ),
)
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--access",
    type=click.Choice(["work", "personal", "application"]),
    multiple=True,
    help="Kind of access: of a user with a work or school account, with a personal account, or of "
    "an application without a user. Can be repeated; by default work and application.",
)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    help="text: permissions, each with the calls that need it; json: the same as an object.",
)
@no_cache_option
@shared
def permissions_command(
    session: Session,
    paths: tuple[str, ...],
    access: "tuple[Access, ...]",
    output_format: str,
    no_cache: bool,
) -> int:
    """Print the least privileged permissions that the code at PATHS needs.

    Finds the calls of the generated client in files and folders, by default in the current folder.
    An operation needs the first permission of its page, unless another one on that page is needed
    anyway. Calls of objects whose type is not evident are listed separately.
    """
    from docgen.commands.permissions import DEFAULT_ACCESS, needed_permissions

    found = needed_permissions(
        session.config(),
        paths,
        access=tuple(dict.fromkeys(access)) or DEFAULT_ACCESS,
        is_json=output_format == "json",
        options=session.options(is_cached=not no_cache),
    )
    return session.finish(found)


@click.command(
    "mock",
    epilog=examples(
        ("docgen mock", "serve all examples at http://127.0.0.1:8000"),
        (
            "docgen mock api/message-get.md --port 0",
            "those of a page, on any free port",
        ),
        ("docgen mock --failure throttled", "answer the first request with status 429"),
    ),
)
@click.argument("names", nargs=-1, metavar="[EXAMPLES]...")
@click.option("--package", help="Package whose examples are served, if several exist.")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on. Any other than the default makes the service visible to others.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=8000,
    show_default=True,
    help="Port to listen on; 0 for any free port.",
)
@click.option(
    "--failure",
    "failures",
    type=click.Choice(["not-found", "throttled", "unauthenticated", "unavailable"]),
    multiple=True,
    help="Answer the first request with a failure; repeat the option for further requests.",
)
@click.option(
    "--page-size",
    type=click.IntRange(min=1),
    help="Answer collections in pages of this number of items.",
)
@shared
def mock_command(
    session: Session,
    names: tuple[str, ...],
    package: str | None,
    host: str,
    port: int,
    failures: tuple[str, ...],
    page_size: int | None,
) -> int:
    """Serve the documented examples of the generated package over HTTP.

    A client in any language gets the answers of the pages, until you interrupt the command.
    EXAMPLES are pages, or pages with the name or number of an example (`api/message-get.md#2`);
    paths begin below the source folder. Without them, all examples are served. The answer to a
    request that no example has is status 501, and names the nearest example.
    """
    from docgen.commands.mock import mock

    mock(
        session.config(),
        names,
        package=package,
        host=host,
        port=port,
        failures=failures,
        page_size=page_size,
        log=session.log,
    )
    return 0


@click.command(
    "accept",
    epilog=examples(
        (
            "docgen accept generated/graph/models/team.py",
            "after a conflict: keep the file as it is",
        ),
        ("docgen accept generated", "keep all files with conflicts as they are"),
    ),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE...")
@shared
def accept_command(session: Session, files: tuple[str, ...]) -> int:
    """Mark conflicts in generated FILES as resolved, keeping their current content.

    FILES can be folders: all files in them for which `docgen generate` reports a conflict, or code
    that was deleted, added again or is no longer declared. Prints the conflicts that this resolves.
    """
    from docgen.commands.accept import accept

    return session.finish(accept(session.config(), files, session.options()))
