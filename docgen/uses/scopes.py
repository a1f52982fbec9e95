"""The scopes of a Python file, and what each name in them is bound to.

A name may have several bindings; their order is not considered. Attributes of `self` that methods
assign belong to the scope of the class.
"""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias, TypeGuard

from msgspec import Struct

BindingKind: TypeAlias = Literal[
    "value",
    "annotation",
    "item",
    "entered",
    "module",
    "imported",
    "function",
    "class",
    "self",
    "cls",
    "unknown",
]

_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)

ScopeNode: TypeAlias = (
    ast.Module
    | ast.ClassDef
    | ast.FunctionDef
    | ast.AsyncFunctionDef
    | ast.Lambda
    | ast.ListComp
    | ast.SetComp
    | ast.GeneratorExp
    | ast.DictComp
)


class NameBinding(Struct, frozen=True, eq=False, kw_only=True):
    """What a name is bound to.

    `node` is the expression of a value, an annotation, what a loop runs over, or what a `with`
    statement enters, and is evaluated in `scope`. The `scope` of a function or class is its own.
    `name` is that of a module, or of what is imported from one. A binding of unknown kind hides the
    name around it.
    """

    kind: BindingKind
    scope: "NameScope"
    node: ast.expr | None = None
    name: str = ""


class NameScope:
    """A module, class, function, lambda or comprehension.

    `attributes` are those that a class's methods assign to `self`. `returned` and `yielded` are the
    expressions that a function returns and yields.
    """

    def __init__(
        self, node: ScopeNode, parent: "NameScope | None", module: str
    ) -> None:
        self.node = node
        self.parent = parent
        self.module = module
        self.bindings: dict[str, list[NameBinding]] = defaultdict(list)
        self.attributes: dict[str, list[NameBinding]] = defaultdict(list)
        self.returned: list[ast.expr] = []
        self.yielded: list[ast.expr] = []
        self.outer_names: dict[str, NameScope] = {}

    def find(self, name: str) -> list[NameBinding]:
        """Return the bindings of a name that is used in this scope."""
        scope: NameScope | None = self
        while scope is not None:
            is_visible = scope is self or not isinstance(scope.node, ast.ClassDef)
            if is_visible and name in scope.bindings:
                return scope.bindings[name]
            scope = scope.parent
        return []

    @property
    def root(self) -> "NameScope":
        """The scope of the module."""
        return self.parent.root if self.parent else self

    @property
    def function(self) -> "NameScope":
        """The nearest scope other than a comprehension."""
        is_inside = isinstance(self.node, _COMPREHENSIONS) and self.parent is not None
        return self.parent.function if self.parent and is_inside else self


class ModuleScopes(Struct, frozen=True, kw_only=True):
    """The scope of a module, and those of all nodes inside that have one."""

    module: NameScope
    inner: dict[ast.AST, NameScope]


def scopes_of(tree: ast.Module, module: str, *, is_package: bool) -> ModuleScopes:
    """Return the scopes of a file, whose complete name as a module is given."""
    binder = _Binder(tree, module, is_package=is_package)
    for statement in tree.body:
        binder.visit(statement)
    return ModuleScopes(module=binder.scope, inner=binder.inner)


