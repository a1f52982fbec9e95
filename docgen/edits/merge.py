"""The three-way merge of a file: its new content, and what the manifest records about it.

Hand-written code keeps its bytes. The result of a merge is verified: it is parsed again, and must
have exactly the expected parts.
"""

import ast
import re
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from docgen.diagnostics import Diagnostic, Result
from docgen.edits.base import order_lines
from docgen.edits.decision import DELETED, MergeResult
from docgen.edits.messages import EditMessage, edit_diagnostic, merge_diagnostics
from docgen.edits.scopes import MergeRules, all_predecessors, is_unchanged
from docgen.edits.three_way import (
    BYTE_ORDER_MARK,
    ThreeWay,
    compare,
    identified_parts,
)
from docgen.edits.verdicts import HAND_EDITED, Verdict, Versions
from docgen.pycode import PYTHON_SUFFIXES, Part, base_key, fingerprinted
from docgen.regex import Regex
from docgen.source import Span

_RECORDED_AS_NEW = {Verdict.KEPT, Verdict.UPDATED, Verdict.ADDED}
_RECORDED_AS_BEFORE = {Verdict.ABSENT, Verdict.CONFLICT, Verdict.ORPHAN, Verdict.NEEDED}


def merge(
    path: str, last: tuple[str, ...], edited: str, new: str | None
) -> Result[MergeResult]:
    """Merge the new content of a file into the file; `last` are its lines in the manifest.

    `new` is `None` if no page defines the file any more. A file that can't be parsed, or whose
    merge can't be verified, is left unchanged.
    """
    unchanged = MergeResult(source=edited, definitions=last)
    found = compare(last, edited, new or "")
    if found is None:
        return Result(unchanged, (_unparsable(path, edited),))
    if new is None:
        if any(one in HAND_EDITED for one in found.verdicts.values()):
            orphan = edit_diagnostic(EditMessage.ORPHAN, path, name=path)
            return Result(unchanged, (orphan,))
        return Result(MergeResult(source="", definitions=()))
    merged = merged_file(edited, new, found)
    if merged is None:
        return Result(unchanged, (_unparsable(path, edited),))
    result = merged.parts
    lines = _lines(_merged_lines(found), result, found, found.rules)
    reported = merge_diagnostics(
        path, result, found.new, found.versions, found.verdicts
    )
    return Result(MergeResult(source=merged.source, definitions=lines), tuple(reported))


def _unparsable(path: str, edited: str) -> Diagnostic:
    """Report a file that can't be parsed, at its first conflict marker or syntax error."""
    marker = _CONFLICT_MARKER.search(edited)
    if marker is not None:
        line = edited.count("\n", 0, marker.start()) + 1
        return edit_diagnostic(EditMessage.CONFLICT_MARKERS, path, Span(line))
    return edit_diagnostic(EditMessage.UNPARSABLE, path, Span(_line_of_error(edited)))


def _line_of_error(source: str) -> int:
    """Return the line of a syntax error, 1 if Python finds none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(source.removeprefix(BYTE_ORDER_MARK))
    except SyntaxError as error:
        return error.lineno or 1
    except (ValueError, RecursionError, MemoryError):
        pass
    return 1


_CONFLICT_MARKER = Regex(r"^<{7}(?: |\r?$)", re.MULTILINE)


class MergedFile(Struct, frozen=True, kw_only=True):
    """The merged content of a file, and its parts."""

    source: str
    parts: tuple[Part, ...]


def merged_file(edited: str, new: str, found: ThreeWay) -> MergedFile | None:
    """Merge new code into a file as the verdicts say; `None` if that can't be verified."""
    content = _content(edited, new, found, found.rules)
    expected = _expected(found.versions, found.verdicts)
    known = {key: {expected[key]} for key in expected}
    result = None if content is None else identified_parts(content, known)
    if content is None or result is None or not _is_as_expected(result, expected):
        return None
    return MergedFile(source=content, parts=result)


def accepted_lines(
    path: str, last: tuple[str, ...], edited: str, new: str
) -> tuple[str, ...]:
    """Return the definition lines of a file whose content the user accepted.

    New code that docgen has not yet added to the file is not accepted with it.
    """
    found = compare(last, edited, new) if path.endswith(PYTHON_SUFFIXES) else None
    if found is None:
        return last if path.endswith(PYTHON_SUFFIXES) else ()
    return _lines(_accepted_lines(found), found.edited, found, found.rules)


