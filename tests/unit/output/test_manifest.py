"""The manifest: its format, and how a damaged or hostile one is read."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from docgen.edits.decision import FileRecord
from docgen.output.manifest import ManifestLines, manifest_text, read_manifest

FIRST_DIGEST, SECOND_DIGEST = "1" * 11, "2" * 11

TEAM = FileRecord(
    path="graph/team.py",
    digests=(FIRST_DIGEST,),
    pages=("resources/team.md", "resources/teams.md"),
    lines="\naaaaaTeam\naaaaa.name",
)
TYPED = FileRecord(path="graph/py.typed", digests=(SECOND_DIGEST,), pages=())

TEXT = f"""\
docgen manifest 3
graph/py.typed\t{SECOND_DIGEST}
graph/team.py\t{FIRST_DIGEST}\tresources/team.md\tresources/teams.md
aaaaaTeam
aaaaa.name
"""


def read(text: str) -> dict[str, FileRecord]:
    return read_manifest(text.encode()).value


def test_files_are_sorted_and_each_definition_has_a_line() -> None:
    assert manifest_text([TEAM, TYPED]) == TEXT


def test_written_manifest_is_read_back() -> None:
    assert read(TEXT) == {"graph/py.typed": TYPED, "graph/team.py": TEAM}


UNUSUAL_PATHS = {
    "tab": "a\tb.md",
    "line": "a\nb.md",
    "carriage return": "a\rb.md",
    "backslash": "a\\b.md",
    "backslash and letter": "a\\nb.md",
    "all": "a\tb\\c\nd\r.md",
}


@pytest.mark.parametrize("path", UNUSUAL_PATHS.values(), ids=UNUSUAL_PATHS)
@pytest.mark.parametrize("digests", [(FIRST_DIGEST,), (FIRST_DIGEST, SECOND_DIGEST)])
def test_any_page_path_is_read_back(path: str, digests: tuple[str, ...]) -> None:
    pages = ("\\n.md", path) if path == UNUSUAL_PATHS["all"] else (path,)
    unusual = FileRecord(path="a.py", digests=digests, pages=pages)
    records = {"a.py": unusual, TEAM.path: TEAM}
    for known in (ManifestLines(), ManifestLines(records.values())):
        assert read(manifest_text(records.values(), known)) == records


def test_windows_line_endings_are_read() -> None:
    assert read(TEXT.replace("\n", "\r\n")) == read(TEXT)


UNREADABLE = {
    "an empty file": "",
    "another version": TEXT.replace("manifest 3", "manifest 4"),
    "an older version": TEXT.replace("manifest 3", "manifest 2"),
    "no header": TEXT.partition("\n")[2],
    "a file of another program": "# docgen\n" + TEXT,
}


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_unreadable_manifest_is_empty(text: str) -> None:
    assert read(text) == {}


IGNORED = {
    "a meaningless line": "nothing here\n",
    "a digest that is too short": "graph/x.py\t123\n",
    "a conflict marker": "<<<<<<< HEAD\n",
    "a definition without a file": "aaaaaTeam\n",
    "a definition without a fingerprint": "Team\n",
    "bytes that are not UTF-8": "\udcff\udcfe\n",
    "an empty line": "\n",
}


@pytest.mark.parametrize("line", IGNORED.values(), ids=IGNORED.keys())
def test_invalid_line_is_ignored_and_the_others_are_read(line: str) -> None:
    header, rest = TEXT.split("\n", 1)
    damaged = f"{header}\n{line}{rest}".encode(errors="surrogateescape")
    assert read_manifest(damaged).value == read(TEXT)


OURS_MARKER, THEIRS_MARKER = "<<<<<<< HEAD\n", ">>>>>>> other\n"

CONFLICTS = {
    "in a definition": TEXT.replace(
        "aaaaa.name\n",
        f"{OURS_MARKER}aaaaa.name\n=======\nbbbbb.name\n{THEIRS_MARKER}",
    ),
    "in a definition, with the common ancestor": TEXT.replace(
        "aaaaa.name\n",
        f"{OURS_MARKER}aaaaa.name\n||||||| base\n=======\nbbbbb.name\n{THEIRS_MARKER}",
    ),
    "in the line of a file": TEXT.replace(
        f"graph/team.py\t{FIRST_DIGEST}\tresources/team.md\tresources/teams.md\naaaaaTeam\n",
        f"{OURS_MARKER}graph/team.py\t{FIRST_DIGEST}\tresources/team.md\tresources/teams.md\n"
        f"=======\ngraph/team.py\t{SECOND_DIGEST}\tresources/team.md\n{THEIRS_MARKER}"
        "aaaaaTeam\nbbbbb.name\n",
    ),
    "in the entire manifest": f"{OURS_MARKER}{TEXT}=======\n"
    + TEXT.replace("aaaaa.name", "bbbbb.name")
    + THEIRS_MARKER,
}


@pytest.mark.parametrize("text", CONFLICTS.values(), ids=CONFLICTS.keys())
def test_both_sides_of_a_conflict_are_records_of_docgen(text: str) -> None:
    entries = read(text)
    assert entries["graph/py.typed"] == TYPED
    team = entries["graph/team.py"]
    assert FIRST_DIGEST in team.digests
    assert {*team.definitions} == {
        "Team\taaaaa",
        "Team.name\taaaaa",
        "Team.name\tbbbbb",
    }


def test_each_side_of_a_conflict_continues_the_lines_before_it() -> None:
    text = TEXT.replace(
        "aaaaa.name\n",
        f"{OURS_MARKER}aaaaa.name\ngraph/ours.py\t{SECOND_DIGEST}\n=======\n"
        f"bbbbb.name\n{THEIRS_MARKER}aaaaalast\n",
    )
    entries = read(text)
    assert "Team.name\tbbbbb" in entries["graph/team.py"].definitions
    assert entries["graph/ours.py"].definitions == ("last\taaaaa",)
    assert "last\taaaaa" in entries["graph/team.py"].definitions


def test_definitions_after_a_damaged_file_line_are_ignored() -> None:
    damaged = TEXT.replace(f"graph/team.py\t{FIRST_DIGEST}", "graph/team.py\tdamaged")
    assert read(damaged) == {"graph/py.typed": TYPED}


def test_file_with_two_lines_has_two_digests() -> None:
    entry = read(TEXT + f"graph/team.py\t{SECOND_DIGEST}\tresources/other.md\n")[
        "graph/team.py"
    ]
    assert entry.digests == (FIRST_DIGEST, SECOND_DIGEST)
    assert entry.pages == (
        "resources/other.md",
        "resources/team.md",
        "resources/teams.md",
    )


@pytest.mark.parametrize("path", ["../x.py", "/etc/passwd", "a\\..\\b", ".git/config"])
def test_path_outside_of_the_output_folder_is_reported_and_ignored(path: str) -> None:
    checked = read_manifest(f"{TEXT}{path}\t{FIRST_DIGEST}\n".encode())
    assert checked.value == read(TEXT)
    (reported,) = checked.diagnostics
    assert (reported.code, reported.path, reported.span.line) == (
        "unsafe-output",
        ".docgen-manifest",
        6,
    )
    assert f"`{path}`" in reported.message


CHANGED_TEAM = replace(TEAM, lines="\naaaaaTeam")
EXPECTED = {
    "the same records": [TYPED, TEAM],
    "in another order": [TEAM, TYPED],
    "a record that is not in the manifest": [replace(TEAM, path="graph/a.py"), TEAM],
    "a record with other definitions": [TYPED, CHANGED_TEAM],
    "a record with fewer definitions": [CHANGED_TEAM],
    "a record with another digest": [replace(TYPED, digests=(FIRST_DIGEST,))],
    "a record with other pages": [replace(TEAM, pages=())],
}


@pytest.mark.parametrize("expected", EXPECTED.values(), ids=EXPECTED.keys())
@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.replace("\n", "\r\n"),
        TEXT + "bbbbbTeam.id\n",
        TEXT + "graph/x.py\t123\n",
        TEXT.removesuffix("\n"),
        TEXT + TEXT.partition("\n")[2],
        f"{TEXT}../x.py\t{FIRST_DIGEST}\n",
        *CONFLICTS.values(),
    ],
)
def test_expected_records_make_no_difference(
    text: str, expected: list[FileRecord]
) -> None:
    content = text.encode()
    assert read_manifest(content, ManifestLines(expected)) == read_manifest(content)


@pytest.mark.parametrize("removed", [[], [0], [64], [5, 130], range(60, 140)])
@pytest.mark.parametrize("changed", [[], [0], [63, 64], [199], range(60, 140)])
@pytest.mark.parametrize("added", [[], ["graph/0.py"], ["graph/064a.py", "tests/x.py"]])
def test_many_expected_records_make_no_difference(
    removed: Sequence[int], changed: Sequence[int], added: Sequence[str]
) -> None:
    expected = [replace(TEAM, path=f"graph/{n:03}.py") for n in range(200)]
    actual = [
        replace(one, pages=("other.md",)) if number in changed else one
        for number, one in enumerate(expected)
        if number not in removed
    ]
    actual += (replace(TYPED, path=path) for path in added)
    content = manifest_text(actual).encode()
    known = ManifestLines(expected)
    assert read_manifest(content, known) == read_manifest(content)
    assert manifest_text(actual, known).encode() == content


def test_unsafe_path_is_reported_at_its_line() -> None:
    expected = ManifestLines([TYPED, TEAM])
    text = f"{TEXT}../x.py\t{FIRST_DIGEST}\n"
    found = read_manifest(text.encode(), expected)
    assert [one.span.line for one in found.diagnostics] == [TEXT.count("\n") + 1]
