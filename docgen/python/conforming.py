"""Whether a sample, made readable, is what a checker takes for a model that is JSON itself.

A sample may have keys that its type does not declare, and objects of types that derive from the
declared one. Both are good JSON, but a literal with them is none of the declared type.
"""

from docgen.python.references import ANY_JSON
from docgen.python.samples import Samples
from docgen.schema.model import QualifiedName, StructuredType


def conforms(
    name: QualifiedName, value: object, samples: Samples, base_keys: frozenset[str]
) -> bool:
    """Tell whether a checker takes a value of a sample for a model of the type.

    `base_keys` are texts that every model may have.
    """
    return isinstance(value, dict) and all(
        (
            isinstance(item, str)
            if key in base_keys
            else _fits(name, key, item, samples, base_keys)
        )
        for key, item in value.items()
    )


def _fits(
    name: QualifiedName,
    key: str,
    value: object,
    samples: Samples,
    base_keys: frozenset[str],
) -> bool:
    """Tell whether a key is declared, and a checker takes the value, which is of its kind."""
    row = samples.family.row(name, key)
    if row is None or value is None:
        return row is not None and samples.family.is_nullable(name, key)
    target = row.type.name
    if target in ANY_JSON or not isinstance(samples.types.get(target), StructuredType):
        return True
    items = value if isinstance(value, list) else [value]
    return all(conforms(target, item, samples, base_keys) for item in items)
