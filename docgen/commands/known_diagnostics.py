"""The baseline of `docgen lint`: its file, and what is reported of diagnostics that are known."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from docgen.atomic import system_message
from docgen.baseline import (
    Baseline,
    BaselineError,
    Comparison,
    Entry,
    PageEntries,
    baseline_of,
    baseline_text,
    compared_with,
    read_baseline,
    without_solved,
)
from docgen.commands.errors import UsageError
from docgen.commands.output_file import require_replaceable, write_output
from docgen.commands.selected_build import SelectedBuild
from docgen.diagnostics import Diagnostic, Severity
from docgen.diagnostics.codes import BY_NAME
from docgen.reporters import SourceLine, counted


class BaselineUse(Struct, frozen=True, kw_only=True):
    """What `docgen lint` does with a baseline.

    `file` is the one that is read, empty for none; with `updates` the solved diagnostics are
    removed from it. `written` is the file that all diagnostics are written to, empty for none.
    """

    file: str = ""
    updates: bool = False
    written: str = ""


NO_BASELINE = BaselineUse()


class KnownDiagnostics(Struct, frozen=True, kw_only=True):
    """The diagnostics of a run that are to be reported, and sentences about the others.

    `counts` are the numbers of all diagnostics by code, `before` those of the baseline.
    """

    new: tuple[Diagnostic, ...]
    about: tuple[str, ...] = ()
    counts: Mapping[str, int] = {}
    before: Mapping[str, int] | None = None

    @property
    def fails(self) -> bool:
        """Whether there is a new error or warning, although there is a baseline."""
        severities = {one.severity for one in self.new}
        return self.before is not None and not severities <= {Severity.NOTE}


DiagnosticWithEntry: TypeAlias = tuple[Diagnostic, Callable[[], Entry]]
"""A diagnostic, and a function that returns its entry, for which the page is read."""


def with_entries(
    built: SelectedBuild, lines: SourceLine
) -> Iterator[DiagnosticWithEntry]:
    """Yield the diagnostics of a build, with paths as a user writes them, and their entries."""
    shown = built.build.pages.shown
    entries = PageEntries(
        built.build.schema, lambda path, number: lines(shown(path), number)
    )
    for one, original in zip(built.diagnostics, built.found, strict=True):
        yield one, partial(entries.of, original)


def known_diagnostics(
    found: Sequence[DiagnosticWithEntry], use: BaselineUse, *, is_complete: bool
) -> KnownDiagnostics:
    """Compare diagnostics with the baseline, and write the files that `use` says.

    Without a baseline all are new. If the run `is_complete`, entries without a diagnostic are
    solved, and diagnostics whose code the baseline does not know are only counted. Raises
    `UsageError` for a file that can't be read or that docgen did not write, and for a baseline
    that would lose entries of what was not checked.
    """
    if use.updates and not use.file:
        raise UsageError("there is no baseline to update; name it with --baseline")
    if (use.updates or use.written) and not is_complete:
        raise UsageError(
            "a baseline has the diagnostics of all pages: it can't be written or updated "
            "with PAGES of a configured source, --select, --ignore or --staged"
        )
    everything = tuple(one for one, _ in found)
    counts = Counter(one.code for one in everything)
    if use.written:
        _write(use.written, baseline_of(entry() for _, entry in found))
        about = f"wrote {counted(len(found), 'diagnostic')} to `{use.written}`"
        return KnownDiagnostics(new=(), about=(about,), counts=counts)
    if not use.file:
        return KnownDiagnostics(new=everything, counts=counts)
    baseline = _read(use.file)
    if not is_complete:
        baseline = replace(baseline, codes=frozenset(BY_NAME))
    compared = compared_with(baseline, [(one, entry()) for one, entry in found])
    solved = compared.solved if is_complete else {}
    if use.updates and solved:
        _write(use.file, without_solved(baseline, solved))
    return KnownDiagnostics(
        new=compared.new,
        about=tuple(_about(compared, solved, use)),
        counts=counts,
        before=_by_code(baseline.counts),
    )


def _by_code(counts: Mapping[Entry, int]) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for entry, count in counts.items():
        found[entry.code] += count
    return found


def _about(
    compared: Comparison, solved: Mapping[Entry, int], use: BaselineUse
) -> Iterable[str]:
    """Yield sentences about known, solved and newly found kinds of diagnostics."""
    if compared.known:
        yield f"{counted(compared.known, 'diagnostic')} of `{use.file}` not shown"
    number = sum(solved.values())
    if number and use.updates:
        yield f"removed {counted(number, 'solved diagnostic')} from `{use.file}`"
    elif number:
        noun = "diagnostic is" if number == 1 else "diagnostics are"
        yield (
            f"{number:,} {noun} solved; `docgen lint --update-baseline` removes "
            f"{'it' if number == 1 else 'them'} from `{use.file}`"
        )
    for code, count in sorted(compared.of_new_codes.items()):
        yield (
            f"`{code}` is newer than `{use.file}`: {counted(count, 'diagnostic')}; "
            f"`docgen lint --select {code}` shows them"
        )


def _read(file: str) -> Baseline:
    try:
        with open(file, encoding="utf-8") as opened:
            return read_baseline(opened.read())
    except FileNotFoundError as error:
        raise UsageError(
            f"the baseline `{file}` does not exist; `docgen lint --write-baseline {file}` "
            "writes it"
        ) from error
    except OSError as error:
        raise UsageError(f"`{file}` can't be read: {system_message(error)}") from error
    except (BaselineError, UnicodeDecodeError) as error:
        raise UsageError(f"`{file}` is not a baseline of docgen: {error}") from error


def _write(file: str, baseline: Baseline) -> None:
    require_replaceable(file, "--write-baseline", _is_baseline)
    write_output(file, baseline_text(baseline))


def _is_baseline(content: bytes) -> bool:
    try:
        read_baseline(content.decode())
    except (BaselineError, UnicodeDecodeError):
        return False
    return True


def statistics(found: KnownDiagnostics) -> str:
    """Return a table of the numbers by code, beside those of the baseline if there is one."""
    rows: list[tuple[str, ...]] = [("code", "now", "before", "change")]
    before = found.before or {}
    codes: set[str] = {*found.counts, *before}
    for code in sorted(codes):
        now, known = found.counts.get(code, 0), before.get(code, 0)
        change = f"{now - known:+,}" if now != known else ""
        rows.append((code, f"{now:,}", f"{known:,}", change))
    shown = rows if found.before is not None else [row[:2] for row in rows]
    return "".join(f"{line}\n" for line in _aligned(shown))


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterable[str]:
    """Yield the rows with aligned columns, all but the first to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        cells = [first.ljust(widths[0])]
        cells += (
            cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)
        )
        yield "  ".join(cells).rstrip()
