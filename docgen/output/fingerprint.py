"""Fingerprints: by them docgen knows later what it wrote and what a person wrote.

A definition is a function, class or assignment at the top of a module, or a member of a class.
What a class holds beside its members goes by the name of the class, what a module holds beside
its definitions by `-`. A name that comes again is counted: `get#2`.
"""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b


def definitions(path: str, text: str) -> tuple[str, ...]:
    """Give a line for each definition of a Python file: its name, a tab, its fingerprint.

    The lines are sorted; there is none for a file that is not Python.
    """
    if not path.endswith((".py", ".pyi")):
        return ()
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return ()
    lines = text.split("\n")
    parts = [*_parts(tree.body, "", (1, len(lines)))]
    counted: Counter[str] = Counter()
    found = []
    for name, ranges in parts:
        counted[name] += 1
        number = f"#{counted[name]}" if counted[name] > 1 else ""
        found.append(f"{name}{number}\t{_fingerprint(lines, ranges)}")
    return tuple(sorted(found))


_Range = tuple[int, int]
"""First and last line, counted from 1."""


def _parts(
    body: Iterable[ast.stmt], prefix: str, whole: _Range
) -> Iterator[tuple[str, tuple[_Range, ...]]]:
    """Give each definition's lines, then under the name of the whole the lines between them."""
    between = []
    start = whole[0]
    for statement in body:
        name = _name(statement)
        if not name:
            continue
        lines = _lines(statement)
        if isinstance(statement, ast.ClassDef) and not prefix:
            yield from _parts(statement.body, f"{name}.", lines)
        else:
            yield prefix + name, (lines,)
        between.append((start, lines[0] - 1))
        start = lines[1] + 1
    yield prefix[:-1] or "-", (*between, (start, whole[1]))


def _name(statement: ast.stmt) -> str:
    """Give the name that a statement defines, empty where it defines none."""
    match statement:
        case (
            ast.FunctionDef(name=name)
            | ast.AsyncFunctionDef(name=name)
            | ast.ClassDef(name=name)
        ):
            return name
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name
        case ast.AnnAssign(target=ast.Name(id=name)):
            return name
        case _:
            return ""


def _lines(statement: ast.stmt) -> _Range:
    first = statement.lineno
    match statement:
        case (
            ast.FunctionDef(decorator_list=[decorator, *_])
            | ast.AsyncFunctionDef(decorator_list=[decorator, *_])
            | ast.ClassDef(decorator_list=[decorator, *_])
        ):
            first = decorator.lineno
        case _:
            pass
    return first, statement.end_lineno or first


def _fingerprint(lines: list[str], ranges: Iterable[_Range]) -> str:
    """Take the lines together; blank ones around them do not count."""
    parts = ("\n".join(lines[first - 1 : last]).strip("\n") for first, last in ranges)
    text = "\n".join(part for part in parts if part)
    return blake2b(text.encode(errors="surrogatepass"), digest_size=8).hexdigest()
