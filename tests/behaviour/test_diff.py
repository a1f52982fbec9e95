"""`docgen diff` as users run it: revisions and folders, formats, exit status, cache."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from checkout import CONFIG, Checkout, Docgen
from repository import git, in_repository

TEAM = "docs/resources/team.md"
SIZE = "|size|Int32|How many people there are.|\n"
MOTTO = "|motto|String|What they say.|\n"
REMOVED = "removed the property `size`  (was docs/resources/team.md:16)"
ADDED = "added the property `motto`: `String`  docs/resources/team.md:16"

GET_TEAM = """\
# Get team

Namespace: microsoft.graph

## HTTP request
``` http
GET /teams/{id}
```
"""


@pytest.fixture(autouse=True)
def project(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    """A repository with a commit and a tag, whose page was edited since."""
    in_repository(checkout, monkeypatch)
    git("add", ".")
    git("commit", "-q", "-m", "first")
    git("tag", "v1")
    checkout.edit(TEAM, SIZE, MOTTO)
    return checkout


def commit(message: str) -> None:
    git("add", ".")
    git("commit", "-q", "-m", message)


def test_the_working_tree_is_compared_with_the_last_commit(docgen: Docgen) -> None:
    run = docgen("diff")
    assert run.status == 0
    assert run.out == (
        "1 breaking change, 1 compatible (2 WIRE)\n\n"
        "microsoft.graph.team\n"
        f"  BREAKING WIRE    {REMOVED}\n"
        f"           WIRE    {ADDED}\n"
    )
    assert run.err.startswith("compared 4 pages with 4 in ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["v1"],
        ["v1:docs"],
        ["v1:./docs", "docs"],
        ["v1", "docs"],
        ["v1..HEAD"],
        ["v1.."],
        ["v1...HEAD"],
        ["v1", "HEAD"],
        ["v1:docs", "HEAD:docs"],
        ["HEAD~1", "main"],
        ["copy", "docs"],
    ],
    ids=lambda arguments: " ".join(arguments),
)
def test_versions_are_revisions_ranges_or_folders(
    arguments: list[str], project: Checkout, docgen: Docgen
) -> None:
    commit("second")
    git("branch", "-M", "main")
    shutil.copytree("docs", "copy")
    Checkout(project.folder).edit("copy/resources/team.md", MOTTO, SIZE)
    run = docgen("diff", *arguments)
    was = "copy/resources/team.md:16" if "copy" in arguments else f"{TEAM}:16"
    assert (run.status, run.out.count("\n")) == (0, 5)
    assert f"removed the property `size`  (was {was})" in run.out
    assert ADDED in run.out


def test_three_dots_leave_out_what_the_other_branch_changed(
    project: Checkout, docgen: Docgen
) -> None:
    commit("second")
    git("checkout", "-q", "-b", "other", "v1")
    project.edit(TEAM, "People who work together.", "Friends.")
    commit("third")
    assert "motto" not in docgen("diff", "v1...other").out


def test_a_path_wins_over_a_revision_of_its_name(docgen: Docgen) -> None:
    git("branch", "docs")
    shutil.copytree("docs", ".hidden/docs")
    assert docgen("diff", "docs", "docs").out == "no changes\n"
    assert REMOVED in docgen("diff", "refs/heads/docs").out


def test_a_revision_needs_no_configuration_if_a_folder_is_named(
    docgen: Docgen,
) -> None:
    Path("pyproject.toml").unlink()
    assert REMOVED in docgen("diff", "HEAD", "docs").out
    run = docgen("diff", "HEAD")
    assert run.status == 2
    assert "a revision needs a path" in run.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "`nowhere` is neither an existing path nor a revision"),
        (["v1..nowhere"], "`v1..nowhere` is neither an existing path nor a revision"),
        (["docs"], "docgen diff HEAD docs"),
        (["v1:missing", "docs"], "has no page in"),
        (["v1:missing"], "`missing` is not in the working tree; name the folder"),
        (["a", "b", "c"], "at most two versions"),
        (["v1", "--output-format", "text", "-o", "x"], "-o needs"),
        (["--list-changes", "v1"], "can't be used together"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_arguments_are_usage_errors(
    arguments: list[str], message: str, docgen: Docgen
) -> None:
    run = docgen("diff", *arguments)
    assert run.status == 2
    assert message in " ".join(run.err.split())


def test_a_moved_folder_is_named_for_each_version(
    project: Checkout, docgen: Docgen
) -> None:
    project.edit("pyproject.toml", "docs", "reference")
    git("mv", "docs", "reference")
    commit("moved")
    run = docgen("diff", "v1")
    hint = "docgen diff v1:FOLDER reference"
    assert run.status == 2
    assert "`v1` has no page in `reference`" in run.err
    assert hint in " ".join(run.err.split())
    assert "size" in docgen(*hint.replace("FOLDER", "docs").split()[1:]).out


@pytest.fixture
def first(project: Checkout) -> Checkout:
    """A repository with a tag `v0`, whose commit has no pages yet."""
    project.write("README.md", "# Teams\n")
    git("rm", "-q", "-r", "--cached", "docs")
    git("add", "README.md")
    git("commit", "-q", "-m", "none")
    git("tag", "v0")
    commit("pages")
    return project


@pytest.mark.parametrize(
    "arguments",
    [["v0"], ["v0", "docs"], ["v0", "v1"], ["v0...HEAD"], ["v0.."]],
    ids=lambda arguments: " ".join(arguments),
)
@pytest.mark.usefixtures("first")
def test_all_pages_are_new_if_the_old_revision_has_none(
    arguments: list[str], docgen: Docgen
) -> None:
    run = docgen("diff", *arguments, "--fail-on", "breaking")
    assert run.status == 0
    assert "added the entity type" in run.out
    assert "compared 0 pages with 4 in " in run.err
    assert "has no page in `docs`; if the pages were in another folder, " in run.err


@pytest.mark.parametrize(
    "arguments",
    [["v1", "v0"], ["v0", "v0"], ["v0:docs", "docs"], ["v0", "nothing"]],
    ids=lambda arguments: " ".join(arguments),
)
def test_other_revisions_without_pages_are_usage_errors(
    arguments: list[str], first: Checkout, docgen: Docgen
) -> None:
    (first.folder / "nothing").mkdir()
    run = docgen("diff", *arguments)
    assert run.status == 2
    assert "`v0` has no page in" in " ".join(run.err.split()).replace(":docs", "")


def test_pages_of_a_source_that_only_one_revision_has_are_new_or_removed(
    project: Checkout, docgen: Docgen
) -> None:
    project.write("pyproject.toml", '[tool.docgen]\nsource = ["docs", "more"]\n')
    project.write("more/dog.md", "# dog resource type\n\nNamespace: microsoft.graph\n")
    commit("second")
    for arguments, word in ((["v1"], "added"), (["HEAD", "v1"], "removed")):
        run = docgen("diff", *arguments)
        assert run.status == 0
        assert f"{word} the complex type" in run.out
        assert "`v1` has no page in `more`" in run.err


def test_pages_in_a_submodule_are_compared_in_it(
    project: Checkout, docgen: Docgen
) -> None:
    project.write("sub/docs/team.md", "# team resource type\n")
    commit("second")
    git("rm", "-q", "--cached", "-r", "sub")
    head = git("rev-parse", "HEAD").strip()
    git("update-index", "--add", "--cacheinfo", f"160000,{head},sub")
    git("commit", "-q", "-m", "third")
    run = docgen("diff", "HEAD", "sub/docs")
    assert run.status == 2
    assert "`sub` is a submodule" in " ".join(run.err.split())


def test_a_shallow_clone_has_a_hint(
    project: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("branch", "other", "v1")
    commit("second")
    clone = project.folder / "clone"
    url = project.folder.as_uri()
    git("clone", "-q", "--depth", "1", "--no-single-branch", url, str(clone))
    monkeypatch.chdir(clone)
    for argument in ("HEAD~1", "origin/other..."):
        run = docgen("diff", argument)
        assert run.status == 2
        assert "`git fetch --unshallow`" in " ".join(run.err.split())


def test_branches_without_a_merge_base(docgen: Docgen) -> None:
    git("checkout", "-q", "--orphan", "other")
    commit("second")
    run = docgen("diff", "v1...other")
    assert run.status == 2
    assert "the commits of `v1...other` have no merge base" in " ".join(run.err.split())
    assert "shallow" not in run.err


def test_only_breaking_changes_fail_and_only_on_demand(
    project: Checkout, docgen: Docgen
) -> None:
    assert docgen("diff", "--fail-on", "breaking").status == 1
    assert docgen("diff", "--fail-on", "breaking", "--category", "DOCS").status == 0
    project.edit(TEAM, MOTTO, SIZE + MOTTO)
    assert docgen("diff", "--fail-on", "breaking").status == 0


def test_categories_select_changes(project: Checkout, docgen: Docgen) -> None:
    project.edit(TEAM, "People who work together.", "Friends.")
    run = docgen("diff", "--category", "docs")
    assert run.out.splitlines()[0] == "1 compatible change (1 DOCS)"


def test_json_has_the_documented_form(docgen: Docgen) -> None:
    document = json.loads(docgen("diff", "--output-format", "json").out)
    assert document["version"] == 1
    assert document["changes"][0] == {
        "kind": "property-removed",
        "type": "microsoft.graph.team",
        "member": "size",
        "category": "WIRE",
        "breaking": True,
        "message": "removed the property `size`",
        "old": {"path": TEAM, "line": 16},
        "new": None,
    }


def test_markdown_is_a_changelog(project: Checkout, docgen: Docgen) -> None:
    project.edit(TEAM, "People who work together.", "Friends.")
    assert docgen("diff", "--output-format", "markdown").out == (
        "<!-- Generated by `docgen diff`. -->\n\n"
        "1 breaking change, 2 compatible (2 WIRE, 1 DOCS).\n\n"
        "## Breaking changes\n\n"
        "* **team**: Removed the property `size`.\n\n"
        "## Added\n\n"
        "* **team**: Added the property `motto`: `String`.\n\n"
        "## Documentation\n\n"
        "* **team**: 1 description\n"
    )


def test_github_gets_annotations_at_lines(docgen: Docgen) -> None:
    first, second = docgen("diff", "--output-format", "github").out.splitlines()
    assert first == (
        f"::warning file={TEAM},line=16,title=docgen diff%3A property-removed "
        "(breaking%2C WIRE)::microsoft.graph.team: removed the property `size`"
    )
    assert second.startswith(f"::notice file={TEAM},line=16,")


@pytest.mark.parametrize(
    ("output_format", "found"),
    [
        ("text", "  BREAKING WIRE    `get_team`: removed the URL `GET /teams/{id}`  ("),
        ("markdown", "* **team**: `get_team`: removed the URL `GET /teams/{id}`.\n"),
        (
            "github",
            "::microsoft.graph.team: `get_team`: removed the URL `GET /teams/{id}`",
        ),
    ],
    ids=["text", "markdown", "github"],
)
def test_changes_of_a_part_of_an_operation_name_the_operation(
    output_format: str, found: str, project: Checkout, docgen: Docgen
) -> None:
    project.write("docs/api/team-get.md", GET_TEAM)
    commit("second")
    project.edit("docs/api/team-get.md", "/teams/{id}", "/groups/{id}/team")
    assert found in docgen("diff", "--output-format", output_format).out


@pytest.mark.parametrize("name", ["changes.md", "changes.json"])
def test_a_file_is_replaced_only_if_docgen_wrote_it(name: str, docgen: Docgen) -> None:
    assert docgen("diff", "-o", name).out == ""
    written = Path(name).read_text(encoding="utf-8")
    assert "size" in written
    assert docgen("diff", "-o", name).status == 0
    Path(name).write_text("mine", encoding="utf-8")
    run = docgen("diff", "-o", name)
    assert (run.status, Path(name).read_text(encoding="utf-8")) == (2, "mine")


def test_what_is_on_a_page_that_cannot_be_read_is_not_removed(
    project: Checkout, docgen: Docgen
) -> None:
    project.edit(TEAM, MOTTO, SIZE)
    (project.folder / "docs/resources/mood.md").unlink()
    (project.folder / "docs/resources/mood.md").symlink_to("/etc/hostname")
    run = docgen("diff")
    assert run.status == 1
    assert "unreadable-page" in run.err
    assert "removed the enum type" not in run.out


def test_a_page_whose_content_git_lacks_is_not_removed(docgen: Docgen) -> None:
    commit("second")
    name = git("rev-parse", "HEAD:docs/resources/mood.md").strip()
    blob = Path(".git/objects", name[:2], name[2:])
    blob.rename("blob")
    for _ in range(2):
        run = docgen("diff", "v1..HEAD")
        assert run.status == 1
        assert "`mood.md` could not be read: git has no content" in run.err
        assert "enum" not in run.out
    Path("blob").rename(blob)
    run = docgen("diff", "v1..HEAD")
    assert (run.status, run.out.count("\n")) == (0, 5)


def test_the_working_tree_decides_what_is_excluded(
    project: Checkout, docgen: Docgen
) -> None:
    config = CONFIG + 'exclude = ["docs/resources/team.md"]\n'
    project.write("pyproject.toml", config)
    assert docgen("diff").out == "no changes\n"


def test_results_are_reused_until_a_page_changes(
    project: Checkout, docgen: Docgen
) -> None:
    first = docgen("diff").out
    assert docgen("diff").out == first
    project.edit(TEAM, MOTTO, SIZE)
    assert docgen("diff").out == "no changes\n"
    assert docgen("diff", "--no-cache").out == "no changes\n"
    assert docgen("lint").status == 0


def test_a_changed_title_of_an_operation_moves_no_operation(
    project: Checkout, docgen: Docgen
) -> None:
    project.edit(TEAM, MOTTO, SIZE)
    project.edit(TEAM, "[Get team]", "[Get a team]")
    run = docgen("diff", "--output-format", "json")
    (change,) = json.loads(run.out)["changes"]
    assert (change["kind"], change["category"]) == ("operation-changed", "DOCS")


def test_outside_of_a_repository_two_folders_can_be_compared(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, row in ((old, SIZE), (new, MOTTO)):
        folder.mkdir()
        (folder / "team.md").write_text(
            "# team resource type\n\nNamespace: shop\n\nA team.\n\n## Properties\n"
            f"|Property|Type|Description|\n|:---|:---|:---|\n{row}",
            encoding="utf-8",
        )
    completed = subprocess.run(
        [sys.executable, "-m", "docgen", "diff", "old", "new"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "removed the property `size`  (was old/team.md:10)" in completed.stdout


PROGRAM = """\
from graph import Client
from graph.models import Team


