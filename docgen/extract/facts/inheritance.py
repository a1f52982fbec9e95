"""Parse the types that a row is inherited from: an `Inline` in, type names out.

inherited := ("Inherited from" | "Inherits from" | "inherited from the") name
name      := identifiers joined by dots, plain or linked
"""

import re
from itertools import islice

from docgen.extract.masked import masked, span_at, target_at
from docgen.extract.type_expression import TypeName
from docgen.markdown.page import Inline

MOST_ANCESTORS = 20
"""Maximum number of ancestors parsed in one row."""

_INHERITED = re.compile(
    r"\binherit(?:ed|s) from\s++(?>(?:(?:the|an?)\s++)?)(?P<name>[^\W\d]\w*+(?>(?:\.\w++)*))",
    re.IGNORECASE,
)


def inherited_from(description: Inline) -> tuple[TypeName, ...]:
    """Return every type that the description says the row is inherited from."""
    if "nherit" not in description.source:
        return ()
    text = masked(description)
    return tuple(
        TypeName(
            text=match["name"],
            target=target_at(description, match.start("name")),
            span=span_at(description, *match.span("name")),
        )
        for match in islice(_INHERITED.finditer(text), MOST_ANCESTORS)
    )
