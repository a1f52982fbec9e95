"""Import statements: some names go, some come in, the rest stays to the byte."""

from collections.abc import Iterable, Iterator, Sequence

import libcst as cst
from msgspec.structs import replace

from docgen.edits.elements import Element, UnlikeError
from docgen.edits.scopes import Rules, added, left


def merged_import(element: Element, other: Element, rules: Rules) -> Element:
    """Give a statement of the file with the names that it is to have.

    Where these are today's it is today's statement, but for comments of people in it.
    """
    kept = left(element.part, rules)
    coming = added(other.part, rules)
    if all(kept) and not coming:
        return element
    pairs = zip(element.part.parts, kept, strict=True)
    names = {*coming, *(name.key for name, is_kept in pairs if is_kept)}
    is_todays = names == {name.key for name in other.part.parts}
    if is_todays and "#" not in cst.Module(body=element.statements).code:
        return replace(element, statements=other.statements)
    return with_names_of(element, other, rules)


def with_names_of(element: Element, other: Element | None, rules: Rules) -> Element:
    """Take names out of an import statement, and put those of another in that come."""
    coming = [*_coming(other, rules)] if other else []
    edited = with_names(line_of(element), left(element.part, rules), coming)
    return replace(element, statements=(edited,))


def _coming(other: Element, rules: Rules) -> Iterator[cst.ImportAlias]:
    names = added(other.part, rules)
    aliases = names_of(line_of(other))
    for alias, name in zip(aliases, other.part.parts, strict=True):
        if name.key in names:
            yield alias


def line_of(element: Element) -> cst.SimpleStatementLine:
    """Give the line of an import statement."""
    statement = element.statements[0]
    if not isinstance(statement, cst.SimpleStatementLine):
        raise UnlikeError
    return statement


def with_names(
    line: cst.SimpleStatementLine,
    kept: Sequence[bool],
    added: Iterable[cst.ImportAlias],
) -> cst.SimpleStatementLine:
    """Give an import statement with other names; at least one is left or added."""
    names = names_of(line)
    left = [name for name, is_kept in zip(names, kept, strict=True) if is_kept]
    for alias in added:
        left.insert(_place(left, alias), alias)
    between = _between(line.body[0], names)
    spaced = [name.with_changes(comma=_comma(name, names, between)) for name in left]
    spaced[-1] = spaced[-1].with_changes(comma=names[-1].comma)
    statement = line.body[0].with_changes(names=spaced)
    return line.with_changes(body=[statement, *line.body[1:]])


def names_of(line: cst.SimpleStatementLine) -> Sequence[cst.ImportAlias]:
    """Give the names of an import statement; there are none in a star import."""
    statement = line.body[0]
    if isinstance(statement, cst.Import):
        return statement.names
    if not isinstance(statement, cst.ImportFrom):
        return ()
    return () if isinstance(statement.names, cst.ImportStar) else statement.names


def _between(
    statement: cst.BaseSmallStatement, names: Sequence[cst.ImportAlias]
) -> cst.Comma:
    """Give the comma that stands between names."""
    first = names[0].comma
    if len(names) > 1 and isinstance(first, cst.Comma):
        return first
    bracket = statement.lpar if isinstance(statement, cst.ImportFrom) else None
    if bracket and isinstance(bracket.whitespace_after, cst.ParenthesizedWhitespace):
        return cst.Comma(whitespace_after=bracket.whitespace_after)
    return cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))


def _comma(
    name: cst.ImportAlias, names: Sequence[cst.ImportAlias], between: cst.Comma
) -> cst.Comma:
    """Give the comma behind a name that is not the last one any more."""
    if name in names[:-1] and isinstance(name.comma, cst.Comma):
        return name.comma
    return between


def _place(names: Sequence[cst.ImportAlias], alias: cst.ImportAlias) -> int:
    for number, name in enumerate(names):
        if _rank(alias) < _rank(name):
            return number
    return len(names)


def _rank(alias: cst.ImportAlias) -> tuple[int, str]:
    """Sort as linters do: constants, classes, the rest."""
    name = alias.evaluated_name
    if name.isupper() and len(name) > 1:
        return 0, name
    return (1 if name[:1].isupper() else 2), name
