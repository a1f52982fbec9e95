r"""Python string literals, JSON literals and docstrings made from page text, safe to write as code.

Everything is in black's form. In literals, characters that are not printable (control characters,
right-to-left marks, lone surrogates) are escaped, so a literal is one line. A docstring has its
quotes, a first line that is a sentence where one fits, and is wrapped at the margin; backslashes
and quotes are escaped, invisible characters dropped, long paragraphs cut.
"""

import re
import unicodedata
from collections.abc import Iterable
from textwrap import TextWrapper
from typing import NewType

PythonCode = NewType("PythonCode", str)
"""Text that may stand in a Python file: made by docgen, or made safe by docgen."""

MARGIN = 88
"""Characters of a line, as black counts them."""

ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def string_literal(text: str) -> PythonCode:
    """Write a string, in double quotes unless single ones save escapes."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    if text.isascii() and text.isprintable() and "\\" not in text:
        body = text
    else:
        body = "".join(map(_escaped, text))
    return PythonCode(quote + body.replace(quote, "\\" + quote) + quote)


def json_literal(value: object, indent: str = "", used: int = 0) -> PythonCode:
    """Write a JSON value as a Python literal: in one line where it fits, else one item a line.

    `used` characters stand on its first line, with what follows it there. The value must not be
    nested so deep that recursion ends; `samples` sees to that.
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
    """Write a list or an object; a comma behind its last item keeps it one item a line."""
    deeper = indent + "    "
    written = [
        head + json_literal(item, deeper, len(deeper) + len(head) + len(","))
        for head, item in items
    ]
    line = brackets[0] + ", ".join(written) + brackets[1]
    if "\n" not in line and used + len(line) <= MARGIN:
        return PythonCode(line)
    lines = "".join(f"{deeper}{item},\n" for item in written)
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
MAX_LITERAL = 2_000
"""Characters of a paragraph that are kept."""

MIN_WIDTH = 14
"""Characters of a first sentence, at least, that stands on a line of its own."""

UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories that leave a docstring."""

ENDS = (".", "!", "?", ":", "…", '."', '!"', '?"')
"""What a sentence ends on."""

SENTENCE_END = re.compile(r"(?<!e\.g)(?<!i\.e)(?<!etc)[.!?] (?=[A-Z`])")


def docstring(paragraphs: tuple[str, ...], indent: str = "") -> PythonCode:
    """Write a docstring for a body that is indented by `indent`; empty without any text."""
    safe = tuple(text for text in map(_safe, paragraphs) if text)
    if not safe:
        return PythonCode("")
    if len(safe) == 1 and len(lines := _lines(safe[0], indent)) == 1:
        return PythonCode(f'"""{lines[0]}{" " * lines[0].endswith(QUOTE)}"""')
    first, *rest = _summary(safe[0], indent) + safe[1:]
    blocks = [QUOTES + _wrapped(first, indent, len(QUOTES), is_alone=not rest)]
    blocks += [indent + _wrapped(text, indent, 0) for text in rest]
    return PythonCode("\n\n".join(blocks) + f"\n{indent}{QUOTES}")


def sentence(text: str) -> str:
    """End a text on a full stop, if it ends on nothing of the kind."""
    stripped = text.rstrip()
    return stripped if stripped.endswith(ENDS) else stripped + "."


def _safe(text: str) -> str:
    """Keep what a reader sees, on one line, with nothing in it that could end the docstring."""
    cut = text[: 2 * MAX_LITERAL]
    is_plain = cut.isascii() and cut.isprintable()
    seen = " ".join((cut if is_plain else "".join(map(_seen, cut))).split())
    kept = (
        seen
        if len(seen) <= MAX_LITERAL
        else seen[:MAX_LITERAL].rsplit(" ", 1)[0] + " …"
    )
    escaped = kept.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return "\\" + escaped if escaped.startswith('"') else escaped


def _seen(character: str) -> str:
    if character.isascii() and character.isprintable():
        return character
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) in UNSEEN else character


def _summary(text: str, indent: str) -> tuple[str, ...]:
    """Part a text after its first sentence, if that fits on the first line and the text doesn't.

    A word or two ("Read-only.") say too little to stand alone.
    """
    room = MARGIN - len(indent) - len(QUOTES)
    end = SENTENCE_END.search(text)
    if len(text) <= room or end is None or not MIN_WIDTH < end.start() < room:
        return (text,)
    return text[: end.start() + 1], text[end.end() :]


def _lines(text: str, indent: str) -> list[str]:
    """Wrap a text that is a docstring alone: more than one line, if the quotes don't fit too."""
    width = MARGIN - len(indent) - 2 * len(QUOTES) - text.endswith(QUOTE)
    return [text] if len(text) <= width else _wrapper(width).wrap(text)


def _wrapped(text: str, indent: str, used: int, *, is_alone: bool = False) -> str:
    """Wrap a paragraph; `used` characters stand before it on its first line.

    A paragraph alone gets more than one line, for black would pull the quotes up to a single one.
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
