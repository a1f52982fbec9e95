"""Bodies of examples that are in the block after the code block of their message."""

from collections.abc import Callable

import pytest

from docgen.diagnostics import Result
from docgen.extract.declarations import Declarations

Extracts = Callable[[str], Result[Declarations]]

PAGE = """# Sail ship

## HTTP request

```http
POST /ships/{id}/sail
GET /ships/$count
```

## Examples

"""
SEND = "```http\nPOST /ships/1/sail\nContent-type: application/json\n```\n"
ANSWER = "```http\nHTTP/1.1 200 OK\nContent-type: text/plain\n```\n"
JSON = '```json\n{"port": "Bay"}\n```\n'

MESSAGES: dict[str, tuple[str, str | None, str | None]] = {
    "JSON after a request": (f"{SEND}\n{JSON}\n{ANSWER}", '{"port": "Bay"}', None),
    "JSON after a response": (f"{SEND}\n{ANSWER}\n{JSON}", None, '{"port": "Bay"}'),
    "a number in code": (f"{SEND}\n{ANSWER}\n`394`\n", None, "394"),
    "a number": (f"{SEND}\n{ANSWER}\n394\n", None, "394"),
    "a number in a code block": (f"{SEND}\n{ANSWER}\n```\n394\n```\n", None, "394"),
    "a sentence": (f"{SEND}\n{ANSWER}\nThere are 394.\n", None, None),
    "a sentence before JSON": (f"{SEND}\n{ANSWER}\nOr:\n\n{JSON}", None, None),
    "JSON after a GET": (
        f"{SEND.replace('POST', 'GET')}\n{JSON}\n{ANSWER}",
        None,
        None,
    ),
    "JSON after 204": (f"{SEND}\n{ANSWER.replace('200', '204')}\n{JSON}", None, None),
    "another request": (f"{ANSWER}\n{SEND}\n```\nGET /ships\n```\n", None, None),
    "JSON below another heading": (
        f"{SEND}\n{ANSWER}\n### Sample\n\n{JSON}",
        None,
        None,
    ),
    "a body of its own": (
        f"{SEND}\n{ANSWER.replace('plain', 'plain' + chr(10) * 2 + '7')}\n`394`\n",
        None,
        "7",
    ),
}


@pytest.mark.parametrize(("text", "sent", "received"), MESSAGES.values(), ids=MESSAGES)
def test_body_in_the_next_block(
    extracts: Extracts, text: str, sent: str | None, received: str | None
) -> None:
    api = extracts(PAGE + text).value.api
    assert api is not None
    messages = [
        (one.example.request, one.example.response)
        for one in api.examples
        if one.example.response
    ]
    request, response = messages[0]
    assert response is not None
    assert (request.body if request else None, response.body) == (sent, received)
