"""Parse the bytes of a page to a `Page`; the passes are listed here in their order.

Every input results in a page, without an exception. Each pass masks what it has read, so that later
passes don't read it again; lines and columns don't change.
"""

from docgen.diagnostics import Result
from docgen.markdown.annotations import mask_comments
from docgen.markdown.blocks import block_tokens
from docgen.markdown.decoding import decode
from docgen.markdown.escaped_comments import plain_comments
from docgen.markdown.front_matter import mask_front_matter
from docgen.markdown.hidden_rows import hidden_rows
from docgen.markdown.invisible import mask_invisible
from docgen.markdown.learn_markup import mask_learn_markup
from docgen.markdown.masking import mask_conflict_markers
from docgen.markdown.page import Page
from docgen.markdown.sections import sections
from docgen.markdown.suppressions import suppressions


def parse(path: str, content: bytes) -> Result[Page]:
    """Parse the page at `path`, which is relative to the root of the page set."""
    text = decode(path, content)
    conflicts = mask_conflict_markers(path, mask_invisible(text.value))
    front_matter, body = mask_front_matter(path, conflicts.value)
    comments = plain_comments(path, body)
    body = comments.value
    suppressed, body_text = suppressions(path, body), body.text
    annotations, body = mask_comments(path, body)
    learn = mask_learn_markup(path, body)
    found = sections(path, block_tokens(learn.value), annotations.value)
    page = Page(
        path=path,
        text=text.value,
        front_matter=front_matter.value,
        sections=found.value,
        zones=learn.value.zones,
    )
    of_comments = (comments, suppressed, annotations)
    passes = (text, conflicts, front_matter, *of_comments, learn, found)
    diagnostics = tuple(each for one in passes for each in one.diagnostics)
    ignored_lines = learn.value.ignored_lines - body.ignored_lines
    hidden = hidden_rows(
        path, body_text, body.text, page.sections, diagnostics, ignored_lines
    )
    return Result(page, (*diagnostics, *hidden), suppressed.value)
