"""`docgen convert`: Python for some pages, on standard output or as a package."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.build.emit import emit, templates_of
from docgen.build.memo import Memo
from docgen.commands.errors import UsageError
from docgen.commands.options import DEFAULTS, Options, open_memo
from docgen.commands.report import Report, shown_diagnostics, source_lines
from docgen.commands.selection import Selection, select
from docgen.commands.written import output_diagnostics, summary_of
from docgen.config import Config
from docgen.diagnostics import Diagnostic, sort_diagnostics
from docgen.output.plan import WriteScope
from docgen.pages.page_set import STANDARD_INPUT, PageFile
from docgen.pages.read import find_pages
from docgen.pages.tree import DISK
from docgen.pipeline import Build, Stage, build, write
from docgen.python.views import EnumView, FileView, ModelView
from docgen.reporters import summary


class Conversion(Struct, frozen=True, kw_only=True):
    """The build of a page set, and the pages of it that are converted."""

    selection: Selection
    build: Build
    pages: tuple[PageFile, ...]


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
    if folder is None:
        return _modules([_views(one, options) for one in selections])
    if len(selections) > 1:
        message = "the pages are in different page sets; convert them one by one"
        raise UsageError(message)
    return _package(selections[0], folder, config, options)


def _views(selection: Selection, options: Options) -> Conversion:
    """Lower the types of the selected pages."""
    memo = _memo(selection, options)
    only = _selected_paths(selection)
    result = build(
        selection.target,
        DISK,
        memo,
        only=only,
        through=Stage.VIEWS,
        is_whole=selection.is_whole,
        config=selection.config,
    )
    return _conversion(selection, result)


def _memo(selection: Selection, options: Options) -> Memo:
    return open_memo(selection.target, options, is_whole=selection.is_whole)


def _selected_paths(selection: Selection) -> frozenset[str]:
    target = selection.target
    found = find_pages(target.source, exclude=target.exclude, project=target.folder)
    paths = {one.path for one in found.value.pages if selection.includes(one.path)}
    return frozenset(paths | ({STANDARD_INPUT} if "-" in target.source else set()))


def _conversion(selection: Selection, result: Build) -> Conversion:
    pages = tuple(one for one in result.pages.pages if selection.includes(one.path))
    return Conversion(selection=selection, build=result, pages=pages)


def _modules(conversions: Sequence[Conversion]) -> Report:
    """Return the model modules; where there are several, each below a comment with its path."""
    files = [
        (view.path, emit(view, templates_of(one.selection.target)).content)
        for one in conversions
        for view in _model_modules(one.build.lowered.views)
    ]
    diagnostics = sort_diagnostics(
        diagnostic for one in conversions for diagnostic in _diagnostics(one)
    )
    pages = [page for one in conversions for page in one.pages]
    single = files[0][1] if len(files) == 1 else None
    nothing = "" if files else "no type is declared there; "
    return Report(
        result=single or "\n\n".join(f"# {path}\n{text}" for path, text in files),
        diagnostics=diagnostics,
        pages=len(pages),
        lines=source_lines(DISK, pages),
        summary=nothing + summary(len(pages), diagnostics),
    )


def _model_modules(views: Iterable[FileView]) -> list[FileView]:
    return [
        one
        for one in views
        if isinstance(one.view, ModelView | EnumView) and one.path.endswith(".py")
    ]


def _diagnostics(one: Conversion) -> tuple[Diagnostic, ...]:
    found = [d for d in one.build.diagnostics if one.selection.includes(d.path)]
    found += one.selection.diagnostics
    return shown_diagnostics(found, one.build.pages.shown)


def _package(
    selection: Selection, folder: str, config: Config, options: Options
) -> Report:
    """Write the types of the selected pages and all that they need; nothing is removed."""
    memo = _memo(selection, options)
    result = build(
        selection.target,
        DISK,
        memo,
        subset=_selected_paths(selection),
        is_whole=selection.is_whole,
        config=config,
    )
    written = write(result, folder, WriteScope(removes=False), DISK, memo, check=False)
    conversion = _conversion(selection, result)
    diagnostics = sort_diagnostics(
        [*_diagnostics(conversion), *output_diagnostics(written, config)]
    )
    pages = conversion.pages
    return Report(
        diagnostics=diagnostics,
        pages=len(pages),
        lines=source_lines(DISK, pages),
        summary=f"{summary_of([written])} ({summary(len(pages), diagnostics)})",
    )
