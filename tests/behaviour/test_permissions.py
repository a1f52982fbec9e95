"""`docgen permissions` as users run it: the permissions that the code of a project needs."""

import json

import pytest
from checkout import Checkout, Docgen

PERMISSIONS = """\
## Permissions
|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|{work}|
|Delegated (personal Microsoft account)|Not supported.|
|Application|{application}|
"""
PAGE = """\
# {title}

Namespace: microsoft.graph

{permissions}
## HTTP request
``` http
{request}
```

## Response
If successful, this method returns a `204 No Content` response code.
"""
METHODS = """\
|[Get team](../api/team-get.md)|[team](team.md)|Read a team.|
|[Close team](../api/team-close.md)|None|Close a team.|
|[Open team](../api/team-open.md)|None|Open a team.|
"""
CODE = """\
from shop import Client


def work(client: Client, other) -> None:
    client.team.get("1")
    client.team.close("1")
    client.team.close("2")
    client.team.open("1")
    other.team.close("1")
"""
FOUND = """\
delegated access (work or school account):
  Team.Read
    app/work.py:5:17: team.get (or Team.All)
  Team.ReadWrite
    app/work.py:6:17: team.close (or Team.Close)
    app/work.py:7:17: team.close (or Team.Close)

application access:
  Team.ReadWrite.All
    app/work.py:6:17: team.close
    app/work.py:7:17: team.close

not possible with application access:
  app/work.py:5:17: team.get

no permissions on the page:
  app/work.py:8:17: team.open

possible calls, the type of the object is not known:
  app/work.py:9:16: other.team.close

"""


def page(title: str, request: str, *, work: str = "", application: str = "") -> str:
    """Return an API page, without permissions if it has none."""
    has_table = work or application
    table = PERMISSIONS.format(work=work, application=application) if has_table else ""
    return PAGE.format(title=title, permissions=table, request=request)


@pytest.fixture(autouse=True)
def project(checkout: Checkout) -> None:
    checkout.edit(
        "docs/resources/team.md",
        "|[Get team](../api/team-get.md)|[team](team.md)|Read a team.|\n",
        METHODS,
    )
    checkout.write(
        "docs/api/team-get.md",
        page(
            "Get team",
            "GET /teams/{id}",
            work="Team.Read, Team.All",
            application="Not supported.",
        ),
    )
    checkout.write(
        "docs/api/team-close.md",
        page(
            "team: close",
            "POST /teams/{id}/close",
            work="Team.ReadWrite, Team.Close",
            application="Team.ReadWrite.All",
        ),
    )
    checkout.write("docs/api/team-open.md", page("team: open", "POST /teams/{id}/open"))
    config = (checkout.folder / "pyproject.toml").read_text("utf-8")
    checkout.write("pyproject.toml", f'{config}\npackage = "shop"\n')
    checkout.write("app/work.py", CODE)


def test_permissions_and_the_calls_that_need_them(docgen: Docgen) -> None:
    ran = docgen("permissions")
    assert ran.out == FOUND.removesuffix("\n")
    assert (ran.status, ran.err) == (0, "found 4 calls in 1 Python file\n")


def test_chosen_access_and_paths(docgen: Docgen, checkout: Checkout) -> None:
    checkout.write("other/one.py", CODE)
    ran = docgen("permissions", "app", "app/work.py", "--access", "personal")
    assert ran.out.startswith(
        "not possible with delegated access (personal account):\n"
        "  app/work.py:6:17: team.close\n"
    )
    assert "other/" not in ran.out
    assert ran.err == "found 4 calls in 1 Python file\n"


