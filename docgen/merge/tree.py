"""The tree of a file with what is new brought into it; libcst does the editing.

Enter the text of the file, today's text, and the parts of both; leaves the text of the file as it
is to be. Whatever no rule speaks of keeps its bytes.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import libcst as cst
from msgspec.structs import replace

from docgen.definitions import Part
from docgen.merge.elements import (
    Body,
    Element,
    Statement,
    UnlikeError,
    body_of,
    statements_of,
)
from docgen.merge.imports import names_of, with_names
from docgen.merge.scopes import Rules, added, left, order
from docgen.merge.spacing import spaced
from docgen.merge.verdicts import Verdict

_Suited: TypeAlias = cst.ClassDef | cst.If


def brought_in(
    theirs: str,
    todays: str,
    there: tuple[Part, ...],
    today: tuple[Part, ...],
    rules: Rules,
) -> str | None:
    """Edit the tree of a file; `None` where libcst can't, or reads it otherwise than `ast`."""
    try:
        tree = _parsed(theirs)
        other = _parsed(todays.replace("\n", tree.default_newline))
        body = _merged(_module(tree, there), _module(other, today), rules, "")
        statements, rest = statements_of(body)
        return tree.with_changes(header=(), body=statements, footer=rest).code
    except (UnlikeError, RecursionError):
        return None


def _parsed(text: str) -> cst.Module:
    try:
        tree = cst.parse_module(text)
    except cst.ParserSyntaxError as error:
        raise UnlikeError from error
    if tree.code != text:
        raise UnlikeError
    return tree


def _module(tree: cst.Module, parts: tuple[Part, ...]) -> Body:
    return body_of(tree.header, tree.body, tree.footer, parts, "")


def _merged(there: Body, today: Body, rules: Rules, prefix: str) -> Body:
    """Merge the elements of a scope."""
    theirs = {element.part.key: element for element in there.elements}
    todays = {element.part.key: element for element in today.elements}
    if len(theirs) < len(there.elements):
        raise UnlikeError
    keys = order(_parts(there), _parts(today), rules, prefix)
    merged = [
        (
            _edited(theirs[key], todays.get(key), rules)
            if key in theirs
            else _new(todays[key], rules)
        )
        for key in keys
    ]
    return Body(
        elements=spaced(merged, there, today, rules.neighbours), rest=there.rest
    )


def _parts(body: Body) -> list[Part]:
    return [element.part for element in body.elements]


def _edited(element: Element, other: Element | None, rules: Rules) -> Element:
    """Give an element of the file as it is to be."""
    part = element.part
    if other is None or other.part.kind != part.kind:
        return _cut(element, rules)
    match part.kind:
        case "import":
            return _import(element, other, rules)
        case "class" | "block":
            return _container(element, other, rules)
        case "comment":
            return element
        case _:
            return _unit(element, other, rules)


def _cut(element: Element, rules: Rules) -> Element:
    """Give an element that today's text has nothing for, without the imports that go."""
    if element.part.kind == "block":
        return _container(element, None, rules)
    if element.part.kind != "import" or all(left(element.part, rules)):
        return element
    return _with_names(element, None, rules)


def _import(element: Element, other: Element, rules: Rules) -> Element:
    kept = left(element.part, rules)
    coming = added(other.part, rules)
    if all(kept) and not coming:
        return element
    names = [name.key for name, is_kept in _zipped(element.part, kept) if is_kept]
    if {*names, *coming} == {name.key for name in other.part.parts}:
        return replace(element, statements=other.statements)
    return _with_names(element, other, rules)


def _zipped(part: Part, kept: Sequence[bool]) -> Iterator[tuple[Part, bool]]:
    return zip(part.parts, kept, strict=True)


def _with_names(element: Element, other: Element | None, rules: Rules) -> Element:
    """Take names out of an import statement, and put those of another in that come."""
    line = _line(element)
    coming = {*added(other.part, rules)} if other else set[str]()
    aliases = (
        [
            alias
            for alias, name in zip(
                names_of(_line(other)), other.part.parts, strict=True
            )
            if name.key in coming
        ]
        if other
        else []
    )
    edited = with_names(line, left(element.part, rules), aliases)
    return replace(element, statements=(edited,))


def _line(element: Element) -> cst.SimpleStatementLine:
    statement = element.statements[0]
    if not isinstance(statement, cst.SimpleStatementLine):
        raise UnlikeError
    return statement


