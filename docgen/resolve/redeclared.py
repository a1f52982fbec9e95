"""Find pages that declare a type of another page without being a part of it.

A page is a part of a type if its file is named after the type:

    ship.md, port-ship.md       the name of the file, or of its folder, ends in that of the type
    ship-crew.md                it begins with it, and the page adds rows

API pages and sections about enum values are parts, too. Of all other pages the heading decides: if
it names a type that no page declares, the name in the annotation was copied, and the heading names
the type. Otherwise the rows of both pages are used.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.extract.declarations import (
    DeclaredTypes,
    EnumDeclaration,
    TypeDeclaration,
)
from docgen.regex import Regex
from docgen.schema.links import stem
from docgen.schema.model import QualifiedName
from docgen.schema.names import namespace, short_name
from docgen.source import Span

_SEPARATOR = Regex(r"[\W_]+")

_Key: TypeAlias = tuple[str, int]
"""The path of a page, and the number of a type on it."""


class _Place(Struct, frozen=True, kw_only=True):
    """A declaration and where it is; `number` is that of the type on its page."""

    path: str
    number: int
    declaration: TypeDeclaration

    @property
    def name(self) -> QualifiedName:
        one = self.declaration
        return QualifiedName(f"{one.namespace}.{one.name}")

    @property
    def heading(self) -> QualifiedName | None:
        """The name in the heading, if it is another one and not a short form of the name."""
        found = self.declaration.evidence.heading
        is_short = found and self.name.lower().endswith(short_name(found).lower())
        return None if is_short else found


_Groups: TypeAlias = Mapping[str, Sequence[_Place]]
"""The places where a type is declared, by its name in lower case."""


def without_copied_names(
    pages: Sequence[DeclaredTypes],
) -> Result[tuple[DeclaredTypes, ...]]:
    """Return the pages with the names in headings where the names in annotations are copied.

    Other declarations of a type of another page are marked as repeated. What contradicts the name
    of a type is reported unless it is explained by this.
    """
    groups = _groups(pages)
    changed: dict[_Key, TypeDeclaration] = {}
    diagnostics: list[Diagnostic] = []
    for places in groups.values():
        reported: set[str] = set()
        for place, home in _repeated(places) if len(places) > 1 else ():
            found = _corrected(place, home, groups)
            if found is None:
                continue
            changed[place.path, place.number] = found
            if place.path not in reported:
                diagnostics.append(_repeated_type(place, home, found))
            reported.add(place.path)
    for page in pages:
        for number, one in enumerate(page.types):
            if (page.path, number) not in changed:
                diagnostics += one.evidence.contradictions
    if not changed:
        return Result(tuple(pages), tuple(diagnostics))
    return Result(tuple(_with(page, changed) for page in pages), tuple(diagnostics))


def _groups(pages: Sequence[DeclaredTypes]) -> _Groups:
    groups: dict[str, list[_Place]] = {}
    for page in pages:
        for number, one in enumerate(page.types):
            if not (isinstance(one, EnumDeclaration) and one.anchor):
                place = _Place(path=page.path, number=number, declaration=one)
                groups.setdefault(place.name.lower(), []).append(place)
    return groups


def _repeated(places: Sequence[_Place]) -> Iterator[tuple[_Place, _Place]]:
    """Yield each place that is not a part of the type, with the place that declares the type."""
    home = min(places, key=_rank)
    for place in places:
        if place.path != home.path and not _is_part(place, home):
            yield place, home


def _rank(place: _Place) -> tuple[bool, bool, bool, str, Span]:
    """Sort the page about a type first: its heading names it, and its file has its name."""
    evidence, name = place.declaration.evidence, place.declaration.name
    return (
        place.heading is not None,
        evidence.has_requests,
        stem(place.path).lower() != name.lower(),
        place.path,
        place.declaration.span,
    )


def _is_part(place: _Place, home: _Place) -> bool:
    """Return whether a page is a part of the type that it declares, as the names of files show."""
    if place.declaration.evidence.has_requests:
        return True
    file, heading = stem(place.path), place.heading
    if heading and _ends_in(file, heading):
        return False
    folder = place.path.rpartition("/")[0].rpartition("/")[2]
    if _ends_in(file, place.name) or (not heading and _ends_in(folder, place.name)):
        return True
    return _begins_with(file, place.name) and not _names(place) <= _names(home)


def _ends_in(file: str, name: QualifiedName) -> bool:
    """Return whether the last words of the name of a file or folder are those of a type."""
    words = _words(file)
    wanted = {short_name(name).lower(), "".join(name.lower().split(".")[-2:])}
    return any("".join(words[n:]) in wanted for n in range(len(words)))


def _begins_with(file: str, name: QualifiedName) -> bool:
    words = _words(file)
    wanted = short_name(name).lower()
    return any("".join(words[: n + 1]) == wanted for n in range(len(words)))


def _words(file: str) -> list[str]:
    return [word for word in _SEPARATOR.split(file.lower()) if word]


def _names(place: _Place) -> set[str]:
    """Return the names of the members that a place declares, and the labels of its methods."""
    one = place.declaration
    if isinstance(one, EnumDeclaration):
        return {member.name for member in one.members}
    return {*(row.name for row in one.rows), *(o.label for o in one.operations)}


def _corrected(place: _Place, home: _Place, groups: _Groups) -> TypeDeclaration | None:
    """Return the declaration with the name in its heading, or else marked as repeated."""
    one, heading = place.declaration, place.heading
    if heading and heading.lower() not in groups:
        named = replace(one, namespace=namespace(heading), name=short_name(heading))
        return _without_copied_key(named)
    is_same_kind = isinstance(one, type(home.declaration))
    return replace(one, is_repeated=True) if is_same_kind else None


def _without_copied_key(one: TypeDeclaration) -> TypeDeclaration:
    """Return a declaration without a key that has no row: it was copied with the name."""
    if isinstance(one, EnumDeclaration) or {*one.key} <= {row.name for row in one.rows}:
        return one
    return replace(one, key=())


def _repeated_type(place: _Place, home: _Place, found: TypeDeclaration) -> Diagnostic:
    name = f"{found.namespace}.{found.name}"
    message = f"`{place.name}` is already declared on `{home.path}`; using "
    if found.is_repeated:
        message += "the rows of both pages"
        advice = (
            f"write the name of the type of this page, or rename the file to end in "
            f"`-{place.declaration.name.lower()}.md` if it adds to the type"
        )
    else:
        message += f"`{name}`, which the heading names"
        advice = f'write `"@odata.type": "{name}"`'
    span = place.declaration.span
    return diagnostic(Code.DUPLICATE_TYPE, message, place.path, span, advice)


def _with(
    page: DeclaredTypes, changed: Mapping[_Key, TypeDeclaration]
) -> DeclaredTypes:
    types = (
        changed.get((page.path, number), one) for number, one in enumerate(page.types)
    )
    return replace(page, types=tuple(types), digest=b"")
