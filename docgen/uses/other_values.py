"""Expressions whose values are evidently not of a generated package.

    value is another one if it is                            example
    a literal, a display or a formatted string               "a".title, [].count
    a builtin, or something in a module of Python            sys.stdout, os.environ
    an object of a class of other code                       Path(x), DataFrame(rows)
    what a function of Python returns, if all arguments      datetime.now(), re.compile("a")
      are other values
    a name with such values only, or such annotations        def f(path: Path): path

Functions of other packages may return anything, and so may functions of Python that receive what is
not known: `copy(team)`.
"""

import ast
import builtins
import sys

from docgen.uses.modules import CodeBase
from docgen.uses.scopes import NameBinding, NameScope

_DISPLAYS = (
    ast.Constant,
    ast.Dict,
    ast.DictComp,
    ast.JoinedStr,
    ast.List,
    ast.ListComp,
    ast.Set,
    ast.SetComp,
    ast.Tuple,
)
_ANY = frozenset({"Any", "Generic", "Protocol", "Self", "TypeVar", "object"})
"""Annotations that values of the package may have."""

_MAX_DEPTH = 20


class OtherValues:
    """Decides whether expressions are of other code than a package and a code base."""

    def __init__(self, package: str, code: CodeBase) -> None:
        self._package = package
        self._code = code

    def has(self, node: ast.expr, scope: NameScope, depth: int = 0) -> bool:
        """Return whether the value of an expression is evidently another one."""
        if depth > _MAX_DEPTH:
            return False
        match node:
            case ast.Name(id=name):
                return self._is_other_name(name, scope, depth)
            case ast.Attribute():
                return self._is_in_python(node, scope)
            case ast.Call(func=function):
                return self._makes_other(node, function, scope, depth)
            case ast.Await(value=inner) | ast.NamedExpr(value=inner):
                return self.has(inner, scope, depth + 1)
            case ast.BinOp(left=left, right=right):
                return self.has(left, scope, depth + 1) or self.has(
                    right, scope, depth + 1
                )
        return isinstance(node, _DISPLAYS)

    def _is_other_name(self, name: str, scope: NameScope, depth: int) -> bool:
        bindings = scope.find(name)
        if not bindings:
            return hasattr(builtins, name)
        return all(self._is_other_binding(one, depth + 1) for one in bindings)

    def _is_other_binding(self, one: NameBinding, depth: int) -> bool:
        if one.kind in {"module", "imported"}:
            return _is_of_python(one.name) and not self._is_known(one.name)
        if one.node is None:
            return False
        if one.kind == "annotation":
            return self._is_other_annotation(one.node, one.scope, depth)
        if one.kind == "item" and isinstance(one.node, _DISPLAYS):
            return isinstance(one.node, ast.Constant)
        return one.kind in {"value", "entered", "item"} and self.has(
            one.node, one.scope, depth
        )

    def _is_known(self, name: str) -> bool:
        """Return whether a module or what it has belongs to the package or the code base."""
        top = name.partition(".")[0]
        of_package = f"{name}.".startswith(f"{self._package}.") or top == self._package
        return of_package or self._code.is_module(top)

    def _makes_other(
        self, call: ast.Call, function: ast.expr, scope: NameScope, depth: int
    ) -> bool:
        if self._is_other_class(function, scope):
            return True
        arguments = [*call.args, *(one.value for one in call.keywords)]
        return self.has(function, scope, depth + 1) and all(
            self.has(one, scope, depth + 1) for one in arguments
        )

    def _is_other_class(self, node: ast.expr, scope: NameScope) -> bool:
        """Return whether a name is that of a class that is imported from other code."""
        path = self._path(node, scope)
        name = path.rpartition(".")[2]
        is_class = name[:1].isupper() and not name.isupper()
        return bool(path) and is_class and name not in _ANY and not self._is_known(path)

    def _path(self, node: ast.expr, scope: NameScope) -> str:
        """Return the path of a name that is imported; empty for another one."""
        match node:
            case ast.Name(id=name):
                bindings = scope.find(name)
                is_imported = len(bindings) == 1 and bindings[0].kind in {
                    "module",
                    "imported",
                }
                return bindings[0].name if is_imported else ""
            case ast.Attribute(value=value, attr=name):
                path = self._path(value, scope)
                return f"{path}.{name}" if path else ""
        return ""

    def _is_in_python(self, node: ast.expr, scope: NameScope) -> bool:
        path = self._path(node, scope)
        return _is_of_python(path) and not self._is_known(path)

    def _is_other_annotation(
        self, node: ast.expr, scope: NameScope, depth: int
    ) -> bool:
        if depth > _MAX_DEPTH:
            return False
        match node:
            case ast.Constant(value=None):
                return True
            case ast.Name(id=name) if not scope.find(name):
                return name not in _ANY and isinstance(getattr(builtins, name, 0), type)
            case ast.Name() | ast.Attribute():
                path = self._path(node, scope)
                return not path.startswith("typing") and self._is_other_class(
                    node, scope
                )
            case ast.BinOp(op=ast.BitOr(), left=left, right=right):
                return self._is_other_annotation(
                    left, scope, depth + 1
                ) and self._is_other_annotation(right, scope, depth + 1)
        return False


def _is_of_python(name: str) -> bool:
    return name.partition(".")[0] in sys.stdlib_module_names
