"""Reading: the parts of a Python file, in its order.

Statements that share a line are one part, and so are an assignment and the docstring below it. A
comment on lines of its own is a part for each line; any other belongs to the part around it, and is
in its fingerprint. An import is a part for each name.
"""

import ast
import warnings
from collections.abc import Iterator

from docgen.definitions.canonical import docstring, fingerprint
from docgen.definitions.names import (
    bound,
    decorator_name,
    is_checked_only,
    module_of,
    name_of,
)
from docgen.definitions.parts import Part
from docgen.definitions.scope import Scope, groups
from docgen.definitions.source import Source, first_line

AT_RUN_TIME, CHECKED_ONLY = "0", "1"
"""How the fingerprint of an import ends: what stands before tells what is imported."""


def reading(text: str) -> tuple[Part, ...] | None:
    r"""Give the parts of a text with `\n` for line ends, `None` where it is no Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
        source = Source(text)
        return tuple(_parts(Scope(tree.body, "module", (1, len(source.lines))), source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _parts(scope: Scope, source: Source) -> Iterator[Part]:
    """Give the parts of a scope and, between them, the comments."""
    after = scope.lines[0]
    for group in groups(scope, source):
        first, last = source.lines_of(group)
        yield from _comments(scope, source, after, first - 1)
        yield _part(group, scope, source)
        after = last + 1
    yield from _comments(scope, source, after, scope.lines[1])


def _comments(scope: Scope, source: Source, first: int, last: int) -> Iterator[Part]:
    for line, words in source.comments_in(first, last):
        yield comment(words, scope.prefix, line)


def comment(words: str, prefix: str, line: int) -> Part:
    """Give the part that a comment on a line of its own is."""
    known_by = fingerprint(words)
    key = f"{prefix}#{known_by[:8]}"
    return Part(
        kind="comment", key=key, fingerprint=known_by, line=line, end=line, statements=0
    )


def _part(group: list[ast.stmt], scope: Scope, source: Source) -> Part:
    match group:
        case [ast.ClassDef() as class_] if scope.place == "module":
            return _class(class_, scope, source)
        case [ast.If() as block] if scope.place == "module" and is_checked_only(block):
            return _block(block, source)
        case [(ast.Import() | ast.ImportFrom()) as names] if scope.place != "class":
            return _import(names, scope, source)
        case [(ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef()) as one]:
            return _definition(one, scope, source)
        case _:
            return _statements(group, scope, source)


def _class(class_: ast.ClassDef, scope: Scope, source: Source) -> Part:
    key = scope.prefix + class_.name
    _, end = source.lines_of([class_])
    begin = source.begin_of_body(class_.lineno, first_line(class_.body[0]))
    inner = Scope(class_.body, "class", (begin, end), f"{key}.")
    decorators = _decorators(class_, key, source)
    words = source.words_in(_after_decorators(decorators, class_.lineno), begin - 1)
    parameters: object = getattr(class_, "type_params", None) or []
    return Part(
        kind="class",
        key=key,
        fingerprint=fingerprint(
            class_.name, class_.bases, class_.keywords, parameters, *words
        ),
        line=class_.lineno,
        end=end,
        parts=tuple(_parts(inner, source)),
        decorators=decorators,
    )


def _decorators(
    definition: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef,
    key: str,
    source: Source,
) -> tuple[Part, ...]:
    """Give the decorators, each with the comments above it."""
    found = []
    after = first_line(definition)
    for decorator in definition.decorator_list:
        end = decorator.end_lineno or decorator.lineno
        words = source.words_in(after, end)
        part = Part(
            kind="statement",
            key=key + decorator_name(decorator),
            fingerprint=fingerprint(decorator, *words),
            line=decorator.lineno,
            end=end,
        )
        found.append(part)
        after = end + 1
    return tuple(found)


def _after_decorators(decorators: tuple[Part, ...], line: int) -> int:
    return decorators[-1].end + 1 if decorators else line


def _block(block: ast.If, source: Source) -> Part:
    _, end = source.lines_of([block])
    begin = source.begin_of_body(block.lineno, first_line(block.body[0]))
    lines = begin, _end_of_body(block, source)
    inner = Scope(block.body, "block", lines, "TYPE_CHECKING.")
    return Part(
        kind="block",
        key="TYPE_CHECKING",
        line=block.lineno,
        end=end,
        parts=tuple(_parts(inner, source)),
    )


def _end_of_body(block: ast.If, source: Source) -> int:
    """Give the last line before `else`, or the last one of all."""
    _, end = source.lines_of([block])
    return first_line(block.orelse[0]) - 1 if block.orelse else end


def _import(names: ast.Import | ast.ImportFrom, scope: Scope, source: Source) -> Part:
    module = module_of(names)
    end = names.end_lineno or names.lineno
    words = source.words_in(names.lineno, end)
    place = CHECKED_ONLY if scope.place == "block" else AT_RUN_TIME
    parts = tuple(
        Part(
            kind="import",
            key=f"import {bound(names, alias)}",
            fingerprint=fingerprint(module, alias, *words)[:-1] + place,
            line=alias.lineno,
            end=end,
        )
        for alias in names.names
    )
    star = " (all)" if names.names[0].name == "*" else ""
    source_ = f"from {module}{star}" if module else f"import:{names.names[0].name}"
    key = scope.prefix + source_
    return Part(kind="import", key=key, line=names.lineno, end=end, parts=parts)


def _definition(
    one: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef,
    scope: Scope,
    source: Source,
) -> Part:
    key = scope.prefix + one.name
    fields = (f for f in one._fields if f not in {"decorator_list", "type_comment"})
    values: list[object] = [getattr(one, field, None) or [] for field in fields]
    _, end = source.lines_of([one])
    decorators = _decorators(one, key, source)
    words = source.words_in(_after_decorators(decorators, one.lineno), end)
    return Part(
        kind="definition",
        key=key,
        fingerprint=fingerprint(type(one).__name__, *values, *words),
        line=one.lineno,
        end=end,
        decorators=decorators,
    )


def _statements(group: list[ast.stmt], scope: Scope, source: Source) -> Part:
    first = group[0]
    _, end = source.lines_of(group)
    is_docstring = first is scope.body[0] and docstring(first) is not None
    name = "__doc__" if is_docstring and scope.place != "block" else name_of(first)
    words = source.words_in(first.lineno, end)
    return Part(
        kind="statement",
        key=scope.prefix + name,
        fingerprint=fingerprint(*group, *words),
        line=first.lineno,
        end=end,
        statements=len(group),
    )
