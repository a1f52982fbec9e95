"""The types of values whose code shows them: `{"a": [1]}` is a `dict[str, list[int]]`."""

import ast
from collections.abc import Sequence

from docgen.pycode.nodes import called_name

_TYPES_OF_CALLS = {
    "re.compile": "re.Pattern[str]",
    "logging.getLogger": "logging.Logger",
    **{name: name for name in ("bool", "bytes", "float", "int", "str")},
    "dict": "dict[Any, Any]",
    "frozenset": "frozenset[Any]",
    "list": "list[Any]",
    "set": "set[Any]",
    "tuple": "tuple[Any, ...]",
}
"""The types of the results of usual calls."""


_NUMBERS = frozenset({"int", "float"})


def type_of_value(value: ast.expr) -> str | None:
    """Return the type of a value, if its code shows it."""
    match value:
        case ast.Constant(value=None):
            return "None"
        case ast.Constant(value=constant) if constant is not ...:
            return type(constant).__name__
        case ast.UnaryOp(op=ast.Not()) | ast.Compare():
            return "bool"
        case ast.UnaryOp(operand=operand):
            return type_of_value(operand)
        case ast.BinOp(left=left, op=operator, right=right):
            return _type_of_operation(
                type_of_value(left), operator, type_of_value(right)
            )
        case ast.BoolOp(values=values):
            found = {type_of_value(one) for one in values}
            return found.pop() if len(found) == 1 else None
        case ast.IfExp(body=body, orelse=other):
            type_ = type_of_value(body)
            return type_ if type_ == type_of_value(other) else None
        case ast.JoinedStr():
            return "str"
        case ast.List(elts=items) | ast.Set(elts=items):
            word = "list" if isinstance(value, ast.List) else "set"
            return f"{word}[{_item_type(items)}]"
        case ast.Tuple(elts=items):
            types = [type_of_value(one) or "Any" for one in items]
            return f"tuple[{', '.join(types) or '()'}]"
        case ast.Dict(keys=keys, values=values):
            present = [one for one in keys if one]
            complete = len(present) == len(keys)
            key = _item_type(present) if complete else "Any"
            return f"dict[{key}, {_item_type(values) if complete else 'Any'}]"
        case ast.Call():
            name = called_name(value)
            last = name.split(".")[-1]
            is_class = last[:1].isupper() and not last.isupper()
            return _TYPES_OF_CALLS.get(name) or (name if is_class else None)
        case _:
            return None


def _type_of_operation(
    left: str | None, operator: ast.operator, right: str | None
) -> str | None:
    if isinstance(operator, ast.Mod) and left == "str":
        return "str"
    if left in _NUMBERS and right in _NUMBERS and not isinstance(operator, ast.Pow):
        is_float = "float" in {left, right} or isinstance(operator, ast.Div)
        return "float" if is_float else "int"
    if left == right and isinstance(operator, ast.Add):
        return left
    is_repeated = isinstance(operator, ast.Mult) and right == "int"
    return left if is_repeated and left in {"str", "bytes"} else None


def _item_type(items: Sequence[ast.expr]) -> str:
    types = {type_of_value(one) for one in items}
    only = types.pop() if len(types) == 1 else None
    return only or "Any"
