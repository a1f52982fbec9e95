"""Bad input: each kind has a clear message and exit status, and never a traceback.

The files of other pages are still written.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from checkout import CONFIG, MOOD, Checkout, Docgen

BAD = "docs/resources/bad.md"
MODEL = "graph/models/team.py"


def lock(path: Path) -> None:
    path.write_text(MOOD)
    path.chmod(0)


def encoded(text: str) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(text.encode("utf-8", "surrogateescape"))


PAGES: dict[str, tuple[Callable[[Path], object], int, str]] = {
    "an empty file": (encoded(""), 0, "empty-page"),
    "a binary file": (encoded("\x00\x01\x02\udcff" * 500), 1, "unreadable-page"),
    "a page of another language": (
        encoded(
            '---\ndoc_type: "resourcePageType"\n---\n# Ressource team\n\n'
            "## Eigenschaften\n|Name|Typ|\n|:-|:-|\n|id|String|\n"
        ),
        0,
        "translated-page",
    ),
    "broken front matter": (
        encoded("---\nno key\n---\n" + MOOD),
        0,
        "front-matter",
    ),
    "unclosed front matter": (
        encoded("---\ntitle: x\n\n" + MOOD),
        0,
        "front-matter",
    ),
    "no tables": (
        encoded("# bad resource type\n\nNamespace: microsoft.graph\n"),
        0,
        "empty-type",
    ),
    "an unclosed comment": (encoded(MOOD + "<!-- {\n"), 0, "unclosed-comment"),
    "an invalid annotation": (
        encoded(MOOD + '<!-- { "blockType": "resource", [ -->\n'),
        1,
        "invalid-annotation",
    ),
    "conflict markers": (encoded("<<<<<<< ours\n" + MOOD), 1, "conflict-marker"),
    "an unreadable file": (lock, 1, "permission denied"),
    "a folder with the name of a page": (
        lambda path: path.mkdir(),
        1,
        "it is a folder",
    ),
    "a dangling link": (
        lambda path: path.symlink_to("missing"),
        1,
        "no such file",
    ),
    "a link to itself": (lambda path: path.symlink_to("bad.md"), 1, "unreadable-page"),
    "a link out of the source": (
        lambda path: path.symlink_to("/etc/passwd"),
        1,
        "a symbolic link to a file outside of the folder",
    ),
    "a pipe": (os.mkfifo, 1, "it is not a regular file"),
}


@pytest.mark.parametrize(
    ("make", "status", "message"), PAGES.values(), ids=PAGES.keys()
)
def test_a_bad_page_does_not_affect_the_others(
    checkout: Checkout,
    docgen: Docgen,
    make: Callable[[Path], object],
    status: int,
    message: str,
) -> None:
    make(checkout.folder / BAD)
    ran = docgen("generate")
    assert ran.status == status
    assert "Traceback" not in ran.err
    assert b"class Team" in checkout.tree()[MODEL]
    assert message in docgen("lint").out


ENCODINGS = {
    "CRLF line endings": lambda text: text.replace("\n", "\r\n"),
    "lone carriage returns": lambda text: text.replace("\n", "\r"),
    "a byte-order mark": lambda text: "\ufeff" + text,
}


@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS.keys())
def test_line_endings_and_byte_order_marks_change_nothing(
    checkout: Checkout, docgen: Docgen, encode: Callable[[str], str]
) -> None:
    docgen("generate")
    before = checkout.tree()
    page = checkout.folder / "docs/resources/mood.md"
    page.write_bytes(encode(page.read_text(encoding="utf-8")).encode())
    ran = docgen("generate")
    assert (ran.status, checkout.tree()) == (0, before)


@pytest.mark.parametrize("command", ["lint", "convert"])
def test_a_missing_path_is_reported_and_the_others_are_processed(
    checkout: Checkout, docgen: Docgen, command: str
) -> None:
    ran = docgen(command, "missing.md", "docs/resources/mood.md")
    reported = ran.out if command == "lint" else ran.err
    assert ran.status == 1
    assert "missing.md:1:1: error[unreadable-page]: `" in reported
    assert "no such file or directory" in reported
    assert (checkout.folder / "docs/resources/mood.md").exists()


def test_generate_reports_a_missing_page_as_well(
    checkout: Checkout, docgen: Docgen
) -> None:
    ran = docgen("generate", "docs/resources/missing.md", "docs/resources/team.md")
    assert ran.status == 1
    assert "docs/resources/missing.md:1:1: error[unreadable-page]" in ran.err
    assert MODEL in checkout.tree()


@pytest.mark.parametrize("command", ["lint", "convert", "generate"])
def test_a_page_that_is_named_twice_is_reported(
    checkout: Checkout, docgen: Docgen, command: str
) -> None:
    page = "docs/resources/mood.md"
    ran = docgen(command, page, str(checkout.folder / page))
    assert ran.status == 0
    assert f"{page}:1:1: warning[duplicate-page]" in ran.out + ran.err


def test_a_folder_without_pages_is_reported(checkout: Checkout, docgen: Docgen) -> None:
    (checkout.folder / "empty").mkdir()
    ran = docgen("lint", "empty")
    assert ran.status == 1
    assert "there is no `*.md` file in it" in ran.out


@pytest.mark.parametrize("empties", [True, False], ids=["empty", "missing"])
def test_a_source_without_pages_is_an_error_and_nothing_is_removed(
    checkout: Checkout, docgen: Docgen, empties: bool
) -> None:
    docgen("generate")
    before = checkout.tree()
    (checkout.folder / "docs").rename(checkout.folder / "moved")
    if empties:
        (checkout.folder / "docs").mkdir()
    ran = docgen("generate")
    assert ran.status == 2
    assert "`docs`" in ran.err
    assert checkout.tree() == before


def test_one_of_two_sources_without_pages_removes_nothing(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.write("pyproject.toml", CONFIG.replace('"docs"', '"docs", "more"'))
    checkout.write("more/mood2.md", MOOD.replace("mood", "mood2"))
    docgen("generate")
    (checkout.folder / "more/mood2.md").unlink()
    ran = docgen("generate")
    assert ran.status == 1
    assert "more:1:1: error[unreadable-page]" in ran.err
    assert "graph/models/mood2.py" in checkout.tree()


def test_the_files_of_an_unreadable_page_are_kept(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    room = checkout.folder / "docs/resources/calls-room.md"
    room.chmod(0)
    assert docgen("generate").status == 1
    assert "graph/models/calls/room.py" in checkout.tree()
    room.chmod(0o644)
    room.unlink()
    assert docgen("generate").status == 0
    assert "graph/models/calls/room.py" not in checkout.tree()


def test_a_read_only_output_folder_is_reported_once(
    checkout: Checkout, docgen: Docgen
) -> None:
    output = checkout.folder / "generated"
    output.mkdir(mode=0o555)
    ran = docgen("generate")
    output.chmod(0o755)
    assert ran.status == 1
    assert ran.err.count("unwritable-output") == 1
    assert "generated:1:1: error[unwritable-output]: the output folder" in ran.err


def test_a_read_only_file_is_named_and_the_others_are_written(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    (checkout.folder / "generated" / MODEL).chmod(0o444)
    checkout.edit("docs/resources/team.md", "|size|Int32|", "|size|String|")
    ran = docgen("generate")
    assert ran.status == 1
    assert f"generated/{MODEL}:1:1: error[unwritable-output]" in ran.err
    assert b"size: str" in checkout.tree()["graph/models/team.pyi"]


def test_a_folder_where_a_file_should_be_is_named(
    checkout: Checkout, docgen: Docgen
) -> None:
    (checkout.folder / "generated" / MODEL).mkdir(parents=True)
    ran = docgen("generate")
    assert ran.status == 1
    assert f"generated/{MODEL}:1:1: error[unwritable-output]" in ran.err
    assert "graph/models/team.pyi" in checkout.tree()


CONFIGS = {
    "a syntax error": ("[tool.docgen\n", "pyproject.toml: not TOML"),
    "an unknown key": (
        CONFIG + 'flavor = "dataclass"',
        "unknown key `flavor`; did you mean `flavour`?",
    ),
    "an output that contains the pages": (
        CONFIG + 'output = "docs"',
        "`output` must not be or contain",
    ),
    "an output that is the checkout": (
        CONFIG + 'output = "."',
        "`output` must not be or contain",
    ),
    "a path with a NUL": (CONFIG + 'output = "a\\u0000b"', "`output` contains a NUL"),
    "a package name that is too long": (
        CONFIG + f'package = "{"p" * 31}"',
        "characters long; the maximum is 30",
    ),
}


@pytest.mark.parametrize("command", ["generate", "lint"])
@pytest.mark.parametrize(("text", "message"), CONFIGS.values(), ids=CONFIGS.keys())
def test_an_invalid_configuration_is_an_error(
    checkout: Checkout, docgen: Docgen, text: str, message: str, command: str
) -> None:
    checkout.write("pyproject.toml", text)
    ran = docgen(command)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err
    assert checkout.tree() == {}


def test_generate_without_a_configuration_is_a_usage_error(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.write("pyproject.toml", "")
    ran = docgen("generate")
    assert ran.status == 2
    assert "[tool.docgen]" in ran.err


class TestHostileTree:
    """Nothing outside of the output folder is written or removed, whatever it contains."""

    def outside(self, checkout: Checkout) -> dict[str, bytes]:
        return {
            path: content
            for path, content in checkout.tree(".").items()
            if not path.startswith("generated/")
        }

    @pytest.mark.parametrize(
        "path",
        ["../mine.py", "{folder}/mine.py", "graph/../../mine.py", ".\\..\\mine.py"],
    )
    def test_manifest_with_a_path_outside(
        self, checkout: Checkout, docgen: Docgen, path: str
    ) -> None:
        docgen("generate")
        checkout.write("mine.py", "mine = 1\n")
        before = self.outside(checkout)
        manifest = checkout.tree()[".docgen-manifest"].decode()
        digest = manifest.split("\t")[1].split("\n")[0]
        line = f"{path.format(folder=checkout.folder)}\t{digest}\n"
        checkout.write("generated/.docgen-manifest", manifest + line)
        ran = docgen("generate")
        assert ran.status == 1
        assert "generated/.docgen-manifest:" in ran.err
        assert "error[unsafe-output]" in ran.err
        assert self.outside(checkout) == before
        assert docgen("generate").status == 0, "the line is not in the manifest"

    def test_link_to_a_folder_outside(self, checkout: Checkout, docgen: Docgen) -> None:
        docgen("generate")
        models = checkout.folder / "generated/graph/models"
        models.rename(checkout.folder / "elsewhere")
        models.symlink_to("../../elsewhere")
        before = self.outside(checkout)
        checkout.edit("docs/resources/team.md", "|size|Int32|", "|size|String|")
        (checkout.folder / "docs/resources/mood.md").unlink()
        ran = docgen("generate")
        before = {k: v for k, v in before.items() if not k.startswith("docs/")}
        after = self.outside(checkout)
        assert ran.status == 1
        assert "generated/graph/models:1:1: error[unsafe-output]" in ran.err
        assert {k: v for k, v in after.items() if not k.startswith("docs/")} == before

    def test_link_instead_of_a_file(self, checkout: Checkout, docgen: Docgen) -> None:
        docgen("generate")
        model = checkout.folder / "generated" / MODEL
        model.rename(checkout.folder / "mine.py")
        model.symlink_to("../../../mine.py")
        before = (checkout.folder / "mine.py").read_bytes()
        checkout.edit("docs/resources/team.md", "|size|Int32|", "|size|String|")
        ran = docgen("generate")
        assert ran.status == 1
        assert f"generated/{MODEL}:1:1: error[unsafe-output]" in ran.err
        assert (checkout.folder / "mine.py").read_bytes() == before
        assert model.is_symlink()

    def test_page_with_names_that_are_paths_outside(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        before = self.outside(checkout)
        for number, name in enumerate(["../../x", "/etc/x", "con", "a\\..\\b", "x/y"]):
            text = MOOD.replace("mood", name).replace("microsoft.graph", "../..")
            checkout.write(f"docs/resources/hostile{number}.md", text)
        docgen("generate")
        after = {k: v for k, v in self.outside(checkout).items() if "hostile" not in k}
        assert after == before
        assert b"class Team" in checkout.tree()[MODEL]
