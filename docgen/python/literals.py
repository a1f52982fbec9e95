r"""Python literals made from the text of a page: with `docstrings`, the one guard before code.

Every literal is in black's form. What is not printable (controls, right-to-left marks, lone
surrogates) is escaped, so a literal is one line and looks like what it holds.
"""

from collections.abc import Iterable
from typing import NewType

Code = NewType("Code", str)
"""Text that may stand in a Python file: made by docgen, or made safe by docgen."""

MARGIN = 88
"""Characters of a line, as black counts them."""

ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def string_literal(text: str) -> Code:
    """Write a string, in double quotes unless single ones save escapes."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    if text.isascii() and text.isprintable() and "\\" not in text:
        body = text
    else:
        body = "".join(map(_escaped, text))
    return Code(quote + body.replace(quote, "\\" + quote) + quote)


def json_literal(value: object, indent: str = "", used: int = 0) -> Code:
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
            return Code(repr(value))


def _container(
    brackets: str, items: Iterable[tuple[str, object]], indent: str, used: int
) -> Code:
    """Write a list or an object; a comma behind its last item keeps it one item a line."""
    deeper = indent + "    "
    written = [
        head + json_literal(item, deeper, len(deeper) + len(head) + len(","))
        for head, item in items
    ]
    line = brackets[0] + ", ".join(written) + brackets[1]
    if "\n" not in line and used + len(line) <= MARGIN:
        return Code(line)
    lines = "".join(f"{deeper}{item},\n" for item in written)
    return Code(f"{brackets[0]}\n{lines}{indent}{brackets[1]}")


def _escaped(character: str) -> str:
    if character in ESCAPES:
        return ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
