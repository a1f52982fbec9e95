"""The progress bar: on a terminal, after a second, and nothing otherwise."""

import sys

import pytest

from docgen.cli import progress
from docgen.cli.progress import with_progress


@pytest.mark.parametrize(
    ("delay", "is_terminal", "is_shown"),
    [(-3600.0, True, True), (3600.0, True, False), (-3600.0, False, False)],
    ids=["a long run on a terminal", "a short run", "a long run into a pipe"],
)
def test_the_stage_and_the_count_are_shown(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    delay: float,
    is_terminal: bool,
    is_shown: bool,
) -> None:
    monkeypatch.setattr(progress, "_DELAY", delay)
    monkeypatch.setattr(progress, "_INTERVAL", 0.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal)
    assert [*with_progress(range(40), "parse")] == [*range(40)]
    shown = capsys.readouterr().err
    assert ("parse" in shown and "40/40" in shown) is is_shown
    assert (shown == "") is not is_shown
