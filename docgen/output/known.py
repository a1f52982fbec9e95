"""What earlier runs wrote: the manifest, and that of a run which was interrupted."""

from docgen.diagnostics import Diagnostic, Result
from docgen.output.manifest import joined, read_manifest
from docgen.output.plan import LastOutput
from docgen.output.tree import Barred, Standing, Text, barred


def last_output(manifest: Standing, staged: Standing) -> Result[LastOutput]:
    """Join both manifests: a file with the content that either lists is docgen's."""
    last = read_manifest(_content(manifest))
    begun = read_manifest(_content(staged))
    records = dict(last.value)
    for path, record in begun.value.items():
        records[path] = joined(records[path], record) if path in records else record
    return Result(
        LastOutput(records=records, content=_content(manifest)),
        (*last.diagnostics, *begun.diagnostics, *_unreadable(manifest)),
    )


def _content(standing: Standing) -> bytes:
    return standing.plain if isinstance(standing, Text) else b""


def _unreadable(manifest: Standing) -> tuple[Diagnostic, ...]:
    return (barred(manifest),) if isinstance(manifest, Barred) else ()
