"""`docgen init`: what it detects, writes and does not change."""

import io
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from checkout import PAGES, TEAM, Checkout, Docgen

from docgen.cli import ask

SHOP = {
    f"reference/{path.removeprefix('docs/')}": text.replace("microsoft.graph", "shop")
    for path, text in PAGES.items()
}


@pytest.fixture
def project(checkout: Checkout) -> Checkout:
    """Return a checkout with pages of another API, and no configuration."""
    (checkout.folder / "pyproject.toml").unlink()
    for path in PAGES:
        (checkout.folder / path).unlink()
    for path, text in SHOP.items():
        checkout.write(path, text)
    checkout.write("README.md", "# A shop\n\nIts API is described in reference/.\n")
    return checkout


def written(project: Checkout) -> dict[str, object]:
    text = (project.folder / "pyproject.toml").read_text(encoding="utf-8")
    table: dict[str, object] = tomllib.loads(text)["tool"]["docgen"]
    return table


def test_values_are_detected_from_the_pages(project: Checkout, docgen: Docgen) -> None:
    ran = docgen("init", "--yes")
    assert ran.status == 0
    assert written(project) == {
        "source": ["reference"],
        "output": "generated",
        "package": "shop",
        "entity_base": "shop.entity",
    }
    assert ran.err == "wrote pyproject.toml\nwrote docgen.mk\n"


OPERATION = """\
# List teams

## HTTP request
```http
{}
```

## Example
```http
GET {}/teams?$top=5
```
"""


@pytest.mark.parametrize(
    ("requests", "found"),
    [
        (["GET /teams"], "https://api.shop.example/v1"),
        (["GET /v1/teams"], "https://api.shop.example/v1"),
        (["GET https://api.shop.example/v1/teams"], "https://api.shop.example/v1"),
        (["GET /teams", "GET /teams/beta"], "https://api.shop.example/v1"),
    ],
)
def test_the_base_url_is_that_of_most_requests(
    project: Checkout, docgen: Docgen, requests: list[str], found: str
) -> None:
    for number, line in enumerate(requests):
        page = OPERATION.format(line, "https://api.shop.example/v1")
        project.write(f"reference/list-{number}.md", page)
    other = OPERATION.format("GET /teams", "https://shop.example/beta")
    project.write("reference/other.md", other if len(requests) > 1 else "")
    docgen("init", "--yes")
    assert written(project)["base_url"] == found
    assert docgen("generate").status == 0


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://api.shop.example", "https://api.shop.example"),
        ("https://shop.example/api/v2.1", "https://shop.example/api/v2.1"),
        ("https://graph.microsoft.com/v1.0", "https://graph.microsoft.com/v1.0"),
        ("https://{host}/v1", None),
        ("", None),
    ],
)
def test_the_base_url_has_a_host_and_a_version(
    project: Checkout, docgen: Docgen, address: str, found: str | None
) -> None:
    project.write("reference/list.md", OPERATION.format("GET /teams", address))
    docgen("init", "--yes")
    assert written(project).get("base_url") == found


def test_microsoft_graph_needs_no_base_url(checkout: Checkout, docgen: Docgen) -> None:
    (checkout.folder / "pyproject.toml").unlink()
    address = "https://graph.microsoft.com/v1.0"
    checkout.write("docs/list.md", OPERATION.format("GET /teams", address))
    docgen("init", "--yes")
    assert "base_url" not in written(checkout)


def test_types_of_the_main_namespace_are_not_in_a_subpackage(
    project: Checkout, docgen: Docgen
) -> None:
    docgen("init", "--yes")
    assert docgen("generate").status == 0
    assert {"shop/models/team.py", "shop/models/calls/room.py"} <= set(project.tree())
    assert docgen("generate", "--check").status == 0


@pytest.mark.parametrize(
    ("pages", "source"),
    [
        (["docs/api/a.md", "docs/resources/b.md"], ["docs"]),
        (["v1/a.md", "beta/b.md"], ["beta", "v1"]),
        (["a.md"], ["."]),
    ],
    ids=["a folder with all pages", "several folders", "the project itself"],
)
def test_the_source_is(
    checkout: Checkout, docgen: Docgen, pages: list[str], source: list[str]
) -> None:
    (checkout.folder / "pyproject.toml").unlink()
    for path in PAGES:
        (checkout.folder / path).unlink()
    for path in pages:
        checkout.write(path, TEAM)
    assert docgen("init", "--yes").status == 0
    assert written(checkout)["source"] == source


@pytest.mark.parametrize(
    ("namespace", "package"),
    [
        ("acme.shop", "shop"),
        ("Shop", "shop"),
        ("json", "json_api"),
        ("class", "class_api"),
        ("src", "src_api"),
    ],
    ids=[
        "the last part of the namespace",
        "in lower case",
        "not one of the standard library",
        "not a keyword",
        "not the name of a folder of the project",
    ],
)
def test_the_package_is(
    project: Checkout, docgen: Docgen, namespace: str, package: str
) -> None:
    (project.folder / "src").mkdir()
    for path, text in SHOP.items():
        project.write(path, text.replace("shop", namespace))
    docgen("init", "--yes")
    assert written(project)["package"] == package


@pytest.mark.parametrize(
    "before",
    [
        b"[project]\nname = 'x'\n",
        b"[project]\nname = 'x'",
        b"[project]\r\nname = 'x'  # \xc3\xa4\r\n",
        b"",
    ],
    ids=["a table", "no newline at the end", "CRLF and other letters", "an empty file"],
)
def test_content_of_pyproject_toml_is_kept(
    project: Checkout, docgen: Docgen, before: bytes
) -> None:
    file = project.folder / "pyproject.toml"
    file.write_bytes(before)
    assert docgen("init", "--yes").status == 0
    after = file.read_bytes()
    assert after.startswith(before)
    added = after.removeprefix(before)
    assert added.count(b"\r\n") == (added.count(b"\n") if b"\r\n" in before else 0)
    assert docgen("lint").status == 0


