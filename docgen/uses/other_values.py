"""Expressions whose values are evidently not of a generated package.

    value is another one if it is                            example
    a literal, a display or a formatted string               "a".title, [].count
    a builtin, or something in a module of Python            sys.stdout, os.environ
    an object of a class of other code                       Path(x), DataFrame(rows)
    what a function of Python returns, if all arguments      datetime.now(), re.compile("a")
      and all that they hold are other values
    a name with such values only, or such annotations        def f(path: Path): path

Functions of other packages may return anything, and so may functions of Python that receive what is
not known: `copy(team)`. A list, and other objects that may grow, may hold anything once they have a
name, so nothing is known of their items.
"""

import ast
import builtins
import sys
from collections.abc import Iterable

from docgen.uses.modules import CodeBase
from docgen.uses.scopes import NameBinding, NameScope

_IMPORTS = frozenset({"imported", "module"})
_GROWING = (
    ast.Dict,
    ast.DictComp,
    ast.List,
    ast.ListComp,
    ast.Set,
    ast.SetComp,
)
_ANY = frozenset({"Any", "Generic", "Protocol", "Self", "TypeVar", "object", "type"})
"""Annotations that values of the package may have."""

_WITHOUT_ITEMS = frozenset(
    {"Decimal", "Path", "PurePath", "UUID", "bool", "bytes", "complex", "date"}
    | {"datetime", "float", "int", "str", "time", "timedelta"}
)
"""Classes whose objects hold nothing of another class."""

_MAX_DEPTH = 20


class OtherValues:
    """Decides whether expressions are of other code than a package and a code base."""

    def __init__(self, package: str, code: CodeBase) -> None:
        self._package = package
        self._code = code
        self._known: dict[tuple[NameBinding, bool], bool] = {}
        self._depth = 0

    def has(
        self, node: ast.expr, scope: NameScope, *, with_items: bool = False
    ) -> bool:
        """Return whether the value of an expression is evidently another one.

        `with_items` demands that all that it holds are other values, too.
        """
        if self._depth == _MAX_DEPTH:
            return False
        self._depth += 1
        found = self._is_other(node, scope, with_items)
        self._depth -= 1
        return found

    def _is_other(self, node: ast.expr, scope: NameScope, with_items: bool) -> bool:
        match node:
            case ast.Constant() | ast.JoinedStr():
                return True
            case ast.List(elts=items) | ast.Set(elts=items) | ast.Tuple(elts=items):
                return not with_items or self._have_items(items, scope)
            case ast.Name(id=name):
                return self._is_other_name(name, scope, with_items)
            case ast.Attribute():
                return self._is_in_python(node, scope)
            case ast.Call():
                return self._makes_other(node, scope, with_items)
            case ast.Await(value=inner) | ast.NamedExpr(value=inner):
                return self.has(inner, scope, with_items=with_items)
            case ast.BinOp(left=left, right=right):
                sides = [
                    self.has(one, scope, with_items=with_items) for one in (left, right)
                ]
                return all(sides) if with_items else any(sides)
        return not with_items and isinstance(node, _GROWING)

    def _have_items(self, nodes: Iterable[ast.expr], scope: NameScope) -> bool:
        return all(self.has(one, scope, with_items=True) for one in nodes)

    def _is_other_name(self, name: str, scope: NameScope, with_items: bool) -> bool:
        bindings = scope.find(name)
        if not bindings:
            found: object = getattr(builtins, name, None)
            return found is not None and not (with_items and isinstance(found, type))
        return all(self._is_other_binding(one, with_items) for one in bindings)

    def _is_other_binding(self, one: NameBinding, with_items: bool) -> bool:
        key = one, with_items
        if key not in self._known:
            self._known[key] = False  # for a name that depends on itself
            self._known[key] = self._binds_other(one, with_items)
        return self._known[key]

    def _binds_other(self, one: NameBinding, with_items: bool) -> bool:
        if one.kind in _IMPORTS:
            return self._is_of_python(one.name)
        if one.node is None:
            return False
        if one.kind == "annotation":
            return self._is_other_annotation(one.node, one.scope, with_items)
        if one.kind == "item":
            return self.has(one.node, one.scope, with_items=True)
        may_grow = with_items and isinstance(one.node, _GROWING)
        return not may_grow and self.has(one.node, one.scope, with_items=with_items)

    def _is_of_python(self, path: str) -> bool:
        is_of_python = path.partition(".")[0] in sys.stdlib_module_names
        return is_of_python and not self._is_known(path)

    def _is_known(self, name: str) -> bool:
        """Return whether a module or what it has belongs to the package or the code base."""
        is_of_package = f"{name}.".startswith(f"{self._package}.")
        return is_of_package or self._code.is_module(name.partition(".")[0])

    def _makes_other(self, call: ast.Call, scope: NameScope, with_items: bool) -> bool:
        is_other_class = self._is_other_class(call.func, scope)
        if is_other_class and not with_items:
            return True
        arguments = [*call.args, *(one.value for one in call.keywords)]
        may_grow = with_items and not arguments
        is_other = is_other_class or self.has(call.func, scope)
        return is_other and not may_grow and self._have_items(arguments, scope)

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
                is_imported = len(bindings) == 1 and bindings[0].kind in _IMPORTS
                return bindings[0].name if is_imported else ""
            case ast.Attribute(value=value, attr=name):
                path = self._path(value, scope)
                return f"{path}.{name}" if path else ""
        return ""

    def _is_in_python(self, node: ast.expr, scope: NameScope) -> bool:
        return self._is_of_python(self._path(node, scope))

    def _is_other_annotation(
        self, node: ast.expr, scope: NameScope, with_items: bool
    ) -> bool:
        match node:
            case ast.Constant(value=None):
                return True
            case ast.BinOp(op=ast.BitOr(), left=left, right=right):
                return all(
                    self._is_other_annotation(one, scope, with_items)
                    for one in (left, right)
                )
            case ast.Name(id=name) | ast.Attribute(attr=name):
                holds_nothing = not with_items or name in _WITHOUT_ITEMS
                return holds_nothing and self._is_other_type(node, scope)
        return False

    def _is_other_type(self, node: ast.expr, scope: NameScope) -> bool:
        """Return whether a name in an annotation is that of a builtin or another class."""
        if isinstance(node, ast.Name) and not scope.find(node.id):
            is_class = isinstance(getattr(builtins, node.id, None), type)
            return is_class and node.id not in _ANY
        is_abstract = self._path(node, scope).startswith("typing")
        return not is_abstract and self._is_other_class(node, scope)
