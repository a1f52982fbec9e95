"""Elements: a body of a libcst tree as a flat list, and back.

libcst has comments and blank lines in the statement that they stand above. Here each comment is an
element of its own, so that statements can come and go without them. What is put back together
unchanged is the same text, to the byte.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import libcst as cst
from msgspec import Struct
from msgspec.structs import replace

from docgen.pycode import Part, comment

Statement: TypeAlias = cst.SimpleStatementLine | cst.BaseCompoundStatement
Lines: TypeAlias = tuple[cst.EmptyLine, ...]


class Element(Struct, frozen=True, kw_only=True):
    """A part with the blank lines above it and its statements, or the line of a comment."""

    part: Part
    blank: Lines = ()
    statements: tuple[Statement, ...] = ()
    line: cst.EmptyLine | None = None


class Body(Struct, frozen=True, kw_only=True):
    """The elements of a body, and the blank lines below them."""

    elements: tuple[Element, ...]
    rest: Lines = ()


def so_many(lines: Lines, number: int) -> Lines:
    """Give so many blank lines: those that are there, where they are as many."""
    return lines if len(lines) == number else (cst.EmptyLine(indent=False),) * number


class UnlikeError(Exception):
    """The tree of libcst is not that of `ast`."""


def body_of(
    head: Sequence[cst.EmptyLine],
    statements: Sequence[Statement],
    foot: Sequence[cst.EmptyLine],
    parts: Sequence[Part],
    prefix: str,
) -> Body:
    """Take a body apart; its parts are those that `reading` gives of it."""
    comments: defaultdict[str, deque[Part]] = defaultdict(deque)
    for part in parts:
        if part.kind == "comment":
            comments[part.fingerprint].append(part)
    elements: list[Element] = []
    waiting = list(head)
    groups = deque(part for part in parts if part.kind != "comment")
    at = 0
    while at < len(statements):
        if not groups:
            raise UnlikeError
        part = groups.popleft()
        group = _group(statements, at, part.statements)
        at += len(group)
        above, blank = _above([*waiting, *group[0].leading_lines], comments, prefix)
        first = group[0].with_changes(leading_lines=())
        elements += above
        elements.append(Element(part=part, blank=blank, statements=(first, *group[1:])))
        waiting = []
    if groups:
        raise UnlikeError
    above, rest = _above([*waiting, *foot], comments, prefix)
    return Body(elements=(*elements, *above), rest=rest)


def _group(statements: Sequence[Statement], at: int, wanted: int) -> list[Statement]:
    """Give the statements from a place on that are so many small ones together."""
    group: list[Statement] = []
    count = 0
    while count < wanted and at + len(group) < len(statements):
        statement = statements[at + len(group)]
        group.append(statement)
        count += (
            len(statement.body) if isinstance(statement, cst.SimpleStatementLine) else 1
        )
    if count != wanted:
        raise UnlikeError
    return group


def _above(
    lines: Iterable[cst.EmptyLine],
    comments: dict[str, deque[Part]],
    prefix: str,
) -> tuple[list[Element], Lines]:
    """Give the comments among lines as elements, and the blank lines behind the last."""
    found = []
    blank: list[cst.EmptyLine] = []
    for line in lines:
        if line.comment is None:
            blank.append(line)
            continue
        own = comment(line.comment.value.rstrip(), prefix, 0)
        known = comments[own.fingerprint]
        part = known.popleft() if known else replace(own, key=f"{own.key} ")
        found.append(Element(part=part, blank=tuple(blank), line=line))
        blank = []
    return found, tuple(blank)


def statements_of(body: Body) -> tuple[list[Statement], Lines]:
    """Put a body together: its statements, and what stands below the last."""
    statements: list[Statement] = []
    waiting: list[cst.EmptyLine] = []
    for element in body.elements:
        waiting += element.blank
        if element.line:
            waiting.append(element.line)
        else:
            first, *others = element.statements
            above = (*waiting, *first.leading_lines)
            statements += [first.with_changes(leading_lines=above), *others]
            waiting = []
    return statements, (*waiting, *body.rest)
