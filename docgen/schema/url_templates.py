"""The words, placeholders and arguments of the URL of a request line.

`{id}` is named by the segment before it; so is a placeholder whose name is used twice in a URL, the
earlier one by its segment if that differs, or else by a number.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from docgen.regex import Regex
from docgen.schema.edm import EDM_STRING
from docgen.schema.model import Permissions, QualifiedName, RequestLine, Source
from docgen.schema.url_paths import PLACEHOLDER, path_and_query, path_segments

_NOT_WORD = Regex(r"\W+")
_IRREGULAR = {
    "axes": "axis",
    "children": "child",
    "classes": "class",
    "addresses": "address",
    "statuses": "status",
    "people": "person",
    "series": "series",
    "sites": "site",
    "services": "service",
    "bonuses": "bonus",
}
_PAIR = Regex(r"[a-z]+sAnd[A-Z][a-z]*s")
"""Two plurals that are one thing: `termsAndConditions`."""
_UNNAMED = frozenset({"", "id", "undefined"})


class Argument(Struct, frozen=True, kw_only=True):
    """An argument between the parentheses of a function."""

    name: str
    type: QualifiedName


class Template(Struct, frozen=True, kw_only=True):
    """A parsed URL: the words of its path, and the names of its parameters.

    `written` are the placeholders as the URL has them. `query` are the names in its query string,
    with whether the value is a placeholder.
    `ends_in_placeholder` means that it identifies one of several.
    """

    words: tuple[str, ...]
    placeholders: tuple[str, ...]
    written: tuple[str, ...]
    arguments: tuple[Argument, ...]
    query: tuple[tuple[str, bool], ...]
    ends_in_placeholder: bool
    ends_in_call: bool

    @property
    def last(self) -> str:
        """The last word of the path, without a namespace."""
        return self.words[-1].rpartition(".")[2] if self.words else ""


class _Placeholder(Struct, frozen=True, kw_only=True):
    """A placeholder as it is written, and the name that the segment before it gives it."""

    written: str
    name: str
    by_segment: str


def request_line(
    method: str, path: str, source: Source, permissions: Permissions | None = None
) -> RequestLine:
    """Return a request line with the words of its URL and the key of its template."""
    url = template(path)
    ends = "{}" if url.ends_in_placeholder else ""
    words = "/".join(url.words).lower()
    key = f"{words}/{ends} {len(url.placeholders)}"
    return RequestLine(
        method=method,
        path=path,
        source=source,
        words=url.words,
        template_key="" if url.query or url.arguments else key,
        permissions=permissions,
    )


@lru_cache(maxsize=16_384)
def template(path: str) -> Template:
    """Parse the URL of a request line."""
    url, query = path_and_query(path)
    segments = path_segments(url)
    words: list[str] = []
    placeholders: list[_Placeholder] = []
    arguments: dict[str, Argument] = {}
    for segment in segments:
        last = words[-1] if words else ""
        before = segment.word if segment.is_call else last
        placeholders += (_placeholder(one, before) for one in segment.placeholders)
        for one in segment.arguments:
            if one.name:
                type_ = value_type(one.value)
                arguments[one.name] = Argument(name=one.name, type=type_)
        if not segment.is_value:
            words.append(segment.word)
    return Template(
        words=tuple(word for word in words if word),
        placeholders=_unique(placeholders),
        written=tuple(one.written for one in placeholders),
        arguments=tuple(arguments.values()),
        query=tuple(_query(query)),
        ends_in_placeholder=bool(segments) and segments[-1].is_value,
        ends_in_call=bool(segments) and segments[-1].is_call,
    )


def value_type(text: str) -> QualifiedName:
    """Return the type of an argument: text in quotes or a placeholder is a string."""
    value = text.strip().strip("()")
    if value.lstrip("-").isdecimal():
        return QualifiedName("Edm.Int32")
    if value.lower() in ("true", "false"):
        return QualifiedName("Edm.Boolean")
    return EDM_STRING


def _placeholder(text: str, before: str) -> _Placeholder:
    name = text.partition("|")[0].strip().strip("'\"")
    by_segment = f"{singular_word(before.rpartition('.')[2])}Id" if before else "id"
    if name.lower() in _UNNAMED:
        name = by_segment
    return _Placeholder(
        written=text, name=_identifier(name) or by_segment, by_segment=by_segment
    )


def _identifier(name: str) -> str:
    """Return a name without spaces: `tenant id` is `tenantId`."""
    first, *others = name.split() or [""]
    return first + "".join(one[:1].upper() + one[1:] for one in others)


@lru_cache(maxsize=4_096)
def singular_word(word: str) -> str:
    """Return the singular of the last segment of a URL: `user` for `users`."""
    lower = word.lower()
    if _PAIR.fullmatch(word):
        return word
    for plural, singular in _IRREGULAR.items():
        if lower.endswith(plural):
            return word[: len(word) - len(plural)] + _cased(word, plural, singular)
    if lower.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if lower.endswith(("sses", "ches", "shes", "xes", "oes")):
        return word[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _cased(word: str, plural: str, singular: str) -> str:
    first = word[len(word) - len(plural)]
    return singular[:1].upper() + singular[1:] if first.isupper() else singular


def _unique(found: Sequence[_Placeholder]) -> tuple[str, ...]:
    """Return a name of its own for each placeholder of a URL."""
    names = [one.name for one in found]
    for index, one in enumerate(found):
        later = [
            n for n in range(index + 1, len(found)) if _same(names[n], names[index])
        ]
        if not later:
            continue
        taken = {name.lower() for n, name in enumerate(names) if n != index}
        if one.by_segment.lower() not in taken:
            names[index] = one.by_segment
            continue
        for n in later:
            if found[n].by_segment.lower() not in {name.lower() for name in names}:
                names[n] = found[n].by_segment
    return tuple(_numbered(names))


def _same(first: str, second: str) -> bool:
    return _NOT_WORD.sub("", first).lower() == _NOT_WORD.sub("", second).lower()


def _numbered(names: Sequence[str]) -> Iterator[str]:
    used: set[str] = set()
    for name in names:
        unique, number = name, 1
        while _NOT_WORD.sub("", unique).lower() in used:
            number += 1
            unique = f"{name}{number}"
        used.add(_NOT_WORD.sub("", unique).lower())
        yield unique


def _query(text: str) -> Iterator[tuple[str, bool]]:
    for part in text.split("&"):
        name, _, value = part.partition("=")
        name = name.strip()
        if re.fullmatch(r"[$@]?[\w.-]+", name):
            is_plain = not name.startswith("$") and "=" in part
            yield name, is_plain and PLACEHOLDER.search(value) is not None


def is_incomplete(path: str) -> bool:
    """Return whether parts of a URL are left out: `/folders/.../messages`."""
    return "..." in path or "\u2026" in path or "**" in path
