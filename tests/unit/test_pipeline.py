"""The pipeline: stages in order, and what a bug on one page costs."""

from pathlib import Path

import pytest

from docgen.config import Target
from docgen.diagnostics import Result
from docgen.extract.declarations import Declarations
from docgen.extract.stage import extract
from docgen.markdown.page import Page
from docgen.pipeline import Build, Stage, build

TEXT = "# %s resource type\n\n## Properties\n|Property|Type|\n|:--|:--|\n|id|String|\n"


def extract_with_bug(page: Page) -> Result[Declarations]:
    """Extract, with a bug on one page."""
    if page.path == "bad.md":
        raise KeyError("secret of the page")
    return extract(page)


@pytest.fixture(autouse=True)
def bug(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("bad", "good"):
        (tmp_path / f"{name}.md").write_text(TEXT % name)
    monkeypatch.setattr("docgen.extract.stage.extract", extract_with_bug)
    monkeypatch.delenv("DOCGEN_TRACEBACK", raising=False)


def built(folder: Path) -> Build:
    target = Target(source=(str(folder),), entity_base="")
    return build(target, through=Stage.SCHEMA)


def test_a_bug_costs_one_page_and_its_message_does_not_quote_the_page(
    tmp_path: Path,
) -> None:
    result = built(tmp_path)
    assert [one.name for one in result.schema.types] == ["microsoft.graph.good"]
    (found,) = result.diagnostics
    assert (found.path, found.code) == ("bad.md", "unreadable-page")
    assert found.message.endswith("`KeyError`")
    assert result.unreadable == ("bad.md",)


def test_a_bug_is_raised_if_a_traceback_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DOCGEN_TRACEBACK", "1")
    with pytest.raises(KeyError):
        built(tmp_path)
