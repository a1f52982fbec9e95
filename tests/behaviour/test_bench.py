"""The bench runs on any folder of pages and says what it passes over; figures are not looked at."""

import json
import subprocess
import sys
from pathlib import Path

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
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout


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