def test_a_file_that_can_not_get_a_table_is_left_unchanged(
    project: Checkout, docgen: Docgen
) -> None:
    file = project.folder / "pyproject.toml"
    for content in ("tool = {}\n", "not TOML\n"):
        file.write_text(content, encoding="utf-8")
        ran = docgen("init", "--yes")
        assert ran.status == 2
        assert "pyproject.toml" in ran.err
        assert file.read_text(encoding="utf-8") == content
        assert not (project.folder / "docgen.mk").exists()


def test_the_next_steps_are_those_of_the_configuration(
    project: Checkout, docgen: Docgen
) -> None:
    table = 'source = ["reference"]\noutput = "lib/out"\npackage = "acme.club"\n'
    project.write("pyproject.toml", f"[tool.docgen]\n{table}")
    ran = docgen("init", "--yes")
    assert "`lib/out`: `from acme.club import models`" in ran.out
    assert docgen("init", "--yes", "--git").out == ""


def test_nothing_is_overwritten(project: Checkout, docgen: Docgen) -> None:
    docgen("init", "--yes", "--git")
    project.write("docgen.mk", "mine\n")
    files = ("pyproject.toml", "docgen.mk", ".gitattributes")
    before = [(project.folder / name).read_bytes() for name in files]
    ran = docgen("init", "--yes", "--git")
    assert ran.status == 0
    assert ran.err.count("left unchanged") == 3
    assert [(project.folder / name).read_bytes() for name in files] == before


def test_git_gets_a_line_only_if_it_is_asked_for(
    project: Checkout, docgen: Docgen
) -> None:
    line = "generated/.docgen-manifest merge=union"
    assert line in docgen("init", "--yes").out
    attributes = project.folder / ".gitattributes"
    assert not attributes.exists()
    attributes.write_text("*.md text", encoding="utf-8")
    docgen("init", "--yes", "--git")
    assert attributes.read_text(encoding="utf-8") == f"*.md text\n{line}\n"


def test_without_a_page_nothing_is_written(checkout: Checkout, docgen: Docgen) -> None:
    for path in [*PAGES, "pyproject.toml"]:
        (checkout.folder / path).unlink()
    ran = docgen("init", "--yes")
    assert ran.status == 2
    assert "no API pages were found" in ran.err
    assert "run `docgen init` in the folder of your project" in ran.err
    assert "[tool.docgen]" in ran.err
    assert not (checkout.folder / "docgen.mk").exists()


@pytest.mark.usefixtures("project")
def test_without_a_terminal_yes_is_needed(
    docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    ran = docgen("init")
    assert ran.status == 2
    assert "--yes" in ran.err


def test_on_a_terminal_the_values_are_asked_for(
    project: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = io.StringIO("\nout\n2shop\nacme.shop\n\n")
    monkeypatch.setattr(given, "isatty", lambda: True)
    monkeypatch.setattr(ask.sys, "stdin", given)
    ran = docgen("init")
    assert ran.status == 0
    assert "must be an identifier" in ran.err
    assert written(project) == {
        "source": ["reference"],
        "output": "out",
        "package": "acme.shop",
        "entity_base": "shop.entity",
    }


def test_the_guessed_url_is_asked_for(
    project: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = OPERATION.format("GET /teams", "https://api.shop.example/v1")
    project.write("reference/list.md", page)
    given = io.StringIO("\n\n\n\nhttps://shop.example/v2\n")
    monkeypatch.setattr(given, "isatty", lambda: True)
    monkeypatch.setattr(ask.sys, "stdin", given)
    assert docgen("init").status == 0
    assert written(project)["base_url"] == "https://shop.example/v2"


@pytest.mark.parametrize("answer", ['https://a"b.example', "C:\\new", "no url"])
def test_an_answer_that_is_not_a_value_writes_nothing(
    project: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    page = OPERATION.format("GET /teams", "https://api.shop.example/v1")
    project.write("reference/list.md", page)
    given = io.StringIO(f"\n\n\n\n{answer}\n")
    monkeypatch.setattr(given, "isatty", lambda: True)
    monkeypatch.setattr(ask.sys, "stdin", given)
    ran = docgen("init")
    assert ran.status == 2
    assert "`base_url` must be the URL of a service" in ran.err
    assert not (project.folder / "pyproject.toml").exists()


@pytest.mark.parametrize("folder", ['out "new"', "out\\new"])
def test_an_answer_may_have_any_characters(
    project: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    given = io.StringIO(f"\n{folder}\n\n\n")
    monkeypatch.setattr(given, "isatty", lambda: True)
    monkeypatch.setattr(ask.sys, "stdin", given)
    assert docgen("init").status == 0
    assert written(project)["output"] == folder


def test_generate_without_a_configuration_says_what_to_do(
    project: Checkout, docgen: Docgen
) -> None:
    ran = docgen("generate")
    assert ran.status == 2
    assert "docgen init" in ran.err
    assert '[tool.docgen]\nsource = ["docs"]\n' in ran.err
    assert not (project.folder / "generated").exists()


def test_the_makefile_starts_docgen_only_if_something_changed(
    project: Checkout, docgen: Docgen
) -> None:
    docgen("init", "--yes")
    project.write("Makefile", "all: docgen\n\ninclude docgen.mk\n")

    def make() -> str:
        return subprocess.run(
            ["make", f"DOCGEN={sys.executable} -m docgen"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    assert "generate" in make()
    assert "Nothing to be done" in make()
    page = Path("reference/resources/team.md")
    page.write_text(page.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert "generate" in make()
