"""`docgen where` as users run it: names of the pages and of Python lead to lines of pages."""

import json

import pytest
from checkout import ROOM, Checkout, Docgen

from docgen.cli.run import main
from docgen.commands.where import complete
from docgen.config import load_config

TEAM, MOOD = "docs/resources/team.md", "docs/resources/mood.md"
GET = "docs/api/team-get.md"
GET_PAGE = """\
# Get team

Read a team.

## HTTP request
``` http
GET /teams/{id}
GET /me/team
GET /teams/{id}/rooms?$filter=name eq '{name}'
GET /teams/{id}/rooms
```

## Response
If successful, this method returns a `200 OK` response code and a
[team](../resources/team.md) object.
"""
CREW = """\
# crew resource type

Namespace: microsoft.graph

A team at sea. Inherits from [team](team.md).

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|The key. Inherited from [team](team.md).|
|ship|String|Where they work.|
"""

PROPERTY = f"{TEAM}:16:2: property microsoft.graph.team.size (graph.models.Team.size)\n"
OPERATION = "operation microsoft.graph.team.get (graph.operations.TeamOperations.get)"


@pytest.fixture(autouse=True)
def pages(checkout: Checkout) -> None:
    checkout.write(GET, GET_PAGE)
    checkout.write("docs/resources/crew.md", CREW)


@pytest.mark.parametrize(
    "name",
    [
        "size",
        "team.size",
        "Team.size",
        "team/size",
        "TEAM.Size",
        "microsoft.graph.team.size",
        "microsoft.graph.team/size",
        "models.Team.size",
        "graph.models.Team.size",
        "graph.models.team.Team.size",
        "Crew.size",
        "crew.size",
    ],
)
def test_each_name_of_a_property_leads_to_its_row(docgen: Docgen, name: str) -> None:
    ran = docgen("where", name)
    assert (ran.status, ran.out, ran.err) == (0, PROPERTY, "")


@pytest.mark.parametrize(
    "name",
    ["Team", "microsoft.graph.team", "graph.models.Team", "graph.models.team.Team"],
)
def test_each_name_of_a_type_leads_to_its_title(docgen: Docgen, name: str) -> None:
    found = f"{TEAM}:1:3: entity type microsoft.graph.team (graph.models.Team)\n"
    assert docgen("where", name).out == found


@pytest.mark.parametrize(
    "name", ["TeamOperations.get", "AsyncTeamOperations.get", "team.get"]
)
def test_an_operation_leads_to_its_row_and_its_page(docgen: Docgen, name: str) -> None:
    found = f"{TEAM}:10:2: {OPERATION}\n{GET}:1:3: {OPERATION}\n"
    assert docgen("where", name).out == found


@pytest.mark.parametrize("name", ["client.team.get", "graph.client.team.get"])
def test_the_method_of_a_client_leads_to_its_row(docgen: Docgen, name: str) -> None:
    assert docgen("where", name).out.startswith(f"{TEAM}:10:2: {OPERATION}\n")


CHEER = "docs/api/team-cheer.md"
CHEER_PAGE = """\
# team: cheerLoudly

Make noise for a team.

## HTTP request
``` http
POST /teams/{id}/cheerLoudly
```

## Response
If successful, this method returns a `204 No Content` response code.
"""


@pytest.mark.parametrize(
    "name", ["cheerLoudly", "team.cheerLoudly", "microsoft.graph.team.cheerLoudly"]
)
def test_an_action_leads_to_the_operation_that_calls_it(
    checkout: Checkout, docgen: Docgen, name: str
) -> None:
    checkout.write(CHEER, CHEER_PAGE)
    checkout.edit(
        TEAM,
        "|[Get team]",
        "|[Cheer](../api/team-cheer.md)|None|Be loud.|\n|[Get team]",
    )
    found = docgen("where", name).out.splitlines()
    assert [one.partition(": ")[0] for one in found] == [f"{TEAM}:10:2", f"{CHEER}:1:3"]
    assert found[0].endswith("(graph.operations.TeamOperations.cheer)")


def test_a_request_has_the_operation_that_sends_it(docgen: Docgen) -> None:
    found = "request GET /me/team (graph.operations.TeamOperations.get)"
    assert docgen("where", "/me/team").out == f"{GET}:8:1: {found}\n"


def test_a_word_of_a_request_is_not_a_value_of_others(
    checkout: Checkout, docgen: Docgen
) -> None:
    lines = "GET /me/team\nGET /teams/largest\nGET /users/team/all\nGET /me/all\n"
    lines += "GET /users/{id}/some\nGET /me/some\n"
    checkout.edit(GET, "GET /me/team\n", lines)
    for name, numbers in (
        ("GET /teams/largest", [9]),
        ("/Teams/Largest?$top=1", [9]),
        ("/teams/7", [7]),
        ("/teams/{name}", [7]),
        ("/users/team/all", [10]),
        ("/users/7/all", [11]),
        ("/users/7/team", [8]),
        ("/users/7/some", [12, 13]),
        ("/users/{name}/some", [12, 13]),
    ):
        found = docgen("where", name).out.splitlines()
        assert [one.partition(": ")[0] for one in found] == [
            f"{GET}:{number}:1" for number in numbers
        ]


