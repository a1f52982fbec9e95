"""The pages of the last run: which of them replace pages that can't be read."""

from docgen.build.last_pages import last_digests, last_versions, remember_digests
from docgen.build.store import Store
from docgen.pages.page_set import PageFile

DIGESTS = {"a.md": "1", "in/b.md": "2", "in/c.md": "3"}


def test_pages_that_cannot_be_read_have_their_last_version() -> None:
    found = last_versions(DIGESTS, ["in"], [])
    assert [(page.path, page.digest) for page in found] == [
        ("in/b.md", "2"),
        ("in/c.md", "3"),
    ]


def test_page_that_could_be_read_has_no_last_version() -> None:
    read = PageFile(path="in/b.md", location="in/b.md", digest="4")
    found = last_versions(DIGESTS, ["in", "a.md"], [read])
    assert [page.path for page in found] == ["a.md", "in/c.md"]


def test_digests_are_those_of_an_output_folder() -> None:
    store = Store()
    remember_digests("one", DIGESTS, store)
    assert last_digests("one", store) == DIGESTS
    assert last_digests("other", store) == {}
