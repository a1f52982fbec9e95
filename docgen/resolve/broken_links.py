"""Broken links: the links of all pages in, a diagnostic for each that leads nowhere out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from posixpath import dirname, relpath
from typing import NamedTuple

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.declarations import Declarations
from docgen.resolve.similar_names import Shelves, nearest, shelves
from docgen.schema.links import stem


def broken_links(
    pages: Sequence[Declarations], paths: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Report each link to a page that is not in the page set, in whatever case."""
    there = frozenset(paths.values())
    broken = [
        (page.path, link)
        for page in pages
        for link in page.links
        if link.path not in there and link.path.lower() not in paths
    ]
    near = _near(there) if broken else _Near({}, {})
    for path, link in broken:
        message = f"linked page {quote(link.path)} is not in the page set"
        advice = _advice(path, link.path, near)
        yield diagnostic(Code.BROKEN_LINK, message, path, link.span, advice)


class _Near(NamedTuple):
    """The names of all pages, to be compared, and the paths of each, sorted."""

    stems: Shelves
    paths: Mapping[str, Sequence[str]]


def _near(paths: Iterable[str]) -> _Near:
    by_stem: dict[str, list[str]] = {}
    for path in sorted(paths):
        by_stem.setdefault(stem(path), []).append(path)
    return _Near(shelves(by_stem), by_stem)


def _advice(page: str, target: str, near: _Near) -> str:
    """Return the address of a page with a near name, as `page` would write it."""
    found = nearest(stem(target), near.stems)
    if not found:
        return "add the page, or correct the link"
    alike = near.paths[found]
    beside = (path for path in alike if dirname(path) == dirname(target))
    meant = relpath(next(beside, alike[0]), dirname(page) or ".")
    return f"did you mean `{meant}`?"
