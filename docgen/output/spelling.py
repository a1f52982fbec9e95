"""Other names in a piece of Python: each name is replaced wherever it stands as a name.

Texts and comments keep theirs, and so does what is inside of f-strings: only newer Pythons know
which names are in them.
"""

import io
import tokenize
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct


class Name(Struct, frozen=True):
    """A name, behind those that lead to it with dots, and where it stands."""

    way: tuple[str, ...]
    line: int
    column: int


class Spelling(Struct, frozen=True, kw_only=True):
    """New names by old ones: of single names, and of ways with dots in them, by their ends."""

    names: Mapping[str, str] = {}
    ways: Mapping[tuple[str, ...], tuple[str, ...]] = {}

    @property
    def reverse(self) -> "Spelling":
        """Give the way back."""
        return Spelling(
            names={new: old for old, new in self.names.items()},
            ways={new: old for old, new in self.ways.items()},
        )


def respelt(text: str, spelling: Spelling) -> str:
    """Give a text with other names; one that can't be taken apart stays as it is."""
    found = ((name, new_form(name.way, spelling)) for name in names_in(text))
    return replaced(text, [(name, new) for name, new in found if new is not None])


def replaced(text: str, names: Iterable[tuple[Name, str]]) -> str:
    """Give a text with some of its names replaced; they come in the order of the text."""
    lines = io.StringIO(text).readlines()
    for name, new in reversed([*names]):
        row, begin = name.line - 1, name.column
        end = begin + len(name.way[-1])
        lines[row] = lines[row][:begin] + new + lines[row][end:]
    return "".join(lines)


def new_form(way: tuple[str, ...], spelling: Spelling) -> str | None:
    """Give the new form of a name that is reached by way of others (`models.team`)."""
    for old, new in spelling.ways.items():
        if way[-len(old) :] == old:
            return new[-1]
    return spelling.names.get(way[-1])


def has_name_of(text: str, spelling: Spelling) -> bool:
    """Tell whether a text has one of the new names already."""
    back = spelling.reverse
    return any(new_form(name.way, back) is not None for name in names_in(text))


def names_in(text: str) -> list[Name]:
    """Give all names; none where the text can't be taken apart."""
    try:
        return list(_found(tokenize.generate_tokens(io.StringIO(text).readline)))
    except (tokenize.TokenError, SyntaxError):
        return []


def _found(tokens: Iterable[tokenize.TokenInfo]) -> Iterator[Name]:
    way: tuple[str, ...] = ()
    depth, is_led = 0, False
    for token in tokens:
        kind = tokenize.tok_name[token.type]
        depth += kind.endswith("STRING_START") - kind.endswith("STRING_END")
        if token.type == tokenize.NAME:
            way = (*way, token.string) if is_led else (token.string,)
            if not depth:
                yield Name(way, *token.start)
        is_led = token.string == "."
