"""Canonical text: equal for pieces of Python that mean the same, whatever their form.

It holds what the syntax tree holds and nothing else, so quotes, line breaks, brackets that change
nothing and trailing commas leave no trace; in docstrings, nor do blanks. Fields that are empty are
left out, for other versions of Python have others: a text has one canonical text on all of them.
"""

import ast
from hashlib import blake2b
from types import EllipsisType

_LEAVES = (bool, bytes, complex, EllipsisType, float)


def fingerprint(*values: object) -> str:
    """Give the digest of the canonical text of nodes, lists of nodes, and words."""
    return digest(canonical(*values))


def digest(text: str) -> str:
    """Give 16 hexadecimal digits for a text."""
    return blake2b(text.encode(errors="surrogatepass"), digest_size=8).hexdigest()


def canonical(*values: object) -> str:
    """Give the canonical text of nodes, lists of nodes, and words."""
    pieces: list[str] = []
    waiting: list[object] = [*reversed(values)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            pieces.append(value)
        elif isinstance(value, ast.Name):
            pieces.append(value.id)
        elif isinstance(value, ast.Constant):
            pieces.append(_constant(value.value))
        elif isinstance(value, ast.AST):
            pieces.append(f"({type(value).__name__}")
            waiting += _fields(value)
        elif isinstance(value, list):
            pieces.append("[")
            waiting += ["]", *reversed(value)]
        else:
            pieces.append(f"{value!r}")
    return " ".join(pieces)


def _fields(node: ast.AST) -> list[object]:
    """Give the fields of a node, the last one first, and what they are."""
    text = docstring(node)
    if text is not None:
        return [")", ascii(" ".join(text.split()))]
    waiting: list[object] = [")"]
    for name in reversed(node._fields):
        value: object = getattr(node, name, None)
        if value is None or value == [] or name in {"ctx", "type_comment"}:
            continue
        waiting += [value, f"{name}="]
    return waiting


def docstring(node: ast.AST) -> str | None:
    """Give the text of a statement that is nothing but a text."""
    match node:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return text
        case _:
            return None


def _constant(value: object) -> str:
    """Spell a constant; integers in a base in which they may have any length."""
    match value:
        case str():
            return ascii(value)
        case int() if not isinstance(value, bool):
            return hex(value)
        case _:
            return repr(value)
