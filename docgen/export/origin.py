"""Recognise the documents that docgen exports."""

from collections.abc import Mapping

import msgspec

MARK = "Exported by docgen."
"""The comment in documents whose format has comments."""

_KEYS = ("version", "types", "pages", "diagnostics")
"""The keys of the schema as JSON, in order; some have operations as well."""

_CSDL = f'<?xml version="1.0" encoding="utf-8"?>\n<!-- {MARK} -->\n'.encode()


def is_exported(content: bytes) -> bool:
    """Return whether docgen exported a document, in any format; it may have been edited since."""
    plain = content.replace(b"\r\n", b"\n")
    if plain.startswith(_CSDL):
        return True
    try:
        document = msgspec.json.decode(plain, type=Mapping[str, msgspec.Raw])
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return False
    comment = document.get("$comment") or document.get("x-comment")
    is_schema = comment is not None and bytes(comment) == f'"{MARK}"'.encode()
    return is_schema or tuple(key for key in document if key != "operations") == _KEYS
