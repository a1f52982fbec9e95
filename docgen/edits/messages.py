"""The diagnostics about hand-written code in generated files."""

import re
from collections.abc import Iterable, Iterator, Mapping

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.edits.verdicts import Verdict, Versions
from docgen.pycode import Part, fingerprinted
from docgen.source import START, Span

_NUMBER = re.compile(r"~\d+")
_MOST_NAMED = 5


def merge_messages(
    path: str,
    result: Iterable[Part],
    new: Iterable[Part],
    versions: Mapping[str, Versions],
    verdicts: Mapping[str, Verdict],
) -> Iterator[Diagnostic]:
    """Report conflicts and orphans where they are in the result, then deleted parts."""
    for part in fingerprinted(result):
        if verdicts.get(part.key) is Verdict.CONFLICT:
            yield _conflict(path, part)
        if verdicts.get(part.key) is Verdict.ORPHAN and part.kind != "import":
            yield _orphan(path, part)
    yield from (_deleted(path, key) for key in _deleted_keys(new, versions, verdicts))


def _deleted_keys(
    new: Iterable[Part],
    versions: Mapping[str, Versions],
    verdicts: Mapping[str, Verdict],
) -> Iterator[str]:
    """Yield what was deleted by hand since the last run; of a deleted class only the class."""
    for part in new:
        if verdicts.get(part.key) is Verdict.DELETED:
            is_silent = part.kind == "comment" or part.key.endswith("pass")
            if not is_silent and not versions[part.key].is_deleted:
                yield part.key
        else:
            inner = [*part.decorators, *part.parts]
            yield from _deleted_keys(inner, versions, verdicts)


def _shown(key: str) -> str:
    """Return a key as a user would name the part."""
    return _NUMBER.sub("", key)


def _conflict(path: str, part: Part) -> Diagnostic:
    return diagnostic(
        Code.MERGE_CONFLICT,
        f"`{_shown(part.key)}` was edited by hand and its page changed as well; "
        "kept your version",
        path,
        Span(part.line),
        f"apply what you want of the new version, then run `docgen accept {path}`",
    )


def _orphan(path: str, part: Part) -> Diagnostic:
    return diagnostic(
        Code.OBSOLETE_CODE,
        f"`{_shown(part.key)}` was edited by hand, but no page defines it any more; "
        "kept it",
        path,
        Span(part.line),
        f"delete it, or run `docgen accept {path}` to keep it as your own",
    )


def _deleted(path: str, key: str) -> Diagnostic:
    return diagnostic(
        Code.REMOVED_CODE,
        f"`{_shown(key)}` was deleted by hand; it stays deleted",
        path,
        START,
        "to restore it, delete the file and run again",
    )


def orphaned_file(path: str) -> Diagnostic:
    """Report a file with hand-written code that no page defines any more."""
    return diagnostic(
        Code.OBSOLETE_CODE,
        f"`{path}` was edited by hand, but no page defines it any more; kept it",
        path,
        START,
        f"delete it, or run `docgen accept {path}` to keep it as your own",
    )


def conflicting_file(path: str) -> Diagnostic:
    """Report an edited file that is not Python and whose new content differs."""
    return diagnostic(
        Code.MERGE_CONFLICT,
        f"`{path}` was edited by hand and its pages changed as well; kept your version",
        path,
        START,
        "apply what you want of `docgen generate --diff`, "
        f"then run `docgen accept {path}`",
    )


def unparsable(path: str) -> Diagnostic:
    """Report an edited file that is not valid Python."""
    return diagnostic(
        Code.UNPARSABLE_OUTPUT,
        f"`{path}` was edited by hand and can't be parsed; left it unchanged",
        path,
        START,
        "fix its syntax and run again",
    )


def undecodable(path: str) -> Diagnostic:
    """Report a file that is not UTF-8."""
    return diagnostic(
        Code.UNPARSABLE_OUTPUT,
        f"`{path}` is not UTF-8; left it unchanged",
        path,
        START,
        "save it as UTF-8 and run again",
    )


def foreign(path: str) -> Diagnostic:
    """Report a file that docgen never wrote where a generated one belongs."""
    return diagnostic(
        Code.EXISTING_FILE,
        f"`{path}` was not written by docgen; left it unchanged",
        path,
        START,
        "move it elsewhere to have the generated file written",
    )


def overwritten(path: str, names: list[str], *, is_removed: bool) -> Diagnostic:
    """Report what `--force` overwrote or removed; `names` are hand-written definitions."""
    shown = ", ".join(f"`{name}`" for name in names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    rest = f" and {more:,} more" if more > 0 else ""
    lost = f", with {shown}{rest}" if names else ""
    done = "removed" if is_removed else "overwrote"
    return diagnostic(
        Code.OVERWRITTEN_CODE,
        f"`{path}` was edited by hand; {done} it{lost}",
        path,
        START,
        "without `--force` hand-written code is kept",
    )


def moved_file(old: str, new: str) -> Diagnostic:
    """Report that an edited file was renamed with its type."""
    return diagnostic(
        Code.MOVED_CODE,
        f"`{old}` is now `{new}`; moved your code there",
        new,
        START,
        "use the new names where you import it",
    )


def ambiguous_file(old: str, new: str) -> Diagnostic:
    """Report that an edited file was not renamed, although its type may have been."""
    return diagnostic(
        Code.AMBIGUOUS_RENAME,
        f"`{old}` may have been renamed to `{new}`; moved nothing",
        old,
        START,
        f"if it was, copy your code to the new file and delete `{old}`",
    )


def renamed_member(path: str, old: str, new: str, span: Span) -> Diagnostic:
    """Report that hand-written code was given the new name of a member."""
    return diagnostic(
        Code.MOVED_CODE,
        f"`{old}` is now `{new}`; renamed it in your code",
        path,
        span,
        "use the new name in other files, too",
    )


def ambiguous_member(path: str, old: str, new: str) -> Diagnostic:
    """Report that a member may have another name."""
    return diagnostic(
        Code.AMBIGUOUS_RENAME,
        f"`{old}` may have been renamed to `{new}`; changed nothing",
        path,
        START,
        f"if it was, use `{new}` in your code",
    )
