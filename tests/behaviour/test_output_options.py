"""`-o` and `--depfile` never replace a page, a hand-written file or another package."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from checkout import CONFIG, MOOD, TEAM, Checkout, Docgen

PAGE = "docs/resources/team.md"
OTHER = "docs/resources/mood.md"
FORMATS = ["json", "csdl", "jsonschema", "openapi"]

FILES: dict[str, Callable[[Checkout], str]] = {
    "the page": lambda _: PAGE,
    "another page of the folder": lambda _: OTHER,
    "a link to a page": lambda checkout: _linked(checkout, "docs/link.json", PAGE),
    "a page by a folder that does not exist": lambda _: f"missing/../{PAGE}",
    "notes": lambda checkout: _written(checkout, "notes.txt", "To do: everything.\n"),
    "other JSON": lambda checkout: _written(
        checkout, "api.json", '{"version": 1, "types": []}'
    ),
    "metadata of a service": lambda checkout: _written(
        checkout,
        "metadata.xml",
        '<?xml version="1.0" encoding="utf-8"?>\n<edmx:Edmx Version="4.0">\n',
    ),
    "another schema": lambda checkout: _written(
        checkout,
        "schema.json",
        '{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {}}',
    ),
    "the configuration": lambda checkout: _written(checkout, "pyproject.toml", CONFIG),
    "a file that is not text": lambda checkout: _written(checkout, "x.bin", "\0\1"),
    "a generated module": lambda _: "generated/graph/models/team.py",
}


def _written(checkout: Checkout, path: str, content: str) -> str:
    checkout.write(path, content)
    return path


def _linked(checkout: Checkout, path: str, target: str) -> str:
    (checkout.folder / path).symlink_to(checkout.folder / target)
    return path


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("file", FILES.values(), ids=FILES.keys())
def test_export_does_not_replace(
    checkout: Checkout, docgen: Docgen, file: Callable[[Checkout], str], form: str
) -> None:
    docgen("generate")
    path = file(checkout)
    before = checkout.tree(".")
    ran = docgen("export", "docs", "--format", form, "-o", path)
    assert ran.status == 2
    assert f"`{path}`" in ran.err
    assert checkout.tree(".") == before


@pytest.mark.parametrize("last", FORMATS)
@pytest.mark.parametrize("form", FORMATS)
def test_export_replaces_an_export(
    checkout: Checkout, docgen: Docgen, form: str, last: str
) -> None:
    docgen("export", "docs", "--format", last, "-o", "out")
    checkout.edit(PAGE, "|size|Int32|", "|headCount|Int32|")
    assert docgen("export", "docs", "--format", form, "-o", "out").status == 0
    assert b"headCount" in Path("out").read_bytes()


@pytest.mark.usefixtures("checkout")
def test_export_replaces_an_empty_file(docgen: Docgen) -> None:
    Path("out.json").touch()
    assert docgen("export", "docs", "--format", "json", "-o", "out.json").status == 0
    assert Path("out.json").stat().st_size


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("missing", [PAGE, "docs"])
def test_export_without_an_unreadable_page_is_not_written(
    checkout: Checkout, docgen: Docgen, form: str, missing: str
) -> None:
    docgen("export", "docs", "--format", form, "-o", "out")
    before = Path("out").read_bytes()
    (checkout.folder / missing).rename(checkout.folder / "moved")
    (checkout.folder / missing).symlink_to("nowhere.md")
    for file in ("out", "new"):
        ran = docgen("export", "docs", "--format", form, "-o", file)
        assert ran.status == 1
        assert f"`{file}` was not written" in ran.err
    assert Path("out").read_bytes() == before
    assert not Path("new").exists()
    ran = docgen("export", "docs", "--format", form)
    assert (ran.status, "MemberType" in ran.out) == (1, False)
    assert ran.out


@pytest.mark.parametrize(
    "arguments", [("export", "docs", "--format", "json"), ("diff", "docs", "docs")]
)
def test_a_dash_is_standard_output(
    checkout: Checkout, docgen: Docgen, arguments: tuple[str, ...]
) -> None:
    form = ("--output-format", "json") if "diff" in arguments else ()
    before = checkout.tree(".")
    ran = docgen(*arguments, *form, "-o", "-")
    assert ran.status == 0
    assert ran.out == docgen(*arguments, *form).out
    assert ran.out.startswith("{")
    assert checkout.tree(".") == before


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("main.d", "module main;\nimport std.stdio : writeln;\n"),
        ("build/other.d", "something: else\n"),
        ("docs/generated.d", "# Notes\n"),
    ],
)
def test_a_depfile_does_not_replace_another_file(
    checkout: Checkout, docgen: Docgen, path: str, content: str
) -> None:
    checkout.write(path, content)
    ran = docgen("generate", "--depfile", path)
    assert ran.status == 2
    assert f"`{path}`" in ran.err
    assert (checkout.folder / path).read_text(encoding="utf-8") == content
    assert checkout.tree() == {}


@pytest.mark.parametrize("path", ["out.d", "./out.d", "a b.d"])
def test_a_depfile_replaces_a_depfile(
    checkout: Checkout, docgen: Docgen, path: str
) -> None:
    assert docgen("generate", "--depfile", path).status == 0
    checkout.write("docs/new.md", MOOD.replace("mood", "taste"))
    assert docgen("generate", "--depfile", str(Path(path).absolute())).status == 0
    assert "new.md" in (checkout.folder / path).read_text(encoding="utf-8")


class TestConvert:
    """Pages that are converted to one folder, one after another."""

    @pytest.fixture(autouse=True)
    def _unconfigured(self, checkout: Checkout) -> None:
        (checkout.folder / "pyproject.toml").unlink()

    def works(self, checkout: Checkout, *classes: str) -> bool:
        """Return whether classes can be imported, and all tests succeed."""
        names = ", ".join(classes)
        programs = (
            ["-c", f"from graph.models import {names}"],
            ["-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"],
        )
        return not any(
            subprocess.run(
                [sys.executable, *program],
                cwd=checkout.folder / "out",
                capture_output=True,
                check=False,
            ).returncode
            for program in programs
        )

    @pytest.mark.parametrize(
        ("first", "second"), [(PAGE, OTHER), (OTHER, PAGE)], ids=["team", "mood"]
    )
    @pytest.mark.parametrize("is_configured", [True, False])
    def test_a_second_page_is_added(
        self,
        checkout: Checkout,
        docgen: Docgen,
        first: str,
        second: str,
        is_configured: bool,
    ) -> None:
        if is_configured:
            checkout.write("pyproject.toml", CONFIG)
        assert docgen("convert", first, "-o", "out").status == 0
        assert docgen("convert", second, "-o", "out").status == 0
        assert b"mood: Mood | None" in checkout.tree("out")["graph/models/team.py"]
        assert self.works(checkout, "Team", "Mood")

    def test_a_page_from_standard_input_is_added(
        self, checkout: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        checkout.write("mood.md", MOOD)
        docgen("convert", "mood.md", "-o", "out")
        with (checkout.folder / PAGE).open(encoding="utf-8") as page:
            monkeypatch.setattr("sys.stdin", page)
            assert docgen("convert", "-", "-o", "out").status == 0
        assert self.works(checkout, "Team", "Mood")

    def test_a_third_page_and_an_edit_of_the_first_are_added(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        docgen("convert", PAGE, "-o", "out")
        docgen("convert", OTHER, "-o", "out")
        checkout.edit(PAGE, "|size|Int32|", "|size|String|")
        docgen("convert", "docs/resources/calls-room.md", "-o", "out")
        assert b"size: str" in checkout.tree("out")["graph/models/team.py"]
        assert self.works(checkout, "Team", "Mood", "calls")

    def test_a_page_is_converted_again(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        docgen("convert", PAGE, "-o", "out")
        checkout.edit(PAGE, "|size|Int32|", "|size|String|")
        assert docgen("convert", PAGE, "-o", "out").status == 0
        assert b"size: str" in checkout.tree("out")["graph/models/team.py"]

    def refused(self, checkout: Checkout, docgen: Docgen, *arguments: str) -> str:
        """Convert to the folder `out`; assert that nothing is written, and return the message."""
        before = checkout.tree(".")
        ran = docgen("convert", *arguments, "-o", "out")
        assert ran.status == 2
        assert "choose another folder" in ran.err
        assert checkout.tree(".") == before
        return ran.err

    @pytest.mark.parametrize(
        ("page", "content"),
        [
            ("elsewhere/other.md", MOOD.replace("mood", "other")),
            ("elsewhere/team.md", TEAM.replace("team", "crew")),
            ("elsewhere/notes.md", "# Notes\n"),
        ],
        ids=["another page", "a page of the same name", "a page without a type"],
    )
    def test_a_page_elsewhere_is_refused_alone(
        self, checkout: Checkout, docgen: Docgen, page: str, content: str
    ) -> None:
        checkout.write(page, content)
        docgen("convert", PAGE, "-o", "out")
        assert "`team.md`" in self.refused(checkout, docgen, page)
        assert docgen("convert", PAGE, page, "-o", "out").status == 0

    def test_a_package_whose_page_is_gone_is_not_replaced(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        docgen("convert", PAGE, "-o", "out")
        (checkout.folder / PAGE).unlink()
        self.refused(checkout, docgen, OTHER)
        (checkout.folder / "out/graph/models/team.py").unlink()
        assert "client/team.py" in self.refused(checkout, docgen, OTHER)

    def test_a_package_with_an_unreadable_page_is_not_replaced(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        docgen("convert", "docs", "-o", "out")
        (checkout.folder / PAGE).unlink()
        (checkout.folder / PAGE).symlink_to("nowhere.md")
        error = self.refused(checkout, docgen, "docs")
        assert "`resources/team.md` can't be read" in error
        assert "would not belong" not in error

    @pytest.mark.parametrize("has_manifest", [True, False])
    @pytest.mark.parametrize("new", ["dataclass", "pydantic", "typeddict"])
    @pytest.mark.parametrize("old", ["dataclass", "pydantic", "typeddict"])
    def test_a_package_of_another_flavour_is_not_replaced(
        self, checkout: Checkout, docgen: Docgen, old: str, new: str, has_manifest: bool
    ) -> None:
        docgen("convert", PAGE, "--flavour", old, "-o", "out")
        if not has_manifest:
            (checkout.folder / "out/.docgen-manifest").unlink()
        if old == new:
            assert docgen("convert", PAGE, "--flavour", new, "-o", "out").status == 0
            return
        self.refused(checkout, docgen, PAGE, "--flavour", new)

    def test_a_package_of_another_name_is_not_replaced(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        docgen("convert", PAGE, "-o", "out")
        checkout.write("pyproject.toml", CONFIG + 'package = "shop"\n')
        assert "another name" in self.refused(checkout, docgen, PAGE)

    @pytest.mark.parametrize(
        ("path", "content"),
        [
            ("out/graph/models/team.py", "class Mine:\n    pass\n"),
            ("out/graph/__init__.py", ""),
            ("out/tests/conftest.py", "import sys\n"),
            ("out/tests/test_team.py", "# syntax error (\n"),
            ("out/graph/py.typed", "partial\n"),
        ],
    )
    def test_a_hand_written_file_is_not_replaced(
        self, checkout: Checkout, docgen: Docgen, path: str, content: str
    ) -> None:
        checkout.write(path, content)
        assert f"`{path}`" in self.refused(checkout, docgen, PAGE)

    @pytest.mark.parametrize("path", [PAGE, "notes.txt"])
    def test_a_file_is_not_a_folder(
        self, checkout: Checkout, docgen: Docgen, path: str
    ) -> None:
        checkout.write("notes.txt", "To do.\n")
        before = checkout.tree(".")
        ran = docgen("convert", PAGE, "-o", path)
        assert (ran.status, checkout.tree(".")) == (2, before)
