"""`docgen show`: the output of a stage for a page, as text."""

from docgen.commands.options import DEFAULTS, Options
from docgen.commands.outline import outline
from docgen.commands.report import Report, shown_diagnostics
from docgen.commands.selected_build import SelectedBuild, build_selection
from docgen.commands.selection import select
from docgen.config import Config
from docgen.diagnostics import Diagnostic
from docgen.pages.page_set import PageFile
from docgen.pages.read import open_page
from docgen.pages.tree import DISK
from docgen.pipeline import Stage
from docgen.schema.model import Schema


def show(config: Config, path: str, stage: str, options: Options = DEFAULTS) -> Report:
    """Return the output of a stage (`page`, `schema` or `view`) for a page."""
    through = Stage.VIEWS if stage == "view" else Stage.SCHEMA
    builds = [
        build_selection(one, options, through=through) for one in select(config, [path])
    ]
    return Report(
        result="".join(_text(one, stage) for one in builds),
        diagnostics=tuple(found for one in builds for found in _unreadable(one)),
    )


def _unreadable(one: SelectedBuild) -> tuple[Diagnostic, ...]:
    """Return the diagnostics about selected pages that could not be read."""
    paths = {*filter(one.selection.includes, one.build.unreadable)}
    found = (found for found in one.build.diagnostics if found.path in paths)
    return shown_diagnostics(found, one.build.pages.shown)


def _text(one: SelectedBuild, stage: str) -> str:
    match stage:
        case "page":
            return "\n".join(map(_page, one.pages))
        case "schema":
            return _schema(one)
        case _:
            return _views(one)


def _page(page: PageFile) -> str:
    from docgen.markdown.page_outline import page_outline
    from docgen.markdown.parse import parse

    opened = open_page(page, DISK)
    return page_outline(parse(opened.path, opened.content or b"").value)


def _schema(one: SelectedBuild) -> str:
    from docgen.schema.text import schema_text

    includes, schema = one.selection.includes, one.build.schema
    types = tuple(
        found
        for found in schema.types
        if any(includes(source.path) for source in found.sources)
    )
    pages = tuple(page for page in schema.pages if includes(page.path))
    operations = tuple(one for one in schema.operations if includes(one.api_page))
    selected = Schema(types=types, pages=pages, operations=operations)
    return schema_text(selected) + "\n"


def _views(one: SelectedBuild) -> str:
    selected = {page.path for page in one.pages}
    return "".join(
        outline(view)
        for view in one.build.lowered.views
        if not selected.isdisjoint(view.pages)
    )
