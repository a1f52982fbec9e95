"""Find the uses of a generated package in a code base."""

import ast
from collections.abc import Iterable, Iterator

from msgspec import Struct

from docgen.uses.evaluate import Evaluator
from docgen.uses.modules import CodeBase
from docgen.uses.other_values import OtherValues
from docgen.uses.package_names import NamedSymbol, PackageNames
from docgen.uses.scopes import NameScope
from docgen.uses.source_files import SourceFile
from docgen.uses.value_types import ClassValue, Instance, ValueType


class Use(Struct, frozen=True, order=True, kw_only=True):
    """A use of what pages declare: line and column from 1, and the expression as it is written."""

    path: str
    line: int
    column: int
    symbol: NamedSymbol
    text: str


class PossibleUse(Struct, frozen=True, order=True, kw_only=True):
    """A call that may be one of an operation: the type of its object is not known."""

    path: str
    line: int
    column: int
    text: str
    symbols: tuple[NamedSymbol, ...]


class UnknownAttribute(Struct, frozen=True, order=True, kw_only=True):
    """An attribute of a value whose type is not known, with a name that a class has."""

    path: str
    line: int
    column: int
    name: str


class CodeUses(Struct, frozen=True, kw_only=True):
    """The uses in a code base, sorted; those of the same name at the same position once.

    `unread` are the paths of files that are nested too deeply, `unknown` are attributes that are
    not among the possible uses, nor evidently those of something else. `imports` are the lines that
    import classes.
    """

    uses: tuple[Use, ...]
    possible: tuple[PossibleUse, ...]
    unread: tuple[str, ...] = ()
    unknown: tuple[UnknownAttribute, ...] = ()
    imports: tuple[Use, ...] = ()


def find_uses(files: Iterable[SourceFile], names: PackageNames) -> CodeUses:
    """Find what the files use of a package."""
    parsed = [one for one in files if one.tree is not None]
    code = CodeBase(parsed)
    evaluator = Evaluator(names, code)
    others = OtherValues(names.package, code)
    similar = _SimilarCalls(names)
    uses: set[Use] = set()
    imports: set[Use] = set()
    possible: set[PossibleUse] = set()
    unknown: set[UnknownAttribute] = set()
    attributes = {name for one in names.classes.values() for name in one.attributes}
    unread: list[str] = []
    for file in parsed:
        scopes = code.of_file(file.path)
        if scopes is None:
            unread.append(file.path)
            continue
        finder = _Finder(file.path, scopes.module, scopes.inner, evaluator, names)
        try:
            finder.visit(scopes.module.node)
        except RecursionError:
            unread.append(file.path)
            continue
        uses.update(finder.uses)
        imports.update(finder.imports)
        for node, scope in finder.unknown:
            found = similar.to(node)
            if found:
                possible.add(_possible(file.path, node, found))
                continue
            is_attribute = node.attr in attributes and node not in finder.called
            if is_attribute and not others.has(node.value, scope):
                unknown.add(_unknown(file.path, node))
    return CodeUses(
        uses=tuple(sorted(uses)),
        possible=tuple(sorted(possible)),
        unread=tuple(unread),
        unknown=tuple(sorted(unknown)),
        imports=tuple(sorted(imports)),
    )


def _unknown(path: str, node: ast.Attribute) -> UnknownAttribute:
    line, column = _position(node)
    return UnknownAttribute(path=path, line=line, column=column, name=node.attr)


def _possible(
    path: str, node: ast.Attribute, symbols: tuple[NamedSymbol, ...]
) -> PossibleUse:
    line, column = _position(node)
    text = ast.unparse(node)
    return PossibleUse(path=path, line=line, column=column, text=text, symbols=symbols)


