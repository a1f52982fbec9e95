"""The parts of a Python file in their order: the units that a merge keeps, replaces or removes.

Statements that share a line are one part; so are an assignment and the docstring below it. A
comment on its own line is a part; any other comment belongs to the part around it and is included
in its fingerprint. Each name of an import statement is a part.
"""

import ast
import warnings
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal, NamedTuple, TypeAlias

from msgspec import Struct

from docgen.pycode.canonical import docstring_of, fingerprint, short_digest
from docgen.pycode.names import (
    bound_name,
    decorator_name,
    is_type_checking,
    module_of,
    name_of,
    statement_name,
)
from docgen.pycode.source_lines import DECORATED, LineRange, SourceLines, first_line

Kind: TypeAlias = Literal[
    "definition", "import", "class", "block", "comment", "statement"
]

TYPE_CHECKING_ONLY = "!"
"""The suffix of the fingerprint of an import below `if TYPE_CHECKING`."""

_Decorated: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_IMPORTS = (ast.Import, ast.ImportFrom)
_ASSIGNMENTS = (ast.Assign, ast.AnnAssign)
_SEPARATE_FIELDS = {"decorator_list", "type_comment"}


class Part(Struct, frozen=True, kw_only=True):
    """One part, and the parts in it.

    `parts` are the members of a class, the statements of an `if TYPE_CHECKING` block, or the names
    of an import statement; functions and classes have `decorators`. The fingerprint covers the part
    without these. `key` is the name within the file, such as `Team.size`; several parts can have
    the same key. `statements` is the number of statements, as `ast` counts them.
    """

    kind: Kind
    key: str
    fingerprint: str = ""
    line: int
    end: int
    statements: int = 1
    parts: tuple["Part", ...] = ()
    decorators: tuple["Part", ...] = ()

    @property
    def first_line(self) -> int:
        """The first line, decorators included."""
        return min([self.line, *(decorator.line for decorator in self.decorators)])


