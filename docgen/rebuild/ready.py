"""Who works on a build, and what a process that begins early gets ready for it."""

from collections.abc import Sequence
from functools import partial

from docgen.config import Target
from docgen.pages.page_set import PageFile
from docgen.pipeline import declarations_of, ready_to_write
from docgen.rebuild.hands import Hands
from docgen.workers.aside import begun
from docgen.workers.number import cores, may_fork


def hands_for(targets: Sequence[Target], asked: int | None, *, is_again: bool) -> Hands:
    """Give who works on targets; `is_again` says that little of them may be new.

    Then a process begins at once, for to import what reads pages and writes files takes as long
    as to find out which.
    """
    if asked is not None or not is_again or cores() < 2 or not may_fork():
        return Hands(asked=asked)
    return Hands(aside=begun([_ready_to_read, partial(_ready_to_write, targets)]))


def _ready_to_read() -> None:
    declarations_of(PageFile(path="", shown="", content=b""))


def _ready_to_write(targets: Sequence[Target]) -> None:
    for target in targets:
        ready_to_write(target)
