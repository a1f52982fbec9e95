"""A made-up checkout for each test, and the command run in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from checkout import CONFIG, PAGES, Checkout, Docgen, Run

from docgen.cli import main


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Checkout]:
    made = Checkout(tmp_path / "checkout")
    for path, text in {**PAGES, "pyproject.toml": CONFIG}.items():
        made.write(path, text)
    monkeypatch.chdir(made.folder)
    yield made


@pytest.fixture
def docgen(capfd: pytest.CaptureFixture[str]) -> Docgen:
    def run(*arguments: str) -> Run:
        status = main(arguments)
        return Run(status, *capfd.readouterr())

    return run
