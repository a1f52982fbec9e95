"""Where a member of a class is named in it: where it is defined, and behind `self.`."""

import ast
from collections.abc import Iterable, Iterator

from docgen.output.spelling import Name, names_in


def occurrences(owner: str, old: str, new: str, theirs: str) -> Iterator[Name]:
    """Give where the old name stands for the member; nothing where the new one is in use."""
    lines, places = _class(owner, old, theirs)
    inside = [name for name in names_in(theirs) if name.line in lines]
    if any(name.way in {(new,), ("self", new)} for name in inside):
        return
    for name in inside:
        is_defined = name.way == (old,) and name.line in places
        if is_defined or name.way == ("self", old):
            yield name


def _class(owner: str, member: str, theirs: str) -> tuple[range, frozenset[int]]:
    """Give the lines of a class, and those on which it defines a member."""
    for node in ast.parse(theirs.removeprefix("\ufeff")).body:
        if isinstance(node, ast.ClassDef) and node.name == owner:
            lines = range(node.lineno, (node.end_lineno or node.lineno) + 1)
            return lines, frozenset(_defined(node.body, member))
    return range(0), frozenset()


def _defined(body: Iterable[ast.stmt], name: str) -> Iterator[int]:
    """Give the lines on which a name is defined in a body."""
    for node in body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=found)):
                is_same = found == name
            case ast.Assign(targets=[ast.Name(id=found)]):
                is_same = found == name
            case ast.FunctionDef(name=found) | ast.AsyncFunctionDef(name=found):
                is_same = found == name
            case _:
                is_same = False
        if is_same:
            yield node.lineno
