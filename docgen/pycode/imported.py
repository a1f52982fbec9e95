"""Import statements, and the names in them."""

import ast

from docgen.pycode.canonical import digest
from docgen.pycode.names import bound, module_of
from docgen.pycode.parts import Part
from docgen.pycode.scope import Scope
from docgen.pycode.source import Source

AT_RUN_TIME, CHECKED_ONLY = "0", "1"
"""How the fingerprint of an import ends; what stands before tells what is imported."""


def imported(
    statement: ast.Import | ast.ImportFrom, scope: Scope, source: Source
) -> Part:
    """Give the part that an import statement is; comments in it belong to each name."""
    module = module_of(statement)
    end = statement.end_lineno or statement.lineno
    words = source.words_in(statement.lineno, end)
    place = CHECKED_ONLY if scope.place == "block" else AT_RUN_TIME
    parts = tuple(
        Part(
            kind="import",
            key=f"import {bound(module, alias)}",
            fingerprint=_known_by(module, alias, words) + place,
            line=statement.lineno,
            end=end,
        )
        for alias in statement.names
    )
    key = scope.prefix + _key(module, statement.names[0])
    return Part(kind="import", key=key, line=statement.lineno, end=end, parts=parts)


def _known_by(module: str, alias: ast.alias, words: list[str]) -> str:
    return digest("\n".join([module, alias.name, alias.asname or "", *words]))[:-1]


def _key(module: str, first: ast.alias) -> str:
    if not module:
        return f"import:{first.name}"
    return f"from {module} (all)" if first.name == "*" else f"from {module}"
