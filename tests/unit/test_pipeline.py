"""A bug on one page costs that page, and is shown to those who ask for it."""

import pytest

from docgen import pipeline
from docgen.diagnostics import Result
from docgen.extract import extract
from docgen.extract.declarations import Declarations
from docgen.markdown.page import Page
from docgen.pages.page_set import PageFile

TEXT = b"# %s resource type\n\n## Properties\n|Property|Type|\n|:--|:--|\n|id|String|\n"
PAGES = [
    PageFile(path=f"{name}.md", shown=f"{name}.md", content=TEXT % name.encode())
    for name in ("bad", "good")
]


def stumbling(page: Page) -> Result[Declarations]:
    """Extract, with a bug on one page."""
    if page.path == "bad.md":
        raise KeyError("secret of the page")
    return extract(page)


@pytest.fixture(autouse=True)
def bug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.extract.extract", stumbling)
    monkeypatch.delenv("DOCGEN_TRACEBACK", raising=False)


def test_a_bug_costs_its_page_and_is_named_without_words_of_the_page() -> None:
    schema = pipeline.schema_of(PAGES, "", is_whole=True)
    assert [one.name for one in schema.value.types] == ["microsoft.graph.good"]
    (told,) = schema.diagnostics
    assert (told.path, told.code) == ("bad.md", "unreadable-page")
    assert told.message.endswith("`KeyError`")


def test_a_bug_is_raised_for_who_wants_its_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DOCGEN_TRACEBACK", "1")
    with pytest.raises(KeyError):
        pipeline.schema_of(PAGES, "", is_whole=True)
