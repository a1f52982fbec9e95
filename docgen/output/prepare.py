"""What a run needs to know of the output folder before it can plan."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from docgen.digests import digest
from docgen.output.decision import Merge, Texts
from docgen.output.known import known
from docgen.output.marks import has_marks
from docgen.output.merging import merged
from docgen.output.paths import NEW
from docgen.output.plan import plan
from docgen.output.tree import look, look_at_manifests
from docgen.output.values import Entry, Known, Plan, Remembered, Scope, in_lines
from docgen.overlay import NOTHING_ELSE, Overlay
from docgen.render.files import GeneratedFile


def plan_for(files: Sequence[GeneratedFile], output: str, scope: Scope) -> Plan:
    """Look at the output folder and plan what the files change in it."""
    texts = {file.path: file.text for file in files}
    return plan_of(map(entry_of, files), texts.__getitem__, output, scope)


def plan_of(
    wanted: Iterable[Entry],
    texts: Texts,
    output: str,
    scope: Scope,
    standing: Mapping[str, str] = {},
    remembered: Remembered | None = None,
    overlay: Overlay = NOTHING_ELSE,
    merge: Merge = merged,
) -> Plan:
    """Look at the output folder and plan what becomes of it.

    `standing` has the digests of files that need not be looked at. Those that are to change are
    looked at all the same. `remembered` spares to read a manifest. Where the `overlay` has a
    location, it counts and not the disk.
    """
    today = tuple(wanted)
    last = known(*look_at_manifests(output, overlay), remembered)
    current = {
        entry.path
        for entry in today
        if standing.get(entry.path) in entry.digests
        and scope.is_about(entry.pages)
        and not _is_marked(entry, last.value)
    }
    paths = _paths(today, last.value, scope)
    tree = look(output, (path for path in paths if path not in current), overlay)
    planned = plan(today, texts, last.value, tree, scope, current, merge)
    return replace(planned, diagnostics=(*last.diagnostics, *planned.diagnostics))


def _is_marked(entry: Entry, known: Known) -> bool:
    """Tell whether the manifest remembers more of a file than what docgen wrote."""
    last = known.entries.get(entry.path)
    return last is not None and last is not entry and has_marks(last.definitions)


def _paths(today: Iterable[Entry], last: Known, scope: Scope) -> Iterable[str]:
    """Give all paths that may have to be looked at, each once."""
    wanted = [entry.path for entry in today]
    news = (path + NEW for path in wanted) if scope.terms.keeps_new else ()
    return dict.fromkeys([*wanted, *last.entries, *news])


def entry_of(file: GeneratedFile) -> Entry:
    """Give what the manifest will say of a file, whatever it said before."""
    from docgen.pycode import definitions

    return Entry(
        path=file.path,
        digests=(digest(file.text.encode()),),
        pages=file.pages,
        lines=in_lines(definitions(file.path, file.text)),
    )
