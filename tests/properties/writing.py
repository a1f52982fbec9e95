"""Random edits of generated files by hand, chosen by a seed.

Each addition contains a unique word (`mine7`), so that it can be found again. No edit changes only
the formatting, for which docgen promises less.
"""

import ast
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

Lines = list[str]


class Writing:
    """Edits Python files as users do."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - not for secrets
        self.words: list[str] = []

    def one(self, file: Path) -> str:
        """Edit a file so that it is still valid Python, and describe the edit."""
        code = file.read_bytes().decode()
        kind = self.random.choice(KINDS)
        edited = "\n".join(kind(self, code.split("\n")))
        if edited == code or not is_python(edited):
            return "nothing"
        file.write_bytes(edited.encode())
        return f"{file.name}: {kind.__name__[1:]} {self.words[-1:]}"

    def word(self) -> str:
        self.words.append(f"mine{len(self.words)}")
        return self.words[-1]

    def place(self, lines: Lines, *, is_inner: bool) -> int | None:
        """Choose the line before which code is added: in a class or at the top level."""
        found = [*_starts("\n".join(lines), is_inner=is_inner)]
        return self.random.choice(found) - 1 if found else None


def is_python(code: str) -> bool:
    try:
        ast.parse(code)
    except SyntaxError:
        return False
    return True


def _starts(code: str, *, is_inner: bool) -> Iterator[int]:
    """Return the first lines of definitions, with their decorators."""
    for node in ast.parse(code).body:
        if isinstance(node, ast.ClassDef) and is_inner:
            yield from (_first(one) for one in node.body if not _is_string(one))
        if not is_inner and isinstance(
            node, ast.ClassDef | ast.FunctionDef | ast.Assign
        ):
            yield _first(node)


def _first(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(one.lineno for one in decorators)])


def _is_string(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _added(
    writing: Writing, lines: Lines, new: Callable[[str], Lines], *, is_inner: bool
) -> Lines:
    place = writing.place(lines, is_inner=is_inner)
    if place is None:
        return lines
    return [*lines[:place], *new(writing.word()), *lines[place:]]


def _method(writing: Writing, lines: Lines) -> Lines:
    def new(word: str) -> Lines:
        return [f"    def {word}(self) -> int:", f"        return len('{word}')", ""]

    return _added(writing, lines, new, is_inner=True)


def _field(writing: Writing, lines: Lines) -> Lines:
    return _added(writing, lines, lambda word: [f"    {word}: int = 0"], is_inner=True)


def _comment_inside(writing: Writing, lines: Lines) -> Lines:
    return _added(writing, lines, lambda word: [f"    # {word}"], is_inner=True)


def _comment(writing: Writing, lines: Lines) -> Lines:
    return _added(writing, lines, lambda word: [f"# {word}"], is_inner=False)


def _function(writing: Writing, lines: Lines) -> Lines:
    def new(word: str) -> Lines:
        return [f"def {word}() -> None:", f"    assert '{word}'", "", ""]

    return _added(writing, lines, new, is_inner=False)


def _constant(writing: Writing, lines: Lines) -> Lines:
    return _added(writing, lines, lambda word: [f"{word} = 1"], is_inner=False)


def _decorator(writing: Writing, lines: Lines) -> Lines:
    return _added(writing, lines, lambda word: [f"@{word}"], is_inner=False)


def _import(writing: Writing, lines: Lines) -> Lines:
    places = [
        number
        for number, line in enumerate(lines)
        if line.startswith(("import ", "from ")) and "__future__" not in line
    ]
    if not places:
        return lines
    place = writing.random.choice(places)
    return [*lines[:place], f"import {writing.word()}", *lines[place:]]


def _test(writing: Writing, lines: Lines) -> Lines:
    word = writing.word()
    return [*lines, "", f"def test_{word}() -> None:", f"    assert {word}", ""]


def _replaced_in_a_line(
    writing: Writing, lines: Lines, pattern: str, new: Callable[[str], str]
) -> Lines:
    """Replace a match of a pattern on one line."""
    places = [number for number, line in enumerate(lines) if re.search(pattern, line)]
    if not places:
        return lines
    place = writing.random.choice(places)
    replaced = re.sub(pattern, lambda _: new(writing.word()), lines[place], count=1)
    return [*lines[:place], replaced, *lines[place + 1 :]]


def _default(writing: Writing, lines: Lines) -> Lines:
    return _replaced_in_a_line(writing, lines, r" = None$", lambda word: f" = {word}")


def _comment_after_code(writing: Writing, lines: Lines) -> Lines:
    pattern = r"(?<=[\w\])}:])$(?<!\.)"
    return _replaced_in_a_line(writing, lines, pattern, lambda word: f"  # {word}")


def _docstring(writing: Writing, lines: Lines) -> Lines:
    return _replaced_in_a_line(
        writing, lines, r'(?<=\.)"""$', lambda word: f' {word}"""'
    )


def _delete(writing: Writing, lines: Lines) -> Lines:
    """Delete a generated definition without hand-written code."""
    code = "\n".join(lines)
    bodies = [ast.parse(code).body]
    bodies += [
        n.body for n in bodies[0] if isinstance(n, ast.ClassDef) and len(n.body) > 2
    ]
    nodes = [
        node
        for body in bodies
        for node in body
        if isinstance(node, ast.FunctionDef | ast.AnnAssign | ast.Assign)
        and "mine" not in (ast.get_source_segment(code, node) or "")
    ]
    if not nodes:
        return lines
    node = writing.random.choice(nodes)
    return [*lines[: _first(node) - 1], *lines[node.end_lineno or node.lineno :]]


KINDS: tuple[Callable[[Writing, Lines], Lines], ...] = (
    *[_method, _function, _test, _default, _docstring] * 2,
    *[
        _field,
        _comment,
        _comment_inside,
        _constant,
        _decorator,
        _import,
        _comment_after_code,
    ],
    _delete,
)
