"""The base of a merge, corrected where the manifest does not belong to the file.

It is corrected only for parts that would count as deleted or edited by hand, so that git rarely
runs.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from docgen.diagnostics import Diagnostic
from docgen.edits.base import read_base
from docgen.edits.decision import DELETED, FileRecord
from docgen.edits.lineage import FileLineage, base_in_lineage
from docgen.edits.messages import EditMessage, edit_diagnostic
from docgen.pycode import Part, base_key, definition_lines, parse_parts
from docgen.source import Span


class Ancestry(Struct, frozen=True, kw_only=True):
    """Functions that read the lineage of a file from git.

    `lineage` takes a path, the content of the file and its record in the manifest. `is_merged`
    returns whether the working tree was merged since the last commit, or by it.
    """

    lineage: Callable[[str, bytes, FileRecord | None], FileLineage]
    is_merged: Callable[[], bool]


class CorrectedBase(Struct, frozen=True, kw_only=True):
    """The definition lines of a base, and the parts that are missing, but were not deleted."""

    lines: tuple[str, ...]
    restored: frozenset[str] = frozenset()


def corrected_base(
    path: str,
    lines: tuple[str, ...],
    source: str,
    new: str,
    lineage_of: Callable[[], FileLineage],
) -> CorrectedBase:
    """Correct the definition lines of the manifest for a file that was edited."""
    in_file = _fingerprints(path, source)
    in_new = _fingerprints(path, new)
    base = read_base(lines)
    names = [
        name
        for name, known in base.known.items()
        if name in in_new
        and name not in base.deleted
        and (name not in in_file or in_file[name] not in {*known, in_new[name]})
    ]
    found = base_in_lineage(path, names, lineage_of()) if names else {}
    if not found:
        return CorrectedBase(lines=lines)
    kept = [line for line in lines if line.rpartition("\t")[0] not in found]
    kept += [f"{name}\t{word}" for name, words in found.items() for word in words]
    restored = frozenset(name for name, words in found.items() if not words)
    return CorrectedBase(lines=tuple(sorted(kept)), restored=restored)


def newly_deleted(before: Iterable[str], after: Iterable[str]) -> Collection[str]:
    """Return the lines of parts that a merge recorded as deleted by hand."""
    ending = f"\t{DELETED}"
    return {line for line in after if line.endswith(ending)} - {*before}


def _fingerprints(path: str, source: str) -> Mapping[str, str]:
    found = {}
    for line in definition_lines(path, source):
        name, _, word = line.rpartition("\t")
        if not name.endswith("*"):
            found[name] = word
    return found


def restored_diagnostics(
    path: str, names: Collection[str], source: str
) -> Iterator[Diagnostic]:
    """Report the parts that were added again, at their positions in the merged file."""
    if names:
        for key, line in _outermost(names, parse_parts(source) or ()):
            yield edit_diagnostic(EditMessage.RESTORED, path, Span(line), name=key)


def _outermost(
    names: Collection[str], parts: Iterable[Part]
) -> Iterator[tuple[str, int]]:
    for part in parts:
        if part.kind in {"comment", "import", "block"} or part.key.endswith("pass"):
            continue
        if part.key in names:
            yield base_key(part.key), part.line
        else:
            yield from _outermost(names, (*part.decorators, *part.parts))
