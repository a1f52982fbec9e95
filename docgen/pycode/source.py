"""The lines of a file, and what stands on them."""

import ast
from bisect import bisect_left, bisect_right

from docgen.pycode.comments import comments

DECORATED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
"""What may have decorators."""

Lines = tuple[int, int]
"""First and last line, counted from 1."""


class Source:
    """The lines of a text and its comments."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.comments = comments(text)
        self._commented = [*self.comments]

    def comments_in(self, first: int, last: int) -> list[int]:
        """Give the numbers of the lines that have comments."""
        if not self._commented:
            return []
        begin = bisect_left(self._commented, first)
        return self._commented[begin : bisect_right(self._commented, last)]

    def words_in(self, first: int, last: int) -> list[str]:
        """Give the comments on lines."""
        return [self.comments[line] for line in self.comments_in(first, last)]

    def is_continued(self, line: int) -> bool:
        """Tell whether a line ends in a backslash."""
        return self.lines[line - 1].endswith("\\") and line not in self.comments

    def begin_of_body(self, head: int, body: int) -> int:
        """Give the first line behind the head of a body, be there a comment on it or nothing."""
        begin = body
        while begin - 1 > head and not self._code_on(begin - 1):
            begin -= 1
        return begin

    def _code_on(self, line: int) -> str:
        text = self.lines[line - 1].strip()
        return "" if text.startswith("#") else text

    def end_of(self, statement: ast.stmt) -> int:
        """Give the last line of a statement, with the comments that hang below its body."""
        end = statement.end_lineno or statement.lineno
        if not self._commented:
            return end
        body: object = getattr(statement, "body", None)
        below = body[0] if isinstance(body, list) else None
        if isinstance(below, ast.stmt) and below.lineno > statement.lineno:
            return self._hanging(end, below.col_offset)
        return end

    def _hanging(self, end: int, column: int) -> int:
        """Give the last line of the comments below a body that are indented like it."""
        for line in range(end + 1, len(self.lines) + 1):
            text = self.lines[line - 1]
            if line in self.comments and len(text) - len(text.lstrip()) >= column:
                end = line
            elif text.strip():
                break
        return end


def first_line(statement: ast.stmt) -> int:
    """Give the line on which a statement begins, or its first decorator."""
    if isinstance(statement, DECORATED) and statement.decorator_list:
        return statement.decorator_list[0].lineno
    return statement.lineno
