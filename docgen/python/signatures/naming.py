"""Unique names for the signatures of a type.

Operations of one name that have a request in common are one operation, which several pages
document. Of others the one whose page is named after type and operation keeps the name, or else the
one with the shortest path of its page, so that it does not depend on the order of rows; then a
deprecated one gets `_deprecated`, and the rest are named after the files of their pages, whose last
words come first if they are the name: `fleet-ship-get` is `get_fleet`.
"""

from collections.abc import Collection, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.python.names import METHOD_NAMES, unique_names
from docgen.python.signatures.method_names import LabelWords
from docgen.python.signatures.model import Signature


class PlannedSignature(Struct, frozen=True, kw_only=True):
    """A signature that has no name yet, and the words to make one of.

    `short_words` lack the last words of the name of the type, `None` if there are none in it.
    `page_words` are those of the file of the API page.
    """

    words: LabelWords
    short_words: LabelWords | None
    page_words: LabelWords
    signature: Signature


def named_signatures(planned: Sequence[PlannedSignature]) -> tuple[Signature, ...]:
    """Return the signatures with their names; those that are one operation are joined."""
    joined = _joined(_shortened(planned))
    names = unique_names(_originals(joined), METHOD_NAMES)
    return tuple(
        replace(one.signature, name=names[original])
        for one, original in zip(joined, _originals(joined), strict=True)
    )


def _shortened(planned: Sequence[PlannedSignature]) -> list[PlannedSignature]:
    """Use the short form of a name where no other operation has it."""
    full = {one.words for one in planned}
    short = [one.short_words for one in planned]
    return [
        (
            replace(one, words=one.short_words)
            if one.short_words
            and one.short_words not in full
            and short.count(one.short_words) == 1
            else one
        )
        for one in planned
    ]


def _joined(planned: Sequence[PlannedSignature]) -> list[PlannedSignature]:
    """Join operations of one name that have a request in common."""
    found: list[PlannedSignature] = []
    for one in planned:
        for index, other in enumerate(found):
            if one.words == other.words and _overlap(one.signature, other.signature):
                found[index] = _joined_pair(other, one)
                break
        else:
            found.append(one)
    return found


def _overlap(one: Signature, other: Signature) -> bool:
    requests = {(each.method, each.path) for each in one.requests}
    return any((each.method, each.path) in requests for each in other.requests)


def _joined_pair(first: PlannedSignature, second: PlannedSignature) -> PlannedSignature:
    """Return the operation that more URLs are documented for, with the URLs of both pages."""
    signatures = sorted(
        (first.signature, second.signature), key=lambda one: -len(one.requests)
    )
    lines = dict.fromkeys(line for one in signatures for line in one.documented)
    return replace(first, signature=replace(signatures[0], documented=tuple(lines)))


def _originals(planned: Sequence[PlannedSignature]) -> list[str]:
    """Return a different name for each operation, before it is made one of Python."""
    texts = ["_".join(one.words) for one in planned]
    ranked = sorted(range(len(planned)), key=lambda index: _rank(planned[index]))
    keepers: dict[str, int] = {}
    for index in ranked:
        keepers.setdefault(texts[index], index)
    used = {*keepers}
    found = dict(zip(keepers.values(), keepers, strict=True))
    for index in ranked:
        if index not in found:
            found[index] = _numbered(_other_name(planned[index], texts[index]), used)
            used.add(found[index])
    return [found[index] for index in range(len(planned))]


def _other_name(one: PlannedSignature, name: str) -> str:
    if one.signature.deprecation is not None:
        return f"{name}_deprecated"
    verb, words = one.words, one.page_words
    if len(words) > len(verb) and words[-len(verb) :] == verb:
        words = (*verb, *words[: -len(verb)])
    return "_".join(words) or name


def _rank(one: PlannedSignature) -> tuple[bool, bool, bool, int, str, str]:
    signature, page = one.signature, one.signature.api_page or ""
    is_deprecated = signature.deprecation is not None
    is_other_name = one.page_words != one.words
    return not page, is_deprecated, is_other_name, len(page), page, signature.label


def _numbered(text: str, used: Collection[str]) -> str:
    unique, number = text, 1
    while unique in used:
        number += 1
        unique = f"{text}_{number}"
    return unique
