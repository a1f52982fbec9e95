"""What is read from the sections of an API page."""

from collections.abc import Callable

import pytest

from docgen.diagnostics import Result
from docgen.extract.api.declarations import ApiDeclaration
from docgen.extract.api.messages import read_request, read_response
from docgen.extract.declarations import Declarations

Extracts = Callable[[str], Result[Declarations]]
Describes = Callable[..., ApiDeclaration]

PAGE = "# {title}\n\n## HTTP request\n\n```http\n{request}\n```\n\n{rest}\n"


@pytest.fixture
def describes(extracts: Extracts) -> Describes:
    """Return what an API page declares; parts of it may be given."""

    def described(
        rest: str = "", *, title: str = "Get ship", request: str = "GET /ships/{id}"
    ) -> ApiDeclaration:
        text = PAGE.format(title=title, request=request, rest=rest)
        api = extracts(text).value.api
        assert api is not None
        return api

    return described


TITLES = {
    "subject and name": ("ship: sail", "action", "ship", "sail"),
    "subject, name and kind": ("ship: sail function", "function", "ship", "sail"),
    "action": ("sail action", "action", "", "sail"),
    "function": ("nearest function", "function", "", "nearest"),
    "a remark": ("Get ship (deprecated)", "get", "ship", "Get ship"),
    "verb": ("List all ships", "list", "all ships", "List all ships"),
    "another verb": ("Sail ship", "other", "ship", "Sail ship"),
}


@pytest.mark.parametrize(
    ("title", "kind", "subject", "name"), TITLES.values(), ids=TITLES
)
def test_the_title_says_what_the_operation_does(
    describes: Describes, title: str, kind: str, subject: str, name: str
) -> None:
    found = describes(title=title).title
    assert (found.kind, found.subject, found.name) == (kind, subject, name)


SUMMARIES = {
    "first paragraph": ("Sail a ship.\n\nIt must be moored.", "Sail a ship."),
    "below the namespace": ("Namespace: a.b\n\nSail a ship.", "Sail a ship."),
    "below a notice": ("> [!NOTE]\n> Slow.\n\nNote: slow.\n\nSail.", "Sail."),
    "on several lines": ("Sail\na [ship](x.md).", "Sail a ship."),
    "a placeholder": ("**TODO: Add Description**", None),
    "only the namespace": ("Namespace: a.b", None),
}


@pytest.mark.parametrize(("text", "expected"), SUMMARIES.values(), ids=SUMMARIES)
def test_summary_is_the_first_paragraph(
    describes: Describes, text: str, expected: str | None
) -> None:
    rest = "Slow in winter."
    assert describes(rest, title=f"Sail ship\n\n{text}").summary == expected


REQUESTS = {
    "rooted": ("GET /ships", ["GET /ships"]),
    "without a slash": ("POST me/ships", ["POST me/ships"]),
    "absolute": ("GET https://a.b/ships", ["GET https://a.b/ships"]),
    "without a space": ("GET/ships", ["GET /ships"]),
    "indented, with spaces behind": ("  PUT /ships  ", ["PUT /ships"]),
    "a line above what looks like an example": (
        "All:\nGET https://a.b/ships\nAccept: x\n```\n\n```http\nGET https://a.b/docks",
        ["GET https://a.b/ships", "GET https://a.b/docks"],
    ),
    "with `or` between": ("GET /a\nor\nGET /b", ["GET /a", "GET /b"]),
    "with a header": ("GET /a\nPrefer: wind", ["GET /a"]),
    "with the version of HTTP": (
        "GET /a HTTP/1.1\nPUT /a  HTTP/2",
        ["GET /a", "PUT /a"],
    ),
    "with spaces in a placeholder": ("GET /a/{x | y}", ["GET /a/{x | y}"]),
    "message after a request": (
        "GET /a\n```\n\n```http\nGET https://a.b/a\nAccept: x",
        ["GET /a"],
    ),
    "message alone": ("GET https://a.b/a\nAccept: x", ["GET https://a.b/a"]),
}


@pytest.mark.parametrize(("block", "expected"), REQUESTS.values(), ids=REQUESTS)
def test_request_lines_are_read(
    describes: Describes, block: str, expected: list[str]
) -> None:
    found = describes(request=block).requests
    assert [f"{one.method} {one.path}" for one in found] == expected


