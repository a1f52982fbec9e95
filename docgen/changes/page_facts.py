"""Changes of what an API page lists: URLs, parameters and permissions."""

from collections.abc import Iterator

from docgen.changes.described_operations import DescribedOperation, request_key
from docgen.changes.model import Change
from docgen.changes.parameters import parameter_changes
from docgen.changes.permissions import permission_changes
from docgen.changes.rules import Rules, change
from docgen.changes.versions import SchemaVersions
from docgen.diagnostics import quote
from docgen.schema.model import ApiOperation, RequestLine
from docgen.schema.url_templates import template


def page_facts(
    old: DescribedOperation,
    new: DescribedOperation,
    versions: SchemaVersions,
    every: tuple[frozenset[str], frozenset[str]],
) -> Iterator[Change]:
    """Yield the changes of URLs, parameters and permissions of a page of both versions.

    `every` are the keys of all requests of the old and of the new version.
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
    every: tuple[frozenset[str], frozenset[str]],
) -> Iterator[Change]:
    before, after = _by_key(old), _by_key(new)
    before_anywhere, after_anywhere = every
    for key, one in before.items():
        if key not in after:
            is_moved = key in after_anywhere
            rule = Rules.URL_MOVED_OUT if is_moved else Rules.URL_REMOVED
            yield _url_change(rule, "removed", one, operation, is_old=True)
    for key, one in after.items():
        if key not in before:
            is_moved = key in before_anywhere
            rule = Rules.URL_MOVED_IN if is_moved else Rules.URL_ADDED
            yield _url_change(rule, "added", one, operation, is_old=False)


def _by_key(api: ApiOperation) -> dict[str, RequestLine]:
    """Return the first request of each key."""
    return {request_key(one): one for one in reversed(api.requests)}


def _url_change(
    rule: Rules,
    verb: str,
    one: RequestLine,
    operation: DescribedOperation,
    *,
    is_old: bool,
) -> Change:
    url = f"{one.method} {one.path}"
    return change(
        rule,
        f"{verb} the URL {quote(url)}",
        operation.owner,
        f"{operation.name} {url}",
        old=one.source if is_old else None,
        new=None if is_old else one.source,
    )


def _placeholders(
    old: ApiOperation, new: ApiOperation, operation: DescribedOperation
) -> Iterator[Change]:
    """Yield the placeholders of URLs that have another name."""
    before, after = _by_key(old), _by_key(new)
    known_before = {_argument(name) for one in old.requests for name in _names(one)}
    known_after = {_argument(name) for one in new.requests for name in _names(one)}
    renamed: set[tuple[str, str]] = set()
    for key, one in before.items():
        other = after.get(key)
        if other is None:
            continue
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
