"""The lines of a file, and what stands on them."""

import ast
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from docgen.definitions.comments import comments

Lines = tuple[int, int]
"""First and last line, counted from 1."""


class Source:
    """The lines of a text and its comments."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.comments = comments(text)
        self._commented = [*self.comments]

    def comments_in(self, first: int, last: int) -> Iterator[tuple[int, str]]:
        """Give the comments on lines, with the number of each line."""
        begin = bisect_left(self._commented, first)
        for line in self._commented[begin : bisect_right(self._commented, last)]:
            yield line, self.comments[line]

    def words_in(self, first: int, last: int) -> list[str]:
        """Give the comments on lines alone."""
        return [comment for _, comment in self.comments_in(first, last)]

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

    def lines_of(self, group: Sequence[ast.stmt]) -> Lines:
        """Give the lines of statements, with decorators, and with comments that hang below."""
        first, last = group[0], group[-1]
        end = last.end_lineno or last.lineno
        body: object = getattr(last, "body", None)
        below = body[0] if isinstance(body, list) else None
        if isinstance(below, ast.stmt) and below.lineno > last.lineno:
            end = self._hanging(end, below.col_offset)
        return first_line(first), end

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
    match statement:
        case (
            ast.FunctionDef(decorator_list=[decorator, *_])
            | ast.AsyncFunctionDef(decorator_list=[decorator, *_])
            | ast.ClassDef(decorator_list=[decorator, *_])
        ):
            return decorator.lineno
        case _:
            return statement.lineno