def _container(element: Element, other: Element | None, rules: Rules) -> Element:
    """Merge what is in a class or a block."""
    node = _suited(element)
    prefix = _prefix(element.part)
    there = _inside(node.body, element.part, prefix)
    today = (
        _inside(_suited(other).body, other.part, prefix) if other else Body(elements=())
    )
    merged = _merged(there, today, rules, prefix)
    suite = node.body
    if merged.elements != there.elements:
        suite = _suite(node.body, merged)
        if other and _statements(merged) == _statements(today):
            suite = _as_short(suite, _suited(other).body)
    if other is None or element.part.kind == "block":
        return replace(element, statements=(node.with_changes(body=suite),))
    return _class(element, other, suite, rules)


def _suited(element: Element) -> _Suited:
    statement = element.statements[0]
    if not isinstance(statement, cst.ClassDef | cst.If):
        raise UnlikeError
    return statement


def _prefix(part: Part) -> str:
    return f"{part.key.partition('~')[0]}."


def _inside(suite: cst.BaseSuite, part: Part, prefix: str) -> Body:
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


def _suite(suite: cst.BaseSuite, body: Body) -> cst.BaseSuite:
    statements, rest = statements_of(body)
    if isinstance(suite, cst.IndentedBlock):
        return suite.with_changes(body=statements, footer=rest)
    return cst.IndentedBlock(body=statements, footer=rest)


def _statements(body: Body) -> list[tuple[Statement, ...]]:
    return [element.statements for element in body.elements]


def _as_short(suite: cst.BaseSuite, todays: cst.BaseSuite) -> cst.BaseSuite:
    """Take today's suite where that stands on the line of its head."""
    return todays if isinstance(todays, cst.SimpleStatementSuite) else suite


def _class(
    element: Element, other: Element, suite: cst.BaseSuite, rules: Rules
) -> Element:
    node, new = _suited(element), _suited(other)
    is_renewed = rules.verdicts[element.part.key] is Verdict.RENEWED
    head = new if is_renewed else node
    decorators = _decorators(element, other, rules)
    edited = head.with_changes(body=suite, decorators=decorators, leading_lines=())
    return replace(element, statements=(edited,))


def _decorators(
    element: Element, other: Element, rules: Rules
) -> Sequence[cst.Decorator]:
    """Merge the decorators of a function or class."""
    theirs = _by_key(element)
    todays = _by_key(other)
    keys = order(element.part.decorators, other.part.decorators, rules)
    return [
        (
            todays[key]
            if key not in theirs or rules.verdicts[key] is Verdict.RENEWED
            else theirs[key]
        )
        for key in keys
    ]


def _by_key(element: Element) -> Mapping[str, cst.Decorator]:
    node = element.statements[0]
    if not isinstance(node, cst.ClassDef | cst.FunctionDef):
        return {}
    pairs = zip(element.part.decorators, node.decorators, strict=True)
    return {part.key: decorator for part, decorator in pairs}


def _unit(element: Element, other: Element, rules: Rules) -> Element:
    is_renewed = rules.verdicts[element.part.key] is Verdict.RENEWED
    statements = other.statements if is_renewed else element.statements
    first, *others = statements
    if isinstance(first, cst.FunctionDef | cst.ClassDef):
        first = first.with_changes(decorators=_decorators(element, other, rules))
    return replace(element, statements=(first, *others))


def _new(element: Element, rules: Rules) -> Element:
    """Give an element of today's text, with nothing that does not come."""
    part = element.part
    match part.kind:
        case "import" if len(added(part, rules)) < len(part.parts):
            kept = [name.key in added(part, rules) for name in part.parts]
            return replace(element, statements=(with_names(_line(element), kept, ()),))
        case "class" | "block":
            return _new_container(element, rules)
        case "definition":
            return replace(element, statements=(_bare(element, rules),))
        case _:
            return element


def _new_container(element: Element, rules: Rules) -> Element:
    node = _suited(element)
    today = _inside(node.body, element.part, _prefix(element.part))
    merged = _merged(Body(elements=()), today, rules, _prefix(element.part))
    if len(merged.elements) < len(today.elements):
        node = node.with_changes(body=_suite(node.body, merged))
    return replace(
        element, statements=(_bare(replace(element, statements=(node,)), rules),)
    )


def _bare(element: Element, rules: Rules) -> Statement:
    """Give a function or class without the decorators that don't come."""
    node = element.statements[0]
    if not isinstance(node, cst.ClassDef | cst.FunctionDef):
        return node
    decorators = [
        decorator
        for key, decorator in _by_key(element).items()
        if rules.verdicts[key] is Verdict.NEW
    ]
    return node.with_changes(decorators=decorators)
