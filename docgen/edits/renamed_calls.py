"""Renamed calls: hand-written code in a test file that uses operations under their old names.

These are replaced, if `XOperations.old` was renamed and `x` is the module with the operations:

    XOperations.old, operations.XOperations.old     and the same of AsyncXOperations
    def old, self.old                               in a class that derives from one of these
    fake.old                                        if `fake` is an instance, by its annotation, its
                                                    assignment, or the fixture of that name
    client.x.old                                    the name of the client has `client` in it
    "x.old"                                         the argument of `permissions`, `request_line`

Nothing is replaced if one of these uses the new name already.
"""

import ast
from collections.abc import Iterator, Mapping

from msgspec import Struct

from docgen.diagnostics import Diagnostic
from docgen.edits.decision import OperationsModule
from docgen.edits.messages import EditMessage, edit_diagnostic
from docgen.edits.renames import renamed_operations
from docgen.pycode import definition_lines
from docgen.pycode.identifiers import Identifier, with_names
from docgen.source import Span

_Function = ast.FunctionDef | ast.AsyncFunctionDef


class RenamedCalls(Struct, frozen=True, kw_only=True):
    """A test file in which operations have their new names."""

    source: str
    diagnostics: tuple[Diagnostic, ...] = ()


def with_renamed_calls(
    path: str, source: str, module: OperationsModule | None
) -> RenamedCalls:
    """Return a test file with the new names of the operations of a module.

    A file without valid code is unchanged.
    """
    found = RenamedCalls(source=source)
    if module is None:
        return found
    wanted = definition_lines(module.path, module.new)
    renames = renamed_operations(
        module.path, module.last, wanted, module.content, module.new
    )
    for owner, names in renames.items():
        if not owner.startswith("Async"):
            found = _renamed(path, found, owner, _dotted(module.path), names)
    return found


def _dotted(path: str) -> str:
    """Return the name of a module below `operations`, as it is in the names of operations."""
    inside = path.rpartition("/operations/")[2] or path
    return inside.removesuffix(".py").replace("/", ".")


def _renamed(
    path: str, before: RenamedCalls, owner: str, module: str, names: Mapping[str, str]
) -> RenamedCalls:
    try:
        tree = ast.parse(before.source.removeprefix("\ufeff"))
    except (SyntaxError, ValueError, RecursionError):
        return before
    found = {*_Uses(before.source, owner, module).of(tree)}
    uses = sorted(found, key=lambda one: (one.line, one.column))
    used = {one.path[-1] for one in uses}
    changed = [
        (one, new)
        for one in uses
        if (new := names.get(one.path[-1])) and new not in used
    ]
    first = {one.path[-1]: (one, new) for one, new in reversed(changed)}
    messages = (_message(path, f"{owner}.{old}", *first[old]) for old in sorted(first))
    return RenamedCalls(
        source=with_names(before.source, changed),
        diagnostics=(*before.diagnostics, *messages),
    )


def _message(path: str, old: str, first: Identifier, new: str) -> Diagnostic:
    span = Span(first.line, first.column + 1, first.column + 1 + len(new))
    message = EditMessage.RENAMED_MEMBER
    return edit_diagnostic(message, path, span, name=old, new=new)


