"""The code of syntax nodes, and the names of what they call, as stubs have them."""

import ast
import re

from docgen.regex import Regex

Function = ast.FunctionDef | ast.AsyncFunctionDef

_STRING = Regex(r'"(?:[^"\\]|\\.)*"|\'((?:[^\'\\]|\\.)*)\'')


def node_code(node: ast.AST) -> str:
    """Return the code of a node, with the quotes that black prefers."""
    code = ast.unparse(node)
    return _STRING.sub(_in_double_quotes, code) if "'" in code else code


def _in_double_quotes(found: re.Match[str]) -> str:
    content: str | None = found[1]
    return found[0] if content is None or '"' in content else f'"{content}"'


def called_name(node: ast.expr) -> str:
    """Return the name of a function or class, called or not."""
    function = node.func if isinstance(node, ast.Call) else node
    function = function.value if isinstance(function, ast.Subscript) else function
    return node_code(function)
