"""Pairs: which import statement of a file takes the names of which of today's.

One that has names of docgen's, or had: the manifest knows what stood beside a name that went. What
people wrote on a line of their own stays on that.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from msgspec.structs import replace

from docgen.edits.base import Base
from docgen.edits.neighbours import is_neighbour
from docgen.edits.verdicts import Verdict
from docgen.pycode import Part, stem


def paired(
    there: Iterable[Part], known: Base, verdicts: Mapping[str, Verdict]
) -> tuple[Part, ...]:
    """Give the parts with the keys of import statements those of the statements of today's."""
    noted = frozenset[str]().union(
        *(known.neighbours[name] for name in known.neighbours if _is_name(name))
    )
    return tuple(_named(there, noted, verdicts))


def _is_name(key: str) -> bool:
    return key.startswith("import ")


def _named(
    parts: Iterable[Part], noted: frozenset[str], verdicts: Mapping[str, Verdict]
) -> Iterator[Part]:
    taken: set[str] = set()
    for part in parts:
        if part.kind == "block":
            inner = tuple(_named(part.parts, noted, verdicts))
            yield replace(part, parts=inner)
        elif part.kind == "import":
            key = stem(part.key)
            is_docgens = _is_docgens(part, noted, verdicts)
            if not is_docgens or key in taken:
                names = (f"{key}~{number}" for number in count(2))
                key = next(name for name in names if name not in taken)
            taken.add(key)
            yield replace(part, key=key)
        else:
            yield part


def _is_docgens(
    statement: Part, noted: frozenset[str], verdicts: Mapping[str, Verdict]
) -> bool:
    return any(
        verdicts[name.key] is not Verdict.ADDED or is_neighbour(name.key, noted)
        for name in statement.parts
    )
