"""Reading: the text of a JSON object enters, canonical JSON text leaves.

Text that is JSON is taken as it is, other text after repairs. Canonical means: `json.dumps` with
characters outside ASCII as they are. Of a key that stands twice the first value is kept. NaN and
numbers that no float holds are refused, and so is nesting of more than 100 levels.
"""

import json
import math
import re

from msgspec import Struct

from docgen.jsontext.repairs import Repair, repaired
from docgen.jsontext.tokens import OPENING, SURROGATES, tokens
from docgen.source import START, Span

MOST_LEVELS = 100
LONGEST_REPAIRED = 1_000_000

_BRACKET = re.compile(r'"(?>(?:[^"\\]|\\.)*)"?|[{}\[\]]', re.DOTALL)
_BRACKETS = "{}[]"


class Reading(Struct, frozen=True, kw_only=True):
    """What was read of a text: `json` is None where it is no object, not even after repairs."""

    json: str | None
    repairs: tuple[Repair, ...] = ()


def read_object(text: str, at: Span = START) -> Reading:
    """Read the JSON object in `text`, which begins at the place `at` of a page."""
    canonical = _canonical(text)
    if canonical is not None:
        return Reading(json=canonical)
    if len(text) > LONGEST_REPAIRED:
        return Reading(json=None)
    kept, repairs = repaired(tokens(text, at))
    canonical = _canonical("".join(token.text for token in kept))
    return Reading(json=canonical, repairs=repairs if canonical is not None else ())


def _canonical(text: str) -> str | None:
    if not _is_shallow(text):
        return None
    try:
        value: object = json.loads(
            text,
            object_pairs_hook=_first_wins,
            parse_constant=_refused,
            parse_float=_finite,
        )
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    return SURROGATES.sub("\ufffd", json.dumps(value, ensure_ascii=False))


def _is_shallow(text: str) -> bool:
    if text.count("{") + text.count("[") <= MOST_LEVELS:
        return True
    level = deepest = 0
    for found in _BRACKET.finditer(text):
        if found[0] in _BRACKETS:
            level += 1 if found[0] in OPENING else -1
            deepest = max(deepest, level)
    return deepest <= MOST_LEVELS


def _first_wins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result: dict[str, object] = {}
    for key, value in pairs:
        result.setdefault(key, value)
    return result


def _refused(constant: str) -> object:
    raise ValueError(constant)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(digits)
    return number
