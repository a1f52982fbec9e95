"""What `docgen init --git` configures in a clone: the merge driver for generated files.

The setting is local, in `.git`, so a clone without docgen merges as it always did.
"""

import os
import posixpath
from collections.abc import Iterable

from docgen.pages.git import GitError, run_git

NAME = "merge generated files by their definitions"
DRIVER = "docgen merge-driver %O %A %B %P"


def set_up_merge_driver(outputs: Iterable[str]) -> tuple[str, ...]:
    """Configure git to merge the files of output folders; return a line for each change."""
    try:
        top = _line("rev-parse", "--show-toplevel")
        attributes = _line("rev-parse", "--git-path", "info/attributes")
        run_git(["config", "merge.docgen.name", NAME])
        run_git(["config", "merge.docgen.driver", DRIVER])
    except GitError as error:
        return (f"the merge driver was not configured: {error}",)
    lines = [_attribute(os.path.realpath(output), top) for output in outputs]
    return (
        "configured the merge driver `docgen` in .git/config",
        _append_lines(attributes, lines),
    )


def _line(*arguments: str) -> str:
    return os.fsdecode(run_git(arguments)).removesuffix("\n")


def _attribute(output: str, top: str) -> str:
    """Return the line for an output folder; git needs quotes around a space."""
    path = os.path.relpath(output, os.path.realpath(top)).replace(os.sep, "/")
    pattern = posixpath.join("/" if path == "." else f"/{path}", "**")
    quoted = pattern.replace("\\", "\\\\").replace('"', '\\"')
    if quoted != pattern or any(map(str.isspace, pattern)):
        pattern = f'"{quoted}"'
    return f"{pattern} merge=docgen"


def _append_lines(file: str, lines: Iterable[str]) -> str:
    os.makedirs(os.path.dirname(file), exist_ok=True)
    before = _content(file)
    known = before.splitlines()
    missing = [line for line in lines if line not in known]
    shown = ".git/info/attributes"
    if not missing:
        return f"{shown} assigns generated files to it already"
    gap = "\n" if before and not before.endswith("\n") else ""
    with open(file, "a", encoding="utf-8", newline="\n") as opened:
        opened.write(gap + "".join(f"{line}\n" for line in missing))
    return f"assigned generated files to it in {shown}"


def _content(file: str) -> str:
    try:
        with open(file, encoding="utf-8", errors="surrogateescape") as opened:
            return opened.read()
    except FileNotFoundError:
        return ""
