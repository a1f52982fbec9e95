"""The names that statements define, import or are decorated with."""

import ast
from types import EllipsisType

from docgen.pycode.source_lines import DECORATED


def name_of(statement: ast.stmt) -> str:
    """Return the name that a statement defines, or a word for its kind."""
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
    """Return `@` and the name of the decorator."""
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    if isinstance(called, ast.Name):
        return f"@{called.id}"
    names = [node.attr for node in ast.walk(called) if isinstance(node, ast.Attribute)]
    names += [node.id for node in ast.walk(called) if isinstance(node, ast.Name)]
    return "@" + ".".join(reversed(names))


def module_of(statement: ast.Import | ast.ImportFrom) -> str:
    """Return the module that names are imported from, empty for `import a`."""
    if isinstance(statement, ast.Import):
        return ""
    return "." * statement.level + (statement.module or "")


def bound_name(module: str, alias: ast.alias) -> str:
    """Return the name that an import binds; for a star import, `module(all)`."""
    return f"{module}(all)" if alias.name == "*" else alias.asname or alias.name


def statement_name(module: str, first: ast.alias) -> str:
    """Return the name of an import statement, from its module and its first name."""
    if not module:
        return f"import:{first.name}"
    return f"from {module}(all)" if first.name == "*" else f"from {module}"


def is_type_checking(block: ast.If) -> bool:
    """Return whether a block is `if TYPE_CHECKING:`."""
    match block.test:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name == "TYPE_CHECKING"
        case _:
            return False