def test_json(docgen: Docgen) -> None:
    ran = docgen("permissions", "--access", "work", "--output-format", "json")
    (found,) = json.loads(ran.out)["packages"]
    assert found["package"] == "shop"
    (access,) = found["access"]
    assert access["access"] == "work"
    first = access["permissions"][0]
    assert first == {
        "permission": "Team.Read",
        "calls": [
            {
                "operation": "team.get",
                "path": "app/work.py",
                "line": 5,
                "column": 17,
                "alternatives": [["Team.All"]],
            }
        ],
    }
    assert [one["operation"] for one in found["undocumented"]] == ["team.open"]
    assert found["possible"][0]["operations"] == ["microsoft.graph.team.close"]


def test_generated_code_and_environments_are_left_out(
    docgen: Docgen, checkout: Checkout
) -> None:
    docgen("generate", "-q")
    for folder in (".venv", "env", "app/node_modules", "app/__pycache__"):
        checkout.write(f"{folder}/one.py", CODE)
    checkout.write("env/pyvenv.cfg", "")
    assert docgen("permissions").out == FOUND.removesuffix("\n")


@pytest.mark.parametrize(
    ("content", "reason"),
    [("def f(:\n", "invalid syntax"), ("\0", "null bytes"), ("é = 'a", "unterminated")],
)
def test_files_that_are_not_python(
    docgen: Docgen, checkout: Checkout, content: str, reason: str
) -> None:
    checkout.write("app/wrong.py", content)
    ran = docgen("permissions")
    assert ran.status == 0
    assert "\nfiles that were not read:\n  app/wrong.py: not valid Python: " in ran.out
    assert reason in ran.out


DEEP = {
    "operators": "x = " + "1+" * 700 + "1\n",
    "attributes": "x = y" + ".a" * 700 + "\n",
    "calls": "x = y" + "()" * 700 + "\n",
    "brackets": "x = " + "[" * 90 + "]" * 90 + "\n",
    "choices": "".join(f"x{n} = x{n + 1} or x{n + 1}\n" for n in range(200)),
    "assignments": "".join(f"x{n} = x{n + 1}\n" for n in range(2000)),
}


@pytest.mark.parametrize("code", DEEP.values(), ids=DEEP)
def test_code_that_is_nested_deeply(
    docgen: Docgen, checkout: Checkout, code: str
) -> None:
    checkout.write("app/deep.py", code)
    ran = docgen("permissions")
    assert ran.status == 0
    read, _, unread = ran.out.partition("files that were not read:\n")
    assert read.strip() == FOUND.strip()
    assert unread in {"", "  app/deep.py: nested too deeply\n"} or "too many" in unread


def test_path_that_does_not_exist(docgen: Docgen) -> None:
    ran = docgen("permissions", "nowhere")
    assert ran.status == 2
    assert "`nowhere` does not exist" in ran.err


def test_without_a_configuration(docgen: Docgen, checkout: Checkout) -> None:
    checkout.write("pyproject.toml", "")
    ran = docgen("permissions")
    assert ran.status == 2
    assert "docgen init" in ran.err


def test_code_without_calls(docgen: Docgen, checkout: Checkout) -> None:
    checkout.write("app/work.py", "print('hello')\n")
    ran = docgen("permissions")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "found 0 calls in 1 Python file\n"


def test_several_permissions_that_are_needed_together(
    docgen: Docgen, checkout: Checkout
) -> None:
    checkout.edit("docs/api/team-get.md", "Team.All", "Team.Basic and Team.Size")
    ran = docgen("permissions", "--access", "work")
    assert "team.get (or Team.Basic + Team.Size)\n" in ran.out


def test_permission_that_another_call_needs_anyway(
    docgen: Docgen, checkout: Checkout
) -> None:
    checkout.edit("docs/api/team-get.md", "Team.All", "Team.ReadWrite")
    ran = docgen("permissions", "--access", "work")
    assert ran.out.startswith(
        "delegated access (work or school account):\n"
        "  Team.ReadWrite\n"
        "    app/work.py:6:17: team.close (or Team.Close)\n"
        "    app/work.py:7:17: team.close (or Team.Close)\n"
        "    app/work.py:5:17: team.get (or Team.Read)\n"
    )
