"""The lines of a Python file and the comments on them."""

import ast
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from docgen.regex import Regex

LINE_LENGTH = 88
"""Maximum number of columns of a line of generated code, as black has it."""

DECORATED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
"""The statements that can have decorators."""

LineRange = tuple[int, int]
"""The first and the last line, counted from 1."""


class SourceLines:
    """The lines of a file, and its comments by line number."""

    def __init__(self, source: str) -> None:
        self.lines = source.split("\n")
        self.comments = comments(source)
        self._commented = [*self.comments]

    def comments_in(self, first: int, last: int) -> list[int]:
        """Return the numbers of the lines in a range that have comments."""
        if not self._commented:
            return []
        begin = bisect_left(self._commented, first)
        return self._commented[begin : bisect_right(self._commented, last)]

    def comments_on(self, first: int, last: int) -> list[str]:
        """Return the comments on the lines of a range."""
        return [self.comments[line] for line in self.comments_in(first, last)]

    def is_continued(self, line: int) -> bool:
        """Return whether a line ends with a backslash that continues it."""
        return self.lines[line - 1].endswith("\\") and line not in self.comments

    def begin_of_body(self, head: int, body: int) -> int:
        """Return the first line after the head of a body, even if it is a comment or blank."""
        begin = body
        while begin - 1 > head and not self._code_on(begin - 1):
            begin -= 1
        return begin

    def _code_on(self, line: int) -> str:
        content = self.lines[line - 1].strip()
        return "" if content.startswith("#") else content

    def end_of(self, statement: ast.stmt) -> int:
        """Return the last line of a statement, with the comments indented below its body."""
        end = statement.end_lineno or statement.lineno
        if not self._commented:
            return end
        body: object = getattr(statement, "body", None)
        below = body[0] if isinstance(body, list) else None
        if isinstance(below, ast.stmt) and below.lineno > statement.lineno:
            return self._end_of_comments(end, below.col_offset)
        return end

    def _end_of_comments(self, end: int, column: int) -> int:
        """Return the last line of the comments after `end` that are indented to `column`."""
        for line in range(end + 1, len(self.lines) + 1):
            content = self.lines[line - 1]
            if line in self.comments and len(content) - len(content.lstrip()) >= column:
                end = line
            elif content.strip():
                break
        return end


_STRING_OR_COMMENT = Regex(
    r'"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""'
    r"|'''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''"
    r'|"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
    r"|'[^'\\\n]*(?:\\.[^'\\\n]*)*'"
    r"|(?P<comment>#[^\n]*)",
    re.DOTALL,
)
"""A string literal or a comment, whichever comes first, so that a `#` in a string is not a comment.

Strings in the braces of an f-string that reuse its quotes can be mistaken: then code counts as a
comment, which is compared exactly.
"""


def comments(source: str) -> Mapping[int, str]:
    """Return the comments by line number, without trailing whitespace."""
    found: dict[int, str] = {}
    if "#" not in source:
        return found
    line, position = 1, 0
    for match in _STRING_OR_COMMENT.finditer(source):
        if match["comment"]:
            line += source.count("\n", position, match.start())
            position = match.start()
            found[line] = match["comment"].rstrip()
    return found


def first_line(statement: ast.stmt) -> int:
    """Return the line on which a statement begins, or its first decorator."""
    if isinstance(statement, DECORATED) and statement.decorator_list:
        return statement.decorator_list[0].lineno
    return statement.lineno
