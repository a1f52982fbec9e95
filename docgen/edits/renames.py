"""Renames: find the types and the members of types that were renamed.

A type is recognised by its model; its other files are renamed with it:

    model      = package "/models/" { folder "/" } module ".py"
    stub       = package "/models/" { folder "/" } module ".pyi"
    operations = package "/operations/" { folder "/" } module ".py"
    test       = "tests/" { folder "/" } "test_" { folder "__" } module ".py"

`docgen.same_types` compares the types by their pages and by the members of their classes, with
fingerprints. Only types with edited files are compared; `moved_files` moves their files.

A member of a class was renamed if its new code, with the old name, is what docgen wrote last, and
no other member matches. An operation may also have other code (`renamed_operations`). Only members
that were edited or that hand-written code uses are compared. In the class, `self.old` is replaced
with `self.new`, unless hand-written code uses the new name already. If a class has one removed and
one added member that do not match, that is reported.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Diagnostic
from docgen.edits.decision import FileRecord
from docgen.edits.messages import EditMessage, edit_diagnostic
from docgen.edits.renamed_operations import same_operations
from docgen.pycode import definition_lines
from docgen.pycode.identifiers import (
    Renaming,
    member_identifiers,
    names_after_self,
    renamed,
    with_names,
)
from docgen.regex import Regex
from docgen.same_types import DescribedType, RenamedType, same_types
from docgen.source import Span

_MODEL = Regex(r"(?P<package>.+)/models/(?P<folders>(?:.+/)?)(?P<module>[^/]+)\.py")
_TEST = Regex(r"tests/(?P<folders>(?:.+/)?)test_(?P<name>[^/]+)\.py")
_MEMBER = Regex(r"(\w+)\.(?!__doc__)(\w+)\t(\S+)")
_DOC = ".__doc__"


def renamed_types(
    removed: Iterable[FileRecord],
    added: Iterable[FileRecord],
    is_edited: Callable[[str], bool],
    *,
    gone: frozenset[str] = frozenset(),
    new_pages: frozenset[str] = frozenset(),
) -> tuple[RenamedType, ...]:
    """Find the renamed types among files that were removed and files that were added.

    `gone` are the pages that define no file any more, `new_pages` those that defined none before.
    """
    old = [one for one in _models(removed) if any(map(is_edited, files_of(one.key)))]
    if not old:
        return ()
    return same_types(old, [*_models(added)], gone=gone, new_pages=new_pages)


def files_of(model: str) -> tuple[str, ...]:
    """Return the paths of the files of a type: model, stub, operations, test."""
    match = _MODEL.fullmatch(model)
    if not match:
        return (model,)
    package, folders, module = match["package"], match["folders"], match["module"]
    test = folders.replace("/", "__") + module.rstrip("_")
    return (
        model,
        f"{model}i",
        f"{package}/operations/{folders}{module}.py",
        f"tests/{folders}test_{test}.py",
    )


def ends_of_operations(test: str) -> tuple[str, ...]:
    """Return how the path of the operations of a type may end, by that of its test."""
    match = _TEST.fullmatch(test)
    if not match:
        return ()
    folders = match["folders"]
    module = match["name"].removeprefix(folders.replace("/", "__"))
    return tuple(f"/operations/{folders}{module}{end}.py" for end in ("", "_"))


def class_of(record: FileRecord) -> str:
    """Return the name of the class of a model: the one with a docstring."""
    names = (line.partition("\t")[0] for line in record.definitions)
    return next((one[: -len(_DOC)] for one in names if one.endswith(_DOC)), "")


def _models(records: Iterable[FileRecord]) -> Iterator[DescribedType]:
    """Yield the types of models; their keys are the paths of the models."""
    for record in records:
        owner = class_of(record) if _MODEL.fullmatch(record.path) else ""
        if owner:
            pages = frozenset(record.pages)
            members = frozenset(_members(record, f"{owner}."))
            yield DescribedType(key=record.path, pages=pages, members=members)


def _members(record: FileRecord, prefix: str) -> Iterator[str]:
    for line in record.definitions:
        name = line.removeprefix(prefix)
        if name != line and not name.startswith(("*", "__doc__")):
            yield name


class RenamedMembers(Struct, frozen=True, kw_only=True):
    """A file in which members have their new names, and its definition lines with these names."""

    source: str
    base: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


class _RenamedMember(Struct, frozen=True):
    """A member with another name; `is_changed` means that the rest of it also may have changed."""

    owner: str
    old: str
    new: str
    is_changed: bool = False


def with_renamed_members(
    path: str, last: tuple[str, ...], wanted: tuple[str, ...], edited: str, new: str
) -> RenamedMembers:
    """Return an edited file with the new names of its members.

    `last` and `wanted` are the definition lines of what docgen wrote last and of the new code.
    """
    found = RenamedMembers(source=edited, base=last)
    removed, added = _members_only_in(last, wanted), _members_only_in(wanted, last)
    if not removed or not added:
        return found
    lines = frozenset(definition_lines(path, edited))
    used = names_after_self(edited)
    affected = [
        (owner, name)
        for owner, name in removed
        if name in used or _is_edited(owner, name, last, lines)
    ]
    if not affected or not lines:
        return found
    for one in _renamed_members(path, affected, added, last, new):
        found = _with_renamed_member(one, found, wanted, path)
    for one in _renamed_operations(affected, added, found, new):
        found = _with_renamed_member(one, found, wanted, path)
    ambiguous = _ambiguous_members(path, affected, added, found)
    return replace(found, diagnostics=(*found.diagnostics, *ambiguous))


def renamed_operations(
    path: str, last: tuple[str, ...], wanted: tuple[str, ...], edited: str, new: str
) -> Mapping[str, Mapping[str, str]]:
    """Return the new names of the operations of each class in a module, by the old names.

    The arguments are those of `with_renamed_members`.
    """
    removed, added = _members_only_in(last, wanted), _members_only_in(wanted, last)
    if not removed or not added:
        return {}
    same = [*_renamed_members(path, removed, added, last, new)]
    known = {(one.owner, name) for one in same for name in (one.old, one.new)}
    before = RenamedMembers(
        source=edited, base=tuple(one for one in last if _member(one) not in known)
    )
    others = [one for one in added if one not in known]
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for one in (*same, *_renamed_operations(removed, others, before, new)):
        found[one.owner][one.old] = one.new
    return found


def _members_only_in(
    lines: Iterable[str], others: Iterable[str]
) -> list[tuple[str, str]]:
    """Return the members, each with its class, that `others` don't have."""
    known = {_member(line) for line in others}
    return [key for line in lines if (key := _member(line)) and key not in known]


