r"""Fingerprints of Python code: equal for code that means the same, whatever its formatting.

    node = "(" kind { " " field "=" value } ")"     names, constants and attributes are shorter
    list = "[" { value } "]"

The canonical form has what the syntax tree has and nothing else, so quotes, line breaks, redundant
parentheses and trailing commas leave no trace; neither does whitespace in docstrings. Empty fields
are omitted because they differ between versions of Python: code has one canonical form on all.
"""

import ast
from binascii import b2a_base64
from collections.abc import Callable, Mapping
from functools import cache

from docgen.digests import blake2b

LENGTH = 5
"""Characters of a fingerprint, 6 bits each: one edit in a billion would not be noticed."""

_IGNORED = {"ctx", "type_comment", "kind"}


def fingerprint(*values: object) -> str:
    """Return the fingerprint of nodes, lists of nodes, and strings.

    Raises `RecursionError` for code that is nested too deeply.
    """
    return short_digest(" ".join(map(_canonical, values)))


def short_digest(string: str) -> str:
    """Return a digest of a string: `LENGTH` characters of base64."""
    content = string.encode(errors="surrogatepass")
    return b2a_base64(blake2b(content, digest_size=4).digest())[:LENGTH].decode()


def _canonical(value: object) -> str:
    form = _FORMS.get(type(value), _other)
    return form(value)


def _other(value: object) -> str:
    if isinstance(value, ast.AST):
        return _node(value)
    return "~" if value is None else repr(value)


def _list(values: list[object]) -> str:
    return f"[{' '.join(map(_canonical, values))}]"


def _attribute(node: ast.Attribute) -> str:
    return f"{_canonical(node.value)}.{node.attr}"


def _node(node: ast.AST) -> str:
    kind = type(node)
    values = node.__dict__
    pieces = [kind.__name__]
    for name in _significant(kind._fields):
        value: object = values.get(name)
        if value is not None and value != []:
            pieces.append(f"{name}={_FORMS.get(type(value), _other)(value)}")
    return f"({' '.join(pieces)})"


@cache
def _significant(fields: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in fields if name not in _IGNORED)


def _constant(node: ast.Constant) -> str:
    """Return the form of a constant; integers are hexadecimal, which has no limit on length."""
    value: object = node.value
    if isinstance(value, str):
        return ascii(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return hex(value)
    return repr(value)


def _operation(node: ast.expr) -> str:
    """Return the form of a chain of operators without recursing into its left operands."""
    pieces = []
    while isinstance(node, ast.BinOp):
        pieces.append(f"{type(node.op).__name__} {_canonical(node.right)})")
        node = node.left
    return f"{'(' * len(pieces)}{_canonical(node)} {' '.join(reversed(pieces))}"


def _expression(node: ast.Expr) -> str:
    content = docstring_of(node)
    if content is None:
        return _node(node)
    words = " ".join(content.split())
    return f"(Docstring {words!a})"


def _joined(node: ast.JoinedStr) -> str:
    """Return the form of an f-string without empty pieces, which some versions of Python have."""
    pieces = [piece for piece in map(_canonical, node.values) if piece != "''"]
    return f"(JoinedStr {' '.join(pieces)})"


def docstring_of(node: ast.stmt) -> str | None:
    """Return the content of a statement that is only a string, else `None`."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        value = node.value.value
        return value if isinstance(value, str) else None
    return None


_NODES = (one for one in vars(ast).values() if isinstance(one, type))
_FORMS: Mapping[type, Callable[..., str]] = {
    **{one: _node for one in _NODES if issubclass(one, ast.AST)},
    ast.Name: lambda node: node.id,
    ast.Constant: _constant,
    ast.Attribute: _attribute,
    ast.BinOp: _operation,
    ast.Expr: _expression,
    ast.JoinedStr: _joined,
    str: str,
    list: _list,
}
"""A function to the canonical form for each type of a value; a table is faster than `match`."""
