"""The bar of progress, with rich and without."""

import sys

import pytest

from docgen.reporters.bar import bar


def test_with_rich_it_is_a_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # so that rich takes it for a terminal
    with bar("reading pages", 1239) as show:
        show(300)
    shown = capsys.readouterr()
    assert " 300/1239" in shown.err
    assert shown.out == ""


def test_without_rich_it_is_a_counter_that_goes_at_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "rich.console", None)
    with bar("reading pages", 1239) as show:
        show(300)
    clear = "\r\033[K"
    assert capsys.readouterr().err == f"{clear}reading pages 300 of 1,239{clear}"
