"""What the parts of a file are called."""

import ast
from types import EllipsisType

from docgen.pycode.source import DECORATED


def name_of(statement: ast.stmt) -> str:
    """Give the name that a statement defines, or a word for its kind."""
    if isinstance(statement, DECORATED):
        return statement.name
    if isinstance(statement, ast.AnnAssign):
        return _target(statement.target)
    if isinstance(statement, ast.Assign):
        return ",".join(map(_target, statement.targets))
    return "pass" if _is_filler(statement) else type(statement).__name__.lower()


def _target(target: ast.expr) -> str:
    if isinstance(target, ast.Name):
        return target.id
    names = (node.id for node in ast.walk(target) if isinstance(node, ast.Name))
    return ",".join(names)


def _is_filler(statement: ast.stmt) -> bool:
    match statement:
        case ast.Pass() | ast.Expr(value=ast.Constant(value=EllipsisType())):
            return True
        case _:
            return False


def decorator_name(decorator: ast.expr) -> str:
    """Give the name of what a decorator calls, with a `@` before it."""
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    if isinstance(called, ast.Name):
        return f"@{called.id}"
    names = [node.attr for node in ast.walk(called) if isinstance(node, ast.Attribute)]
    names += [node.id for node in ast.walk(called) if isinstance(node, ast.Name)]
    return "@" + ".".join(reversed(names))


def module_of(statement: ast.Import | ast.ImportFrom) -> str:
    """Give the module that names are imported from, empty for `import a`."""
    if isinstance(statement, ast.Import):
        return ""
    return "." * statement.level + (statement.module or "")


def bound(module: str, alias: ast.alias) -> str:
    """Give the name that an import binds; a star import has its module for one."""
    return f"{module} (all)" if alias.name == "*" else alias.asname or alias.name


def is_checked_only(block: ast.If) -> bool:
    """Tell whether a block is `if TYPE_CHECKING:`."""
    match block.test:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name == "TYPE_CHECKING"
        case _:
            return False
