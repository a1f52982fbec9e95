"""One claim per folder about hand-written code in generated files; its name is the claim.

    then/             the pages that change (an empty one is deleted)
    before/           the files of the claim, as docgen wrote them
    edited/           the same files, edited by hand; a missing one is deleted
    expected/         the same files after the next `docgen generate`; a missing one is removed
    diagnostics.txt   the diagnostics of these files, one per line
    options.txt       the options of that run, if any
    flavour.txt       the flavour, if it is not the default
    no-way-back.txt   why the code differs when the pages are restored, if it does

All start with `pages`. `pytest --accept-cases` writes `before`, `expected` and the diagnostics;
read the diff before you commit it.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from same_code import same_files

from docgen.cli import main

HERE = Path(__file__).parent
SCENARIOS = sorted(path.parent for path in HERE.glob("*/diagnostics.txt"))
MANIFEST = ".docgen-manifest"
REPORTED = re.compile(r"^generated/(.*: (?:error|warning)\[.*)$", re.MULTILINE)

Docgen = Callable[..., tuple[int, list[str]]]


@pytest.fixture(params=SCENARIOS, ids=lambda path: path.name)
def scenario(request: pytest.FixtureRequest) -> Path:
    folder = request.param
    assert isinstance(folder, Path)
    return folder


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scenario: Path) -> Path:
    """Make a checkout with the pages that all scenarios start with."""
    shutil.copytree(HERE / "pages", tmp_path / "docs")
    flavour = content_of(scenario / "flavour.txt").strip() or "dataclass"
    config = f'[tool.docgen]\nsource = ["docs"]\nflavour = "{flavour}"\n'
    (tmp_path / "pyproject.toml").write_text(config, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOCGEN_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return tmp_path


@pytest.fixture
def docgen(checkout: Path, capsys: pytest.CaptureFixture[str]) -> Docgen:
    """Return the command; it returns its status and the diagnostics of generated files."""
    assert checkout == Path.cwd()

    def run(*arguments: str) -> tuple[int, list[str]]:
        capsys.readouterr()
        status = main(["generate", "--color", "never", *arguments])
        return status, REPORTED.findall(capsys.readouterr().err)

    return run


def test_hand_written_code(
    scenario: Path, checkout: Path, docgen: Docgen, pytestconfig: pytest.Config
) -> None:
    docgen()
    before = tree(checkout)
    edit(scenario, checkout)
    check_fails_if_a_run_would_change_a_file(checkout, docgen)
    edited = tree(checkout)
    change_pages(scenario, checkout)
    status, reported = docgen(*options(scenario))
    result = {
        "before": {path: before[path] for path in files_of(scenario, before)},
        "expected": {
            path: content
            for path, content in tree(checkout).items()
            if path in files_of(scenario, before) or path not in before
        },
        "diagnostics.txt": "".join(f"{line}\n" for line in reported).encode(),
    }
    if pytestconfig.getoption("accept_cases"):
        accept(scenario, result)
    assert result == {
        "before": tree(scenario, "before"),
        "expected": tree(scenario, "expected"),
        "diagnostics.txt": (scenario / "diagnostics.txt").read_bytes(),
    }
    assert status == is_error(reported)
    second_run_changes_nothing_and_reports_conflicts(reported, checkout, docgen)
    if not (scenario / "no-way-back.txt").exists():
        shutil.copytree(HERE / "pages", checkout / "docs", dirs_exist_ok=True)
        remove_pages(scenario, checkout)
        docgen()
        followed = {
            path
            for path, content in edited.items()
            if path.endswith(".pyi") and content == before.get(path)
        }
        assert same_files(without(followed, tree(checkout)), without(followed, edited))


def without(paths: set[str], files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files except stubs that only follow the edits of their modules."""
    return {path: content for path, content in files.items() if path not in paths}


def check_fails_if_a_run_would_change_a_file(checkout: Path, docgen: Docgen) -> None:
    """Compare `--check` with a run, and undo the run: pages did not change, but edits may."""
    edited = all_files(checkout)
    status, reported = docgen("--check")
    assert all_files(checkout) == edited
    docgen()
    changed = {path for path, _ in edited.items() ^ tree(checkout).items()}
    assert status == (changed > {MANIFEST} or is_error(reported))
    assert {path for path in changed if not path.endswith(".pyi")} <= {
        MANIFEST,
        *(path for path in changed if path not in edited),
    }
    for path in all_files(checkout).keys() - edited.keys():
        (checkout / "generated" / path).unlink()
    for path, content in edited.items():
        (checkout / "generated" / path).write_bytes(content)


def second_run_changes_nothing_and_reports_conflicts(
    reported: list[str], checkout: Path, docgen: Docgen
) -> None:
    left = all_files(checkout)
    repeated = [line for line in reported if not re.search(REPORTED_ONCE, line)]
    assert docgen() == (is_error(repeated), repeated)
    assert all_files(checkout) == left
    assert docgen("--no-cache", "--check") == (is_error(repeated), repeated)


REPORTED_ONCE = r"\[(removed-code|moved-code|ambiguous-rename|overwritten-code)\]"


def is_error(reported: list[str]) -> bool:
    return any(" error[" in line for line in reported)


def tree(folder: Path, below: str = "generated") -> dict[str, bytes]:
    return {
        path: content
        for path, content in all_files(folder, below).items()
        if path != MANIFEST
    }


def all_files(folder: Path, below: str = "generated") -> dict[str, bytes]:
    return {
        path.relative_to(folder / below).as_posix(): path.read_bytes()
        for path in sorted((folder / below).rglob("*"))
        if path.is_file()
    }


def files_of(scenario: Path, known: dict[str, bytes]) -> set[str]:
    """Return the existing files of a scenario."""
    named = tree(scenario, "before").keys() | tree(scenario, "edited").keys()
    return named & known.keys()


def edit(scenario: Path, checkout: Path) -> None:
    edited = tree(scenario, "edited")
    for path in tree(scenario, "before").keys() - edited.keys():
        (checkout / "generated" / path).unlink()
    for path, content in edited.items():
        (checkout / "generated" / path).parent.mkdir(parents=True, exist_ok=True)
        (checkout / "generated" / path).write_bytes(content)


def change_pages(scenario: Path, checkout: Path) -> None:
    for path, content in tree(scenario, "then").items():
        page = checkout / "docs" / path
        page.parent.mkdir(parents=True, exist_ok=True)
        if content:
            page.write_bytes(content)
        else:
            page.unlink()


def remove_pages(scenario: Path, checkout: Path) -> None:
    """Remove the pages that a scenario added."""
    for path in tree(scenario, "then").keys() - tree(HERE, "pages").keys():
        (checkout / "docs" / path).unlink()


def options(scenario: Path) -> Iterator[str]:
    yield from content_of(scenario / "options.txt").split()


def content_of(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def accept(scenario: Path, result: Mapping[str, object]) -> None:
    for name, content in result.items():
        if isinstance(content, bytes):
            (scenario / name).write_bytes(content)
        elif isinstance(content, dict):
            shutil.rmtree(scenario / name, ignore_errors=True)
            for path, file in content.items():
                (scenario / name / path).parent.mkdir(parents=True, exist_ok=True)
                (scenario / name / path).write_bytes(file)
