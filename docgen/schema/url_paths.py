r"""Split a URL into the segments of its path. All other modules about URLs read these segments.

url      := [ scheme "://" host [ "/" version ] ] path [ "?" query ]
path     := ( "/" segment )*
segment  := word [ "(" arguments ")" ]      -- users, range(address='{address}')
          | placeholder                     -- {id}, {id | userPrincipalName}, <id>, a GUID, (id)
          | "{" name                        -- {id, whose closing brace is missing
          | ":" path ":"                    -- root:/{item-path}:, whose placeholder has slashes
argument := name "=" value | value          -- quoted or not, a placeholder or a literal
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from docgen.regex import Regex

MAX_URL = 2_000
"""Maximum number of characters of a URL that are parsed."""
PLACEHOLDER = Regex(r"\{([^{}]*)\}|<([^<>]*)>")

_MAX_CACHED = 16_384
"""URLs whose parts are kept: examples are compared with several request lines."""

_BRACKETS = "(){}<>"
_MARK = Regex(r"['(){}<>\[\]/?,]")
_HOST = Regex(r"(?:~|https?://[^/\s]+)?/?(?:v1\.0(?=/)|beta(?=/))?", re.IGNORECASE)
_NOT_CLOSED = Regex(r"\{(\w[^{}/(),]*)(?=$|/[^{}]*(?:\{|$))")
"""A named placeholder without its closing brace before the next slash, brace or end."""
_AFTER_COLON = Regex(r"(?<=/):([A-Za-z_][\w-]*)(?=/|$)")
"""A placeholder as frameworks for services write it: `/orders/:id`."""
_GUID = Regex(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}",
    re.IGNORECASE,
)
_CALL = Regex(r"(?P<name>[\w.$][^(]*)\((?P<arguments>.*)\)?", re.DOTALL)
_ARGUMENT = Regex(r"\s*(?P<name>[\w@.-]+)\s*=\s*(?P<value>.*)", re.DOTALL)
_WORD_ID = Regex(r"\(?[a-z]+-id\)?|id", re.IGNORECASE)
_HOST_NAME = Regex(r"[\w-]+(?:\.[\w-]+)*\.(?:com|net|org)", re.IGNORECASE)


class UrlArgument(Struct, frozen=True, kw_only=True):
    """An argument in parentheses: its name, empty if it has none, and its value with its quotes."""

    name: str
    value: str

    @property
    def is_quoted(self) -> bool:
        """Whether the value begins with a quotation mark."""
        return self.value.startswith(("'", '"'))

    @property
    def placeholder(self) -> str:
        """The text of the placeholder that the value is; empty for any other value."""
        found = PLACEHOLDER.fullmatch(self.value.strip("'\""))
        return placeholder_text(found) if found else ""


class PathSegment(Struct, frozen=True, kw_only=True):
    """A segment of a path: a word, a call, or a value in the place of one.

    `text` is the segment as the URL has it, `word` its word without placeholders, or the name of
    the call; it is empty for a value. `placeholders` are the texts of the placeholders; one is
    empty if it is a value without braces. In a call they are the arguments without a name.
    """

    text: str
    word: str
    placeholders: tuple[str, ...]
    arguments: tuple[UrlArgument, ...] = ()
    is_call: bool = False
    is_value: bool = False


def unquoted(text: str) -> str:
    """Return a text with its percent-encoded characters decoded."""
    if "%" not in text:
        return text
    from urllib.parse import unquote  # few texts need it, and it imports a lot

    return unquote(text)


def path_and_query(url: str) -> tuple[str, str]:
    """Return the path of a URL, without its host and version, and its query string."""
    path, _, query = split_query(url[:MAX_URL])
    start = _HOST.match(path)
    return path[start.end() if start else 0 :].strip(), query


@lru_cache(maxsize=_MAX_CACHED)
def split_query(path: str) -> tuple[str, str, str]:
    """Split at the first `?` outside quotes and brackets, or at the first if one is not closed."""
    index = next(_outside(path, "?"), None)
    if index is not None:
        return path[:index], "?", path[index + 1 :]
    is_closed = len(path) in _outside(f"{path}?", "?")
    return (path, "", "") if is_closed else path.partition("?")


@lru_cache(maxsize=_MAX_CACHED)
def path_segments(path: str) -> tuple[PathSegment, ...]:
    """Split a path at the slashes outside quotes and brackets; missing braces are added."""
    path = _AFTER_COLON.sub(r"{\1}", _NOT_CLOSED.sub(r"{\1}", path))
    parts = (part.strip() for part in _parts(path, "/"))
    return tuple(_segment(part) for part in parts if part)


def _parts(text: str, separator: str, brackets: str = _BRACKETS) -> Iterator[str]:
    start = 0
    for index in _outside(text, separator, brackets):
        yield text[start:index]
        start = index + 1
    yield text[start:]


def _outside(text: str, separator: str, brackets: str = _BRACKETS) -> Iterator[int]:
    """Return where a separator is outside quotes and brackets."""
    opening, closing = brackets[::2], brackets[1::2]
    depth, is_quoted = 0, False
    for found in _MARK.finditer(text):
        character = found[0]
        if character == "'":
            is_quoted = not is_quoted
        elif is_quoted:
            continue
        elif character in opening:
            depth += 1
        elif character in closing:
            depth = max(0, depth - 1)
        elif character == separator and depth == 0:
            yield found.start()


def _segment(text: str) -> PathSegment:
    call = _CALL.fullmatch(text)
    if call is not None:
        arguments = tuple(_arguments(call["arguments"].rstrip(")")))
        return PathSegment(
            text=text,
            word=call["name"].strip(),
            placeholders=tuple(one.placeholder for one in arguments if not one.name),
            arguments=arguments,
            is_call=True,
        )
    found = tuple(map(placeholder_text, PLACEHOLDER.finditer(text)))
    rest = PLACEHOLDER.sub("", text) if found else text
    if _is_value(rest, has_placeholders=bool(found)):
        return PathSegment(
            text=text, word="", placeholders=found or ("",), is_value=True
        )
    return PathSegment(text=text, word=rest.strip(": "), placeholders=found)


def _is_value(rest: str, *, has_placeholders: bool) -> bool:
    """Return whether a segment is a value; `rest` is its text without placeholders."""
    if has_placeholders:
        return not rest.strip(" :'\"|,.;") or "|" in rest
    return any(form.fullmatch(rest) for form in (_GUID, _WORD_ID, _HOST_NAME))


def _arguments(text: str) -> Iterator[UrlArgument]:
    for part in _parts(text, ",", f"{_BRACKETS}[]"):
        found = _ARGUMENT.fullmatch(part)
        if found:
            yield UrlArgument(name=found["name"], value=found["value"].strip())
        elif part.strip().strip("'\""):
            yield UrlArgument(name="", value=part.strip())


def placeholder_text(found: re.Match[str]) -> str:
    """Return what is between the braces of a match of `PLACEHOLDER`."""
    return found[1] or found[2] or ""