@pytest.mark.parametrize("header", ["|Header|Value|", "|Name|Description|"])
def test_headers_without_a_delimiter_row_are_no_parameter(
    describes: Describes, header: str
) -> None:
    found = describes(f"## Request headers\n{header}\n|If-Match|An etag.|\n")
    assert [one.name for one in found.parameters] == ["If-Match"]


def test_a_request_is_found_before_the_headers_without_a_heading(
    extracts: Extracts,
) -> None:
    head = "---\ndoc_type: apiPageType\n---\n# Get ship\n\n"
    text = f"{head}```http\nGET /ships/1\n```\n\n## Request headers\n"
    api = extracts(text).value.api
    assert api is not None
    assert [one.path for one in api.requests] == ["/ships/1"]


def test_a_page_without_request_and_doc_type_is_no_api_page(
    extracts: Extracts,
) -> None:
    assert extracts("# Get ship\n\n```http\nGET /ships\n```\n").value.api is None


RESPONSES = {
    "type": ("returns a `200 OK` response code and a [ship](ship.md) object", "ship"),
    "collection of": ("returns `200 OK` and a collection of [ship](ship.md)", "ship[]"),
    "collection behind": ("returns a [ship](ship.md) collection object", "ship[]"),
    "several objects": ("returns the [ship](ship.md) objects", "ship[]"),
    "bold": ("returns `200 OK` and a **ship** object in the response body", "ship"),
    "primitive": ("returns a String in the response body", "String"),
    "primitives": ("returns a String collection object", "String[]"),
    "list of strings": ("returns a list of strings in the response body", "string[]"),
    "plain word": ("returns the updated shipLog object", "shipLog"),
    "boolean": ("returns `200 OK`; `true` is returned in the response", "Boolean"),
    "location": ("returns a `Location` header with a [ship](ship.md)", None),
    "nothing": ("returns `204 No Content`. It does not return anything", None),
    "redirect": ("returns `302 Found` and redirects to a [ship](ship.md)", None),
    "anchor": ("returns `200 OK`; see [more](#more)", None),
}


@pytest.mark.parametrize(("text", "expected"), RESPONSES.values(), ids=RESPONSES)
def test_the_sentence_names_the_type_of_the_response(
    describes: Describes, text: str, expected: str | None
) -> None:
    found = describes(f"## Response\n\nIf successful, this method {text}.").response
    assert found is not None
    type_ = found.type
    marks = "[]" if type_ and type_.is_collection else ""
    assert (f"{type_.name.text}{marks}" if type_ else None) == expected


STATUSES = {
    "with a reason": ("returns a `201 Created` response code", (201,)),
    "with a comma": ("returns `204, No Content`", (204,)),
    "two": ("returns `201 Created` if new, or `200 OK`", (201, 200)),
    "an error as well": ("returns `200 OK`. Otherwise `404 Not Found`", (200,)),
    "without marks": ("returns a 201 Created response code", (201,)),
    "none": ("returns a ship", ()),
}


@pytest.mark.parametrize(("text", "expected"), STATUSES.values(), ids=STATUSES)
def test_the_statuses_of_success_are_read(
    describes: Describes, text: str, expected: tuple[int, ...]
) -> None:
    found = describes(f"## Response\n\nThis method {text}.").response
    assert found is not None
    assert found.statuses == expected


BODIES = {
    "none": ("Do not supply a request body for this method.", "none", None),
    "type": ("Supply a JSON representation of a [ship](s.md) object.", "type", "ship"),
    "plain type": (
        "Supply a JSON representation for the shipLog object.",
        "type",
        "shipLog",
    ),
    "given type": ("Provide the new [ship](s.md) object.", "type", "ship"),
    "type alone": ("A [ship](s.md).", "type", "ship"),
    "members": (
        "Provide a JSON object with the following parameters.",
        "members",
        None,
    ),
    "representation of the parameters": (
        "Supply JSON representation of the parameters.",
        "members",
        None,
    ),
    "relevant": ("Supply the values for relevant fields.", "relevant", None),
    "bytes": ("The contents should be the binary stream of the file.", "bytes", None),
    "reference": ("Supply the `@odata.id` of the ship.", "reference", None),
    "unknown": ("See the other page.", "unknown", None),
    "none is accepted": ("This method does not accept a request body.", "none", None),
    "left empty": ("Leave the request body empty.", "none", None),
    "must be empty": ("The request body must be empty.", "none", None),
    "not anything": ("Do not specify anything in the request body.", "none", None),
    "not applicable": ("N/A", "none", None),
    "a property that is not sent": (
        "Supply the [ship](s.md). Do not include the `id` in the request body.",
        "type",
        "ship",
    ),
    "properties of a type": (
        "Supply a JSON representation of properties from the [ship](s.md) entity.",
        "type",
        "ship",
    ),
    "values of a type": (
        "Provide the values of the [ship](s.md) properties to be updated.",
        "relevant",
        "ship",
    ),
    "new or updated": ("Supply a new or updated [ship](s.md) object.", "type", "ship"),
    "either": (
        "Provide a JSON representation of either a [ship](s.md) or a [tug](t.md).",
        "type",
        "ship",
    ),
    "derived from a type": (
        "Supply a JSON representation of an object derived from [ship](s.md).",
        "type",
        "ship",
    ),
    "array": ("Provide a JSON array of [ship](s.md) objects.", "type", "ship"),
    "values to update": (
        "Specify only the values for properties to update.",
        "relevant",
        None,
    ),
}


