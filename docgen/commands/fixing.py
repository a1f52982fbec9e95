"""`docgen lint --fix`: fix the pages of a run, and write them or show what would change."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.atomic import system_message, write_atomically
from docgen.diagnostics import Applicability, Diagnostic
from docgen.digests import digest
from docgen.fixes import AppliedFix, Fix, Fixed, Linted, fix_pages
from docgen.markdown.decoding import decode
from docgen.output.diff import text_diff
from docgen.pages.find import Problem
from docgen.pages.page_set import STANDARD_INPUT, PageFile
from docgen.pages.tree import Overrides, Tree
from docgen.reporters import at_most, counted, listed


class FixUse(Struct, frozen=True, kw_only=True):
    """What `docgen lint` does about fixes.

    It applies the safe ones if it `fixes`, and all of them if `is_unsafe`. With `shows_diff`
    nothing is written. With `fails` the exit status is 1 if a page was fixed.
    """

    fixes: bool = False
    is_unsafe: bool = False
    shows_diff: bool = False
    fails: bool = False


NO_FIXES = FixUse()


class FixReport(Struct, frozen=True, kw_only=True):
    """The result of fixing pages.

    `overrides` are the contents of the fixed pages. `result` is the fixed page from standard input,
    `diff` what would change. `about` are sentences about what was done. It is `incomplete` if a
    page could not be fixed.
    """

    overrides: Overrides
    result: bytes
    diff: str
    about: tuple[str, ...]
    has_changes: bool
    is_incomplete: bool


class FixablePages:
    """The pages of a run that may be fixed, by the paths that a user would write."""

    def __init__(self, pages: Iterable[PageFile], tree: Tree) -> None:
        self._pages = {one.path: one for one in pages}
        self._tree = tree
        self._contents: dict[str, bytes | None] = {}
        self.refused: dict[str, str] = {}

    def read(self, path: str) -> bytes | None:
        """Return the content of a page that was linted; `None` if it can't be fixed."""
        if path not in self._contents:
            self._contents[path] = self._read(path)
        return self._contents[path]

    def _read(self, path: str) -> bytes | None:
        page = self._pages.get(path)
        if page is None:
            return None
        if page.path == STANDARD_INPUT:
            return page.content
        if page.location in self._tree.overrides:
            self.refused[path] = (
                "its staged content differs from the working tree; stage it, or stash "
                "what is not staged"
            )
            return None
        content = self._tree.read(page.location)
        if isinstance(content, Problem) or digest(content) != page.digest:
            self.refused[path] = _CHANGED
            return None
        return content

    def overrides(self, contents: Mapping[str, bytes]) -> Overrides:
        """Return contents by location."""
        return {self.location(path): content for path, content in contents.items()}

    def location(self, path: str) -> str:
        """Return the location of a page."""
        return self._pages[path].location or path

    def write(self, path: str, content: bytes) -> str:
        """Write a fixed page if it is what was linted; return why it was not written."""
        location = os.path.realpath(self.location(path))
        try:
            if self._tree.read(location) != self.read(path):
                return _CHANGED
            write_atomically(location, [content])
        except OSError as error:
            return system_message(error)
        return ""


_CHANGED = "it was changed in the meantime; run docgen again"


def fix(
    linted: Linted,
    lint: Callable[[Overrides], Linted],
    pages: FixablePages,
    use: FixUse,
) -> FixReport:
    """Fix pages that were linted; `lint` lints all of them with other content at some locations."""
    fixed = fix_pages(
        linted,
        lambda contents: lint(pages.overrides(contents)),
        pages.read,
        is_unsafe=use.is_unsafe,
    )
    contents = dict(fixed.contents)
    stdin = contents.get(STANDARD_INPUT, pages.read(STANDARD_INPUT))
    diff = "".join(_diffs(fixed, pages)) if use.shows_diff else ""
    failed: dict[str, str] = dict(pages.refused)
    if not use.shows_diff:
        for path in sorted(contents.keys() - {STANDARD_INPUT}):
            if problem := pages.write(path, contents[path]):
                failed[path] = problem
                del contents[path]
    done = [one for one in fixed.applied if one.diagnostic.path in contents]
    return FixReport(
        overrides=pages.overrides(contents),
        result=b"" if stdin is None or use.shows_diff else stdin,
        diff=diff,
        about=tuple(_about(done, fixed.failed, failed, use)),
        has_changes=bool(contents),
        is_incomplete=bool(failed),
    )


def _diffs(fixed: Fixed, pages: FixablePages) -> Iterator[str]:
    for path, content in sorted(fixed.contents.items()):
        before = decode(path, pages.read(path) or b"").value
        yield text_diff(path, before, decode(path, content).value)


def _about(
    applied: Sequence[AppliedFix],
    failed: Sequence[Diagnostic],
    refused: Mapping[str, str],
    use: FixUse,
) -> Iterator[str]:
    """Yield what was fixed on each page, and what was not."""
    by_page: dict[str, Counter[str]] = {}
    for one in applied:
        found = by_page.setdefault(one.diagnostic.path, Counter())
        found[one.diagnostic.code] += 1
    if by_page:
        verb = "would fix" if use.shows_diff else "fixed"
        number = counted(len(applied), "diagnostic")
        yield f"{verb} {number} on {counted(len(by_page), 'page')}:"
        lines = (
            f"  {path}: {listed(*(f'{count} {code}' for code, count in found.items()))}"
            for path, found in sorted(by_page.items())
        )
        yield from at_most([*lines])
    for path, problem in sorted(refused.items()):
        yield f"`{path}` was not fixed: {problem}"
    for left in failed[:_MAX_FAILED]:
        yield (
            f"{left.path}:{left.span.line}: the fix of `{left.code}` was not applied: "
            "the diagnostic would stay, or another one would appear"
        )
    if len(failed) > _MAX_FAILED:
        yield f"{len(failed) - _MAX_FAILED:,} more fixes were not applied"


_MAX_FAILED = 10


def about_fixable(fixes: Iterable[Fix | None], use: FixUse) -> Iterator[str]:
    """Yield how many of the remaining diagnostics have a fix, and the option that applies it."""
    found = Counter(one.applicability for one in fixes if one)
    safe, unsafe = found[Applicability.SAFE], found[Applicability.UNSAFE]
    if use.fixes:
        safe = 0
    if safe:
        yield f"{safe:,} fixable with `--fix`"
    if unsafe and not use.is_unsafe:
        more = " more" if safe or use.fixes else ""
        yield f"{unsafe:,}{more} fixable with `--unsafe-fixes`"
