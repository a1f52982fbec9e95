"""Suites: the bodies of classes and blocks, on lines of their own or behind the colon."""

from collections.abc import Iterator
from typing import TypeAlias

import libcst as cst

from docgen.edits.elements import (
    Body,
    Element,
    Statement,
    UnlikeError,
    body_of,
    statements_of,
)
from docgen.pycode import Part

Suited: TypeAlias = cst.ClassDef | cst.If


def suited(element: Element) -> Suited:
    """Give the class or block that an element is."""
    statement = element.statements[0]
    if not isinstance(statement, cst.ClassDef | cst.If):
        raise UnlikeError
    return statement


def prefix_of(part: Part) -> str:
    """Give what the keys of the parts in a class or block begin with."""
    return f"{part.key}."


def inside(suite: cst.BaseSuite, part: Part, prefix: str) -> Body:
    """Take a suite apart."""
    if isinstance(suite, cst.IndentedBlock):
        return body_of((), [*_whole(suite)], suite.footer, part.parts, prefix)
    if isinstance(suite, cst.SimpleStatementSuite):
        line = cst.SimpleStatementLine(
            body=suite.body, trailing_whitespace=suite.trailing_whitespace
        )
        return body_of((), [line], (), part.parts, prefix)
    raise UnlikeError


def _whole(suite: cst.IndentedBlock) -> Iterator[Statement]:
    for statement in suite.body:
        if not isinstance(statement, Statement):
            raise UnlikeError
        yield statement


def suite_of(suite: cst.BaseSuite, body: Body) -> cst.BaseSuite:
    """Put a suite together; libcst writes `pass` where nothing is left."""
    statements, rest = statements_of(body)
    if isinstance(suite, cst.IndentedBlock):
        return suite.with_changes(body=statements, footer=rest)
    return cst.IndentedBlock(body=statements, footer=rest)


def as_short(suite: cst.BaseSuite, todays: cst.BaseSuite) -> cst.BaseSuite:
    """Take today's suite where that stands on the line of its head."""
    return todays if isinstance(todays, cst.SimpleStatementSuite) else suite