@pytest.mark.parametrize(("text", "kind", "name"), BODIES.values(), ids=BODIES)
def test_the_sentence_says_what_the_body_is(
    describes: Describes, text: str, kind: str, name: str | None
) -> None:
    found = describes(f"## Request body\n\n{text}\n").body
    assert found is not None
    assert found.kind == kind
    assert (found.type.name.text if found.type else None) == name


def test_a_marked_word_with_members_is_the_one_parameter(describes: Describes) -> None:
    text = "Provide an optional `shipKey` object with the following properties."
    found = describes(f"## Request body\n\n{text}\n").body
    assert found is not None
    assert (found.kind, found.wrapper) == ("members", "shipKey")


CELLS = {
    "list": ("Ship.Read, Ship.ReadWrite", [("Ship.Read",), ("Ship.ReadWrite",)]),
    "together": (
        "Ship.Read and Port.Read, Ship.ReadWrite",
        [("Ship.Read", "Port.Read"), ("Ship.ReadWrite",)],
    ),
    "a comma and a word": (
        "Ship.Read, and Port.Read; plus Sea.Read",
        [("Ship.Read",), ("Port.Read",), ("Sea.Read",)],
    ),
    "or": ("Ship.Read or Port.Read", [("Ship.Read",), ("Port.Read",)]),
    "line break": ("Ship.Read<br/>Port.Read", [("Ship.Read",), ("Port.Read",)]),
    "footnote": ("Ship.Read*, Port.Read", [("Ship.Read",), ("Port.Read",)]),
    "lower case": ("eShip.Read.All", [("eShip.Read.All",)]),
    "twice": ("Ship.Read, Ship.Read", [("Ship.Read",)]),
}


@pytest.mark.parametrize(("cell", "expected"), CELLS.values(), ids=CELLS)
def test_permissions_of_a_cell_are_read(
    describes: Describes, cell: str, expected: list[tuple[str, ...]]
) -> None:
    head = "## Permissions\n\n|Permission type|Permissions|\n|---|---|\n"
    (found,) = describes(f"{head}|Application|{cell}|\n").permissions
    assert (found.scheme, list(found.alternatives)) == ("application", expected)


def test_a_cell_without_permissions_has_none(describes: Describes) -> None:
    head = "## Permissions\n\n|Permission type|Permissions|\n|---|---|\n"
    assert describes(f"{head}|Application|Not supported.|\n").permissions == ()


OPTIONS = {
    "named": ("You can use `$select` and `$Top`.", ["$select", "$top"]),
    "not supported": ("It does not support `$filter`.", []),
    "partly": ("It supports `$top`. `$skip` is not supported.", ["$top"]),
    "not an option": ("It costs `$five`.", []),
}


@pytest.mark.parametrize(("text", "expected"), OPTIONS.values(), ids=OPTIONS)
def test_options_are_read_from_prose(
    describes: Describes, text: str, expected: list[str]
) -> None:
    found = describes(f"## Optional query parameters\n\n{text}\n").options
    assert [one.name for one in found] == expected


def test_options_that_are_not_named_are_the_standard_ones(describes: Describes) -> None:
    text = "This method supports the [OData query parameters](/q)."
    found = describes(f"## Optional query parameters\n\n{text}\n")
    assert found.options == ()
    assert found.standard_options is not None


NAMES = {
    "plain": ("speed", "speed"),
    "bold": ("**speed**", "speed"),
    "with a remark": ("speed (optional)", "speed"),
    "with a mark of a footnote": ("speed*", "speed"),
    "with a mark and a remark": ("speed * required", "speed"),
    "option": ("$filter with any operator", "$filter"),
    "path": ("log/text", "log/text"),
    "annotation": ("@odata.type", "@odata.type"),
}


