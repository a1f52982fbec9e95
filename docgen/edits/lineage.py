"""The lineage of an edited file in git: which version of docgen's code its edits were made to.

Git merges the manifest and the generated files independently. So the manifest can have definitions
of one branch, while the file is that of the other (`git checkout --ours`), which never had them. A
part that is missing in the file was deleted by hand only if an earlier version of the file had it,
or if docgen wrote it in the commit that changed the file without it; otherwise it is added.
Likewise, a part that differs from the manifest was edited by hand only if docgen wrote the version
of the manifest to this file.

The versions from which a file descends are searched from the file backwards:

    commit                      the versions that the search continues with
    has one parent              its parent
    was merged                  the parents with the same version of the part, if there are any
    has a merged record         none: it was rebased or squashed
"""

from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from docgen.edits.base import read_base
from docgen.edits.decision import FileRecord
from docgen.pycode import definition_lines


class Version(Struct, frozen=True, kw_only=True):
    """A version of a file: its content, its record in the manifest, and the versions before it.

    `parents` are the names of the versions before it.
    """

    content: str | None
    record: FileRecord | None
    parents: tuple[str, ...] = ()

    @property
    def was_merged(self) -> bool:
        """Whether the record was merged from those of branches since docgen ran last."""
        return self.record is not None and len(self.record.digests) > 1


class FileLineage(Struct, frozen=True, kw_only=True):
    """The current version of a file, and the earlier ones by name; none outside of git."""

    current: Version
    earlier: Mapping[str, Version] = {}


def base_in_lineage(
    path: str, names: Iterable[str], lineage: FileLineage
) -> Mapping[str, frozenset[str]]:
    """Return what docgen wrote last to this file, for each name for which the manifest is wrong.

    `names` are those of parts that differ from what the manifest records. An empty set means that
    docgen never wrote the part to this file.
    """
    reader = _LineageReader(path, lineage)
    found = ((name, reader.base(name)) for name in names)
    return {name: base for name, base in found if base is not None}


class _LineageReader:
    """Reads the versions of a file; each is parsed at most once."""

    def __init__(self, path: str, lineage: FileLineage) -> None:
        self.path, self.lineage = path, lineage
        self.current = self._parts_of(lineage.current)
        self.recorded = _known(lineage.current)
        self.parts = cache(lambda one: self._parts_of(lineage.earlier[one]))
        self.known = cache(lambda one: _known(lineage.earlier[one]))

    def base(self, name: str) -> frozenset[str] | None:
        """Return the fingerprints that docgen wrote last, `None` if the manifest is right."""
        state = self.current.get(name)
        if not self.lineage.earlier or self._was_written_here(name):
            is_uncertain = state is None and self.lineage.current.was_merged
            return frozenset() if is_uncertain else None
        written = self.recorded.get(name, frozenset())
        same, different = self._ancestors(name, state)
        before = [self.parts(one).get(name) for one in different]
        if state is None:
            was_written = before or any(self._was_deleted_in(one, name) for one in same)
            return None if was_written else frozenset()
        if any(one in written for one in before):
            return None
        for one in same:
            if state in self.known(one).get(name, frozenset()):
                return frozenset({state})
        bases = [self.known(one).get(name) for one in different]
        return next(filter(None, bases), None)

    def _was_written_here(self, name: str) -> bool:
        """Return whether docgen wrote a part in the working tree, since the last commit."""
        written = self.recorded.get(name, frozenset())
        return not any(
            written & self.known(one).get(name, frozenset())
            for one in self.lineage.current.parents
        )

    def _was_deleted_in(self, one: str, name: str) -> bool:
        """Return whether docgen wrote a part that was deleted before the version was committed.

        If the file is that of the parent, it may as well be a side that was chosen in a rebase.
        """
        version = self.lineage.earlier[one]
        parents = [p for p in version.parents if p in self.lineage.earlier]
        if len(parents) != 1 or version.was_merged or name not in self.known(one):
            return False
        parent = self.lineage.earlier[parents[0]]
        is_same_file = version.content == parent.content
        return not is_same_file and _digests(version) != _digests(parent)

    def _ancestors(self, name: str, state: str | None) -> tuple[list[str], list[str]]:
        """Return the versions from which a part descends, and those in which it was different."""
        same: dict[str, None] = {}
        different: dict[str, None] = {}
        pending = [*self._followed(self.lineage.current, name, state)]
        while pending:
            one = pending.pop()
            if one in same or one in different:
                continue
            if self.parts(one).get(name) == state:
                same[one] = None
                pending += self._followed(self.lineage.earlier[one], name, state)
            else:
                different[one] = None
        return [*same], [*different]

    def _followed(
        self, version: Version, name: str, state: str | None
    ) -> Iterable[str]:
        earlier = self.lineage.earlier
        parents = [one for one in version.parents if one in earlier]
        if len(version.parents) > 1:
            same = [one for one in parents if self.parts(one).get(name) == state]
            return same or parents
        was_merged = version.was_merged
        return [
            one
            for one in parents
            if not was_merged or _digests(earlier[one]) == _digests(version)
        ]

    def _parts_of(self, version: Version) -> Mapping[str, str]:
        lines = definition_lines(self.path, version.content or "")
        return dict(_split(line) for line in lines)


def _split(line: str) -> tuple[str, str]:
    name, _, word = line.rpartition("\t")
    return name, word


def _known(version: Version) -> Mapping[str, frozenset[str]]:
    return read_base(version.record.definitions).known if version.record else {}


def _digests(version: Version) -> tuple[str, ...]:
    return version.record.digests if version.record else ()
