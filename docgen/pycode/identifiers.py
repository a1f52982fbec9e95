"""Identifiers in Python code: finding them and replacing them.

String literals and comments are not searched; neither are the braces of f-strings, whose tokens
only newer versions of Python report.
"""

import ast
import io
import tokenize
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct


class Identifier(Struct, frozen=True):
    """An identifier and its position; `path` is the dotted name that ends with it."""

    path: tuple[str, ...]
    line: int
    column: int


class Renaming(Struct, frozen=True, kw_only=True):
    """New names by old ones: of identifiers, and of dotted paths, which match at their ends."""

    names: Mapping[str, str] = {}
    paths: Mapping[tuple[str, ...], tuple[str, ...]] = {}

    @property
    def reverse(self) -> "Renaming":
        """The renaming from the new names to the old ones."""
        return Renaming(
            names={new: old for old, new in self.names.items()},
            paths={new: old for old, new in self.paths.items()},
        )


def renamed(source: str, renaming: Renaming) -> str:
    """Return source code with other names; code that can't be tokenized is returned unchanged."""
    found = ((name, _new_name(name.path, renaming)) for name in identifiers(source))
    return with_names(source, [(name, new) for name, new in found if new is not None])


def with_names(source: str, names: Iterable[tuple[Identifier, str]]) -> str:
    """Return source code with some identifiers replaced; they are in the order of the code."""
    lines = io.StringIO(source).readlines()
    for name, new in reversed([*names]):
        row, begin = name.line - 1, name.column
        end = begin + len(name.path[-1])
        lines[row] = lines[row][:begin] + new + lines[row][end:]
    return "".join(lines)


def _new_name(path: tuple[str, ...], renaming: Renaming) -> str | None:
    for old, new in renaming.paths.items():
        if path[-len(old) :] == old:
            return new[-1]
    return renaming.names.get(path[-1])


def uses_new_name(source: str, renaming: Renaming) -> bool:
    """Return whether code uses one of the new names already."""
    reverse = renaming.reverse
    return any(_new_name(name.path, reverse) for name in identifiers(source))


def identifiers(source: str) -> list[Identifier]:
    """Return all identifiers; an empty list if the code can't be tokenized."""
    try:
        return list(_found(tokenize.generate_tokens(io.StringIO(source).readline)))
    except (tokenize.TokenError, SyntaxError):
        return []


def _found(tokens: Iterable[tokenize.TokenInfo]) -> Iterator[Identifier]:
    path: tuple[str, ...] = ()
    depth, is_after_dot = 0, False
    for token in tokens:
        kind = tokenize.tok_name[token.type]
        depth += kind.endswith("STRING_START") - kind.endswith("STRING_END")
        if token.type == tokenize.NAME:
            path = (*path, token.string) if is_after_dot else (token.string,)
            if not depth:
                yield Identifier(path, *token.start)
        is_after_dot = token.string == "."


def names_after_self(source: str) -> frozenset[str]:
    """Return the names that follow `self.`."""
    paths = (name.path for name in identifiers(source))
    return frozenset(path[1] for path in paths if len(path) > 1 and path[0] == "self")


def member_identifiers(
    owner: str, old: str, new: str, source: str
) -> Iterator[Identifier]:
    """Yield the identifiers with which the class `owner` defines `old` or uses it as `self.old`.

    Yield nothing if the class has or uses the name `new` already.
    """
    lines, definitions = _class_lines(owner, old, source)
    inside = [name for name in identifiers(source) if name.line in lines]
    if any(name.path in {(new,), ("self", new)} for name in inside):
        return
    for name in inside:
        is_definition = name.path == (old,) and name.line in definitions
        if is_definition or name.path == ("self", old):
            yield name


def _class_lines(owner: str, member: str, source: str) -> tuple[range, frozenset[int]]:
    """Return the lines of a class, and the lines on which it defines a member."""
    for node in ast.parse(source.removeprefix("\ufeff")).body:
        if isinstance(node, ast.ClassDef) and node.name == owner:
            lines = range(node.lineno, (node.end_lineno or node.lineno) + 1)
            return lines, frozenset(_definition_lines(node.body, member))
    return range(0), frozenset()


def _definition_lines(body: Iterable[ast.stmt], name: str) -> Iterator[int]:
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
