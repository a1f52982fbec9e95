r"""Parse the URL of a request line: its segments, placeholders and arguments.

url      := [ scheme "://" host [ "/" version ] ] path [ "?" query ]
path     := ( "/" segment )*
segment  := word [ "(" arguments ")" ]      -- users, range(address='{address}')
          | placeholder                     -- {id}, {id | userPrincipalName}, <id>, a GUID, (id)
          | ":" path ":"                    -- root:/{item-path}:, whose placeholder has slashes
argument := name "=" value | value          -- quoted or not, a placeholder or a literal

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

MAX_URL = 2_000
"""Maximum number of characters of a URL that are parsed."""

_HOST = Regex(r"(?:~|https?://[^/\s]+)?/?(?:v1\.0(?=/)|beta(?=/))?", re.IGNORECASE)
PLACEHOLDER = Regex(r"\{([^{}]*)\}|<([^<>]*)>")
_GUID = Regex(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}",
    re.IGNORECASE,
)
_CALL = Regex(r"(?P<name>[^(]+)\((?P<arguments>.*)\)?", re.DOTALL)
_ARGUMENT = Regex(r"\s*(?P<name>[\w@.-]+)\s*=\s*(?P<value>.*)", re.DOTALL)
_WORD_ID = Regex(r"\(?[a-z]+-id\)?|id", re.IGNORECASE)
_HOST_NAME = Regex(r"[\w-]+(?:\.[\w-]+)*\.(?:com|net|org)", re.IGNORECASE)
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
    words: list[str] = []
    placeholders: list[_Placeholder] = []
    arguments: list[Argument] = []
    is_last_placeholder = is_last_call = False
    for segment in path_segments(url):
        before = words[-1] if words else ""
        found = [*PLACEHOLDER.finditer(segment)]
        call = call_parts(segment)
        is_last_call = call is not None
        is_last_placeholder = call is None and is_value(segment, found)
        if call is not None:
            words.append(call[0].strip())
            arguments += named_arguments(call[1])
            unnamed = unnamed_arguments(call[1])
            placeholders += (_placeholder(one, call[0].strip()) for one in unnamed)
        elif is_last_placeholder:
            texts = [one[1] or one[2] or "" for one in found] or [""]
            placeholders += (_placeholder(text, before) for text in texts)
        else:
            placeholders += (
                _placeholder(one[1] or one[2] or "", before) for one in found
            )
            words.append(PLACEHOLDER.sub("", segment).strip(": "))
    return Template(
        words=tuple(word for word in words if word),
        placeholders=_unique(placeholders),
        written=tuple(one.written for one in placeholders),
        arguments=tuple({one.name: one for one in arguments}.values()),
        query=tuple(_query(query)),
        ends_in_placeholder=is_last_placeholder,
        ends_in_call=is_last_call,
    )


def path_and_query(url: str) -> tuple[str, str]:
    """Return the path of a URL, without its host and version, and its query string."""
    path, _, query = split_query(url[:MAX_URL])
    start = _HOST.match(path)
    return path[start.end() if start else 0 :].strip(), query


def split_query(path: str) -> tuple[str, str, str]:
    """Split at the first `?` outside quotes, braces and parentheses."""
    depth, is_quoted = 0, False
    for index, character in enumerate(path):
        if character == "'":
            is_quoted = not is_quoted
        elif not is_quoted:
            depth += (character in "({<") - (character in ")}>")
            if character == "?" and depth <= 0:
                return path[:index], "?", path[index + 1 :]
    return (
        path.partition("?") if "?" in path and (depth or is_quoted) else (path, "", "")
    )


def path_segments(url: str) -> Iterator[str]:
    """Split a path at the slashes outside quotes, braces and parentheses."""
    depth, is_quoted, start = 0, False, 0
    for index, character in enumerate(url):
        if character == "'":
            is_quoted = not is_quoted
        elif not is_quoted:
            depth += (character in "({<") - (character in ")}>")
            if character == "/" and depth <= 0:
                if part := url[start:index].strip():
                    yield part
                start, depth = index + 1, 0
    if part := url[start:].strip():
        yield part


def is_value(segment: str, found: Sequence[re.Match[str]]) -> bool:
    """Return whether a segment is a placeholder or a value in the place of one."""
    rest = PLACEHOLDER.sub("", segment)
    if found:
        return not rest.strip(" :'\"|,.;") or "|" in rest
    return any(form.fullmatch(segment) for form in (_GUID, _WORD_ID, _HOST_NAME))


def call_parts(segment: str) -> tuple[str, str] | None:
    """Return the name of a call and the text between its parentheses, or `None`."""
    found = _CALL.fullmatch(segment)
    if found is None or not re.match(r"[\w.$]", segment) or segment.startswith("{"):
        return None
    return found["name"], found["arguments"].rstrip(")")


def argument_parts(text: str) -> Iterator[str]:
    """Split arguments at the commas outside quotes and braces."""
    depth, is_quoted, start = 0, False, 0
    for index, character in enumerate(text):
        if character == "'":
            is_quoted = not is_quoted
        elif not is_quoted:
            depth += (character in "({<[") - (character in ")}>]")
            if character == "," and depth <= 0:
                yield text[start:index]
                start = index + 1
    yield text[start:]


def named_arguments(text: str) -> Iterator[Argument]:
    """Return the arguments with a name: `range(address='{address}')`."""
    for part in argument_parts(text):
        found = _ARGUMENT.fullmatch(part)
        if found:
            yield Argument(name=found["name"], type=_value_type(found["value"]))


def _value_type(text: str) -> QualifiedName:
    """Return the type of an argument: text in quotes or a placeholder is a string."""
    value = text.strip().strip("()")
    if value.lstrip("-").isdecimal():
        return QualifiedName("Edm.Int32")
    if value.lower() in ("true", "false"):
        return QualifiedName("Edm.Boolean")
    return EDM_STRING


def unnamed_arguments(text: str) -> Iterator[str]:
    """Return the arguments without a name: `messages('{id}')`, `range(<address>)`."""
    for part in argument_parts(text):
        value = part.strip().strip("'\"")
        if value and not _ARGUMENT.fullmatch(part):
            found = PLACEHOLDER.fullmatch(value)
            yield (found[1] or found[2] or "") if found else ""


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
