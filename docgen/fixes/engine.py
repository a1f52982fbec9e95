"""Fix pages: apply fixes in rounds until no page changes.

A round applies all fixes whose edits don't touch, and lints the pages again. Fixes whose diagnostic
is still there, or with which a new diagnostic appeared, are not applied: fewer and fewer fixes are
tried until it is known which of them it is. A fix that fails is tried once more after the others,
and again only if that changed a page, so the rounds end and a second run changes nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from docgen.diagnostics import Applicability, Diagnostic
from docgen.digests import digest
from docgen.fixes.choose import Choice, all_ranges, by_page, choice, chosen
from docgen.fixes.fix import Fix
from docgen.fixes.make import fix_of
from docgen.fixes.original import edited_content
from docgen.fixes.page_text import PageText
from docgen.fixes.trial import Linted, TrialResult, diagnostic_key

MAX_ROUNDS = 100
MAX_LINTS = 300
"""How often pages are linted, at most."""


class AppliedFix(Struct, frozen=True):
    """A diagnostic that was fixed, and its fix."""

    diagnostic: Diagnostic
    fix: Fix


class Fixed(Struct, frozen=True, kw_only=True):
    """The new content of the pages that change, by path, and which fixes were applied.

    `failed` are the diagnostics whose fix did not remove them, or added another one.
    """

    contents: Mapping[str, bytes]
    applied: tuple[AppliedFix, ...]
    failed: tuple[Diagnostic, ...]


Lint: TypeAlias = Callable[[Mapping[str, bytes]], Linted]
"""Lints all pages; the given ones have other content."""

ReadPage: TypeAlias = Callable[[str], bytes | None]
"""Returns the content of a page; `None` for one that is not to be fixed."""


def fix_pages(
    linted: Linted, lint: Lint, read: ReadPage, *, is_unsafe: bool = False
) -> Fixed:
    """Fix the wanted diagnostics of pages, which were linted; with `is_unsafe` all that have a fix.

    Nothing is written.
    """
    fixer = _Fixer(linted, lint, read, is_unsafe=is_unsafe)
    for _ in range(MAX_ROUNDS):
        choices = fixer.choices()
        is_last = not choices or not fixer.apply(choices)
        if is_last and not fixer.tries_again():
            break
    return Fixed(
        contents=fixer.contents,
        applied=tuple(fixer.applied),
        failed=tuple(fixer.failed.values()),
    )


class _Fixer:
    """The pages so far."""

    def __init__(
        self, linted: Linted, lint: Lint, read: ReadPage, *, is_unsafe: bool
    ) -> None:
        self.contents: dict[str, bytes] = {}
        self.applied: list[AppliedFix] = []
        self.failed: dict[tuple[str, ...], Diagnostic] = {}
        self._linted, self._lint, self._read = linted, lint, read
        self._is_unsafe = is_unsafe
        self._lints = 0
        self._texts: dict[str, PageText | None] = {}
        self._earlier: dict[str, set[str]] = {}
        self._applied_before = 0

    def tries_again(self) -> bool:
        """Forget which fixes failed, if others were applied since; return whether this was done.

        A fix may fail because of another one on which its diagnostic depends.
        """
        is_done = len(self.applied) == self._applied_before
        if is_done or not self.failed or self._lints >= MAX_LINTS:
            return False
        self._applied_before = len(self.applied)
        self.failed.clear()
        return True

    def choices(self) -> list[Choice]:
        """Return the fixes of this round."""
        found: dict[str, list[Choice]] = {}
        for one in self._linted.wanted:
            page = self._text(one.path)
            if page is None or self._identity(one) in self.failed:
                continue
            fix = fix_of(one, page)
            if fix is None or not self._allows(fix):
                continue
            if made := choice(one, fix, page):
                found.setdefault(one.path, []).append(made)
        return [one for page in found.values() for one in chosen(page)]

    def _allows(self, fix: Fix) -> bool:
        return self._is_unsafe or fix.applicability is Applicability.SAFE

    def _text(self, path: str) -> PageText | None:
        if path not in self._texts:
            content = self._content(path)
            text = None if content is None else PageText.of(content)
            self._texts[path] = text
        return self._texts[path]

    def _content(self, path: str) -> bytes | None:
        found = self.contents.get(path)
        return self._read(path) if found is None else found

    def _identity(self, one: Diagnostic) -> tuple[str, ...]:
        page = self._text(one.path)
        line = page.line(one.span.line) if page else ""
        return (*diagnostic_key(one), line)

    def apply(self, trial: Sequence[Choice]) -> bool:
        """Apply as many of the fixes as are right; return whether anything is decided."""
        while trial:
            contents = self._edited(trial)
            if contents is None:
                trial = [one for one in trial if not self._has_failed(one)]
                continue
            if self._lints >= MAX_LINTS:
                return False
            self._lints += 1
            linted = self._lint({**self.contents, **contents})
            result = TrialResult(trial, self._linted, linted, self._text, contents)
            if result.is_good:
                self._accept(trial, contents, linted)
                return True
            trial = self._reduced(trial, result)
        return True

    def _edited(self, trial: Sequence[Choice]) -> dict[str, bytes] | None:
        """Return the new contents; `None` if some fixes failed already."""
        found: dict[str, bytes] = {}
        has_failed = False
        for path, choices in by_page(trial).items():
            before = self._content(path) or b""
            after = edited_content(before, all_ranges(choices))
            if after is None or digest(after) in self._earlier.get(path, ()):
                self._fail(choices)
                has_failed = True
            else:
                found[path] = after
        return None if has_failed else found

    def _accept(
        self, trial: Iterable[Choice], contents: Mapping[str, bytes], linted: Linted
    ) -> None:
        for path in contents:
            content = self._content(path) or b""
            self._earlier.setdefault(path, set()).add(digest(content))
            self._texts.pop(path, None)
        self.contents.update(contents)
        self.applied += (AppliedFix(one.diagnostic, one.fix) for one in trial)
        self._linted = linted

    def _reduced(
        self, trial: Sequence[Choice], result: TrialResult
    ) -> Sequence[Choice]:
        """Return the fixes to try next: without those that failed, half of the suspected ones.

        If only pages without fixes have new diagnostics, the fixes of names that these mention are
        left for the next round.
        """
        self._fail(result.culprits)
        kept: list[Choice] = []
        for path, choices in by_page(trial).items():
            if path not in result.suspected:
                kept += (one for one in choices if not self._has_failed(one))
            elif any(map(self._has_failed, choices)):
                continue
            elif len(choices) == 1:
                self._fail(choices)
            else:
                kept += choices[: len(choices) // 2]
        if len(kept) < len(trial):
            return kept
        if len(kept) == 1:
            self._fail(kept)
        others = [one for one in kept if not result.mentions(one)]
        return others if 0 < len(others) < len(kept) else kept[: len(kept) // 2]

    def _fail(self, choices: Iterable[Choice]) -> None:
        for one in choices:
            self.failed[self._identity(one.diagnostic)] = one.diagnostic

    def _has_failed(self, one: Choice) -> bool:
        return self._identity(one.diagnostic) in self.failed
