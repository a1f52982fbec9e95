"""Random changes of a Python file, chosen by a seed: by a changed page or by hand."""

import random
import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from docgen.pycode import Part, parse_parts

HAND_WRITTEN = (
    "def helper{n}(value: int) -> int:\n    # a remark\n    return value + {n}\n",
    "OWN_{n} = {{'one': {n}, 'two': [1, 2]}}\n",
    "# a remark of number {n}\n",
    "import own_{n}\n",
    "from typing import Own{n}\n",
    "for own_{n} in ():\n    print(own_{n})\n",
    "class Own{n}:\n    size = {n}\n",
    "@decorated\nasync def own_{n}(): ...\n",
    "own_{n}: int; other_{n} = 3\n",
    "if own_{n}: pass\n",
)


Change: TypeAlias = Callable[["Rewriting", str], str]


class Rewriting:
    """Rewrites source code; the result is valid Python if the input is."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - not for secrets
        self.number = 0

    def by_page(self, code: str) -> str:
        """Change generated code as a change of its page does."""
        for _ in range(self.random.randrange(1, 5)):
            code = self._applied(code, self.random.choice(BY_PAGE))
        return code

    def by_hand(self, code: str, changes: Sequence[Change] = ()) -> str:
        """Change a file as users do."""
        for _ in range(self.random.randrange(1, 5)):
            code = self._applied(code, self.random.choice(changes or BY_HAND))
        return code

    def _applied(self, code: str, change: Change) -> str:
        self.number += 1
        new = change(self, code)
        return new if parse_parts(new) and new.strip() else code

    def part(self, code: str, *kinds: str) -> Part | None:
        """Choose a part of one of the kinds."""
        found = [*parts(parse_parts(code) or (), *kinds)]
        return self.random.choice(found) if found else None


def parts(given: tuple[Part, ...], *kinds: str) -> list[Part]:
    found = []
    for part in given:
        if part.kind in kinds:
            found.append(part)
        if part.kind in {"class", "block"}:
            found += parts(part.parts, *kinds)
    return found


MEMBERS = ("definition", "statement", "class")


def first_line(part: Part) -> int:
    """Return the index of a part's first line, decorators with it."""
    return min([part.line, *(d.line for d in part.decorators)]) - 1


def _without(lines: list[str], part: Part) -> str:
    """Remove a part, and the fewer of the blank lines above and below it."""
    first, end = first_line(part), part.end
    above, below = first, end
    while above and not lines[above - 1].strip():
        above -= 1
    while below < len(lines) and not lines[below].strip():
        below += 1
    number = max(first - above, below - end) if above and below < len(lines) else 0
    rest = [""] * number if below < len(lines) else [""]
    return "\n".join([*lines[:above], *rest, *lines[below:]])


def _drop(rewriting: Rewriting, code: str) -> str:
    part = rewriting.part(code, *MEMBERS, "import")
    return _without(code.split("\n"), part) if part else code


def _change_word(rewriting: Rewriting, code: str) -> str:
    """Change a word in a part."""
    part = rewriting.part(code, *MEMBERS)
    if not part:
        return code
    lines = code.split("\n")
    at = rewriting.random.randrange(part.line - 1, part.end)
    new = re.sub(
        r"\b(None|str|int|The|a|is|return)\b", f"New{rewriting.number}", lines[at]
    )
    return "\n".join([*lines[:at], new, *lines[at + 1 :]])


def _copy(rewriting: Rewriting, code: str) -> str:
    """Add a copy of a part with another name below it."""
    part = rewriting.part(code, "definition", "statement")
    if not part or part.key.endswith("__doc__") or part.statements == 0:
        return code
    name = part.key.rpartition(".")[2]
    lines = code.split("\n")
    first = first_line(part)
    while first and not lines[first - 1].strip():
        first -= 1
    copied = "\n".join(lines[first : part.end])
    other = re.sub(rf"\b{re.escape(name)}\b", f"{name}_{rewriting.number}", copied)
    if other == copied:
        return code
    return "\n".join([*lines[: part.end], other, *lines[part.end :]])


def _import(rewriting: Rewriting, code: str) -> str:
    part = rewriting.part(code, "import")
    if not part or "__future__" in part.key:
        return code
    lines = code.split("\n")
    indent = re.match(" *", lines[part.line - 1])
    assert indent
    number = rewriting.number
    line = rewriting.random.choice(
        (f"import page_{number}", f"from page_{number} import Name{number}")
    )
    return "\n".join(
        [*lines[: part.line - 1], indent[0] + line, *lines[part.line - 1 :]]
    )


def _move(rewriting: Rewriting, code: str) -> str:
    """Swap two neighbours in a class."""
    class_ = rewriting.part(code, "class")
    members = [p for p in class_.parts if p.kind == "statement"][1:] if class_ else []
    if len(members) < 2:
        return code
    at = rewriting.random.randrange(len(members) - 1)
    one, other = members[at], members[at + 1]
    lines = code.split("\n")
    return "\n".join(
        [
            *lines[: first_line(one)],
            *lines[first_line(other) : other.end],
            *lines[one.end : first_line(other)],
            *lines[first_line(one) : one.end],
            *lines[other.end :],
        ]
    )


def _insert(rewriting: Rewriting, code: str) -> str:
    """Add hand-written code above or below a part."""
    part = rewriting.part(code, *MEMBERS, "import", "comment")
    if not part or "__future__" in part.key:
        return code
    lines = code.split("\n")
    above = rewriting.random.random() < 0.5 and not part.key.endswith("__doc__")
    at = first_line(part) if above else part.end
    indent = re.match(r"\s*", lines[first_line(part)])
    assert indent
    own = rewriting.random.choice(HAND_WRITTEN).format(n=rewriting.number)
    blank = [""] * rewriting.random.randrange(3)
    new = [indent[0] + line if line else "" for line in own.rstrip("\n").split("\n")]
    return "\n".join([*lines[:at], *blank, *new, *lines[at:]])


def _decorate(rewriting: Rewriting, code: str) -> str:
    part = rewriting.part(code, "definition", "class")
    if not part:
        return code
    lines = code.split("\n")
    indent = re.match(r"\s*", lines[first_line(part)])
    assert indent
    line = f"{indent[0]}@own.mark_{rewriting.number}(1, 2)"
    at = rewriting.random.choice((first_line(part), part.line - 1))
    return "\n".join([*lines[:at], line, *lines[at:]])


def _comment(rewriting: Rewriting, code: str) -> str:
    """Add a comment after a line of a part."""
    part = rewriting.part(code, *MEMBERS, "import")
    if not part or part.end != part.line:
        return code
    lines = code.split("\n")
    lines[part.line - 1] += f"  # remark {rewriting.number}"
    return "\n".join(lines)


BY_PAGE = (_drop, _drop, _change_word, _copy, _copy, _import, _move)
ADDITIONS = (_insert, _insert, _insert, _decorate, _change_word, _comment)
"""Edits by hand that delete nothing."""

BY_HAND = (*ADDITIONS, _drop)
