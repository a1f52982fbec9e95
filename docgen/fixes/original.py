r"""Edit the bytes of a page: only those of the edits change.

Encoding, byte-order mark, line endings and bytes that could not be decoded stay as they are. New
text has the encoding of the page and the line ending of the line that it is on.
"""

from collections.abc import Sequence

from docgen.fixes.page_text import NEWLINE, PageText, Range
from docgen.markdown.decoding import RawText, decode, raw_text


def edited_content(content: bytes, ranges: Sequence[Range]) -> bytes | None:
    """Return the bytes of a page after edits of its decoded text, which are sorted and disjoint.

    The result is `None` if it would not be decoded to the edited text.
    """
    page, raw = PageText.of(content), raw_text(content)
    places = _Places(raw)
    parts: list[bytes] = []
    done = 0
    for start, end, text in ranges:
        first, last = places.byte(start), places.byte(end)
        newline = page.newline(page.position(start).line)
        parts += (content[done:first], raw.encoded(text.replace("\n", newline)))
        done = last
    new = b"".join((*parts, content[done:]))
    return new if decode("", new).value == page.edited(ranges) else None


class _Places:
    """Where the characters of the decoded text are in the bytes; queried in ascending order."""

    def __init__(self, raw: RawText) -> None:
        self._raw = raw
        self._newlines = [found.span() for found in NEWLINE.finditer(raw.text)]
        self._next, self._extra = 0, 0
        self._offset, self._byte = 0, raw.start

    def _original(self, offset: int) -> int:
        r"""Return the offset in the text with its own line endings."""
        while self._next < len(self._newlines):
            start, end = self._newlines[self._next]
            if start - self._extra >= offset:
                break
            self._extra += end - start - 1
            self._next += 1
        return offset + self._extra

    def byte(self, offset: int) -> int:
        """Return the number of the byte at which a character begins."""
        found = self._original(offset)
        self._byte += self._raw.length(self._offset, found, self._byte)
        self._offset = found
        return self._byte
