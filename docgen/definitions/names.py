"""What the parts of a file are called."""

import ast
from types import EllipsisType


def name_of(statement: ast.stmt) -> str:
    """Give the name that a statement defines, or a word for its kind."""
    match statement:
        case (
            ast.FunctionDef(name=name)
            | ast.AsyncFunctionDef(name=name)
            | ast.ClassDef(name=name)
        ):
            return name
        case ast.AnnAssign(target=target):
            return _targets([target])
        case ast.Assign(targets=targets):
            return _targets(targets)
        case ast.Pass() | ast.Expr(value=ast.Constant(value=EllipsisType())):
            return "pass"
        case _:
            return type(statement).__name__.lower()


def _targets(targets: list[ast.expr]) -> str:
    names = [
        node.id
        for target in targets
        for node in ast.walk(target)
        if isinstance(node, ast.Name)
    ]
    return ",".join(names)


def decorator_name(decorator: ast.expr) -> str:
    """Give the name of what a decorator calls, with a `@` before it."""
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    names = [node.attr for node in ast.walk(called) if isinstance(node, ast.Attribute)]
    names += [node.id for node in ast.walk(called) if isinstance(node, ast.Name)]
    return "@" + ".".join(reversed(names))


def module_of(statement: ast.Import | ast.ImportFrom) -> str:
    """Give the module that names are imported from, empty for `import a`."""
    if isinstance(statement, ast.Import):
        return ""
    return "." * statement.level + (statement.module or "")


def bound(statement: ast.Import | ast.ImportFrom, alias: ast.alias) -> str:
    """Give the name that is bound; a star import has its module for one."""
    star = f"{module_of(statement)} (all)"
    return star if alias.name == "*" else alias.asname or alias.name


def is_checked_only(statement: ast.stmt) -> bool:
    """Tell whether a statement is `if TYPE_CHECKING:`."""
    match statement:
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.If(test=ast.Attribute(attr="TYPE_CHECKING")):
            return True
        case _:
            return False
