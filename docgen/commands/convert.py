"""`docgen convert`: the Python code of some pages, on standard output or as a package."""

from collections.abc import Sequence

from msgspec.structs import replace

from docgen.build.emit import emit, templates_of
from docgen.commands.errors import UsageError
from docgen.commands.options import DEFAULTS, Options
from docgen.commands.report import Report, source_lines
from docgen.commands.selected_build import SelectedBuild, build_selection
from docgen.commands.selection import Selection, select
from docgen.commands.written import output_diagnostics, summary_of
from docgen.config import Config
from docgen.diagnostics import sort_diagnostics
from docgen.output.plan import WriteScope
from docgen.pages.tree import DISK
from docgen.pipeline import Stage, write
from docgen.python.views import EnumView, ModelView
from docgen.reporters import summary


def convert(
    config: Config,
    paths: Sequence[str],
    flavour: str | None,
    folder: str | None,
    options: Options = DEFAULTS,
) -> Report:
    """Return the model modules of pages, or write a package to a folder."""
    selections = [
        replace(one, target=replace(one.target, flavour=flavour or one.target.flavour))
        for one in select(config, paths)
    ]
    if folder is not None:
        if len(selections) > 1:
            message = "the pages are in different page sets; convert them one by one"
            raise UsageError(message)
        return _package(selections[0], folder, options)
    return _modules(
        [
            build_selection(one, options, only=one.page_paths(), through=Stage.VIEWS)
            for one in selections
        ]
    )


def _modules(builds: Sequence[SelectedBuild]) -> Report:
    """Return the model modules; if there are several, each below a comment with its path."""
    files = [
        (view.path, emit(view, templates_of(one.selection.target)).content)
        for one in builds
        for view in one.build.lowered.views
        if isinstance(view.view, ModelView | EnumView) and view.path.endswith(".py")
    ]
    diagnostics = sort_diagnostics(found for one in builds for found in one.diagnostics)
    pages = [page for one in builds for page in one.pages]
    single = files[0][1] if len(files) == 1 else None
    nothing = "" if files else "the pages declare no type; "
    return Report(
        result=single or "\n\n".join(f"# {path}\n{code}" for path, code in files),
        diagnostics=diagnostics,
        pages=len(pages),
        lines=source_lines(DISK, pages),
        summary=nothing + summary(len(pages), diagnostics),
    )


def _package(selection: Selection, folder: str, options: Options) -> Report:
    """Write the types of the selected pages and all types that they need; remove nothing."""
    built = build_selection(selection, options, subset=selection.page_paths())
    scope = WriteScope(removes=False)
    written = write(built.build, folder, scope, DISK, built.memo, check=False)
    diagnostics = sort_diagnostics(
        [*built.diagnostics, *output_diagnostics(written, selection.config)]
    )
    pages = built.pages
    return Report(
        diagnostics=diagnostics,
        pages=len(pages),
        lines=source_lines(DISK, pages),
        summary=f"{summary_of([written])} ({summary(len(pages), diagnostics)})",
    )
