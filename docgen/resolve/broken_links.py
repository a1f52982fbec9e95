"""Broken links: report the links to pages that are not in the page set, and to missing anchors."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from posixpath import dirname, relpath
from typing import TypeAlias

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Replacement, diagnostic, quote
from docgen.extract.declarations import (
    Declarations,
    Encoded,
    PageLink,
    PageLinks,
    decoded_links,
)
from docgen.schema.links import plain_anchor, stem, without_anchor
from docgen.similar_names import NamesByLength, names_by_length, similar_name

_NO_PAGE = "is not a page of the sources"
_MEANT = "did you mean"
_SAME_CAUSE = {
    Code.UNRESOLVED_TYPE.id: Code.BROKEN_LINK.id,
    Code.NAME_CASE.id: Code.NAME_CASE.id,
}
"""The code of a mistake in a type, and of the mistake in the link around it."""


class KnownPages:
    """All pages of a set: their paths, and their anchors."""

    def __init__(self, pages: Sequence[Declarations]) -> None:
        self._paths = [page.path for page in pages]
        self._anchors = [page.anchors for page in pages]
        self._pages = pages

    @property
    def memo_key(self) -> tuple[Sequence[str], Sequence[str]]:
        """What the check of links depends on."""
        return self._paths, self._anchors

    def page(self, path: str) -> str | None:
        """Return the path of a page as it is spelled; the same case is preferred."""
        return self._by_spelling.get(path) or self._by_spelling.get(path.lower())

    @cached_property
    def _by_spelling(self) -> Mapping[str, str]:
        """The paths of pages, by themselves and by their lower-case forms."""
        by_lower_case = {path.lower(): path for path in self._paths}
        return by_lower_case | {path: path for path in self._paths}

    @cached_property
    def anchors(self) -> Mapping[str, Sequence[str]]:
        """The anchors of each page, by path."""
        return {page.path: page.anchors.split("\n") for page in self._pages}

    @cached_property
    def by_stem(self) -> Mapping[str, Sequence[str]]:
        """The paths of pages by the names of their files."""
        return _paths_by_stem(self._paths)

    @cached_property
    def stems(self) -> NamesByLength:
        """The names of all files, by length."""
        return names_by_length(self.by_stem)


CheckLinks: TypeAlias = Callable[
    [KnownPages, Mapping[str, str], Encoded], tuple[Diagnostic, ...]
]
EachPageOfLinks: TypeAlias = Callable[
    [CheckLinks, tuple[KnownPages], Mapping[str, str], Sequence[Encoded]],
    list[tuple[Diagnostic, ...]],
]
"""A function that checks the links of each page, or returns the results of an earlier run."""


def each_page_of_links(
    check: CheckLinks,
    shared: tuple[KnownPages],
    watched: Mapping[str, str],
    pages: Sequence[Encoded],
) -> list[tuple[Diagnostic, ...]]:
    """Check the links of each page."""
    return [check(*shared, watched, page) for page in pages]


def broken_links(
    pages: Sequence[Declarations], each: EachPageOfLinks = each_page_of_links
) -> tuple[Diagnostic, ...]:
    """Report each link to a page that is not in the page set, and to an anchor it does not have.

    A link that is only spelled in another case works on some servers, so it is a note. `each` is
    `each_page_of_links`, or a cache of it.
    """
    linking = [page.encoded_links for page in pages if page.encoded_links]
    found = each(broken_links_of, (KnownPages(pages),), {}, linking)
    return tuple(chain.from_iterable(found))


def broken_links_of(
    known: KnownPages, watched: Mapping[str, str], encoded: Encoded
) -> tuple[Diagnostic, ...]:
    """Check the links of a page; nothing is `watched`."""
    del watched
    page = decoded_links(encoded)
    missing = (link for link in page.links if known.page(link.path) is None)
    return (
        *_links_to_pages(known, page),
        *(_missing_page(known, page.path, link) for link in missing),
    )


def _links_to_pages(known: KnownPages, page: PageLinks) -> Iterator[Diagnostic]:
    """Report links to pages of the set that are spelled differently, or have a wrong anchor."""
    for link in page.links:
        target = known.page(link.path)
        if target is None:
            continue
        if target != link.path:
            yield _other_case(page.path, link, target)
        if link.anchor and not _has_anchor(known.anchors[target], link.anchor):
            yield _missing_anchor(page.path, link, known.anchors[target])


def _has_anchor(anchors: Sequence[str], name: str) -> bool:
    plain = plain_anchor(name)
    return name in anchors or plain in map(plain_anchor, anchors)


def joined_with_types(
    diagnostics: Iterable[Diagnostic], links: Sequence[Diagnostic]
) -> Iterator[Diagnostic]:
    """Yield all diagnostics, but only one for a link and the type that it names.

    That is the one about the type, with the help for the link; or the one about the link if only
    its anchor is wrong.
    """
    on_line: dict[tuple[str, int], list[Diagnostic]] = {}
    for link in links:
        on_line.setdefault((link.path, link.span.line), []).append(link)
    joined: set[Diagnostic] = set()
    for one in diagnostics:
        around = _around(one, on_line.get((one.path, one.span.line), ()))
        if around is None:
            yield one
        elif around.code == one.code:
            joined.add(around)
            target = around.help.removeprefix("write ")
            yield replace(
                one,
                help=f"{one.help}, and {target} in the link",
                replacements=one.replacements + around.replacements,
            )
        elif around.message.endswith(_NO_PAGE):
            joined.add(around)
            if _MEANT in around.help:
                one = replace(one, help=around.help, replacements=around.replacements)
            yield one
    yield from (link for link in links if link not in joined)


def _around(one: Diagnostic, links: Iterable[Diagnostic]) -> Diagnostic | None:
    """Return the mistake in the link around a type, if it has the same cause."""
    start, end = one.span.column, one.span.end_column
    around = (
        link
        for link in links
        if link.code == _SAME_CAUSE.get(one.code)
        and link.span.column <= start
        and end <= link.span.end_column
    )
    return next(around, None)


def _missing_page(known: KnownPages, page: str, link: PageLink) -> Diagnostic:
    message = f"linked page {quote(without_anchor(link.target))} {_NO_PAGE}"
    similar = similar_name(stem(link.path), known.stems)
    advice = "add the page, or correct the link"
    new = []
    if similar:
        best = _relative(page, _nearest(link.path, known.by_stem[similar]))
        advice = f"{_MEANT} `{best}`?"
        new = [_new_address(link, best)]
    return diagnostic(Code.BROKEN_LINK, message, page, link.span, advice, *new)


def _new_address(link: PageLink, address: str) -> Replacement:
    """Write another address in a link; what is after the path stays, and what is before it."""
    old = without_anchor(link.target).partition("?")[0]
    is_same = old.lower().endswith(address.lower())
    start = old[: -len(address)] if is_same else ""
    return Replacement(f"({start}{address}", f"({old}")


def _other_case(page: str, link: PageLink, target: str) -> Diagnostic:
    address = _relative(page, target)
    message = f"linked page {quote(without_anchor(link.target))} is spelled `{address}`"
    advice = f"write `{address}`"
    new = _new_address(link, address)
    return diagnostic(Code.NAME_CASE, message, page, link.span, advice, new)


def _missing_anchor(page: str, link: PageLink, anchors: Sequence[str]) -> Diagnostic:
    address = without_anchor(link.target)
    shown = f"linked page {quote(address)}" if address else "this page"
    message = f"{shown} has no heading with the anchor {quote(link.anchor)}"
    similar = similar_name(link.anchor, names_by_length(anchors))
    advice = (
        f"did you mean `#{similar}`?" if similar else "correct the part after the `#`"
    )
    new = [Replacement(f"#{similar})", f"#{link.anchor})")] if similar else []
    return diagnostic(Code.BROKEN_LINK, message, page, link.span, advice, *new)


def _paths_by_stem(paths: Iterable[str]) -> Mapping[str, Sequence[str]]:
    by_stem: dict[str, list[str]] = {}
    for path in sorted(paths):
        by_stem.setdefault(stem(path), []).append(path)
    return by_stem


def _nearest(target: str, candidates: Sequence[str]) -> str:
    """Return the candidate in the folder of `target`, or else the first."""
    in_folder = (path for path in candidates if dirname(path) == dirname(target))
    return next(in_folder, candidates[0])


def _relative(page: str, path: str) -> str:
    """Return the address of another page in a link on `page`."""
    return relpath(path, dirname(page) or ".")
