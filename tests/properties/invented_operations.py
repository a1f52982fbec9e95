"""Operations with any names, URLs and text, which exports must express or leave out."""

from documented import example, operation, parameter
from hypothesis import strategies as st

from docgen.schema.model import (
    ApiOperation,
    ExampleRequest,
    ExampleResponse,
    Permissions,
)

TEXT = st.text(st.characters(codec="utf-8"), max_size=8)
NAMES = (
    st.sampled_from(
        [
            "id",
            "name",
            "deck colour",
            "größe",
            "$select",
            "@odata.id",
            "If-Match",
            "Authorization",
        ]
    )
    | TEXT
)
TYPES = st.none() | st.sampled_from(
    [
        *("Edm.String", "Edm.Int32", "Edm.Boolean", "Edm.Decimal", "Edm.Stream"),
        *("Edm.Stream*", "Edm.Untyped", "Edm.Nothing", "Edm.String*", "System.rope"),
        *("harbour.ship", "harbour.sail*", "harbour.nobody", "harbour.base", "größe.x"),
    ]
)
SEGMENTS = (
    st.sampled_from(
        [
            *("ships", "base", "me", "name", "ship", "{id}", "{ship-id}", "<id>", "{}"),
            *("{id | name}", "harbour.sail", "sail()", "find(name='{name}',deck=1)"),
            *(
                "sort('{id}')",
                "root:",
                "{path}:",
                "$ref",
                "$value",
                "größe",
                "a b",
                "{a/b}",
            ),
            *(
                "00000000-0000-0000-0000-000000000001",
                "{?}",
                "{",
                "}",
                "(",
                "a(b",
                "#",
                "%zz",
            ),
        ]
    )
    | TEXT
)
QUERIES = st.sampled_from(["", "?$top=1", "?a={b}", "?", "? = &&="])
HOSTS = st.sampled_from(
    ["", "", "", "https://example.com/v1.0", "~", "http://{host}/beta"]
)
PATHS = st.builds(
    lambda host, parts, query: f"{host}/{'/'.join(parts)}{query}",
    HOSTS,
    st.lists(SEGMENTS, max_size=5),
    QUERIES,
)
METHODS = st.sampled_from(
    ["GET", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"]
)
PERMISSIONS = st.builds(
    Permissions,
    **dict.fromkeys(
        ("delegated_work", "delegated_personal", "application"),
        st.lists(st.lists(TEXT, min_size=1, max_size=2).map(tuple), max_size=2).map(
            tuple
        ),
    ),
)
REQUESTS = st.lists(
    st.tuples(
        st.builds(lambda method, path: f"{method} {path}", METHODS, PATHS),
        st.none() | PERMISSIONS,
    ),
    min_size=1,
    max_size=3,
)
PARAMETERS = st.builds(
    parameter,
    NAMES,
    TYPES,
    st.sampled_from(["path", "function", "query", "header", "body"]),
    required=st.booleans(),
    description=st.none() | TEXT,
)
BODIES = st.sampled_from(
    [(None, False), ("{}", True), ('{"a":[1,null]}', True)]
) | TEXT.map(lambda text: (text, False))
HEADERS = st.lists(
    st.tuples(
        st.sampled_from(["Content-Type", "content-type", "Prefer"]),
        st.sampled_from(
            ["application/json", "text/plain; charset=utf-8", "image/*", ""]
        )
        | TEXT,
    ),
    max_size=2,
).map(tuple)
SENT = st.builds(
    lambda method, url, headers, body: ExampleRequest(
        method=method, url=url, headers=headers, body=body[0], is_json=body[1]
    ),
    METHODS,
    PATHS,
    HEADERS,
    BODIES,
)
RECEIVED = st.builds(
    lambda status, headers, body: ExampleResponse(
        status=status, headers=headers, body=body[0], is_json=body[1]
    ),
    st.integers(100, 599),
    HEADERS,
    BODIES,
)
EXAMPLES = st.builds(example, st.none() | SENT, st.none() | RECEIVED)


@st.composite
def operations(draw: st.DrawFn) -> ApiOperation:
    return operation(
        draw(NAMES),
        draw(
            st.sampled_from(
                [
                    *("action", "function", "action", "function", "read", "create"),
                    *("update", "delete", "reference", "content"),
                ]
            )
        ),
        draw(REQUESTS),
        *draw(st.lists(PARAMETERS, max_size=4)),
        page=draw(st.sampled_from(["api/a.md", "api/b.md"])),
        owner=draw(st.sampled_from([None, "harbour.ship", "harbour.base", "b.c"])),
        body=draw(TYPES),
        takes_reference=draw(st.booleans()),
        returns=draw(TYPES),
        statuses=draw(
            st.lists(st.sampled_from([200, 201, 202, 204, 302, 404]), max_size=3).map(
                tuple
            )
        ),
        permissions=draw(PERMISSIONS),
        examples=draw(st.lists(EXAMPLES, max_size=2).map(tuple)),
    )


OPERATIONS = st.lists(operations(), max_size=4).map(tuple)