@pytest.mark.parametrize(("cell", "expected"), NAMES.values(), ids=NAMES)
def test_names_of_parameters_are_read(
    describes: Describes, cell: str, expected: str
) -> None:
    head = "## Request body\n\n|Property|Type|Description|\n|---|---|---|\n"
    (found,) = describes(f"{head}|{cell}|String|.|\n").parameters
    assert found.name == expected


COLUMNS = {
    "value is the type in a body": ("Request body", "Name|Value", "a|String", "String"),
    "value does not name the type of a header": (
        "Request headers",
        "Name|Value",
        "a|b",
        None,
    ),
    "value does not name the type of an option": (
        "Query parameters",
        "Name|Value",
        "a|b",
        None,
    ),
    "no header": ("Request body", "", "a|Int32|.", "Int32"),
    "no header and two columns": ("Request body", "", "a|Int32", None),
    "two types": ("Request body", "Name|Type|Type", "a|Int32|Date", "Int32"),
    "type": ("Function parameters", "Parameter|Type", "a|Date", "Date"),
}


@pytest.mark.parametrize(
    ("title", "header", "row", "expected"), COLUMNS.values(), ids=COLUMNS
)
def test_columns_depend_on_the_section(
    describes: Describes, title: str, header: str, row: str, expected: str | None
) -> None:
    count = row.count("|") + 1
    head = f"|{header}|\n" if header else ""
    table = f"{head}|{'---|' * count}\n|{row}|\n"
    (found,) = describes(f"## {title}\n\n{table}").parameters
    assert (found.type.name.text if found.type else None) == expected


REQUIRED = {
    "yes": ("Yes", ".", True),
    "y": ("y", ".", True),
    "no": ("No", "Required.", False),
    "n": ("N", "Required.", False),
    "a full stop": ("False.", "Required.", False),
    "the description": ("", "Required. The speed.", True),
    "nothing": ("", "The speed.", None),
}


@pytest.mark.parametrize(("cell", "text", "expected"), REQUIRED.values(), ids=REQUIRED)
def test_the_column_says_what_is_required(
    describes: Describes, cell: str, text: str, expected: bool | None
) -> None:
    head = "## Request body\n\n|Name|Required|Description|\n|---|---|---|\n"
    (found,) = describes(f"{head}|speed|{cell}|{text}|\n").parameters
    assert found.required is expected


MESSAGES = {
    "headers and body": (
        "GET /a\nAccept: x\n\n{}",
        (("Accept", "x"),),
        "{}",
    ),
    "blank line before the headers": ("GET /a\n\nAccept: x", (("Accept", "x"),), None),
    "no blank line before the body": ("POST /a\nA: x\n{}", (("A", "x"),), "{}"),
    "repaired body": ('POST /a\n\n{"b": 1,}', (), '{"b": 1}'),
    "array": ("POST /a\n\n[1]", (), "[1]"),
    "other body": ("PUT /a\n\nhello\nthere", (), "hello\nthere"),
    "body that is not closed": ('POST /a\n\n{"b": ', (), '{"b":'),
}


@pytest.mark.parametrize(("text", "headers", "body"), MESSAGES.values(), ids=MESSAGES)
def test_messages_have_headers_and_a_body(
    text: str, headers: tuple[tuple[str, str], ...], body: str | None
) -> None:
    found = read_request(text.split("\n"))
    assert found is not None
    assert (found.headers, found.body) == (headers, body)


FIRST_LINES = {
    "with a version": ("HTTP/1.1 200 OK", 200),
    "without a version": ("HTTP 201 Created", 201),
    "without a reason": ("HTTP/2 204", 204),
    "not a status": ("HTTP/1.1 OK", None),
    "a request": ("GET /a", None),
}


@pytest.mark.parametrize(("line", "expected"), FIRST_LINES.values(), ids=FIRST_LINES)
def test_responses_begin_with_a_status(line: str, expected: int | None) -> None:
    found = read_response([line])
    assert (found.status if found else None) == expected


