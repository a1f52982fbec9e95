"""What is told of pages, in a form that can be remembered."""

from msgspec import Struct

from docgen.diagnostics import Diagnostic


class Told(Struct, frozen=True, array_like=True):
    """What is told of a page, by its path in the set, with the line that it points at."""

    diagnostic: Diagnostic
    line: str | None = None
