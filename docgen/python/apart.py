"""Names that fall together: names of one place in, a Python name of its own for each out.

A name is *canonical* if its Python name leads back to it, as `display_name` does to `displayName`
but not to `DisplayName`. Of names that fall together one at most is canonical; it keeps its Python
name, and the others get a digest of themselves behind it. Where none is, the first in order of
letters keeps it. So what is added beside a canonical name never changes it, and what is added
beside another changes it only if both read the same.
"""

from collections.abc import Callable, Iterable

from msgspec import Struct

from docgen.python.names import (
    CAPITAL,
    LONGEST,
    PythonName,
    camel_case,
    class_name,
    field_name,
    member_name,
    operation_name,
    short_type_name,
    suffixed,
)


class Style(Struct, frozen=True, kw_only=True):
    """How the names of a place are made, and what name a Python name there leads back to.

    `joint` stands before a digest: a line, or in CapWords a capital.
    """

    made_by: Callable[[str], PythonName]
    leads_to: Callable[[PythonName], str]
    length: int = LONGEST
    joint: str = "_"


FIELDS = Style(made_by=field_name, leads_to=camel_case)
MEMBERS = Style(made_by=member_name, leads_to=lambda made: camel_case(made.lower()))
OPERATIONS = Style(made_by=operation_name, leads_to=lambda made: made.rstrip("_"))
CLASSES = Style(made_by=class_name, leads_to=short_type_name, joint=CAPITAL)


def told_apart(
    names: Iterable[str],
    style: Style,
    is_taken: Callable[[PythonName, str], bool] = lambda _made, _name: False,
) -> dict[str, PythonName]:
    """Give each name its Python name, no two the same; `is_taken` may refuse one for a name."""
    plain = {name: style.made_by(name) for name in dict.fromkeys(names)}
    keepers: dict[PythonName, str] = {}
    for name in sorted(plain, key=lambda name: _rank(name, plain[name], style)):
        made, tries = plain[name], 0
        while is_taken(made, name) or keepers.setdefault(made, name) != name:
            digested = name + " " * tries
            made = suffixed(plain[name], digested, style.length, style.joint)
            tries += 1
        plain[name] = made
    return plain


def _rank(name: str, made: PythonName, style: Style) -> tuple[bool, str]:
    return style.leads_to(made) != name, name
