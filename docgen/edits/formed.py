"""The form of a merged scope: its old one where that comes back, else the one that it was given."""

from collections.abc import Iterator

from msgspec.structs import replace

from docgen.edits.elements import Body, Element, Lines, so_many
from docgen.edits.forms import BLANK, NOTHING, PART, UNIT, Forms, Met, parts_of
from docgen.pycode import digest

_MOST_BLANK = 255


def formed(body: Body, there: Body, forms: Forms, scope: str) -> Body:
    """Give a merged scope in its form; `forms` hear what becomes of it."""
    theirs = _form(there)
    old = forms.old(scope, Met(theirs=theirs, merged=_form(body)))
    merged = _as_in(body, old) if old else body
    forms.meet(scope, Met(theirs=theirs, merged=_form(merged)))
    return merged


def gone(scope: str, there: Body, forms: Forms) -> None:
    """Let `forms` hear of a scope that goes as a whole, and may come back."""
    forms.meet(scope, Met(theirs=_form(there), merged=NOTHING))


def _form(body: Body) -> str:
    if all(element.part.key.endswith(".pass") for element in body.elements):
        return NOTHING
    parts = (_name(element) + _digit(element.blank) for element in body.elements)
    return "".join((*parts, _digit(body.rest)))


def _name(element: Element) -> str:
    return digest(element.part.key)[:PART]


def _digit(blank: Lines) -> str:
    return f"{min(len(blank), _MOST_BLANK):02x}"


def _as_in(body: Body, form: str) -> Body:
    elements = {_name(element): element for element in body.elements}
    if len(elements) < len(body.elements):
        return body
    rest = _blank(body.rest, int(form[-BLANK:], 16))
    return replace(body, elements=tuple(_ordered(elements, form)), rest=rest)


def _ordered(elements: dict[str, Element], form: str) -> Iterator[Element]:
    places = range(PART, len(form), UNIT)
    numbers = (int(form[at : at + BLANK], 16) for at in places)
    for name, number in zip(parts_of(form), numbers, strict=False):
        element = elements[name]
        yield replace(element, blank=_blank(element.blank, number))


def _blank(lines: Lines, number: int) -> Lines:
    is_most = number == _MOST_BLANK <= len(lines)
    return lines if is_most else so_many(lines, number)
