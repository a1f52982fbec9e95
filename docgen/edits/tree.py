"""The tree of a file with what is new brought into it; libcst does the editing.

Enter the text of the file, today's text, and the parts of both; leaves the text of the file as it
is to be. Whatever no rule speaks of keeps its bytes.
"""

import libcst as cst
from msgspec.structs import replace

from docgen.edits.decorators import bare, merged_decorators
from docgen.edits.elements import Body, Element, UnlikeError, body_of, statements_of
from docgen.edits.formed import formed, gone
from docgen.edits.imports import line_of, merged_import, with_names, with_names_of
from docgen.edits.scopes import Rules, added, left, order
from docgen.edits.spacing import spaced
from docgen.edits.suites import as_short, inside, prefix_of, suite_of, suited
from docgen.edits.verdicts import Verdict
from docgen.pycode import Part


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
        other = cst.parse_module(todays.replace("\n", tree.default_newline))
        body = _merged(_module(tree, there), _module(other, today), rules, "")
        statements, rest = statements_of(body)
        return tree.with_changes(header=(), body=statements, footer=rest).code
    except (UnlikeError, cst.ParserSyntaxError, RecursionError):
        return None


def _parsed(text: str) -> cst.Module:
    tree = cst.parse_module(text)
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
    for key in theirs.keys() - {*keys}:
        _leave(theirs[key], rules)
    elements = spaced(merged, there, today, rules.neighbours)
    body = Body(elements=elements, rest=there.rest)
    return formed(body, there, rules.forms, prefix)


def _leave(element: Element, rules: Rules) -> None:
    """Note the form of a class that goes."""
    if element.part.kind == "class":
        prefix = prefix_of(element.part)
        gone(prefix, inside(suited(element).body, element.part, prefix), rules.forms)


def _parts(body: Body) -> list[Part]:
    return [element.part for element in body.elements]


def _edited(element: Element, other: Element | None, rules: Rules) -> Element:
    """Give an element of the file as it is to be."""
    part = element.part
    if other is None or other.part.kind != part.kind:
        return _cut(element, rules)
    match part.kind:
        case "import":
            return merged_import(element, other, rules)
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
    return with_names_of(element, None, rules)


def _container(element: Element, other: Element | None, rules: Rules) -> Element:
    """Merge what is in a class or a block."""
    node = suited(element)
    prefix = prefix_of(element.part)
    there = inside(node.body, element.part, prefix)
    today = (
        inside(suited(other).body, other.part, prefix) if other else Body(elements=())
    )
    merged = _merged(there, today, rules, prefix)
    suite = node.body
    if merged.elements != there.elements:
        suite = suite_of(node.body, merged)
        if other and [e.statements for e in merged.elements] == [
            e.statements for e in today.elements
        ]:
            suite = as_short(suite, suited(other).body)
    if other is None or element.part.kind == "block":
        return replace(element, statements=(node.with_changes(body=suite),))
    return _class(element, other, suite, rules)


def _class(
    element: Element, other: Element, suite: cst.BaseSuite, rules: Rules
) -> Element:
    node, new = suited(element), suited(other)
    is_renewed = rules.verdicts[element.part.key] is Verdict.RENEWED
    head = new if is_renewed else node
    decorators = merged_decorators(element, other, rules)
    edited = head.with_changes(body=suite, decorators=decorators, leading_lines=())
    return replace(element, statements=(edited,))


def _unit(element: Element, other: Element, rules: Rules) -> Element:
    is_renewed = rules.verdicts[element.part.key] is Verdict.RENEWED
    statements = other.statements if is_renewed else element.statements
    first, *others = statements
    if isinstance(first, cst.FunctionDef | cst.ClassDef):
        first = first.with_changes(decorators=merged_decorators(element, other, rules))
    return replace(element, statements=(first, *others))


def _new(element: Element, rules: Rules) -> Element:
    """Give an element of today's text, with nothing that does not come."""
    part = element.part
    match part.kind:
        case "import" if len(added(part, rules)) < len(part.parts):
            kept = [name.key in added(part, rules) for name in part.parts]
            return replace(
                element, statements=(with_names(line_of(element), kept, ()),)
            )
        case "class" | "block":
            return _new_container(element, rules)
        case "definition":
            return replace(element, statements=(bare(element, rules),))
        case _:
            return element


def _new_container(element: Element, rules: Rules) -> Element:
    node = suited(element)
    today = inside(node.body, element.part, prefix_of(element.part))
    merged = _merged(Body(elements=()), today, rules, prefix_of(element.part))
    if merged.elements != today.elements:
        node = node.with_changes(body=suite_of(node.body, merged))
    return replace(
        element, statements=(bare(replace(element, statements=(node,)), rules),)
    )
