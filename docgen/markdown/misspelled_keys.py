"""Misspelled keys: read `keyPropery` in an annotation as `keyProperty`, and report it.

Other tools ignore an unknown key without a word, and with it the key or the base type of a type.
"""

import json
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, Replacement, diagnostic, quote
from docgen.regex import Regex
from docgen.similar_names import names_by_length, similar_name
from docgen.source import Span
from docgen.vocabulary import ANNOTATION_KEYS, BLOCK_TYPE_KEY, BLOCK_TYPES

_KEYS = names_by_length(ANNOTATION_KEYS)
_BLOCK_TYPES = names_by_length(BLOCK_TYPES)
_BLOCK_TYPE = Regex(r'"bloc?k_?type?s?": "(?P<value>[^"\\\\]{4,30})"', re.IGNORECASE)
_PAGE_ANNOTATION = "#page.annotation"


class CorrectedKeys(Struct, frozen=True, kw_only=True):
    """The JSON of an annotation with known keys, their positions, and what was misspelled."""

    json: str
    keys: tuple[tuple[str, Span], ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def may_be_annotation(text: str) -> bool:
    """Return whether an object without the key `blockType` may have it misspelled."""
    return _PAGE_ANNOTATION not in text and "type" in text.lower()


def corrected_keys(
    path: str, annotation: str, keys: Sequence[tuple[str, Span]]
) -> CorrectedKeys:
    """Correct the misspelled keys and the misspelled `blockType` of an annotation.

    `annotation` is its JSON, `keys` are the top-level keys with their positions.
    """
    corrections = {
        key: found
        for key, _ in keys
        if key not in ANNOTATION_KEYS and (found := _similar_key(key))
    }
    block_type = _misspelled_block_type(annotation)
    if not corrections and block_type is None:
        return CorrectedKeys(json=annotation, keys=tuple(keys))
    content: dict[str, object] = json.loads(annotation)
    corrected: dict[str, object] = {}
    for key, value in content.items():
        corrected.setdefault(corrections.get(key, key), value)
    if block_type:
        corrected[BLOCK_TYPE_KEY] = block_type[1]
    return CorrectedKeys(
        json=json.dumps(corrected, ensure_ascii=False),
        keys=tuple((corrections.get(key, key), span) for key, span in keys),
        diagnostics=tuple(_reported(path, keys, corrections, block_type)),
    )


def _similar_key(key: str) -> str | None:
    """Return the known key that `key` was probably meant to be."""
    similar = similar_name(key, _KEYS) or similar_name(f"@{key}", _KEYS)
    return similar if similar and similar != key else None


def _misspelled_block_type(annotation: str) -> tuple[str, str] | None:
    """Return an unknown `blockType` and the known one that is similar.

    The object has canonical JSON, and may have the key in another spelling.
    """
    match = _BLOCK_TYPE.search(annotation)
    if match is None or match["value"].lower() in BLOCK_TYPES:
        return None
    similar = similar_name(match["value"], _BLOCK_TYPES)
    return (match["value"], similar) if similar else None


def _reported(
    path: str,
    keys: Sequence[tuple[str, Span]],
    corrections: dict[str, str],
    block_type: tuple[str, str] | None,
) -> Iterator[Diagnostic]:
    for key, span in keys:
        if key in corrections:
            known = corrections[key]
            yield _misspelled(path, span, "key", key, known)
        if block_type and corrections.get(key, key) == BLOCK_TYPE_KEY:
            written, similar = block_type
            yield _misspelled(path, span, "`blockType`", written, similar)


def _misspelled(
    path: str, span: Span, what: str, written: str, known: str
) -> Diagnostic:
    return diagnostic(
        Code.MISSPELLED_ANNOTATION,
        f"{what} {quote(written)} of an annotation is unknown; reading it as `{known}`",
        path,
        span,
        f"write `{known}`",
        Replacement(known, written),
    )
