"""Parse the values in a description: possible values, the default, operators of `$filter`.

possible    := lead listed ( separator listed )*
             | lead ( ( <br> | <li> ) word )*
listed      := number? value name? explanation?
lead        := ("possible" | "valid" …) "value" "s"? words? ("are" | "is" | "include")? ":"?
value       := code | bold | italic | quoted            -- `a`, ``a``, **a**, *a*, 'a', also in HTML
| a plain word                             -- only if all values are plain words
number      := digits ("-" | ":" | "=")                 -- 0 - `a`
name        := the name of a value that is a number     -- `1` (for `a`), `1` = `a`
             | the number of a value that is a name     -- `a` (1), `a` = 1
explanation := "(" … ")" | ("-" | ":") words up to the next separator
separator   := "," | ";" | "/" | "|" | "&" | "and" | "or" | <br>, once or more

default     := ("default value is" | "defaults to" | "default:" …) literal
| code "(default" … ")"
literal     := code | bold | quoted | a number | "true" | "false"
| one word before a full stop

filter      := "$filter" whitespace? "(" operator ( ("," | "and" | "or") operator )* … ")"
"""

import re
from collections.abc import Container, Iterator
from itertools import islice
from typing import NamedTuple

from docgen.regex import Regex
from docgen.vocabulary import without_zero_width

MAX_LEADS = 20
"""Maximum number of lead phrases parsed in one description."""

_MAX_DIGITS = 9
_FLAGS = Regex(
    r"(?<!\bnot a )(?:\bmulti(?:ple)?[-\u2010\u2011]?\s?(?:valued?|select) (?:flags? )?"
    r"enum(?:eration)?s?\b"
    r"|\bflag(?:s|ged)? enum(?:erat(?:ion|or))?s?\b)"
    r"|\benum(?:eration)? of (?:bit ?)?flags\b|\bbit-?\s?(?:mask|field|flags?)\b"
    r"|\bbitwise (?:or|combination)\b|\ballowed combinations\b"
    r"|\b(?:values|members) (?:can|may) be combined\b"
    r"|\bcombine (?:several|multiple) (?:values|members)\b"
    r"|\b(?:multiple|several|more than one) (?:values?|members?|options?) (?:can|may) be"
    r" (?:combined|selected|specified|set|chosen|used|given)\b"
    r"|\benum(?:eration)? (?:type )?(?:that )?(?:supports|allows|accepts|has) (?:the )?"
    r"(?:flags|(?:multiple|several) values)\b"
    r"|\bcomma[- ](?:separated|delimited) (?:list|string|combination|set) of (?:the |these )?"
    r"(?:\w+ )?(?:values|members|flags|options)\b"
    r"|\b(?:any |a |supports |allows )combinations? of (?:the |these )?"
    r"(?:\w+ )?(?:values|members|flags|options)\b"
    r"|\bor (?:a |any )?combinations? of (?:these|them|those|the above)\b"
    r"|\bor any combination(?=\s*(?:[.;)]|$))"
    r"|\b(?:values|members|options|flags) (?:can|may) be (?:OR['\u2019]?e?d|joined|concatenated)\b"
    r"|\bsupports multiple values\b"
    r"|\bone or more of (?:the following|these) (?:values|members|flags|options)\b"
    r"|\bmore than one (?:value|member|option), separated by\b"
    r"|\bcommas? to separate (?:multiple|several) (?:values|members|options)\b"
    r"|\b(?:multiple|several) (?:values|members|options)[, ]{1,2}(?:are )?(?:separated|delimited)"
    r" (?:by|with) (?:a comma|commas)\b",
    re.IGNORECASE,
)

