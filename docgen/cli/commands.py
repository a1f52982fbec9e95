"""The commands and their options. What a command runs is imported when it is run."""

import os
from typing import TYPE_CHECKING

import click

from docgen import __version__
from docgen.cli.arguments import (
    complete_codes,
    valid_codes,
    valid_codes_and_severities,
    valid_keys,
)
from docgen.cli.command_group import Program, examples
from docgen.cli.session import Session, shared, shared_options
from docgen.flavours import FLAVOURS

if TYPE_CHECKING:
    from docgen.commands.options import Options
    from docgen.commands.report import Report
    from docgen.config import Config

_PAGE = click.Path(allow_dash=True)
_FORMATS = click.Choice(["text", "concise", "counts", "json", "github", "sarif"])
_EXPORTS = click.Choice(["json", "csdl", "jsonschema"])
_STAGES = click.Choice(["page", "schema", "view"])


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="`docgen COMMAND --help` shows the options of a command, with examples.",
)
@click.version_option(__version__, prog_name="docgen", message="%(prog)s %(version)s")
@shared_options
@click.pass_context
def docgen(
    context: click.Context,
    config: str | None,
    color: str | None,
    fail_on: str | None,
    quiet: bool,
) -> None:
    """Generate typed Python from the pages of an API reference.

    PAGES are files or folders of markdown, `-` is standard input. The exit status is 0 if all is
    well, 1 for differences or errors on pages, 2 for wrong usage or configuration.
    """
    context.obj = Session(config, color or "auto", fail_on or "error", quiet)


@docgen.command(
    epilog=examples(
        ("docgen init", "ask, then write the configuration"),
        ("docgen init --yes --git", "in a script; set up git as well"),
    )
)
@click.option(
    "--git", is_flag=True, help="Add the lines for merging to .gitattributes as well."
)
@click.option("--yes", is_flag=True, help="Don't ask; accept the guessed values.")
@shared
def init(session: Session, git: bool, yes: bool) -> int:
    """Set up docgen in a project.

    Writes a [tool.docgen] table to pyproject.toml and a docgen.mk for make, and prints the lines
    to copy for make, git and pre-commit. Nothing that exists is overwritten. Values are guessed
    from the pages in the current folder; on a terminal you are asked to confirm them.
    """
    from docgen.cli.ask import answers
    from docgen.commands.init import guess, init

    proposed = guess(os.curdir)
    chosen = proposed if yes else answers(proposed)
    return session.finish(init(os.curdir, chosen, is_git=git))


