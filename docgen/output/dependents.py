"""The files that depend on pages, according to the manifest.

Types depend on each other in both directions: a page declares its own type, and its references
are evidence about other types. So a file depends on a page if imports connect them, in
whatever direction and over however many files. The manifest has imports by name only, so files that
import another class of the same name count, too. A file that belongs to no type depends on every
page.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from docgen.edits.decision import FileRecord
from docgen.output.paths import TESTS

_IMPORT = "import "
_MEMBER = frozenset(".@#*")
"""The characters of definitions that are not at the top level of a module."""


def dependents(
    records: Mapping[str, FileRecord], pages: Iterable[str]
) -> frozenset[str]:
    """Return the paths of the files that depend on pages."""
    connected = _connected(_neighbours(records.values()), pages)
    return frozenset(
        path
        for path, record in records.items()
        if not record.pages or not connected.isdisjoint(record.pages)
    )


def _neighbours(records: Iterable[FileRecord]) -> Mapping[str, set[str]]:
    """Return the pages that imports connect with each page."""
    of_types = [(one, _names(one)) for one in records if one.pages]
    defined: dict[str, set[str]] = defaultdict(set)
    for record, (classes, _) in of_types:
        for name in classes:
            defined[name].update(record.pages)
    found: dict[str, set[str]] = defaultdict(set)
    for record, (_, imports) in of_types:
        others = {page for name in imports for page in defined.get(name, ())}
        for page in record.pages:
            found[page] |= others | {*record.pages}
        for other in others:
            found[other].update(record.pages)
    return found


def _names(record: FileRecord) -> tuple[list[str], list[str]]:
    """Return the top-level names that a file defines, and those that it imports."""
    names = [line.partition("\t")[0] for line in record.definitions]
    imports = [one.removeprefix(_IMPORT) for one in names if one.startswith(_IMPORT)]
    is_tests = record.path.startswith(TESTS)
    defined = [one for one in names if not is_tests and _MEMBER.isdisjoint(one)]
    return defined, imports


def _connected(
    neighbours: Mapping[str, set[str]], starts: Iterable[str]
) -> frozenset[str]:
    found = set(starts)
    waiting = [*found]
    while waiting:
        new = neighbours.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return frozenset(found)
