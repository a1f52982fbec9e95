"""The form of a statement in a stub: signatures without bodies, types instead of values.

    def f(a, b=[]): …        def f(a, b=...): ...
    size: int = compute()    size: int = ...
    SIZES = {"a": 1}         SIZES: dict[str, int]        below a class: ClassVar[…]
    class C: …               class C with the forms of its members

A value whose type is not known is a gap: its form has the type `Any`.
"""

import ast
import builtins
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.pycode.names import is_type_checking
from docgen.pycode.source_lines import DECORATED

_LINE_LENGTH = 88


def _is_exception(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, BaseException)


_FIELD_CALLS = frozenset({"field", "Field", "PrivateAttr"})
_DEFINING_CALLS = frozenset(
    {"NamedTuple", "NewType", "ParamSpec", "TypeVar", "TypeVarTuple", "TypedDict"}
    | {"namedtuple"}
)
_TYPES_OF_CALLS = {
    "re.compile": "re.Pattern[str]",
    "logging.getLogger": "logging.Logger",
    **{name: name for name in ("bool", "bytes", "float", "int", "str")},
    "dict": "dict[Any, Any]",
    "frozenset": "frozenset[Any]",
    "list": "list[Any]",
    "set": "set[Any]",
    "tuple": "tuple[Any, ...]",
}
"""The types of the results of usual calls."""

_ABOVE_PROPERTY = frozenset({"abstractmethod", "deprecated", "final", "override"})
"""The decorators of a property that type checkers know."""

_KNOWN_BASES = frozenset(
    {"ABC", "Generic", "Protocol", "object"}
    | {name for name, one in vars(builtins).items() if _is_exception(one)}
)
"""Base classes without attributes that a method may assign, except those of exceptions."""
_INITIALIZERS = frozenset({"__init__", "__post_init__"})
_NUMBERS = frozenset({"int", "float"})

_Function = ast.FunctionDef | ast.AsyncFunctionDef


_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|\'((?:[^\'\\]|\\.)*)\'')


def _code(node: ast.AST) -> str:
    """Return the code of a node, with the quotes that black prefers."""
    code = ast.unparse(node)
    return _STRING.sub(_in_double_quotes, code) if "'" in code else code


