"""A suppression: a code that a page asks docgen not to tell, and where."""

from msgspec import Struct

from docgen.source import Span


class Suppression(Struct, frozen=True, array_like=True, kw_only=True):
    """`code` is not to be told on the `lines` (first and last) of the page, `None` is all of it.

    `span` is the place of the code in the comment that asks for it.
    """

    code: str
    path: str
    span: Span
    lines: tuple[int, int] | None
