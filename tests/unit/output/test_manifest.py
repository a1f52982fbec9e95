"""The manifest: its text, and what a damaged or hostile one is read as."""

import pytest

from docgen.output.manifest import manifest_text, read_manifest
from docgen.output.values import Entry

ONE, TWO = "1" * 32, "2" * 32
MARK = "a" * 16

TEAM = Entry(
    path="graph/team.py",
    digests=(ONE,),
    pages=("resources/team.md", "resources/teams.md"),
    definitions=(f"Team\t{MARK}", f"Team.name\t{MARK}"),
)
TYPED = Entry(path="graph/py.typed", digests=(TWO,), pages=())

TEXT = f"""\
docgen manifest 2
graph/py.typed\t{TWO}
graph/team.py\t{ONE}\tresources/team.md\tresources/teams.md
 Team\t{MARK}
 Team.name\t{MARK}
"""


def read(text: str) -> dict[str, Entry]:
    return read_manifest(text.encode()).value


def test_files_are_sorted_and_each_definition_has_its_line() -> None:
    assert manifest_text([TEAM, TYPED]) == TEXT


def test_what_is_written_is_read() -> None:
    assert read(TEXT) == {"graph/py.typed": TYPED, "graph/team.py": TEAM}


def test_any_path_of_a_page_survives() -> None:
    odd = Entry(path="a.py", digests=(ONE,), pages=("a\tb\\c\nd\r.md", "\\n.md"))
    assert read(manifest_text([odd])) == {"a.py": odd}


def test_line_ends_of_another_system_are_read() -> None:
    assert read(TEXT.replace("\n", "\r\n")) == read(TEXT)


DAMAGES = {
    "an empty file": "",
    "another version": TEXT.replace("manifest 2", "manifest 3"),
    "no head": TEXT.partition("\n")[2],
    "a text of something else": "# docgen\n" + TEXT,
}


@pytest.mark.parametrize("text", DAMAGES.values(), ids=DAMAGES.keys())
def test_is_read_as_none(text: str) -> None:
    assert read(text) == {}


PASSED_OVER = {
    "a line that says nothing": "so it goes\n",
    "a digest that is too short": "graph/x.py\t123\n",
    "a mark of a merge": "<<<<<<< HEAD\n",
    "a definition without a file": f" Team\t{MARK}\n",
    "a definition without a fingerprint": " Team\n",
    "bytes that are no text": "\udcff\udcfe\n",
    "an empty line": "\n",
}


@pytest.mark.parametrize("line", PASSED_OVER.values(), ids=PASSED_OVER.keys())
def test_is_passed_over_and_the_rest_is_read(line: str) -> None:
    head, rest = TEXT.split("\n", 1)
    damaged = f"{head}\n{line}{rest}".encode(errors="surrogateescape")
    assert read_manifest(damaged).value == read(TEXT)


def test_definitions_behind_a_damaged_file_line_belong_to_nobody() -> None:
    damaged = TEXT.replace(f"graph/team.py\t{ONE}", "graph/team.py\tdamaged")
    assert read(damaged) == {"graph/py.typed": TYPED}


def test_two_lines_for_a_file_are_two_texts_of_docgen() -> None:
    entry = read(TEXT + f"graph/team.py\t{TWO}\tresources/other.md\n")["graph/team.py"]
    assert entry.digests == (ONE, TWO)
    assert entry.pages == (
        "resources/other.md",
        "resources/team.md",
        "resources/teams.md",
    )


@pytest.mark.parametrize("path", ["../x.py", "/etc/passwd", "a\\..\\b", ".git/config"])
def test_a_path_that_leads_out_is_told_of_and_left_out(path: str) -> None:
    checked = read_manifest(f"{TEXT}{path}\t{ONE}\n".encode())
    assert checked.value == read(TEXT)
    (told,) = checked.diagnostics
    assert (told.code, told.path, told.span.line) == (
        "unsafe-output",
        ".docgen-manifest",
        6,
    )
    assert f"`{path}`" in told.message
