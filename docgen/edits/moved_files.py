"""The edited files of renamed types: move them to the paths of the new type.

The names in the new code are replaced with the old ones, the code is merged as if nothing had been
renamed, and the names in the result are replaced with the new ones. So undoing the rename restores
the file. Nothing is moved if hand-written code uses the new name already, because that could not be
undone.
"""

from collections.abc import Callable, Container, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from docgen.edits.decision import (
    Conflict,
    Decision,
    EditedFile,
    FileChange,
    FileRecord,
    Merge,
    Moves,
    compact,
)
from docgen.edits.docstrings import with_merged_docstrings
from docgen.edits.edited_files import CONFLICT, UNPARSABLE
from docgen.edits.messages import EditMessage, edit_diagnostic
from docgen.edits.renames import class_of, files_of, renamed_types
from docgen.pycode import PYTHON_SUFFIXES, definition_lines
from docgen.pycode.identifiers import Renaming, renamed, uses_new_name
from docgen.same_types import RenamedType


class Candidates(Struct, frozen=True, kw_only=True):
    """The records of the last run and of this one by path, and the edited files among the former.

    `free` are the paths at which there is no file. `content_of` returns the new content of a path.
    """

    last: Mapping[str, FileRecord]
    wanted: Mapping[str, FileRecord]
    edited: Mapping[str, bytes]
    free: Container[str]
    content_of: Callable[[str], str]
    merge: Merge


def moves(files: Candidates) -> Moves:
    """Decide about the edited files of renamed types; if a rename is ambiguous, none is moved."""
    removed = [one for path, one in files.last.items() if path not in files.wanted]
    added = [one for path, one in files.wanted.items() if path not in files.last]
    found = renamed_types(
        removed,
        added,
        files.edited.__contains__,
        gone=_pages(files.last) - _pages(files.wanted),
        new_pages=_pages(files.wanted) - _pages(files.last),
    )
    decisions: dict[str, Decision] = {}
    ambiguous = []
    for one in found:
        moved = _moved(one, files) if one.is_certain else None
        if moved is None:
            message = EditMessage.AMBIGUOUS_FILE
            ambiguous.append(edit_diagnostic(message, one.old, new=one.new))
        else:
            decisions |= moved
    return Moves(decisions=decisions, ambiguous=tuple(ambiguous))


def _pages(records: Mapping[str, FileRecord]) -> frozenset[str]:
    return frozenset(page for one in records.values() for page in one.pages)


def _moved(one: RenamedType, files: Candidates) -> Mapping[str, Decision] | None:
    """Decide about the edited files of a type; `None` if one of them can't be moved."""
    renaming = _renaming(one, files)
    found: dict[str, Decision] = {}
    for old, new in zip(files_of(one.old), files_of(one.new), strict=True):
        if old == new or old not in files.edited or new not in files.wanted:
            continue
        decision = _decision(old, new, renaming, files)
        if decision is None:
            return None
        found[new] = decision
        content = files.edited[old]
        change = FileChange(path=old, before=content, after=None, moved_to=new)
        found[old] = Decision(record=None, change=change)
    return found


def _renaming(one: RenamedType, files: Candidates) -> Renaming:
    old, new = class_of(files.last[one.old]), class_of(files.wanted[one.new])
    forms = ("{}", "{}Operations", "Async{}Operations") if old != new else ()
    names = {form.format(old): form.format(new) for form in forms}
    path, other = _module_path(one.old), _module_path(one.new)
    is_same_folder = path[:-1] == other[:-1]
    return Renaming(names=names, paths={path: other} if is_same_folder else {})


def _module_path(model: str) -> tuple[str, ...]:
    """Return how code in the package names a module."""
    return ("models", *model.partition("/models/")[2].removesuffix(".py").split("/"))


def _decision(
    old: str, new: str, renaming: Renaming, files: Candidates
) -> Decision | None:
    wanted, last = files.wanted[new], files.last[old]
    content = files.content_of(new)
    file = EditedFile(
        path=old, content=files.edited[old], last=last, wanted=wanted, new=content
    )
    source = file.source
    if source is None or new not in files.free or not old.endswith(PYTHON_SUFFIXES):
        return None
    if uses_new_name(source, renaming):
        return None
    with_old_names = renamed(content, renaming.reverse)
    found = files.merge(new, last.definitions, source, with_old_names)
    if any(one.code == CONFLICT for one in found.diagnostics):
        both = with_merged_docstrings(new, last.definitions, source, with_old_names)
        found = files.merge(new, both.lines, both.source, with_old_names)
    codes = {one.code for one in found.diagnostics}
    if UNPARSABLE in codes:
        return None
    merged = renamed(found.value.source, renaming)
    lines = _renamed_lines(found.value.definitions, wanted, with_old_names, renaming)
    moved = edit_diagnostic(EditMessage.MOVED_FILE, new, name=old)
    return Decision(
        record=replace(wanted, lines=compact(lines)),
        change=FileChange(path=new, before=None, after=merged),
        diagnostics=(moved, *found.diagnostics),
        is_edited=True,
        conflict=Conflict(kept=merged, new=content) if CONFLICT in codes else None,
    )


def _renamed_lines(
    lines: tuple[str, ...], wanted: FileRecord, with_old_names: str, renaming: Renaming
) -> Iterator[str]:
    """Yield definition lines with the new names; those of the new code where they match it."""
    new_lines = {line.rpartition("\t")[0]: line for line in wanted.definitions}
    unchanged = frozenset(definition_lines(wanted.path, with_old_names))
    for line in lines:
        name, _, word = line.rpartition("\t")
        new = renamed(name, renaming)
        if line in unchanged and new in new_lines:
            yield new_lines[new]
        else:
            yield f"{new}\t{word}"
