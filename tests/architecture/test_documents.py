"""The documents are true: what README.md and the guide show is what docgen does."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

from docgen.cli.commands import COMMAND_SECTIONS
from docgen.cli.commands import docgen as program

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


GUIDE = ROOT / "docgen" / "guide"
GETTING_STARTED = (GUIDE / "getting-started.md").read_text(encoding="utf-8")
PROSE = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(GUIDE.glob("*.md"))]


def blocks(language: str, page: str = README) -> list[str]:
    """Return the fenced blocks of a page in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def docgen(folder: Path, *arguments: str) -> str:
    """Run docgen in a folder and return its output."""
    return subprocess.run(
        [sys.executable, "-m", "docgen", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the page of README.md and nothing else."""
    (tmp_path / "book.md").write_text(blocks("markdown")[0], encoding="utf-8")
    return tmp_path


def test_the_page_in_the_readme_converts_to_the_python_in_the_readme(
    folder: Path,
) -> None:
    assert docgen(folder, "convert", "book.md") == blocks("python")[0]


def test_the_package_of_the_readme_can_be_imported(folder: Path) -> None:
    docgen(folder, "convert", "book.md", "-o", "library")
    program = "from graph.models import Book; assert Book.from_json('{}').id is None"
    subprocess.run([sys.executable, "-c", program], cwd=folder / "library", check=True)


def test_getting_started_works_as_written(tmp_path: Path) -> None:
    pages = tmp_path / "docs"
    pages.mkdir()
    page = blocks("markdown", GETTING_STARTED)[0]
    (pages / "order.md").write_text(page, encoding="utf-8")
    docgen(tmp_path, "init", "--yes")
    wanted, written = (
        tomllib.loads(text)["tool"]["docgen"]
        for text in (
            blocks("toml", GETTING_STARTED)[0],
            (tmp_path / "pyproject.toml").read_text(encoding="utf-8"),
        )
    )
    assert written == wanted
    docgen(tmp_path, "generate")
    program = blocks("python", GETTING_STARTED)[0]
    subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path / "generated", check=True
    )


PAGES = {
    "order": """
|id|String|Identifies the order. Key. Read-only.|
|createdDateTime|DateTimeOffset|When it was placed. Read-only.|
|total|Decimal|The sum of all items.|
|items|[item](item.md) collection|What was ordered.|
""",
    "item": "|name|String|What it is called.|",
    "gift": "|card|String|What is written on it.|",
}
"""The rows of the types that the guide to JSON mentions."""


def test_the_guide_to_json_works_as_written(tmp_path: Path) -> None:
    config = blocks("toml", GETTING_STARTED)[0]
    (tmp_path / "pyproject.toml").write_text(config, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    for name, rows in PAGES.items():
        base = "Inherits from [item](item.md)." if name == "gift" else ""
        page = (
            f"# {name} resource type\n\nNamespace: shop\n\nA thing. {base}\n\n"
            "## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n"
            f"{rows.strip()}\n"
        )
        (tmp_path / "docs" / f"{name}.md").write_text(page, encoding="utf-8")
    docgen(tmp_path, "generate")
    guide = (GUIDE / "json.md").read_text(encoding="utf-8")
    subprocess.run(
        [sys.executable, "-c", "\n".join(blocks("python", guide))],
        cwd=tmp_path / "generated",
        check=True,
    )


ORDER = """\
# order resource type

Namespace: shop

## Methods
|Method|Return type|Description|
|:---|:---|:---|
|[List all of the orders](list.md)|[order](order.md) collection|All orders.|
|[Get order](get.md)|[order](order.md)|One order.|

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|Identifies the order. Key. Read-only.|
|total|Double|The sum of all items.|
"""
API = """\
# {title}

Namespace: shop

## Permissions
|Permission type|Permissions|
|:---|:---|
|Application|Orders.Read, Orders.All|

## HTTP request
``` http
GET {url}
```

## Optional query parameters
This method supports `$filter`.

## Response
If successful, this method returns a `200 OK` response code and {response}.
"""
EXAMPLE = """
## Example

``` http
GET {base_url}/orders/7
```

``` http
HTTP/1.1 200 OK

{{"id": "7", "total": 2.5}}
```
"""
ONE = "an [order](order.md) object in the response body"
MANY = "a collection of [order](order.md) objects in the response body"
FAKE = """

class Orders:
    def __init__(self, total):
        self.total = total

    def list(self, *, filter):
        assert filter == "total gt 10"
        return [Order(total=self.total), Order()]

    def get(self, order_id):
        return Order()


class AsyncOrders:
    async def list(self, *, filter):
        yield Order(total=2.5)


import asyncio

assert total(Orders(1.5)) == 1.5
assert asyncio.run(total_async(AsyncOrders())) == 2.5
assert request_line("order.get", order_id="7/8") == "GET /orders/7%2F8"
assert permissions("order.get").application == (("Orders.Read",), ("Orders.All",))
"""


def shop_pages() -> dict[str, str]:
    """Return the configuration and the pages of the shop in the guide, by path."""
    return {
        "pyproject.toml": blocks("toml", GETTING_STARTED)[0],
        "docs/order.md": ORDER,
        "docs/get.md": API.format(
            title="Get order", url="/orders/{order-id}", response=ONE
        ),
        "docs/list.md": API.format(title="List orders", url="/orders", response=MANY),
    }


def test_the_guide_to_operations_works_as_written(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for path, text in shop_pages().items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    docgen(tmp_path, "generate")
    guide = (GUIDE / "operations.md").read_text(encoding="utf-8")
    subprocess.run(
        [sys.executable, "-c", "\n".join((*blocks("python", guide), FAKE))],
        cwd=tmp_path / "generated",
        check=True,
    )


SHOP = """
import asyncio
import json
import sys
from types import ModuleType, SimpleNamespace

import httpx2

ORDER = {"id": "7", "total": 2.5}
UPLOAD = "https://files.shop.example/upload/1"
ANSWERS = {
    "/v1.0/orders": {"value": [ORDER]},
    "/v1.0/orders/7": ORDER,
    "/v1.0/orders/7/createUploadSession": {"uploadUrl": UPLOAD},
    "/v1.0/orders/7/gift": {"card": "For you"},
    "/v1.0/jobs/1": {"status": "succeeded"},
    "/upload/1": {"id": "scan.pdf"},
}


def answer(request):
    path = request.url.path
    if path == "/v1.0/orders/8":
        return httpx2.Response(404, json={"error": {"code": "noOrder"}})
    if path == "/v1.0/orders/7/receipt":
        return httpx2.Response(200, content=b"a receipt")
    if path == "/v1.0/orders/7/ship":
        headers = {"location": "https://api.shop.example/v1.0/jobs/1"}
        return httpx2.Response(202, headers=headers)
    if path == "/v1.0/orders/$count":
        return httpx2.Response(200, content=b"1")
    if path == "/v1.0/$batch":
        sent = json.loads(request.content)["requests"]
        found = [
            {
                "id": one["id"],
                "status": 200,
                "body": ANSWERS["/v1.0" + one["url"].partition("?")[0]],
            }
            for one in sent
        ]
        return httpx2.Response(200, json={"responses": found})
    return httpx2.Response(200, json=ANSWERS[path])


def client_of(library):
    class Local(library):
        def __init__(self):
            super().__init__(transport=httpx2.MockTransport(answer))

    return Local


class DefaultAzureCredential:
    def get_token(self, scope):
        assert scope == "https://api.shop.example/.default"
        return SimpleNamespace(token="a-token", expires_on=1e12)


httpx2.Client = client_of(httpx2.Client)
httpx2.AsyncClient = client_of(httpx2.AsyncClient)
sys.modules["azure"] = ModuleType("azure")
sys.modules["azure.identity"] = ModuleType("azure.identity")
sys.modules["azure.identity"].DefaultAzureCredential = DefaultAzureCredential
"""
IN_TEXT = (
    'client.order.ship("7").wait(timeout=60)',
    'client.request("POST", "/orders/7/gift", json={"card": "For you"})',
    "pages.get_count()",
)
"""Code in the text of the guide to the client."""
USE = """
asyncio.run(main())
print(open("receipt.pdf").read(), response.json()["id"])
{}
print({}.json()["card"])
pages = client.order.list()
print({})
"""
WRITTEN = """\
7 2.5
404 noOrder None
9 9
2.5 ['7']
a receipt scan.pdf
For you
1
"""


def client_pages() -> dict[str, str]:
    """Return the pages of the shop with the operations that the guide to the client uses."""
    pages = shop_pages()
    methods = (
        ("receipt", "Get receipt", "Stream"),
        ("ship", "Ship order", "None"),
        ("upload", "Create upload session", "[uploadSession](uploadsession.md)"),
    )
    rows = "".join(
        f"|[{title}]({name}.md)|{returns}|A method.|\n"
        for name, title, returns in methods
    )
    pages["docs/order.md"] = ORDER.replace("\n\n## Prop", f"\n{rows}\n## Prop")
    session = ORDER.partition("## Methods")[0].replace("order", "uploadSession")
    pages["docs/uploadsession.md"] = (
        f"{session}## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n"
        "|uploadUrl|String|Where the file is sent to.|\n"
    )
    pages["docs/get.md"] = pages["docs/get.md"].replace("$filter", "$select")
    url = "/orders/{order-id}"
    pages["docs/receipt.md"] = API.format(
        title="Get receipt", url=f"{url}/receipt", response="the content of the file"
    )
    pages["docs/ship.md"] = (
        API.format(title="Ship order", url=f"{url}/ship", response="nothing")
        .replace("GET", "POST")
        .replace(
            "`200 OK` response code and nothing",
            "`202 Accepted` response code. The response has a `Location` header with "
            "the URL of the long-running operation",
        )
    )
    session_url = f"{url}/createUploadSession"
    returned = "an [uploadSession](uploadsession.md) object in the response body"
    pages["docs/upload.md"] = (
        API.format(title="Create upload session", url=session_url, response=returned)
        .replace("GET", "POST")
        .replace(
            "## Response",
            "## Request body\nSupply these parameters.\n\n|Parameter|Type|Description|\n"
            "|:---|:---|:---|\n|name|String|The name of the file.|\n\n## Response",
        )
    )
    return pages


def test_the_guide_to_the_client_works_as_written(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for path, text in client_pages().items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    docgen(tmp_path, "generate")
    guide = (GUIDE / "client.md").read_text(encoding="utf-8")
    assert all(one in guide for one in IN_TEXT)
    programs = [one for one in blocks("python", guide) if "replay" not in one]
    folder = tmp_path / "generated"
    (folder / "scan.pdf").write_text("123456789", encoding="utf-8")
    (folder / "program.py").write_text(
        "\n".join((SHOP, *programs[:-1], USE.format(*IN_TEXT), programs[-1])), "utf-8"
    )
    completed = subprocess.run(
        [sys.executable, "program.py"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert completed.stdout == WRITTEN, completed.stderr


BASE_URL = "https://api.shop.example/v1.0"


@pytest.mark.parametrize(
    "base_url",
    [
        BASE_URL,
        "https://api.shop.example/shop/v1.0",
        "https://api.shop.example/v4/shop.svc",
    ],
)
def test_the_guide_to_tests_works_as_written(base_url: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    pages = shop_pages()
    pages["pyproject.toml"] += f'base_url = "{base_url}"\n'
    pages["docs/get.md"] += EXAMPLE.format(base_url=base_url)
    for path, text in pages.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    docgen(tmp_path, "generate")
    guide = (GUIDE / "client.md").read_text(encoding="utf-8")
    (program,) = (one for one in blocks("python", guide) if "replay" in one)
    path = tmp_path / "generated" / "tests" / "test_shop.py"
    path.write_text(program.replace(BASE_URL, base_url), encoding="utf-8")
    completed = subprocess.run(
        [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", "."],
        cwd=tmp_path / "generated",
        capture_output=True,
        text=True,
        check=False,
    )
    assert completed.returncode == 0, completed.stdout
    assert "test_call_as_documented[get.md#1]" in completed.stdout
    assert not docgen(tmp_path, "lint", "--select", "unmatched-url,different-service")
    found = docgen(tmp_path, "where", f"GET {base_url}/orders/7")
    operation = "(shop.operations.OrderOperations.get)"
    assert found.endswith(f"request GET /orders/{{order-id}} {operation}\n")


def test_the_client_in_the_readme_is_typed(tmp_path: Path) -> None:
    (program,) = (one for one in blocks("python") if "Client" in one)
    (tmp_path / "program.py").write_text(program, encoding="utf-8")
    completed = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "program.py"],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": str(ROOT / "generated")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert completed.stdout == "Success: no issues found in 1 source file\n"


def test_the_readme_names_every_command() -> None:
    names = [name for names in COMMAND_SECTIONS.values() for name in names]
    assert [name for name in names if f"`docgen {name}`" not in README] == []


def test_the_readme_is_short() -> None:
    assert README.count("\n") < 120


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("configuration.md", ("config",)),
        ("codes.md", ("explain", "--all")),
        ("changes.md", ("diff", "--list-changes")),
    ],
    ids=["configuration", "codes", "changes"],
)
def test_the_reference_is_up_to_date(name: str, arguments: tuple[str, ...]) -> None:
    page = (GUIDE / name).read_text(encoding="utf-8")
    generated = docgen(ROOT, *arguments)
    assert (
        page == generated
    ), f"run `docgen {' '.join(arguments)} > docgen/guide/{name}`"


def test_the_reference_of_the_codes_is_up_to_date() -> None:
    page = (GUIDE / "codes.md").read_text(encoding="utf-8")
    assert page == docgen(ROOT, "explain", "--all"), "run `make guide`"


@pytest.mark.parametrize("page", PROSE, ids=lambda page: page.name)
def test_links_between_documents_are_not_broken(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    prose = re.sub(r"^    .*$|`[^`\n]+`", "", prose, flags=re.MULTILINE)
    targets = re.findall(r"\]\(([^)#:]+)(?:#[\w-]*)?\)", prose)
    assert [one for one in targets if not (page.parent / one).exists()] == []


@pytest.mark.parametrize("page", PROSE, ids=lambda page: page.name)
def test_the_options_that_documents_name_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    used = re.findall(r"docgen ([a-z]+)((?: +(?:--?[\w-]+|[\w./-]+))*)", text)
    context = click.Context(program)
    unknown = [
        f"docgen {name} {option}"
        for name, arguments in used
        if (command := program.get_command(context, name))
        for option in re.findall(r"(?<!\S)--?[a-z][\w-]*", arguments)
        if option not in {o for one in command.get_params(context) for o in one.opts}
    ]
    assert unknown == []


def test_the_pages_of_this_repository_have_no_warnings() -> None:
    assert docgen(ROOT, "lint", "--no-cache", "--ignore", "note", "--quiet") == ""


@pytest.mark.parametrize("page", PROSE, ids=lambda page: page.name)
def test_no_install_line_names_a_distribution_of_ours_without_its_file(
    page: Path,
) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()
    installs = [line for line in lines if re.search(r"pip install|uvx", line)]
    bare = re.compile(r"(?:install|uvx)\s+(?:-\S+\s+)*['\"]?docgen")
    assert [line for line in installs if bare.search(line)] == []


def test_every_package_is_listed_in_the_design_document() -> None:
    design = (ROOT / "docgen" / "README.md").read_text(encoding="utf-8")
    packages = {
        path.name
        for path in (ROOT / "docgen").iterdir()
        if not path.name.startswith("_") and path.suffix in {"", ".py"}
    }
    assert {name for name in packages if f"`{name}" not in design} == set()


def test_the_files_that_the_design_document_points_to_exist() -> None:
    design = (ROOT / "docgen" / "README.md").read_text(encoding="utf-8")
    table = design.partition("## Where to look")[2].partition("\n## ")[0]
    named = {*re.findall(r"`([\w/]+\.py)`", table)}
    named |= {*re.findall(r"\]\(([\w/]+(?:\.py)?)\)", design)}
    assert len(named) > 10
    assert {one for one in named if not (ROOT / "docgen" / one).exists()} == set()


def test_every_dependency_has_a_reason() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    design = (ROOT / "docgen" / "README.md").read_text(encoding="utf-8")
    listed = re.search(
        r"^dependencies = \[\n(.*?)^\]", project, re.DOTALL | re.MULTILINE
    )
    assert listed
    names = re.findall(r'"([\w-]+)', listed[1])
    assert [name for name in names if f"| {name} |" not in design] == []


def test_every_dependency_has_an_upper_bound() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.search(
        r"^dependencies = \[\n(.*?)^\]", project, re.DOTALL | re.MULTILINE
    )
    assert listed
    lines = listed[1].strip().splitlines()
    assert [line for line in lines if "<" not in line] == []


TOP_LEVEL = {
    *(".ci", ".gitattributes", ".gitignore", ".pre-commit-config.yaml"),
    *(".pre-commit-hooks.yaml", "CHANGELOG.md", "LICENSE", "Makefile", "README.md"),
    *("docgen", "docs_src", "generated", "pyproject.toml", "templates", "tests"),
}


def test_nothing_else_is_tracked_at_the_top_level() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("the folder is not a git repository")
    paths = listed.stdout.splitlines()
    assert {path.partition("/")[0] for path in paths} == TOP_LEVEL
