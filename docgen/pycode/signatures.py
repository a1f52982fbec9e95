"""The form of a statement in a stub: signatures without bodies, types instead of values.

    def f(a, b=[]): …        def f(a, b=...): ...
    size: int = compute()    size: int = ...
    SIZES = {"a": 1}         SIZES: dict[str, int]        below a class: ClassVar[…]
    class C: …               class C with the forms of its members

A value whose type is not known is a gap: its form has the type `Any`.
"""

import ast
import builtins
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.pycode.function_signatures import (
    is_cached,
    signature_lines,
    stub_default,
    type_parameters,
)
from docgen.pycode.names import is_type_checking
from docgen.pycode.nodes import Function, called_name, node_code
from docgen.pycode.source_lines import DECORATED
from docgen.pycode.value_types import type_of_value


def _is_exception(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, BaseException)


_FIELD_CALLS = frozenset({"field", "Field", "PrivateAttr"})
_DEFINING_CALLS = frozenset(
    {"NamedTuple", "NewType", "ParamSpec", "TypeVar", "TypeVarTuple", "TypedDict"}
    | {"namedtuple"}
)


_KNOWN_BASES = frozenset(
    {"ABC", "Generic", "Protocol", "object"}
    | {name for name, one in vars(builtins).items() if _is_exception(one)}
)
"""Base classes without attributes that a method may assign, except those of exceptions."""
_INITIALIZERS = frozenset({"__init__", "__post_init__"})


class Form(Struct, frozen=True, kw_only=True):
    """The form of a statement in a stub: the name that it binds, and its lines.

    If `is_gap`, the type of the name is not known, and it is not private. The form has no lines if
    it can't be copied at all: `Boat.size = size_of` binds no name of a module.
    """

    name: str
    line: int
    lines: tuple[str, ...] = ()
    is_gap: bool = False
    statement: ast.stmt

    @property
    def kind(self) -> str:
        """What the statement defines: a function, a class, or a value."""
        if isinstance(self.statement, ast.ClassDef):
            return "class"
        words = {line.split(maxsplit=1)[0] for line in self.lines}
        return "value" if words.isdisjoint({"def", "async"}) else "function"


class Owner(Struct, frozen=True, kw_only=True):
    """What a class is, as far as the forms of its members depend on it.

    `names` are the names that its body binds. `has_known_bases` means that no base class has
    attributes that a method may assign.
    """

    is_enum: bool = False
    is_dataclass: bool = False
    indent: str = "    "
    names: frozenset[str] = frozenset()
    has_known_bases: bool = False


def owner_of(class_: ast.ClassDef, indent: str = "    ") -> Owner:
    """Return what a class is."""
    decorators = {called_name(one) for one in class_.decorator_list}
    is_dataclass = any(one.split(".")[-1] == "dataclass" for one in decorators)
    known = _KNOWN_BASES | ({"Model"} if is_dataclass else set())
    return Owner(
        is_enum=any(_is_enum(called_name(base)) for base in class_.bases),
        is_dataclass=is_dataclass,
        indent=indent,
        names=frozenset(name for one in class_.body for name in _bound(one)),
        has_known_bases=all(
            called_name(b).split(".")[-1] in known for b in class_.bases
        ),
    )


def _is_enum(base: str) -> bool:
    return base.endswith("Flag") or "Enum" in base


def forms(body: Sequence[ast.stmt], owner: Owner | None = None) -> tuple[Form, ...]:
    """Return the forms of the statements of a module, or of a class."""
    found: list[Form] = []
    for statement in body:
        for form in _forms(statement, owner):
            found = _with(form, found)
    return tuple(found)


def _with(form: Form, found: list[Form]) -> list[Form]:
    """Add a form; it replaces others of its name, unless it is part of one definition."""
    others = [one for one in found if one.name == form.name]
    if not others or _is_further(form.statement):
        return [*found, form]
    if all(_is_overload(one.statement) for one in others):
        return found  # the implementation of overloads
    return [*(one for one in found if one.name != form.name), form]


def _is_overload(statement: ast.stmt) -> bool:
    names = {called_name(one).split(".")[-1] for one in _decorator_list(statement)}
    return "overload" in names


