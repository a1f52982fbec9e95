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
    return Part(kind="comment", key=key, fingerprint=known_by, line=line, statements=0)


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
    lines = source.lines_of([class_])
    body = class_.body[0]
    inner = Scope(class_.body, "class", (first_line(body), lines[1]), f"{key}.")
    return Part(
        kind="class",
        key=key,
        fingerprint=fingerprint(
            class_.name,
            class_.bases,
            class_.keywords,
            _type_parameters(class_),
            *source.words_in(class_.lineno, first_line(body) - 1),
        ),
        line=class_.lineno,
        parts=tuple(_parts(inner, source)),
        decorators=_decorators(class_, key, source),
    )


def _type_parameters(definition: ast.stmt) -> object:
    """Give the type parameters of a definition, which older Pythons don't have."""
    parameters: object = getattr(definition, "type_params", None)
    return parameters or []


def _decorators(
    definition: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef,
    key: str,
    source: Source,
) -> tuple[Part, ...]:
    return tuple(
        Part(
            kind="statement",
            key=key + decorator_name(decorator),
            fingerprint=fingerprint(
                decorator,
                *source.words_in(
                    decorator.lineno, decorator.end_lineno or decorator.lineno
                ),
            ),
            line=decorator.lineno,
        )
        for decorator in definition.decorator_list
    )


def _block(block: ast.If, source: Source) -> Part:
    first, last = block.body[0], block.body[-1]
    lines = first_line(first), last.end_lineno or last.lineno
    prefix = "TYPE_CHECKING."
    inner = Scope(block.body, "block", lines, prefix)
    return Part(
        kind="block",
        key="TYPE_CHECKING",
        line=block.lineno,
        parts=tuple(_parts(inner, source)),
    )


def _import(names: ast.Import | ast.ImportFrom, scope: Scope, source: Source) -> Part:
    module = module_of(names)
    words = source.words_in(names.lineno, names.end_lineno or names.lineno)
    parts = tuple(
        Part(
            kind="import",
            key=f"import {bound(names, alias)}",
            fingerprint=fingerprint(module, alias, scope.place, *words),
            line=alias.lineno,
        )
        for alias in names.names
    )
    key = f"{scope.prefix}from {module}" if module else f"{scope.prefix}import"
    return Part(kind="import", key=key, line=names.lineno, parts=parts)


def _definition(
    one: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef,
    scope: Scope,
    source: Source,
) -> Part:
    key = scope.prefix + one.name
    fields = (f for f in one._fields if f not in {"decorator_list", "type_comment"})
    values: list[object] = [getattr(one, field, None) or [] for field in fields]
    words = source.words_in(one.lineno, one.end_lineno or one.lineno)
    return Part(
        kind="definition",
        key=key,
        fingerprint=fingerprint(type(one).__name__, *values, *words),
        line=one.lineno,
        decorators=_decorators(one, key, source),
    )


def _statements(group: list[ast.stmt], scope: Scope, source: Source) -> Part:
    first, last = group[0], group[-1]
    is_docstring = first is scope.body[0] and docstring(first) is not None
    name = "__doc__" if is_docstring and scope.place != "block" else name_of(first)
    words = source.words_in(first.lineno, last.end_lineno or last.lineno)
    return Part(
        kind="statement",
        key=scope.prefix + name,
        fingerprint=fingerprint(*group, *words),
        line=first.lineno,
        statements=len(group),
    )
