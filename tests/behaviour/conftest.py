"""Fixtures: a made-up checkout to work in, and the command."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from checkout import CONFIG, PAGES, Checkout, Docgen, Run
from inputs import EVERY_KIND, Comparison, write_all

from docgen.cli import main


@pytest.fixture(scope="session", autouse=True)
def mypy_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Have mypy read the types of the standard library once, not in every test that runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MYPY_CACHE_DIR", str(tmp_path_factory.mktemp("mypy")))
        yield


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    """Make a checkout and change to it."""
    checkout = Checkout(tmp_path / "checkout")
    (checkout.folder / ".git").mkdir(parents=True)
    for path, text in {**PAGES, "pyproject.toml": CONFIG}.items():
        checkout.write(path, text)
    monkeypatch.chdir(checkout.folder)
    monkeypatch.setenv("DOCGEN_CACHE_DIR", str(tmp_path / "cache"))
    return checkout


@pytest.fixture
def docgen(checkout: Checkout, capsys: pytest.CaptureFixture[str]) -> Docgen:
    """Return the command; it runs in the checkout."""
    assert checkout.folder == Path.cwd()

    def run(*arguments: str) -> Run:
        capsys.readouterr()
        status = main(arguments)
        out, err = capsys.readouterr()
        return Run(status, out, err)

    return run


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Advance the clock by ten seconds, so that file times written just now are trusted."""
    real = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: real() + 10_000_000_000)


@pytest.fixture
def comparison(
    checkout: Checkout,
    docgen: Docgen,
    later: None,  # noqa: ARG001 - its effect counts
    monkeypatch: pytest.MonkeyPatch,
) -> Comparison:
    """Compare runs in a checkout whose pages have types of every kind."""
    write_all(checkout, EVERY_KIND)
    return Comparison(checkout, docgen, monkeypatch)
