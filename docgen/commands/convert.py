"""`docgen convert`: the Python code of some pages, on standard output or as a package."""

import os
from collections.abc import Iterator, Mapping, Sequence

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
from docgen.edits.decision import FileRecord
from docgen.output.folder import RegularFile, read_manifests, read_paths
from docgen.output.paths import NEW_SUFFIX
from docgen.output.plan import WriteScope
from docgen.output.planning import last_output
from docgen.pages.page_set import STANDARD_INPUT, empty_page_set
from docgen.pages.tree import DISK
from docgen.pipeline import Build, Stage, write
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
            message = "the pages belong to different targets; convert them one by one"
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
    """Write the types of the selected pages and all types that they need; remove nothing.

    A package that the folder has is extended: its pages are converted again, with the new ones.
    Raises `UsageError` where the folder has files that would not belong to the package.
    """
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise UsageError(f"`{folder}` is not a folder")
    last = last_output(*read_manifests(folder)).value.records
    selection, subset = _with_earlier_pages(selection, last)
    built = build_selection(selection, options, subset=subset)
    _require_one_package(built.build, folder, last)
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


def _with_earlier_pages(
    selection: Selection, last: Mapping[str, FileRecord]
) -> tuple[Selection, frozenset[str]]:
    """Return a selection, and its pages with those that a folder was generated from.

    A page of the folder is known if it is in the page set, or is where it was then.
    """
    selected = selection.page_paths()
    earlier = {page for record in last.values() for page in record.pages} - selected
    if selection.target.folder or not earlier:
        return selection, selected | earlier
    page_set = empty_page_set([one for one in selection.target.source if one != "-"])
    found = {
        page: os.path.join(page_set.shown_folder, *page.split("/"))
        for page in sorted(earlier - {STANDARD_INPUT})
    }
    existing = {page: file for page, file in found.items() if os.path.isfile(file)}
    source = (*selection.target.source, *existing.values())
    target = replace(selection.target, source=source)
    return replace(selection, target=target), selected | existing.keys()


def _require_one_package(
    build: Build, folder: str, last: Mapping[str, FileRecord]
) -> None:
    """Raise `UsageError` for a file that would not belong to the package, or is hand-written."""
    for problem in _problems(build, folder, last):
        raise UsageError(f"nothing was written: {problem}, or choose another folder")


def _problems(
    build: Build, folder: str, last: Mapping[str, FileRecord]
) -> Iterator[str]:
    new = {one.record.path: one.record for one in build.lowered.files}
    files = {
        path: found
        for path, found in read_paths(folder, {**last, **new}).items()
        if isinstance(found, RegularFile) and not path.endswith(NEW_SUFFIX)
    }
    for path, found in files.items():
        shown, record = os.path.join(folder, path), new.get(path)
        if record is None and not last[path].pages:
            yield (
                f"`{folder}` has a package of another flavour or another name, with "
                f"`{shown}`; delete that package"
            )
        elif record is None and (lost := set(last[path].pages) & {*build.unreadable}):
            yield (
                f"`{min(lost)}` can't be read, and `{shown}` was generated from it; "
                "correct that"
            )
        elif record is None:
            pages = ", ".join(f"`{page}`" for page in last[path].pages)
            yield (
                f"`{shown}` was generated from {pages} and would not belong to the "
                "package; convert all of its pages at once, delete the file"
            )
        elif path not in last and found.digest not in record.digests:
            yield f"`{shown}` was not written by docgen; move it elsewhere"
