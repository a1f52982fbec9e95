"""Functions, and the decorators of functions and classes."""

import ast
from itertools import chain
from typing import TypeAlias

from docgen.pycode.canonical import fingerprint
from docgen.pycode.names import decorator_name
from docgen.pycode.parts import Part
from docgen.pycode.scope import Scope
from docgen.pycode.source import Source, first_line

Decorated: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef

_APART = {"decorator_list", "type_comment"}


def definition(one: Decorated, scope: Scope, source: Source) -> Part:
    """Give the part that a function is, or a class in a class."""
    key = scope.prefix + one.name
    end = source.end_of(one)
    values = [
        (field, value)
        for field in one._fields
        if field not in _APART and (value := getattr(one, field, None))
    ]
    decorators = decorators_of(one, key, source)
    words = source.words_in(after_decorators(decorators, one.lineno), end)
    return Part(
        kind="definition",
        key=key,
        fingerprint=fingerprint(type(one).__name__, *chain(*values), *words),
        line=one.lineno,
        end=end,
        decorators=decorators,
    )


def decorators_of(one: Decorated, key: str, source: Source) -> tuple[Part, ...]:
    """Give the decorators, each with the comments above it."""
    found = []
    after = first_line(one)
    for decorator in one.decorator_list:
        end = decorator.end_lineno or decorator.lineno
        part = Part(
            kind="statement",
            key=key + decorator_name(decorator),
            fingerprint=fingerprint(decorator, *source.words_in(after, end)),
            line=decorator.lineno,
            end=end,
        )
        found.append(part)
        after = end + 1
    return tuple(found)


def after_decorators(decorators: tuple[Part, ...], line: int) -> int:
    """Give the first line that is no decorator's; `line` is that of the definition."""
    return decorators[-1].end + 1 if decorators else line
