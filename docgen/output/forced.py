"""`docgen generate --force`: what people wrote is written over, and it is told what that was."""

from collections.abc import Iterable

from docgen.edits.decision import FileChange, FileRecord
from docgen.output.decision import Decision
from docgen.output.told import lost
from docgen.output.tree import Text, decoded
from docgen.pycode import definitions


def overwritten(
    path: str,
    wanted: FileRecord | None,
    last: FileRecord | None,
    there: Text,
    text: str | None,
) -> Decision:
    """Decide about a file that people edited, on the terms of `--force`."""
    lines = {line for entry in (wanted, last) if entry for line in entry.definitions}
    change = FileChange(path=path, before=there.content, after=text)
    told = lost(path, _others(path, there, lines), is_gone=text is None)
    return Decision(entry=wanted, change=change, told=(told,))


def _others(path: str, there: Text, own: Iterable[str]) -> list[str]:
    """Name the definitions of a file that are not docgen's."""
    lines = definitions(path, decoded(there) or "")
    names = (line.partition("\t")[0] for line in lines if line not in own)
    return [name for name in names if name[-1] not in "*@" and "#" not in name]
