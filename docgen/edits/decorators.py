"""The decorators of a function or class: each is its own part."""

from collections.abc import Mapping, Sequence

import libcst as cst

from docgen.edits.elements import Element, Statement
from docgen.edits.scopes import Rules, order
from docgen.edits.verdicts import Verdict


def merged_decorators(
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


def bare(element: Element, rules: Rules) -> Statement:
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
