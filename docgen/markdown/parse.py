"""Parse: the bytes of a page enter, a `Page` leaves. The passes stand here in their order.

Whatever the bytes are, there is a page, and nothing raises. Each pass takes what it understands
out of the text, so that the next one never sees it; lines and columns stay where they are.
"""

from docgen.diagnostics import Result
from docgen.markdown.blocks import block_tokens
from docgen.markdown.conflicts import without_conflict_markers
from docgen.markdown.decoding import decoded
from docgen.markdown.front_matter import without_front_matter
from docgen.markdown.hidden_rows import hidden_rows
from docgen.markdown.page import Page
from docgen.markdown.sections import sections
from docgen.markdown.suppressions import suppressions
from docgen.markdown.without_comments import without_comments


def parse(path: str, content: bytes) -> Result[Page]:
    """Read the page at `path`, which is relative to the folder of the page set."""
    text = decoded(path, content)
    draft = without_conflict_markers(path, text.value)
    front_matter, body = without_front_matter(path, draft.value)
    asked, written = suppressions(path, body), body.text
    annotations, body = without_comments(path, body)
    found = sections(path, block_tokens(body), annotations.value)
    page = Page(
        path=path,
        text=text.value,
        front_matter=front_matter.value,
        sections=found.value,
    )
    passes = (text, draft, front_matter, asked, annotations, found)
    told = tuple(told for each in passes for told in each.diagnostics)
    hidden = hidden_rows(path, written, page.sections, told)
    return Result(page, (*told, *hidden), asked.value)
