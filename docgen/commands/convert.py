"""`docgen convert`: Python for some pages, on the screen or as a package of its own."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.commands.errors import UsageError
from docgen.commands.lines import source_line
from docgen.commands.outcome import Outcome, told
from docgen.commands.readings import Reading, readings
from docgen.commands.written import Written, report_of, told_of
from docgen.config import Config, Target
from docgen.diagnostics import Diagnostic, Result, sort_diagnostics
from docgen.output.plan import WriteScope
from docgen.pages.page_set import PageFile
from docgen.pipeline import files_of, reachable, views_of, written
from docgen.python.views import EnumView, FileView, ModelView
from docgen.render.files import GeneratedFile
from docgen.reporters import summary
from docgen.schema.model import Schema


class Known(Struct, frozen=True, kw_only=True):
    """The named pages, and the schema of the page set that they lie in."""

    reading: Reading
    target: Target
    schema: Result[Schema]
    pages: tuple[PageFile, ...]


def convert(
    config: Config, paths: Sequence[str], flavour: str | None, folder: str | None
) -> Outcome:
    """Give the model modules of the named pages, or write a package into a folder."""
    sets = [_known(one, flavour) for one in readings(config, paths)]
    if folder is None:
        return _printed(sets, config)
    if len(sets) > 1:
        raise UsageError(
            "the pages lie in different page sets; convert them one by one"
        )
    return _package(sets[0], folder, config)


def _known(reading: Reading, flavour: str | None) -> Known:
    target = replace(reading.target, flavour=flavour or reading.target.flavour)
    pages = reading.page_set.pages
    return Known(
        reading=reading,
        target=target,
        schema=reading.schema(),
        pages=tuple(page for page in pages if reading.is_named(page.path)),
    )


def _printed(sets: Iterable[Known], config: Config) -> Outcome:
    """Give the modules one after the other, each under its name where there are several."""
    files: list[GeneratedFile] = []
    diagnostics: list[Diagnostic] = []
    for known in sets:
        paths = frozenset(page.path for page in known.pages)
        views = views_of(known.schema.value, known.target, paths)
        files += files_of(_modules(views.value.files), known.target)
        diagnostics += _told(known, views.diagnostics, config)
    pages = tuple(page for known in sets for page in known.pages)
    texts = [f"# {one.path}\n{one.text}" for one in files]
    nothing = "" if files else "nothing is declared there; "
    return Outcome(
        result=files[0].text if len(files) == 1 else "\n\n".join(texts),
        diagnostics=sort_diagnostics(diagnostics),
        pages=len(pages),
        lines=source_line(pages),
        summary=nothing + summary(len(pages), diagnostics),
    )


def _modules(views: Iterable[FileView]) -> list[FileView]:
    """Give the views of the modules that hold types."""
    return [
        one
        for one in views
        if isinstance(one.view, ModelView | EnumView) and one.path.endswith(".py")
    ]


def _told(
    known: Known, about_names: Iterable[Diagnostic], config: Config
) -> tuple[Diagnostic, ...]:
    found = known.reading.told(known.schema, about_names)
    return told(found, known.reading.page_set.shown, config)


def _package(known: Known, folder: str, config: Config) -> Outcome:
    """Write the types of the named pages and all that these need; nothing is removed."""
    paths = {page.path for page in known.pages}
    entries = (entry for entry in known.schema.value.pages if entry.path in paths)
    names = [name for entry in entries for name in entry.types]
    schema = reachable(known.schema.value, names)
    views = views_of(schema, known.target)
    files = files_of(views.value.files, known.target)
    plan, applied = written(files, folder, WriteScope(removes=False), checks=False)
    done = Written(plan=plan, done=applied, output=folder, is_done=True)
    diagnostics = sort_diagnostics(
        [*_told(known, views.diagnostics, config), *told_of(done, config)]
    )
    return Outcome(
        diagnostics=diagnostics,
        pages=len(known.pages),
        lines=source_line(known.pages),
        summary=f"{report_of([done])} ({summary(len(known.pages), diagnostics)})",
    )
