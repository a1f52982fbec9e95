"""Front matter, titles, requests and names of hosts."""

import re
from collections.abc import Iterator

from docgen.diagnostics import Code, Diagnostic, Replacement, diagnostic, quote
from docgen.extract.titles import normalized_title
from docgen.house_rules.page_kind import PageKind, front_matter_value, page_kind
from docgen.markdown.page import Fence, FrontMatterEntry, Page
from docgen.regex import Regex
from docgen.source import START, Span

_NEEDED_KEYS = ("title", "description", "author", "doc_type")
_PLAIN_TITLE = Regex(r"\w[\w ,.()/-]*")
"""A title that is the same with and without quotation marks in YAML."""
_SPACES = Regex(r"\s+")
_REQUEST_LINE = Regex(r"[ \t]*(?:GET|POST|PUT|PATCH|DELETE|HEAD)[ \t]+(?P<url>\S+)")
_NOT_RELATIVE = Regex(
    r"https?://[^/]*(?:/v\d+\.\d+|/beta)?|/?(?:v\d+\.\d+|beta)(?=/|$)"
)
_REAL_DOMAIN = Regex(r"([\w-]+)\.onmicrosoft\.com", re.IGNORECASE)
_FICTITIOUS = (
    *("adatum", "adventureworks", "alpineskihouse", "contoso", "fabrikam", "litware"),
    *("northwindtraders", "proseware", "relecloud", "tailspintoys", "treyresearch"),
    *("vanarsdel", "wideworldimporters", "wingtiptoys", "woodgrove"),
)
"""The beginnings of the names of companies that Microsoft reserves for examples."""


def incomplete_front_matter(page: Page) -> Iterator[Diagnostic]:
    """Report the keys that the front matter of a page lacks, or leaves empty."""
    if page_kind(page) is PageKind.OTHER:
        return
    missing = [key for key in _NEEDED_KEYS if not front_matter_value(page, key)]
    if missing:
        names = ", ".join(map(quote, missing))
        place = page.front_matter[0].span if page.front_matter else START
        yield diagnostic(
            Code.INCOMPLETE_FRONT_MATTER,
            f"the front matter lacks {names}",
            page.path,
            place,
            "add a line with a value for each",
        )


def different_title(page: Page) -> Iterator[Diagnostic]:
    """Report a title in the front matter that differs from the heading of the page."""
    entry = next((one for one in page.front_matter if one.key.lower() == "title"), None)
    heading = next((one.heading for one in page.sections if one.heading), None)
    if entry is None or heading is None or page_kind(page) is PageKind.OTHER:
        return
    title, shown = _words(entry.value), _words(heading.content.plain)
    if title and shown and title != shown:
        yield diagnostic(
            Code.DIFFERENT_TITLE,
            f"the heading is {quote(shown)}, but the title in the front matter is "
            f"{quote(title)}",
            page.path,
            heading.content.span,
            "write the same in both places",
            *_same_title(entry, shown),
        )


def _same_title(entry: FrontMatterEntry, title: str) -> Iterator[Replacement]:
    """Yield what makes the title of the front matter that of the page."""
    if _PLAIN_TITLE.fullmatch(title) and entry.span.end_column > entry.span.column:
        yield Replacement(title, span=entry.span)


def _words(text: str) -> str:
    unescaped = text.strip().strip("\"'").replace("\\", "")
    return _SPACES.sub(" ", unescaped).strip()


def absolute_request(page: Page) -> Iterator[Diagnostic]:
    """Report URLs with a host or version in the section with the requests."""
    if page_kind(page) is not PageKind.API:
        return
    for section in page.sections:
        if normalized_title(section.title) not in {"http request", "http requests"}:
            continue
        for block in section.blocks:
            if isinstance(block, Fence):
                yield from _absolute_in(block, page.path)


def _absolute_in(fence: Fence, path: str) -> Iterator[Diagnostic]:
    for number, line in enumerate(fence.body.split("\n")):
        found = _REQUEST_LINE.match(line)
        part = _NOT_RELATIVE.match(found["url"]) if found else None
        if found and part:
            start = found.start("url") + 1
            span = Span(fence.start.line + number, start, start + part.end())
            yield diagnostic(
                Code.ABSOLUTE_REQUEST,
                f"the URL begins with {quote(part[0])}",
                path,
                fence.on_page(span),
                "write the path alone, without host and version",
                Replacement(""),
            )


def real_domain(page: Page) -> Iterator[Diagnostic]:
    """Report the names of domains that may be real: not those of fictitious companies."""
    for number, line in enumerate(page.text.split("\n"), 1):
        for found in _REAL_DOMAIN.finditer(line):
            if found[1].casefold().replace("-", "").startswith(_FICTITIOUS):
                continue
            yield diagnostic(
                Code.REAL_DOMAIN,
                f"{quote(found[0])} is a real domain",
                page.path,
                Span(number, found.start() + 1, found.end() + 1),
                "write a domain for examples, such as contoso.com",
            )