@pytest.mark.parametrize("name", ["Mood.CALM", "mood.calm", "calm"])
def test_a_member_leads_to_its_row(docgen: Docgen, name: str) -> None:
    found = f"{MOOD}:10:2: member microsoft.graph.mood.calm (graph.models.Mood.CALM)\n"
    assert docgen("where", name).out == found


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("GET /teams/{id}", [7]),
        ("get /teams/12", [7]),
        ("/Teams/12", [7]),
        ("https://example.com/v1.0/teams/12", [7]),
        ("/me/team", [8]),
        ("GET /teams/12/rooms", [10, 9]),
    ],
)
def test_a_request_leads_to_its_line(
    docgen: Docgen, name: str, lines: list[int]
) -> None:
    found = docgen("where", name).out.splitlines()
    assert [one.partition(": ")[0] for one in found] == [
        f"{GET}:{line}:1" for line in lines
    ]


@pytest.mark.parametrize(
    "name", ["POST /teams/{id}", "/teams", "GET /teams/{id}/ports"]
)
def test_other_requests_are_not_found(docgen: Docgen, name: str) -> None:
    assert docgen("where", name).status == 1


def test_a_name_in_several_types_leads_to_all_rows(docgen: Docgen) -> None:
    found = docgen("where", "id").out.splitlines()
    assert [one.partition(":")[0] for one in found] == [
        "docs/resources/calls-room.md",
        "docs/resources/crew.md",
        TEAM,
    ]


def test_a_row_that_a_base_type_declares_has_no_python_name(docgen: Docgen) -> None:
    found = docgen("where", "crew.id").out
    assert found == "docs/resources/crew.md:10:2: property microsoft.graph.crew.id\n"


def test_the_same_case_is_preferred(checkout: Checkout, docgen: Docgen) -> None:
    checkout.edit(TEAM, "|size|", "|MOOD|String|Another.|\n|size|")
    assert docgen("where", "Team.MOOD").out.startswith(f"{TEAM}:16:2: ")
    assert docgen("where", "team.mood").out.startswith(f"{TEAM}:18:2: ")


@pytest.mark.parametrize(
    ("name", "similar"),
    [("Taem", "Team"), ("team.sise", "team.size"), ("tired_", "tired")],
)
def test_a_similar_name_is_suggested(docgen: Docgen, name: str, similar: str) -> None:
    ran = docgen("where", name)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == f"no page declares `{name}`; did you mean `{similar}`?\n"


@pytest.mark.parametrize("name", ["nothing", ".", "", "Team.", ".size", "a b c", "/"])
def test_any_other_text_is_not_found(docgen: Docgen, name: str) -> None:
    ran = docgen("where", name)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"no page declares `{name}`")


def test_only_the_given_pages_are_searched(docgen: Docgen) -> None:
    assert docgen("where", "id", MOOD).status == 1
    assert docgen("where", "id", TEAM).out.startswith(f"{TEAM}:15:2: ")


def test_pages_need_no_configuration(checkout: Checkout, docgen: Docgen) -> None:
    (checkout.folder / "pyproject.toml").unlink()
    assert docgen("where", "Team.size", "docs").out == PROPERTY
    ran = docgen("where", "Team.size")
    assert ran.status == 2
    assert "no pages given" in ran.err


def test_json_has_the_same_positions(docgen: Docgen) -> None:
    ran = docgen("where", "size", "--output-format", "json")
    assert json.loads(ran.out) == [
        {
            "kind": "property",
            "name": "microsoft.graph.team.size",
            "python": "graph.models.Team.size",
            "path": TEAM,
            "line": 16,
            "column": 2,
        }
    ]
    ran = docgen("where", "nothing", "--output-format", "json")
    assert (ran.status, json.loads(ran.out)) == (1, [])


def test_names_of_other_namespaces_have_their_folder(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.write("docs/resources/calls-room.md", ROOM)
    found = "(graph.models.calls.Room.name)"
    assert docgen("where", "graph.models.calls.Room.name").out.endswith(f"{found}\n")
    assert docgen("where", "graph.models.calls.room.Room.name").out.endswith(
        f"{found}\n"
    )


@pytest.mark.parametrize(
    ("start", "found"),
    [
        ("Tea", {"Team", "Team.size", "TeamOperations.get"}),
        ("team.s", {"team.size"}),
        ("Mood.C", {"Mood.CALM"}),
        ("'GET /teams/", {"GET /teams/{id}", "GET /teams/{id}/rooms"}),
        ("'get /Teams/{id}/", {"GET /teams/{id}/rooms"}),
        ("'GET ", {"GET /teams/{id}", "GET /me/team"}),
        ("/me", {"/me/team"}),
        ("'POST /", set()),
        ("nothing", set()),
    ],
)
def test_a_shell_completes_names(
    checkout: Checkout,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    start: str,
    found: set[str],
) -> None:
    monkeypatch.chdir(checkout.folder)
    monkeypatch.setenv("_DOCGEN_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", f"docgen where {start}")
    monkeypatch.setenv("COMP_CWORD", "2")
    with pytest.raises(SystemExit):
        main([])
    completed = [one for one in capsys.readouterr().out.splitlines() if one]
    assert found <= {one.removeprefix("plain,") for one in completed}
    assert bool(completed) == bool(found)


def test_short_requests_are_completed_first(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout.edit(GET, "GET /me/team\n", "GET /me/team\nGET /me/a/b/c\n")
    monkeypatch.chdir(checkout.folder)
    found = complete(load_config("pyproject.toml"), "GET /")
    assert found.index("GET /teams/{id}") < found.index("GET /me/a/b/c")
