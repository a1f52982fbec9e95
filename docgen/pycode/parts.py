"""A part of a Python file, as small as people and docgen may each have their own of."""

from typing import Literal, TypeAlias

from msgspec import Struct

Kind: TypeAlias = Literal[
    "definition", "import", "class", "block", "comment", "statement"
]


class Part(Struct, frozen=True, kw_only=True):
    """One part, and the parts in it.

    `parts` are the members of a class, the statements of an `if TYPE_CHECKING` block, the names
    of an import statement; functions and classes have `decorators`. The fingerprint is that of
    what is left without these. `key` is the name in the whole file, such as `Team.size`, and may
    come again. `statements` counts those that the part is made of, as `ast` counts them.
    """

    kind: Kind
    key: str
    fingerprint: str = ""
    line: int
    end: int
    statements: int = 1
    parts: tuple["Part", ...] = ()
    decorators: tuple["Part", ...] = ()

    @property
    def begin(self) -> int:
        """The first line, be it a decorator's."""
        return min([self.line, *(decorator.line for decorator in self.decorators)])
