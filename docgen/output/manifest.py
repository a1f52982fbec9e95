r"""The manifest: what docgen wrote last into an output folder.

    manifest   = "docgen manifest 1" { file { definition } }
    file       = path TAB digest { TAB page }            one line
    definition = " " name TAB fingerprint                one line

Files are sorted by path, definitions by name, so that git merges it line by line. A backslash, a
tab or a line end in a path is written `\\`, `\t`, `\n`. Any other line is passed over when read,
and a file may come more than once (two branches were merged): then each digest is one of docgen's.
"""

import re
from collections.abc import Iterable, Iterator

from docgen.diagnostics import Checked, Code, Diagnostic, diagnostic
from docgen.output.paths import MANIFEST, is_safe
from docgen.output.values import Entry
from docgen.source import Span

_HEAD = "docgen manifest 1"
_FILE = re.compile(r"[^\t]+\t[0-9a-f]{32}(?:\t[^\t]*)*")
_DEFINITION = re.compile(r" [^\t]+\t[0-9a-f]{16}")
_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_ESCAPED = {escape: char for char, escape in _ESCAPES.items()}
_ESCAPE = re.compile(r"\\[\\tnr]")


def manifest_text(entries: Iterable[Entry]) -> str:
    """Give the text of a manifest."""
    lines = [_HEAD]
    for entry in sorted(entries, key=lambda entry: entry.path):
        pages = "".join("\t" + _escaped(page) for page in entry.pages)
        lines += [f"{entry.path}\t{digest}{pages}" for digest in entry.digests]
        lines += [" " + "\n ".join(entry.definitions)] if entry.definitions else []
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    if text.isprintable() and "\\" not in text:
        return text
    return "".join(_ESCAPES.get(char, char) for char in text)


def read_manifest(content: bytes) -> Checked[dict[str, Entry]]:
    """Read the entries of a manifest; paths that lead out of the folder are told and left out."""
    entries: dict[str, Entry] = {}
    diagnostics: list[Diagnostic] = []
    for number, block in _blocks(content):
        path, file_digest, *pages = block[0].split("\t")
        if not is_safe(path):
            diagnostics.append(_unsafe(path, number))
            continue
        entry = Entry(
            path=path,
            digests=(file_digest,),
            pages=tuple(_unescaped(page) for page in pages),
            definitions=tuple(line[1:] for line in block[1:]),
        )
        entries[path] = joined(entries[path], entry) if path in entries else entry
    return Checked(entries, tuple(diagnostics))


def joined(one: Entry, other: Entry) -> Entry:
    """Take what either of two entries for the same file says for docgen's."""
    return Entry(
        path=one.path,
        digests=tuple(sorted({*one.digests, *other.digests})),
        pages=tuple(sorted({*one.pages, *other.pages})),
        definitions=tuple(sorted({*one.definitions, *other.definitions})),
    )


def _blocks(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Give each file line with its number and the definition lines that follow it."""
    lines = content.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    if lines[0] != _HEAD:
        return
    block: list[str] = []
    begin = 0
    for number, line in enumerate(lines[1:], 2):
        if line.startswith(" "):
            if block and _DEFINITION.fullmatch(line):
                block.append(line)
            continue
        if block:
            yield begin, block
        block, begin = ([line] if _FILE.fullmatch(line) else []), number
    if block:
        yield begin, block


def _unsafe(path: str, line: int) -> Diagnostic:
    message = f"the manifest names `{path}`, which docgen never writes"
    span = Span(line, 1, len(path) + 1)
    return diagnostic(Code.UNSAFE_OUTPUT, message, MANIFEST, span, "delete the line")


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: _ESCAPED[match[0]], text) if "\\" in text else text
