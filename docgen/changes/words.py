"""Words of the messages of changes."""

from collections.abc import Iterable

from docgen.diagnostics import quote
from docgen.schema.edm import UNTYPED
from docgen.schema.model import RequestLine, TypeReference, page_type
from docgen.schema.names import split

_LONGEST_URL = 250
"""Characters of a URL in a message; people look for its end."""


def is_unknown(one: TypeReference) -> bool:
    """Return whether a type is not known, or is not declared: its name may be misspelled."""
    return one.name == UNTYPED or not one.is_declared


def type_words(one: TypeReference | None, namespace: str) -> str:
    """Return a type as pages write it, without the `namespace`: `member collection`."""
    if one is None:
        return "nothing"
    if one.name == UNTYPED:
        return "an unknown type collection" if one.is_collection else "an unknown type"
    written = page_type(one)
    return quote(written.removeprefix(f"{namespace}.") if namespace else written)


def different_types(
    old: TypeReference | None, new: TypeReference | None, namespace: str
) -> tuple[str, str]:
    """Return two types as pages write them; with their namespaces if only these differ."""
    before, after = type_words(old, namespace), type_words(new, namespace)
    if before == after:
        return type_words(old, ""), type_words(new, "")
    return before, after


def request_words(one: RequestLine) -> str:
    """Return method and URL of a request in quotes."""
    return quote(f"{one.method} {one.path}", _LONGEST_URL)


def namespace_of(name: str | None) -> str:
    """Return the namespace of a type, empty for none."""
    return split(name)[0] if name else ""


def value_words(value: str | None) -> str:
    """Return a value in quotes, or that there is none."""
    return quote(value) if value else "none"


def name_list(names: Iterable[str]) -> str:
    """Return names in quotes, separated by commas."""
    return ", ".join(map(quote, names)) or "none"