_LEAD = Regex(
    r"\b(?:possible|valid|allowed|supported|acceptable|permitted)\s++(?:\w++\s++){0,1}"
    r"values?\b[^.:`*'\"|\n]{0,60}?"
    r"(?:\s(?:are|is|includes?)\b(?>(?:\s++(?:one of|the following|as follows))?)\s*+:?|:)\s*+",
    re.IGNORECASE,
)
_OTHER_LEAD = Regex(
    r"(?:\b(?:can|could|may|must|should|will|is) (?:be )?"
    r"(?:either|(?:one|one or more|any) of(?: the following)?)"
    r"|(?:^|[.;]\s)\s*+(?:one|one or more|any) of(?: the following)?)(?: values)?"
    r"(?:\s*+:\s*+|\s++(?=[`*'\"\u2018\u201c<]))"
    r"|(?:^|[.;]\s)\s*+(?:the )?values(?: are)?(?:\s*+:\s*+|\s++(?=[`*'\"\u2018\u201c<]))",
    re.IGNORECASE,
)
"""Other phrases before values; without a colon, a mark of a value must follow."""
_CONDITION = Regex(
    r"\b(?:if|unless|when|whenever|where|while)\b[^.;,]{0,200}\Z", re.IGNORECASE
)
"""The end of a text about something else: "Set if `color` is" before "one of"."""
_OTHER_NOUN = Regex(
    r"\s*+(?:propert(?:y|ies)|fields?|attributes?|parameters?|arguments?|headers?|columns?"
    r"|objects?|resources?|entit(?:y|ies)|instances?|elements?|types?|keys?"
    r"|relationships?|tables?)\b",
    re.IGNORECASE,
)
"""Words after names that are not values: "one of `id` and `name` properties"."""
_QUOTED = Regex(r"\"[^\"]+\"|'[^']+'|\u201c[^\u201d]+\u201d|\u2018[^\u2019]+\u2019")
_NUMBER = r"(?>(?:(?P<number>\d{1,5})\s*+[-\u2013:=]\s*+)?)"
_TAG_NAME = "(?:code|tt|kbd|samp|var|b|strong|i|em)"
_BULLET = r"[-\u00b7\u2022\u2023\u2043\u25aa\u25cf\u25e6]"
_TAG_REST = r"(?>(?:\s[^<>\n]{0,200})?)"
_VALUE = (
    r"(?:(?>(?:\*\*)?)\[?(?:```(?!`)\s*+((?:[^`\n]|``?(?!`)){1,128})```"
    r"|``(?!`)\s*+((?:[^`\n]|`(?!`)){1,128})``|`(?!`)([^`\n]{1,128})`)"
    r"(?>(?:\]\([^()\s]{0,200}\))?)(?>(?:\*\*)?)"
    rf"|<{_TAG_NAME}{_TAG_REST}>\s*+([^<\n]{{1,128}})</{_TAG_NAME}>"
    r"|\*\*([^*\n]{1,128})\*\*|[*_](?!\s)([^*_\n<]{1,128})[*_]"
    r"|['\u2018\u2019]([^'\u2018\u2019\n]{1,128})['\u2019]|[\"\u201c]([^\"\u201d\n]{1,128})[\"\u201d])"
)
_MARKED_VALUE = Regex(
    rf"\s*+(?>(?:<br\s?/?>|<(?:li|ul|ol|p){_TAG_REST}>|\s|{_BULLET})*){_NUMBER}{_VALUE}",
    re.IGNORECASE,
)
_NAME_OF_NUMBER = Regex(
    rf"\s*+(?:\(\s*+(?:for|means?|meaning|is)?|for\b|means\b|[-\u2013:=])\s*+{_VALUE}\s*+\)?",
    re.IGNORECASE,
)
_PLAIN_NAME_OF_NUMBER = Regex(
    r"\s*+\(?\s*+(?:(?:for|means|meaning)\s|[:=])\s*+([^\W\d]\w*+)\s*+\)?(?=\s*+(?:[,;.|]|and\b|or\b|<|$))",
    re.IGNORECASE,
)
_MEMBER_NUMBER = Regex(
    r"(?P<quote>[\"'\u201c\u2018])?"
    r"(?:(?P<decimal>[-+\u2212]?(?:\d{1,19}|\d{1,3}(?:,\d{3}){1,6}))|0x(?P<hex>[0-9a-f]{1,16})"
    r"|0b(?P<binary>[01]{1,63})|(?P<shifted>\d{1,9})\s{0,4}<<\s{0,4}(?P<bits>\d{1,2}))"
    r"(?(quote)[\"'\u201d\u2019])(?:\s*+\([^()]*\))?(?:\s?[.;*\u2020]){0,2}",
    re.IGNORECASE,
)
"""`1`, `0x1f`, `0b01`, `1 << 4`, `"1"`, `10,000` or `1 (one)`, perhaps with a mark at the end."""
_LIMIT = 2**63
"""The first number that is no Int64."""
_NUMBER_OF_NAME = Regex(r"\s*+(?:\(\s*+`?(\d{1,9})`?\s*+\)|=\s*+`?(\d{1,9})\b`?)")
_EXPLANATION = Regex(
    r"\s*+(?>(?:\([^()\n]{0,400}\)|(?:[-\u2013\u2014:]|means\b|for\b)[^`*\n<,;.]{0,400})?)",
    re.IGNORECASE,
)
_REST_OF_ITEM = Regex(
    r"[^\n<]{0,1000}+(?>(?:<(?!/?(?:li|ul)\b)[^\n<]{0,1000}+){0,50})", re.IGNORECASE
)
_SEPARATOR = Regex(
    rf"(?>(?:\s*+(?:[,;/|]|&(?:amp;)?(?!\w)|\band\b|\bor\b|<br\s?/?>|</li>|</p>|<li{_TAG_REST}>|\\\|))+)",
    re.IGNORECASE,
)
_PLAIN_LIST = Regex(
    r"[\w-]++(?>(?:(?>(?:\s*+(?:,|\bor\b|\band\b))+)\s*+[\w-]++)+)(?=\s*+(?:\.|$|<))"
)
_PLAIN_VALUE = Regex(r"[\w-]+")
_IN_ONE = Regex(r"[,|]")
_NEXT_EXPLAINED = Regex(
    rf"\.\s+(?={_VALUE}\s*(?:[:\u2013\u2014-]|means\b|\())", re.IGNORECASE
)
"""The end of an explanation that is a sentence, before the next value and its explanation."""
_PLAIN_ITEM = Regex(
    rf"(?>(?:\s*+(?:<br\s?/?>|</?li{_TAG_REST}>|<ul{_TAG_REST}>))+)\s*+(?:(?:\*|{_BULLET})\s*+)?([\w-]++)"
    r"[.,;]?(?=\s*+(?:<|$))",
    re.IGNORECASE,
)
_ESCAPED_BACKTICKS = ("\\`", "&#96;", "&grave;")
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
_DEFAULT = Regex(rf"{_DEFAULT_IS}(?:{_MARKED_LITERAL}|{_PLAIN_LITERAL})", re.IGNORECASE)
_LITERAL_BEFORE_DEFAULT = Regex(r"`(?P<code>[^`\n]{1,100})` \(default\b", re.IGNORECASE)
_NOT_DEFAULTS = frozenset({"null", "none", "empty"})

