"""Changes of a Python file, chosen by a seed: those of a page, and those of people."""

import random
import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from docgen.pycode import Part, parse_parts

OWN = (
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
    """Rewrites texts; every text that it makes is Python as long as the one before was."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - not for secrets
        self.number = 0

    def by_page(self, text: str) -> str:
        """Change what docgen would write, as another page would."""
        for _ in range(self.random.randrange(1, 5)):
            text = self._tried(text, self.random.choice(BY_PAGE))
        return text

    def by_people(self, text: str, changes: Sequence[Change] = ()) -> str:
        """Change a file as people do."""
        for _ in range(self.random.randrange(1, 5)):
            text = self._tried(text, self.random.choice(changes or BY_PEOPLE))
        return text

    def _tried(self, text: str, change: Change) -> str:
        self.number += 1
        new = change(self, text)
        return new if parse_parts(new) and new.strip() else text

    def part(self, text: str, *kinds: str) -> Part | None:
        """Choose a part of one of the kinds."""
        found = [*parts(parse_parts(text) or (), *kinds)]
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


def begin(part: Part) -> int:
    """Return the index of a part's first line, decorators with it."""
    return min([part.line, *(d.line for d in part.decorators)]) - 1


def _without(lines: list[str], part: Part) -> str:
    """Take a part out, and the fewer of the blank lines above and below it."""
    first, end = begin(part), part.end
    above, below = first, end
    while above and not lines[above - 1].strip():
        above -= 1
    while below < len(lines) and not lines[below].strip():
        below += 1
    number = max(first - above, below - end) if above and below < len(lines) else 0
    rest = [""] * number if below < len(lines) else [""]
    return "\n".join([*lines[:above], *rest, *lines[below:]])


def _drop(rewriting: Rewriting, text: str) -> str:
    part = rewriting.part(text, *MEMBERS, "import")
    return _without(text.split("\n"), part) if part else text


def _number(rewriting: Rewriting, text: str) -> str:
    """Change a word in a part."""
    part = rewriting.part(text, *MEMBERS)
    if not part:
        return text
    lines = text.split("\n")
    at = rewriting.random.randrange(part.line - 1, part.end)
    new = re.sub(
        r"\b(None|str|int|The|a|is|return)\b", f"New{rewriting.number}", lines[at]
    )
    return "\n".join([*lines[:at], new, *lines[at + 1 :]])


def _copy(rewriting: Rewriting, text: str) -> str:
    """Add a part below another, alike but for its name."""
    part = rewriting.part(text, "definition", "statement")
    if not part or part.key.endswith("__doc__") or part.statements == 0:
        return text
    name = part.key.rpartition(".")[2]
    lines = text.split("\n")
    first = begin(part)
    while first and not lines[first - 1].strip():
        first -= 1
    whole = "\n".join(lines[first : part.end])
    other = re.sub(rf"\b{re.escape(name)}\b", f"{name}_{rewriting.number}", whole)
    if other == whole:
        return text
    return "\n".join([*lines[: part.end], other, *lines[part.end :]])


def _import(rewriting: Rewriting, text: str) -> str:
    part = rewriting.part(text, "import")
    if not part or "__future__" in part.key:
        return text
    lines = text.split("\n")
    indent = re.match(" *", lines[part.line - 1])
    assert indent
    number = rewriting.number
    line = rewriting.random.choice(
        (f"import page_{number}", f"from page_{number} import Name{number}")
    )
    return "\n".join(
        [*lines[: part.line - 1], indent[0] + line, *lines[part.line - 1 :]]
    )


def _move(rewriting: Rewriting, text: str) -> str:
    """Let two neighbours in a class change places."""
    class_ = rewriting.part(text, "class")
    members = [p for p in class_.parts if p.kind == "statement"][1:] if class_ else []
    if len(members) < 2:
        return text
    at = rewriting.random.randrange(len(members) - 1)
    one, other = members[at], members[at + 1]
    lines = text.split("\n")
    return "\n".join(
        [
            *lines[: begin(one)],
            *lines[begin(other) : other.end],
            *lines[one.end : begin(other)],
            *lines[begin(one) : one.end],
            *lines[other.end :],
        ]
    )


def _insert(rewriting: Rewriting, text: str) -> str:
    """Write something of one's own above a part or below it."""
    part = rewriting.part(text, *MEMBERS, "import", "comment")
    if not part or "__future__" in part.key:
        return text
    lines = text.split("\n")
    above = rewriting.random.random() < 0.5 and not part.key.endswith("__doc__")
    at = begin(part) if above else part.end
    indent = re.match(r"\s*", lines[begin(part)])
    assert indent
    own = rewriting.random.choice(OWN).format(n=rewriting.number)
    blank = [""] * rewriting.random.randrange(3)
    new = [indent[0] + line if line else "" for line in own.rstrip("\n").split("\n")]
    return "\n".join([*lines[:at], *blank, *new, *lines[at:]])


def _decorate(rewriting: Rewriting, text: str) -> str:
    part = rewriting.part(text, "definition", "class")
    if not part:
        return text
    lines = text.split("\n")
    indent = re.match(r"\s*", lines[begin(part)])
    assert indent
    line = f"{indent[0]}@own.mark_{rewriting.number}(1, 2)"
    at = rewriting.random.choice((begin(part), part.line - 1))
    return "\n".join([*lines[:at], line, *lines[at:]])


def _remark(rewriting: Rewriting, text: str) -> str:
    """Put a comment behind a line of a part."""
    part = rewriting.part(text, *MEMBERS, "import")
    if not part or part.end != part.line:
        return text
    lines = text.split("\n")
    lines[part.line - 1] += f"  # remark {rewriting.number}"
    return "\n".join(lines)


BY_PAGE = (_drop, _drop, _number, _copy, _copy, _import, _move)
PEOPLES = (_insert, _insert, _insert, _decorate, _number, _remark)
"""What people do, but for deleting."""

BY_PEOPLE = (*PEOPLES, _drop)
