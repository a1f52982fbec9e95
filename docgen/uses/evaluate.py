"""The types of the expressions of a code base, where they are evident."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from docgen.uses.modules import CodeBase
from docgen.uses.package_names import Attribute, PackageNames
from docgen.uses.scopes import NameBinding, NameScope
from docgen.uses.value_types import (
    ClassValue,
    Instance,
    Items,
    Later,
    Method,
    ModuleValue,
    OwnClass,
    OwnFunction,
    OwnInstance,
    ValueType,
    ValueTypes,
)

_COLLECTIONS = frozenset(
    {"AbstractSet", "AsyncGenerator", "AsyncIterable", "AsyncIterator", "AsyncPages"}
    | {"Collection", "Deque", "FrozenSet", "Generator", "Iterable", "Iterator", "List"}
    | {"MutableSequence", "Pages", "Sequence", "Set", "Tuple", "deque", "frozenset"}
    | {"list", "set", "tuple"}
)
"""Generic types whose first argument is the type of the items."""

_TRANSPARENT = frozenset(
    {"AbstractAsyncContextManager", "AbstractContextManager", "Annotated"}
    | {"AsyncContextManager", "Awaitable", "ClassVar", "ContextManager", "Final"}
    | {"InitVar", "NotRequired", "Optional", "ReadOnly", "Required"}
)
"""Generic types whose first argument is what matters."""

_MAX_DEPTH = 50
_CLASSES = frozenset({"Type", "type"})
_ALIASES = (ast.BinOp, ast.Constant, ast.Subscript)
"""Expressions that are types only in annotations."""

_DEFERRED = frozenset({"AsyncLongRunning", "BatchedCall", "LongRunning"})
_SAME_ITEMS = frozenset(
    {"aiter", "filter", "frozenset", "iter", "list", "reversed", "set", "sorted"}
    | {"tuple"}
)
"""Functions that return the items of their last argument."""

_SAME_VALUE = frozenset(
    {"aclosing", "closing", "copy", "create_task", "deepcopy", "ensure_future"}
    | {"enter_async_context", "enter_context", "nullcontext", "partial", "replace"}
    | {"shield", "wait_for"}
)
"""Functions whose result is used as their first argument would be."""

_PROPERTIES = frozenset({"cached_property", "property"})
_MANAGERS = frozenset({"asynccontextmanager", "contextmanager"})


class Evaluator:
    """Finds the types of expressions; each is evaluated once."""

    def __init__(self, names: PackageNames, code: CodeBase) -> None:
        self._names = names
        self._code = code
        self._known: dict[ast.expr, ValueTypes] = {}
        self._open: set[object] = set()
        self._depth = 0

    def types_of(self, node: ast.expr, scope: NameScope) -> ValueTypes:
        """Return the types that an expression in a scope may have.

        One that depends on more than `_MAX_DEPTH` others, each on the next, has no evident type.
        """
        if node in self._known:
            return self._known[node]
        self._known[node] = ()  # for an expression that depends on itself
        if self._depth < _MAX_DEPTH:
            self._depth += 1
            self._known[node] = _distinct(self._evaluated(node, scope))
            self._depth -= 1
        return self._known[node]

    def attribute(self, owner: ValueType, name: str) -> Attribute | None:
        """Return the attribute of a class or an instance of the package."""
        if isinstance(owner, (ClassValue, Instance)):
            return self._names.attribute(owner.path, name)
        if isinstance(owner, (OwnClass, OwnInstance)):
            found = (self.attribute(one, name) for one in self._bases(owner))
            return next(filter(None, found), None)
        return None

    def attribute_types(self, owner: ValueType, name: str) -> ValueTypes:
        """Return the types of an attribute of a value."""
        match owner:
            case ModuleValue():
                return self._member(f"{owner.name}.{name}")
            case Items(item):
                return _attribute_of_items(item, name)
            case Later(value) if name in {"result", "wait"}:
                return (Method(value),)
            case OwnClass() | OwnInstance():
                return self._own_attribute(owner, name)
            case ClassValue(path):
                constructors = self._constructors(path)
                if name in constructors:
                    return (Method(Instance(path)),)
        found = self.attribute(owner, name)
        return (found.type,) if found and found.type else ()

    def _constructors(self, path: str) -> tuple[str, ...]:
        found = self._names.classes.get(path)
        return found.constructors if found else ()

    def _member(self, path: str) -> ValueTypes:
        """Return the types of what has a path: in the package, or in the code base."""
        found = self._names.importable.get(path)
        if found:
            return (found,)
        if self._code.is_module(path):
            return (ModuleValue(path),)
        module, _, name = path.rpartition(".")
        scopes = self._code.module(module) if module else None
        return self._bound(scopes.module.bindings.get(name, [])) if scopes else ()

    def _own_attribute(self, owner: OwnClass | OwnInstance, name: str) -> ValueTypes:
        scope = owner.scope
        bindings = [*scope.bindings.get(name, []), *scope.attributes.get(name, [])]
        if bindings:
            found = self._bound(bindings)
            is_class = isinstance(owner, OwnClass)
            return found if is_class else self._read(found)
        bases = self._bases(owner)
        return _distinct(
            each for one in bases for each in self.attribute_types(one, name)
        )

    def _read(self, attributes: ValueTypes) -> ValueTypes:
        """Return the types of attributes of an instance: those of properties are called."""
        return _distinct(
            each
            for one in attributes
            for each in (
                self._returned(one.scope)
                if isinstance(one, OwnFunction) and _has_decorator(one, _PROPERTIES)
                else (one,)
            )
        )

    def _entered(self, found: ValueType) -> ValueTypes:
        """Return the types of what a `with` statement binds: mostly the value itself."""
        if isinstance(found, OwnInstance):
            for name in ("__enter__", "__aenter__"):
                for one in self.attribute_types(found, name):
                    if isinstance(one, OwnFunction):
                        return self._returned(one.scope) or (found,)
        return (_item(found),)

    def _bases(self, owner: OwnClass | OwnInstance) -> list[ValueType]:
        """Return the base classes of a class, or what instances of it also are."""
        node, outer = owner.scope.node, owner.scope.parent
        if not isinstance(node, ast.ClassDef) or outer is None:
            return []
        bases = [one for base in node.bases for one in self.types_of(base, outer)]
        bases = [one for one in bases if one != OwnClass(owner.scope)]
        if isinstance(owner, OwnClass):
            return bases
        return [one for one in map(_instance, bases) if one]

    def _bound(self, bindings: Iterable[NameBinding]) -> ValueTypes:
        return _distinct(each for one in bindings for each in self._binding(one))

    def _binding(self, one: NameBinding) -> ValueTypes:
        match one.kind:
            case "module":
                return self._member(one.name)
            case "imported":
                return self._member(one.name)
            case "function":
                return (OwnFunction(one.scope),)
            case "class" | "cls":
                return (OwnClass(one.scope),)
            case "self":
                return (OwnInstance(one.scope),)
        if one.node is None:
            return ()
        if one.kind == "annotation":
            return self.annotated(one.node, one.scope)
        types = self.types_of(one.node, one.scope)
        if one.kind == "item":
            return tuple(each.item for each in types if isinstance(each, Items))
        if one.kind == "entered":
            return tuple(each for found in types for each in self._entered(found))
        return types

    def _evaluated(self, node: ast.expr, scope: NameScope) -> Iterable[ValueType]:
        match node:
            case ast.Name(id=name):
                return self._bound(scope.find(name))
            case ast.Attribute(value=value, attr=name):
                owners = self.types_of(value, scope)
                return [t for one in owners for t in self.attribute_types(one, name)]
            case ast.Call():
                return self._result(node, scope)
            case ast.Await(value=inner) | ast.NamedExpr(value=inner):
                return self.types_of(inner, scope)
            case ast.IfExp(body=first, orelse=second):
                return self._all((first, second), scope)
            case ast.BoolOp(values=values):
                return self._all(values, scope)
            case ast.Subscript(value=value, slice=key):
                return self._subscript(value, key, scope)
            case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Set(elts=items):
                return map(Items, self._all(items, scope))
            case ast.ListComp(elt=item) | ast.SetComp(elt=item):
                return map(Items, self.types_of(item, self._code.scope(node, scope)))
            case ast.GeneratorExp(elt=item):
                return map(Items, self.types_of(item, self._code.scope(node, scope)))
            case ast.Lambda():
                return (OwnFunction(self._code.scope(node, scope)),)
        return ()

    def _all(self, nodes: Iterable[ast.expr], scope: NameScope) -> ValueTypes:
        return _distinct(each for one in nodes for each in self.types_of(one, scope))

    def _subscript(
        self, value: ast.expr, key: ast.expr, scope: NameScope
    ) -> Iterator[ValueType]:
        for one in self.types_of(value, scope):
            if isinstance(one, Items):
                yield one if isinstance(key, ast.Slice) else one.item
            elif isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield from self.attribute_types(one, key.value)

    def _result(self, node: ast.Call, scope: NameScope) -> Iterator[ValueType]:
        """Yield the types of what a call returns."""
        functions = self.types_of(node.func, scope)
        yield from self._called(node.func, scope)
        if not functions and node.args:
            yield from self._of_known_function(node, scope)

    def _called(self, function: ast.expr, scope: NameScope) -> Iterator[ValueType]:
        """Yield the types of what a function returns."""
        for one in self.types_of(function, scope):
            match one:
                case ClassValue(path):
                    yield Instance(path)
                case OwnClass(inner):
                    yield OwnInstance(inner)
                case Method(result) if result:
                    yield result
                case OwnFunction(inner):
                    yield from self._returned(inner)

    def _of_known_function(
        self, node: ast.Call, scope: NameScope
    ) -> Iterator[ValueType]:
        """Yield the types of what a function of Python returns, or `batch.add`."""
        match node.func:
            case ast.Name(id=name) if name in _SAME_ITEMS:
                types = self.types_of(node.args[-1], scope)
                yield from (one for one in types if isinstance(one, Items))
            case ast.Name(id="next" | "anext" | "max" | "min"):
                types = self.types_of(node.args[0], scope)
                yield from (one.item for one in types if isinstance(one, Items))
            case ast.Name(id="cast") | ast.Attribute(attr="cast"):
                yield from self.annotated(node.args[0], scope)
            case ast.Name(id=name) | ast.Attribute(attr=name) if name in _SAME_VALUE:
                yield from self.types_of(node.args[0], scope)
            case ast.Name(id="Depends") | ast.Attribute(attr="Depends"):
                yield from map(_item, self._called(node.args[0], scope))
            case ast.Name(id="map"):
                yield from map(Items, self._called(node.args[0], scope))
            case ast.Attribute(attr="add"):
                for one in self.types_of(node.args[0], scope):
                    if isinstance(one, Method) and one.result:
                        yield Later(one.result)

    def _returned(self, scope: NameScope) -> ValueTypes:
        """Return the types of what a function returns, by its annotation or its code."""
        if scope in self._open:
            return ()
        self._open.add(scope)
        try:
            return tuple(self._types_returned(scope))
        finally:
            self._open.discard(scope)

    def _types_returned(self, scope: NameScope) -> Iterator[ValueType]:
        node = scope.node
        is_manager = _has_decorator(OwnFunction(scope), _MANAGERS)
        returns = (
            node.returns
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            else None
        )
        if returns:
            types = self.annotated(returns, scope.parent or scope)
            yield from map(_item, types) if is_manager else types
            return
        yield from self._all(scope.returned, scope)
        yielded = self._all(scope.yielded, scope)
        yield from yielded if is_manager else map(Items, yielded)

    def annotated(self, node: ast.expr, scope: NameScope) -> ValueTypes:
        """Return the types that an annotation means."""
        return _distinct(self._annotated(node, scope))

    def _annotated(self, node: ast.expr, scope: NameScope) -> Iterator[ValueType]:
        match node:
            case ast.Constant(value=str(text)):
                with suppress(SyntaxError, ValueError):
                    yield from self.annotated(ast.parse(text, mode="eval").body, scope)
            case ast.BinOp(op=ast.BitOr(), left=left, right=right):
                yield from self.annotated(left, scope)
                yield from self.annotated(right, scope)
            case ast.Subscript(value=value, slice=key):
                yield from self._generic(_name_of(value), _arguments(key), scope)
            case ast.Name(id=name):
                yield from self._named(name, scope)
            case ast.Attribute():
                yield from filter(None, map(_instance, self.types_of(node, scope)))

    def _named(self, name: str, scope: NameScope) -> Iterator[ValueType]:
        """Yield what the name of a class or of an alias means in an annotation."""
        for one in scope.find(name):
            is_alias = one.kind == "value" and one not in self._open
            if is_alias and isinstance(one.node, _ALIASES):
                self._open.add(one)
                yield from self.annotated(one.node, one.scope)
                self._open.discard(one)
            else:
                yield from filter(None, map(_instance, self._binding(one)))

    def _generic(
        self, name: str, arguments: tuple[ast.expr, ...], scope: NameScope
    ) -> Iterator[ValueType]:
        if name == "Union":
            for one in arguments:
                yield from self.annotated(one, scope)
        elif name == "Coroutine" and arguments:
            yield from self.annotated(arguments[-1], scope)
        elif name == "Callable" and arguments:
            yield from map(Method, self.annotated(arguments[-1], scope))
        elif arguments:
            types = self.annotated(arguments[0], scope)
            if name in _CLASSES:
                yield from filter(None, map(_class_of, types))
            elif name in _COLLECTIONS:
                yield from map(Items, types)
            elif name in _DEFERRED:
                yield from map(Later, types)
            elif name in _TRANSPARENT:
                yield from types


def _attribute_of_items(item: ValueType, name: str) -> ValueTypes:
    found: Mapping[str, ValueType] = {
        "first": item,
        "pages": Items(Items(item)),
        "pop": item,
        "resume": Items(item),
    }
    return (Method(found[name]),) if name in found else ()


def _instance(found: ValueType) -> ValueType | None:
    """Return the type of the instances of a class."""
    match found:
        case ClassValue(path):
            return Instance(path)
        case OwnClass(scope):
            return OwnInstance(scope)
    return None


def _class_of(found: ValueType) -> ValueType | None:
    """Return the class of an instance."""
    match found:
        case Instance(path):
            return ClassValue(path)
        case OwnInstance(scope):
            return OwnClass(scope)
    return None


def _has_decorator(function: OwnFunction, names: frozenset[str]) -> bool:
    node = function.scope.node
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    return any(_name_of(one) in names for one in node.decorator_list)


def _item(found: ValueType) -> ValueType:
    return found.item if isinstance(found, Items) else found


def _distinct(types: Iterable[ValueType]) -> ValueTypes:
    return tuple(dict.fromkeys(types))


def _name_of(node: ast.expr) -> str:
    """Return the last part of a name, also that of a call."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call(func=function):
            return _name_of(function)
    return ""


def _arguments(key: ast.expr) -> tuple[ast.expr, ...]:
    return tuple(key.elts) if isinstance(key, ast.Tuple) else (key,)
