"""Canonical text: equal for pieces of Python that mean the same, whatever their form.

    node = "(" kind { " " field "=" value } ")"     names, constants and attributes are shorter
    list = "[" { value } "]"

It holds what the syntax tree holds and nothing else, so quotes, line breaks, brackets that change
nothing and trailing commas leave no trace; in docstrings, nor do blanks. Fields that are empty are
left out, for other versions of Python have others: a text has one canonical text on all of them.
"""

import ast
from functools import cache

from docgen.digests import blake2b

_SILENT = {"ctx", "type_comment", "kind"}


def fingerprint(*values: object) -> str:
    """Give the digest of the canonical text of nodes, lists of nodes, and words."""
    return digest(canonical(*values))


def digest(text: str) -> str:
    """Give 16 hexadecimal digits for a text."""
    return blake2b(text.encode(errors="surrogatepass"), digest_size=8).hexdigest()


def canonical(*values: object) -> str:
    """Give the canonical text of nodes, lists of nodes, and words.

    Raises `RecursionError` for what is nested too deep.
    """
    return " ".join(map(_text, values))


def _text(value: object) -> str:
    match value:
        case ast.Name():
            return value.id
        case ast.Constant():
            return _constant(value.value)
        case str():
            return value
        case ast.Attribute():
            return f"{_text(value.value)}.{value.attr}"
        case list():
            return f"[{' '.join(map(_text, value))}]"
        case ast.BinOp():
            return _operation(value)
        case ast.Expr():
            return _expression(value)
        case ast.JoinedStr():
            return _joined(value)
        case ast.AST():
            return _node(value)
        case None:
            return "~"
        case _:
            return repr(value)


def _node(node: ast.AST) -> str:
    pieces = [type(node).__name__]
    for name in _telling(node._fields):
        value: object = getattr(node, name, None)
        if value is not None and value != []:
            pieces.append(f"{name}={_text(value)}")
    return f"({' '.join(pieces)})"


@cache
def _telling(fields: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in fields if name not in _SILENT)


def _constant(value: object) -> str:
    """Spell a constant; integers in a base in which they may have any length."""
    if isinstance(value, str):
        return ascii(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return hex(value)
    return repr(value)


def _operation(node: ast.expr) -> str:
    """Join what is on the left again and again without going deeper each time."""
    pieces = []
    while isinstance(node, ast.BinOp):
        pieces.append(f"{type(node.op).__name__} {_text(node.right)})")
        node = node.left
    return f"{'(' * len(pieces)}{_text(node)} {' '.join(reversed(pieces))}"


def _expression(node: ast.Expr) -> str:
    text = docstring(node)
    if text is None:
        return _node(node)
    words = " ".join(text.split())
    return f"(Docstring {words!a})"


def _joined(node: ast.JoinedStr) -> str:
    """Leave out empty pieces, which some versions of Python have."""
    pieces = [piece for piece in map(_text, node.values) if piece != "''"]
    return f"(JoinedStr {' '.join(pieces)})"


def docstring(node: ast.stmt) -> str | None:
    """Give the text of a statement that is nothing but a text."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        value = node.value.value
        return value if isinstance(value, str) else None
    return None