OPERATORS = {
    name.lower(): name
    for name in (
        *("eq", "ne", "not", "gt", "ge", "lt", "le", "in", "has"),
        *("startsWith", "endsWith", "contains", "any", "all"),
    )
}
"""OData's operators and functions (OData 4.01 URL conventions, 5.1.1), by lower-case name."""
_FILTER = Regex(r"\$filter\s{0,4}\(([^)]{1,300})\)")
_OPERATOR = Regex(r"[A-Za-z]+")


_FLAG_HINTS = (
    *("multi", "flag", "bit", "combin", "several", "separated", "more than"),
    *("be or", "joined", "concatenated", "one or more"),
)
_LEAD_HINTS = ("one of", "either", "values", "more of", "any of")


class ListedValue(NamedTuple):
    """A value that a description lists, and its number, if that is listed too."""

    name: str
    number: int | None = None


def member_number(text: str) -> int | None:
    """Return the number of an enum member, such as `1` or `0x1f`; `None` for any other text."""
    found = _MEMBER_NUMBER.fullmatch(text)
    number = _LIMIT if found is None else _value_of(found)
    return number if -_LIMIT <= number < _LIMIT else None


def _value_of(number: re.Match[str]) -> int:
    if number["decimal"]:
        return int(number["decimal"].replace(",", "").replace("\u2212", "-"))
    if number["shifted"]:
        return int(number["shifted"]) << int(number["bits"])
    return int(number["hex"], 16) if number["hex"] else int(number["binary"], 2)


def values_and_combinations(source: str) -> tuple[tuple[ListedValue, ...], bool]:
    """Return the values after "Possible values are" or a similar phrase, in order.

    The second value is whether combinations of them are listed, too: `red,green`.
    """
    text = source.replace("&nbsp;", " ")
    for escaped in _ESCAPED_BACKTICKS if "`" not in text.replace("\\`", "") else ():
        text = text.replace(escaped, "`")
    found = _all_listed(without_zero_width(text))
    single = tuple(one for one in found.values() if not _is_combined(one, found))
    return single, len(single) < len(found)


