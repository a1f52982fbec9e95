"""The table that `make bench` prints: each work, its time, and that of the program compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Row:
    """A figure of docgen, and perhaps that of another program on the same work.

    `aim` is the largest ratio to theirs; without theirs, the largest value.
    """

    work: str
    ours: float
    compared: str = ""
    theirs: float | None = None
    aim: float | None = None
    unit: str = "s"


@dataclass(frozen=True, kw_only=True)
class Section:
    """Some rows, and notes on them."""

    rows: Sequence[Row] = ()
    notes: Sequence[str] = ()


HEAD = ("work", "ours", "compared", "theirs", "ratio", "aim")
LEFT = frozenset({"work", "compared"})


def text_of(sections: Iterable[Section]) -> str:
    """Return the rows as an aligned table, and the notes below it."""
    given = [*sections]
    lines = [HEAD, *(_cells(row) for section in given for row in section.rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    table = "\n".join(_line(cells, widths) for cells in lines)
    notes = "\n".join(f"* {note}" for section in given for note in section.notes)
    return f"{table}\n\n{notes}".rstrip()


def _cells(row: Row) -> tuple[str, ...]:
    theirs = "" if row.theirs is None else _figure(row.theirs, row.unit)
    ratio = "" if row.theirs is None else f"{row.ours / row.theirs:.3g} x"
    unit = row.unit if row.theirs is None else "x"
    aim = "" if row.aim is None else f"at most {row.aim:.3g} {unit}"
    return row.work, _figure(row.ours, row.unit), row.compared, theirs, ratio, aim


def _figure(value: float, unit: str) -> str:
    """Return three digits of a value; seconds with a prefix such as m or u."""
    for factor, prefix in ((1, ""), (1e3, "m"), (1e6, "u")):
        if unit != "s" or value * factor >= 1:
            return f"{value * factor:.3g} {prefix}{unit}"
    return f"{value * 1e9:.3g} ns"


def _line(cells: Iterable[str], widths: Iterable[int]) -> str:
    padded = (
        cell.ljust(width) if name in LEFT else cell.rjust(width)
        for name, cell, width in zip(HEAD, cells, widths, strict=True)
    )
    return "  ".join(padded).rstrip()
