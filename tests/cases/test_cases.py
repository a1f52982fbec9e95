"""Each folder is one claim: its name states it, its files show it.

    pages/            the pages
    rules.txt         the set of house rules, if the claim is about one
    output/           the output folder before the run, if the claim is about it
    schema.txt        expected schema
    diagnostics.txt   expected diagnostics, one per line
    fixes.diff        what `docgen lint --fix` changes, if anything
    unsafe.diff       what `--unsafe-fixes` changes, if that is more

`pytest --accept-cases` rewrites the expected files; read the diff before you commit it.
"""

import shutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from fixed_pages import config_of, fixed_pages

from docgen.config import Config, Target
from docgen.diagnostics import Code, Diagnostic, sort_diagnostics
from docgen.markdown.decoding import decode
from docgen.output.diff import text_diff
from docgen.output.plan import WriteScope
from docgen.pipeline import Stage, build, write
from docgen.reporters.colour import PLAIN
from docgen.reporters.text_report import concise_report
from docgen.schema.text import schema_text

MERGES = Path(__file__).parents[1] / "merges"
CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/pages"))

TESTED_ELSEWHERE = {
    "duplicate-page": "unit/pages/test_read.py",
    "unused-exclude": "unit/pages/test_read.py",
    "unwritable-output": "unit/output/test_decisions.py",
    "restored-code": "behaviour/test_lineage.py",
}
"""Codes whose case can't be in a folder: paths that differ in case, a folder `x.py`, a merge."""


def case_name(case: Path) -> str:
    return case.name


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_case(case: Path, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    actual = results_of(case, tmp_path)
    if pytestconfig.getoption("accept_cases"):
        for name, text in actual.items():
            accept(case / name, text)
    assert actual == {name: expected(case / name) for name in actual}


def accept(path: Path, text: str) -> None:
    if text or path.suffix == ".txt":
        path.write_text(text, encoding="utf-8", newline="\n")
    else:
        path.unlink(missing_ok=True)


def expected(path: Path) -> str:
    """Return the expected content; a file of differences is missing if there are none."""
    if path.suffix != ".txt" and not path.exists():
        return ""
    return path.read_bytes().decode()


def results_of(case: Path, tmp_path: Path) -> dict[str, str]:
    """Return the content of each expected file, as docgen produces it now."""
    target = Target(source=(str(case / "pages"),), output=str(tmp_path / "output"))
    has_output = (case / "output").exists()
    stage = Stage.FILES if has_output else Stage.NAMES
    config = config_of(case)
    result = build(target, through=stage, config=config)
    found = result.diagnostics
    if has_output:
        shutil.copytree(case / "output", target.output)
        written = write(result, target.output, WriteScope(), check=False)
        found += (*written.plan.diagnostics, *written.applied.diagnostics)
    safe, all_fixes = (
        "" if has_output else fixes(case, config, is_unsafe=is_unsafe)
        for is_unsafe in (False, True)
    )
    return {
        "schema.txt": schema_text(build(target, through=Stage.SCHEMA).schema),
        "diagnostics.txt": lines(found),
        "fixes.diff": safe,
        "unsafe.diff": "" if all_fixes == safe else all_fixes,
    }


def fixes(case: Path, config: Config, *, is_unsafe: bool) -> str:
    """Return the changes that fixes make of the pages, of which nothing is written.

    Each fix must remove its diagnostic and add none, or it is among those that failed.
    """
    fixed = fixed_pages(case / "pages", is_unsafe=is_unsafe, config=config)
    changed = [
        text_diff(path, decoded(case / "pages" / path), decode(path, content).value)
        for path, content in sorted(fixed.contents.items())
    ]
    failed = [f"failed: {one.path} {one.code}\n" for one in fixed.failed]
    return "".join((*changed, *failed))


def decoded(page: Path) -> str:
    return decode(page.name, page.read_bytes()).value


def lines(diagnostics: Sequence[Diagnostic]) -> str:
    return concise_report(sort_diagnostics(diagnostics), PLAIN)


@pytest.mark.parametrize("code", [code.id for code in Code])
def test_every_diagnostic_has_a_page_that_triggers_it(code: str) -> None:
    if code in TESTED_ELSEWHERE:
        text = Path(__file__).parents[1].joinpath(TESTED_ELSEWHERE[code]).read_text()
    else:
        text = expected_diagnostics()
        code = f"[{code}]"
    assert code in text


@cache
def expected_diagnostics() -> str:
    """Return the expected diagnostics of all cases."""
    folders = [*CASES, *MERGES.iterdir()]
    files = (one / "diagnostics.txt" for one in folders if one.is_dir())
    return "".join(file.read_text(encoding="utf-8") for file in files if file.exists())
