"""Names that CSDL can say (CSDL 4.0, 17): a name in, whether it may stand in a document out."""

import unicodedata

from docgen.schema.model import QualifiedName
from docgen.schema.names import LONGEST_NAME, LONGEST_QUALIFIED_NAME, split

CORE = "Org.OData.Core.V1"
VALIDATION = "Org.OData.Validation.V1"

RESERVED = frozenset({"Edm", "odata", "System", "Transient", CORE, VALIDATION})
"""Namespaces that no document may declare: OData's own, and those of the terms that are used."""

_FIRST = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nl"})
_FURTHER = _FIRST | {"Nd", "Mn", "Mc", "Pc", "Cf"}


def is_simple_identifier(text: str) -> bool:
    """Return whether `text` can name a property or a member (CSDL 4.0, 17.2)."""
    if not text or len(text) > LONGEST_NAME:
        return False
    begins = text[0] == "_" or unicodedata.category(text[0]) in _FIRST
    return begins and all(unicodedata.category(one) in _FURTHER for one in text[1:])


def can_name_type(name: QualifiedName) -> bool:
    """Return whether a document may declare a type of this name (CSDL 4.0, 5.1.1 and 17.3)."""
    namespace, short = split(name)
    return (
        bool(namespace)
        and len(namespace) <= LONGEST_QUALIFIED_NAME
        and namespace not in RESERVED
        and not name.startswith("Edm.")
        and is_simple_identifier(short)
        and all(map(is_simple_identifier, namespace.split(".")))
    )
