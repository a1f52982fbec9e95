"""Documented examples as calls of a client, and the reasons why some are none."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from msgspec import Struct

from docgen.python.names import PythonName
from docgen.schema.model import ApiOperation, DocumentedExample

Examples: TypeAlias = tuple[DocumentedExample, ...]


def no_examples(page: str) -> Examples:
    """Return no examples of a page."""
    del page
    return ()


class ExamplePages(Struct, frozen=True, kw_only=True):
    """The examples of API pages: a digest of each page, and a function that decodes its examples.

    Pages are identified by their paths in lower case. Most builds lower few types, so that most
    pages need not be decoded. Operations that have their examples need no others.
    """

    digests: Mapping[str, bytes] = {}
    examples_of: Callable[[str], Examples] = no_examples

    def digest(self, operation: ApiOperation) -> bytes:
        """Return a digest of the page of an operation."""
        return self.digests.get(operation.api_page.lower(), b"")

    def of(self, operation: ApiOperation) -> Examples:
        """Return the examples of an operation."""
        return operation.examples or self.examples_of(operation.api_page.lower())


NO_EXAMPLES = ExamplePages()


class NamedExample(Struct, frozen=True, kw_only=True):
    """An example with a request and a response; `name` is unique on its page.

    It is the name in the annotation, or else the number of the example. `members` are the paths of
    the members of enums in the body of the request, `urls` those of its operation with the same
    HTTP method.
    """

    page: str
    name: str
    example: DocumentedExample
    members: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The page and the name: what an example is called in the generated package."""
        return f"{self.page}#{self.name}"


class CallArgument(Struct, frozen=True, kw_only=True):
    """An argument of a call as code: what is before, between and after its outermost brackets.

    An argument without brackets is all in `start`. `is_list` means that the brackets are those of
    a list or a dictionary, and not of a call. The items of a comprehension are its expression and
    its loop.
    """

    start: str
    items: tuple[str, ...] = ()
    end: str = ""
    is_list: bool = False
    is_comprehension: bool = False

    @property
    def inner(self) -> str:
        """What is between the brackets, in one line."""
        return (" " if self.is_comprehension else ", ").join(self.items)

    @property
    def line(self) -> str:
        """The argument in one line."""
        return f"{self.start}{self.inner}{self.end}"


class DocumentedCall(Struct, frozen=True, kw_only=True):
    """A call that sends the request of an example.

    `method` is that of the operations of the type, `functions` are those of `testing` that the
    arguments call. `members` are those of the example. `uses_body` means that arguments read the
    body of the example, `is_count` that the call asks for the number of items.
    """

    key: str
    members: tuple[str, ...] = ()
    method: PythonName
    arguments: tuple[CallArgument, ...]
    functions: frozenset[str]
    uses_body: bool
    is_count: bool


class UnmadeCall(Struct, frozen=True, kw_only=True):
    """An example that no call sends, and why."""

    named: NamedExample
    reason: str
    help: str


class Obstacle(Struct, frozen=True):
    """Why no call sends the request of an example, and what an author can do about it."""

    reason: str
    help: str
