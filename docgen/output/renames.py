"""Renames: which new file is that of a type that has only got another name.

A type is known by its model, and takes its other files along:

    model      = package "/models/" { folder "/" } module ".py"
    stub       = package "/models/" { folder "/" } module ".pyi"
    operations = package "/operations/" { folder "/" } module ".py"
    test       = "tests/" { folder "/" } "test_" { folder "__" } module ".py"

Page and shape decide. The shape are the members of the class, each as it is written:

    page       members alike    the new type
    the same   half or more     is the old one
    the same   fewer            may be
    another    all, and two     is
    another    half or more     may be
    another    fewer            is another

So it may be too where several are. Only files that people edited are worth the question.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from docgen.edits.decision import FileRecord

_MODEL = re.compile(
    r"(?P<package>.+)/models/(?P<folders>(?:.+/)?)(?P<module>[^/]+)\.py"
)
_HALF, _ALL, _FEWEST = 0.5, 1.0, 2


class Rename(Struct, frozen=True, kw_only=True):
    """The models of a type that is gone and of one that has come; `is_sure` says it is the same."""

    old: str
    new: str
    is_sure: bool


class _Model(Struct, frozen=True, kw_only=True):
    """A model, by its path: the pages that give it, and the members of its class."""

    path: str
    pages: frozenset[str]
    members: frozenset[str]


def renames(
    gone: Iterable[FileRecord],
    come: Iterable[FileRecord],
    is_edited: Callable[[str], bool],
) -> tuple[Rename, ...]:
    """Find the renames among files that are gone and files that have come."""
    old = [one for one in _models(gone) if any(map(is_edited, files_of(one.path)))]
    if not old:
        return ()
    new = {one.path: one for one in _models(come)}
    by_fact = _by_fact(new.values())
    found = [
        Rename(old=one.path, new=path, is_sure=verdict)
        for one in old
        for path in sorted(_alike(one, by_fact))
        if (verdict := _verdict(one, new[path])) is not None
    ]
    pairs = Counter(path for one in found for path in (one.old, one.new))
    is_only = {one: pairs[one.old] == pairs[one.new] == 1 for one in found}
    return tuple(
        replace(one, is_sure=one.is_sure and is_only[one])
        for one in found
        if one.is_sure or is_only[one]
    )


def files_of(model: str) -> tuple[str, ...]:
    """Give the paths of the files of a type, its model first, always in the same order."""
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


def class_of(entry: FileRecord) -> str:
    """Give the name of the class of a model: what has a docstring."""
    ends = (line.partition("\t")[0] for line in entry.definitions)
    return next((one[: -len(_DOC)] for one in ends if one.endswith(_DOC)), "")


_DOC = ".__doc__"


def _models(entries: Iterable[FileRecord]) -> Iterator[_Model]:
    for entry in entries:
        own = class_of(entry) if _MODEL.fullmatch(entry.path) else ""
        if own:
            pages = frozenset(entry.pages)
            members = frozenset(_members(entry, f"{own}."))
            yield _Model(path=entry.path, pages=pages, members=members)


def _members(entry: FileRecord, prefix: str) -> Iterator[str]:
    for line in entry.definitions:
        name = line.removeprefix(prefix)
        if name != line and not name.startswith(("*", "@", "__doc__")):
            yield name


def _by_fact(models: Iterable[_Model]) -> Mapping[str, list[str]]:
    """Give the models by the pages and by the members that they have."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in models:
        for fact in (*one.pages, *one.members):
            found[fact].append(one.path)
    return found


def _alike(one: _Model, by_fact: Mapping[str, list[str]]) -> set[str]:
    facts = (*one.pages, *one.members)
    return {path for fact in facts for path in by_fact.get(fact, ())}


def _verdict(old: _Model, new: _Model) -> bool | None:
    """Tell whether it is the same type, or may be (false), or is another (`None`)."""
    most = max(len(old.members), len(new.members))
    alike = len(old.members & new.members) / most if most else _ALL
    if old.pages & new.pages:
        return alike >= _HALF
    if alike == _ALL and most >= _FEWEST:
        return True
    return False if alike >= _HALF and most >= _FEWEST else None
