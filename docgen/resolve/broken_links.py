"""Broken links: report the links to pages that are not in the page set, and to missing anchors."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from posixpath import dirname, relpath

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Replacement, diagnostic, quote
from docgen.extract.declarations import Declarations, PageLink
from docgen.schema.links import plain_anchor, stem, without_anchor
from docgen.similar_names import names_by_length, similar_name

_NO_PAGE = "is not a page of the sources"
_MEANT = "did you mean"
_SAME_CAUSE = {
    Code.UNRESOLVED_TYPE.value.name: Code.BROKEN_LINK.value.name,
    Code.NAME_CASE.value.name: Code.NAME_CASE.value.name,
}
"""The code of a mistake in a type, and of the mistake in the link around it."""


def broken_links(
    pages: Sequence[Declarations], paths: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Report each link to a page that is not in the page set, and to an anchor it does not have.

    `paths` are the paths of all pages, by their lower-case form. A link that is only spelled in
    another case works on some servers, so it is a note.
    """
    known = frozenset(paths.values())
    anchors = {page.path: page.anchors for page in pages}
    missing: list[tuple[str, PageLink]] = []
    for page in pages:
        for link in page.links:
            target = link.path if link.path in known else paths.get(link.path.lower())
            if target is None:
                missing.append((page.path, link))
                continue
            if target != link.path:
                yield _other_case(page.path, link, target)
            if link.anchor and not _has_anchor(anchors[target], link.anchor):
                yield _missing_anchor(page.path, link, anchors[target])
    if missing:
        yield from _missing_pages(missing, known)


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


def _missing_pages(
    missing: Sequence[tuple[str, PageLink]], known: frozenset[str]
) -> Iterator[Diagnostic]:
    by_stem = _paths_by_stem(known)
    stems = names_by_length(by_stem)
    for path, link in missing:
        message = f"linked page {quote(without_anchor(link.target))} {_NO_PAGE}"
        similar = similar_name(stem(link.path), stems)
        advice = "add the page, or correct the link"
        new = []
        if similar:
            best = _relative(path, _nearest(link.path, by_stem[similar]))
            advice = f"{_MEANT} `{best}`?"
            new = [_new_address(link, best)]
        yield diagnostic(Code.BROKEN_LINK, message, path, link.span, advice, *new)


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
