"""Build systems: make and ninja start docgen if something changed, and only then."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from checkout import PAGES, Checkout, Docgen

TEAM = "docs/resources/team.md"
ROOM = "docs/resources/calls-room.md"
MODEL = "generated/graph/models/team.py"
MAKEFILE = """\
build/generated: build/generated.d
\t./docgen generate --depfile $@.d
\ttouch $@

build/generated.d: ;

include $(wildcard build/generated.d)
"""
NINJA = """\
rule generate
  command = ./docgen generate --depfile $out.d && touch $out
  depfile = $out.d

build build/generated: generate
"""
DOCGEN = """\
#!/bin/sh
echo started >> build/log
exec {python} -m docgen "$@"
"""


@pytest.fixture
def project(checkout: Checkout) -> Checkout:
    """Create a project for make and ninja; its docgen records when it is started.

    Without clients it has a third of the files, which black formats because of the templates.
    """
    checkout.write("build/log", "")
    checkout.write("docgen", DOCGEN.format(python=sys.executable))
    (checkout.folder / "docgen").chmod(0o755)
    checkout.write("Makefile", MAKEFILE)
    checkout.write("build.ninja", NINJA)
    checkout.write("templates/shared/test.txt", "no template")
    templates = 'source = ["docs"]\ntemplates = "templates"\nclient = false\n'
    checkout.edit("pyproject.toml", 'source = ["docs"]\n', templates)
    checkout.write("docs/resources/sub/notes.md", "# Notes\n\nNothing.\n")
    return checkout


def builds(project: Checkout, tool: str) -> tuple[bool, int]:
    """Build; return whether that succeeded, and how often docgen was started."""
    log = project.folder / "build/log"
    log.write_text("", encoding="utf-8")
    ran = subprocess.run([tool], capture_output=True, encoding="utf-8")
    _wait_for_a_tick(project.folder / "build")
    return ran.returncode == 0, log.read_text(encoding="utf-8").count("started")


def _wait_for_a_tick(folder: Path) -> None:
    """Wait until a file written now is newer than all others: clocks are coarse."""
    begun = max(path.stat().st_mtime_ns for path in folder.iterdir())
    while folder.stat().st_mtime_ns <= begun:
        time.sleep(0.001)
        (folder / "tick").touch()
        (folder / "tick").unlink()


def page_changed(project: Checkout) -> None:
    project.edit(TEAM, "|size|Int32|", "|size|Int64|")


def page_added(project: Checkout) -> None:
    project.write("docs/resources/den.md", PAGES[ROOM].replace("room", "den"))


def page_added_in_a_folder_below(project: Checkout) -> None:
    project.write("docs/resources/sub/den.md", PAGES[ROOM].replace("room", "den"))


def page_deleted(project: Checkout) -> None:
    (project.folder / ROOM).unlink()


def page_with_an_odd_name_deleted(project: Checkout) -> None:
    (project.folder / "docs/resources/a #1; $x: y=z (größe).md").unlink()


def page_renamed(project: Checkout) -> None:
    (project.folder / ROOM).rename(project.folder / "docs/resources/den.md")


def folder_deleted(project: Checkout) -> None:
    shutil.rmtree(project.folder / "docs/resources/sub")


def output_deleted(project: Checkout) -> None:
    (project.folder / MODEL).unlink()


def all_output_deleted(project: Checkout) -> None:
    shutil.rmtree(project.folder / "generated")


def manifest_deleted(project: Checkout) -> None:
    (project.folder / "generated/.docgen-manifest").unlink()
    shutil.rmtree(project.folder / "generated/graph")
    shutil.rmtree(project.folder / "generated/tests")


def configuration_changed(project: Checkout) -> None:
    project.edit("pyproject.toml", "[tool.docgen]", '[tool.docgen]\npackage = "other"')


def template_added(project: Checkout) -> None:
    project.write("templates/dataclass/none.py.jinja", "")


def depfile_deleted(project: Checkout) -> None:
    (project.folder / "build/generated.d").unlink()


CAUSES = [
    page_changed,
    page_added,
    page_added_in_a_folder_below,
    page_deleted,
    page_with_an_odd_name_deleted,
    page_renamed,
    folder_deleted,
    output_deleted,
    all_output_deleted,
    manifest_deleted,
    configuration_changed,
    template_added,
    depfile_deleted,
]


@pytest.fixture
def built(project: Checkout) -> Checkout:
    """Build the project with make, with a page of an unusual name in it."""
    odd = PAGES[ROOM].replace("room", "oddRoom")
    project.write("docs/resources/a #1; $x: y=z (größe).md", odd)
    assert builds(project, "make") == (True, 1)
    return project


def test_make_starts_nothing_if_nothing_changed(built: Checkout) -> None:
    assert builds(built, "make") == (True, 0)


@pytest.mark.parametrize("cause", CAUSES, ids=lambda cause: cause.__name__)
def test_make_starts_docgen_once_for(
    built: Checkout, cause: Callable[[Checkout], None], docgen: Docgen
) -> None:
    cause(built)
    assert builds(built, "make") == (True, 1)
    assert docgen("generate", "--check").status == 0
    assert builds(built, "make") == (True, 0)


def test_make_starts_docgen_once_for_an_edited_output(built: Checkout) -> None:
    text = (built.folder / MODEL).read_text(encoding="utf-8")
    built.write(MODEL, text + "# edited\n")
    assert builds(built, "make") == (True, 1)
    assert builds(built, "make") == (True, 0)


def test_make_starts_docgen_until_a_conflict_is_resolved(
    built: Checkout, docgen: Docgen
) -> None:
    built.edit(MODEL, "size: int | None = None", "size: int = 0")
    built.edit(TEAM, "|size|Int32|", "|size|String|")
    assert builds(built, "make") == (False, 1)
    assert builds(built, "make") == (False, 1)
    assert docgen("accept", MODEL).status == 0
    assert builds(built, "make") == (True, 1)
    assert builds(built, "make") == (True, 0)


def test_make_starts_docgen_until_a_page_is_fixed(built: Checkout) -> None:
    good = (built.folder / TEAM).read_text(encoding="utf-8")
    built.edit(TEAM, "|size|Int32|", "|size|}{|")
    for _ in range(2):
        assert builds(built, "make") == (False, 1)
    built.write(TEAM, good)
    assert builds(built, "make") == (True, 1)
    assert builds(built, "make") == (True, 0)


def test_ninja_starts_docgen_for_the_same_reasons(project: Checkout) -> None:
    if not shutil.which("ninja"):
        pytest.skip("ninja is not installed")
    project.write("docs/resources/a #1 $x: (größe).md", "# A\n\nNothing.\n")
    builds(project, "ninja")
    assert builds(project, "ninja")[0]
    assert builds(project, "ninja") == (True, 0)
    for cause in (page_changed, page_added_in_a_folder_below, page_deleted):
        cause(project)
        started = 0
        while (run := builds(project, "ninja"))[1]:
            assert run[0]
            started += 1
        assert started in {1, 2}, "what is newer than the start is looked at again"
    output_deleted(project)
    assert builds(project, "ninja") == (True, 1)
    assert (project.folder / MODEL).exists()


def test_the_lists_have_exactly_the_files_that_exist(
    built: Checkout, docgen: Docgen
) -> None:
    inputs = docgen("generate", "--list-inputs")
    listed = inputs.out.splitlines()
    assert listed == sorted(set(listed))
    assert {*PAGES, "pyproject.toml", "docs/resources/sub", "docs"} <= {*listed}
    assert {"templates", "templates/shared"} <= {*listed}
    assert any(path.endswith("docgen/pipeline.py") for path in listed)
    assert any(path.endswith("templates/dataclass/model.py.jinja") for path in listed)
    assert [path for path in listed if not Path(path).exists()] == []
    outputs = docgen("generate", "--list-outputs")
    tree = [f"generated/{path}" for path in built.tree()]
    assert outputs.out.splitlines() == sorted(tree)
    assert (inputs.status, inputs.err, outputs.status, outputs.err) == (0, "", 0, "")


def test_outputs_are_listed_before_they_exist(
    project: Checkout, docgen: Docgen
) -> None:
    before = docgen("generate", "--list-outputs").out
    assert not (project.folder / "generated").exists()
    docgen("generate")
    assert before.splitlines() == sorted(f"generated/{one}" for one in project.tree())
    page_added(project)
    assert "generated/graph/models/calls/den.py" in (
        docgen("generate", "--list-outputs").out.splitlines()
    )


def test_the_folder_of_a_depfile_is_created(project: Checkout, docgen: Docgen) -> None:
    assert docgen("generate", "--depfile", "build/deep/it.d").status == 0
    text = (project.folder / "build/deep/it.d").read_text(encoding="utf-8")
    assert text.startswith("build/deep/it: ")


def test_paths_are_relative_to_the_current_folder(
    built: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(built.folder / "docs")
    listed = docgen("generate", "--list-inputs").out.splitlines()
    assert {".", "../pyproject.toml", "resources", "resources/team.md"} <= {*listed}


@pytest.mark.parametrize(
    "options",
    [
        ("--list-inputs", "--list-outputs"),
        ("--list-inputs", "--depfile", "build/a.d"),
        ("--depfile", "build/a.d", TEAM),
        ("--depfile", "build/a.d", "--watch"),
        ("--list-outputs", "--staged"),
        ("--depfile", "build/a"),
        ("--depfile", "build/.d"),
    ],
    ids=" ".join,
)
def test_options_that_contradict_each_other_are_an_error(
    project: Checkout, docgen: Docgen, options: tuple[str, ...]
) -> None:
    assert docgen("generate", *options).status == 2
    assert not (project.folder / "generated").exists()
