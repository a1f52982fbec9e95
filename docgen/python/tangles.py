"""Types whose keys a checker may not be able to follow.

A key that no class body can name stands in a base of its class. When a checker reads that base it
wants the bases of the key's class, whole, and can't go in a circle. So such a key holds no model
of a type that has one itself: those are tangled, and so is what derives from them.
"""

from collections.abc import Mapping

from docgen.python.names import key_name
from docgen.schema.model import Property, QualifiedName, StructuredType, WireName


def tangled(
    types: Mapping[QualifiedName, StructuredType],
    own: Mapping[QualifiedName, Mapping[WireName, Property]],
) -> frozenset[QualifiedName]:
    """Find the tangled types; `own` has what each declares, base types first."""
    found: set[QualifiedName] = set()
    for name, rows in own.items():
        of_models = (row for row in rows.values() if row.type.name in types)
        is_tangled = any(key_name(row.name) is None for row in of_models)
        if is_tangled or types[name].base_type in found:
            found.add(name)
    return frozenset(found)
