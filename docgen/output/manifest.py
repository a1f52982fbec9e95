r"""The manifest: what docgen wrote last into an output folder.

    manifest   = "docgen manifest 2" { file { definition } }
    file       = path TAB digest { TAB page }            one line
    definition = " " name { TAB word }                   one line

The digest is that of what docgen would write, whatever people made of the file; a definition says
what docgen wrote last under a name, as `merge` has it. Little that people write changes a line, so
that branches on which they did merge well.

Files are sorted by path, definitions by name, so that git merges it line by line. A backslash, a
tab or a line end in a path is written `\\`, `\t`, `\n`. Any other line is passed over when read,
also the marks of a conflict, and a file may come more than once (two branches were merged): then
each digest and each definition is one of docgen's. In version 1 definitions had other fingerprints.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from operator import attrgetter

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.edits.decision import FileRecord, joined_lines
from docgen.output.blocks import MARKS, Block, blocks
from docgen.output.paths import MANIFEST, is_safe
from docgen.source import Span

_HEAD = "docgen manifest 2"
_OLDER = "docgen manifest 1"
_FILE = re.compile(r"[^\t]+\t[0-9a-f]{32}(?:\t[^\t]*)*")
_DEFINITION = re.compile(r"[^\t]+(?:\t[^\t]+)+")
_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_ESCAPED = {escape: char for char, escape in _ESCAPES.items()}
_ESCAPE = re.compile(r"\\[\\tnr]")


def manifest_text(entries: Iterable[FileRecord]) -> str:
    """Give the text of a manifest."""
    return "\n".join((_HEAD, *map(_block, sorted(entries, key=_path)), ""))


_path = attrgetter("path")


def _block(entry: FileRecord) -> str:
    """Give the lines of a file, without the end of the last."""
    pages = "\t".join(("", *map(_escaped, entry.pages)))
    lines = (f"{entry.path}\t{digest}{pages}" for digest in entry.digests)
    return "\n".join(lines) + entry.lines


@lru_cache(maxsize=16_384)
def _escaped(text: str) -> str:
    if text.isprintable() and "\\" not in text:
        return text
    return "".join(_ESCAPES.get(char, char) for char in text)


def read_manifest(content: bytes) -> Result[dict[str, FileRecord]]:
    """Read the entries of a manifest; paths that lead out of the folder are told and left out."""
    lines = content.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    if _first(lines) not in {_HEAD, _OLDER}:
        return Result({})
    has_definitions = _HEAD in lines
    entries: dict[str, FileRecord] = {}
    diagnostics: list[Diagnostic] = []
    for number, block in blocks(lines, _is_file):
        entry = _entry(block, has_definitions=has_definitions)
        if not is_safe(entry.path):
            diagnostics.append(_unsafe(entry.path, number))
        elif entry.path in entries:
            entries[entry.path] = joined(entries[entry.path], entry)
        else:
            entries[entry.path] = entry
    return Result(entries, tuple(diagnostics))


def _first(lines: Iterable[str]) -> str:
    """Give the first line that git did not put there."""
    return next((line for line in lines if not line.startswith(MARKS)), "")


def _is_file(line: str) -> bool:
    return bool(_FILE.fullmatch(line))


def _entry(block: Block, *, has_definitions: bool) -> FileRecord:
    path, file_digest, *pages = block[0].split("\t")
    lines = block[1:] if has_definitions else ()
    return FileRecord(
        path=path,
        digests=(file_digest,),
        pages=tuple(map(_unescaped, pages)),
        lines=joined_lines(filter(_DEFINITION.fullmatch, dict.fromkeys(lines))),
    )


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: _ESCAPED[match[0]], text) if "\\" in text else text


def joined(one: FileRecord, other: FileRecord) -> FileRecord:
    """Take what either of two entries for the same file says for docgen's."""
    return FileRecord(
        path=one.path,
        digests=tuple(sorted({*one.digests, *other.digests})),
        pages=tuple(sorted({*one.pages, *other.pages})),
        lines=joined_lines(sorted({*one.definitions, *other.definitions})),
    )


def _unsafe(path: str, line: int) -> Diagnostic:
    message = f"the manifest names `{path}`, which docgen never writes"
    span = Span(line, 1, len(path) + 1)
    return diagnostic(Code.UNSAFE_OUTPUT, message, MANIFEST, span, "delete the line")
