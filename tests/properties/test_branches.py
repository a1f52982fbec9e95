"""Two branches that change pages and generated files are merged by git with the merge driver.

On each branch, random rows of pages change, the output is generated, and random definitions are
edited by hand, never one on both branches. After `git merge` in either direction, no generated file
has a conflict in it. After the next `generate`, every edit is there, and every other definition is
that of the merged pages. Where one branch edited a file that the other removed with its page, git
asks no merge driver; the edited file is kept.
"""

import ast
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from docgen.cli import main
from docgen.pycode import Part, fingerprinted, identify, parse_parts

ROW = re.compile(r"^\|(?!\s*:?-)[^|\n]+\|.*\|[ \t]*$", re.MULTILINE)
TYPES = ("String", "Int64", "Boolean", "DateTimeOffset", "String collection")
NOBODY = {
    "GIT_AUTHOR_NAME": "nobody",
    "GIT_AUTHOR_EMAIL": "nobody@example.org",
    "GIT_COMMITTER_NAME": "nobody",
    "GIT_COMMITTER_EMAIL": "nobody@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
CONFIG = '[tool.docgen]\nsource = ["docs"]\noutput = "generated"\npackage = "shop"\n'

Parts = dict[str, Part]


class HandEdit(NamedTuple):
    """An edit by hand: the part of a file that it changes, and the words that show it."""

    path: str
    key: str
    words: str


def git(*arguments: str) -> bool:
    ran = subprocess.run(["git", *arguments], capture_output=True)
    return ran.returncode == 0


@pytest.fixture
def repository(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    few_pages: list[tuple[Path, Path]],
) -> Path:
    """Make a repository with pages and their output, and configure the merge driver."""
    root = Path(__file__).parents[2]
    folder = tmp_path / "repository"
    for page, path in few_pages:
        copy = folder / "docs" / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(page, copy)
    (folder / "pyproject.toml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DOCGEN_CACHE_DIR", str(tmp_path / "cache"))
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in NOBODY.items():
        monkeypatch.setenv(name, value)
    programs = tmp_path / "programs"
    programs.mkdir()
    program = programs / "docgen"
    program.write_text(
        f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m docgen "$@"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(root))
    assert git("init", "-q")
    assert main(["init", "--yes", "--git"]) == 0
    main(["generate", "-q"])
    assert git("add", ".")
    assert git("commit", "-qm", "start")
    assert git("branch", "start")
    return folder


class Branch:
    """Random changes on a branch."""

    def __init__(self, name: str, number: int, chosen: random.Random) -> None:
        self.name, self.number, self.random = name, number, chosen
        self.pages: list[Path] = []
        self.edits: list[HandEdit] = []
        self.log: list[str] = []

    def word(self) -> str:
        return f"hand{self.name}{self.number}x{len(self.edits)}"

    def change(self, taken: set[tuple[str, str]]) -> None:
        """Change pages and output from the start, and commit them."""
        assert git("checkout", "-q", "-B", self.name, "start")
        for _ in range(self.random.choice((0, 1, 1, 2, 4))):
            self.change_row()
        main(["generate", "-q"])
        for _ in range(self.random.choice((0, 1, 2, 2, 4))):
            self.edit_by_hand(taken)
        if self.random.random() < 0.5:
            main(["generate", "-q"])
        assert git("add", ".")
        assert git("commit", "-qm", self.name, "--allow-empty")

    def change_row(self) -> None:
        page = self.random.choice(self.pages)
        text = page.read_text(encoding="utf-8", errors="surrogateescape")
        rows = [*ROW.finditer(text)]
        if not rows:
            return
        row = self.random.choice(rows)
        name, *cells = row[0].strip().strip("|").split("|")
        kind = self.random.choice(("describe", "retype", "drop", "add", "add"))
        match kind:
            case "describe":
                new = [name, *cells[:-1], f"{cells[-1]} Word {self.number}."]
            case "retype":
                new = [name, self.random.choice(TYPES), *cells[1:]]
            case _:
                new = [f"added{self.name.title()}{self.number}", *cells]
        line = "|" + "|".join(new) + "|"
        shown = {"drop": "", "add": f"{row[0]}\n{line}"}.get(kind, line)
        start = row.start() - (kind == "drop")
        changed = text[:start] + shown + text[row.end() :]
        page.write_text(changed, encoding="utf-8", errors="surrogateescape", newline="")
        self.log.append(f"{self.name}: {kind} {page}: {row[0][:60]}")

    def edit_by_hand(self, taken: set[tuple[str, str]]) -> None:
        files = [path for page in self.pages for path in files_of(page)]
        path = self.random.choice(sorted(files))
        source = Path(path).read_text(encoding="utf-8")
        parts = [*all_parts(source).values()]
        if not parts:
            return
        part = self.random.choice(parts)
        if (path, part.key) in taken:
            return
        kind = self.random.choice(KINDS)
        word = self.word()
        edited = kind(source, part, word)
        if edited is None or parse_parts(edited) is None:
            return
        if edited == at_start(path):
            return  # nothing changed on this branch: git uses the file of the other
        Path(path).write_text(edited, encoding="utf-8", newline="")
        taken.add((path, part.key))
        words = "" if kind is delete else word
        self.edits.append(HandEdit(path, part.key, words))
        self.log.append(f"{self.name}: {kind.__name__} {path}: {part.key} {words}")


def files_of(page: Path) -> list[str]:
    """Return the Python files that are generated from a page, according to the manifest."""
    name = page.relative_to("docs").as_posix()
    manifest = Path("generated/.docgen-manifest").read_text(encoding="utf-8")
    records = (line.split("\t") for line in manifest.split("\n") if "\t" in line)
    return [
        f"generated/{path}"
        for path, _, *pages in records
        if name in pages and path.endswith((".py", ".pyi"))
    ]


def at_start(path: str) -> str:
    """Return the content of a file where the branches start."""
    shown = subprocess.run(
        ["git", "show", f"start:{path}"], capture_output=True, encoding="utf-8"
    )
    return shown.stdout


@cache
def all_parts(source: str) -> Parts:
    """Return the parts of a file; most files are the same after every merge."""
    parts = parse_parts(source)
    assert parts is not None
    return {part.key: part for part in fingerprinted(identify(parts))}


def comment(source: str, part: Part, word: str) -> str | None:
    """Add a comment to the first line of a part."""
    lines = source.split("\n")
    line = lines[part.line - 1]
    if '"' in line or line.endswith("\\") or part.kind in {"comment", "import"}:
        return None
    if part.kind == "class" and line.endswith("..."):
        return None  # the comment would be one of its body
    lines[part.line - 1] = f"{line}  # {word}"
    return "\n".join(lines)


def describe(source: str, part: Part, word: str) -> str | None:
    """Change the docstring of a field, a class or a function."""
    lines = source.split("\n")
    if not lines[part.end - 1].endswith('"""') or part.kind in {"import", "class"}:
        return None
    lines[part.end - 1] = lines[part.end - 1][:-3] + f' {word}."""'
    return "\n".join(lines)


def add_method(source: str, part: Part, word: str) -> str | None:
    """Add a method after a member of a class."""
    lines = source.split("\n")
    if "." not in part.key or part.kind in {"import", "comment"}:
        return None
    method = ["", f"    def {word}(self) -> None:", f'        """{word}"""']
    lines[part.end : part.end] = method
    return "\n".join(lines)


def add_function(source: str, part: Part, word: str) -> str | None:
    """Add a function to a module."""
    del part
    return f"{source.rstrip()}\n\n\ndef {word}() -> int:\n    return 1\n"


def add_import(source: str, part: Part, word: str) -> str | None:
    """Add an import and a function that uses it."""
    if part.kind != "import":
        return None
    lines = source.split("\n")
    lines.insert(part.end, f"from fractions import Fraction as {word}")
    return "\n".join(lines)


def delete(source: str, part: Part, word: str) -> str | None:
    """Delete a field or a function."""
    del word
    lines = source.split("\n")
    if part.kind not in {"statement", "definition"} or part.key.endswith("__doc__"):
        return None
    if "@" in part.key:
        return None
    del lines[part.first_line - 1 : part.end]
    return "\n".join(lines)


def statement(source: str, part: Part, word: str) -> str | None:
    """Add a statement to a function."""
    if part.kind != "definition":
        return None
    lines = source.split("\n")
    last = lines[part.end - 1]
    indent = last[: len(last) - len(last.lstrip())]
    lines.insert(part.end, f"{indent}assert {word!r}")
    return "\n".join(lines)


KINDS: tuple[Callable[[str, Part, str], str | None], ...] = (
    comment,
    comment,
    describe,
    describe,
    add_method,
    add_function,
    add_import,
    delete,
    statement,
)


def generated(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((folder / "generated").rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def from_pages(folder: Path) -> dict[str, str]:
    """Return what docgen generates from the pages of a folder alone."""
    copy = folder.parent / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder / "docs", copy / "docs")
    shutil.copy(folder / "pyproject.toml", copy)
    os.chdir(copy)
    main(["generate", "-q"])
    os.chdir(folder)
    return generated(copy)


def differences(
    merged: dict[str, str],
    fresh: dict[str, str],
    edits: list[HandEdit],
    others: list[HandEdit],
) -> Iterator[str]:
    """Yield what was lost; the edits of `others` may be lost, or not."""
    for edit in edits:
        content = merged.get(edit.path, "")
        if edit.words and edit.words not in content:
            yield f"lost the edit {edit}"
        if not edit.words and content and edit.key in all_parts(content):
            yield f"lost the deletion {edit}"
    edited = {
        (path, edit.key)
        for edit in (*edits, *others)
        for path in (edit.path, f"{edit.path}i")  # the stub follows its module
    }
    for path, content in fresh.items():
        if path not in merged:
            yield f"lost {path}"
        elif path.endswith((".py", ".pyi")):
            parts = all_parts(merged[path])
            for key, part in all_parts(content).items():
                is_same = key in parts and parts[key].fingerprint == part.fingerprint
                # the decorators of a function are deleted with it
                owner = key.partition("@")[0]
                if not is_same and edited.isdisjoint({(path, key), (path, owner)}):
                    yield f"{path}: {key} is not that of the pages"


def is_valid(content: str) -> bool:
    try:
        ast.parse(content)
    except SyntaxError:
        return False
    return True


def removed_on_one_side() -> list[str]:
    """Return the unmerged generated files that one branch edited and the other removed."""
    stages: dict[str, int] = {}
    listed = subprocess.run(
        ["git", "ls-files", "-u", "generated"], capture_output=True, encoding="utf-8"
    )
    for line in listed.stdout.splitlines():
        path = line.partition("\t")[2]
        stages[path] = stages.get(path, 0) + 1
    return [path for path, count in stages.items() if count == 2]


def merge_both_ways(
    one: Branch, other: Branch, folder: Path, report: list[str], side: str = ""
) -> bool:
    """Merge either branch into the other; return whether the pages merged cleanly.

    Files with a conflict have the version of a `side`, if one is given.
    """
    for ours, theirs in ((one, other), (other, one)):
        assert git("checkout", "-q", "-B", "merge", ours.name)
        is_clean = git("merge", "-q", "-m", "merge", theirs.name)
        unmerged = subprocess.run(
            ["git", "diff", "--name-only", "--diff-filter=U"],
            capture_output=True,
            encoding="utf-8",
        ).stdout.split()
        if any(path.startswith("docs/") for path in unmerged):
            git("merge", "--abort")
            return False
        edits, others = [*one.edits, *other.edits], list[HandEdit]()
        if side:
            edits = {"ours": ours, "theirs": theirs}[side].edits
            others = {"ours": theirs, "theirs": ours}[side].edits
            for path in unmerged:
                chosen = git("checkout", f"--{side}", "--", path)
                assert chosen or git("rm", "-q", "--", path)
            is_clean, unmerged = True, []
            if one.number % 2:
                assert git("add", ".")
                assert git("commit", "-qm", "merge", "--allow-empty")
        for path in removed_on_one_side():
            assert git("add", path)
            unmerged.remove(path)
            is_clean = not unmerged
        problems = [f"git: {path}" for path in unmerged]
        for path, content in generated(folder).items():
            if re.search("^<{7} ", content, re.MULTILINE):
                problems.append(f"{path} has conflict markers")
            elif path.endswith(".py") and not is_valid(content):
                problems.append(f"{path} is not Python")
        main(["generate", "-q"])
        problems += differences(generated(folder), from_pages(folder), edits, others)
        if not is_clean and not problems:
            problems.append("git did not merge")
        if problems:
            direction = f"{theirs.name} into {ours.name} {side}"
            report += [f"{direction} {one.number}", *one.log, *other.log, *problems]
        git("merge", "--abort")
        assert git("reset", "-q", "--hard")
        assert git("clean", "-qfd")
    return True


def test_merges_of_branches(
    repository: Path, request: pytest.FixtureRequest, edits_seed: int
) -> None:
    merge_pairs(repository, request, edits_seed, "")


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_merges_without_the_driver_in_which_a_side_is_chosen(
    repository: Path, request: pytest.FixtureRequest, edits_seed: int, side: str
) -> None:
    assert git("config", "--unset", "merge.docgen.driver")
    Path(".git/info/attributes").unlink()
    merge_pairs(repository, request, edits_seed, side)


def merge_pairs(
    repository: Path, request: pytest.FixtureRequest, edits_seed: int, side: str
) -> None:
    chosen = random.Random(edits_seed)  # noqa: S311 - not for secrets
    wanted = int(str(request.config.getoption("--merges")))
    report: list[str] = []
    merged = number = 0
    pages = [page for page in sorted(Path("docs").rglob("*.md")) if files_of(page)]
    while merged < wanted:
        number += 1
        assert number <= 10 * wanted, "most pages conflict"
        one, other = (Branch(name, number, chosen) for name in ("one", "two"))
        one.pages = other.pages = chosen.sample(pages, 2)
        taken: set[tuple[str, str]] = set()
        one.change(taken)
        other.change(taken)
        merged += merge_both_ways(one, other, repository, report, side)
    assert not report, "\n".join(report)
