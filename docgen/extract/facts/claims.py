"""Parse facts that are true or false, such as nullable, required and read-only: plain text in.

    sentence := a phrase of `_CLAIMS` that fills a whole sentence, clause or bracket

A conditional phrase ("Read-only for synced users", "Required when …") states no fact.
"""

import re

_SUBJECT = (
    r"(?>(?:(?:this|the) (?>(?:property |field |value )?)|it )?)"
    r"(?>(?:is |has been |was )?)(?>(?:also )?)"
)
_BEGIN = rf"(?:^|[.;:!)(\n]|,? and )\s{{0,9}}+{_SUBJECT}"
_END = r"(?=\s*+(?:[.;,)(\n]|and\b|inherited\b|$))"

_CLAIMS: tuple[tuple[str, str, bool, str], ...] = (
    ("read", "read_only", True, r"read[- ]?only(?: property)?"),
    ("read", "read_only", False, r"(?:not read[- ]only|read[-/ ](?:and )?write)"),
    ("null", "nullable", False, r"(?:not nullable|non-?nullable|not null)"),
    ("cannot", "nullable", False, r"cannot be (?:null|empty)"),
    ("null", "nullable", True, r"(?:nullable|(?:can|may) be null)"),
    ("required", "required", True, r"required(?: property)?"),
    ("required", "required", False, r"not required"),
    ("optional", "required", False, r"optional(?: property)?"),
    ("key", "is_key", True, r"(?:the )?(?:unique )?key(?: of the \w+| property)?"),
    ("$select", "returned_on_select", True, r"returned only (?:on|with|by) \$select"),
    ("$select", "returned_on_select", True, r"requires \$select(?: to retrieve)?"),
    ("returned by", "returned_on_select", False, r"returned by default"),
)
"""A word that the text must contain, the field of `Facts`, its value, and the phrase."""
_PATTERNS = tuple(
    (word, fact, value, re.compile(_BEGIN + text + _END, re.IGNORECASE))
    for word, fact, value, text in _CLAIMS
)
_LONE_KEY = re.compile(r"\sKey\.(?:\s|$)")
_DEPRECATED = re.compile(
    r"(?:^|[.;:(\n])\s{0,9}+(?>(?:this (?:property|type|resource|entity|enum|api) )?)"
    r"(?>(?:is |was |has been |are )?)(?>(?:now )?)deprecated\b(?! (?:apps?|features?)\b)",
    re.IGNORECASE,
)


def claims(text: str) -> dict[str, bool]:
    """Return the stated facts by field of `Facts`; the first match in `_CLAIMS` wins."""
    lower = text.lower()
    said: dict[str, bool] = {"deprecated": True} if is_deprecated(text) else {}
    for word, fact, value, pattern in _PATTERNS:
        if word in lower and fact not in said and pattern.search(text):
            said[fact] = value
    if _LONE_KEY.search(text):
        said.setdefault("is_key", True)
    return said


def is_deprecated(text: str) -> bool:
    """Return whether a description says that its subject is deprecated."""
    return "deprecated" in text.lower() and _DEPRECATED.search(text) is not None