class _Finder(ast.NodeVisitor):
    """Collects the uses in a file, and the attributes of values with an unknown type."""

    def __init__(
        self,
        path: str,
        scope: NameScope,
        inner: dict[ast.AST, NameScope],
        evaluator: Evaluator,
        names: PackageNames,
    ) -> None:
        self.path = path
        self.scope = scope
        self.inner = inner
        self.evaluator = evaluator
        self.names = names
        self.uses: list[Use] = []
        self.imports: list[Use] = []
        self.unknown: list[tuple[ast.Attribute, NameScope]] = []
        self.called: set[ast.expr] = set()

    def visit(self, node: ast.AST) -> None:
        """Visit a node, in the scope that it has."""
        inner = self.inner.get(node)
        if inner is None or inner is self.scope:
            super().visit(node)
            return
        for one in _outside(node):
            self.visit(one)
        outer, self.scope = self.scope, inner
        for one in _inside(node):
            self.visit(one)
        self.scope = outer

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """Note an attribute of a class or an instance."""
        self.visit(node.value)
        owners = self.evaluator.types_of(node.value, self.scope)
        self._note_attributes(owners, node.attr, node)
        self._note_classes(node)
        if not owners:
            self.unknown.append((node, self.scope))

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Note the classes that are imported."""
        for one in node.names:
            name = one.asname or one.name
            for found in self.evaluator.types_of(ast.Name(id=name), self.scope):
                symbol = self._class_symbol(found)
                if symbol:
                    self.imports.append(self._import(symbol, one))

    def visit_Name(self, node: ast.Name) -> None:
        """Note a class."""
        self._note_classes(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """Note a key of a dictionary with types."""
        self.generic_visit(node)
        if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
            owners = self.evaluator.types_of(node.value, self.scope)
            self._note_attributes(owners, node.slice.value, node)

    def visit_Call(self, node: ast.Call) -> None:
        """Note the properties that are arguments of a constructor.

        What is called is not a property.
        """
        self.called.add(node.func)
        self.generic_visit(node)
        for one in self.evaluator.types_of(node.func, self.scope):
            if isinstance(one, ClassValue):
                for keyword in node.keywords:
                    if keyword.arg:
                        instance = Instance(one.path)
                        self._note_attributes([instance], keyword.arg, keyword)

    def _note_attributes(
        self,
        owners: Iterable[ValueType],
        name: str,
        node: ast.Attribute | ast.Subscript | ast.keyword,
    ) -> None:
        for owner in owners:
            found = self.evaluator.attribute(owner, name)
            if found and found.symbol:
                self._note(found.symbol, node)

    def _note_classes(self, node: ast.Attribute | ast.Name) -> None:
        for one in self.evaluator.types_of(node, self.scope):
            symbol = self._class_symbol(one)
            if symbol:
                self._note(symbol, node)

    def _class_symbol(self, one: ValueType) -> NamedSymbol | None:
        found = (
            self.names.classes.get(one.path) if isinstance(one, ClassValue) else None
        )
        return found.symbol if found else None

    def _import(self, symbol: NamedSymbol, node: ast.alias) -> Use:
        return Use(
            path=self.path,
            line=node.lineno,
            column=node.col_offset + 1,
            symbol=symbol,
            text=node.name,
        )

    def _note(
        self,
        symbol: NamedSymbol,
        node: ast.Attribute | ast.Name | ast.Subscript | ast.keyword,
    ) -> None:
        line, column = _position(node)
        text = node.arg or "" if isinstance(node, ast.keyword) else ast.unparse(node)
        use = Use(path=self.path, line=line, column=column, symbol=symbol, text=text)
        self.uses.append(use)


def _position(node: ast.expr | ast.keyword) -> tuple[int, int]:
    """Return line and column of the name: an attribute may be below its object."""
    if isinstance(node, ast.Attribute) and node.end_lineno and node.end_col_offset:
        return node.end_lineno, node.end_col_offset - len(node.attr.encode()) + 1
    return node.lineno, node.col_offset + 1


def _outside(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what is written in a definition and evaluated around it."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield from node.decorator_list
    if isinstance(node, ast.ClassDef):
        yield from node.bases
        yield from (keyword.value for keyword in node.keywords)
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
        yield node.args
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.returns:
        yield node.returns


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield from node.body
    elif isinstance(node, ast.Lambda):
        yield node.body
    else:
        yield from ast.iter_child_nodes(node)


class _SimilarCalls:
    """The operations that an attribute of an unknown value may be.

    These are the operations of a resource, if the name before has its name: `api.user.get`; and
    those that have a name of several words: `api.send_mail`.
    """

    def __init__(self, names: PackageNames) -> None:
        self._by_resource: dict[tuple[str, str], list[NamedSymbol]] = {}
        self._by_name: dict[str, list[NamedSymbol]] = {}
        for path, one in names.classes.items():
            module, _, class_name = path.rpartition(".")
            if not class_name.endswith("Operations") or class_name.startswith("Async"):
                continue
            resource = module.rpartition(".")[2]
            for name, attribute in one.attributes.items():
                if attribute.symbol is None:
                    continue
                key = (resource, name)
                self._by_resource.setdefault(key, []).append(attribute.symbol)
                if "_" in name:
                    self._by_name.setdefault(name, []).append(attribute.symbol)

    def to(self, node: ast.Attribute) -> tuple[NamedSymbol, ...]:
        """Return the operations that an attribute may be."""
        match node.value:
            case ast.Attribute(attr=before) | ast.Name(id=before):
                found = self._by_resource.get((before, node.attr))
                if found:
                    return tuple(found)
        return tuple(self._by_name.get(node.attr, ()))
