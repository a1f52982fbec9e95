"""Parse the default value of a property: markdown in, the literal out.

default := ("default value is" | "defaults to" | "default is" | "default:" …) literal
         | literal "(default" … ")"
literal := code | bold | quoted | a number | "true" | "false" | one word before a full stop
"""

import re

_LEAD = r"\bdefault(?:s to| to|(?: value| setting)?(?:\s+is| of|\s*:| to be))\s*+:?\s*+"
_QUOTED = (
    r"`(?P<code>[^`\n]{1,100})`|\*\*(?P<bold>[^*\n]{1,100})\*\*"
    r"|'(?P<quoted>[^'\n]{1,100})'|\"(?P<double>[^\"\n]{1,100})\""
)
_BARE = r"(?P<bare>true\b|false\b|-?\d+(?>(?:\.\d+)?)\b|\w++(?=\.(?:\s|$)|\s*$))"
_BEFORE = re.compile(rf"{_LEAD}(?:{_QUOTED}|{_BARE})", re.IGNORECASE)
_BEHIND = re.compile(r"`(?P<code>[^`\n]{1,100})` \(default\b", re.IGNORECASE)
_NO_LITERAL = frozenset({"null", "none", "empty"})


def default_value(source: str) -> str | None:
    """Return the default value that a description states, unchanged, or `None`."""
    if "default" not in source.lower():
        return None
    match = _BEFORE.search(source) or _BEHIND.search(source)
    if not match:
        return None
    literal = next(text for text in match.groups() if text is not None).strip()
    return None if not literal or literal.lower() in _NO_LITERAL else literal
