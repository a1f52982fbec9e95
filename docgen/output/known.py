"""What is known of earlier runs: the manifest, and the one of a run that was cut short."""

from docgen.diagnostics import Checked, Diagnostic
from docgen.digests import checksum
from docgen.output.manifest import joined, read_manifest
from docgen.output.tree import Barred, Missing, Standing, Text, barred
from docgen.output.values import Known, Remembered


def known(
    manifest: Standing, staged: Standing, remembered: Remembered | None = None
) -> Checked[Known]:
    """Join what both manifests say: a file with the text of either is docgen's."""
    is_known = remembered and _checksum(manifest) == remembered.checksum
    if remembered and is_known and staged == Missing():
        entries = {entry.path: entry for entry in remembered.entries}
        return Checked(
            Known(entries=entries, content=_content(manifest), is_exact=True)
        )
    last = read_manifest(_content(manifest))
    begun = read_manifest(_content(staged))
    entries = dict(last.value)
    for path, entry in begun.value.items():
        entries[path] = joined(entries[path], entry) if path in entries else entry
    return Checked(
        Known(
            entries=entries,
            content=_content(manifest),
        ),
        (*last.diagnostics, *begun.diagnostics, *_told(manifest)),
    )


def _checksum(standing: Standing) -> str:
    return checksum(standing.plain) if isinstance(standing, Text) else "none"


def _content(standing: Standing) -> bytes:
    return standing.plain if isinstance(standing, Text) else b""


def _told(manifest: Standing) -> tuple[Diagnostic, ...]:
    return (barred(manifest),) if isinstance(manifest, Barred) else ()
