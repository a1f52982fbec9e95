"""What the signatures of a type depend on besides the type itself."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.python.signatures.urls import UrlNames, own_collections, url_names
from docgen.schema.model import (
    ApiOperation,
    QualifiedName,
    Schema,
    StructuredType,
    WireName,
)
from docgen.schema.names import short_name
from docgen.schema.type_graph import base_chain, nearest_shared_base


class SignatureContext(Struct, frozen=True, kw_only=True):
    """What must be known about all types to plan the signatures of one.

    `pages` are the operations by their API pages, in lower case. `unlisted` are those of pages
    that no methods table links to, by the type that they belong to. `returned_bases` are the
    types that pages return if their URLs have other types on other pages: the nearest base type of
    all, by page in lower case. `spellings` are the best spellings of words in URLs. `homes` are the
    types that have the examples of pages, by page in lower case.
    """

    pages: Mapping[str, ApiOperation]
    unlisted: Mapping[QualifiedName, tuple[ApiOperation, ...]]
    bases: Mapping[QualifiedName, QualifiedName]
    returned_bases: Mapping[str, QualifiedName]
    spellings: Mapping[str, str]
    homes: Mapping[str, QualifiedName]


class SignatureFacts(Struct, frozen=True, kw_only=True):
    """What the signatures of one type depend on: they change only if this or the type changes.

    `operations` are those of the API pages that the type's methods table links to, `unlisted` those
    of the pages that belong to the type but are in no methods table. `returned_bases` are the types
    that some of these pages return instead of the documented one, by page in lower case.
    `short_names` are those of the type and its base types, `spellings` those of words in URLs.
    `own_pages` are those whose examples belong to the type.
    """

    operations: tuple[ApiOperation, ...]
    unlisted: tuple[ApiOperation, ...]
    returned_bases: Mapping[str, QualifiedName]
    short_names: tuple[str, ...]
    spellings: Mapping[str, str]
    own_pages: tuple[str, ...]

    @property
    def with_examples(self) -> tuple[ApiOperation, ...]:
        """The operations whose examples belong to the type."""
        own = {*self.own_pages}
        return tuple(one for one in self.every_operation if one.api_page in own)

    @property
    def every_operation(self) -> tuple[ApiOperation, ...]:
        """The operations of all pages."""
        return (*self.operations, *self.unlisted)


class SignatureInputs(Struct, frozen=True, kw_only=True):
    """What the signatures of one type are planned from: facts, and the names in URLs."""

    facts: SignatureFacts
    names: UrlNames


class UrlFacts(Struct, frozen=True, kw_only=True):
    """What is derived from the URLs of all pages; see `SignatureContext`."""

    returned_bases: Mapping[str, QualifiedName]
    spellings: Mapping[str, str]


def url_facts(schema: Schema) -> UrlFacts:
    """Derive facts from the URLs of all pages."""
    return UrlFacts(
        returned_bases=_returned_bases(schema.operations, _bases(schema)),
        spellings=_spellings(schema),
    )


def signature_context(
    schema: Schema, known: UrlFacts | None = None
) -> SignatureContext:
    """Return what must be known about all types of a schema; `known` are its `url_facts`."""
    urls = known or url_facts(schema)
    unlisted: dict[QualifiedName, list[ApiOperation]] = {}
    for one in schema.operations:
        if not one.is_listed and one.owner is not None:
            unlisted.setdefault(one.owner, []).append(one)
    return SignatureContext(
        pages={one.api_page.lower(): one for one in schema.operations},
        unlisted={name: tuple(found) for name, found in unlisted.items()},
        bases=_bases(schema),
        returned_bases=urls.returned_bases,
        spellings=urls.spellings,
        homes=_homes(schema),
    )


def _bases(schema: Schema) -> dict[QualifiedName, QualifiedName]:
    return {
        one.name: one.base_type
        for one in schema.types
        if isinstance(one, StructuredType) and one.base_type
    }


def key_of_url_facts(schema: Schema, spellings: Container[str]) -> object:
    """Return what `url_facts` depend on besides operations: base types, and names of rows.

    `spellings` are those of the operations: only rows with such a name count.
    """
    rows = ((name, count) for name, count in _names_of_rows(schema).items())
    counted = sorted(one for one in rows if one[0].lower() in spellings)
    return counted, sorted(_bases(schema).items())


def _names_of_rows(schema: Schema) -> Counter[WireName]:
    """Return how many rows of all types have each name."""
    return Counter(
        row.name
        for type_ in schema.types
        if isinstance(type_, StructuredType)
        for rows in (type_.properties, type_.navigation_properties)
        for row in rows
    )


def signature_inputs(
    type_: StructuredType, context: SignatureContext
) -> SignatureInputs:
    """Return what the signatures of a type are planned from."""
    facts = signature_facts(type_, context)
    every = facts.every_operation
    own = own_collections(facts.short_names, every, type_.name)
    names = url_names(short_name(type_.name), every, own, facts.spellings)
    return SignatureInputs(facts=facts, names=names)


def signature_facts(type_: StructuredType, context: SignatureContext) -> SignatureFacts:
    """Return what the signatures of a type depend on; no URL is parsed for this."""
    pages = dict.fromkeys(
        one.api_page.lower() for one in type_.operations if one.api_page
    )
    operations = tuple(context.pages[one] for one in pages if one in context.pages)
    unlisted = context.unlisted.get(type_.name, ())
    every = (*operations, *unlisted)
    short_names = tuple(_short_names(type_.name, context.bases))
    words = {
        word.lower()
        for one in every
        for request in one.requests
        for word in request.words
    }
    return SignatureFacts(
        operations=operations,
        unlisted=unlisted,
        returned_bases={
            page: context.returned_bases[page]
            for page in (one.api_page.lower() for one in every)
            if page in context.returned_bases
        },
        short_names=short_names,
        spellings={one: context.spellings[one] for one in sorted(words)},
        own_pages=tuple(
            one.api_page
            for one in every
            if context.homes.get(one.api_page.lower()) == type_.name
        ),
    )


def _short_names(
    name: QualifiedName, bases: Mapping[QualifiedName, QualifiedName]
) -> Iterator[str]:
    """Return the short names of a type and its base types, but for the base of all."""
    chain = base_chain(name, bases)
    yield from (short_name(one) for one in chain[: max(1, len(chain) - 1)])


def _spellings(schema: Schema) -> dict[str, str]:
    """Return the best spelling of each word of URLs, by the word in lower case.

    Words are often names of properties. A spelling with capital letters in it tells where the words
    begin; else the most frequent is used.
    """
    words = Counter(
        word
        for one in schema.operations
        for request in one.requests
        for word in request.words
    )
    rows = _names_of_rows(schema)
    counted: dict[str, Counter[str]] = {}
    for word, count in words.items():
        counted.setdefault(word.lower(), Counter())[word] += count
    for name, count in rows.items():
        if name.lower() in counted:
            counted[name.lower()][name] += count
    return {
        word: min(found, key=lambda one: (one[1:].islower(), -found[one], one))
        for word, found in counted.items()
    }


def _homes(schema: Schema) -> dict[str, QualifiedName]:
    """Return the type that has the examples of each page: the owner, or else the first with a row.

    The owner of a page that is in methods tables need not be a type that lists it.
    """
    listing: dict[str, list[QualifiedName]] = {}
    for type_ in schema.types:
        if isinstance(type_, StructuredType):
            for row in type_.operations:
                listing.setdefault((row.api_page or "").lower(), []).append(type_.name)
    found: dict[str, QualifiedName] = {}
    for one in schema.operations:
        types = listing.get(one.api_page.lower(), [])
        owner = one.owner if not types or one.owner in types else types[0]
        if owner is not None:
            found[one.api_page.lower()] = owner
    return found


def _returned_bases(
    operations: Sequence[ApiOperation], bases: Mapping[QualifiedName, QualifiedName]
) -> dict[str, QualifiedName]:
    """Return what pages return whose URLs have other types on other pages."""
    returned: dict[str, set[QualifiedName]] = {}
    for one in operations:
        for url, name in _read(one):
            returned.setdefault(url, set()).add(name)
    found: dict[str, QualifiedName] = {}
    for one in operations:
        names = {name for url, own in _read(one) for name in (own, *returned[url])}
        if len(names) > 1 and one.returns:
            own = one.returns.name
            base = nearest_shared_base((own, *names), bases)
            is_root = base is None or base not in bases
            if base is not None and not is_root and base != own:
                found[one.api_page.lower()] = base
    return found


def _read(one: ApiOperation) -> Iterator[tuple[str, QualifiedName]]:
    """Return the URLs that read entities, and their types."""
    if one.kind == "read" and one.returns and one.returns.is_declared:
        for request in one.requests:
            if request.method == "GET" and request.template_key:
                yield request.template_key, one.returns.name
