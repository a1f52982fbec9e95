"""The syntax tree of a file with all its whitespace, and edits of it; only this module uses libcst.

libcst stores comments and blank lines in the statement below them. Here each comment is a separate
element, so that statements can be added and removed without them. A body whose elements are
unchanged has the same source code, to the byte.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import libcst as cst
from msgspec import Struct
from msgspec.structs import replace

from docgen.pycode import Part, comment_part

Statement: TypeAlias = cst.SimpleStatementLine | cst.BaseCompoundStatement
BlankLines: TypeAlias = tuple[cst.EmptyLine, ...]
Decorator: TypeAlias = cst.Decorator
ImportedName: TypeAlias = cst.ImportAlias

_WithBody: TypeAlias = cst.ClassDef | cst.If


class DifferentTreeError(Exception):
    """libcst reads the code differently from `ast`, or not at all."""


class SyntaxElement(Struct, frozen=True, kw_only=True):
    """A part with the blank lines above it and its statements, or the line of a comment."""

    part: Part
    blank: BlankLines = ()
    statements: tuple[Statement, ...] = ()
    line: cst.EmptyLine | None = None


class Body(Struct, frozen=True, kw_only=True):
    """The elements of a body, and the blank lines below them."""

    elements: tuple[SyntaxElement, ...]
    rest: BlankLines = ()


class SyntaxTree(Struct, frozen=True):
    """A file: its elements, and the module of libcst."""

    body: Body
    module: cst.Module


def parse_tree(source: str, parts: Sequence[Part], newline: str = "") -> SyntaxTree:
    r"""Parse a file, given its parts; `newline` replaces its `\n`.

    Raises `DifferentTreeError`.
    """
    try:
        tree = cst.parse_module(source.replace("\n", newline) if newline else source)
    except (cst.ParserSyntaxError, RecursionError) as error:
        raise DifferentTreeError from error
    if not newline and tree.code != source:
        raise DifferentTreeError
    return SyntaxTree(_body_of(tree.header, tree.body, tree.footer, parts, ""), tree)


def newline_of(tree: SyntaxTree) -> str:
    """Return the line ending of a file."""
    return tree.module.default_newline


def code_of(tree: SyntaxTree, body: Body) -> str:
    """Return the source code of a file with another body."""
    statements, rest = _statements_of(body)
    return tree.module.with_changes(header=(), body=statements, footer=rest).code


def _body_of(
    head: Sequence[cst.EmptyLine],
    statements: Sequence[Statement],
    foot: Sequence[cst.EmptyLine],
    parts: Sequence[Part],
    prefix: str,
) -> Body:
    """Return a body as elements; `parts` are its parts."""
    comments: defaultdict[str, deque[Part]] = defaultdict(deque)
    for part in parts:
        if part.kind == "comment":
            comments[part.fingerprint].append(part)
    elements: list[SyntaxElement] = []
    lines_above = list(head)
    unmatched = deque(part for part in parts if part.kind != "comment")
    start = 0
    while start < len(statements):
        if not unmatched:
            raise DifferentTreeError
        part = unmatched.popleft()
        group = _group(statements, start, part.statements)
        start += len(group)
        lines_above += group[0].leading_lines
        comment_elements, blank = _comment_elements(lines_above, comments, prefix)
        first = group[0].with_changes(leading_lines=())
        elements += comment_elements
        elements.append(
            SyntaxElement(part=part, blank=blank, statements=(first, *group[1:]))
        )
        lines_above = []
    if unmatched:
        raise DifferentTreeError
    comment_elements, rest = _comment_elements([*lines_above, *foot], comments, prefix)
    return Body(elements=(*elements, *comment_elements), rest=rest)


def _group(statements: Sequence[Statement], start: int, length: int) -> list[Statement]:
    """Return the statements from index `start` on that have `length` simple statements."""
    group: list[Statement] = []
    count = 0
    while count < length and start + len(group) < len(statements):
        statement = statements[start + len(group)]
        group.append(statement)
        count += (
            len(statement.body) if isinstance(statement, cst.SimpleStatementLine) else 1
        )
    if count != length:
        raise DifferentTreeError
    return group


def _comment_elements(
    lines: Iterable[cst.EmptyLine],
    comments: dict[str, deque[Part]],
    prefix: str,
) -> tuple[list[SyntaxElement], BlankLines]:
    """Return the comments among lines as elements, and the blank lines after the last."""
    found = []
    blank: list[cst.EmptyLine] = []
    for line in lines:
        if line.comment is None:
            blank.append(line)
            continue
        new = comment_part(line.comment.value.rstrip(), prefix, 0)
        known = comments[new.fingerprint]
        part = known.popleft() if known else replace(new, key=f"{new.key} ")
        found.append(SyntaxElement(part=part, blank=tuple(blank), line=line))
        blank = []
    return found, tuple(blank)


def _statements_of(body: Body) -> tuple[list[Statement], BlankLines]:
    """Return the statements of a body, and the lines below the last."""
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


def body_in(element: SyntaxElement) -> Body:
    """Return the body of a class or block; raises `DifferentTreeError` for any other element."""
    suite, part = _with_body(element).body, element.part
    prefix = f"{part.key}."
    if isinstance(suite, cst.IndentedBlock):
        statements = [*_compound(suite)]
        return _body_of((), statements, suite.footer, part.parts, prefix)
    if isinstance(suite, cst.SimpleStatementSuite):
        line = cst.SimpleStatementLine(
            body=suite.body, trailing_whitespace=suite.trailing_whitespace
        )
        return _body_of((), [line], (), part.parts, prefix)
    raise DifferentTreeError


def _with_body(element: SyntaxElement) -> _WithBody:
    statement = element.statements[0]
    if not isinstance(statement, cst.ClassDef | cst.If):
        raise DifferentTreeError
    return statement


def _compound(suite: cst.IndentedBlock) -> Iterator[Statement]:
    for statement in suite.body:
        if not isinstance(statement, Statement):
            raise DifferentTreeError
        yield statement


def with_body(
    element: SyntaxElement, body: Body, like: SyntaxElement | None = None
) -> SyntaxElement:
    """Return a class or block with another body; libcst writes `pass` into an empty one.

    If `like`, which has the same statements, has them on the line of its head, its body is used.
    """
    node = _with_body(element)
    statements, rest = _statements_of(body)
    suite: cst.BaseSuite = cst.IndentedBlock(body=statements, footer=rest)
    if isinstance(node.body, cst.IndentedBlock):
        suite = node.body.with_changes(body=statements, footer=rest)
    if like is not None:
        short = _with_body(like).body
        suite = short if isinstance(short, cst.SimpleStatementSuite) else suite
    return replace(element, statements=(node.with_changes(body=suite),))


def with_head(element: SyntaxElement, head: SyntaxElement) -> SyntaxElement:
    """Return a class with the head of another, with its comments, but its own body."""
    other = _with_body(head)
    body = _with_body(element).body
    if isinstance(body, cst.IndentedBlock) and isinstance(
        other.body, cst.IndentedBlock
    ):
        body = body.with_changes(header=other.body.header)
    node = other.with_changes(body=body, leading_lines=())
    return replace(element, statements=(node,))


def decorators_of(element: SyntaxElement) -> Mapping[str, Decorator]:
    """Return the decorators of a function or class by their keys."""
    node = element.statements[0]
    if not isinstance(node, cst.ClassDef | cst.FunctionDef):
        return {}
    pairs = zip(element.part.decorators, node.decorators, strict=True)
    return {part.key: decorator for part, decorator in pairs}


def with_decorators(
    element: SyntaxElement, decorators: Sequence[Decorator]
) -> SyntaxElement:
    """Return a function or class with other decorators; any other element unchanged."""
    first, *others = element.statements
    if isinstance(first, cst.ClassDef | cst.FunctionDef):
        first = first.with_changes(decorators=decorators)
    return replace(element, statements=(first, *others))


def has_comment(element: SyntaxElement) -> bool:
    """Return whether the statements of an element have a comment (or a `#` in a string)."""
    return "#" in cst.Module(body=element.statements).code


def imported_names(element: SyntaxElement) -> Sequence[ImportedName]:
    """Return the names of an import statement; a star import has none."""
    return _names_of(_import_line(element))


def with_imported_names(
    element: SyntaxElement, kept: Sequence[bool], added: Iterable[ImportedName]
) -> SyntaxElement:
    """Return an import statement with other names; at least one must be kept or added."""
    line = _import_line(element)
    names = _names_of(line)
    found = [name for name, is_kept in zip(names, kept, strict=True) if is_kept]
    for alias in added:
        found.insert(_index_of(found, alias), alias)
    comma = _comma_between(line.body[0], names)
    separated = [name.with_changes(comma=_comma(name, names, comma)) for name in found]
    separated[-1] = separated[-1].with_changes(comma=names[-1].comma)
    statement = line.body[0].with_changes(names=separated)
    edited = line.with_changes(body=[statement, *line.body[1:]])
    return replace(element, statements=(edited,))


def _import_line(element: SyntaxElement) -> cst.SimpleStatementLine:
    statement = element.statements[0]
    if not isinstance(statement, cst.SimpleStatementLine):
        raise DifferentTreeError
    return statement


def _names_of(line: cst.SimpleStatementLine) -> Sequence[cst.ImportAlias]:
    statement = line.body[0]
    if isinstance(statement, cst.Import):
        return statement.names
    if not isinstance(statement, cst.ImportFrom):
        return ()
    return () if isinstance(statement.names, cst.ImportStar) else statement.names


def _comma_between(
    statement: cst.BaseSmallStatement, names: Sequence[cst.ImportAlias]
) -> cst.Comma:
    """Return the comma, with its whitespace, that separates the names of a statement."""
    first = names[0].comma
    if len(names) > 1 and isinstance(first, cst.Comma):
        return first
    bracket = statement.lpar if isinstance(statement, cst.ImportFrom) else None
    if bracket and isinstance(bracket.whitespace_after, cst.ParenthesizedWhitespace):
        return cst.Comma(whitespace_after=bracket.whitespace_after)
    return cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))


def _comma(
    name: cst.ImportAlias, names: Sequence[cst.ImportAlias], between: cst.Comma
) -> cst.Comma:
    """Return the comma after a name that is no longer the last one."""
    if name in names[:-1] and isinstance(name.comma, cst.Comma):
        return name.comma
    return between


def _index_of(names: Sequence[cst.ImportAlias], alias: cst.ImportAlias) -> int:
    for number, name in enumerate(names):
        if _rank(alias) < _rank(name):
            return number
    return len(names)


def _rank(alias: cst.ImportAlias) -> tuple[int, str]:
    """Return the sort key that linters use: constants, then classes, then other names."""
    name = alias.evaluated_name
    if name.isupper() and len(name) > 1:
        return 0, name
    return (1 if name[:1].isupper() else 2), name