def _member(line: str) -> tuple[str, str] | None:
    match = _MEMBER.fullmatch(line)
    return (match[1], match[2]) if match else None


def _is_edited(
    owner: str, name: str, last: tuple[str, ...], edited: frozenset[str]
) -> bool:
    start = f"{owner}.{name}\t"
    generated = [line for line in last if line.startswith(start)]
    is_in_file = any(line.startswith(start) for line in edited)
    return is_in_file and edited.isdisjoint(generated)


def _renamed_members(
    path: str,
    removed: Iterable[tuple[str, str]],
    added: Iterable[tuple[str, str]],
    last: tuple[str, ...],
    new: str,
) -> Iterator[_RenamedMember]:
    """Yield the renamed members for which there is only one candidate."""
    pairs = [
        _RenamedMember(owner, old_name, new_name)
        for owner, old_name in removed
        for other, new_name in added
        if owner == other
        and _is_same_member(path, owner, old_name, new_name, last, new)
    ]
    yield from _unambiguous(pairs)


def _renamed_operations(
    affected: Iterable[tuple[str, str]],
    added: Iterable[tuple[str, str]],
    before: RenamedMembers,
    new: str,
) -> Iterator[_RenamedMember]:
    """Yield the renamed operations for which there is only one candidate."""
    known = {_member(line) for line in before.base}
    old = [one for one in affected if one in known]
    pairs = [
        _RenamedMember(owner, *pair, is_changed=True)
        for owner in dict.fromkeys(owner for owner, _ in old)
        for pair in same_operations(
            owner,
            [name for one, name in old if one == owner],
            [name for one, name in added if one == owner and (one, name) not in known],
            before.source,
            new,
        )
    ]
    yield from _unambiguous(pairs)


def _unambiguous(pairs: Sequence[_RenamedMember]) -> Iterator[_RenamedMember]:
    uses = Counter((one.owner, name) for one in pairs for name in (one.old, one.new))
    for one in pairs:
        if uses[one.owner, one.old] == uses[one.owner, one.new] == 1:
            yield one


def _is_same_member(
    path: str, owner: str, old: str, new: str, last: tuple[str, ...], source: str
) -> bool:
    back = definition_lines(path, renamed(source, Renaming(names={new: old})))
    start = f"{owner}.{old}\t"
    return any(line.startswith(start) for line in {*back} & {*last})


def _with_renamed_member(
    one: _RenamedMember, before: RenamedMembers, wanted: tuple[str, ...], path: str
) -> RenamedMembers:
    found = [*member_identifiers(one.owner, one.old, one.new, before.source)]
    if not found:
        return before
    old, new = f"{one.owner}.{one.old}\t", f"{one.owner}.{one.new}\t"
    by_old_names = (old, f"{one.owner}.*\t")
    kept = (line for line in before.base if not line.startswith(by_old_names))
    source = with_names(before.source, [(name, one.new) for name in found])
    if one.is_changed:
        added = _lines_of_changed(old, new, before, source, path)
    else:
        added = [line for line in wanted if line.startswith(new)]
    line, column = found[0].line, found[0].column + 1
    renamed_member = edit_diagnostic(
        EditMessage.RENAMED_MEMBER,
        path,
        Span(line, column, column + len(one.new)),
        name=f"{one.owner}.{one.old}",
        new=one.new,
    )
    return RenamedMembers(
        source=source,
        base=tuple(sorted((*kept, *added))),
        diagnostics=(*before.diagnostics, renamed_member),
    )


def _lines_of_changed(
    old: str, new: str, before: RenamedMembers, source: str, path: str
) -> Iterable[str]:
    """Return the lines that docgen would have written last for a member under its new name.

    `source` is the file with that name. If the member is as docgen wrote it, so is the line;
    otherwise any line differs from both versions, as the old one does.
    """
    last = [line for line in before.base if line.startswith(old)]
    if not {*last}.isdisjoint(definition_lines(path, before.source)):
        return [one for one in definition_lines(path, source) if one.startswith(new)]
    return [new + line.removeprefix(old) for line in last]


def _ambiguous_members(
    path: str,
    affected: Iterable[tuple[str, str]],
    added: Iterable[tuple[str, str]],
    found: RenamedMembers,
) -> Iterator[Diagnostic]:
    """Report each class in which one member was removed and one was added."""
    known = {_member(line) for line in found.base}
    old = [key for key in affected if key in known]
    new = [key for key in added if key not in known]
    by_class = Counter(owner for owner, _ in (*old, *new))
    for owner, name in old:
        others = [other for one, other in new if one == owner]
        if len(others) == 1 and by_class[owner] == 2:
            member = f"{owner}.{name}"
            message = EditMessage.AMBIGUOUS_MEMBER
            yield edit_diagnostic(message, path, name=member, new=others[0])
