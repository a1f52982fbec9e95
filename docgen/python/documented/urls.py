r"""The arguments of a call, read from the URL of an example.

A template is that of a signature, with `{name}` for each argument. Its segments and those of the
URL are compared one by one, words regardless of case. These differences are allowed:

    me            for `users/{user_id}`, whose argument is then `me`; and the other way round
    root          for `items/{item_id}`, likewise
    key           in parentheses: `messages('AAMk')` for `messages/{message_id}`
    parentheses   without arguments: `delta()` for `delta`
    end           a type, which a call does not send (`/members/microsoft.graph.user`), or `/$count`

A value between colons may have slashes. Values are percent-decoded, and without quotation marks.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from docgen.regex import Regex
from docgen.schema.url_matching import WITHOUT_KEY, Address
from docgen.schema.url_paths import PathSegment, path_segments, split_query, unquoted

_NAME = Regex(r"\{(\w+)\}")
_NAMESPACE = Regex(r"(?:[a-z]\w*\.)+(?=\w)", re.IGNORECASE)
_QUALIFIED = Regex(r"[a-z]\w*(?:\.[a-z]\w*)+")
ALIASES = frozenset({"calendar", "me"})
"""Words that two URLs of one operation may differ in."""
_COUNT = "$count"
_MAX_SEGMENTS = 40

_Values: TypeAlias = Mapping[str, str]
_Step: TypeAlias = tuple[int, int, _Values]
"""The numbers of segments of template and URL that match, and the values of arguments in them."""


class UrlArguments(Struct, frozen=True, kw_only=True):
    """What a URL says about a call: arguments by name, and query options in their order.

    `is_count` means that the URL ends in `/$count`, which the template lacks.
    """

    arguments: Mapping[str, str]
    query: tuple[tuple[str, str], ...]
    is_count: bool


def url_arguments(
    called: Address, template: str, *, is_alias: bool = False
) -> UrlArguments | None:
    """Return the arguments of a call whose URL equals that of an example; `None` if none does.

    A URL that `is_alias` may have a word of aliases that the template lacks, or lack one.
    """
    path, _, fixed = split_query(template)
    wanted, given = path_segments(path), path_segments(called.path)
    if len(given) > _MAX_SEGMENTS:
        return None
    ends = [one.text for one in (*wanted[-1:], *given[-1:])]
    is_count = ends[-1:] == [_COUNT] and ends[0] != _COUNT
    found = _aligned(wanted, given[:-1] if is_count else given, is_alias=is_alias)
    if found is None:
        return None
    query = [*query_options(called.query)]
    for name, text in query_options(fixed):
        value = _taken(query, name)
        values = None if value is None else _in_text(text, value)
        if values is None:
            return None
        found = {**found, **values}
    return UrlArguments(arguments=found, query=tuple(query), is_count=is_count)


def query_options(query: str) -> Iterator[tuple[str, str]]:
    """Yield the names and the values of a query string, percent-decoded."""
    for part in query.split("&"):
        name, equals, value = part.partition("=")
        if name.strip() or equals:
            yield unquoted(name).strip(), unquoted(value)


def _taken(query: list[tuple[str, str]], name: str) -> str | None:
    """Remove an option from a query; return its value."""
    for number, (other, value) in enumerate(query):
        if other.lower() == name.lower():
            del query[number]
            return value
    return None


def _aligned(
    wanted: Sequence[PathSegment], given: Sequence[PathSegment], *, is_alias: bool
) -> _Values | None:
    """Return the values of the arguments of a template in a URL."""
    failed: set[tuple[int, int]] = set()

    def following(first: int, second: int) -> _Values | None:
        if (first, second) in failed:
            return None
        if first == len(wanted) and all(map(_is_type, given[second:])):
            return {}
        if first < len(wanted) and second < len(given):
            for used, consumed, values in _steps(wanted, given, first, second):
                rest = following(first + used, second + consumed)
                if rest is not None:
                    return {**values, **rest}
        if is_alias and first + 1 < len(wanted) and _word(wanted[first]) in ALIASES:
            return following(first + 1, second)
        if is_alias and second + 1 < len(given) and _word(given[second]) in ALIASES:
            return following(first, second + 1)
        failed.add((first, second))
        return None

    return following(0, 0)


def _steps(
    wanted: Sequence[PathSegment],
    given: Sequence[PathSegment],
    first: int,
    second: int,
) -> Iterator[_Step]:
    """Yield the ways in which the segments at two positions match."""
    one, other = wanted[first], given[second]
    following = wanted[first + 1] if first + 1 < len(wanted) else None
    key = _name(following.text) if following else None
    if name := _name(one.text):
        is_path = first > 0 and wanted[first - 1].text.endswith(":")
        longest = len(given) - second if is_path else 1
        for count in range(1, longest + 1):
            text = "/".join(each.text for each in given[second : second + count])
            ends = ":" if one.text.endswith(":") else ""
            if text.endswith(ends) and not text.startswith("$"):
                yield 1, count, {name: unquoted(text.removesuffix(ends))}
        return
    is_same = _word(one) == _word(other)
    if is_same and other.is_call and key and not any(a.name for a in other.arguments):
        values = [each.value for each in other.arguments]
        if len(values) == 1:
            yield 2, 1, {key: _without_quotes(values[0])}
    alone = _word(other).removesuffix(":")
    if (_word(one), alone) in WITHOUT_KEY and key:
        yield 2, 1, {key: alone}
    if _word(one) == "me" and _word(other) == "users" and other.is_call:
        yield 1, 1, {}
    if _word(one) == "me" and _word(other) == "users" and second + 1 < len(given):
        yield 1, 2, {}
    if is_same and one.is_call and one.arguments and not other.is_call:
        names = [*map(_name, (each.value.strip("'") for each in one.arguments))]
        is_key = not one.arguments[0].name
        if len(names) == 1 and names[0] and is_key and second + 1 < len(given):
            yield 1, 2, {names[0]: unquoted(given[second + 1].text)}
    if is_same and (one.is_call or other.is_call):
        found = _call_values(one, other)
        if found is not None:
            yield 1, 1, found
    elif is_same:
        yield 1, 1, {}
    elif one.placeholders and not one.is_call:
        found = _in_text(one.text, unquoted(other.text))
        if found is not None:
            yield 1, 1, found


def _is_type(segment: PathSegment) -> bool:
    return not segment.is_call and _QUALIFIED.fullmatch(segment.text) is not None


def _name(text: str) -> str | None:
    """Return the name of the argument that a segment of a template is."""
    found = _NAME.fullmatch(text.removesuffix(":").removeprefix(":"))
    return found[1] if found else None


def _word(segment: PathSegment) -> str:
    word = segment.word if segment.is_call else segment.text
    name = unquoted(word).strip().lower()
    return _NAMESPACE.sub("", name)


def _call_values(one: PathSegment, other: PathSegment) -> _Values | None:
    """Return the values of the arguments of a function, which may be in any order."""
    named = {each.name.lower(): each.value for each in other.arguments}
    wanted = {each.name.lower(): each.value for each in one.arguments}
    if named.keys() != wanted.keys():
        return None
    found: dict[str, str] = {}
    for key, text in wanted.items():
        values = _in_text(text.strip("'\""), _without_quotes(named[key]))
        if values is None:
            return None
        found |= values
    return found


def _in_text(text: str, value: str) -> _Values | None:
    """Return the values in a text with `{name}` for each."""
    names = _NAME.findall(text)
    pattern = _NAME.sub("\0", text)
    pattern = re.escape(pattern).replace(re.escape("\0"), "(.+)")
    found = re.fullmatch(pattern, value, re.IGNORECASE | re.DOTALL)
    return dict(zip(names, found.groups(), strict=True)) if found else None


def _without_quotes(text: str) -> str:
    """Return a value without its quotation marks."""
    value = unquoted(text.strip())
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1].replace(value[0] * 2, value[0])
    return value
