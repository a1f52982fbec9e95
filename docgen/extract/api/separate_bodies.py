"""Find the body of a message in the block after its code block.

message  := code block of a request or response without a body
body     := code block with JSON or with a number       -- directly after it
          | paragraph with a number and nothing else    -- 394, or `394` as code

Messages that have no body, such as GET and 204, are never completed.
"""

from typing import TypeAlias

from msgspec.structs import replace

from docgen.extract.api.declarations import WrittenMessage
from docgen.extract.api.messages import json_text
from docgen.markdown.page import Block, Fence, Paragraph
from docgen.regex import Regex
from docgen.schema.http import METHODS_WITH_BODY
from docgen.schema.model import ExampleRequest, ExampleResponse

_WITHOUT_BODY = frozenset({204, 205, 304})
_NUMBER = Regex(r"`?(\d{1,18})`?")

_Message: TypeAlias = ExampleRequest | ExampleResponse


def with_separate_body(
    message: _Message, written: WrittenMessage, following: Block | None
) -> tuple[_Message, WrittenMessage]:
    """Return a message and its text, with the body that the block after it has, if any."""
    if message.body or not _may_have_body(message):
        return message, written
    match following:
        case Fence():
            return _with_code(message, written, following)
        case Paragraph() if found := _NUMBER.fullmatch(following.content.source):
            return replace(message, body=found[1]), written
    return message, written


def _may_have_body(message: _Message) -> bool:
    if isinstance(message, ExampleRequest):
        return message.method in METHODS_WITH_BODY
    return message.status not in _WITHOUT_BODY


def _with_code(
    message: _Message, written: WrittenMessage, code: Fence
) -> tuple[_Message, WrittenMessage]:
    text = code.body.strip()
    content = json_text(text)
    if content is not None:
        message = replace(message, body=content, is_json=True)
    elif _NUMBER.fullmatch(text):
        message = replace(message, body=text)
    if not message.body:
        return message, written
    return message, _joined(written, code)


def _joined(written: WrittenMessage, code: Fence) -> WrittenMessage:
    """Return the text of a message and of the code block after it, with the lines between.

    These lines are empty, so each line of the text is where it is on the page.
    """
    first = written.text.split("\n")
    between = code.span.line + 1 - written.line - len(first)
    columns = (
        *(written.columns or (1,) * len(first)),
        *(1,) * between,
        *(code.columns or (1,) * (code.body.count("\n") + 1)),
    )
    return replace(
        written,
        text="\n".join((*first, *("",) * between, code.body.rstrip())),
        columns=columns if written.columns or code.columns else (),
        body_line=len(first) + between,
    )
