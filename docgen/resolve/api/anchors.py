"""The requests that a row of a methods table means if it links to an example of an API page.

Those are the request lines that the URLs of the example match, and others that end alike: an
example shows one of `/me/messages/{id}` and `/users/{id}/messages/{id}`.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import TypeAlias

from docgen.extract.api.declarations import ExampleDeclaration, RequestDeclaration
from docgen.resolve.api.parameters import Urls
from docgen.schema.links import plain_anchor
from docgen.schema.model import ExampleRequest
from docgen.schema.url_matching import address, match
from docgen.schema.url_templates import Template

_Line: TypeAlias = tuple[RequestDeclaration, Template]
_MethodAndEnd: TypeAlias = tuple[str, tuple[str, bool, tuple[str, ...]]]
Selected: TypeAlias = Mapping[str, Sequence[RequestDeclaration]]
"""The requests that each anchor selects."""


def requests_by_anchor(
    anchors: Set[str], urls: Urls, examples: Sequence[ExampleDeclaration]
) -> Selected:
    """Return the requests that the anchors of rows select; that of a plain row is empty.

    The result is empty if some requests would belong to no row.
    """
    found = {one: _selected(one, urls, examples) for one in sorted(anchors)}
    taken = {each for requests in found.values() for each in requests}
    is_complete = len(taken) == len({*urls.requests})
    return found if is_complete or not all(found.values()) else {}


def _selected(
    anchor: str, urls: Urls, examples: Sequence[ExampleDeclaration]
) -> Sequence[RequestDeclaration]:
    """Return the requests that an anchor selects, none if it selects all of them."""
    plain = plain_anchor(anchor)
    shown = [
        one.example.request
        for one in examples
        if plain and plain in map(plain_anchor, one.anchors) and one.example.request
    ]
    lines = [*zip(urls.requests, urls.templates, strict=True)]
    ends = {end for one in shown for end in _matched(one, lines)}
    found = [one for one, url in lines if (one.method, _end(url)) in ends]
    return found if len(found) < len(lines) else ()


def _matched(shown: ExampleRequest, lines: Sequence[_Line]) -> Iterator[_MethodAndEnd]:
    """Return the ends of the URLs that a request matches, with as many of its words as possible.

    `/ships/fastest` matches `/ships/{id}`, too, but means the line with the word.
    """
    matching = [
        (len(url.words), request.method, url)
        for request, url in lines
        if shown.method == request.method
        and match(address(shown.url).path, request.path)
    ]
    most = max((words for words, _, _ in matching), default=0)
    for words, method, url in matching:
        if words == most:
            yield method, _end(url)


def _end(url: Template) -> tuple[str, bool, tuple[str, ...]]:
    """Return the end of a URL: its last word, whether a value follows, and its arguments."""
    names = tuple(one.name for one in url.arguments)
    return url.last.lower(), url.ends_in_placeholder, names
