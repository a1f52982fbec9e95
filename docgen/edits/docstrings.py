"""Resolve conflicts in which one side changed the docstring of a part, and the other its code.

A field and its docstring are one part, and so is a function. The manifest has one fingerprint of
both. If the code of one version with the docstring of the other is what docgen wrote last, each
side changed one of them, and both changes are kept:

    docgen wrote last            user changed      page changed     merged
    new code, user's docstring   code              docstring        user's code, new docstring
    user's code, new docstring   docstring         code             new code, user's docstring
"""

import ast
import textwrap
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from docgen.edits.base import read_base
from docgen.pycode import Part, definition_lines, fingerprinted, identify, parse_parts


class MergedDocstrings(Struct, frozen=True, kw_only=True):
    """A file in which code and docstrings are merged, and the definition lines of its base."""

    source: str
    lines: tuple[str, ...]


class _Split(Struct, frozen=True, kw_only=True):
    """The lines of a part: its docstring, and the code above and below it."""

    above: tuple[str, ...]
    docstring: tuple[str, ...]
    below: tuple[str, ...]

    def with_docstring_of(self, other: "_Split") -> tuple[str, ...]:
        return (*self.above, *other.docstring, *self.below)


def with_merged_docstrings(
    path: str, lines: tuple[str, ...], edited: str, new: str
) -> MergedDocstrings:
    """Return an edited file with new docstrings or new code, where the user changed the other.

    `lines` are the definition lines of what docgen wrote last.
    """
    found = MergedDocstrings(source=edited, lines=lines)
    known = read_base(lines).known
    for key, fingerprint in _conflicts(known, edited, new):
        source = _merged(path, key, known[key], found.source, new)
        if source is not None:
            kept = (line for line in found.lines if line.rpartition("\t")[0] != key)
            line = f"{key}\t{fingerprint}"
            found = MergedDocstrings(source=source, lines=tuple(sorted((*kept, line))))
    return found


def _conflicts(
    known: Mapping[str, frozenset[str]], edited: str, new: str
) -> Iterator[tuple[str, str]]:
    """Yield the key and new fingerprint of each part that both sides changed."""
    in_file, in_new = _parts(edited), _parts(new)
    for key, part in in_new.items():
        other = in_file.get(key)
        versions = {part.fingerprint, other.fingerprint} if other else set[str]()
        if len(versions) == 2 and key in known and versions.isdisjoint(known[key]):
            yield key, part.fingerprint


def _parts(source: str) -> Mapping[str, Part]:
    parts = identify(parse_parts(source) or ())
    return {
        part.key: part
        for part in fingerprinted(parts)
        if part.kind in {"statement", "definition"}
    }


def _merged(
    path: str, key: str, written: frozenset[str], edited: str, new: str
) -> str | None:
    """Return the file with both changes of a part, `None` if they are in conflict."""
    part, other = _parts(edited).get(key), _parts(new)[key]
    mine = _split(edited, part) if part else None
    theirs = _split(new, other)
    if part is None or mine is None or theirs is None:
        return None
    new_code = theirs.with_docstring_of(mine)
    new_docstring = mine.with_docstring_of(theirs)
    with_new_code = _replaced(edited, part, new_code)
    with_new_docstring = _replaced(edited, part, new_docstring)
    merged = None
    if _fingerprint(path, with_new_code, key) in written:
        merged = with_new_docstring
    elif _fingerprint(path, with_new_docstring, key) in written:
        merged = with_new_code
    return None if merged is None or parse_parts(merged) is None else merged


def _fingerprint(path: str, source: str, key: str) -> str:
    """Return the fingerprint of a part; empty if there is none, or the file is not Python."""
    start = f"{key}\t"
    found = (one for one in definition_lines(path, source) if one.startswith(start))
    return next(found, start)[len(start) :]


def _replaced(source: str, part: Part, new: Iterable[str]) -> str:
    """Return a file with other lines for a part, in its line endings."""
    lines = source.split("\n")
    ending = "\r" if lines[part.line - 1].endswith("\r") else ""
    lines[part.line - 1 : part.end] = (line.rstrip("\r") + ending for line in new)
    return "\n".join(lines)


def _split(source: str, part: Part) -> _Split | None:
    """Split a part; `None` if its docstring is on the same line as its code."""
    lines = source.split("\n")[part.line - 1 : part.end]
    try:
        first, *rest = ast.parse(textwrap.dedent("\n".join(lines))).body
    except (SyntaxError, ValueError):
        return None
    if isinstance(first, ast.FunctionDef | ast.AsyncFunctionDef):
        body: list[ast.stmt] = first.body
        start = body[0].lineno - 1
    else:
        body = rest
        start = first.end_lineno or first.lineno
    found = body[0] if body else None
    is_docstring = (
        isinstance(found, ast.Expr)
        and isinstance(found.value, ast.Constant)
        and isinstance(found.value.value, str)
    )
    if found and is_docstring:
        start, end = found.lineno - 1, found.end_lineno or found.lineno
    else:
        end = start
    if start == 0:
        return None
    return _Split(
        above=tuple(lines[:start]),
        docstring=tuple(lines[start:end]),
        below=tuple(lines[end:]),
    )