def _is_further(statement: ast.stmt) -> bool:
    """Return whether a function is an overload, or belongs to a property."""
    words = {"overload", "setter", "getter", "deleter"}
    return any(
        called_name(one).split(".")[-1] in words for one in _decorator_list(statement)
    )


def _decorator_list(statement: ast.stmt) -> Sequence[ast.expr]:
    return statement.decorator_list if isinstance(statement, DECORATED) else ()


def class_head(class_: ast.ClassDef) -> str:
    """Return the line of a class without its body."""
    arguments = [node_code(one) for one in class_.bases]
    arguments += [
        f"{one.arg}={node_code(one.value)}" if one.arg else f"**{node_code(one.value)}"
        for one in class_.keywords
    ]
    bases = f"({', '.join(arguments)})" if arguments else ""
    return f"class {class_.name}{type_parameters(class_)}{bases}:"


def names_in(lines: Sequence[str]) -> set[str]:
    """Return the names that the lines of forms use, also in annotations that are strings."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(_dedented(lines))):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            found.add(node.id)
        elif isinstance(node, ast.arg | ast.AnnAssign):
            found |= _names_in_strings(node.annotation)
        elif isinstance(node, Function):
            found |= _names_in_strings(node.returns)
    return found


def _names_in_strings(annotation: ast.expr | None) -> set[str]:
    """Return the names in the strings of an annotation, except those of `Literal`."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return _names_in_string(annotation.value)
    if annotation is None or called_name(annotation).split(".")[-1] == "Literal":
        return set()
    if isinstance(annotation, ast.Subscript) and _is_annotated(annotation):
        arguments = annotation.slice
        first = arguments.elts[:1] if isinstance(arguments, ast.Tuple) else [arguments]
        return set[str]().union(*map(_names_in_strings, first))
    inner = (n for n in ast.iter_child_nodes(annotation) if isinstance(n, ast.expr))
    return set[str]().union(*map(_names_in_strings, inner))


def _is_annotated(annotation: ast.expr) -> bool:
    return called_name(annotation).split(".")[-1] == "Annotated"


def _names_in_string(text: str) -> set[str]:
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set()
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def _dedented(lines: Sequence[str]) -> str:
    indent = min((len(one) - len(one.lstrip()) for one in lines if one), default=0)
    return "\n".join(one[indent:] for one in lines)


def _forms(statement: ast.stmt, owner: Owner | None) -> Iterator[Form]:
    match statement:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            if is_cached(statement):
                yield _cached(statement, owner)
                return
            lines = signature_lines(statement, owner.indent if owner else "")
            yield _form(statement.name, statement, lines)
            yield from _instance_attributes(statement, owner)
        case ast.ClassDef():
            yield _class(statement, owner)
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield _form(name, statement, [_annotated(name, statement, owner)], owner)
        case ast.Assign():
            yield from _assigned(statement, owner)
        case ast.Import() | ast.ImportFrom() | ast.Expr() | ast.Pass():
            return
        case ast.If() if is_type_checking(statement):
            for inner in statement.body:
                yield from _forms(inner, owner)
        case _:
            if type(statement).__name__ == "TypeAlias":
                indented = [node_code(statement)]
                yield _form(_bound(statement)[0], statement, indented, owner)
                return
            yield from _bound_forms(statement, owner)


def _bound_forms(statement: ast.stmt, owner: Owner | None) -> Iterator[Form]:
    """Yield the forms of the names that an `if`, `try` or loop binds: those of one branch."""
    inner = [form for one in _branches(statement) for form in _forms(one, owner)]
    imported = _imported(statement)
    for name in _bound(statement):
        found = [form for form in inner if form.name == name and not form.is_gap]
        defined = [form for form in found if form.kind != "value"]
        if name in imported:
            yield from defined[:1]  # not `tomllib = None` where it can't be imported
        elif found:
            yield found[0]
        else:
            is_name = name.isidentifier()
            lines = [f"{name}: {_class_variable('Any', owner)}"] if is_name else []
            yield _form(name, statement, lines, owner, is_gap=True)


def _imported(statement: ast.stmt) -> set[str]:
    """Return the names that the branches of a statement import."""
    return {
        name.asname or name.name.partition(".")[0]
        for one in _branches(statement)
        if isinstance(one, ast.Import | ast.ImportFrom)
        for name in one.names
    }