def grow(client: Client, other):
    team = client.team.get()
    team.size = 5
    other.size = 6
    return Team(size=7), team.mood
"""


def test_only_changes_that_code_uses_are_reported(
    project: Checkout, docgen: Docgen
) -> None:
    project.write("app/grow.py", PROGRAM)
    project.write("app/broken.py", "def (")
    project.edit(TEAM, "|mood|", "|feeling|")
    run = docgen("diff", "--uses", "app")
    assert run.out == (
        "2 breaking changes (2 WIRE)\n\n"
        "microsoft.graph.team\n"
        "  BREAKING WIRE    renamed the property `mood` to `feeling`  "
        "docs/resources/team.md:17\n"
        "                   used: app/grow.py:9\n"
        f"  BREAKING WIRE    {REMOVED}\n"
        "                   used: app/grow.py:7, 9\n"
        "                   possibly used, the type of the object is not known: "
        "app/grow.py:8\n"
    )
    assert "searched 2 Python files\nnot searched: app/broken.py: not valid" in run.err


def test_json_has_the_lines_that_use_what_changed(
    project: Checkout, docgen: Docgen
) -> None:
    project.write("app/grow.py", PROGRAM)
    run = docgen("diff", "--uses", "app", "--output-format", "json")
    (change,) = json.loads(run.out)["changes"]
    assert change["uses"] == [
        {"path": "app/grow.py", "line": 7},
        {"path": "app/grow.py", "line": 9},
    ]
    assert change["possible_uses"] == [{"path": "app/grow.py", "line": 8}]


def test_annotations_name_the_lines_that_use_what_changed(
    project: Checkout, docgen: Docgen
) -> None:
    project.write("app/grow.py", PROGRAM)
    run = docgen("diff", "--uses", "app", "--output-format", "github")
    assert "%0Aused: app/grow.py:7, 9%0Apossibly used, " in run.out


def test_a_path_of_code_must_exist(docgen: Docgen) -> None:
    assert docgen("diff", "--uses", "nowhere").status == 2


def test_the_current_folder_may_be_below_the_configuration(
    project: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.folder / "docs" / "api")
    was = "removed the property `size`  (was ../resources/team.md:16)"
    assert was in docgen("diff").out
    assert was in docgen("diff", "v1:./../../docs").out
    assert was in docgen("diff", "v1", "..").out


def test_a_source_may_be_a_single_page(project: Checkout, docgen: Docgen) -> None:
    project.write("pyproject.toml", f'[tool.docgen]\nsource = ["{TEAM}"]\n')
    assert REMOVED in docgen("diff").out
    assert REMOVED in docgen("diff", "v1", TEAM).out


def test_a_folder_that_is_only_in_the_revision_can_be_compared(
    docgen: Docgen,
) -> None:
    git("mv", "docs", "pages")
    commit("second")
    run = docgen("diff", "v1:docs", "pages")
    assert "removed the property `size`  (was docs/resources/team.md:16)" in run.out
    assert run.out.count("\n") == 5
