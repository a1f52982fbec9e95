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


def json_literal(value: object, indent: str = "") -> Code:
    """Write a JSON value as a Python literal, one item a line and a comma behind each.

    The value must not be nested so deep that recursion ends; `samples` sees to that.
    """
    deeper = indent + "    "
    match value:
        case dict() if value:
            items = (
                f"{string_literal(key)}: {json_literal(item, deeper)}"
                for key, item in value.items()
            )
            return _exploded("{", items, "}", indent)
        case list() if value:
            return _exploded("[", (json_literal(v, deeper) for v in value), "]", indent)
        case str():
            return string_literal(value)
        case _:
            return Code(repr(value))


def _exploded(opening: str, items: Iterable[str], closing: str, indent: str) -> Code:
    lines = "".join(f"{indent}    {item},\n" for item in items)
    return Code(f"{opening}\n{lines}{indent}{closing}")


def _escaped(character: str) -> str:
    if character in ESCAPES:
        return ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
