"""`docgen show`: the output of a stage for a page, as text."""

from docgen.commands.options import DEFAULTS, Options, open_memo
from docgen.commands.outline import outline
from docgen.commands.report import Report, shown_diagnostics
from docgen.commands.selection import Selection, select
from docgen.config import Config
from docgen.pages.page_set import PageFile
from docgen.pages.read import open_page
from docgen.pages.tree import DISK
from docgen.pipeline import Build, Stage, build
from docgen.schema.model import Schema


def show(config: Config, path: str, stage: str, options: Options = DEFAULTS) -> Report:
    """Return the output of a stage (`page`, `schema` or `view`) for a page."""
    selections = select(config, [path])
    builds = [(one, _build(one, stage, options)) for one in selections]
    return Report(
        result="".join(_text(one, result, stage) for one, result in builds),
        diagnostics=tuple(
            found
            for one, result in builds
            for found in shown_diagnostics(
                [d for d in result.diagnostics if d.path in _unread(one, result)],
                result.pages.shown,
            )
        ),
    )


def _build(selection: Selection, stage: str, options: Options) -> Build:
    return build(
        selection.target,
        DISK,
        open_memo(selection.target, options, is_whole=selection.is_whole),
        through=Stage.VIEWS if stage == "view" else Stage.SCHEMA,
        is_whole=selection.is_whole,
        config=selection.config,
    )


def _unread(selection: Selection, result: Build) -> frozenset[str]:
    """Return the selected pages that could not be read."""
    return frozenset(filter(selection.includes, result.unreadable))


def _text(selection: Selection, result: Build, stage: str) -> str:
    match stage:
        case "page":
            return "\n".join(map(_page, _selected(selection, result)))
        case "schema":
            return _schema(selection, result)
        case _:
            return _views(selection, result)


def _selected(selection: Selection, result: Build) -> list[PageFile]:
    return [one for one in result.pages.pages if selection.includes(one.path)]


def _page(page: PageFile) -> str:
    from docgen.markdown.page_outline import page_outline
    from docgen.markdown.parse import parse

    opened = open_page(page, DISK)
    return page_outline(parse(opened.path, opened.content or b"").value)


def _schema(selection: Selection, result: Build) -> str:
    from docgen.schema.text import schema_text

    types = tuple(
        one
        for one in result.schema.types
        if any(selection.includes(source.path) for source in one.sources)
    )
    pages = tuple(one for one in result.schema.pages if selection.includes(one.path))
    return schema_text(Schema(types=types, pages=pages)) + "\n"


def _views(selection: Selection, result: Build) -> str:
    selected = {page.path for page in _selected(selection, result)}
    return "".join(
        outline(one)
        for one in result.lowered.views
        if not selected.isdisjoint(one.pages)
    )
