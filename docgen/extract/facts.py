"""Parse the facts in a description: an `Inline` in, `Facts` out.

    boolean fact := a phrase of `_PHRASES` that is a whole sentence, clause or parenthesis
    ancestor     := ("Inherited from" | "Inherits from") article? name
    name         := identifiers joined by dots, plain or linked

A phrase with a condition ("Read-only for synced users", "Required when …") is not a fact.
`docgen.extract.values` parses values.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice, zip_longest

from msgspec import Struct
from msgspec.structs import replace

from docgen.extract.masked import masked, span_at, target_at
from docgen.extract.type_expression import TypeName
from docgen.extract.values import (
    ListedValue,
    default_value,
    describes_flags,
    filter_operators,
    values_and_combinations,
)
from docgen.markdown.page import Inline
from docgen.regex import Regex

MAX_ANCESTORS = 20
"""Maximum number of ancestors parsed in one description."""

_SUBJECT = (
    r"(?>(?:(?:this|the) (?>(?:property |field |value )?)|it )?)"
    r"(?>(?:is |has been |was )?)(?>(?:also )?)"
)
_START = rf"(?:^|[.;:!)(\n]|,? and )\s{{0,9}}+{_SUBJECT}"
_END = r"(?=\s*+(?:[.;,)(\n]|and\b|inherited\b|$))"

_PHRASES: tuple[tuple[str, str, bool, str], ...] = (
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
_REMARK = Regex(r"([^\s,;:(]++)\s*+\([^()\n]{0,200}\)")
_BETWEEN_FACTS = Regex(r"[,;.()\[\]]|\s+and\s+")
_MAX_REMARK = 200
"""Characters of a remark; a longer one says more than facts."""
_SEPARATE_KEY = Regex(r"\sKey\.(?:\s|$)")
_DEPRECATED = Regex(
    r"(?:^|[.;:(\n])\s{0,9}+(?>(?:this (?:property|type|resource|entity|enum|api) )?)"
    r"(?>(?:is |was |has been |are )?)(?>(?:now )?)deprecated\b(?! (?:apps?|features?)\b)",
    re.IGNORECASE,
)
_INHERITED = Regex(
    r"\binherit(?:ed|s) from\s++(?>(?:(?:the|an?)\s++)?)(?P<name>[^\W\d]\w*+(?>(?:\.\w++)*))",
    re.IGNORECASE,
)


class Facts(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """The facts in one description; `None` or empty for a fact that it does not contain.

    `numbers` are those of `values`, or empty if the description has none. `flags` means that the
    type is an enum whose values may be combined.
    """

    nullable: bool | None = None
    read_only: bool | None = None
    required: bool | None = None
    is_key: bool | None = None
    deprecated: bool | None = None
    returned_on_select: bool | None = None
    inherited_from: tuple[TypeName, ...] = ()
    values: tuple[str, ...] = ()
    numbers: tuple[int | None, ...] = ()
    flags: bool | None = None
    default: str | None = None
    filter: tuple[str, ...] = ()


NO_FACTS = Facts()


def facts(description: Inline) -> Facts:
    """Return the facts in a description."""
    if not description.source:
        return NO_FACTS
    listed, has_combinations = values_and_combinations(description.source)
    found = Facts(
        inherited_from=inherited_from(description),
        flags=has_combinations or describes_flags(description.plain) or None,
        default=default_value(description.source),
        filter=filter_operators(description.plain),
    )
    found = with_values(found, listed) if listed else found
    text = _without_remarks(description.plain, found.values)
    return replace(found, **boolean_facts(text))


def with_values(found: Facts, listed: Sequence[ListedValue]) -> Facts:
    """Return facts with further values after those of the description."""
    known = dict(zip_longest(found.values, found.numbers))
    for value in listed:
        known.setdefault(value.name, value.number)
    numbers = tuple(known.values())
    return replace(
        found,
        values=tuple(known),
        numbers=numbers if any(number is not None for number in numbers) else (),
    )


def _without_remarks(text: str, values: Sequence[str]) -> str:
    """Remove remarks in parentheses after values, such as "`red` (deprecated)"."""
    if not values or "(" not in text:
        return text
    return _REMARK.sub(lambda found: found[1] if found[1] in values else found[0], text)


def boolean_facts(text: str) -> dict[str, bool]:
    """Return the boolean facts by field of `Facts`; the first match in `_PHRASES` wins."""
    lower = text.lower()
    found: dict[str, bool] = {"deprecated": True} if is_deprecated(text) else {}
    for word, field, value, phrase in _PHRASES:
        if word in lower and field not in found and _pattern(phrase).search(text):
            found[field] = value
    if _SEPARATE_KEY.search(text):
        found.setdefault("is_key", True)
    return found


def facts_in_remark(text: str) -> dict[str, bool]:
    """Return the facts in a remark such as `read-only, required`; none if it says anything else."""
    found: dict[str, bool] = {}
    if len(text) > _MAX_REMARK:
        return {}
    for part in filter(None, map(str.strip, _BETWEEN_FACTS.split(text))):
        facts_of_part = boolean_facts(part)
        if not facts_of_part:
            return {}
        found |= facts_of_part
    return found


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """Compile a phrase on first use; one page needs few, and all take 1% of a run."""
    return re.compile(_START + phrase + _END, re.IGNORECASE)


def is_deprecated(text: str) -> bool:
    """Return whether a description says that its subject is deprecated."""
    return "deprecated" in text.lower() and _DEPRECATED.search(text) is not None


def inherited_from(description: Inline) -> tuple[TypeName, ...]:
    """Return the types that a description names after "Inherited from"."""
    if "nherit" not in description.source:
        return ()
    text = masked(description)
    return tuple(
        TypeName(
            text=match["name"],
            target=target_at(description, match.start("name")),
            span=span_at(description, *match.span("name")),
        )
        for match in islice(_INHERITED.finditer(text), MAX_ANCESTORS)
    )
