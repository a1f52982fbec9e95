"""The arguments of a function in a URL: those between its parentheses, and those in no URL.

Pages often leave the parentheses out, and declare the arguments in a table only. Of a page with
several URLs, each may have other arguments.
"""

from collections.abc import Iterator, Sequence

from docgen.regex import Regex
from docgen.schema.model import ApiOperation, Parameter
from docgen.schema.url_segments import Segment, url_segments

_NOT_WORD = Regex(r"\W+")


def written_arguments(
    operation: ApiOperation, segments: Sequence[Segment]
) -> Iterator[Parameter]:
    """Return the parameters of an operation that are arguments in these segments."""
    names = {argument_key(one.name) for each in segments for one in each.arguments}
    for one in _arguments(operation):
        if argument_key(one.name) in names:
            yield one


def unwritten_arguments(operation: ApiOperation) -> Iterator[Parameter]:
    """Return the arguments of a function that none of its URLs has."""
    names = {
        argument_key(one.name)
        for request in operation.requests
        for segment in url_segments(request.path)
        for one in segment.arguments
    }
    for one in _arguments(operation):
        if argument_key(one.name) not in names:
            yield one


def argument_key(name: str) -> str:
    """Return a name as it is compared: `ship-name` and `shipName` are the same."""
    return _NOT_WORD.sub("", name).lower()


def _arguments(operation: ApiOperation) -> Iterator[Parameter]:
    return (one for one in operation.parameters if one.place == "function")
