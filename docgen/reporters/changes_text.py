"""Changes as text: a line for each, grouped by type, the breaking ones first.

2 breaking changes, 4 others (5 WIRE, 1 DOCS)

microsoft.graph.team
  BREAKING WIRE   removed the property `mail`  (was resources/team.md:40)
           WIRE   added the property `email`: `String`  resources/team.md:41
           DOCS   3 descriptions
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from docgen.changes.model import Category, Change
from docgen.reporters.colour import Palette
from docgen.reporters.display import harmless
from docgen.reporters.summary import counted
from docgen.schema.model import Source

_MARK = "BREAKING"
_WIDTH = max(map(len, Category))
_INDENT = " " * (len(_MARK) + _WIDTH + 5)
_MOST_LINES = 10
_NO_TYPE = "operations of no type"
_OF_OPERATION = ("operation-changed", "parameter-", "permission-", "url-")
"""Kinds of changes whose message doesn't name the operation."""


def text_changes(
    changes: Sequence[Change], colours: Palette, *, shows_all: bool
) -> str:
    """Return the numbers of changes, and the changes of each type."""
    lines = [change_counts(changes)]
    for name, found in _by_type(changes):
        hidden = [one for one in found if one.category is Category.DOCS]
        is_short = shows_all or len(hidden) < 2
        shown = found if is_short else [one for one in found if one not in hidden]
        lines += ("", f"{colours.place}{harmless(name or _NO_TYPE)}{colours.end}")
        lines += (line for one in shown for line in _lines(one, colours))
        if not is_short:
            lines.append(_line(Category.DOCS, docs_summary(hidden)))
    return "".join(f"{line}\n" for line in lines)


def _by_type(changes: Iterable[Change]) -> list[tuple[str | None, list[Change]]]:
    """Return the changes of each type; types with breaking changes are first."""
    groups = [(name, [*found]) for name, found in groupby(changes, key=_type_of)]
    return sorted(groups, key=lambda one: not any(each.breaking for each in one[1]))


def _type_of(one: Change) -> str | None:
    return one.type


def change_counts(changes: Sequence[Change]) -> str:
    """Return how many changes there are, of which category, and how many are breaking."""
    if not changes:
        return "no changes"
    breaking = sum(one.breaking for one in changes)
    of_category = Counter(one.category for one in changes)
    categories = (f"{of_category[one]:,} {one}" for one in Category if of_category[one])
    others = len(changes) - breaking
    numbers = [counted(breaking, "breaking change")] if breaking else []
    if others:
        noun = "compatible change"
        numbers.append(f"{others:,} compatible" if breaking else counted(others, noun))
    return f"{', '.join(numbers)} ({', '.join(categories)})"


def message_with_operation(one: Change) -> str:
    """Return the message of a change; that of a part of an operation begins with its operation."""
    is_of_operation = one.kind.startswith(_OF_OPERATION)
    operation = (one.member or "").partition(" ")[0]
    return f"`{operation}`: {one.message}" if is_of_operation else one.message


def docs_summary(changes: Iterable[Change]) -> str:
    """Return the numbers of changes of the documentation by what changed."""
    facts = Counter(_fact(one) for one in changes)
    return ", ".join(_counted(number, fact) for fact, number in facts.most_common())


def _fact(one: Change) -> str:
    return one.fact or one.kind.replace("-", " ")


def _counted(number: int, fact: str) -> str:
    if fact.endswith("s") or number == 1:
        return f"{number:,} {fact}"
    return (
        f"{number:,} {fact.removesuffix('y')}ies"
        if fact[-1] == "y"
        else f"{number:,} {fact}s"
    )


def used_lines(one: Change) -> Iterator[tuple[str, str]]:
    """Yield how code uses what changed, and the lines of it by file."""
    for title, uses in (
        ("used", one.uses),
        ("possibly used, the type of the object is not known", one.possible_uses),
    ):
        if uses:
            yield title, ", ".join(_lines_by_file(uses))


def _lines(one: Change, colours: Palette) -> Iterator[str]:
    mark = f"{colours.error}{_MARK}{colours.end}" if one.breaking else " " * len(_MARK)
    yield _line(
        one.category,
        f"{harmless(message_with_operation(one))}  {_positions(one)}",
        mark,
    )
    for title, shown in used_lines(one):
        yield f"{_INDENT}{colours.help}{title}{colours.end}: {shown}"


def _lines_by_file(uses: Iterable[Source]) -> Iterator[str]:
    """Yield `app.py:3, 7` for each file; of many lines the first, and their number."""
    for path, found in groupby(uses, key=lambda one: one.path):
        lines = [str(one.line) for one in found]
        more = f" and {len(lines) - _MOST_LINES:,} more" if lines[_MOST_LINES:] else ""
        yield f"{harmless(path)}:{', '.join(lines[:_MOST_LINES])}{more}"


def _line(category: Category, text: str, mark: str = " " * len(_MARK)) -> str:
    return f"  {mark} {category:<{_WIDTH}}  {text}".rstrip()


def _positions(one: Change) -> str:
    """Return the new position, and the old one if its page is another one or there is no new."""
    if one.new is None:
        return f"(was {_place(one.old)})" if one.old else ""
    if one.old is None or one.old == one.new:
        return _place(one.new)
    is_same_page = one.old.path == one.new.path
    old = str(one.old.line) if is_same_page else _place(one.old)
    return f"{_place(one.new)} (was {old})"


def _place(source: Source | None) -> str:
    return f"{harmless(source.path)}:{source.line}" if source else ""
