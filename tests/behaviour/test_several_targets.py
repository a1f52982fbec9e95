"""Several targets in one run, which read the same pages."""

import time
from pathlib import Path

import pytest

from docgen.commands import generate as command
from docgen.commands.generate import Request, generate
from docgen.config.load import load_config

PAGE = """\
# boat resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|name|String|The name.|
"""
TARGET = """\
[[tool.docgen.target]]
source = ["docs"]
output = "{name}"
package = "{name}"
client = {client}
"""
SECOND = 1_000_000_000


class Clock:
    """A clock that can be set forward."""

    def __init__(self) -> None:
        self._time_ns, self._offset = time.time_ns, 0

    def forward(self) -> None:
        """Set the clock forward by more than the resolution of the times of files."""
        self._offset += 5 * SECOND

    def time_ns(self) -> int:
        return self._time_ns() + self._offset


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time, "time_ns", clock.time_ns)
    return clock


def test_a_page_that_changes_during_a_run_is_read_in_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOCGEN_CACHE_DIR", str(tmp_path / "cache"))
    page = tmp_path / "docs/boat.md"
    page.parent.mkdir()
    page.write_text(PAGE)

    def run(client: str) -> None:
        clock.forward()
        targets = (
            TARGET.format(name="first", client=client),
            TARGET.format(name="second", client="true"),
        )
        (tmp_path / "pyproject.toml").write_text("".join(targets))
        generate(load_config("pyproject.toml"), (), Request())

    run("true")
    run("true")
    original = command._build

    def build(*arguments: object) -> object:
        """Build a target; then the page changes, and time passes."""
        monkeypatch.setattr(command, "_build", original)
        built = original(*arguments)  # type: ignore[arg-type]
        page.write_text(PAGE + "|length|Int32|The length.|\n")
        clock.forward()
        return built

    monkeypatch.setattr(command, "_build", build)
    run("false")
    run("false")
    for name in ("first", "second"):
        (model,) = tmp_path.glob(f"{name}/**/models/boat.py")
        assert "length" in model.read_text(), name
