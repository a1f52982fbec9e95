"""Broken links: report the links to pages that are not in the page set."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from posixpath import dirname, relpath

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.declarations import Declarations
from docgen.resolve.similar_names import names_by_length, similar_name
from docgen.schema.links import stem


def broken_links(
    pages: Sequence[Declarations], paths: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Report each link to a page that is not in the page set, ignoring case.

    `paths` are the paths of all pages, by their lower-case form.
    """
    known = frozenset(paths.values())
    broken = [
        (page.path, link)
        for page in pages
        for link in page.links
        if link.path not in known and link.path.lower() not in paths
    ]
    if not broken:
        return
    by_stem = _paths_by_stem(known)
    stems = names_by_length(by_stem)
    for path, link in broken:
        message = f"linked page {quote(link.path)} is not a page of the sources"
        similar = similar_name(stem(link.path), stems)
        advice = "add the page, or correct the link"
        if similar:
            advice = f"did you mean `{_address(path, link.path, by_stem[similar])}`?"
        yield diagnostic(Code.BROKEN_LINK, message, path, link.span, advice)


def _paths_by_stem(paths: Iterable[str]) -> Mapping[str, Sequence[str]]:
    by_stem: dict[str, list[str]] = {}
    for path in sorted(paths):
        by_stem.setdefault(stem(path), []).append(path)
    return by_stem


def _address(page: str, target: str, candidates: Sequence[str]) -> str:
    """Return the address of one of the candidates as `page` would write it.

    A candidate in the folder of `target` is preferred.
    """
    in_folder = (path for path in candidates if dirname(path) == dirname(target))
    return relpath(next(in_folder, candidates[0]), dirname(page) or ".")
