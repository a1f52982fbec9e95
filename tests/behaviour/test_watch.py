"""`docgen generate --watch` regenerates files when a page is saved."""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from queue import Queue

import pytest
from checkout import CONFIG, TEAM, Checkout

PATIENCE = 60
"""Seconds after which a line that does not come is missing."""


class Watch:
    """A watch that runs, and the lines that it says."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "docgen", "generate", "--watch"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            stderr=pipe,
            text=True,
            # A shell that runs this in the background has its children ignore the signal.
            preexec_fn=partial(
                signal.signal, signal.SIGINT, signal.default_int_handler
            ),
        )
        self.lines: Queue[str] = Queue()
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stderr is not None
        with self.process.stderr:
            for line in self.process.stderr:
                self.lines.put(line.rstrip("\n"))

    def says(self, words: str) -> str:
        """Return the next line that has some words."""
        while words not in (line := self.lines.get(timeout=PATIENCE)):
            continue
        return line

    def ends(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)
        self._listener.join(PATIENCE)


@pytest.fixture
def watch(checkout: Checkout) -> Iterator[Watch]:
    running = Watch(checkout.folder)
    running.says("wrote")
    yield running
    running.close()


def test_a_saved_page_is_regenerated_and_named(
    watch: Watch, checkout: Checkout
) -> None:
    checkout.write(
        "docs/resources/team.md", TEAM.replace("How they feel", "What they feel")
    )
    line = watch.says("docs/resources/team.md")
    assert line.startswith("docs/resources/team.md: wrote 1 file, ")
    assert watch.ends() == 130


def test_a_half_saved_page_changes_nothing(watch: Watch, checkout: Checkout) -> None:
    before = checkout.tree()
    checkout.write("docs/resources/team.md", TEAM[:3])
    line = watch.says("docs/resources/team.md")
    assert line.endswith("declares no type any more; the output was left unchanged")
    assert checkout.tree() == before
    checkout.write("docs/resources/team.md", TEAM)
    watch.says("unchanged")
    assert checkout.tree() == before


def test_deleting_a_page_removes_its_files(watch: Watch, checkout: Checkout) -> None:
    (checkout.folder / "docs/resources/mood.md").unlink()
    watch.says("removed")
    assert not (checkout.folder / "generated/graph/models/mood.py").exists()


def test_an_invalid_configuration_is_reported_once(
    watch: Watch, checkout: Checkout
) -> None:
    for text, words in (
        ("not TOML", "not TOML"),
        (CONFIG + "outptu = 1\n", "outptu"),
        (CONFIG + "severity = 1\n", "severity"),
    ):
        checkout.write("pyproject.toml", text)
        line = watch.says(words)
        assert line.startswith("the configuration: ")
    checkout.write("pyproject.toml", CONFIG + 'package = "crew"\n')
    watch.says("the configuration: wrote")
    assert watch.lines.empty()


def test_a_changed_configuration_is_applied(watch: Watch, checkout: Checkout) -> None:
    checkout.write("pyproject.toml", CONFIG + 'package = "crew"\n')
    watch.says("the configuration: wrote")
    assert (checkout.folder / "generated" / "crew").is_dir()
