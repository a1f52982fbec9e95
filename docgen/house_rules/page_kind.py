"""The kind of a page, which decides on its house rules."""

from enum import StrEnum

from docgen.extract.titles import normalized_title
from docgen.markdown.page import Page

_DOC_TYPES = {"apipagetype": "api", "resourcepagetype": "resource"}
_REQUEST_TITLES = frozenset({"http request", "http requests"})
_TYPE_ENDINGS = ("complex type", "entity type", "enum type", "resource type")


class PageKind(StrEnum):
    """What a page is about."""

    API = "api"
    RESOURCE = "resource"
    OTHER = "other"


def front_matter_value(page: Page, key: str) -> str:
    """Return the value of a key of the front matter, empty if it is missing."""
    found = (one.value for one in page.front_matter if one.key.lower() == key)
    return next(found, "").strip()


def title_of_type(page: Page) -> str:
    """Return the first heading without the words "resource type", in lower case."""
    titles = (normalized_title(one.title) for one in page.sections if one.heading)
    title = next(titles, "")
    for ending in (*_TYPE_ENDINGS, "resource"):
        title = title.removesuffix(ending).strip()
    return title


def page_kind(page: Page) -> PageKind:
    """Return the kind that the front matter states, else the one that the headings show."""
    stated = _DOC_TYPES.get(front_matter_value(page, "doc_type").lower())
    if stated:
        return PageKind(stated)
    titles = [normalized_title(one.title) for one in page.sections if one.heading]
    if titles and titles[0].endswith(_TYPE_ENDINGS):
        return PageKind.RESOURCE
    if any(title in _REQUEST_TITLES for title in titles):
        return PageKind.API
    return PageKind.OTHER
