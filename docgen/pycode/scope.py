"""A body of statements: a module's, a class's, or that of `if TYPE_CHECKING`."""

import ast
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from docgen.pycode.canonical import docstring
from docgen.pycode.source import Lines, Source

Place: TypeAlias = Literal["module", "class", "block"]

_ASSIGNMENTS = (ast.Assign, ast.AnnAssign)


class Scope(NamedTuple):
    """Statements, where they stand, on which lines, and what their names begin with."""

    body: list[ast.stmt]
    place: Place
    lines: Lines
    prefix: str = ""


def groups(scope: Scope, source: Source) -> Iterator[list[ast.stmt]]:
    """Give the statements that are one part each."""
    group: list[ast.stmt] = []
    for statement in scope.body:
        if group and not _is_one_with(group[-1], statement, source):
            yield group
            group = []
        group.append(statement)
    if group:
        yield group


def _is_one_with(one: ast.stmt, other: ast.stmt, source: Source) -> bool:
    if isinstance(one, _ASSIGNMENTS) and docstring(other) is not None:
        return True
    end = one.end_lineno or one.lineno
    return other.lineno == end or (other.lineno == end + 1 and source.is_continued(end))
