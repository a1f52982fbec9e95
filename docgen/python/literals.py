r"""Python string literals, JSON literals and docstrings made from page text, safe to write as code.

Everything is formatted as black would. In string literals, characters that are not printable
(control characters, right-to-left marks, lone surrogates) are escaped, so a literal is one line.
Docstrings include their quotes. They start with a sentence on a separate line if one fits, and
are wrapped; backslashes and quotes are escaped, invisible characters dropped, long paragraphs cut.
"""

import re
import unicodedata
from collections.abc import Iterable
from textwrap import TextWrapper
from typing import NewType

from docgen.regex import Regex

PythonCode = NewType("PythonCode", str)
"""Source code that docgen wrote, or made safe: never unchecked text of a page."""

MARGIN = 88
"""Maximum length of a line, as black counts characters."""

ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def string_literal(value: str) -> PythonCode:
    """Return a string as a literal, in double quotes unless single quotes need fewer escapes."""
    quote = "'" if value.count('"') > value.count("'") else '"'
    if value.isascii() and value.isprintable() and "\\" not in value:
        body = value
    else:
        body = "".join(map(_escaped, value))
    return PythonCode(quote + body.replace(quote, "\\" + quote) + quote)


def json_literal(value: object, indent: str = "", used: int = 0) -> PythonCode:
    """Return a JSON value as a Python literal, in one line or with a line for each item.

    `used` is the number of characters before and after it on its first line. The function is
    recursive, so the value must not be deeply nested; `samples` limits its depth.
    """
    match value:
        case dict() if value:
            items = [(f"{string_literal(key)}: ", item) for key, item in value.items()]
            return _container("{}", items, indent, used)
        case list() if value:
            return _container("[]", [("", item) for item in value], indent, used)
        case str():
            return string_literal(value)
        case _:
            return PythonCode(repr(value))


def _container(
    brackets: str, items: Iterable[tuple[str, object]], indent: str, used: int
) -> PythonCode:
    """Return a list or a dictionary; a trailing comma makes black keep a line for each item."""
    deeper = indent + "    "
    literals = [
        key + json_literal(item, deeper, len(deeper) + len(key) + len(","))
        for key, item in items
    ]
    line = brackets[0] + ", ".join(literals) + brackets[1]
    if "\n" not in line and used + len(line) <= MARGIN:
        return PythonCode(line)
    lines = "".join(f"{deeper}{item},\n" for item in literals)
    return PythonCode(f"{brackets[0]}\n{lines}{indent}{brackets[1]}")


def _escaped(character: str) -> str:
    if character in ESCAPES:
        return ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


QUOTE, QUOTES = '"', '"""'
MAX_PARAGRAPH = 2_000
"""Maximum number of characters of a paragraph."""

MIN_WIDTH = 14
"""Minimum number of characters of a first sentence that gets a separate line."""

INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories of characters that are removed from docstrings."""

ENDS = (".", "!", "?", ":", "…", '."', '!"', '?"')
"""Ends of a sentence."""

REQUEST_LINE = Regex("`[A-Z]+ [^`]+`")

NO_BREAK = "\0"
"""A space at which no line is broken; a docstring never has this character."""

SENTENCE_END = Regex(r"(?<!e\.g)(?<!i\.e)(?<!etc)[.!?] (?=[A-Z`])")


def docstring(paragraphs: tuple[str, ...], indent: str = "") -> PythonCode:
    """Return a docstring for a body indented by `indent`; empty if all paragraphs are empty."""
    safe = tuple(filter(None, map(_safe, paragraphs)))
    if not safe:
        return PythonCode("")
    if len(safe) == 1 and len(lines := _lines(safe[0], indent)) == 1:
        line = lines[0].replace(NO_BREAK, " ")
        return PythonCode(f'"""{line}{" " * line.endswith(QUOTE)}"""')
    first, *rest = _summary(safe[0], indent) + safe[1:]
    blocks = [QUOTES + _wrapped(first, indent, len(QUOTES), is_alone=not rest)]
    blocks += [indent + _wrapped(paragraph, indent, 0) for paragraph in rest]
    wrapped = "\n\n".join(blocks).replace(NO_BREAK, " ")
    return PythonCode(f"{wrapped}\n{indent}{QUOTES}")


def sentence(text: str) -> str:
    """Add a full stop, unless there is one or another end of a sentence."""
    stripped = text.rstrip()
    return stripped if stripped.endswith(ENDS) else stripped + "."


def _safe(text: str) -> str:
    """Return the visible characters on one line, without anything that ends the docstring."""
    cut = text[: 2 * MAX_PARAGRAPH]
    is_plain = cut.isascii() and cut.isprintable()
    line = " ".join((cut if is_plain else "".join(map(_visible, cut))).split())
    if len(line) > MAX_PARAGRAPH:
        line = line[:MAX_PARAGRAPH].rsplit(" ", 1)[0] + " …"
    escaped = line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    escaped = REQUEST_LINE.sub(_unbroken, escaped)
    return "\\" + escaped if escaped.startswith('"') else escaped


def _unbroken(found: re.Match[str]) -> str:
    """Return a request line without spaces at which a line is broken."""
    return found[0].replace(" ", NO_BREAK)


def _visible(character: str) -> str:
    if character.isascii() and character.isprintable():
        return character
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) in INVISIBLE else character


def _summary(text: str, indent: str) -> tuple[str, ...]:
    """Split a long paragraph after its first sentence, if that fits on the first line.

    A sentence of a word or two ("Read-only.") is too short for a summary.
    """
    width = MARGIN - len(indent) - len(QUOTES)
    end = SENTENCE_END.search(text)
    if len(text) <= width or end is None or not MIN_WIDTH < end.start() < width:
        return (text,)
    return text[: end.start() + 1], text[end.end() :]


def _lines(text: str, indent: str) -> list[str]:
    """Wrap a paragraph that is the only one; a single line leaves space for the quotes."""
    width = MARGIN - len(indent) - 2 * len(QUOTES) - text.endswith(QUOTE)
    return [text] if len(text) <= width else _wrapper(width).wrap(text)


def _wrapped(text: str, indent: str, used: int, *, is_alone: bool = False) -> str:
    """Wrap a paragraph; `used` is the number of characters before it on its first line.

    If it `is_alone`, it gets at least two lines: black would join the quotes with a single one.
    """
    lines = _filled(text, indent, used, MARGIN)
    if is_alone and len(lines) == 1:
        lines = _filled(text, indent, used, MARGIN - len(QUOTES))
    return "\n".join(lines).lstrip(" ")


def _filled(text: str, indent: str, used: int, width: int) -> list[str]:
    wrapper = _wrapper(width)
    wrapper.initial_indent = " " * (len(indent) + used)
    wrapper.subsequent_indent = indent
    return wrapper.wrap(text)


def _wrapper(width: int) -> TextWrapper:
    return TextWrapper(width=width, break_long_words=False, break_on_hyphens=False)