def _all_listed(source: str) -> dict[str, ListedValue]:
    """Return the values after the first phrase that introduces some, by their names."""
    for lead in islice(_leads(source), MAX_LEADS):
        is_clear = _LEAD.found(lead)
        if not is_clear and _CONDITION.search(source, 0, lead.start()):
            continue
        values, end = _marked_values(source, lead.end())
        if not is_clear and _OTHER_NOUN.match(source, end):
            continue
        values = values or _plain_values(source, lead.end())
        found: dict[str, ListedValue] = {}
        for value in values:
            if value.name not in _NOT_VALUES:
                found.setdefault(value.name, value)
        if is_clear and len(found) == 1:
            found = _separated(*found.values())
        if len(found) >= (1 if is_clear else 2):
            return found
    return {}


def _separated(value: ListedValue) -> dict[str, ListedValue]:
    """Return the values in one code span: `low, high` or `low|high`."""
    parts = [part.strip() for part in _IN_ONE.split(value.name)]
    if len(parts) < 2 or not all(map(_PLAIN_VALUE.fullmatch, parts)):
        return {value.name: value}
    return {part: ListedValue(part) for part in parts}


def _leads(source: str) -> Iterator[re.Match[str]]:
    yield from _LEAD.finditer(source)
    lower = source.lower()
    if any(hint in lower for hint in _LEAD_HINTS):
        yield from _OTHER_LEAD.finditer(source)


def describes_flags(text: str) -> bool:
    """Return whether a description says that several values may be combined."""
    lower = text.lower()
    has_hint = any(word in lower for word in _FLAG_HINTS)
    return has_hint and _FLAGS.search(text) is not None


def _is_combined(value: ListedValue, values: Container[str]) -> bool:
    """Return whether a value is several others, as in `red,green`."""
    parts = [part.strip() for part in value.name.split(",")]
    return len(parts) > 1 and all(part in values for part in parts)


def _marked_values(source: str, position: int) -> tuple[list[ListedValue], int]:
    """Return the values from a position on, and where the last one ends."""
    values: list[ListedValue] = []
    is_list, end = False, position
    while match := _MARKED_VALUE.match(source, position):
        number = int(match["number"]) if match["number"] else None
        value, end = _named_value(source, _value_in(match), number, match.end())
        values.append(value)
        is_list = is_list or "<li" in match[0].lower()
        explanation = (_REST_OF_ITEM if is_list else _EXPLANATION).match(source, end)
        end = explanation.end() if explanation else end
        separator = _SEPARATOR.match(source, end)
        if not separator and explanation and explanation[0]:
            separator = _NEXT_EXPLAINED.match(source, end)
        if not separator:
            break
        position = separator.end()
    return [value for value in values if value.name], end


def _named_value(
    source: str, text: str, number: int | None, end: int
) -> tuple[ListedValue, int]:
    """Return a value with the name or number after it, and where that ends."""
    if number is None and text.isdecimal() and len(text) <= _MAX_DIGITS:
        match = _NAME_OF_NUMBER.match(source, end)
        name = _value_in(match) if match else ""
        if not name or name.isdecimal():
            match = _PLAIN_NAME_OF_NUMBER.match(source, end)
            name = match[1] if match else ""
        if match and name:
            return ListedValue(name, int(text)), match.end()
    elif number is None:
        match = _NUMBER_OF_NAME.match(source, end)
        if match:
            return ListedValue(text, int(match[1] or match[2])), match.end()
    return ListedValue(text, number), end


def _value_in(match: re.Match[str]) -> str:
    groups = match.groups()[1:] if _MARKED_VALUE.found(match) else match.groups()
    text = next((text for text in groups if text is not None), "").strip("` \t\n")
    return text[1:-1] if _QUOTED.fullmatch(text) else text


def _matched_group(match: re.Match[str]) -> str:
    return next(text for text in match.groups() if text is not None).strip()


def _plain_values(source: str, position: int) -> list[ListedValue]:
    match = _PLAIN_LIST.match(source, position)
    words = _PLAIN_VALUE.findall(match[0]) if match else _plain_items(source, position)
    return [ListedValue(word) for word in words if word not in _NOT_VALUES]


def _plain_items(source: str, position: int) -> list[str]:
    """Return plain words that are the items of a list; one word alone is not a list."""
    words: list[str] = []
    while match := _PLAIN_ITEM.match(source, position):
        words.append(match[1])
        position = match.end()
    return words if len(words) > 1 else []


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
