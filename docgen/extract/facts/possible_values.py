"""Parse the possible values that a description lists: markdown in, the values out.

list  := lead number? value explanation? ( separator number? value explanation? )*
lead  := ("possible" | "valid" | "allowed" …) "value" "s"? words? ("are" | "is" | "include")? ":"?
value := code | bold | italic | quoted                    -- `a`, **a**, *a*, 'a'
       | a bare word                                     -- only if the whole list is bare
number:= digits ("-" | ":" | "=")                         -- 0 - `a`
explanation := "(" … ")" | ("-" | ":") words up to the next separator
separator   := "," | ";" | "/" | "|" | "and" | "or" | <br>, in any number
"""

import re
from itertools import islice

MOST_LEADS = 20
"""Maximum number of lead phrases parsed in one description."""

_LEAD = re.compile(
    r"\b(?:possible|valid|allowed|supported|acceptable|permitted)\s++(?:\w++\s++){0,1}"
    r"values?\b[^.:`*'\"|\n]{0,60}?"
    r"(?:\s(?:are|is|includes?)\b(?>(?:\s++(?:one of|the following|as follows))?)\s*+:?|:)\s*+",
    re.IGNORECASE,
)
_NUMBER = r"(?>(?:\d{1,5}\s*+[-\u2013:=]\s*+)?)"
_MARKED = re.compile(
    rf"\s*+(?>(?:<br\s?/?>|<li>|<ul>|\s|-)*){_NUMBER}"
    r"(?:`\s*+([^`\n]{1,128})`|\*\*([^*\n]{1,128})\*\*|[*_]([^*_\n]{1,128})[*_]"
    r"|'([^'\n]{1,128})'|\"([^\"\n]{1,128})\")"
)
_EXPLANATION = re.compile(
    r"\s*+(?>(?:\([^()\n]{0,400}\)|(?:[-\u2013\u2014:]|means\b|for\b)[^`*\n<,;.]{0,400})?)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"(?>(?:\s*+(?:[,;/|]|\band\b|\bor\b|<br\s?/?>|</li>|<li>|\\\|))+)", re.IGNORECASE
)
_BARE_LIST = re.compile(
    r"[\w-]++(?>(?:(?>(?:\s*+(?:,|\bor\b|\band\b))+)\s*+[\w-]++)+)(?=\s*+(?:\.|$|<))"
)
_WORD = re.compile(r"[\w-]+")
_JOINTS = frozenset({"and", "or", "null"})


def possible_values(source: str) -> tuple[str, ...]:
    """Return the values listed after "Possible values are" or a similar phrase, in order."""
    for lead in islice(_LEAD.finditer(source), MOST_LEADS):
        values = _marked(source, lead.end()) or _bare(source, lead.end())
        if values:
            return tuple(dict.fromkeys(v for v in values if v not in _JOINTS))
    return ()


def _marked(source: str, position: int) -> list[str]:
    values: list[str] = []
    while match := _MARKED.match(source, position):
        values.append(next(text for text in match.groups() if text is not None).strip())
        explained = _EXPLANATION.match(source, match.end())
        end = explained.end() if explained else match.end()
        separator = _SEPARATOR.match(source, end)
        if not separator:
            break
        position = separator.end()
    return [value for value in values if value]


def _bare(source: str, position: int) -> list[str]:
    match = _BARE_LIST.match(source, position)
    words = _WORD.findall(match[0]) if match else []
    return [word for word in words if word not in _JOINTS]