def parse_parts(source: str) -> tuple[Part, ...] | None:
    r"""Return the parts of source code with `\n` line endings, `None` if it is not Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
        lines = SourceLines(source)
        return _parts(Scope(tree.body, "module", (1, len(lines.lines))), lines)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def fingerprinted(parts: Iterable[Part]) -> list[Part]:
    """Return every part that has a fingerprint, including nested parts."""
    found: list[Part] = []
    for part in parts:
        found += part.decorators
        if part.fingerprint:
            found.append(part)
        found += fingerprinted(part.parts) if part.parts else ()
    return found


class Scope(NamedTuple):
    """A body of statements: its kind, its lines, and the prefix of the keys of its parts."""

    body: list[ast.stmt]
    kind: Literal["module", "class", "block"]
    lines: LineRange
    prefix: str = ""


def _parts(scope: Scope, source: SourceLines) -> tuple[Part, ...]:
    """Return the parts of a scope and the comments between them."""
    found = [_part(group, scope, source) for group in _groups(scope, source)]
    if not source.comments:
        return tuple(found)
    with_comments = []
    next_line = scope.lines[0]
    for part in found:
        with_comments += _comments(scope, source, next_line, part.first_line - 1)
        with_comments.append(part)
        next_line = part.end + 1
    return (*with_comments, *_comments(scope, source, next_line, scope.lines[1]))


def _groups(scope: Scope, source: SourceLines) -> Iterator[list[ast.stmt]]:
    """Yield the statements of each part."""
    group: list[ast.stmt] = []
    for statement in scope.body:
        if group and not _is_same_part(group[-1], statement, source):
            yield group
            group = []
        group.append(statement)
    if group:
        yield group


def _is_same_part(one: ast.stmt, other: ast.stmt, source: SourceLines) -> bool:
    if isinstance(one, _ASSIGNMENTS) and docstring_of(other) is not None:
        return True
    end = one.end_lineno or one.lineno
    return other.lineno == end or (other.lineno == end + 1 and source.is_continued(end))


def _comments(scope: Scope, source: SourceLines, first: int, last: int) -> list[Part]:
    return [
        comment_part(source.comments[line], scope.prefix, line)
        for line in source.comments_in(first, last)
    ]


def comment_part(comment: str, prefix: str, line: int) -> Part:
    """Return the part for a comment on its own line."""
    digest = fingerprint(comment)
    return Part(
        kind="comment",
        key=f"{prefix}#{digest}",
        fingerprint=digest,
        line=line,
        end=line,
        statements=0,
    )


def _part(group: list[ast.stmt], scope: Scope, source: SourceLines) -> Part:
    one = group[0]
    if len(group) > 1:
        return _statements(group, scope, source)
    if isinstance(one, ast.ClassDef) and scope.kind == "module":
        return _class(one, scope, source)
    if isinstance(one, ast.If) and scope.kind == "module" and is_type_checking(one):
        return _block(one, source)
    if isinstance(one, _IMPORTS) and scope.kind != "class":
        return _import(one, scope, source)
    if isinstance(one, DECORATED):
        return _definition(one, scope, source)
    return _statements(group, scope, source)


def _class(class_: ast.ClassDef, scope: Scope, source: SourceLines) -> Part:
    key = scope.prefix + class_.name
    end = source.end_of(class_)
    begin = source.begin_of_body(class_.lineno, first_line(class_.body[0]))
    inner = Scope(class_.body, "class", (begin, end), f"{key}.")
    decorators = _decorators(class_, key, source)
    comments = source.comments_on(_head_line(decorators, class_.lineno), begin - 1)
    parameters: object = getattr(class_, "type_params", None) or []
    return Part(
        kind="class",
        key=key,
        fingerprint=fingerprint(
            class_.name, class_.bases, class_.keywords, parameters, *comments
        ),
        line=class_.lineno,
        end=end,
        parts=_parts(inner, source),
        decorators=decorators,
    )


def _block(block: ast.If, source: SourceLines) -> Part:
    end = source.end_of(block)
    begin = source.begin_of_body(block.lineno, first_line(block.body[0]))
    last = first_line(block.orelse[0]) - 1 if block.orelse else end
    inner = Scope(block.body, "block", (begin, last), "TYPE_CHECKING.")
    return Part(
        kind="block",
        key="TYPE_CHECKING",
        line=block.lineno,
        end=end,
        parts=_parts(inner, source),
    )


def _import(
    statement: ast.Import | ast.ImportFrom, scope: Scope, source: SourceLines
) -> Part:
    """Return the part for an import statement; its comments belong to each of its names."""
    module = module_of(statement)
    end = statement.end_lineno or statement.lineno
    comments = source.comments_on(statement.lineno, end)
    suffix = TYPE_CHECKING_ONLY if scope.kind == "block" else ""
    parts = tuple(
        Part(
            kind="import",
            key=f"import {bound_name(module, alias)}",
            fingerprint=_imported(module, alias, comments) + suffix,
            line=statement.lineno,
            end=end,
        )
        for alias in statement.names
    )
    key = scope.prefix + statement_name(module, statement.names[0])
    return Part(kind="import", key=key, line=statement.lineno, end=end, parts=parts)


def _imported(module: str, alias: ast.alias, comments: list[str]) -> str:
    words = [module, alias.name, alias.asname or "", *comments]
    return short_digest("\n".join(words))[:-1]


def _definition(one: _Decorated, scope: Scope, source: SourceLines) -> Part:
    """Return the part for a function, or for a class in a class."""
    key = scope.prefix + one.name
    end = source.end_of(one)
    values = [
        (field, value)
        for field in one._fields
        if field not in _SEPARATE_FIELDS and (value := getattr(one, field, None))
    ]
    decorators = _decorators(one, key, source)
    comments = source.comments_on(_head_line(decorators, one.lineno), end)
    return Part(
        kind="definition",
        key=key,
        fingerprint=fingerprint(type(one).__name__, *chain(*values), *comments),
        line=one.lineno,
        end=end,
        decorators=decorators,
    )


def _decorators(one: _Decorated, key: str, source: SourceLines) -> tuple[Part, ...]:
    """Return the decorators, each with the comments above it."""
    found = []
    next_line = first_line(one)
    for decorator in one.decorator_list:
        end = decorator.end_lineno or decorator.lineno
        part = Part(
            kind="statement",
            key=key + decorator_name(decorator),
            fingerprint=fingerprint(decorator, *source.comments_on(next_line, end)),
            line=decorator.lineno,
            end=end,
        )
        found.append(part)
        next_line = end + 1
    return tuple(found)


def _head_line(decorators: tuple[Part, ...], line: int) -> int:
    """Return the first line after the decorators; `line` is that of the definition."""
    return decorators[-1].end + 1 if decorators else line


def _statements(group: list[ast.stmt], scope: Scope, source: SourceLines) -> Part:
    first = group[0]
    end = source.end_of(group[-1])
    is_docstring = first is scope.body[0] and docstring_of(first) is not None
    name = "__doc__" if is_docstring and scope.kind != "block" else name_of(first)
    comments = source.comments_on(first.lineno, end)
    return Part(
        kind="statement",
        key=scope.prefix + name,
        fingerprint=fingerprint(*group, *comments),
        line=first.lineno,
        end=end,
        statements=len(group),
    )
