"""The benchmark runs on any folder of pages and says what it skips; no figure is tested."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import models_alone, only_models, peer
from tests.bench.pages import (
    api_pages_to_change,
    change,
    copied,
    pages_of,
    resources_to_change,
    spread,
)
from tests.bench.workspace import Workspace

ROOT = Path(__file__).parents[2]

USER = """\
# user resource type

Namespace: microsoft.graph

A person.

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
|birthday|DateTimeOffset|The date of birth.|
|friends|[user](user.md) collection|Other users.|
"""


def bench(corpus: Path, payloads: Path, section: str) -> str:
    words = [sys.executable, "-m", "tests.bench", str(corpus), str(payloads), section]
    once = {**os.environ, "DOCGEN_BENCH_ONCE": "1"}
    done = subprocess.run(
        words, cwd=ROOT, env=once, capture_output=True, text=True, check=True
    )
    return done.stdout


ROWS = {
    "commands": {
        "docgen --help": "at most 4.5 x",
        "docgen convert, the seed page": "at most 15 x",
    },
    "cold": {
        "generate, cold, 1 pages": "at most 0.5 x",
        "memory of that, all processes together": "at most 300 MB",
    },
    "growth": {
        "generate, cold, 1 pages, processor time": "",
        "generate, cold, 2 pages, processor time": "",
    },
    "again": {
        "generate, nothing changed, 1 pages": "at most 9 x",
        "lint, nothing changed, 1 pages": "at most 60 x",
        "diff, the same revisions of 1 pages again": "at most 60 x",
        "diff, two known revisions of 1 pages": "at most 60 x",
        "diff, one page changed of 1": "at most 60 x",
        "generate, one resource page changed of 1": "at most 40 x",
        "generate --staged, one page staged of 1": "at most 40 x",
    },
    "importing": {"import the package and read a user": "at most 6 x"},
}
"""The rows of each section that any page set has, and their aims."""


@pytest.mark.parametrize("section", ROWS)
def test_a_row_has_work_comparison_and_aim(tmp_path: Path, section: str) -> None:
    (tmp_path / "user.md").write_text(USER, encoding="utf-8")
    (tmp_path / "payload-user.json").write_text('{"id": "1"}', encoding="utf-8")
    lines = bench(tmp_path, tmp_path, section).splitlines()
    for work, aim in ROWS[section].items():
        line = next(one for one in lines if one.startswith(f"{work} "))
        assert line.endswith(aim)
        assert line.endswith("MB") or re.search(r" [\d.]+(e[+-]\d+)? x", line)


def test_a_missing_document_for_the_peer_is_reported(tmp_path: Path) -> None:
    output = bench(tmp_path, tmp_path, "models-alone")
    assert "openapi-v1.0.json: missing, not measured" in output


def test_a_peer_that_cannot_be_installed_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setattr(peer, "HERE", tmp_path / "peer")
    (tmp_path / models_alone.DOCUMENT).write_text("{}", encoding="utf-8")
    found = models_alone.section(Workspace(tmp_path, tmp_path, tmp_path))
    assert not found.rows
    assert found.notes == [
        "datamodel-code-generator could not be installed: not measured"
    ]


def test_only_models_writes_only_models(tmp_path: Path) -> None:
    (tmp_path / "user.md").write_text(USER, encoding="utf-8")
    output = tmp_path / "output"
    name = only_models.__name__
    words = [sys.executable, "-m", name, str(tmp_path), str(output)]
    subprocess.run(words, cwd=ROOT, check=True)
    written = {path.name for path in output.rglob("*") if path.is_file()}
    assert {"user.py", "__init__.py"} <= written
    assert not [name for name in written if name.endswith((".pyi", "test_user.py"))]


class TestPages:
    """The page sets that are timed."""

    @pytest.fixture
    def corpus(self, tmp_path: Path) -> Path:
        for name, title in (("user", "user"), ("team", "team"), ("group", "group")):
            page = tmp_path / "docs" / "resources" / f"{name}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            link = f"|[Get](../api/{name}-get.md)|[user](user.md)|Read.|\n"
            text = USER.replace("# user", f"# {title}")
            page.write_text(f"{text}{link}", encoding="utf-8")
        (tmp_path / "docs" / "api").mkdir()
        (tmp_path / "docs" / "api" / "user-get.md").write_text("# Get user\n")
        return tmp_path / "docs"

    def test_api_pages_are_copied_too(self, corpus: Path, tmp_path: Path) -> None:
        copied(pages_of(corpus), corpus, tmp_path / "copy")
        assert [path.name for path in sorted((tmp_path / "copy").rglob("*.md"))] == [
            "user-get.md",
            "group.md",
            "team.md",
            "user.md",
        ]

    def test_a_second_copy_has_other_types(self, corpus: Path, tmp_path: Path) -> None:
        copied(pages_of(corpus), corpus, tmp_path / "copy" / "first")
        copied(pages_of(corpus), corpus, tmp_path / "copy" / "second", ".second")
        workspace = Workspace(tmp_path / "copy", tmp_path, tmp_path)
        names = [str(one.name) for one in workspace.schema.types]
        assert [one for one in names if one.startswith("microsoft.graph.second.")] == [
            "microsoft.graph.second.group",
            "microsoft.graph.second.team",
            "microsoft.graph.second.user",
        ]
        assert len(names) == 6

    def test_a_resource_page_changes_every_time(self, corpus: Path) -> None:
        (page,) = resources_to_change(corpus, 1)
        assert "\n|bench1|String|" in self.changed_twice(page)

    def test_an_api_page_changes_every_time(self, corpus: Path) -> None:
        (page,) = api_pages_to_change(corpus, 1)
        assert "This is change 1." in self.changed_twice(page)

    def changed_twice(self, page: Path) -> str:
        contents = [page.read_text(encoding="utf-8")]
        for number in range(2):
            change(page, number)
            contents.append(page.read_text(encoding="utf-8"))
        assert len({*contents}) == 3
        return contents[-1]

    def test_pages_are_chosen_from_the_entire_corpus(self, corpus: Path) -> None:
        pages = pages_of(corpus)
        assert spread(pages, 2) == [pages[0], pages[2]]
        assert spread(pages, 9) == pages


def test_missing_payloads_are_reported(tmp_path: Path) -> None:
    (tmp_path / "user.md").write_text(USER, encoding="utf-8")
    output = bench(tmp_path, tmp_path / "nowhere", "reading-and-writing")
    assert output.count("missing, not measured") == 3


def test_a_value_that_contradicts_its_page_is_left_out_for_all(
    tmp_path: Path,
) -> None:
    (tmp_path / "user.md").write_text(USER, encoding="utf-8")
    user = {"id": "1", "friends": [{"id": "2", "birthday": {}}], "newer": 1}
    (tmp_path / "payload-user.json").write_text(json.dumps(user), encoding="utf-8")
    output = bench(tmp_path, tmp_path, "reading-and-writing")
    left_out = (
        "left out of payload-user.json: .friends[0].birthday (expected a date-time"
    )
    assert left_out in output
    for work in ("read", "write", "read text of", "write text of"):
        for rival in ("pydantic", "msgspec"):
            assert any(
                line.startswith(f"{work} payload-user.json ") and f" {rival} " in line
                for line in output.splitlines()
            )
