"""The bench runs on any folder of pages and says what it passes over; figures are not looked at."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import models_alone, only_models, peer
from tests.bench.ground import Ground
from tests.bench.pages import change, changeable, copied, resources, spread

ROOT = Path(__file__).parents[2]

USER = """\
# user resource type

Namespace: microsoft.graph

Somebody.

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
|birthday|DateTimeOffset|When they were born.|
|friends|[user](user.md) collection|Whom they know.|
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
        "docgen --help": "at most 7 x",
        "docgen convert, the seed page": "at most 20 x",
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
        "generate, nothing changed, 1 pages": "at most 10 x",
        "generate, one page changed of 1": "at most 30 x",
        "generate --staged, one page staged of 1": "at most 40 x",
    },
    "importing": {"import the package and read a user": "at most 8 x"},
}
"""The rows of each section that are there wherever there is a page, and their aims."""


@pytest.mark.parametrize("section", ROWS)
def test_a_row_says_what_was_done_beside_what_and_what_the_aim_is(
    tmp_path: Path, section: str
) -> None:
    (tmp_path / "user.md").write_text(USER, encoding="utf-8")
    (tmp_path / "payload-user.json").write_text('{"id": "1"}', encoding="utf-8")
    lines = bench(tmp_path, tmp_path, section).splitlines()
    for work, aim in ROWS[section].items():
        line = next(one for one in lines if one.startswith(f"{work} "))
        assert line.endswith(aim)
        assert line.endswith("MB") or re.search(r" [\d.]+(e[+-]\d+)? x", line)


def test_a_document_for_the_peer_that_is_missing_is_passed_over(tmp_path: Path) -> None:
    told = bench(tmp_path, tmp_path, "models-alone")
    assert "openapi-v1.0.json: not there, passed over" in told


def test_a_peer_that_can_not_be_installed_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setattr(peer, "HERE", tmp_path / "peer")
    (tmp_path / models_alone.DOCUMENT).write_text("{}", encoding="utf-8")
    found = models_alone.section(Ground(tmp_path, tmp_path, tmp_path))
    assert not found.rows
    assert found.notes == [
        "datamodel-code-generator could not be installed: passed over"
    ]


def test_models_alone_are_what_generate_writes_of_them(tmp_path: Path) -> None:
    (tmp_path / "user.md").write_text(USER, encoding="utf-8")
    alone = tmp_path / "alone"
    name = only_models.__name__
    words = [sys.executable, "-m", name, str(tmp_path), str(alone)]
    subprocess.run(words, cwd=ROOT, check=True)
    written = {path.name for path in alone.rglob("*") if path.is_file()}
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
        (tmp_path / "docs" / "api" / "user-get.md").write_text("# Get user")
        return tmp_path / "docs"

    def test_pages_of_operations_come_along(self, corpus: Path, tmp_path: Path) -> None:
        copied(resources(corpus), tmp_path / "copy")
        assert [path.name for path in sorted((tmp_path / "copy").rglob("*.md"))] == [
            "user-get.md",
            "group.md",
            "team.md",
            "user.md",
        ]

    def test_a_second_copy_has_types_of_its_own(
        self, corpus: Path, tmp_path: Path
    ) -> None:
        copied(resources(corpus), tmp_path / "copy" / "first")
        copied(resources(corpus), tmp_path / "copy" / "second", ".second")
        ground = Ground(tmp_path / "copy", tmp_path, tmp_path)
        names = [str(one.name) for one in ground.schema.types]
        assert [one for one in names if one.startswith("microsoft.graph.second.")] == [
            "microsoft.graph.second.group",
            "microsoft.graph.second.team",
            "microsoft.graph.second.user",
        ]
        assert len(names) == 6

    def test_a_page_changes_every_time(self, corpus: Path) -> None:
        (page,) = changeable(corpus, 1)
        texts = [page.read_text(encoding="utf-8")]
        for number in range(2):
            change(page, number)
            texts.append(page.read_text(encoding="utf-8"))
        assert len({*texts}) == 3
        assert "\n|bench1|String|" in texts[-1]

    def test_those_that_are_timed_are_from_all_over(self, corpus: Path) -> None:
        pages = resources(corpus)
        assert spread(pages, 2) == [pages[0], pages[1]]
        assert spread(pages, 9) == pages


def test_what_is_missing_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "user.md").write_text(USER, encoding="utf-8")
    told = bench(tmp_path, tmp_path / "nowhere", "reading-and-writing")
    assert told.count("not there, passed over") == 3


def test_a_value_that_its_page_speaks_against_is_left_out_for_all(
    tmp_path: Path,
) -> None:
    (tmp_path / "user.md").write_text(USER, encoding="utf-8")
    user = {"id": "1", "friends": [{"id": "2", "birthday": {}}], "newer": 1}
    (tmp_path / "payload-user.json").write_text(json.dumps(user), encoding="utf-8")
    told = bench(tmp_path, tmp_path, "reading-and-writing")
    left_out = "left out of payload-user.json: .friends[0].birthday (expected a moment"
    assert left_out in told
    for work in ("read", "write", "read text of", "write text of"):
        for rival in ("pydantic", "msgspec"):
            assert any(
                line.startswith(f"{work} payload-user.json ") and f" {rival} " in line
                for line in told.splitlines()
            )
