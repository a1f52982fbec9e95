"""Reading: the parts of a Python file, in its order.

Statements that share a line are one part, and so are an assignment and the docstring below it. A
comment on lines of its own is a part for each line; any other belongs to the part around it, and is
in its fingerprint. An import is a part for each name.
"""

import ast
import warnings

from docgen.pycode.canonical import docstring, fingerprint
from docgen.pycode.functions import (
    after_decorators,
    decorators_of,
    definition,
)
from docgen.pycode.imported import imported
from docgen.pycode.names import is_checked_only, name_of
from docgen.pycode.parts import Part
from docgen.pycode.scope import Scope, groups
from docgen.pycode.source import DECORATED, Source, first_line

_IMPORTS = (ast.Import, ast.ImportFrom)


def reading(text: str) -> tuple[Part, ...] | None:
    r"""Give the parts of a text with `\n` for line ends, `None` where it is no Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
        source = Source(text)
        return _parts(Scope(tree.body, "module", (1, len(source.lines))), source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _parts(scope: Scope, source: Source) -> tuple[Part, ...]:
    """Give the parts of a scope and, between them, the comments."""
    found = [_part(group, scope, source) for group in groups(scope, source)]
    if not source.comments:
        return tuple(found)
    mixed = []
    after = scope.lines[0]
    for part in found:
        mixed += _comments(scope, source, after, part.begin - 1)
        mixed.append(part)
        after = part.end + 1
    return (*mixed, *_comments(scope, source, after, scope.lines[1]))


def _comments(scope: Scope, source: Source, first: int, last: int) -> list[Part]:
    return [
        comment(source.comments[line], scope.prefix, line)
        for line in source.comments_in(first, last)
    ]


def comment(words: str, prefix: str, line: int) -> Part:
    """Give the part that a comment on a line of its own is."""
    known_by = fingerprint(words)
    key = f"{prefix}#{known_by[:8]}"
    return Part(
        kind="comment", key=key, fingerprint=known_by, line=line, end=line, statements=0
    )


def _part(group: list[ast.stmt], scope: Scope, source: Source) -> Part:
    one = group[0]
    if len(group) > 1:
        return _statements(group, scope, source)
    if isinstance(one, ast.ClassDef) and scope.place == "module":
        return _class(one, scope, source)
    if isinstance(one, ast.If) and scope.place == "module" and is_checked_only(one):
        return _block(one, source)
    if isinstance(one, _IMPORTS) and scope.place != "class":
        return imported(one, scope, source)
    if isinstance(one, DECORATED):
        return definition(one, scope, source)
    return _statements(group, scope, source)


def _class(class_: ast.ClassDef, scope: Scope, source: Source) -> Part:
    key = scope.prefix + class_.name
    end = source.end_of(class_)
    begin = source.begin_of_body(class_.lineno, first_line(class_.body[0]))
    inner = Scope(class_.body, "class", (begin, end), f"{key}.")
    decorators = decorators_of(class_, key, source)
    words = source.words_in(after_decorators(decorators, class_.lineno), begin - 1)
    parameters: object = getattr(class_, "type_params", None) or []
    return Part(
        kind="class",
        key=key,
        fingerprint=fingerprint(
            class_.name, class_.bases, class_.keywords, parameters, *words
        ),
        line=class_.lineno,
        end=end,
        parts=_parts(inner, source),
        decorators=decorators,
    )


def _block(block: ast.If, source: Source) -> Part:
    end = source.end_of(block)
    begin = source.begin_of_body(block.lineno, first_line(block.body[0]))
    last = first_line(block.orelse[0]) - 1 if block.orelse else end
    inner = Scope(block.body, "block", (begin, last), "TYPE_CHECKING.")
    return Part(
        kind="block",
        key="TYPE_CHECKING",
        line=block.lineno,
        end=end,
        parts=_parts(inner, source),
    )


def _statements(group: list[ast.stmt], scope: Scope, source: Source) -> Part:
    first = group[0]
    end = source.end_of(group[-1])
    is_docstring = first is scope.body[0] and docstring(first) is not None
    name = "__doc__" if is_docstring and scope.place != "block" else name_of(first)
    words = source.words_in(first.lineno, end)
    return Part(
        kind="statement",
        key=scope.prefix + name,
        fingerprint=fingerprint(*group, *words),
        line=first.lineno,
        end=end,
        statements=len(group),
    )
