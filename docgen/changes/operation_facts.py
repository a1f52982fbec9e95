"""Changes of what is known about an operation as a whole: its result, body, status and notices."""

from collections.abc import Iterator
from typing import TypeAlias

from docgen.changes.described_operations import DescribedOperation
from docgen.changes.model import Change
from docgen.changes.rules import Rules, change
from docgen.changes.versions import SchemaVersions
from docgen.changes.words import namespace_of, type_words
from docgen.schema.edm import UNTYPED
from docgen.schema.model import ApiOperation, DocumentedExample, Source, TypeReference

_Found: TypeAlias = Iterator[tuple[Rules, str]]

_OF_RESPONSE = frozenset(
    {
        *(Rules.RETURN_TYPE, Rules.RETURN_TYPE_STATED, Rules.RETURN_TYPE_UNKNOWN),
        *(Rules.STATUS_ADDED, Rules.STATUS_REMOVED, Rules.STATUS_STATED),
    }
)
"""What an API page says where it describes the response."""


def operation_facts(
    old: DescribedOperation,
    new: DescribedOperation,
    versions: SchemaVersions,
    *,
    is_first: bool,
) -> Iterator[Change]:
    """Yield the changes of an operation; those of its API page only if it `is_first` of that."""
    found = [*_row(old, new)]
    if is_first or not _is_result_of_page(old, new):
        found += _result(old.returns, new.returns, new, versions)
    if is_first and old.api and new.api:
        found += _body(old.api, new.api, new, versions)
        found += _statuses(old.api, new.api)
        found += _notices(old.api, new.api)
    for rule, message in found:
        before, after = _source(old, rule), _source(new, rule)
        yield change(rule, message, new.owner, new.name, old=before, new=after)


def _source(one: DescribedOperation, rule: Rules) -> Source:
    """Return the position of a fact: in the row, where the response is described, or the title."""
    if one.api is None or rule in (Rules.OPERATION_DESCRIPTION, Rules.OPERATION_PAGE):
        return one.source
    if rule in _OF_RESPONSE and one.api.response_source:
        return one.api.response_source
    return one.api.source


def _is_result_of_page(old: DescribedOperation, new: DescribedOperation) -> bool:
    return all(one.api and one.returns == one.api.returns for one in (old, new))


def _row(old: DescribedOperation, new: DescribedOperation) -> _Found:
    before = old.row.description if old.row else None
    after = new.row.description if new.row else None
    if before != after and old.row and new.row:
        yield Rules.OPERATION_DESCRIPTION, "changed the description"
    if bool(old.api) != bool(new.api):
        is_now = "is described" if new.api else "is no longer described"
        yield Rules.OPERATION_PAGE, f"{is_now} on an API page"
    if _deprecation(old) != _deprecation(new):
        is_now = "is deprecated" if _deprecation(new) else "is no longer deprecated"
        yield Rules.OPERATION_DEPRECATED, is_now


def _deprecation(one: DescribedOperation) -> bool:
    notices = (
        one.row.deprecation if one.row else None,
        one.api and one.api.deprecation,
    )
    return any(notice is not None for notice in notices)


def _result(
    old: TypeReference | None,
    new: TypeReference | None,
    operation: DescribedOperation,
    versions: SchemaVersions,
) -> _Found:
    if versions.is_same_type(old, new):
        return
    rule = Rules.RETURN_TYPE
    if old is None or old.name == UNTYPED:
        rule = Rules.RETURN_TYPE_STATED
    elif new is not None and new.name == UNTYPED:
        rule = Rules.RETURN_TYPE_UNKNOWN
    namespace = namespace_of(operation.owner)
    before, after = type_words(old, namespace), type_words(new, namespace)
    yield rule, f"returns {after}, no longer {before}"


def _body(
    old: ApiOperation,
    new: ApiOperation,
    operation: DescribedOperation,
    versions: SchemaVersions,
) -> _Found:
    namespace = namespace_of(operation.owner)
    before, after = _body_words(old, namespace), _body_words(new, namespace)
    if old.takes_reference == new.takes_reference and versions.is_same_type(
        old.body, new.body
    ):
        return
    is_named = (old.body or old.takes_reference) and (new.body or new.takes_reference)
    rule = Rules.BODY_TYPE if is_named else Rules.BODY_STATED
    yield rule, f"has {after} in the request body, before {before}"


def _body_words(one: ApiOperation, namespace: str) -> str:
    if one.takes_reference:
        return "a reference"
    if one.body is None and has_body_members(one):
        return "a table of members"
    return type_words(one.body, namespace)


def has_body_members(one: ApiOperation) -> bool:
    """Return whether the members of the body are parameters."""
    return any(parameter.place == "body" for parameter in one.parameters)


def _statuses(old: ApiOperation, new: ApiOperation) -> _Found:
    before, after = {*old.statuses}, {*new.statuses}
    if before == after:
        return
    words = f"has the status {_numbers(after)}, before {_numbers(before)}"
    if not before or not after:
        yield Rules.STATUS_STATED, words
    elif any(200 <= status < 300 for status in before - after):
        yield Rules.STATUS_REMOVED, words
    else:
        yield Rules.STATUS_ADDED, words


def _numbers(statuses: set[int]) -> str:
    return ", ".join(map(str, sorted(statuses))) or "none"


def _notices(old: ApiOperation, new: ApiOperation) -> _Found:
    if old.is_long_running != new.is_long_running:
        is_now = "is" if new.is_long_running else "is no longer"
        yield Rules.LONG_RUNNING, f"{is_now} long-running"
    if _examples(old) != _examples(new):
        yield Rules.OPERATION_EXAMPLES, "changed the examples"


def _examples(one: ApiOperation) -> list[object]:
    return [_example(each) for each in one.examples]


def _example(one: DocumentedExample) -> object:
    return one.name, one.request, one.response
