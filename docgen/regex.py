"""Regular expressions that are compiled when they are first used.

To compile all expressions of docgen takes a tenth of a run in which one page changed, and such a
run uses a third of them.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Regex:
    """A regular expression for text, with the methods of `re.Pattern`."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Keep the expression; `flags` are those of `re.compile`."""
        self.pattern, self._flags = pattern, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """`re.Pattern.match`."""
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """`re.Pattern.fullmatch`."""
        return self._compiled.fullmatch

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """`re.Pattern.search`."""
        return self._compiled.search

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """`re.Pattern.finditer`."""
        return self._compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[str]]:
        """`re.Pattern.findall`, for expressions with at most one group."""
        return self._compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        """`re.Pattern.split`, for expressions whose groups always match."""
        return self._compiled.split

    @cached_property
    def sub(self) -> Callable[..., str]:
        """`re.Pattern.sub`."""
        return self._compiled.sub

    def found(self, match: re.Match[str]) -> bool:
        """Return whether a match is one of this expression."""
        return match.re is self._compiled
