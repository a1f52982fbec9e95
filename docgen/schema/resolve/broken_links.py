"""Broken links: the links of all pages in, a diagnostic for each that leads nowhere out."""

from collections.abc import Iterator, Mapping, Sequence

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.schema.declarations import Declarations
from docgen.schema.links import page_path, stem
from docgen.schema.resolve.nearest import nearest, shelves


def broken_links(
    pages: Sequence[Declarations], paths: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Tell of each link to a page that is not in the page set, in whatever case."""
    broken = [
        (page.path, link, target)
        for page in pages
        for link in page.links
        if (target := page_path(page.path, link.target)) is not None
        and target.lower() not in paths
        and not target.startswith("../")
    ]
    near = shelves(stem(path) for path in paths.values()) if broken else {}
    for path, link, target in broken:
        message = f"`{target}` is not in the page set"
        found = nearest(stem(target), near)
        advice = f"did you mean `{found}.md`?" if found else "correct the link"
        yield diagnostic(Code.BROKEN_LINK, message, path, link.span, advice)
