"""Declarations: what one page says about types, without knowledge of other pages.

Names of other types are as written on the page, with their links. Spans are kept for diagnostics of
`docgen.resolve`. All declarations can be stored in the cache. The `zone` of a member is as in
`type_tables`.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct

from docgen.diagnostics import Diagnostic
from docgen.digests import blake2b
from docgen.extract.api.declarations import ApiDeclaration, WrittenExamples
from docgen.extract.type_expression import TypeName
from docgen.extract.type_tables import OperationDeclaration, RowDeclaration, TypeTables
from docgen.schema.model import DocumentedExample, QualifiedName, WireName
from docgen.source import Span

UNKNOWN_FUTURE_VALUE = "unknownFutureValue"
"""The member of an enum type which means that members may be added."""
_MIN_FLAGS = 3


class MemberDeclaration(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A row of a members table."""

    name: str
    span: Span
    name_span: Span
    value: int | None
    description: str | None
    zone: int = 0


class ProseBase(Struct, frozen=True, array_like=True, kw_only=True):
    """The base type that prose names.

    `is_marked` means that it is certainly a name: a link, in bold, italics or code, with a dot or a
    capital inside, or the end of the sentence. Other words may be ordinary ones.
    """

    name: TypeName
    is_marked: bool


class BaseDeclaration(Struct, frozen=True, array_like=True, kw_only=True):
    """The base type of a type in the prose and in the annotation of a page, if it is there.

    `is_none` is true if the annotation has an empty `baseType`.
    """

    prose: ProseBase | None = None
    annotation: TypeName | None = None
    is_none: bool = False


class KindDescription(Struct, frozen=True, array_like=True, kw_only=True):
    """The kind that a heading or a sentence gives its type, and the span of the words."""

    kind: Literal["entity", "complex"]
    span: Span


class NameEvidence(Struct, frozen=True, array_like=True, kw_only=True):
    """What a page says about the name of a type, apart from the name that is used.

    `heading` is the name in the heading, if it is another one. `contradictions` are the
    diagnostics about other names, which are reported unless another page declares the type.
    `has_requests` means that the declaration is on an API page.
    """

    heading: QualifiedName | None = None
    contradictions: tuple[Diagnostic, ...] = ()
    has_requests: bool = False


NO_EVIDENCE = NameEvidence()


class StructuredDeclaration(
    Struct, frozen=True, array_like=True, kw_only=True, tag="structured"
):
    """What a page says about an entity or complex type; `span` is the span of its heading.

    `derived` are the types that the page names as derived from this one. `sample_span` is the
    opening line of the code block of the sample. `is_repeated` means that the type is one of
    another page, of which this one is not a part; it is set when all pages are known.
    `has_sample_rows` means that the properties are the keys of the sample, because the page has no
    properties table. `omits_keys` means that dots in the sample stand for keys.
    """

    namespace: str
    name: str
    span: Span
    base: BaseDeclaration
    derived: tuple[TypeName, ...]
    described_kind: KindDescription | None
    abstract: bool
    open: bool
    key: tuple[WireName, ...]
    key_span: Span
    description: str | None
    deprecated: bool | None
    annotation: str | None
    sample: str | None
    tables: TypeTables
    sample_span: Span | None = None
    evidence: NameEvidence = NO_EVIDENCE
    is_repeated: bool = False
    has_sample_rows: bool = False
    omits_keys: bool = False

    @property
    def properties(self) -> tuple[RowDeclaration, ...]:
        """The rows of the properties tables."""
        return self.tables.rows.properties

    @property
    def navigation_properties(self) -> tuple[RowDeclaration, ...]:
        """The rows of the relationships tables."""
        return self.tables.rows.navigation_properties

    @property
    def operations(self) -> tuple[OperationDeclaration, ...]:
        """The rows of the methods tables."""
        return self.tables.rows.operations

    @property
    def rows(self) -> tuple[RowDeclaration, ...]:
        """The properties and the navigation properties."""
        return (*self.properties, *self.navigation_properties)


class EnumDeclaration(Struct, frozen=True, array_like=True, kw_only=True, tag="enum"):
    """What a page says about an enum type.

    `anchor` is the anchor of a section such as `### riskLevel values`, whose name may also be the
    name of a property; it is empty if the page is about the type. `is_named` means that the page
    says that the name is that of an enum type. `is_stray` is true on a page about something else.
    `evidence` and `is_repeated` are as in `StructuredDeclaration`.
    """

    namespace: str
    name: str
    span: Span
    anchor: str
    flags: bool
    open: bool
    description: str | None
    deprecated: bool | None
    members: tuple[MemberDeclaration, ...]
    is_named: bool = True
    is_stray: bool = False
    evidence: NameEvidence = NO_EVIDENCE
    is_repeated: bool = False