DEPRECATED = {
    "the title": ("Get ship (deprecated)", "", ""),
    "a sentence": ("Get ship", "Deprecated. Use moor.", "Deprecated. Use moor."),
    "a sentence about this API": (
        "Get ship",
        "> [!CAUTION]\n> This API is deprecated and stops in May. Use [moor](moor.md).",
        "This API is deprecated and stops in May. Use moor.",
    ),
    "a sentence behind a word": (
        "Get ship",
        "> **Note:** the getShip method is now deprecated.",
        "The getShip method is now deprecated.",
    ),
    "a later sentence": (
        "Get ship",
        "Read a ship. This function has been deprecated; use moor.",
        "This function has been deprecated; use moor.",
    ),
    "a title and a sentence": (
        "Get ship (deprecated)",
        "This method is deprecated.",
        "This method is deprecated.",
    ),
    "a long notice": (
        "Get ship",
        "Deprecated. " + "Use moor. " * 40,
        ("Deprecated. " + "Use moor. " * 28).strip(),
    ),
    "an option": ("Get ship", "The version parameter of this API is deprecated.", None),
    "a property": ("Get ship", "The hull property is deprecated.", None),
    "the future": ("Get ship", "This API will be deprecated in May.", None),
    "an older version": (
        "Get ship",
        "The old version of this API is deprecated.",
        None,
    ),
    "apps": ("Get ship", "Deprecated apps can call this method.", None),
    "a value": ("Get deprecated ships", "Read ships that are deprecated.", None),
}


@pytest.mark.parametrize(
    ("title", "text", "expected"), DEPRECATED.values(), ids=DEPRECATED
)
def test_a_page_says_that_its_operation_is_deprecated(
    extracts: Extracts, title: str, text: str, expected: str | None
) -> None:
    page = f"# {title}\n\n{text}\n\n## HTTP request\n\n```http\nGET /ships\n```\n"
    api = extracts(page).value.api
    assert api is not None
    assert api.deprecation == expected


@pytest.mark.parametrize("key", ["title", "toc.title"])
def test_front_matter_says_that_an_operation_is_deprecated(
    extracts: Extracts, key: str
) -> None:
    page = "# Get ship\n\n## HTTP request\n\n```http\nGET /ships\n```\n"
    api = extracts(f'---\n{key}: "Get ship (deprecated)"\n---\n\n{page}').value.api
    assert api is not None
    assert api.deprecation == ""


IGNORED = {
    "below another request": (
        "``` http\nGET https://a.b/ships/1\nGET https://a.b/ships/2\n```",
        ["GET https://a.b/ships/2"],
    ),
    "below the status of a response": (
        "``` http\nHTTP/1.1 200 OK\nGET /ships\n```",
        ["GET /ships"],
    ),
    "within a body": (
        "``` http\nHTTP/1.1 200 OK\n\n{\n  POST /ships\n}\n```",
        ["POST /ships"],
    ),
    "below a comment in a code block": (
        "``` http\n<!--\nPOST /ships\n```",
        ["POST /ships"],
    ),
    "in a comment that another one closes": (
        "<!--\n``` http\nGET /ships/1\n```\n\n<!-- note -->",
        ["GET /ships/1"],
    ),
    "in an annotation": (
        '<!-- {"blockType": "resource"\n``` http\nGET /ships/1\n```\n} -->',
        ["GET /ships/1"],
    ),
    "in a comment": ("<!--\n``` http\nGET /ships/1\n```\n-->", []),
    "the first line of a code block": ("``` http\nGET /ships/1\n```", []),
    "words": ("GET the ships.", []),
}


@pytest.mark.parametrize(("text", "expected"), IGNORED.values(), ids=IGNORED)
def test_a_request_that_nothing_reads_is_reported(
    extracts: Extracts, text: str, expected: list[str]
) -> None:
    page = PAGE.format(
        title="Get", request="GET /ships/{id}", rest=f"## Example\n\n{text}"
    )
    lines = page.split("\n")
    found = [
        lines[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1]
        for one in extracts(page).diagnostics
        if one.code == "ignored-request"
    ]
    assert found == expected


def test_requests_in_a_code_block_that_explains_something_are_not_reported(
    extracts: Extracts,
) -> None:
    page = PAGE.format(
        title="Get\n\n``` http\nGET /ships/1\nGET /ships/2\n```",
        request="GET /ships/{id}",
        rest="",
    )
    assert extracts(page).diagnostics == ()


def test_rows_of_parameters_among_the_permissions_are_reported(
    extracts: Extracts,
) -> None:
    rows = "|Name|Description|\n|---|---|\n|Prefer|Wind.|"
    page = PAGE.format(
        title="Get", request="GET /ships", rest=f"## Permissions\n\n{rows}"
    )
    codes = [one.code for one in extracts(page).diagnostics]
    assert codes == ["unrelated-row"]


