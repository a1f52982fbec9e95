"""What is told of files that people edited, beside what merging tells."""

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.source import START

_MOST_NAMED = 5


def lost(path: str, names: list[str], *, is_gone: bool) -> Diagnostic:
    """Tell what of a person's goes."""
    shown = ", ".join(f"`{name}`" for name in names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    what = f", with {shown}" if names else ""
    rest = f" and {more:,} more" if more > 0 else ""
    done = "removed" if is_gone else "written over"
    return diagnostic(
        Code.OVERWRITTEN_CODE,
        f"`{path}` was edited, and was {done}{what}{rest}",
        path,
        START,
        "without `--force` what people wrote stays",
    )


def foreign(path: str) -> Diagnostic:
    """Tell of a file that docgen never wrote."""
    return diagnostic(
        Code.EXISTING_FILE,
        f"`{path}` is not docgen's, and was left as it is",
        path,
        START,
        "move it elsewhere to have the generated file written",
    )


def undecoded(path: str) -> Diagnostic:
    """Tell of a file that is no text."""
    return diagnostic(
        Code.UNPARSABLE_OUTPUT,
        f"`{path}` is not UTF-8, and was left as it is",
        path,
        START,
        "save it as UTF-8 and run again",
    )


def contested(path: str) -> Diagnostic:
    """Tell of a file that can't be taken apart, and that docgen would write otherwise."""
    return diagnostic(
        Code.MERGE_CONFLICT,
        f"`{path}` was edited, and docgen would write another text than last time",
        path,
        START,
        "take over what you want of `docgen generate --diff`, then `docgen accept` it",
    )


def moved(old: str, new: str) -> Diagnostic:
    """Tell that a file went along with its type."""
    return diagnostic(
        Code.MOVED_CODE,
        f"`{new}` was `{old}`; what people wrote there went along",
        new,
        START,
        "see that what uses it has the new names",
    )


def doubtful(old: str, new: str) -> Diagnostic:
    """Tell that a file did not go along, though it might have."""
    return diagnostic(
        Code.AMBIGUOUS_RENAME,
        f"`{old}` may be `{new}` now; nothing was moved",
        old,
        START,
        f"if it is, carry over what you wrote and delete `{old}`",
    )


def doubtful_member(path: str, old: str, new: str) -> Diagnostic:
    """Tell that a member may have another name."""
    return diagnostic(
        Code.AMBIGUOUS_RENAME,
        f"`{old}` may be `{new}` now; nothing was moved",
        path,
        START,
        f"if it is, use `{new}` in what you wrote",
    )
