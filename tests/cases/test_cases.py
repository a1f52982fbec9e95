"""One claim a folder: its name says it, its `pages` show it, its texts are what docgen gives.

    pages/            the page set
    output/           what lies in the output folder beforehand, if the claim is about that
    schema.txt        the schema that the pages give
    diagnostics.txt   what is told of them, a line each

`pytest --accept-cases` writes the two texts; read the diff before you commit it.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from docgen.config import Target
from docgen.diagnostics import Code, Diagnostic, sort_diagnostics
from docgen.output.plan import WriteScope
from docgen.pipeline import Stage, build, write
from docgen.reporters.colour import PLAIN
from docgen.reporters.text_report import concise_report
from docgen.schema.text import schema_text

MERGES = Path(__file__).parents[1] / "merges"
CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/pages"))

TOLD_ELSEWHERE = {
    "duplicate-page": "unit/pages/test_read.py",
    "unused-exclude": "unit/pages/test_read.py",
    "unwritable-output": "unit/output/test_plan.py",
}
"""Codes that need what a repository can't well hold: twins in case, a folder called `x.py`."""


def case_name(case: Path) -> str:
    return case.name


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_case(case: Path, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    given = given_by(case, tmp_path)
    if pytestconfig.getoption("accept_cases"):
        for name, text in given.items():
            (case / name).write_text(text, encoding="utf-8", newline="\n")
    wanted = {name: (case / name).read_text(encoding="utf-8") for name in given}
    assert given == wanted


def given_by(case: Path, tmp_path: Path) -> dict[str, str]:
    """Give what docgen makes of a case, by the names of the texts that say what is wanted."""
    target = Target(source=(str(case / "pages"),), output=str(tmp_path / "output"))
    has_output = (case / "output").exists()
    result = build(target, through=Stage.FILES if has_output else Stage.NAMES)
    found = result.diagnostics
    if has_output:
        shutil.copytree(case / "output", target.output)
        written = write(result, target.output, WriteScope(), check=False)
        found += (*written.plan.diagnostics, *written.applied.diagnostics)
    return {"schema.txt": schema_text(result.schema), "diagnostics.txt": lines(found)}


def lines(diagnostics: Sequence[Diagnostic]) -> str:
    return concise_report(sort_diagnostics(diagnostics), PLAIN)


@pytest.mark.parametrize("code", [code.value.name for code in Code])
def test_every_diagnostic_has_a_page_that_triggers_it(code: str) -> None:
    if code in TOLD_ELSEWHERE:
        text = Path(__file__).parents[1].joinpath(TOLD_ELSEWHERE[code]).read_text()
    else:
        folders = [*CASES, *MERGES.iterdir()]
        texts = (one / "diagnostics.txt" for one in folders if one.is_dir())
        found = (path.read_text(encoding="utf-8") for path in texts if path.exists())
        text = "".join(found)
        code = f"[{code}]"
    assert code in text
