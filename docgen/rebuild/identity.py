"""What a result depends on beside pages: docgen itself, its tools, Python, templates, the target.

By status it is known in a moment whether all of that is as it was; by content it is known again
on another machine and in another checkout.
"""

import os
import sys
from collections.abc import Iterable, Iterator

import msgspec

from docgen.cache.status import status_of
from docgen.config import Target
from docgen.render.shipped import own_templates

_TOOLS = (
    "black-",
    "jinja2-",
    "libcst-",
    "markdown_it_py-",
    "mdit_py_plugins-",
    "msgspec-",
)
"""How the names of those libraries begin whose version may change what comes out."""


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """`status` is all that counts; `code` and `templates` are digests of what is in files."""

    status: bytes
    code: bytes
    templates: bytes


def surroundings(target: Target) -> bytes:
    """Give the status of all that makes a target."""
    code, templates = code_files(), template_files(target)
    statuses = [status_of(file) for file in (*code, *templates)]
    around = (sys.version, _tools(), code, templates, statuses, _about(target))
    return msgspec.msgpack.encode(around)


def identity(
    target: Target, last: Identity | None, known: bytes | None = None
) -> Identity:
    """Give the identity of what makes a target; files are opened only if they are others.

    `known` are the surroundings, where they were looked at before.
    """
    status = surroundings(target) if known is None else known
    if last and last.status == status:
        return last
    from docgen.cache.store import key

    code, templates = code_files(), template_files(target)
    return Identity(
        status=status,
        code=key(sys.version.encode(), *_tools(), *_contents(code)),
        templates=key(*_contents(templates)),
    )


def code_files() -> list[str]:
    """Give docgen's own modules."""
    return sorted(_files(os.path.dirname(os.path.dirname(__file__)), ".py"))


def template_files(target: Target) -> list[str]:
    """Give the templates that a target may be made with."""
    return sorted(
        file
        for folder in (*target.templates, own_templates())
        for file in _files(folder, ".jinja")
    )


def _files(folder: str, ending: str) -> Iterator[str]:
    waiting = [folder]
    while waiting:
        for entry in _entries(waiting.pop()):
            if entry.name.endswith(ending):
                yield entry.path
            elif "." not in entry.name and entry.is_dir():
                waiting.append(entry.path)


def _entries(folder: str) -> Iterable[os.DirEntry[str]]:
    try:
        return list(os.scandir(folder))
    except OSError:
        return ()


def _tools() -> list[bytes]:
    """Give the names of the folders in which pip notes what it installed."""
    return sorted(
        name.encode(errors="surrogateescape")
        for folder in sys.path
        for name in _names(folder)
        if name.startswith(_TOOLS) and name.endswith("-info")
    )


def _names(folder: str) -> Iterable[str]:
    try:
        return os.listdir(folder or os.curdir)
    except OSError:
        return ()


def _about(target: Target) -> bytes:
    """Give what a target says, and where its paths lead."""
    paths = (*target.source, target.output, target.folder, *target.templates)
    places = [(os.path.abspath(path), os.path.realpath(path)) for path in paths]
    return repr((target, places)).encode(errors="surrogateescape")


def _contents(files: Iterable[str]) -> Iterator[bytes]:
    """Give each file's name and what it holds; one that can't be read is like no other."""
    for file in files:
        yield "/".join(file.split(os.sep)[-2:]).encode(errors="surrogateescape")
        try:
            with open(file, "rb") as opened:
                yield opened.read()
        except OSError:
            yield os.urandom(16)