class _Uses:
    """Finds the uses of operations in a module, also those with names that stay."""

    def __init__(self, source: str, owner: str, module: str) -> None:
        self._lines = source.split("\n")
        *self._namespaces, self._module = module.split(".")
        self._prefix = f"{module}."
        self._classes = {owner, f"Async{owner}"}
        self._fixtures: set[str] = set()

    def of(self, tree: ast.Module) -> Iterator[Identifier]:
        """Return the identifiers of operations in a module."""
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and any(map(self._is_class, node.bases)):
                self._classes.add(node.name)
        for node in tree.body:
            if isinstance(node, _Function) and self._makes_instance(node):
                self._fixtures.add(node.name)
        yield from self._in(tree, frozenset(self._assigned(tree.body)))

    def _in(self, node: ast.AST, instances: frozenset[str]) -> Iterator[Identifier]:
        """Return the uses in a node; `instances` are the variables that have operations."""
        if isinstance(node, _Function):
            instances = self._instances_in(node, instances)
        if isinstance(node, ast.ClassDef) and node.name in self._classes:
            instances |= {"self"}
            for one in node.body:
                if isinstance(one, _Function):
                    yield self._defined(one)
        if isinstance(node, ast.Attribute) and self._has_operations(
            node.value, instances
        ):
            yield self._identifier(node.attr, node, -len(node.attr))
        if isinstance(node, ast.Constant) and self._names_operation(node):
            name = str(node.value).removeprefix(self._prefix)
            yield self._identifier(name, node, -len(name) - 1)
        for child in ast.iter_child_nodes(node):
            yield from self._in(child, instances)

    def _instances_in(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef, outer: frozenset[str]
    ) -> frozenset[str]:
        own = node.args
        arguments = [*own.posonlyargs, *own.args, *own.kwonlyargs]
        passed = {
            one.arg
            for one in arguments
            if self._names_class(one.annotation)
            or (one.annotation is None and one.arg in self._fixtures)
        }
        hidden = {one.arg for one in arguments if one.arg != "self"}
        return (outer - hidden) | passed | {*self._assigned(node.body)}

    def _assigned(self, body: list[ast.stmt]) -> Iterator[str]:
        for statement in body:
            for node in ast.walk(statement):
                match node:
                    case ast.Assign(targets=[ast.Name(id=name)], value=value):
                        if self._is_instance(value):
                            yield name
                    case ast.AnnAssign(target=ast.Name(id=name), annotation=type_):
                        if self._names_class(type_):
                            yield name

    def _makes_instance(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
        """Return whether a fixture returns an instance, by its annotation or its code."""
        returned = (one.value for one in ast.walk(node) if isinstance(one, ast.Return))
        return self._names_class(node.returns) or any(
            one is not None and self._is_instance(one) for one in returned
        )

    def _is_class(self, node: ast.expr) -> bool:
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name):
                return name in self._classes
            case _:
                return False

    def _is_instance(self, node: ast.expr) -> bool:
        match node:
            case ast.Call(func=function):
                return self._is_class(function)
            case ast.Attribute(attr=name, value=value):
                return name == self._module and self._is_client(value)
            case _:
                return False

    def _is_client(self, node: ast.expr) -> bool:
        """Return whether an expression is a client, or a namespace of one."""
        match node:
            case ast.Attribute(attr=name, value=value) if name in self._namespaces:
                return self._is_client(value)
            case ast.Name(id=name) | ast.Attribute(attr=name):
                return "client" in name.lower()
            case _:
                return False

    def _has_operations(self, node: ast.expr, instances: frozenset[str]) -> bool:
        is_variable = isinstance(node, ast.Name) and node.id in instances
        return is_variable or self._is_class(node) or self._is_instance(node)

    def _names_class(self, annotation: ast.expr | None) -> bool:
        if annotation is None:
            return False
        if isinstance(annotation, ast.Constant):
            return annotation.value in self._classes
        return any(
            self._is_class(one)
            for one in ast.walk(annotation)
            if isinstance(one, ast.expr)
        )

    def _names_operation(self, node: ast.Constant) -> bool:
        """Return whether a string literal is the full name of an operation."""
        text = node.value
        if not isinstance(text, str) or not text.startswith(self._prefix):
            return False
        is_one_line = node.lineno == node.end_lineno
        start = self._column(node.lineno, node.col_offset)
        literal = self._lines[node.lineno - 1][start : start + len(text) + 2]
        return is_one_line and literal in (f'"{text}"', f"'{text}'")

    def _defined(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Identifier:
        line = self._lines[node.lineno - 1]
        start = self._column(node.lineno, node.col_offset)
        column = line.index(node.name, line.index("def", start) + len("def"))
        return Identifier((node.name,), node.lineno, column)

    def _identifier(self, name: str, node: ast.expr, offset: int) -> Identifier:
        """Return an identifier that begins so many characters before the end of a node."""
        end_line = node.end_lineno or node.lineno
        column = self._column(end_line, node.end_col_offset or 0) + offset
        return Identifier((name,), end_line, column)

    def _column(self, line: int, offset: int) -> int:
        """Return the offset in characters of one in UTF-8."""
        return len(self._lines[line - 1].encode()[:offset].decode())
