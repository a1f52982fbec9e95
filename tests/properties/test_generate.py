"""After any earlier runs, a run writes the generated files and keeps hand-written code."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from docgen.output.apply import apply
from docgen.output.paths import MANIFEST, STAGED_MANIFEST, is_safe
from docgen.output.plan import Applied, WriteScope
from docgen.output.planning import plan, record_of
from docgen.render.files import GeneratedFile

PATHS = st.sampled_from(["a.py", "b.pyi", "graph/a.py", "graph/b.py", "graph/c/d.py"])
TEXTS = st.sampled_from(
    ["", "a = 1\n", "a = 2\nb = 1\n", "def f() -> None: ...\n", "ü"]
)
WANTED = st.dictionaries(PATHS, TEXTS)


@contextmanager
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as name:
        yield Path(name)


def run(output: Path, wanted: dict[str, str]) -> Applied:
    files = [
        GeneratedFile(path=path, content=text, pages=(f"{path}.md",))
        for path, text in wanted.items()
    ]
    contents = {file.path: file.content for file in files}
    records = map(record_of, files)
    planned = plan(records, contents.__getitem__, str(output), WriteScope())
    return apply(planned, str(output))


def tree(output: Path) -> dict[str, str]:
    return {
        path.relative_to(output).as_posix(): path.read_text(encoding="utf-8")
        for path in output.rglob("*")
        if path.is_file()
    }


def fresh(wanted: dict[str, str]) -> dict[str, str]:
    """Return the output of a run from nothing."""
    with folder() as output:
        run(output, wanted)
        return tree(output)


@given(st.lists(WANTED, min_size=1, max_size=5))
def test_the_output_equals_that_of_a_first_run(
    runs: list[dict[str, str]],
) -> None:
    with folder() as output:
        for wanted in runs:
            assert run(output, wanted).diagnostics == ()
        assert tree(output) == fresh(runs[-1])


@given(WANTED)
def test_a_second_run_changes_nothing(wanted: dict[str, str]) -> None:
    with folder() as output:
        run(output, wanted)
        before = {path: path.stat().st_mtime_ns for path in output.rglob("*")}
        assert run(output, wanted) == Applied()
        assert {p: p.stat().st_mtime_ns for p in output.rglob("*")} == before


@given(WANTED, st.dictionaries(PATHS, st.just("mine = 1\n")), WANTED)
def test_hand_written_code_is_kept(
    before: dict[str, str], edits: dict[str, str], after: dict[str, str]
) -> None:
    with folder() as output:
        run(output, before)
        for path, text in edits.items():
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            (output / path).write_text(text, encoding="utf-8")
        applied = run(output, after)
        left = tree(output)
    assert all("mine = 1\n" in left[path] for path in edits)
    untouched = {path: text for path, text in after.items() if path not in edits}
    assert {path: left[path] for path in untouched} == untouched
    assert applied.written <= len(after)


@given(WANTED, WANTED, WANTED, st.integers(min_value=0, max_value=10))
def test_an_interrupted_run_is_completed_by_the_next(
    before: dict[str, str], begun: dict[str, str], after: dict[str, str], done: int
) -> None:
    with folder() as output, folder() as expected:
        run(output, before)
        shutil.copytree(output, expected, dirs_exist_ok=True)
        run(expected, begun)
        (output / STAGED_MANIFEST).parent.mkdir()
        shutil.copy(expected / MANIFEST, output / STAGED_MANIFEST)
        for path in sorted(begun)[:done]:
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(expected / path, output / path)
        assert run(output, after).diagnostics == ()
        assert tree(output) == fresh(after)


ODD_PATHS = st.one_of(
    st.sampled_from(["../mine", "/mine", "a/../../mine", "..\\mine", "graph/a.py", ""]),
    st.text(max_size=20),
)


@given(st.lists(st.tuples(ODD_PATHS, TEXTS), max_size=5), st.binary(max_size=50))
def test_no_manifest_changes_files_outside_of_the_output(
    lines: list[tuple[str, str]], rubbish: bytes
) -> None:
    with folder() as place:
        output = place / "output"
        run(output, {"graph/b.py": "a = 1\n"})
        (place / "mine").write_text("", encoding="utf-8")
        digest = tree(output)[MANIFEST].split("\t")[1].split("\n")[0]
        manifest = b"".join(
            f"{path}\t{digest}\n".encode("utf-8", "replace") for path, _ in lines
        )
        text = (output / MANIFEST).read_bytes() + manifest + rubbish
        (output / MANIFEST).write_bytes(text)
        run(output, {"graph/b.py": "a = 2\n"})
        assert tree(place).keys() == {
            "mine",
            "output/graph/b.py",
            f"output/{MANIFEST}",
        }


@given(st.text())
def test_a_safe_path_stays_below_its_folder(path: str) -> None:
    if is_safe(path):
        assert os.path.normpath(f"/output/{path}") == f"/output/{path}"