def _branches(statement: ast.stmt) -> Iterator[ast.stmt]:
    for node in ast.iter_child_nodes(statement):
        if isinstance(node, ast.stmt):
            yield node
        elif isinstance(node, ast.ExceptHandler | ast.match_case):
            yield from node.body


def _form(
    name: str,
    statement: ast.stmt,
    lines: Sequence[str],
    owner: Owner | None = None,
    *,
    is_gap: bool = False,
) -> Form:
    indent = owner.indent if owner else ""
    is_private = name.startswith("_") and not name.startswith("__")
    return Form(
        name=name,
        line=statement.lineno,
        lines=tuple(indent + line for line in lines),
        is_gap=is_gap and not is_private,
        statement=statement,
    )


def _bound(statement: ast.stmt) -> list[str]:
    """Return the names that a statement binds in its scope."""
    names: dict[str, None] = {}
    waiting: list[ast.AST] = [statement]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, DECORATED):
            names[node.name] = None
            continue
        if isinstance(node, ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp):
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names[node.id] = None
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            names[node_code(node)] = None
        waiting += ast.iter_child_nodes(node)
    return [*names]


def _class(class_: ast.ClassDef, owner: Owner | None) -> Form:
    indent = owner.indent if owner else ""
    inner = owner_of(class_, f"{indent}    ")
    members = forms(class_.body, inner)
    lines = [*separated((member.kind, member.lines) for member in members)]
    head = [*_decorators(class_, indent), f"{indent}{class_head(class_)}"]
    if not lines:
        head[-1] += " ..."
    return Form(
        name=class_.name,
        line=class_.lineno,
        lines=(*head, *lines),
        is_gap=any(member.is_gap for member in members),
        statement=class_,
    )


def separated(members: Iterable[tuple[str, Sequence[str]]]) -> Iterator[str]:
    """Yield the lines of the members of a class, with a blank line around each class in it.

    A member is given by its kind and its lines.
    """
    above = ""
    for kind, lines in members:
        if above and lines and "class" in {above, kind}:
            yield ""
        yield from lines
        above = kind if lines else above


def _decorators(statement: Function | ast.ClassDef, indent: str) -> list[str]:
    return [f"{indent}@{node_code(one)}" for one in statement.decorator_list]


def _cached(function: Function, owner: Owner | None) -> Form:
    """Return the form of a cached function, which is a variable in the stub.

    As a function, it would have parameters that stubtest does not find in the module. The same
    form serves a static method, because it can be called on the class.
    """
    result = node_code(function.returns) if function.returns else "Any"
    type_ = _class_variable(f"_lru_cache_wrapper[{result}]", owner)
    return _form(function.name, function, [f"{function.name}: {type_}"], owner)


def _annotated(name: str, statement: ast.AnnAssign, owner: Owner | None) -> str:
    annotation = node_code(statement.annotation)
    line = f"{name}: {annotation}"
    if statement.value is None:
        return line
    if annotation.split(".")[-1] == "TypeAlias":
        return f"{line} = {node_code(statement.value)}"
    if isinstance(statement.value, ast.Call) and owner:
        call = statement.value
        if called_name(call).split(".")[-1] in _FIELD_CALLS:
            value = _field_value(call)
            if called_name(call).split(".")[-1] == "PrivateAttr":
                line = f"{name}: Any"  # a class of pydantic is its value for stubtest
            return f"{line} = {value}" if value else line
    return f"{line} = {stub_default(statement.value)}"


def _field_value(call: ast.Call) -> str:
    """Return what a type checker needs of a call of `field`; empty without a default."""
    keywords = {one.arg: one.value for one in call.keywords}
    name = node_code(call.func)
    if "init" in keywords and node_code(keywords["init"]) == "False":
        return f"{name}(init=False)"
    if name.split(".")[-1] == "PrivateAttr":
        return f"{name}()"
    required = [isinstance(a, ast.Constant) and a.value is ... for a in call.args[:1]]
    has_default = not {"default", "default_factory"}.isdisjoint(keywords)
    return "..." if has_default or required == [False] else ""


