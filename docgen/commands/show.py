"""`docgen show`: what each stage made of a page, as text."""

from collections.abc import Callable, Mapping

from docgen.commands.outcome import Outcome, told
from docgen.commands.outline import outline
from docgen.commands.readings import Reading, readings
from docgen.config import Config
from docgen.diagnostics import Diagnostic
from docgen.pipeline import page_of, page_text, schema_text, views_of
from docgen.schema.model import Schema


def show(config: Config, path: str, stage: str) -> Outcome:
    """Give what a stage made of the named page."""
    sets = readings(config, [path])
    return Outcome(
        result="".join(STAGES[stage](one) for one in sets),
        diagnostics=tuple(
            one
            for reading in sets
            for one in told(_named(reading), reading.page_set.shown, config)
        ),
    )


def _named(reading: Reading) -> list[Diagnostic]:
    return [one for one in reading.diagnostics if reading.is_named(one.path)]


def _page(reading: Reading) -> str:
    pages = (p for p in reading.page_set.pages if reading.is_named(p.path))
    return "\n".join(page_text(page_of(page).value) for page in pages)


def _schema(reading: Reading) -> str:
    schema = reading.schema().value
    named = tuple(
        one
        for one in schema.types
        if any(reading.is_named(source.path) for source in one.sources)
    )
    pages = tuple(page for page in schema.pages if reading.is_named(page.path))
    return schema_text(Schema(types=named, pages=pages)) + "\n"


def _view(reading: Reading) -> str:
    named = {p.path for p in reading.page_set.pages if reading.is_named(p.path)}
    views = views_of(reading.schema().value, reading.target).value
    return "".join(
        outline(one) for one in views.files if not named.isdisjoint(one.pages)
    )


STAGES: Mapping[str, Callable[[Reading], str]] = {
    "page": _page,
    "schema": _schema,
    "view": _view,
}
"""What can be shown, in the order in which it is made."""
