"""Parse the values in a description: possible values, the default, operators of `$filter`.

possible    := lead number? value explanation? ( separator number? value explanation? )*
lead        := ("possible" | "valid" …) "value" "s"? words? ("are" | "is" | "include")? ":"?
value       := code | bold | italic | quoted            -- `a`, **a**, *a*, 'a'
| a plain word                             -- only if all values are plain words
number      := digits ("-" | ":" | "=")                 -- 0 - `a`
explanation := "(" … ")" | ("-" | ":") words up to the next separator
separator   := "," | ";" | "/" | "|" | "and" | "or" | <br>, once or more

default     := ("default value is" | "defaults to" | "default:" …) literal
| code "(default" … ")"
literal     := code | bold | quoted | a number | "true" | "false"
| one word before a full stop

filter      := "$filter" whitespace? "(" operator ( ("," | "and" | "or") operator )* … ")"
"""

import re
from itertools import islice

MAX_LEADS = 20
"""Maximum number of lead phrases parsed in one description."""

_LEAD = re.compile(
    r"\b(?:possible|valid|allowed|supported|acceptable|permitted)\s++(?:\w++\s++){0,1}"
    r"values?\b[^.:`*'\"|\n]{0,60}?"
    r"(?:\s(?:are|is|includes?)\b(?>(?:\s++(?:one of|the following|as follows))?)\s*+:?|:)\s*+",
    re.IGNORECASE,
)
_NUMBER = r"(?>(?:\d{1,5}\s*+[-\u2013:=]\s*+)?)"
_MARKED_VALUE = re.compile(
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
_PLAIN_LIST = re.compile(
    r"[\w-]++(?>(?:(?>(?:\s*+(?:,|\bor\b|\band\b))+)\s*+[\w-]++)+)(?=\s*+(?:\.|$|<))"
)
_PLAIN_VALUE = re.compile(r"[\w-]+")
_NOT_VALUES = frozenset({"and", "or", "null"})

_DEFAULT_IS = (
    r"\bdefault(?:s to| to|(?: value| setting)?(?:\s+is| of|\s*:| to be))\s*+:?\s*+"
)
_MARKED_LITERAL = (
    r"`(?P<code>[^`\n]{1,100})`|\*\*(?P<bold>[^*\n]{1,100})\*\*"
    r"|'(?P<quoted>[^'\n]{1,100})'|\"(?P<double>[^\"\n]{1,100})\""
)
_PLAIN_LITERAL = (
    r"(?P<plain>true\b|false\b|-?\d+(?>(?:\.\d+)?)\b|\w++(?=\.(?:\s|$)|\s*$))"
)
_DEFAULT = re.compile(
    rf"{_DEFAULT_IS}(?:{_MARKED_LITERAL}|{_PLAIN_LITERAL})", re.IGNORECASE
)
_LITERAL_BEFORE_DEFAULT = re.compile(
    r"`(?P<code>[^`\n]{1,100})` \(default\b", re.IGNORECASE
)
_NOT_DEFAULTS = frozenset({"null", "none", "empty"})

OPERATORS = {
    name.lower(): name
    for name in (
        *("eq", "ne", "not", "gt", "ge", "lt", "le", "in", "has"),
        *("startsWith", "endsWith", "contains", "any", "all"),
    )
}
"""OData's operators and functions (OData 4.01 URL conventions, 5.1.1), by lower-case name."""
_FILTER = re.compile(r"\$filter\s{0,4}\(([^)]{1,300})\)")
_OPERATOR = re.compile(r"[A-Za-z]+")


def possible_values(source: str) -> tuple[str, ...]:
    """Return the values listed after "Possible values are" or a similar phrase, in order."""
    for lead in islice(_LEAD.finditer(source), MAX_LEADS):
        values = _marked_values(source, lead.end()) or _plain_values(source, lead.end())
        if values:
            return tuple(dict.fromkeys(v for v in values if v not in _NOT_VALUES))
    return ()


def _marked_values(source: str, position: int) -> list[str]:
    values: list[str] = []
    while match := _MARKED_VALUE.match(source, position):
        values.append(_matched_group(match))
        explanation = _EXPLANATION.match(source, match.end())
        end = explanation.end() if explanation else match.end()
        separator = _SEPARATOR.match(source, end)
        if not separator:
            break
        position = separator.end()
    return [value for value in values if value]


def _matched_group(match: re.Match[str]) -> str:
    return next(text for text in match.groups() if text is not None).strip()


def _plain_values(source: str, position: int) -> list[str]:
    match = _PLAIN_LIST.match(source, position)
    words = _PLAIN_VALUE.findall(match[0]) if match else []
    return [word for word in words if word not in _NOT_VALUES]


def default_value(source: str) -> str | None:
    """Return the default value in the markdown of a description, as it is written."""
    if "default" not in source.lower():
        return None
    match = _DEFAULT.search(source) or _LITERAL_BEFORE_DEFAULT.search(source)
    literal = _matched_group(match) if match else ""
    return None if not literal or literal.lower() in _NOT_DEFAULTS else literal


def filter_operators(text: str) -> tuple[str, ...]:
    """Return the operators listed after `$filter`, in the order of the text."""
    match = _FILTER.search(text) if "$filter" in text else None
    words = _OPERATOR.findall(match[1]) if match else ()
    found = (OPERATORS.get(word.lower()) for word in words)
    return tuple(dict.fromkeys(name for name in found if name))
