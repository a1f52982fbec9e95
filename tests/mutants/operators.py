"""The mutants of a module: the operators that change source code, and where each applies.

The operators follow those of mutmut and cosmic-ray, with two differences. Strings are not changed,
as most are messages or names of records in the cache. Inputs are left out (an argument, an element
of a tuple, a condition, a statement), as that is how a cache key or a check is forgotten.
"""

import ast
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import NamedTuple

_COMPARISONS: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_ARITHMETIC: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.LShift: ast.RShift,
}
_FUNCTIONS = {
    "all": "any",
    "any": "all",
    "max": "min",
    "min": "max",
    "sorted": "list",
    "removeprefix": "removesuffix",
    "removesuffix": "removeprefix",
    "startswith": "endswith",
    "endswith": "startswith",
    "partition": "rpartition",
    "rpartition": "partition",
}
_VARIADIC = {"digest_of", "key", "call", "join", "encode", "replace"}
"""Functions with any number of arguments, so that one can be left out."""


class Mutant(NamedTuple):
    """A change of the bytes `start` to `end` of a module, on a line, in a function if in any."""

    module: str
    function: str
    line: int
    start: int
    end: int
    old: str
    new: str

    @property
    def name(self) -> str:
        """A name that is the same in each run."""
        return f"{self.module}:{self.line}:{self.start}: {self.old} -> {self.new}"

    def apply(self, content: bytes) -> bytes:
        """Return the content of the module with the change."""
        return content[: self.start] + self.new.encode() + content[self.end :]


def mutants(module: str, content: bytes) -> Iterator[Mutant]:
    """Yield all mutants of a module."""
    tree = ast.parse(content)
    starts = [0]
    for line in content.split(b"\n"):
        starts.append(starts[-1] + len(line) + 1)
    for node, function in _nodes(tree, ""):
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        old = content[start:end].decode()
        for new in _changes(node):
            yield Mutant(module, function, node.lineno, start, end, old, new)


