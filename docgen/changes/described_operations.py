"""The operations of a version: rows of methods tables with their API pages, and other pages."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from msgspec import Struct

from docgen.schema.model import (
    ApiOperation,
    Operation,
    QualifiedName,
    RequestLine,
    Schema,
    Source,
    StructuredType,
    TypeReference,
    returned_type,
    row_requests,
)
from docgen.schema.url_paths import PathSegment, path_and_query, path_segments


class DescribedOperation(Struct, frozen=True, kw_only=True):
    """An operation of a type, or of none: what its row says, and its API page.

    `requests` are those of the row, which may be fewer than those of the page.
    """

    owner: QualifiedName | None
    name: str
    label: str
    row: Operation | None
    api: ApiOperation | None
    returns: TypeReference | None
    requests: tuple[RequestLine, ...]
    source: Source

    @property
    def request_keys(self) -> frozenset[str]:
        """The keys of the requests: equal for requests that a service can't distinguish."""
        return frozenset(map(request_key, self.requests))

    @property
    def symbol(self) -> str:
        """The type and the name, joined by a dot."""
        return f"{self.owner}.{self.name}" if self.owner else self.name

    @property
    def page(self) -> str:
        """The path of the API page in lower case, empty for none."""
        if self.api:
            return self.api.api_page.lower()
        return ((self.row.api_page if self.row else None) or "").lower()

    @property
    def is_main(self) -> bool:
        """Whether the API page belongs to the type whose operation this is."""
        return self.api is not None and self.api.owner == self.owner


def described_operations(schema: Schema) -> list[DescribedOperation]:
    """Return the operations of a schema: those in methods tables, then the others."""
    pages = {one.api_page.lower(): one for one in schema.operations}
    listed = [
        operation
        for one in schema.types
        if isinstance(one, StructuredType)
        for operation in _listed(one, pages)
    ]
    return [*listed, *_unlisted(schema.operations, {one.page for one in listed})]


def _listed(
    owner: StructuredType, pages: Mapping[str, ApiOperation]
) -> Iterator[DescribedOperation]:
    for row in owner.operations:
        api = pages.get((row.api_page or "").lower())
        requests = row_requests(row, owner.operations, api) if api else ()
        yield DescribedOperation(
            owner=owner.name,
            name=row.name,
            label=row.label,
            row=row,
            api=api,
            returns=returned_type(row, owner.name, api) if api else row.returns,
            requests=requests,
            source=row.source,
        )


def _unlisted(
    operations: Sequence[ApiOperation], listed: set[str]
) -> Iterator[DescribedOperation]:
    for one in operations:
        if one.api_page.lower() not in listed:
            yield DescribedOperation(
                owner=one.owner,
                name=one.name,
                label=one.label,
                row=None,
                api=one,
                returns=one.returns,
                requests=one.requests,
                source=one.source,
            )


class KnownRequests:
    """All requests of some operations; only the keys that may be equal are computed."""

    def __init__(self, operations: Sequence[DescribedOperation]) -> None:
        """Use the requests of the rows, not those of their pages."""
        self._operations = operations

    def has(self, one: RequestLine) -> bool:
        """Return whether there is a request with the key of this one."""
        return any(self.operations_with(one))

    def operations_with(self, one: RequestLine) -> Iterator[DescribedOperation]:
        """Yield the operations that have a request with the key of this one."""
        key = request_key(one)
        for other, operation in self._by_end[_end(one)]:
            if request_key(other) == key:
                yield operation

    @cached_property
    def _by_end(
        self,
    ) -> Mapping[tuple[str, str], Sequence[tuple[RequestLine, DescribedOperation]]]:
        found: defaultdict[
            tuple[str, str], list[tuple[RequestLine, DescribedOperation]]
        ] = defaultdict(list)
        for operation in self._operations:
            for one in operation.requests:
                found[_end(one)].append((one, operation))
        return found


def _end(one: RequestLine) -> tuple[str, str]:
    """Return a part of the key that is known without parsing the URL."""
    word = one.words[-1] if one.words else ""
    return one.method, word.lower().rpartition(".")[2]


def request_key(one: RequestLine) -> str:
    """Return what identifies a request: its method, and its URL with the names in it only.

    The case of words, the names and values of placeholders, the arguments of functions, query
    options and namespaces of casts and functions make no difference; a key in parentheses is one
    in a segment of its own: `ships('{id}')` is `ships/{id}`.
    """
    return f"{one.method} {path_key(one.path)}"


@lru_cache(maxsize=32_768)
def path_key(url: str) -> str:
    """Return the part of the key of a request that its URL decides."""
    path, _ = path_and_query(url)
    words = (word for segment in path_segments(path) for word in _words(segment))
    return f"/{'/'.join(words)}"


def _words(segment: PathSegment) -> Iterator[str]:
    if not segment.is_value:
        yield segment.word.lower().rpartition(".")[2]
    if segment.placeholders:
        yield "{}"