TypeDeclaration: TypeAlias = StructuredDeclaration | EnumDeclaration


class PageLink(Struct, frozen=True, array_like=True, gc=False):
    """A link to the page `path` of the set, which need not exist, or to `anchor` on it.

    `target` is the address as the page has it.
    """

    path: str
    span: Span
    target: str
    anchor: str = ""


class PageLinks(Struct, frozen=True, array_like=True):
    """The links of the page `path` to pages of the set, and to anchors on itself."""

    path: str
    links: tuple[PageLink, ...]


class Encoded(Struct, frozen=True, array_like=True):
    """A value in MessagePack, and a digest of it; both are empty if there is no value.

    The content of a value from the cache is a view of what was read: it is copied only if it is
    used, and most values are not.
    """

    content: memoryview = memoryview(b"")
    digest: bytes = b""

    def __bool__(self) -> bool:
        """Return whether there is a value."""
        return len(self.content) > 0

    @property
    def memo_key(self) -> bytes:
        """What a result depends on: the digest, which is enough to tell values apart."""
        return self.digest


NOTHING_ENCODED = Encoded()


def encoded(value: object) -> Encoded:
    """Encode a value."""
    content = msgspec.msgpack.encode(value)
    return Encoded(memoryview(content), blake2b(content, digest_size=16).digest())


class Declarations(Struct, frozen=True, array_like=True, kw_only=True):
    """The types that one page declares, its links to pages of the set, and its anchors.

    `encoded_types` are the types, encoded because most runs only compare them with those of the
    last run; so are the `PageLinks`, the operation that an API page describes, and the texts of
    its examples, which only `lint` reads. They are empty on other pages. `anchors` has one anchor
    on each line. `row_links` has the pages that the first cells of rows link to, in lower case,
    each on a line; it is empty on API pages.
    """

    path: str
    encoded_types: Encoded
    encoded_links: Encoded = NOTHING_ENCODED
    anchors: str = ""
    encoded_api: Encoded = NOTHING_ENCODED
    encoded_examples: Encoded = NOTHING_ENCODED
    row_links: str = ""

    @property
    def types(self) -> tuple[TypeDeclaration, ...]:
        """The types that the page declares."""
        return decoded_types(self.encoded_types) if self.encoded_types else ()

    @property
    def api(self) -> ApiDeclaration | None:
        """The operation that an API page describes."""
        return decoded_api(self.encoded_api) if self.encoded_api else None

    @property
    def memo_key(self) -> tuple[str, bytes]:
        """What types are resolved from; links are checked in every run."""
        return self.path, self.encoded_types.digest


class DeclaredTypes(Struct, frozen=True, kw_only=True):
    """The types that the page `path` declares, and a digest of them; empty if it is not known."""

    path: str
    types: tuple[TypeDeclaration, ...]
    digest: bytes = b""


def decoded_types(encoded: Encoded) -> tuple[TypeDeclaration, ...]:
    """Decode the types of a page."""
    return _TYPES_DECODER.decode(encoded.content)


_TYPES_DECODER = msgspec.msgpack.Decoder(tuple[TypeDeclaration, ...])


def decoded_api(encoded: Encoded) -> ApiDeclaration:
    """Decode the operation of an API page."""
    return msgspec.msgpack.decode(encoded.content, type=ApiDeclaration)


def decoded_links(encoded: Encoded) -> PageLinks:
    """Decode the links of a page."""
    return msgspec.msgpack.decode(encoded.content, type=PageLinks)


def declared_examples(
    pages: Mapping[str, Encoded], page: str
) -> tuple[DocumentedExample, ...]:
    """Return the examples of an API page; `pages` are the encoded operations of all."""
    found = pages.get(page)
    return tuple(one.example for one in decoded_api(found).examples) if found else ()


def decoded_examples(encoded: Encoded) -> WrittenExamples:
    """Decode the texts of the examples of an API page."""
    return msgspec.msgpack.decode(encoded.content, type=WrittenExamples)


def are_flags(numbers: Iterable[int | None]) -> bool:
    """Return whether the values are powers of two, and at least three are not 0."""
    values = {number for number in numbers if number}
    return len(values) >= _MIN_FLAGS and all(
        value > 0 and value & (value - 1) == 0 for value in values
    )
