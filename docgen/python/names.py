"""Python names made from names on a page. Only the functions here make a `PythonName`.

The words of a name are joined in the style of its use. A reserved name gets a suffix. A name
depends on its original only, so another page or property does not change it.

A name is *canonical* if it can be derived from its Python name: `displayName` can be derived from
`display_name`, but `DisplayName` cannot. Of names that collide at most one is canonical. It keeps
its Python name; the others get a digest of themselves as a suffix. If none is canonical, the first
in alphabetical order keeps it. So adding a name never changes a canonical one, and changes another
only if both have the same Python name.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NewType

from msgspec import Struct

from docgen.brands import with_one_capital
from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.python import reserved
from docgen.regex import Regex
from docgen.schema.model import Source

PythonName = NewType("PythonName", str)
"""An identifier in ASCII that is not a keyword."""

MAX_NAME = 80
"""Maximum number of characters; a longer name is cut and gets a digest."""

CAP_WORDS_SEPARATOR = "X"
"""Separates a digest from a name in CapWords, where other names have an underscore."""

_DIGEST = Regex("[_X][0-9a-fA-F]{8}$")
TYPE_SUFFIXES = Regex("(?:Type)+$")
WORD_STARTS = Regex(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def field_name(wire_name: str) -> PythonName:
    """Return `display_name` for `displayName`, `from_` for `from`."""
    return _unreserved(snake_case(wire_name), reserved.RESERVED_FIELDS)


def key_name(wire_name: str) -> PythonName | None:
    """Return a wire name unchanged if a class body can contain it; `__x` would be mangled."""
    is_name = wire_name.isascii() and wire_name.isidentifier()
    is_reserved = wire_name in reserved.KEYWORDS or wire_name.startswith("__")
    return PythonName(wire_name) if is_name and not is_reserved else None


def method_name(name: str) -> PythonName:
    """Return the name of the method for an operation: `return_` for `return`, but `list`."""
    return _unreserved(snake_case(name), reserved.RESERVED_METHODS)


def parameter_name(name: str) -> PythonName:
    """Return the name of a parameter of a method: `item_path` for `item-path`."""
    return _unreserved(snake_case(name), reserved.RESERVED_PARAMETERS)


def class_name(type_name: str) -> PythonName:
    """Return `SynchronizationJob` for `synchronizationJob`, in CapWords.

    `model` becomes `ModelType`; so `modelType` becomes `ModelTypeType`, whether or not there is a
    `model`.
    """
    words = _ascii(type_name).split("_")
    joined = "".join(word[:1].upper() + word[1:] for word in words)
    name = _valid(joined, "N", type_name)
    is_reserved = TYPE_SUFFIXES.sub("", name) in reserved.RESERVED_CLASSES
    return PythonName(name + "Type" if is_reserved else name)


def short_type_name(python_name: PythonName) -> str:
    """Return the name of the type that a class is for, provided it is in camelCase."""
    is_reserved = TYPE_SUFFIXES.sub("", python_name) in reserved.RESERVED_CLASSES
    name = python_name.removesuffix("Type") if is_reserved else python_name
    return name[:1].lower() + name[1:]


def member_name(wire_value: str) -> PythonName:
    """Return `NOT_STARTED` for `notStarted`."""
    return PythonName(snake_case(wire_value).upper())


def module_name(type_name: str) -> PythonName:
    """Return the name of a module or package, which is a file name without its suffix.

    pytest takes `test_plan.py` and `plan_test.py` for tests: they are `testplan` and `plan_test_`.
    """
    return _unreserved(uncollected(snake_case(type_name)), reserved.MODULES)


def uncollected(name: str) -> PythonName:
    """Return the name of a module changed so that pytest does not take it for tests."""
    name = "test" + name.removeprefix("test_") if name.startswith("test_") else name
    return PythonName(f"{name}_" if name.endswith("_test") else name)


@lru_cache(maxsize=16_384)
def snake_case(name: str) -> str:
    """Return `ip_address` for `IPAddress`, `odata_etag` for `@odata.etag`."""
    words = WORD_STARTS.sub("_", with_one_capital(_ascii(name)))
    return _valid(words.lower(), "n", name)


def camel_case(python_name: str) -> str:
    """Return the wire name that a field has unless it declares another: `from` for `from_`."""
    first, *rest = python_name.rstrip("_").split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in rest)


def suffixed(
    python_name: PythonName,
    original: str,
    max_length: int = MAX_NAME,
    separator: str = "_",
) -> PythonName:
    """Return a Python name cut to `max_length`, with a digest of its original as a suffix."""
    from hashlib import sha256

    digest = sha256(original.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    is_constant = separator == "_" and python_name.isupper()
    suffix = separator + (digest.upper() if is_constant else digest)
    return PythonName(python_name[: max_length - len(suffix)].rstrip("_/") + suffix)


def _ascii(name: str) -> str:
    """Keep ASCII letters and digits; write letters of other scripts as numbers."""
    cut = name[: MAX_NAME * 4]
    letters = cut if cut.isascii() else "".join(map(_letter, _without_accents(cut)))
    return re.sub(r"[^0-9A-Za-z]+", "_", letters).strip("_")


def _without_accents(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _letter(character: str) -> str:
    folded = character if character.isascii() else character.casefold()
    if folded.isascii() or not folded.isalnum():
        return folded
    return f"u{ord(character):x}"


def _valid(words: str, first_letter: str, original: str) -> str:
    """Return words as a name that is not empty, does not begin with a digit and is not too long."""
    separator = CAP_WORDS_SEPARATOR if first_letter.isupper() else "_"
    if not words:
        return suffixed(PythonName(first_letter), original, separator=separator)
    name = first_letter + words if words[0].isdigit() else words
    if max(len(name), len(original)) > MAX_NAME:
        return suffixed(PythonName(name), original, separator=separator)
    return name


def _unreserved(name: str, reserved_names: frozenset[str]) -> PythonName:
    return PythonName(f"{name}_" if name in reserved_names else name)


def changed_name(
    python_name: PythonName, original: str, sources: tuple[Source, ...], what: str
) -> tuple[Diagnostic, ...]:
    """Report a Python name that someone who knows the original would not look for."""
    if not sources or _is_obvious(python_name, original):
        return ()
    return (
        diagnostic(
            Code.PYTHON_NAME,
            f"{what} `{original}` is named `{python_name}` in Python: "
            f"{_reason(python_name, original)}",
            sources[0].path,
            sources[0].span,
            _advice(python_name, what),
        ),
    )


def _reason(python_name: PythonName, original: str) -> str:
    """Return why a name is not the one that someone who knows the original expects."""
    base = python_name.rstrip("_")
    if len(original) > MAX_NAME:
        return f"it has more than {MAX_NAME} characters"
    if base in reserved.KEYWORDS:
        return f"`{base}` is a keyword"
    if base != python_name:
        return f"`{base}` has another meaning in generated code"
    if _DIGEST.search(python_name):
        return "another name is the same in Python"
    if original.isascii() and original.isidentifier():
        plain = python_name.removesuffix("Type")
        return f"`{plain}` has another meaning in generated code"
    if original[0].isdigit():
        return "names in Python do not begin with a digit"
    return "names in Python have only ASCII letters, digits and underscores"


def _advice(python_name: PythonName, what: str) -> str:
    if what == "operation":
        return f"call `{python_name}` in Python code"
    return f"use `{python_name}` in Python code; the name in JSON is unchanged"


def _is_obvious(python_name: PythonName, original: str) -> bool:
    letters = re.sub(r"[\W_]+", "", original).lower()
    has_same_letters = python_name.replace("_", "").lower() == letters
    return python_name == original or (
        has_same_letters and not python_name.endswith("_")
    )


class Style(Struct, frozen=True, kw_only=True):
    """How to convert names to Python names, and the name that can be derived from a Python name.

    `separator` separates a name from its digest, and `finish` changes a name with a digest.
    """

    convert: Callable[[str], PythonName]
    invert: Callable[[PythonName], str]
    max_length: int = MAX_NAME
    separator: str = "_"
    finish: Callable[[PythonName], PythonName] = PythonName


FIELD_NAMES = Style(convert=field_name, invert=camel_case)
MEMBER_NAMES = Style(convert=member_name, invert=lambda name: camel_case(name.lower()))
METHOD_NAMES = Style(convert=method_name, invert=lambda name: name.rstrip("_"))
CLASS_NAMES = Style(
    convert=class_name, invert=short_type_name, separator=CAP_WORDS_SEPARATOR
)


def unique_names(
    originals: Iterable[str],
    style: Style,
    is_used: Callable[[PythonName, str], bool] = lambda _name, _original: False,
) -> dict[str, PythonName]:
    """Return a unique Python name for each name, none for which `is_used` returns true."""
    names = {original: style.convert(original) for original in dict.fromkeys(originals)}
    owners: dict[PythonName, str] = {}
    for original in sorted(names, key=lambda one: _rank(one, names[one], style)):
        name, attempts = names[original], 0
        while is_used(name, original) or owners.setdefault(name, original) != original:
            digested = original + " " * attempts
            name = style.finish(
                suffixed(names[original], digested, style.max_length, style.separator)
            )
            attempts += 1
        names[original] = name
    return names


def _rank(original: str, name: PythonName, style: Style) -> tuple[bool, str]:
    return style.invert(name) != original, original
