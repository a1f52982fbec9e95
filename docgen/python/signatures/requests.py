"""The requests of an operation, and what selects one of them.

Usually the parameters that are passed select a URL. Of several URLs with the same parameters
1. those that end in `$value`, `$ref`, `$count` or `content` where others do not are an operation of
   their own. So are those with a `$filter` by something that is in no other URL, where others end
   in an ID: they return a collection. So are PATCH and POST of one page; of other methods the
   first is used, or that of most examples if the URLs are the same;
2. those that are longer only by `me` or `calendar` are aliases: the first is used;
3. others are selected by a keyword, whose values are the words that the others lack.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.python.names import PythonName
from docgen.python.signatures.urls import NamedUrl
from docgen.regex import Regex

_OWN_ENDS = {
    "$value": "content",
    "content": "content",
    "$ref": "refs",
    "$count": "count",
}
FILTERED = "list"
"""The end of URLs that filter a collection."""
_FILTER = Regex(r"[?&]\$filter=")
_VERBS = {"PATCH": "update", "POST": "create"}
_ALIAS_WORDS = frozenset({"me", "calendar"})


class ChosenUrl(Struct, frozen=True, kw_only=True):
    """A URL, and the value that selects it, `None` for the default."""

    named: NamedUrl
    choice: str | None


class RequestGroup(Struct, frozen=True, kw_only=True):
    """The URLs of one method; `documented` are all, also aliases.

    `verb` and `end` are additions to the name of the operation, if the page has several methods or
    ends. A choice is required if no URL is the default.
    """

    verb: str
    end: str
    urls: tuple[ChosenUrl, ...]
    documented: tuple[NamedUrl, ...]
    choices: tuple[str, ...]
    is_choice_required: bool


def request_groups(
    urls: Sequence[NamedUrl], spellings: Mapping[str, str], used_method: str | None
) -> tuple[RequestGroup, ...]:
    """Return the requests of a page, those of each operation together; the main one is first.

    `used_method` is the method of the examples, if there are several methods.
    """
    methods = [*dict.fromkeys(one.request.method for one in urls)]
    are_separate = {*methods} == {"PATCH", "POST"}
    main = methods[0]
    if used_method and not are_separate:
        first, used = (
            {one.text for one in urls if one.request.method == method}
            for method in (main, used_method)
        )
        main = used_method if first == used else main
    groups: list[RequestGroup] = []
    known: set[str] = set()
    for method in methods if are_separate else (main,):
        own = [one for one in urls if one.request.method == method]
        new = [one for one in own if one.text not in known]
        known |= {one.text for one in own}
        if new:
            verb = "" if method == main else _VERBS[method]
            for end, found in _by_end(new).items():
                groups.append(_group(verb, end, found, spellings))
    return tuple(groups)


def _by_end(urls: Sequence[NamedUrl]) -> dict[str, list[NamedUrl]]:
    """Separate the URLs that have an end of their own after another URL."""
    words = {one.url.words for one in urls}
    filtered = {one.text for one in _filtered(urls)}
    found: dict[str, list[NamedUrl]] = {}
    for one in urls:
        end = _OWN_ENDS.get(one.url.words[-1] if one.url.words else "", "")
        is_own = end and one.url.words[:-1] in words
        end = end if is_own else FILTERED if one.text in filtered else ""
        found.setdefault(end, []).append(one)
    return dict(sorted(found.items(), key=lambda one: one[0] != ""))


def _filtered(urls: Sequence[NamedUrl]) -> Iterator[NamedUrl]:
    """Return the URLs that filter the collection in which others identify an entity."""
    others = [one for one in urls if not _FILTER.search(one.text)]
    known = {name for one in others for name in one.arguments}
    collections = {one.url.last for one in others if one.url.ends_in_placeholder}
    for one in urls:
        is_collection = not one.url.ends_in_placeholder and one.url.last in collections
        is_filtered = _FILTER.search(one.text) and not known.issuperset(one.query)
        if is_collection and is_filtered and one.request.method == "GET":
            yield one


def _group(
    verb: str, end: str, urls: Sequence[NamedUrl], spellings: Mapping[str, str]
) -> RequestGroup:
    chosen: list[ChosenUrl] = []
    is_required = True
    by_arguments: dict[frozenset[PythonName], list[NamedUrl]] = {}
    for one in _without_options(urls):
        by_arguments.setdefault(frozenset(one.arguments), []).append(one)
    for same in by_arguments.values():
        found = _chosen([*_without_aliases(same)], spellings)
        is_required = is_required and all(one.choice is not None for one in found)
        chosen += found
    order = {one.request: number for number, one in reversed([*enumerate(urls)])}
    chosen.sort(key=lambda one: order[one.named.request])
    return RequestGroup(
        verb=verb,
        end=end,
        urls=tuple(chosen),
        documented=tuple(urls),
        choices=tuple(dict.fromkeys(one.choice for one in chosen if one.choice)),
        is_choice_required=is_required,
    )


def _without_options(urls: Sequence[NamedUrl]) -> Sequence[NamedUrl]:
    """Leave out URLs with query options of a page that has others: options are parameters.

    So is a URL in which an option has what is in the path of another one.
    """
    plain = [one for one in urls if "?$" not in one.text]
    words = {one.url.words for one in plain}
    sets = {frozenset(one.arguments) for one in plain}
    known = frozenset(name for one in plain for name in one.arguments)
    return [
        one
        for one in urls
        if "?$" not in one.text
        or (
            one.url.words not in words
            and frozenset(one.arguments) not in sets
            and known.isdisjoint(one.query)
        )
    ]


def _without_aliases(urls: Sequence[NamedUrl]) -> Iterator[NamedUrl]:
    """Leave out URLs that are equal to an earlier one but for the words of aliases."""
    found: set[tuple[str, ...]] = set()
    for one in urls:
        words = tuple(word.lower() for word in one.url.words)
        plain = tuple(word for word in words[:-1] if word not in _ALIAS_WORDS)
        key = (*plain, *words[-1:])
        if key not in found:
            found.add(key)
            yield one


def _chosen(urls: Sequence[NamedUrl], spellings: Mapping[str, str]) -> list[ChosenUrl]:
    """Return the URLs with the value that selects each."""
    if len(urls) == 1:
        return [ChosenUrl(named=urls[0], choice=None)]
    words = [{word.lower() for word in one.url.words} for one in urls]
    common = words[0].intersection(*words[1:])
    values = [_value(one, common, spellings) for one in urls]
    firsts = {one.url.words[0].lower() for one in urls if one.url.words}
    if None not in values and len(firsts) == len(urls):
        values[0] = None
    found: dict[str | None, NamedUrl] = {}
    for one, value in zip(urls, values, strict=True):
        unique = value if value not in found else "/".join(one.url.words)
        found.setdefault(unique, one)
    return [ChosenUrl(named=one, choice=value) for value, one in found.items()]


def _value(
    one: NamedUrl, common: frozenset[str] | set[str], spellings: Mapping[str, str]
) -> str | None:
    """Return the words of a URL that the others lack, `None` if there are none.

    `me` says everything: what follows is the same in the URL of another user.
    """
    own = [word for word in one.url.words if word.lower() not in common]
    own = own[:1] if own[:1] == ["me"] else own
    return "/".join(spellings.get(word.lower(), word) for word in own) or None
