"""The signatures of functions in a stub: decorators, parameters and result, without a body."""

import ast
from collections.abc import Iterator

from docgen.pycode.nodes import Function, called_name, node_code
from docgen.pycode.source_lines import DECORATED, LINE_LENGTH

_ABOVE_PROPERTY = frozenset({"abstractmethod", "deprecated", "final", "override"})
"""The decorators of a property that type checkers know."""


def signature_lines(function: Function, indent: str) -> list[str]:
    """Return the signature of a function; an async generator is not `async` in a stub."""
    is_async = isinstance(function, ast.AsyncFunctionDef) and not _yields(function)
    word = "async def" if is_async else "def"
    head = f"{indent}{word} {function.name}{type_parameters(function)}("
    returns = f" -> {node_code(function.returns)}" if function.returns else ""
    parameters = [*_parameters(function.args)]
    line = f"{head}{', '.join(parameters)}){returns}: ..."
    decorators = [f"{indent}@{one}" for one in _kept_decorators(function)]
    if len(line) <= LINE_LENGTH or not parameters:
        return [*decorators, line]
    inside = f"{indent}    {', '.join(parameters)}"
    end = f"{indent}){returns}: ..."
    if len(inside) <= LINE_LENGTH:
        return [*decorators, head, inside, end]
    separate = [f"{indent}    {one}," for one in parameters]
    return [*decorators, head, *separate, end]


def _kept_decorators(function: Function) -> Iterator[str]:
    """Yield the decorators of a function, without those above `@property` that mypy rejects."""
    names = [called_name(one).split(".")[-1] for one in function.decorator_list]
    last = names.index("property") if "property" in names else 0
    for number, one in enumerate(function.decorator_list):
        if number >= last or names[number] in _ABOVE_PROPERTY:
            yield node_code(one)


def is_cached(function: Function) -> bool:
    """Return whether the results of a function are cached by `cache` or `lru_cache`."""
    decorators = [called_name(one).split(".")[-1] for one in function.decorator_list]
    if decorators[:1] == ["staticmethod"]:
        decorators = decorators[1:]
    return decorators in (["cache"], ["lru_cache"])


def type_parameters(node: Function | ast.ClassDef) -> str:
    """Return the type parameters of Python 3.12."""
    found: object = getattr(node, "type_params", None)
    if not isinstance(found, list) or not found:
        return ""
    return f"[{', '.join(node_code(one) for one in found)}]"


def _yields(function: Function) -> bool:
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
        return argument.arg + (f"={stub_default(default)}" if default else "")
    annotated = f"{argument.arg}: {node_code(argument.annotation)}"
    return annotated + (f" = {stub_default(default)}" if default else "")


def stub_default(value: ast.expr) -> str:
    """Return a value as code if it is a number, a short string or the like; else `...`."""
    literal = value.operand if isinstance(value, ast.UnaryOp) else value
    if isinstance(literal, ast.Constant) and len(code := node_code(value)) <= 40:
        return code
    return "..."