def _content(edited: str, new: str, found: ThreeWay, rules: MergeRules) -> str | None:
    """Return the merged content, `None` if the file can't be edited."""
    if is_unchanged(found.edited, found.new, rules):
        return edited
    from docgen.edits.splice import spliced

    plain = edited.removeprefix(BYTE_ORDER_MARK)
    mark = BYTE_ORDER_MARK if plain != edited else ""
    merged = spliced(plain, new, found.edited, found.new, rules)
    return None if merged is None else mark + merged


def _expected(
    versions: Mapping[str, Versions], verdicts: Mapping[str, Verdict]
) -> Mapping[str, str]:
    """Return the fingerprints that the parts of the merged file must have, by key."""
    is_new = {Verdict.ADDED, Verdict.UPDATED}
    pairs = {
        key: versions[key].new if one in is_new else versions[key].edited
        for key, one in verdicts.items()
        if one is not Verdict.DROPPED
    }
    return {key: fingerprint for key, fingerprint in pairs.items() if fingerprint}


def _is_as_expected(result: Iterable[Part], expected: Mapping[str, str]) -> bool:
    """Return whether a merged file has exactly the expected parts."""
    fillers = {part.key for part in _fillers(result)} - {*expected}
    found = (part for part in fingerprinted(result) if part.key not in fillers)
    return Counter(_compared(one.key, one.fingerprint) for one in found) == Counter(
        _compared(*pair) for pair in expected.items()
    )


def _compared(key: str, fingerprint: str) -> tuple[str, str]:
    """Omit the fingerprint of an import: it covers comments that all names share."""
    return base_key(key), "" if key.startswith("import ") else fingerprint


def _fillers(result: Iterable[Part]) -> Iterator[Part]:
    """Yield the `pass` of each class without other statements."""
    for part in result:
        if part.kind == "class" and len(part.parts) == 1:
            yield from (one for one in part.parts if one.key.endswith(".pass"))


def _merged_lines(found: ThreeWay) -> Iterator[str]:
    """Yield the lines of the parts; a part with a message keeps its line, so that it recurs."""
    for key, one in found.verdicts.items():
        versions = found.versions[key]
        if one in _RECORDED_AS_NEW and versions.new is not None:
            yield f"{key}\t{versions.new}"
        elif one in _RECORDED_AS_BEFORE:
            yield from _base_lines(key, versions)
        is_absent = one is Verdict.ABSENT and versions.is_deleted
        if one is Verdict.DELETED or is_absent:
            yield f"{key}\t{DELETED}"


def _accepted_lines(found: ThreeWay) -> Iterator[str]:
    for key, one in found.verdicts.items():
        versions = found.versions[key]
        is_needed = one is Verdict.NEEDED and versions.is_import
        if one in {Verdict.KEPT, Verdict.CONFLICT} and versions.new is not None:
            yield f"{key}\t{versions.new}"
        elif is_needed or one in {Verdict.UPDATED, Verdict.DROPPED}:
            yield from _base_lines(key, versions)
        elif one is Verdict.DELETED or versions.is_deleted:
            yield f"{key}\t{DELETED}"


def _base_lines(key: str, versions: Versions) -> Iterator[str]:
    yield from (f"{key}\t{fingerprint}" for fingerprint in sorted(versions.base))


def _lines(
    parts: Iterable[str], result: tuple[Part, ...], found: ThreeWay, rules: MergeRules
) -> tuple[str, ...]:
    """Return all definition lines: those of the parts, of orders, and of predecessors."""
    lines = {*parts, *_filler_lines(result, found)}
    pairs = (line.split("\t") for line in lines)
    names = {name for name, word in pairs if word != DELETED}
    orders = order_lines(result, found.new, names, found.base, rules.generated)
    return tuple(sorted({*lines, *orders, *_predecessor_lines(result, found, rules)}))


def _filler_lines(result: tuple[Part, ...], found: ThreeWay) -> Iterator[str]:
    """Yield lines for the `pass` that libcst writes into a class that became empty."""
    for part in _fillers(result):
        if found.verdicts.get(part.key, Verdict.DROPPED) is Verdict.DROPPED:
            yield f"{part.key}\t{part.fingerprint}"


def _predecessor_lines(
    result: tuple[Part, ...], found: ThreeWay, rules: MergeRules
) -> Iterator[str]:
    present = {part.key for part in (*fingerprinted(result), *_all_parts(found.new))}
    for name, digests in found.base.predecessors.items():
        if name not in present:
            yield from (f"{name}^\t{digest}" for digest in digests)
    for name, digest in all_predecessors(found.edited, found.new, rules):
        yield f"{name}^\t{digest}"


def _all_parts(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Yield every part, also those without fingerprints."""
    for part in parts:
        yield part
        yield from part.decorators
        yield from _all_parts(part.parts)
