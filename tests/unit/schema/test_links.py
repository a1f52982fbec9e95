"""Link targets: which refer to a page in the page set."""

import pytest

from docgen.schema.links import anchor, page_path, stem

TARGETS = {
    "the same folder": ("boat.md", "resources/boat.md"),
    "another folder": ("../api/ship-list.md", "api/ship-list.md"),
    "the current folder": ("./boat.md", "resources/boat.md"),
    "with an anchor": ("boat.md#values", "resources/boat.md"),
    "with a query": ("boat.md?view=v1", "resources/boat.md"),
    "with a title": ('boat.md "Boat"', "resources/boat.md"),
    "with backslashes": ("..\\api\\x.md", "api/x.md"),
    "with backslashes that are percent-encoded": ("..%5Capi%5Cx.md", "api/x.md"),
    "with a space that is percent-encoded": ("my%20boat.md#a", "resources/my boat.md"),
    "with a percent sign alone": ("100%.md", "resources/100%.md"),
    "only an anchor": ("#values", "resources/ship.md"),
    "outside": ("../../boat.md", "../boat.md"),
    "the web": ("https://example.org/boat.md", None),
    "a path of the site": ("/graph/boat.md", None),
    "a mail address": ("mailto:a@b.md", None),
    "a file that is not a page": ("boat.png", None),
    "an empty target": ("", None),
}


@pytest.mark.parametrize(("target", "path"), TARGETS.values(), ids=TARGETS)
def test_path_of_a_target(target: str, path: str | None) -> None:
    assert page_path("resources/ship.md", target) == path


def test_anchor_is_in_lower_case() -> None:
    assert anchor("a.md#Depth-Values") == "depth-values"
    assert anchor("a.md") == ""


def test_the_stem_is_the_name_of_the_file() -> None:
    assert stem("resources/a-ship.md") == "a-ship"
