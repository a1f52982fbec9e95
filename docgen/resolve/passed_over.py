"""Members passed over: an enum part that is not used in, a note for each of its rows out."""

from collections.abc import Iterator

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.resolve.parts import EnumPart


def passed_over(part: EnumPart, advice: str) -> Iterator[Diagnostic]:
    """Report each row of a part that becomes no enum type."""
    name = part.declaration.name
    for member in part.declaration.members:
        message = f"row `{member.name}` is ignored: not used as a member of `{name}`"
        span = member.name_span
        yield diagnostic(Code.IGNORED_ROW, message, part.path, span, advice)
