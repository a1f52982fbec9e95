"""The three versions of a file, compared: what docgen wrote last, the file, and the new code."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from docgen.edits.arrange import is_noted
from docgen.edits.base import LastWritten, generated_orders, read_base
from docgen.edits.scopes import MergeRules
from docgen.edits.verdicts import (
    Verdict,
    Versions,
    verdict,
    verdicts,
    versions_by_key,
)
from docgen.pycode import Part, base_key, fingerprinted, identify, parse_parts

BYTE_ORDER_MARK = "\ufeff"


class ThreeWay(Struct, frozen=True, kw_only=True):
    """The base, the parts of the file and of the new code, and the verdict on each part."""

    base: LastWritten
    edited: tuple[Part, ...]
    new: tuple[Part, ...]
    versions: Mapping[str, Versions]
    verdicts: Mapping[str, Verdict]

    @property
    def rules(self) -> MergeRules:
        """The rules for the order of parts."""
        return MergeRules(
            verdicts=self.verdicts,
            known=self.base.known,
            predecessors=self.base.predecessors,
            generated=generated_orders(self.edited, self.base),
        )


def _verdict(key: str, versions: Versions) -> Verdict:
    del key
    return verdict(versions)


def compare(
    last: tuple[str, ...],
    edited: str,
    new: str,
    decide: Callable[[str, Versions], Verdict] = _verdict,
    *,
    assumes_generated: bool = True,
) -> ThreeWay | None:
    """Compare the versions of a file; `None` if one is not Python.

    `last` are the definition lines of the manifest. `decide` returns the verdict on a part. With
    `assumes_generated`, docgen is assumed to have written a file for which nothing is recorded.
    """
    base = read_base(last)
    new_parts = identified_parts(new, base.known)
    if new_parts is None:
        return None
    file_parts = identified_parts(edited, _all_known(base, new_parts))
    if file_parts is None:
        return None
    versions = versions_by_key(
        base, file_parts, new_parts, assumes_generated=assumes_generated
    )
    found = verdicts(versions, file_parts, new_parts, _normalized(edited), decide)
    return ThreeWay(
        base=base,
        edited=tuple(_with_matched_imports(file_parts, _noted_names(base), found)),
        new=new_parts,
        versions=versions,
        verdicts=found,
    )


def identified_parts(
    source: str, known: Mapping[str, Collection[str]]
) -> tuple[Part, ...] | None:
    """Return the parts of source code with unique keys, those of `known` where they match."""
    parts = parse_parts(_normalized(source))
    return None if parts is None else identify(parts, known)


def _normalized(source: str) -> str:
    r"""Return source code without a byte order mark, with `\n` for line endings."""
    source = source.removeprefix(BYTE_ORDER_MARK)
    if "\r" not in source:
        return source
    return source.replace("\r\n", "\n").replace("\r", "\n")


def _all_known(
    base: LastWritten, new: tuple[Part, ...]
) -> Mapping[str, Collection[str]]:
    """Return all known fingerprints by key: those of the base first, then the new ones."""
    from_new = {part.key: {part.fingerprint} for part in fingerprinted(new)}
    return {
        key: base.known.get(key, frozenset()) | from_new.get(key, set())
        for key in {**base.known, **from_new}
    }


def _noted_names(base: LastWritten) -> frozenset[str]:
    """Return the digests of names that preceded imported names which were dropped."""
    return frozenset(
        digest
        for name, digests in base.predecessors.items()
        if name.startswith("import ")
        for digest in digests
    )


def _with_matched_imports(
    parts: Iterable[Part], noted: frozenset[str], found: Mapping[str, Verdict]
) -> Iterator[Part]:
    """Yield the parts of a file; each import statement has the key of its match in the new code.

    A statement matches if it has imported names that docgen wrote, now or before they were
    dropped. A hand-written statement has a key of its own.
    """
    used: set[str] = set()
    for part in parts:
        if part.kind == "block":
            inner = tuple(_with_matched_imports(part.parts, noted, found))
            yield replace(part, parts=inner)
        elif part.kind == "import":
            key = base_key(part.key)
            if not _is_generated(part, noted, found) or key in used:
                names = (f"{key}~{number}" for number in count(2))
                key = next(name for name in names if name not in used)
            used.add(key)
            yield replace(part, key=key)
        else:
            yield part


def _is_generated(
    statement: Part, noted: frozenset[str], found: Mapping[str, Verdict]
) -> bool:
    return any(
        found[name.key] is not Verdict.HAND_WRITTEN or is_noted(name.key, noted)
        for name in statement.parts
    )