@docgen.command(
    epilog=examples(
        ("docgen generate", "generate everything that is out of date"),
        ("docgen generate --check", "in CI: fail if anything is out of date"),
        ("docgen generate --diff", "show what would change"),
        ("docgen generate docs/resources/team.md", "only the types of one page"),
    )
)
@click.argument("pages", nargs=-1, type=_PAGE)
@click.option(
    "--check",
    is_flag=True,
    help="Don't write files; exit with status 1 if any file would change.",
)
@click.option(
    "--diff",
    is_flag=True,
    help="Don't write files; show what would change, and exit as --check does.",
)
@click.option("--force", is_flag=True, help="Overwrite hand-written changes.")
@click.option(
    "--keep-new",
    is_flag=True,
    help="Write the new version of a conflicting file next to it, as FILE.docgen-new.",
)
@click.option("--watch", is_flag=True, help="Regenerate whenever a file changes.")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option(
    "-j",
    "--jobs",
    "workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="Number of processes. By default, as many as are worthwhile.",
)
@click.option(
    "--staged",
    is_flag=True,
    help="Use staged content instead of the working tree.",
)
@click.option(
    "--output-format",
    type=_FORMATS,
    help="Format of diagnostics. By default text, with many warnings grouped by code.",
)
@click.option(
    "--depfile",
    metavar="FILE.d",
    help="Write the dependencies of FILE for make or ninja.",
)
@click.option(
    "--list-inputs", is_flag=True, help="List the files that are read, and exit."
)
@click.option(
    "--list-outputs", is_flag=True, help="List the files that are generated, and exit."
)
@shared
def generate(
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
    are written, in the context of all others, and no file is removed.
    """
    _refuse_both((watch, "--watch"), (force, "--force"))
    _refuse_both((watch, "--watch"), (diff, "--diff"))
    _refuse_both(
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
        shows_diff=diff,
        is_staged=staged,
        policy=EditPolicy(forces=force, keeps_new=keep_new),
        options=_options(is_cached=not no_cache, workers=workers),
    )
    form = output_format or default_format(os.environ, "grouped")

    def run(config: "Config", check: bool) -> "Report":
        return generate(config, pages, request.with_check(check or request.check))

    def show(report: "Report") -> int:
        is_result = bool(output_format) and not diff
        return session.finish(report, least="warning", form=form, is_result=is_result)

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


def _options(*, is_cached: bool = True, workers: int | None = None) -> "Options":
    """Return the options that several commands share, with progress on a terminal."""
    from docgen.cli.progress import with_progress
    from docgen.commands.options import Options

    return Options(is_cached=is_cached, workers=workers, progress=with_progress)


def _refuse_both(*given: tuple[object, str]) -> None:
    """Raise if more than one of the arguments is given."""
    names = [name for is_given, name in given if is_given][:2]
    if names[1:]:
        raise click.UsageError("{} and {} can't be used together".format(*names))


@docgen.command(
    epilog=examples(
        (
            "docgen accept generated/graph/models/team.py",
            "after a conflict: keep the file as it is",
        ),
    )
)
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE...")
@shared
def accept(session: Session, files: tuple[str, ...]) -> int:
    """Mark conflicts in generated FILES as resolved, keeping their current content."""
    from docgen.commands.accept import accept

    return session.finish(accept(session.config(), files, _options()))


@docgen.command(
    epilog=examples(
        ("docgen convert team.md", "print the model of a page"),
        ("docgen convert docs -o library", "write a package"),
        ("docgen convert --flavour pydantic - < team.md", "from standard input"),
    )
)
@click.argument("pages", nargs=-1, required=True, type=_PAGE, metavar="PAGE...")
@click.option(
    "--flavour",
    type=click.Choice(FLAVOURS),
    help="Kind of classes. By default, as configured, else dataclass.",
)
@click.option(
    "-o", "--output", metavar="DIR", help="Write a package into this folder instead."
)
@shared
def convert(
    session: Session, pages: tuple[str, ...], flavour: str | None, output: str | None
) -> int:
    """Print the Python of a page, or write it as a package.

    Needs no configuration. A page in a configured source is read in the context of all its
    pages, others in the context of the given pages.
    """
    from docgen.commands.convert import convert

    return session.finish(convert(session.config(), pages, flavour, output, _options()))


@docgen.command(
    epilog=examples(
        ("docgen lint", "check all configured sources"),
        ("docgen lint docs --output-format counts", "count diagnostics by code"),
        ("docgen lint --ignore note,broken-link", "all but notes and one code"),
        ("docgen lint --output-format sarif > docgen.sarif", "for code scanning"),
    )
)
@click.argument("pages", nargs=-1, type=_PAGE)
@click.option(
    "--output-format",
    type=_FORMATS,
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
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option(
    "--staged",
    is_flag=True,
    help="Use staged content instead of the working tree.",
)
@shared
def lint(
    session: Session,
    pages: tuple[str, ...],
    output_format: str | None,
    select: frozenset[str],
    ignore: frozenset[str],
    no_cache: bool,
    staged: bool,
) -> int:
    """Report what is wrong on PAGES, or in all configured sources.

    Pages in a configured source are checked in the context of all its pages. `docgen explain CODE`
    describes a diagnostic.
    """
    from docgen.commands.lint import lint
    from docgen.reporters import default_format

    found = lint(
        session.config(),
        pages,
        select_only=select,
        ignore=ignore,
        is_staged=staged,
        options=_options(is_cached=not no_cache),
    )
    form = output_format or default_format(os.environ)
    return session.finish(found, form=form, is_result=True)


@docgen.command(
    epilog=examples(
        ("docgen export docs --format json", "print the schema as JSON"),
        ("docgen export docs --format csdl -o metadata.xml", "CSDL 4.0, to a file"),
    )
)
@click.argument("pages", nargs=-1, required=True, type=_PAGE)
@click.option(
    "--format",
    type=_EXPORTS,
    required=True,
    help="json: docgen's own; csdl: CSDL 4.0 XML; jsonschema: draft 2020-12.",
)
@click.option(
    "-o", "--output", metavar="FILE", help="Write to this file, not standard output."
)
@shared
def export(
    session: Session, pages: tuple[str, ...], format: str, output: str | None
) -> int:
    """Print the schema that PAGES declare, for other tools."""
    from docgen.commands.export import export

    return session.finish(
        export(session.config(), pages, format, output, _options()), least="error"
    )


@docgen.command(
    epilog=examples(
        ("docgen show team.md --stage page", "how the markdown was parsed"),
        ("docgen show team.md --stage schema", "which types it declares"),
    )
)
@click.argument("page", type=_PAGE)
@click.option(
    "--stage",
    type=_STAGES,
    required=True,
    help="page: parsed markdown; schema: declared types; view: values for the templates.",
)
@shared
def show(session: Session, page: str, stage: str) -> int:
    """Print the output of a stage for PAGE, to find out why its Python is what it is."""
    from docgen.commands.show import show

    return session.finish(
        show(session.config(), page, stage, _options()), least="error"
    )


@docgen.command(
    epilog=examples(
        ("docgen explain", "list all codes"),
        ("docgen explain broken-link", "explain one"),
        ("docgen explain --all > codes.md", "all of them, as markdown"),
    )
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
def explain(session: Session, codes: frozenset[str], is_all: bool) -> int:
    """Explain diagnostics; without CODE, list all codes."""
    _refuse_both((codes, "CODE"), (is_all, "--all"))
    from docgen.commands.explain import explain, explain_all
    from docgen.commands.report import Report

    return session.finish(Report(result=explain_all() if is_all else explain(codes)))


@docgen.command(
    epilog=examples(
        ("docgen config", "describe all keys, as markdown"),
        ("docgen config exclude", "describe one"),
        ("docgen config --schema > docgen.schema.json", "for editors"),
    )
)
@click.argument("keys", nargs=-1, metavar="[KEY]...", callback=valid_keys)
@click.option(
    "--schema", is_flag=True, help="Print the JSON Schema (draft-07) of the table."
)
@shared
def config(session: Session, keys: frozenset[str], schema: bool) -> int:
    """Describe the keys of [tool.docgen] in pyproject.toml."""
    _refuse_both((keys, "KEY"), (schema, "--schema"))
    from docgen.commands.config import configuration_schema, describe
    from docgen.commands.report import Report

    text = configuration_schema() if schema else describe(keys)
    return session.finish(Report(result=text))