class _Binder(ast.NodeVisitor):
    """Binds the names of a file."""

    def __init__(self, tree: ast.Module, module: str, *, is_package: bool) -> None:
        self.scope = NameScope(tree, None, module)
        self.package = module if is_package else module.rpartition(".")[0]
        self.inner: dict[ast.AST, NameScope] = {}

    def _bind(self, name: str, binding: NameBinding) -> None:
        scope = self.scope.function
        scope.outer_names.get(name, scope).bindings[name].append(binding)

    def _bind_unknown(self, name: str) -> None:
        self._bind(name, self._binding("unknown", None))

    def _binding(self, kind: BindingKind, node: ast.expr | None) -> NameBinding:
        return NameBinding(kind=kind, scope=self.scope, node=node)

    def visit_Import(self, node: ast.Import) -> None:
        """Bind modules."""
        for one in node.names:
            name = one.name if one.asname else one.name.partition(".")[0]
            binding = NameBinding(kind="module", scope=self.scope, name=name)
            self._bind(one.asname or name, binding)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Bind what is imported from a module."""
        module = node.module or ""
        if node.level:
            parents = self.package.split(".")
            kept = parents[: len(parents) - node.level + 1]
            module = ".".join((*kept, *filter(None, [module])))
        for one in node.names:
            name = f"{module}.{one.name}"
            binding = NameBinding(kind="imported", scope=self.scope, name=name)
            self._bind(one.asname or one.name, binding)

    def visit_Global(self, node: ast.Global) -> None:
        """Note names of the module."""
        self.scope.outer_names |= dict.fromkeys(node.names, self.scope.root)

    def visit_Nonlocal(self, node: ast.Nonlocal) -> None:
        """Note names of functions around this one."""
        for name in node.names:
            scope = self.scope.parent
            while scope and (name not in scope.bindings or _is_class(scope)):
                scope = scope.parent
            if scope:
                self.scope.outer_names[name] = scope

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Bind a class, and what is in it."""
        inner = NameScope(node, self.scope, self.scope.module)
        self._bind(node.name, NameBinding(kind="class", scope=inner))
        self._visit_all((*node.decorator_list, *node.bases))
        self._visit_all(keyword.value for keyword in node.keywords)
        self._visit_inside(inner, node.body)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        """Bind a function or coroutine, and what is in it."""
        inner = NameScope(node, self.scope, self.scope.module)
        self._bind(node.name, NameBinding(kind="function", scope=inner))
        self._visit_all(node.decorator_list)
        self._parameters(node.args, inner)
        first = next(iter((*node.args.posonlyargs, *node.args.args)), None)
        if first and isinstance(self.scope.node, ast.ClassDef):
            kind = _first_parameter(node)
            if kind:
                binding = NameBinding(kind=kind, scope=self.scope)
                inner.bindings[first.arg].append(binding)
        self._visit_inside(inner, node.body)

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815 - named as in `ast`

    def visit_Lambda(self, node: ast.Lambda) -> None:
        """Bind what is in a lambda."""
        inner = NameScope(node, self.scope, self.scope.module)
        self._parameters(node.args, inner)
        inner.returned.append(node.body)
        self._visit_inside(inner, [node.body])

    def _parameters(self, arguments: ast.arguments, inner: NameScope) -> None:
        for several in filter(None, (arguments.vararg, arguments.kwarg)):
            inner.bindings[several.arg].append(self._binding("unknown", None))
        parameters = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
        for one in parameters:
            kind: BindingKind = "annotation" if one.annotation else "unknown"
            inner.bindings[one.arg].append(self._binding(kind, one.annotation))
        positional = (*arguments.posonlyargs, *arguments.args)
        defaults = zip(positional[::-1], arguments.defaults[::-1], strict=False)
        keywords = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
        for one, default in (*defaults, *keywords):
            if default is not None:
                inner.bindings[one.arg].append(self._binding("value", default))
                self.visit(default)

    def visit_ListComp(
        self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp
    ) -> None:
        """Bind the names of a comprehension."""
        self._comprehension(node, [node.elt])

    visit_SetComp = visit_ListComp  # noqa: N815 - named as in `ast`
    visit_GeneratorExp = visit_ListComp  # noqa: N815 - named as in `ast`

    def visit_DictComp(self, node: ast.DictComp) -> None:
        """Bind the names of a comprehension."""
        self._comprehension(node, [node.key, node.value])

    def _comprehension(
        self,
        node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp,
        results: Iterable[ast.expr],
    ) -> None:
        inner = NameScope(node, self.scope, self.scope.module)
        self.inner[node] = inner
        outer, self.scope = self.scope, inner
        for generator in node.generators:
            self.visit(generator.iter)
            is_name = isinstance(generator.target, ast.Name)
            binding = (
                self._binding("item", generator.iter)
                if is_name
                else self._binding("unknown", None)
            )
            for name in _names_in(generator.target):
                inner.bindings[name].append(binding)
            self._visit_all(generator.ifs)
        self._visit_all(results)
        self.scope = outer

    def _visit_inside(self, inner: NameScope, body: Iterable[ast.AST]) -> None:
        self.inner[inner.node] = inner
        outer, self.scope = self.scope, inner
        self._visit_all(body)
        self.scope = outer

    def _visit_all(self, nodes: Iterable[ast.AST]) -> None:
        for node in nodes:
            self.visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        """Bind the targets of an assignment."""
        self.visit(node.value)
        for target in node.targets:
            self._assign(target, node.value, "value")

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Bind a name or attribute with an annotation."""
        self._target(node.target, self._binding("annotation", node.annotation))
        if node.value:
            self.visit(node.value)
            self._target(node.target, self._binding("value", node.value))

    def visit_TypeAlias(self, node: ast.AST) -> None:
        """Bind an alias: a `type` statement, which Python has since 3.12."""
        name: object = getattr(node, "name", None)
        value: object = getattr(node, "value", None)
        if isinstance(name, ast.Name) and isinstance(value, ast.expr):
            self._bind(name.id, self._binding("value", value))

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        """Bind the name of an assignment expression."""
        self.visit(node.value)
        self._target(node.target, self._binding("value", node.value))

    def visit_For(self, node: ast.For | ast.AsyncFor) -> None:
        """Bind the names of a loop."""
        self.visit(node.iter)
        self._assign(node.target, node.iter, "item")
        self._visit_all((*node.body, *node.orelse))

    visit_AsyncFor = visit_For  # noqa: N815 - named as in `ast`

    def visit_withitem(self, node: ast.withitem) -> None:
        """Bind the name that a `with` statement enters."""
        self.visit(node.context_expr)
        if node.optional_vars:
            self._assign(node.optional_vars, node.context_expr, "entered")

    def visit_Name(self, node: ast.Name) -> None:
        """Hide the name around a statement that binds it to an unknown value."""
        if isinstance(node.ctx, ast.Store):
            self._bind_unknown(node.id)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        """Hide the name that an exception has."""
        if node.name:
            self._bind_unknown(node.name)
        self.generic_visit(node)

    def visit_MatchAs(self, node: ast.MatchAs) -> None:
        """Bind the name of a value that matches a pattern, known if that is a class."""
        if node.name and isinstance(node.pattern, ast.MatchClass):
            self._bind(node.name, self._binding("annotation", node.pattern.cls))
        elif node.name:
            self._bind_unknown(node.name)
        self.generic_visit(node)

    def visit_MatchStar(self, node: ast.MatchStar) -> None:
        """Hide the name of the rest of a sequence."""
        if node.name:
            self._bind_unknown(node.name)

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        """Hide the name of the rest of a mapping."""
        if node.rest:
            self._bind_unknown(node.rest)
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        """Note what a function returns."""
        if node.value:
            self.scope.returned.append(node.value)
            self.visit(node.value)

    def visit_Yield(self, node: ast.Yield) -> None:
        """Note what a function yields."""
        if node.value:
            self.scope.yielded.append(node.value)
            self.visit(node.value)

    def _assign(self, target: ast.expr, value: ast.expr, kind: BindingKind) -> None:
        if kind == "value" and isinstance(target, (ast.Tuple, ast.List)):
            values = value.elts if isinstance(value, (ast.Tuple, ast.List)) else []
            for one, each in zip(target.elts, values, strict=False):
                self._assign(one, each, kind)
            self._visit_all(target.elts[len(values) :])
            return
        self._target(target, self._binding(kind, value))

    def _target(self, target: ast.expr, binding: NameBinding) -> None:
        match target:
            case ast.Name(id=name):
                self._bind(name, binding)
            case ast.Attribute(value=ast.Name(id=owner), attr=name):
                for one in self.scope.find(owner):
                    if one.kind == "self":
                        one.scope.attributes[name].append(binding)
            case _:
                self.visit(target)


def _names_in(target: ast.expr) -> Iterator[str]:
    return (one.id for one in ast.walk(target) if _is_bound(one))


def _is_bound(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def _is_class(scope: NameScope) -> bool:
    return isinstance(scope.node, ast.ClassDef)


def _first_parameter(
    node: ast.FunctionDef | ast.AsyncFunctionDef,
) -> Literal["self", "cls"] | None:
    """Return what the first parameter of a method is."""
    names = {one.id for one in node.decorator_list if isinstance(one, ast.Name)}
    if "staticmethod" in names:
        return None
    return "cls" if "classmethod" in names else "self"
