"""The toolchain: everything that results depend on besides pages and the target.

This is docgen's own code, its libraries, Python and the templates. The statuses of all files show
whether the toolchain is unchanged; digests of their content identify it on another machine and in
another checkout.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from docgen.pages.statuses import file_status
from docgen.render.files import own_templates

_LIBRARIES = (
    "black-",
    "jinja2-",
    "libcst-",
    "markdown_it_py-",
    "msgspec-",
)
"""Prefixes of the metadata folders of the libraries whose version can change the output."""


class Toolchain(msgspec.Struct, frozen=True):
    """`status` covers everything; `code` and `templates` are digests of the content of files."""

    status: bytes
    code: bytes = b""
    templates: bytes = b""

    @property
    def version_of_templates(self) -> bytes:
        """Bytes that change with the templates, also where no digests are computed."""
        return self.templates or self.status


NO_TOOLCHAIN = Toolchain(b"")
"""The toolchain of results that are never kept."""


def toolchain_status(template_folders: Sequence[str]) -> bytes:
    """Return the statuses of everything that a toolchain consists of."""
    files = (*code_files(), *template_files(template_folders))
    statuses = [file_status(file, follow_links=True) for file in files]
    return msgspec.msgpack.encode((sys.version, _installed(), files, statuses))


def toolchain(
    template_folders: Sequence[str], status: bytes, last: Toolchain | None
) -> Toolchain:
    """Return the toolchain with this status; files are opened only if it is not the `last` one."""
    if last and last.status == status:
        return last
    from docgen.digests import blake2b

    code = blake2b(msgspec.msgpack.encode((sys.version, _installed())), digest_size=16)
    for content in _contents(code_files(), _package()):
        code.update(content)
    templates = blake2b(digest_size=16)
    for folder in (*template_folders, own_templates()):
        for content in _contents(_templates(folder), folder):
            templates.update(content)
    return Toolchain(status, code.digest(), templates.digest())


def code_files() -> list[str]:
    """Return docgen's own modules."""
    return sorted(_files(_package(), ".py"))


def _package() -> str:
    return os.path.dirname(os.path.dirname(__file__))


def template_files(folders: Sequence[str]) -> list[str]:
    """Return the templates in the user's `folders` and docgen's own."""
    return [file for one in (*folders, own_templates()) for file in _templates(one)]


def _templates(folder: str) -> list[str]:
    return sorted(_files(folder, ".jinja"))


def _files(folder: str, suffix: str) -> Iterator[str]:
    waiting = [folder]
    while waiting:
        for entry in _entries(waiting.pop()):
            if entry.name.endswith(suffix):
                yield entry.path
            elif not entry.name.startswith(".") and entry.is_dir():
                waiting.append(entry.path)


def _entries(folder: str) -> Iterable[os.DirEntry[str]]:
    try:
        return list(os.scandir(folder))
    except OSError:
        return ()


def _installed() -> list[bytes]:
    """Return the metadata folders of the libraries, which name their versions."""
    return sorted(
        name.encode(errors="surrogateescape")
        for folder in sys.path
        for name in _names(folder)
        if name.startswith(_LIBRARIES) and name.endswith("-info")
    )


def _names(folder: str) -> Iterable[str]:
    try:
        return os.listdir(folder or os.curdir)
    except OSError:
        return ()


def _contents(files: Iterable[str], folder: str) -> Iterator[bytes]:
    """Yield each file's path in a folder, and its content; an unreadable file equals no other."""
    for file in files:
        name = os.path.relpath(file, folder).encode(errors="surrogateescape")
        try:
            with open(file, "rb") as opened:
                content = opened.read()
        except OSError:
            content = os.urandom(16)
        yield msgspec.msgpack.encode((name, content))
