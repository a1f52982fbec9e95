"""Conflict markers: lines that git left behind are told and passed over; both sides stay."""

import re

from docgen.diagnostics import Code, Result, diagnostic
from docgen.markdown.draft import Draft, Places, blanked
from docgen.source import Span

# A conflict is `<<<<<<< ours`, perhaps `||||||| base`, `=======`, `>>>>>>> theirs`. A lone
# `=======` is no sign of one.
_OUTER = re.compile(r"^(?:<{7}|>{7})(?: [^\n]*)?$", re.MULTILINE)
_MARKER = re.compile(r"^(?:(?:<{7}|>{7}|\|{7})(?: [^\n]*)?|={7})$", re.MULTILINE)


def without_conflict_markers(path: str, text: str) -> Result[Draft]:
    """Blank the lines of conflict markers, and tell each."""
    if ("<<<<<<<" not in text and ">>>>>>>" not in text) or not _OUTER.search(text):
        return Result(Draft(text=text))
    markers = list(_MARKER.finditer(text))
    places = Places(text)
    lines = [places.of(marker.start())[0] for marker in markers]
    told = tuple(
        diagnostic(
            Code.CONFLICT_MARKER,
            f"a merge conflict was left on the page: `{marker[0][:7]}`",
            path,
            Span(line + 1, 1, len(marker[0]) + 1),
            "settle the conflict and delete the line",
        )
        for line, marker in zip(lines, markers, strict=True)
    )
    text = blanked(text, (marker.span() for marker in markers))
    return Result(Draft(text=text, passed_over=frozenset(lines)), told)
