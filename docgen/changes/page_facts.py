"""Changes of what an API page lists: URLs, parameters and permissions."""

from collections.abc import Iterator, Mapping

from docgen.changes.described_operations import (
    DescribedOperation,
    KnownRequests,
    request_key,
)
from docgen.changes.example_requests import uses_url
from docgen.changes.model import Change
from docgen.changes.parameters import parameter_changes
from docgen.changes.permissions import permission_changes
from docgen.changes.replaced_urls import replaced_urls
from docgen.changes.rules import Rules, change
from docgen.changes.versions import SchemaVersions
from docgen.changes.words import request_words
from docgen.diagnostics import quote
from docgen.schema.model import ApiOperation, RequestLine
from docgen.schema.url_templates import template


def page_facts(
    old: DescribedOperation,
    new: DescribedOperation,
    versions: SchemaVersions,
    every: tuple[KnownRequests, KnownRequests],
) -> Iterator[Change]:
    """Yield the changes of URLs, parameters and permissions of a page of both versions.

    `every` are all requests of the old and of the new version.
    """
    if old.api is None or new.api is None:
        return
    yield from _urls(old.api, new.api, new, every)
    yield from _placeholders(old.api, new.api, new)
    yield from parameter_changes(old.api, new.api, new, versions)
    yield from permission_changes(old.api, new.api, new)


def _urls(
    old: ApiOperation,
    new: ApiOperation,
    operation: DescribedOperation,
    every: tuple[KnownRequests, KnownRequests],
) -> Iterator[Change]:
    before, after = _by_key(old), _by_key(new)
    before_anywhere, after_anywhere = every
    removed = {key: one for key, one in before.items() if key not in after}
    added = {key: one for key, one in after.items() if key not in before}
    shortened = _shortened(removed, added) | _shortened(added, removed)
    yield from _with_other_starts(removed, added, shortened, operation)
    rest = {key: one for key, one in removed.items() if key not in shortened}
    more = {key: one for key, one in added.items() if key not in shortened}
    gone = {key: one for key, one in rest.items() if not after_anywhere.has(one)}
    first = {key: one for key, one in more.items() if not before_anywhere.has(one)}
    replaced = replaced_urls(gone, first)
    for key, one in rest.items():
        if key in replaced:
            other = first[replaced[key]]
            message = f"replaced the URL {{}} by {request_words(other)}"
            rule = Rules.URL_REPLACED
            yield _url_change(rule, message, operation, old=one, new=other)
        elif key in gone:
            message = "removed the URL {}"
            if uses_url(new, key):
                message += ", which an example still uses"
            yield _url_change(Rules.URL_REMOVED, message, operation, old=one)
        else:
            message = "no longer has the URL {}, which another operation has"
            yield _url_change(Rules.URL_MOVED_OUT, message, operation, old=one)
    for key, one in more.items():
        if key in replaced.values():
            continue
        if key in first:
            yield _url_change(Rules.URL_ADDED, "added the URL {}", operation, new=one)
        else:
            message = "has the URL {}, which another operation had before"
            yield _url_change(Rules.URL_MOVED_IN, message, operation, new=one)


def _shortened(
    short: Mapping[str, RequestLine], full: Mapping[str, RequestLine]
) -> frozenset[str]:
    """Return the keys of URLs that are the end of others, and the keys of those."""
    found: set[str] = set()
    for key in short:
        longer = [one for one in full if _is_end(key, one)]
        if longer:
            found.update((key, *longer))
    return frozenset(found)


def _is_end(key: str, other: str) -> bool:
    """Return whether a URL is the end of another one: at least two segments of it."""
    method, _, path = key.partition(" ")
    other_method, _, other_path = other.partition(" ")
    is_long_enough = path.count("/") > 1
    return method == other_method and is_long_enough and other_path.endswith(path)


def _with_other_starts(
    removed: Mapping[str, RequestLine],
    added: Mapping[str, RequestLine],
    shortened: frozenset[str],
    operation: DescribedOperation,
) -> Iterator[Change]:
    """Yield the URLs of which one version leaves out the start."""
    for key, one in removed.items():
        longer = [
            other
            for other_key, other in added.items()
            if key in shortened and (_is_end(key, other_key) or _is_end(other_key, key))
        ]
        if longer:
            message = f"{{}} is now written {request_words(longer[0])}"
            yield _url_change(
                Rules.URL_WRITTEN_IN_FULL, message, operation, old=one, new=longer[0]
            )


def _by_key(api: ApiOperation) -> dict[str, RequestLine]:
    """Return the first request of each key."""
    return {request_key(one): one for one in reversed(api.requests)}


def _url_change(
    rule: Rules,
    message: str,
    operation: DescribedOperation,
    *,
    old: RequestLine | None = None,
    new: RequestLine | None = None,
) -> Change:
    """Return a change of a URL; `{}` in the message is its old or its new form."""
    found = [one for one in (old, new) if one]
    return change(
        rule,
        message.replace("{}", request_words(found[0]), 1),
        operation.owner,
        f"{operation.name} {found[-1].method} {found[-1].path}",
        old=old.source if old else None,
        new=new.source if new else None,
    )


def _placeholders(
    old: ApiOperation, new: ApiOperation, operation: DescribedOperation
) -> Iterator[Change]:
    """Yield the placeholders of URLs that have another name."""
    after = _by_key(new)
    pairs = [
        (one, after[key])
        for key, one in _by_key(old).items()
        if key in after and one.path != after[key].path
    ]
    if not pairs:
        return
    known_before = {_argument(name) for one in old.requests for name in _names(one)}
    known_after = {_argument(name) for one in new.requests for name in _names(one)}
    renamed: set[tuple[str, str]] = set()
    for one, other in pairs:
        for name, new_name in zip(_names(one), _names(other), strict=False):
            pair = _argument(name), _argument(new_name)
            if pair in renamed or pair[0] in known_after or pair[1] in known_before:
                continue
            renamed.add(pair)
            yield change(
                Rules.PLACEHOLDER_RENAMED,
                f"renamed the placeholder {quote(name)} to {quote(new_name)}",
                operation.owner,
                f"{operation.name} {new_name}",
                old=one.source,
                new=other.source,
            )


def _names(one: RequestLine) -> tuple[str, ...]:
    return template(one.path).placeholders


def _argument(name: str) -> str:
    """Return the name of a placeholder without the differences that no argument shows."""
    return "".join(char for char in name if char.isalnum()).lower()
