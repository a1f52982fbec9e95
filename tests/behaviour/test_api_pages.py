"""A change of an API page reaches the operations of the types that it describes, and no others."""

from collections.abc import Callable
from functools import partial

import pytest
from checkout import Checkout, Docgen
from harbours import HARBOUR_PAGES
from inputs import Comparison, Outcome, write_all

MAP = "docs/api/harbour-get-map.md"
OPEN = "docs/api/harbour-open.md"
PAGES = {f"docs/{path}": text for path, text in HARBOUR_PAGES.items()}
MODULE = "generated/graph/operations/harbour.py"
OF_HARBOURS = {MODULE, "generated/tests/test_harbour.py"}
CLIENT = {"generated/graph/client/harbour.py"}


@pytest.fixture
def harbours(comparison: Comparison) -> Comparison:
    """A checkout with harbours, which has output and a cache."""
    write_all(comparison.checkout, PAGES)
    comparison.check(lambda: None)
    return comparison


def changed(before: Outcome, after: Outcome) -> set[str]:
    """Return the files that differ, except for the manifest."""
    paths = before.generated.keys() | after.generated.keys()
    return {
        path
        for path in paths
        if before.generated.get(path) != after.generated.get(path)
        and not path.endswith(".docgen-manifest")
    }


def _url(checkout: Checkout) -> None:
    page = PAGES[OPEN].replace("/harbours/{harbour-id}/open", "/ports/{port}/open")
    checkout.write(OPEN, page)


def _permissions(checkout: Checkout) -> None:
    checkout.write(OPEN, PAGES[OPEN].replace("Harbours.Read", "Harbours.Open"))


def _removed(checkout: Checkout) -> None:
    (checkout.folder / OPEN).unlink()


def _renamed(checkout: Checkout) -> None:
    (checkout.folder / OPEN).rename(checkout.folder / "docs/api/harbour-opening.md")


def _example(checkout: Checkout) -> None:
    example = """
## Example

``` http
POST /harbours/1/open
```

``` http
HTTP/1.1 200 OK

{"value": true, "note": "an example"}
```
"""
    checkout.write(OPEN, PAGES[OPEN] + example)


CHANGES = {
    "example": (
        _example,
        {"generated/graph/examples/harbour.json", "generated/tests/test_harbour.py"},
    ),
    "URL": (_url, OF_HARBOURS | CLIENT),
    "permissions": (_permissions, OF_HARBOURS),
    "removed": (_removed, OF_HARBOURS | CLIENT),
}


@pytest.mark.parametrize(("change", "files"), CHANGES.values(), ids=CHANGES.keys())
def test_operations_follow_their_page(
    change: Callable[[Checkout], None], files: set[str], harbours: Comparison
) -> None:
    before = harbours.check(lambda: None)
    after = harbours.check(partial(change, harbours.checkout))
    assert changed(before, after) == files
    back = harbours.check(partial(write_all, harbours.checkout, PAGES))
    assert changed(before, back) == set()


def test_page_that_is_moved_is_a_page_of_its_type(harbours: Comparison) -> None:
    before = harbours.check(lambda: None)
    after = harbours.check(partial(_renamed, harbours.checkout))
    assert changed(before, after) >= OF_HARBOURS


def test_new_page_completes_the_operation_of_its_row(harbours: Comparison) -> None:
    checkout = harbours.checkout
    row, page = "|[close](../api/harbour-close.md)|None|Close it.|", PAGES[OPEN]
    resource = PAGES["docs/resources/harbour.md"]
    with_row = resource.replace("|[open]", f"{row}\n|[open]")
    files = {"docs/resources/harbour.md": with_row}
    before = harbours.check(partial(write_all, checkout, files))
    files = {"docs/api/harbour-close.md": page.replace("open", "close")}
    after = harbours.check(partial(write_all, checkout, files))
    assert changed(before, after) == OF_HARBOURS | CLIENT
    module = after.generated["generated/graph/operations/harbour.py"].decode()
    assert "/harbours/{harbour_id}/close" in module


HARBOUR, OTHER = "docs/resources/harbour.md", "docs/resources/pages.md"


def test_operations_follow_a_page_that_no_table_names(harbours: Comparison) -> None:
    checkout = harbours.checkout
    lines = PAGES[HARBOUR].splitlines(keepends=True)
    kept = "".join(line for line in lines if "harbour-open.md" not in line)
    before = harbours.check(partial(checkout.write, HARBOUR, kept))
    after = harbours.check(partial(_permissions, checkout))
    assert changed(before, after) == OF_HARBOURS


def test_operations_follow_the_spelling_of_another_page(harbours: Comparison) -> None:
    checkout = harbours.checkout
    row = "|[chartroom](../api/harbour-chartroom.md)|None|Enter it.|\n|[open]"
    page = PAGES[OPEN].replace("# open", "# chartroom")
    page = page.replace("{harbour-id}/open", "{harbour-id}/chartroom")
    files = {
        HARBOUR: PAGES[HARBOUR].replace("|[open]", row, 1),
        "docs/api/harbour-chartroom.md": page,
    }
    before = harbours.check(partial(write_all, checkout, files))
    assert b"def chartroom(" in before.generated[MODULE]
    spelled = PAGES[OTHER].replace("|open|", "|chartRoom|String|A room.|\n|open|")
    after = harbours.check(partial(checkout.write, OTHER, spelled))
    assert b"def chart_room(" in after.generated[MODULE]


def test_selected_api_page_writes_the_operations_that_it_describes(
    checkout: Checkout, docgen: Docgen
) -> None:
    write_all(checkout, PAGES)
    docgen("generate")
    for path in OF_HARBOURS | CLIENT | {"generated/graph/operations/pages.py"}:
        (checkout.folder / path).unlink()
    docgen("generate", OPEN)
    assert all((checkout.folder / path).exists() for path in OF_HARBOURS | CLIENT)
    assert not (checkout.folder / "generated/graph/operations/pages.py").exists()
