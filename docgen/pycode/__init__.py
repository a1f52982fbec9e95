"""Python code: the parts of a file, their fingerprints, its tree, and the names in it.

This package does not distinguish generated and hand-written code. Only `tree` imports libcst.
"""

from docgen.pycode.canonical import short_digest
from docgen.pycode.definitions import (
    PYTHON_SUFFIXES,
    definition_lines,
    is_ordered,
    order_digest,
)
from docgen.pycode.identify import base_key, identify
from docgen.pycode.parts import (
    TYPE_CHECKING_ONLY,
    Part,
    comment_part,
    fingerprinted,
    parse_parts,
)

__all__ = [
    "PYTHON_SUFFIXES",
    "TYPE_CHECKING_ONLY",
    "Part",
    "base_key",
    "comment_part",
    "definition_lines",
    "fingerprinted",
    "identify",
    "is_ordered",
    "order_digest",
    "parse_parts",
    "short_digest",
]
