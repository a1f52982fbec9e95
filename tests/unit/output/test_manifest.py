"""The manifest: its text, and what a damaged or hostile one is read as."""

import pytest

from docgen.edits.decision import FileRecord
from docgen.output.manifest import manifest_text, read_manifest

ONE, TWO = "1" * 11, "2" * 11

TEAM = FileRecord(
    path="graph/team.py",
    digests=(ONE,),
    pages=("resources/team.md", "resources/teams.md"),
    lines="\naaaaaTeam\naaaaa.name",
)
TYPED = FileRecord(path="graph/py.typed", digests=(TWO,), pages=())

TEXT = f"""\
docgen manifest 3
graph/py.typed\t{TWO}
graph/team.py\t{ONE}\tresources/team.md\tresources/teams.md
aaaaaTeam
aaaaa.name
"""


def read(text: str) -> dict[str, FileRecord]:
    return read_manifest(text.encode()).value


def test_files_are_sorted_and_each_definition_has_its_line() -> None:
    assert manifest_text([TEAM, TYPED]) == TEXT


def test_what_is_written_is_read() -> None:
    assert read(TEXT) == {"graph/py.typed": TYPED, "graph/team.py": TEAM}


def test_any_path_of_a_page_survives() -> None:
    odd = FileRecord(path="a.py", digests=(ONE,), pages=("a\tb\\c\nd\r.md", "\\n.md"))
    assert read(manifest_text([odd])) == {"a.py": odd}


def test_line_ends_of_another_system_are_read() -> None:
    assert read(TEXT.replace("\n", "\r\n")) == read(TEXT)


DAMAGES = {
    "an empty file": "",
    "another version": TEXT.replace("manifest 3", "manifest 4"),
    "an older version": TEXT.replace("manifest 3", "manifest 2"),
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
    "a definition without a file": "aaaaaTeam\n",
    "a definition without a fingerprint": "Team\n",
    "bytes that are no text": "\udcff\udcfe\n",
    "an empty line": "\n",
}


@pytest.mark.parametrize("line", PASSED_OVER.values(), ids=PASSED_OVER.keys())
def test_is_ignored_and_the_rest_is_read(line: str) -> None:
    head, rest = TEXT.split("\n", 1)
    damaged = f"{head}\n{line}{rest}".encode(errors="surrogateescape")
    assert read_manifest(damaged).value == read(TEXT)


OURS, THEIRS = "<<<<<<< HEAD\n", ">>>>>>> other\n"

CONFLICTS = {
    "in a definition": TEXT.replace(
        "aaaaa.name\n",
        f"{OURS}aaaaa.name\n=======\nbbbbb.name\n{THEIRS}",
    ),
    "in a definition, with what both began with": TEXT.replace(
        "aaaaa.name\n",
        f"{OURS}aaaaa.name\n||||||| base\n=======\nbbbbb.name\n{THEIRS}",
    ),
    "in the line of a file": TEXT.replace(
        f"graph/team.py\t{ONE}\tresources/team.md\tresources/teams.md\naaaaaTeam\n",
        f"{OURS}graph/team.py\t{ONE}\tresources/team.md\tresources/teams.md\n"
        f"=======\ngraph/team.py\t{TWO}\tresources/team.md\n{THEIRS}"
        "aaaaaTeam\nbbbbb.name\n",
    ),
    "over all of it": f"{OURS}{TEXT}=======\n"
    + TEXT.replace("aaaaa.name", "bbbbb.name")
    + THEIRS,
}


@pytest.mark.parametrize("text", CONFLICTS.values(), ids=CONFLICTS.keys())
def test_in_a_conflict_either_side_is_docgen_s(text: str) -> None:
    entries = read(text)
    assert entries["graph/py.typed"] == TYPED
    team = entries["graph/team.py"]
    assert ONE in team.digests
    assert {*team.definitions} == {
        "Team\taaaaa",
        "Team.name\taaaaa",
        "Team.name\tbbbbb",
    }


def test_a_side_of_a_conflict_goes_on_where_the_lines_before_it_ended() -> None:
    text = TEXT.replace(
        "aaaaa.name\n",
        f"{OURS}aaaaa.name\ngraph/ours.py\t{TWO}\n=======\n"
        f"bbbbb.name\n{THEIRS}aaaaalast\n",
    )
    entries = read(text)
    assert "Team.name\tbbbbb" in entries["graph/team.py"].definitions
    assert entries["graph/ours.py"].definitions == ("last\taaaaa",)
    assert "last\taaaaa" in entries["graph/team.py"].definitions


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
def test_a_path_that_leads_out_is_reported_of_and_left_out(path: str) -> None:
    checked = read_manifest(f"{TEXT}{path}\t{ONE}\n".encode())
    assert checked.value == read(TEXT)
    (reported,) = checked.diagnostics
    assert (reported.code, reported.path, reported.span.line) == (
        "unsafe-output",
        ".docgen-manifest",
        6,
    )
    assert f"`{path}`" in reported.message
