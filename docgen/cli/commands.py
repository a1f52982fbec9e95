"""The commands and their options. What a command does is imported when it is run."""

import os
from typing import TYPE_CHECKING

import click

from docgen import __version__
from docgen.cli.codes import begun_codes, known_codes, known_codes_and_severities
from docgen.cli.session import Session, shared, shared_options
from docgen.flavours import FLAVOURS

if TYPE_CHECKING:
    from docgen.commands.outcome import Outcome
    from docgen.config import Config

_PAGE = click.Path(allow_dash=True)
_FORMS = click.Choice(["text", "concise", "counts", "json", "github", "sarif"])
_EXPORTS = click.Choice(["json", "csdl", "jsonschema"])
_STAGES = click.Choice(["page", "schema", "view"])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="docgen", message="%(prog)s %(version)s")
@shared_options
@click.pass_context
def docgen(
    context: click.Context, config: str | None, color: str | None, fail_on: str | None
) -> None:
    """Typed Python from the resource pages of an API reference.

    PAGES are files or folders, `-` is standard input. The exit status is 0 when all is done, 1
    for differences or errors on pages, 2 for misuse.
    """
    context.obj = Session(config, color or "auto", fail_on or "error")


@docgen.command()
@click.argument("pages", nargs=-1, type=_PAGE)
@click.option(
    "--check", is_flag=True, help="Write nothing; exit 1 if that were needed."
)
@click.option("--diff", is_flag=True, help="Show what changes.")
@click.option("--force", is_flag=True, help="Write over what people wrote.")
@click.option(
    "--keep-new", is_flag=True, help="Write new texts beside files in conflict."
)
@click.option("--watch", is_flag=True, help="Do it again after every change.")
@click.option("--no-cache", is_flag=True, help="Begin from nothing, keep nothing.")
@click.option(
    "-j",
    "workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="Share the work among N processes; as many as pay if not given.",
)
@click.option("--staged", is_flag=True, help="Take what git's index holds.")
@click.option("--depfile", metavar="FILE.d", help="For make, ninja: a rule for FILE.")
@click.option("--list-inputs", is_flag=True, help="List what is read, do nothing.")
@click.option("--list-outputs", is_flag=True, help="List what is made, do nothing.")
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
    depfile: str | None,
    list_inputs: bool,
    list_outputs: bool,
) -> int:
    """Bring the output in line with the source.

    PAGES narrow what is written, never what is known; nothing is removed then. What people wrote
    into generated files stays.
    """
    _refuse_mixed((watch, "--watch"), (force, "--force"))
    _refuse_mixed(
        (pages, "PAGES"),
        (watch, "--watch"),
        (staged, "--staged"),
        (depfile, "--depfile"),
        (list_inputs, "--list-inputs"),
        (list_outputs, "--list-outputs"),
    )
    from docgen.commands.generate import Wish, generate
    from docgen.edits.decision import EditPolicy

    terms = EditPolicy(forces=force, keeps_new=keep_new)

    def turn(config: "Config", checks: bool) -> "Outcome":
        wish = Wish(
            checks=checks or check,
            shows=diff,
            is_cached=not no_cache,
            workers=workers,
            is_staged=staged,
            terms=terms,
        )
        return generate(config, pages, wish)

    if list_inputs or list_outputs:
        from docgen.commands.listed import listed

        return listed(session, is_cached=not no_cache, is_inputs=list_inputs)
    if depfile:
        from docgen.commands.listed import noted

        return noted(session, lambda config: turn(config, checks=False), depfile)
    if not watch:
        return session.finish(turn(session.config(), checks=False), least="warning")
    from docgen.commands.watch import watch as watch_sources

    return watch_sources(session, turn)


def _refuse_mixed(*asked: tuple[object, str]) -> None:
    """Refuse more than one of things that do not go together."""
    both = [name for is_asked, name in asked if is_asked][:2]
    if both[1:]:
        raise click.UsageError("{} and {} do not go together".format(*both))


@docgen.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE...")
@shared
def accept(session: Session, files: tuple[str, ...]) -> int:
    """Settle what `generate` tells of generated FILES: what is in them is meant."""
    from docgen.commands.accept import accept

    return session.finish(accept(session.config(), files))


@docgen.command()
@click.argument("pages", nargs=-1, required=True, type=_PAGE, metavar="PAGE...")
@click.option("--flavour", type=click.Choice(FLAVOURS), help="The kind of Python.")
@click.option("-o", "--output", metavar="DIR", help="Write a package into this folder.")
@shared
def convert(
    session: Session, pages: tuple[str, ...], flavour: str | None, output: str | None
) -> int:
    """Print the Python of a page, or write it as a package.

    Needs no configuration. A page inside a configured source is understood against that whole
    source, others against the pages given.
    """
    from docgen.commands.convert import convert

    return session.finish(convert(session.config(), pages, flavour, output))


@docgen.command()
@click.argument("pages", nargs=-1, type=_PAGE)
@click.option("--output-format", type=_FORMS, help="How it is told.")
@click.option(
    "--select",
    multiple=True,
    metavar="CODES",
    callback=known_codes_and_severities,
    shell_complete=begun_codes,
    help="Only these codes, or severities.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="CODES",
    callback=known_codes_and_severities,
    shell_complete=begun_codes,
    help="All but these codes, or severities.",
)
@click.option("--no-cache", is_flag=True, help="Begin from nothing, keep nothing.")
@click.option("--staged", is_flag=True, help="Take what git's index holds.")
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
    """Tell what is wrong on PAGES, or in all configured sources.

    Inside a configured source PAGES narrow what is told, never what is known. Without a format
    it is told as text, or as GitHub has it where its actions run.
    """
    from docgen.commands.lint import lint
    from docgen.reporters import usual_form

    form = output_format or usual_form(os.environ)
    found = lint(
        session.config(),
        pages,
        select,
        ignore,
        is_staged=staged,
        is_cached=not no_cache,
    )
    return session.finish(found, form=form, is_result=True)


@docgen.command()
@click.argument("pages", nargs=-1, required=True, type=_PAGE)
@click.option("--format", type=_EXPORTS, required=True, help="The form of it.")
@click.option("-o", "--output", metavar="FILE", help="Write to this file.")
@shared
def export(
    session: Session, pages: tuple[str, ...], format: str, output: str | None
) -> int:
    """Give the schema of PAGES, for other tools."""
    from docgen.commands.export import export

    return session.finish(
        export(session.config(), pages, format, output), least="error"
    )


@docgen.command()
@click.argument("page", type=_PAGE)
@click.option("--stage", type=_STAGES, required=True)
@shared
def show(session: Session, page: str, stage: str) -> int:
    """Show what a stage made of PAGE."""
    from docgen.commands.show import show

    return session.finish(show(session.config(), page, stage), least="error")


@docgen.command()
@click.argument(
    "codes",
    nargs=-1,
    metavar="[CODE]...",
    callback=known_codes,
    shell_complete=begun_codes,
)
@shared
def explain(session: Session, codes: frozenset[str]) -> int:
    """Explain a diagnostic; without CODE, list them all."""
    from docgen.commands.explain import explain
    from docgen.commands.outcome import Outcome

    return session.finish(Outcome(result=explain(codes)))
