"""The documents are kept true: what README.md shows is what docgen does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.diagnostics import Code, Rule

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """Give the fenced blocks of README.md in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def docgen(folder: Path, *arguments: str) -> str:
    """Run docgen in a folder and give what it prints."""
    return subprocess.run(
        [sys.executable, "-m", "docgen", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder that holds the page of README.md and nothing else."""
    (tmp_path / "book.md").write_text(blocks("markdown")[0], encoding="utf-8")
    return tmp_path


def test_the_page_of_the_readme_gives_the_python_of_the_readme(folder: Path) -> None:
    assert docgen(folder, "convert", "book.md") == blocks("python")[0]


def test_the_use_that_the_readme_shows_is_true(folder: Path) -> None:
    docgen(folder, "convert", "book.md", "-o", "library")
    subprocess.run(
        [sys.executable, "-c", blocks("python")[1]], cwd=folder / "library", check=True
    )


def test_the_readme_names_every_command(folder: Path) -> None:
    commands = docgen(folder, "--help").partition("Commands:")[2]
    names = re.findall(r"^  (\w+)", commands, re.MULTILINE)
    assert names
    assert [name for name in names if f"`docgen {name}" not in README] == []


def test_the_readme_fits_on_a_screen() -> None:
    assert README.count("\n") <= 135


@pytest.mark.parametrize("rule", [code.value for code in Code], ids=lambda r: r.name)
def test_a_code_explains_more_than_its_summary(rule: Rule) -> None:
    assert len(rule.explanation) > len(rule.summary)
    assert rule.explanation.endswith(".")


def test_every_room_has_its_line_in_the_design_page() -> None:
    design = (ROOT / "docgen" / "README.md").read_text(encoding="utf-8")
    rooms = {
        path.name
        for path in (ROOT / "docgen").iterdir()
        if not path.name.startswith("_") and path.suffix in {"", ".py"}
    }
    assert {room for room in rooms if f"`{room}" not in design} == set()


def test_every_dependency_has_its_reason() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    design = (ROOT / "docgen" / "README.md").read_text(encoding="utf-8")
    listed = re.search(
        r"^dependencies = \[\n(.*?)^\]", project, re.DOTALL | re.MULTILINE
    )
    assert listed
    names = re.findall(r'"([\w-]+)', listed[1])
    assert [name for name in names if f"| {name} |" not in design] == []


def test_the_rules_for_versions_are_bounded() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.search(
        r"^dependencies = \[\n(.*?)^\]", project, re.DOTALL | re.MULTILINE
    )
    assert listed
    lines = listed[1].strip().splitlines()
    assert [line for line in lines if "<" not in line] == []