def _in_double_quotes(found: re.Match[str]) -> str:
    content: str | None = found[1]
    return found[0] if content is None or '"' in content else f'"{content}"'


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
    decorators = {_called(one) for one in class_.decorator_list}
    is_dataclass = any(one.split(".")[-1] == "dataclass" for one in decorators)
    known = _KNOWN_BASES | ({"Model"} if is_dataclass else set())
    return Owner(
        is_enum=any(_is_enum(_called(base)) for base in class_.bases),
        is_dataclass=is_dataclass,
        indent=indent,
        names=frozenset(name for one in class_.body for name in _bound(one)),
        has_known_bases=all(_called(b).split(".")[-1] in known for b in class_.bases),
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
    names = {_called(one).split(".")[-1] for one in _decorator_list(statement)}
    return "overload" in names


def _is_further(statement: ast.stmt) -> bool:
    """Return whether a function is an overload, or belongs to a property."""
    words = {"overload", "setter", "getter", "deleter"}
    return any(
        _called(one).split(".")[-1] in words for one in _decorator_list(statement)
    )


def _decorator_list(statement: ast.stmt) -> Sequence[ast.expr]:
    return statement.decorator_list if isinstance(statement, DECORATED) else ()


def class_head(class_: ast.ClassDef) -> str:
    """Return the line of a class without its body."""
    arguments = [_code(one) for one in class_.bases]
    arguments += [
        f"{one.arg}={_code(one.value)}" if one.arg else f"**{_code(one.value)}"
        for one in class_.keywords
    ]
    bases = f"({', '.join(arguments)})" if arguments else ""
    return f"class {class_.name}{_type_parameters(class_)}{bases}:"


def names_in(lines: Sequence[str]) -> set[str]:
    """Return the names that the lines of forms use, also in annotations that are strings."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(_dedented(lines))):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            found.add(node.id)
        elif isinstance(node, ast.arg | ast.AnnAssign):
            found |= _names_in_strings(node.annotation)
        elif isinstance(node, _Function):
            found |= _names_in_strings(node.returns)
    return found


def _names_in_strings(annotation: ast.expr | None) -> set[str]:
    """Return the names in the strings of an annotation, except those of `Literal`."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return _names_in_string(annotation.value)
    if annotation is None or _called(annotation).split(".")[-1] == "Literal":
        return set()
    if isinstance(annotation, ast.Subscript) and _is_annotated(annotation):
        arguments = annotation.slice
        first = arguments.elts[:1] if isinstance(arguments, ast.Tuple) else [arguments]
        return set[str]().union(*map(_names_in_strings, first))
    inner = (n for n in ast.iter_child_nodes(annotation) if isinstance(n, ast.expr))
    return set[str]().union(*map(_names_in_strings, inner))


def _is_annotated(annotation: ast.expr) -> bool:
    return _called(annotation).split(".")[-1] == "Annotated"


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
            if _is_cached(statement):
                yield _cached(statement, owner)
                return
            lines = _function(statement, owner.indent if owner else "")
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
                indented = [_code(statement)]
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
            names[_code(node)] = None
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


def _decorators(statement: _Function | ast.ClassDef, indent: str) -> list[str]:
    return [f"{indent}@{_code(one)}" for one in statement.decorator_list]


def _function(function: _Function, indent: str) -> list[str]:
    """Return the signature of a function; an async generator is not `async` in a stub."""
    is_async = isinstance(function, ast.AsyncFunctionDef) and not _yields(function)
    word = "async def" if is_async else "def"
    head = f"{indent}{word} {function.name}{_type_parameters(function)}("
    returns = f" -> {_code(function.returns)}" if function.returns else ""
    parameters = [*_parameters(function.args)]
    line = f"{head}{', '.join(parameters)}){returns}: ..."
    decorators = [f"{indent}@{one}" for one in _kept_decorators(function)]
    if len(line) <= _LINE_LENGTH or not parameters:
        return [*decorators, line]
    inside = f"{indent}    {', '.join(parameters)}"
    end = f"{indent}){returns}: ..."
    if len(inside) <= _LINE_LENGTH:
        return [*decorators, head, inside, end]
    separate = [f"{indent}    {one}," for one in parameters]
    return [*decorators, head, *separate, end]


def _kept_decorators(function: _Function) -> Iterator[str]:
    """Yield the decorators of a function, without those above `@property` that mypy rejects."""
    names = [_called(one).split(".")[-1] for one in function.decorator_list]
    last = names.index("property") if "property" in names else 0
    for number, one in enumerate(function.decorator_list):
        if number >= last or names[number] in _ABOVE_PROPERTY:
            yield _code(one)


def _is_cached(function: _Function) -> bool:
    decorators = [_called(one).split(".")[-1] for one in function.decorator_list]
    if decorators[:1] == ["staticmethod"]:
        decorators = decorators[1:]
    return decorators in (["cache"], ["lru_cache"])


def _cached(function: _Function, owner: Owner | None) -> Form:
    """Return the form of a cached function: as one, stubtest would compare its parameters.

    A static method is one as well: it can be called on the class, without an object.
    """
    result = _code(function.returns) if function.returns else "Any"
    type_ = _class_variable(f"_lru_cache_wrapper[{result}]", owner)
    return _form(function.name, function, [f"{function.name}: {type_}"], owner)


def _type_parameters(node: _Function | ast.ClassDef) -> str:
    """Return the type parameters of Python 3.12."""
    found: object = getattr(node, "type_params", None)
    if not isinstance(found, list) or not found:
        return ""
    return f"[{', '.join(_code(one) for one in found)}]"


def _yields(function: _Function) -> bool:
    waiting: list[ast.AST] = [*function.body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Yield | ast.YieldFrom):
            return True
        if not isinstance(node, (*DECORATED, ast.Lambda)):
            waiting += ast.iter_child_nodes(node)
    return False


def _parameters(arguments: ast.arguments) -> Iterator[str]:
    positional = [*arguments.posonlyargs, *arguments.args]
    missing = len(positional) - len(arguments.defaults)
    defaults = [*[None] * missing, *arguments.defaults]
    for number, (one, default) in enumerate(zip(positional, defaults, strict=True), 1):
        yield _parameter(one, default)
        if number == len(arguments.posonlyargs):
            yield "/"
    if arguments.vararg:
        yield f"*{_parameter(arguments.vararg, None)}"
    elif arguments.kwonlyargs:
        yield "*"
    for one, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        yield _parameter(one, default)
    if arguments.kwarg:
        yield f"**{_parameter(arguments.kwarg, None)}"


def _parameter(argument: ast.arg, default: ast.expr | None) -> str:
    if argument.annotation is None:
        return argument.arg + (f"={_value(default)}" if default else "")
    annotated = f"{argument.arg}: {_code(argument.annotation)}"
    return annotated + (f" = {_value(default)}" if default else "")


def _value(value: ast.expr) -> str:
    """Return a value as code if it is a number, a short string or the like; else `...`."""
    literal = value.operand if isinstance(value, ast.UnaryOp) else value
    if isinstance(literal, ast.Constant) and len(code := _code(value)) <= 40:
        return code
    return "..."


def _annotated(name: str, statement: ast.AnnAssign, owner: Owner | None) -> str:
    annotation = _code(statement.annotation)
    line = f"{name}: {annotation}"
    if statement.value is None:
        return line
    if annotation.split(".")[-1] == "TypeAlias":
        return f"{line} = {_code(statement.value)}"
    if isinstance(statement.value, ast.Call) and owner:
        call = statement.value
        if _called(call).split(".")[-1] in _FIELD_CALLS:
            value = _field_value(call)
            if _called(call).split(".")[-1] == "PrivateAttr":
                line = f"{name}: Any"  # a class of pydantic is its value for stubtest
            return f"{line} = {value}" if value else line
    return f"{line} = {_value(statement.value)}"


def _field_value(call: ast.Call) -> str:
    """Return what a type checker needs of a call of `field`; empty without a default."""
    keywords = {one.arg: one.value for one in call.keywords}
    name = _code(call.func)
    if "init" in keywords and _code(keywords["init"]) == "False":
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
    return {one.id: _type_of(v) for one, v in pairs if isinstance(one, ast.Name)}


def _assigned_name(name: str, statement: ast.Assign, owner: Owner | None) -> Form:
    value = statement.value
    if owner and owner.is_enum:
        return _form(name, statement, [f"{name} = {_value(value)}"], owner)
    if name in {"__slots__", "__match_args__", "__all__"} or _is_alias(value, owner):
        return _form(name, statement, [f"{name} = {_code(value)}"], owner)
    if owner and isinstance(value, ast.Call) and _called(value) == "property":
        lines = ["@property", f"def {name}(self): ..."]
        return _form(name, statement, lines, owner, is_gap=True)
    type_ = _type_of(value)
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
            return _called(value).split(".")[-1] in _DEFINING_CALLS
        case _:
            return False


def _called(node: ast.expr) -> str:
    """Return the name of a function or class, called or not."""
    function = node.func if isinstance(node, ast.Call) else node
    function = function.value if isinstance(function, ast.Subscript) else function
    return _code(function)


def _type_of(value: ast.expr) -> str | None:
    """Return the type of a value, if its code shows it."""
    match value:
        case ast.Constant(value=None):
            return "None"
        case ast.Constant(value=constant) if constant is not ...:
            return type(constant).__name__
        case ast.UnaryOp(op=ast.Not()) | ast.Compare():
            return "bool"
        case ast.UnaryOp(operand=operand):
            return _type_of(operand)
        case ast.BinOp(left=left, op=operator, right=right):
            return _type_of_operation(_type_of(left), operator, _type_of(right))
        case ast.BoolOp(values=values):
            found = {_type_of(one) for one in values}
            return found.pop() if len(found) == 1 else None
        case ast.IfExp(body=body, orelse=other):
            type_ = _type_of(body)
            return type_ if type_ == _type_of(other) else None
        case ast.JoinedStr():
            return "str"
        case ast.List(elts=items) | ast.Set(elts=items):
            word = "list" if isinstance(value, ast.List) else "set"
            return f"{word}[{_common_type(items)}]"
        case ast.Tuple(elts=items):
            types = [_type_of(one) or "Any" for one in items]
            return f"tuple[{', '.join(types) or '()'}]"
        case ast.Dict(keys=keys, values=values):
            present = [one for one in keys if one]
            complete = len(present) == len(keys)
            key = _common_type(present) if complete else "Any"
            return f"dict[{key}, {_common_type(values) if complete else 'Any'}]"
        case ast.Call():
            name = _called(value)
            last = name.split(".")[-1]
            is_class = last[:1].isupper() and not last.isupper()
            return _TYPES_OF_CALLS.get(name) or (name if is_class else None)
        case _:
            return None


def _type_of_operation(
    left: str | None, operator: ast.operator, right: str | None
) -> str | None:
    if isinstance(operator, ast.Mod) and left == "str":
        return "str"
    if left in _NUMBERS and right in _NUMBERS and not isinstance(operator, ast.Pow):
        is_float = "float" in {left, right} or isinstance(operator, ast.Div)
        return "float" if is_float else "int"
    if left == right and isinstance(operator, ast.Add):
        return left
    is_repeated = isinstance(operator, ast.Mult) and right == "int"
    return left if is_repeated and left in {"str", "bytes"} else None


def _common_type(items: Sequence[ast.expr]) -> str:
    types = {_type_of(one) for one in items}
    only = types.pop() if len(types) == 1 else None
    return only or "Any"


def _instance_attributes(function: _Function, owner: Owner | None) -> Iterator[Form]:
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
                line = f"{attribute}: {_code(node.annotation)}"
                line += " = field(init=False)" if owner.is_dataclass else ""
                yield _form(attribute, node, [line], owner)
            case _:
                pass


def _assigned_attributes(
    function: _Function, first: str, owner: Owner
) -> Iterator[Form]:
    """Yield the attributes without an annotation: `self.size = size`."""
    arguments = (*function.args.posonlyargs, *function.args.args)
    types = {
        one.arg: _code(one.annotation)
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
                type_ = types.get(_code(value)) if is_parameter else _type_of(value)
                is_known = type_ not in {None, "None"}
                line = f"{attribute}: {type_ if is_known else 'Any'}"
                line += " = field(init=False)" if owner.is_dataclass else ""
                yield _form(attribute, node, [line], owner, is_gap=not is_known)
            case _:
                pass
