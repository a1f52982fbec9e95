"""Python names made from names on a page. Only the functions here make a `PythonName`.

The words of a name are joined in the style of its use. A reserved name gets a suffix. A name is
made from itself alone, so another page or row does not change it.

A name is *canonical* if its Python name leads back to it, as `display_name` does to `displayName`
but not to `DisplayName`. Of names that collide at most one is canonical. It keeps its Python name;
the others get a digest of themselves as a suffix. If none is canonical, the first in alphabetical
order keeps it. So adding a name never changes a canonical one, and changes another only if both
are read the same.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NewType

from msgspec import Struct

from docgen.brands import with_one_capital
from docgen.python import reserved

PythonName = NewType("PythonName", str)
"""An identifier in ASCII that is not a keyword."""

MAX_NAME = 80
"""Characters; a longer name is cut and gets a digest."""

CAPITAL = "X"
"""Stands before a digest in CapWords, where other names have a line."""

TYPES = re.compile("(?:Type)+$")
HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def field_name(wire_name: str) -> PythonName:
    """Return `display_name` for `displayName`, `from_` for `from`."""
    return _unreserved(snake_case(wire_name), reserved.RESERVED_FIELDS, "_")


def key_name(wire_name: str) -> PythonName | None:
    """Return a wire name unchanged, if a class body can contain it: `__x` would be mangled."""
    is_name = wire_name.isascii() and wire_name.isidentifier()
    is_kept = wire_name in reserved.KEYWORDS or wire_name.startswith("__")
    return PythonName(wire_name) if is_name and not is_kept else None


def operation_method_name(name: str) -> PythonName:
    """Return the name of a method of a `Protocol`."""
    return _unreserved(snake_case(name), reserved.RESERVED_OPERATIONS, "_")


def class_name(type_name: str) -> PythonName:
    """Return `SynchronizationJob` for `synchronizationJob`, in CapWords.

    `model` is `ModelType`, so `modelType` is `ModelTypeType`, whether there is a `model` or not.
    """
    words = _ascii(type_name).split("_")
    joined = "".join(word[:1].upper() + word[1:] for word in words)
    made = _begun(joined, "N", type_name)
    is_kept = TYPES.sub("", made) in reserved.RESERVED_CLASSES
    return PythonName(made + "Type" if is_kept else made)


def short_type_name(made: PythonName) -> str:
    """Return the name of the type that a class is for, if its name is in camelCase."""
    is_kept = TYPES.sub("", made) in reserved.RESERVED_CLASSES
    name = made.removesuffix("Type") if is_kept else made
    return name[:1].lower() + name[1:]


def member_name(wire_value: str) -> PythonName:
    """Return `NOT_STARTED` for `notStarted`."""
    return PythonName(snake_case(wire_value).upper())


def module_name(type_name: str) -> PythonName:
    """Return the name of a module or package, which is a file name without its suffix."""
    return _unreserved(snake_case(type_name), reserved.MODULES, "_")


@lru_cache(maxsize=16_384)
def snake_case(name: str) -> str:
    """Return `ip_address` for `IPAddress`, `odata_etag` for `@odata.etag`."""
    words = HUMPS.sub("_", with_one_capital(_ascii(name)))
    return _begun(words.lower(), "n", name)


def camel_case(name: str) -> str:
    """Return the wire name that a field has unless it declares another: `from` for `from_`."""
    first, *rest = name.rstrip("_").split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in rest)


def suffixed(
    made: PythonName, name: str, length: int = MAX_NAME, joint: str = "_"
) -> PythonName:
    """Cut a Python name to `length` and end it on a digest of the name that it was made from.

    `joint` stands before the digest: a line, or in CapWords a capital.
    """
    from hashlib import sha256

    digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    is_constant = joint == "_" and made.isupper()
    ending = joint + (digest.upper() if is_constant else digest)
    return PythonName(made[: length - len(ending)].rstrip("_/") + ending)


def _ascii(name: str) -> str:
    """Keep ASCII letters and digits; write letters of other scripts as numbers."""
    cut = name[: MAX_NAME * 4]
    letters = cut if cut.isascii() else "".join(map(_letter, _decomposed(cut)))
    return re.sub(r"[^0-9A-Za-z]+", "_", letters).strip("_")


def _decomposed(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _letter(character: str) -> str:
    folded = character if character.isascii() else character.casefold()
    if folded.isascii() or not folded.isalnum():
        return folded
    return f"u{ord(character):x}"


def _begun(made: str, letter: str, name: str) -> str:
    """See that a name is not empty, does not begin with a digit, and is not too long."""
    joint = CAPITAL if letter.isupper() else "_"
    if not made:
        return suffixed(PythonName(letter), name, joint=joint)
    begun = letter + made if made[0].isdigit() else made
    if max(len(begun), len(name)) > MAX_NAME:
        return suffixed(PythonName(begun), name, joint=joint)
    return begun


def _unreserved(made: str, kept: frozenset[str], ending: str) -> PythonName:
    return PythonName(made + ending if made in kept else made)


def looks_alike(made: PythonName, name: str) -> bool:
    """Return whether a reader who knows a wire name would find its Python name."""
    letters = re.sub(r"[\W_]+", "", name).lower()
    return made.replace("_", "").lower() == letters and not made.endswith("_")


class Style(Struct, frozen=True, kw_only=True):
    """How the names of a place are made, and what name a Python name there leads back to.

    `joint` stands before a digest: a line, or in CapWords a capital.
    """

    made_by: Callable[[str], PythonName]
    leads_to: Callable[[PythonName], str]
    length: int = MAX_NAME
    joint: str = "_"


FIELD_NAMES = Style(made_by=field_name, leads_to=camel_case)
MEMBERS = Style(made_by=member_name, leads_to=lambda made: camel_case(made.lower()))
OPERATION_NAMES = Style(
    made_by=operation_method_name, leads_to=lambda made: made.rstrip("_")
)
CLASS_NAMES = Style(made_by=class_name, leads_to=short_type_name, joint=CAPITAL)


def unique_names(
    names: Iterable[str],
    style: Style,
    is_taken: Callable[[PythonName, str], bool] = lambda _made, _name: False,
) -> dict[str, PythonName]:
    """Return the Python name of each name, no two the same; `is_taken` can refuse one."""
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