def test_requests_of_tasks_are_read(extracts: Extracts) -> None:
    def task(title: str, url: str, *, has_title: bool = False) -> str:
        below = "### HTTP request\n\n" if has_title else ""
        return f"## {title}\n\n{below}``` http\nGET {url}\n```\n\n"

    page = (
        "# List ships\n\n"
        + task("List those of a harbour", "/harbours/{id}/ships", has_title=True)
        + task("List those of a bay", "/bays/{id}/ships")
        + task("List your own", "/me/ships")
        + "## Response\n\nReturns `200 OK`.\n\n"
        + task("Remarks", "/ships/{shipId}")
    )
    api = extracts(page).value.api
    assert api is not None
    paths = [one.path for one in api.requests]
    assert paths == ["/harbours/{id}/ships", "/bays/{id}/ships", "/me/ships"]


def test_code_blocks_beside_the_request_are_no_requests(extracts: Extracts) -> None:
    block = "``` http\nGET /{}\n```\n\n"
    page = (
        "# List ships\n\n## HTTP request\n\n"
        + block.format("ships")
        + "## Paging\n\n"
        + block.format("more")
        + "## Response\n\nReturns `200 OK`.\n"
    )
    api = extracts(page).value.api
    assert api is not None
    assert [one.path for one in api.requests] == ["/ships"]


RETURNED_TYPES = {
    "of the body": ('{"@odata.type": "#graph.ship", "id": "1"}', ("graph.ship",)),
    "of a value": ('{"value": {"@odata.type": "graph.ship"}}', ("graph.ship",)),
    "of all items": (
        '{"value": [{"@odata.type": "#graph.ship"}, {"@odata.type": "#graph.tug"}]}',
        ("graph.ship", "graph.tug"),
    ),
    "of equal items": (
        '{"value": [{"@odata.type": "#graph.ship"}, {"@odata.type": "#graph.ship"}]}',
        ("graph.ship",),
    ),
    "not of some items": (
        '{"value": [{"@odata.type": "#graph.ship"}, {"id": "1"}]}',
        (),
    ),
    "not of a part": ('{"crew": {"@odata.type": "#graph.crew"}}', ()),
    "not of nothing": ('{"@odata.type": ""}', ()),
    "not of a number": ('{"@odata.type": 1}', ()),
}


@pytest.mark.parametrize(("body", "types"), RETURNED_TYPES.values(), ids=RETURNED_TYPES)
def test_a_documented_body_names_its_type(
    describes: Describes, body: str, types: tuple[str, ...]
) -> None:
    message = f"HTTP/1.1 200 OK\nContent-type: application/json\n\n{body}"
    rest = f"## Response\n\nA ship.\n\n## Examples\n\n```http\n{message}\n```"
    (example,) = describes(rest).examples
    assert example.instance_types == types


SENT_TYPES = {
    "first": ('{"@odata.type": "#graph.ship", "id": "1"}', "graph.ship"),
    "after another annotation": (
        '{"@odata.context": "a", "@odata.type": "#graph.ship", "id": "1"}',
        "graph.ship",
    ),
    "after a member": ('{"id": "1", "@odata.type": "#graph.ship"}', None),
    "in a list": ('[{"@odata.type": "#graph.ship"}]', None),
}


@pytest.mark.parametrize(("body", "name"), SENT_TYPES.values(), ids=SENT_TYPES)
def test_a_sent_body_names_its_type_before_its_members(
    describes: Describes, body: str, name: str | None
) -> None:
    message = f"POST https://a.b/ships\nContent-type: application/json\n\n{body}"
    rest = f"## Examples\n\n```http\n{message}\n```"
    (example,) = describes(rest, request="POST /ships").examples
    assert example.sent_type == name


SUBJECTS = {
    "Update the properties of a [ship](ship.md) object.": "ship",
    "Update the properties and relationships of the specified **ship**.": "ship",
    "Change settings for an existing `ship`.": "ship",
    "Update one property in the [ship](ship.md).": "ship",
    "Update a [ship](ship.md).": None,
    "Update the properties of something in a [ship](ship.md).": None,
}


@pytest.mark.parametrize(("sentence", "name"), SUBJECTS.items(), ids=SUBJECTS)
def test_the_introduction_may_be_about_the_properties_of_a_type(
    describes: Describes, sentence: str, name: str | None
) -> None:
    found = describes(title=f"Update ship\n\n{sentence}").subject
    assert (found.name.text if found else None) == name
