"""What becomes of one path, and what that is decided from."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from docgen.diagnostics import Diagnostic, Result
from docgen.edits.decision import Conflict, FileChange, FileRecord
from docgen.output.plan import LastOutput, WriteScope
from docgen.output.tree import Standing, Text

if TYPE_CHECKING:
    from docgen.edits.merge import MergeResult

Texts: TypeAlias = Callable[[str], str]
"""From the path of a file that today's pages give to its text."""

Merge: TypeAlias = (
    "Callable[[str, tuple[str, ...], str, str | None], Result[MergeResult]]"
)
"""`docgen.edits.merge.merge`, or what remembers what that gave."""


class Scene(Struct, frozen=True, kw_only=True):
    """All that a decision is made from: texts of today, earlier runs, what is there, the task."""

    texts: Texts
    last: LastOutput
    tree: Mapping[str, Standing]
    scope: WriteScope
    merge: Merge


class Decision(Struct, frozen=True, kw_only=True):
    """What becomes of a path. Without an entry docgen has nothing more to do with it.

    The file `is_current` if it has the text of today, and `is_edited` if it has another and keeps
    it. There is a `contest` where today's text is in conflict with what people wrote.
    """

    entry: FileRecord | None
    change: FileChange | None = None
    told: tuple[Diagnostic, ...] = ()
    is_current: bool = False
    is_edited: bool = False
    conflict: Conflict | None = None


class Moves(Struct, frozen=True, kw_only=True):
    """What is decided about files that move, both the old and the new; and what is not sure."""

    decisions: Mapping[str, Decision] = {}
    doubts: tuple[Diagnostic, ...] = ()


def is_own(last: FileRecord | None, standing: Text) -> bool:
    """Tell whether a file has a text that docgen wrote there last."""
    return last is not None and standing.digest in last.digests
