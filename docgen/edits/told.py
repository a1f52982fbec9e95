"""What a merge has to tell."""

import re
from collections.abc import Iterable, Iterator, Mapping

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.edits.verdicts import Three, Verdict
from docgen.pycode import Part, units
from docgen.source import START, Span

_COUNT = re.compile(r"~\d+")


def told(
    path: str,
    result: Iterable[Part],
    today: Iterable[Part],
    threes: Mapping[str, Three],
    verdicts: Mapping[str, Verdict],
) -> Iterator[Diagnostic]:
    """Tell of conflicts and orphans where they stand in the result, and of what people removed."""
    for part in units(result):
        if verdicts.get(part.key) is Verdict.CONFLICT:
            yield _conflict(path, part)
        if verdicts.get(part.key) is Verdict.ORPHAN and part.kind != "import":
            yield _orphan(path, part)
    yield from (_removed(path, key) for key in _missed(today, threes, verdicts))


def _missed(
    today: Iterable[Part], threes: Mapping[str, Three], verdicts: Mapping[str, Verdict]
) -> Iterator[str]:
    """Give what people removed since the last run; of a class that is gone the class alone."""
    for part in today:
        verdict = verdicts.get(part.key)
        is_silent = part.kind == "comment" or part.key.endswith("pass")
        if verdict is Verdict.REMOVED:
            if not is_silent and not threes[part.key].is_removed:
                yield part.key
        else:
            yield from _missed([*part.decorators, *part.parts], threes, verdicts)


def _shown(key: str) -> str:
    """Give a key as people would name the part."""
    return _COUNT.sub("", key)


def _conflict(path: str, part: Part) -> Diagnostic:
    """Tell that people and docgen changed the same part."""
    return diagnostic(
        Code.MERGE_CONFLICT,
        f"`{_shown(part.key)}` was edited, and docgen would write it otherwise by now; "
        "what is there was kept",
        path,
        Span(part.line),
        f"take over what is new, then run `docgen accept {path}`",
    )


def _orphan(path: str, part: Part) -> Diagnostic:
    """Tell that no page gives a part any more that people touched."""
    return diagnostic(
        Code.OBSOLETE_CODE,
        f"`{_shown(part.key)}` was edited, and no page gives it any more; it was kept",
        path,
        Span(part.line),
        f"delete it, or run `docgen accept {path}` to make it yours",
    )


def orphaned_file(path: str) -> Diagnostic:
    """Tell that no page gives a file any more in which people wrote."""
    return diagnostic(
        Code.OBSOLETE_CODE,
        f"`{path}` was edited, and no page gives it any more; it was kept",
        path,
        START,
        f"delete it, or run `docgen accept {path}` to make it yours",
    )


def _removed(path: str, key: str) -> Diagnostic:
    """Tell that people removed a part."""
    return diagnostic(
        Code.REMOVED_CODE,
        f"`{_shown(key)}` was deleted by hand, and stays deleted",
        path,
        START,
        "to have it back, delete the file to have it written anew",
    )


def unparsable(path: str) -> Diagnostic:
    """Tell that a file can't be read."""
    return diagnostic(
        Code.UNPARSABLE_OUTPUT,
        f"`{path}` was edited and can't be taken apart, so it was left as it is",
        path,
        START,
        "mend it; the next run does the rest",
    )