def _assigned(statement: ast.Assign, owner: Owner | None) -> Iterator[Form]:
    for target in statement.targets:
        if isinstance(target, ast.Name):
            yield _assigned_name(target.id, statement, owner)
            continue
        types = _types_of_targets(target, statement.value)
        for name in _bound(ast.Assign(targets=[target], value=statement.value)):
            is_name = name.isidentifier()
            type_ = types.get(name)
            lines = [f"{name}: {_class_variable(type_ or 'Any', owner)}"] * is_name
            yield _form(name, statement, lines, owner, is_gap=type_ is None)


def _types_of_targets(target: ast.expr, value: ast.expr) -> Mapping[str, str | None]:
    """Return the types of names in `a, b = 1, 2`."""
    if not isinstance(target, ast.Tuple | ast.List) or not isinstance(value, ast.Tuple):
        return {}
    if len(target.elts) != len(value.elts):
        return {}
    pairs = zip(target.elts, value.elts, strict=True)
    return {one.id: type_of_value(v) for one, v in pairs if isinstance(one, ast.Name)}


def _assigned_name(name: str, statement: ast.Assign, owner: Owner | None) -> Form:
    value = statement.value
    if owner and owner.is_enum:
        return _form(name, statement, [f"{name} = {stub_default(value)}"], owner)
    if name in {"__slots__", "__match_args__", "__all__"} or _is_alias(value, owner):
        return _form(name, statement, [f"{name} = {node_code(value)}"], owner)
    if owner and isinstance(value, ast.Call) and called_name(value) == "property":
        lines = ["@property", f"def {name}(self): ..."]
        return _form(name, statement, lines, owner, is_gap=True)
    type_ = type_of_value(value)
    line = f"{name}: {_class_variable(type_ or 'Any', owner)}"
    return _form(name, statement, [line], owner, is_gap=type_ is None)


def _class_variable(type_: str, owner: Owner | None) -> str:
    return f"ClassVar[{type_}]" if owner else type_


def _is_alias(value: ast.expr, owner: Owner | None) -> bool:
    """Return whether a value is another name, a type, or a call that defines a type."""
    match value:
        case ast.Name() | ast.Attribute():
            return True
        case ast.Subscript() | ast.BinOp(op=ast.BitOr()):
            return owner is None
        case ast.Call():
            return called_name(value).split(".")[-1] in _DEFINING_CALLS
        case _:
            return False


def _instance_attributes(function: Function, owner: Owner | None) -> Iterator[Form]:
    """Yield the attributes that a method declares: `self.size: int = …`.

    Attributes without an annotation count in `__init__`, as for type checkers.
    """
    if owner is None or not function.args.args:
        return
    first = function.args.args[0].arg
    if function.name in _INITIALIZERS and owner.has_known_bases:
        yield from _assigned_attributes(function, first, owner)
    for node in ast.walk(function):
        match node:
            case ast.AnnAssign(
                target=ast.Attribute(value=ast.Name(id=name), attr=attribute)
            ) if (name == first):
                line = f"{attribute}: {node_code(node.annotation)}"
                line += " = field(init=False)" if owner.is_dataclass else ""
                yield _form(attribute, node, [line], owner)
            case _:
                pass


def _assigned_attributes(
    function: Function, first: str, owner: Owner
) -> Iterator[Form]:
    """Yield the attributes without an annotation: `self.size = size`."""
    arguments = (*function.args.posonlyargs, *function.args.args)
    types = {
        one.arg: node_code(one.annotation)
        for one in (*arguments, *function.args.kwonlyargs)
        if one.annotation
    }
    for node in ast.walk(function):
        match node:
            case ast.Assign(
                targets=[ast.Attribute(value=ast.Name(id=name), attr=attribute)],
                value=value,
            ) if name == first and attribute not in owner.names | {"args", "extra"}:
                is_parameter = isinstance(value, ast.Name)
                type_ = (
                    types.get(node_code(value))
                    if is_parameter
                    else type_of_value(value)
                )
                is_known = type_ not in {None, "None"}
                line = f"{attribute}: {type_ if is_known else 'Any'}"
                line += " = field(init=False)" if owner.is_dataclass else ""
                yield _form(attribute, node, [line], owner, is_gap=not is_known)
            case _:
                pass
