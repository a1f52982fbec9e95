"""What a merge has to tell."""

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.source import START, Span


def conflict(path: str, name: str, line: int) -> Diagnostic:
    """Tell that people and docgen changed the same part."""
    return diagnostic(
        Code.MERGE_CONFLICT,
        f"`{name}` was edited, and docgen would write it otherwise by now; "
        "what is there was kept",
        path,
        Span(line),
        f"take over what is new, then run `docgen accept {path}`",
    )


def orphan(path: str, name: str, line: int) -> Diagnostic:
    """Tell that no page gives a part any more that people touched."""
    return diagnostic(
        Code.ORPHANED_CODE,
        f"`{name}` was edited, and no page gives it any more; it was kept",
        path,
        Span(line),
        f"delete it, or run `docgen accept {path}` to make it yours",
    )


def orphaned_file(path: str) -> Diagnostic:
    """Tell that no page gives a file any more in which people wrote."""
    return diagnostic(
        Code.ORPHANED_CODE,
        f"`{path}` was edited, and no page gives it any more; it was kept",
        path,
        START,
        f"delete it, or run `docgen accept {path}` to make it yours",
    )


def removed(path: str, name: str) -> Diagnostic:
    """Tell that people removed a part."""
    return diagnostic(
        Code.REMOVED_CODE,
        f"`{name}` was deleted by hand, and stays deleted",
        path,
        START,
        "to have it back, delete the file to have it written anew",
    )


def unparsable(path: str) -> Diagnostic:
    """Tell that a file can't be read."""
    return diagnostic(
        Code.UNPARSABLE_OUTPUT,
        f"`{path}` was edited and is no Python as it is, so it was left alone",
        path,
        START,
        "mend it; the next run does the rest",
    )
