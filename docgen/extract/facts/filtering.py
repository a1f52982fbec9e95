"""Parse the operators that a property supports in `$filter`: plain text in, their names out.

filter := "$filter" whitespace? "(" operator ( ("," | "and" | "or") operator )* … ")"
"""

import re

OPERATORS = {
    name.lower(): name
    for name in (
        "eq",
        "ne",
        "not",
        "gt",
        "ge",
        "lt",
        "le",
        "in",
        "has",
        "startsWith",
        "endsWith",
        "contains",
        "any",
        "all",
    )
}
"""OData's operators and functions (OData 4.01 URL conventions, 5.1.1), by lower-case name."""

_LIST = re.compile(r"\$filter\s{0,4}\(([^)]{1,300})\)")
_WORD = re.compile(r"[A-Za-z]+")


def filter_operators(text: str) -> tuple[str, ...]:
    """Return the operators listed after `$filter`, in the order of the text."""
    match = _LIST.search(text) if "$filter" in text else None
    if not match:
        return ()
    words = (word.lower() for word in _WORD.findall(match[1]))
    return tuple(dict.fromkeys(OPERATORS[w] for w in words if w in OPERATORS))