def functions(tree: ast.AST, inside: str = "") -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield all functions and methods with their qualified names."""
    for node in ast.iter_child_nodes(tree):
        name = _qualified(node, inside)
        if isinstance(node, ast.FunctionDef):
            yield name, node
        yield from functions(node, name)


def _qualified(node: ast.AST, inside: str) -> str:
    """Return the name of the function or class that a node is or is in."""
    if not isinstance(node, ast.ClassDef | ast.FunctionDef):
        return inside
    return f"{inside}.{node.name}" if inside else node.name


_Located = ast.expr | ast.stmt


def _nodes(tree: ast.AST, function: str) -> Iterator[tuple[_Located, str]]:
    """Yield what may be changed, with the name of the function that it is in.

    Annotations have no effect, options of classes hardly any. Python 3.11 has wrong positions for
    what is in an f-string.
    """
    for field, value in ast.iter_fields(tree):
        if field in {"annotation", "returns", "decorator_list", "bases"}:
            continue
        if field == "keywords" and isinstance(tree, ast.ClassDef):
            continue
        for node in value if isinstance(value, list) else [value]:
            if not isinstance(node, ast.AST) or _is_static(node):
                continue
            if isinstance(node, ast.expr | ast.stmt):
                yield node, function
            if not isinstance(node, ast.JoinedStr):
                yield from _nodes(node, _qualified(node, function))


def _is_static(node: ast.AST) -> bool:
    """Return whether a node is only read by type checkers."""
    if isinstance(node, ast.If):
        return ast.unparse(node.test) == "TYPE_CHECKING"
    if isinstance(node, ast.AnnAssign):
        return ast.unparse(node.annotation) == "TypeAlias"
    if isinstance(node, ast.Assign):
        return ast.unparse(node.value).startswith("TypeVar(")
    return isinstance(node, ast.Import | ast.ImportFrom)


def _changes(node: _Located) -> Iterator[str]:
    """Yield the source code that may replace a node."""
    for operator in _OPERATORS:
        yield from operator(node)


def _compare(node: _Located) -> Iterator[str]:
    if isinstance(node, ast.Compare):
        for number, old in enumerate(node.ops):
            changed = deepcopy(node)
            changed.ops[number] = _COMPARISONS[type(old)]()
            yield _code(changed)


def _condition(node: _Located) -> Iterator[str]:
    """Exchange `and` and `or`, leave out a condition, negate one."""
    if isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield _code(ast.BoolOp(other, node.values))
        for number in range(len(node.values)):
            left = node.values[:number] + node.values[number + 1 :]
            yield _code(ast.BoolOp(node.op, left) if len(left) > 1 else left[0])
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield _code(node.operand)
    elif isinstance(node, ast.IfExp):
        yield _code(node.body)
        yield _code(node.orelse)
    elif isinstance(node, ast.If) and isinstance(node.test, ast.Name | ast.Call):
        changed = deepcopy(node)
        changed.test = ast.UnaryOp(ast.Not(), node.test)
        yield _statement(changed, node)


def _comprehension(node: _Located) -> Iterator[str]:
    """Leave out a condition of a comprehension."""
    if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
        for number, one in enumerate(node.generators):
            for place in range(len(one.ifs)):
                changed = deepcopy(node)
                del changed.generators[number].ifs[place]
                yield _code(changed)


def _arithmetic(node: _Located) -> Iterator[str]:
    if isinstance(node, ast.BinOp) and type(node.op) in _ARITHMETIC:
        yield _code(ast.BinOp(node.left, _ARITHMETIC[type(node.op)](), node.right))
    elif isinstance(node, ast.AugAssign):
        target = deepcopy(node.target)
        yield _code(ast.Assign([target], node.value, lineno=node.lineno))


def _constant(node: _Located) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        if isinstance(node.value, bool):
            yield str(not node.value)
        elif isinstance(node.value, int):
            yield str(node.value + 1)


def _call(node: _Located) -> Iterator[str]:
    """Exchange a function, leave out an argument."""
    if not isinstance(node, ast.Call):
        return
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else ast.unparse(called)
    if name in _FUNCTIONS:
        changed = deepcopy(node)
        if isinstance(changed.func, ast.Attribute):
            changed.func.attr = _FUNCTIONS[name]
        else:
            changed.func = ast.Name(_FUNCTIONS[name])
            if name == "sorted":
                changed.keywords = []
        yield _code(changed)
    for number in range(len(node.args) if name in _VARIADIC else 0):
        if len(node.args) > 1:
            changed = deepcopy(node)
            del changed.args[number]
            yield _code(changed)
    for number in range(len(node.keywords)):
        changed = deepcopy(node)
        del changed.keywords[number]
        yield _code(changed)


def _element(node: _Located) -> Iterator[str]:
    """Leave out an element of a literal."""
    if isinstance(node, ast.Tuple | ast.List | ast.Set) and len(node.elts) > 1:
        is_target = isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Store)
        for number in range(0 if is_target else len(node.elts)):
            changed = deepcopy(node)
            del changed.elts[number]
            yield _code(changed)


def _left_out(node: _Located) -> Iterator[str]:
    """Leave out a statement: an effect, a guard, a loop, the handling of an error."""
    is_effect = isinstance(
        node, ast.AugAssign | ast.Continue | ast.Break | ast.Delete
    ) or (isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant))
    is_kept = isinstance(node, ast.Assign) and isinstance(
        node.targets[0], ast.Attribute | ast.Subscript
    )
    is_guard = (
        isinstance(node, ast.If)
        and not node.orelse
        and isinstance(node.body[-1], ast.Return | ast.Raise | ast.Continue)
    )
    if is_effect or is_kept or is_guard or isinstance(node, ast.For):
        yield "pass"
    if isinstance(node, ast.Try):
        for number in range(len(node.handlers)):
            changed = deepcopy(node)
            changed.handlers[number].body = [ast.Raise()]
            yield _statement(changed, node)


_OPERATORS: tuple[Callable[[_Located], Iterator[str]], ...] = (
    _compare,
    _condition,
    _comprehension,
    _arithmetic,
    _constant,
    _call,
    _element,
    _left_out,
)


def _code(node: ast.AST) -> str:
    """Return the source code of an expression, which may replace any other."""
    code = ast.unparse(ast.fix_missing_locations(node))
    return f"({code})" if isinstance(node, ast.BoolOp | ast.BinOp | ast.IfExp) else code


def _statement(changed: ast.stmt, node: ast.stmt) -> str:
    """Return the source code of a statement, indented as the one that it replaces."""
    code = ast.unparse(ast.fix_missing_locations(changed))
    return code.replace("\n", "\n" + " " * node.col_offset)
