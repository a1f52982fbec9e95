"""Export as JSON Schema, draft 2020-12: a `Schema` in, one definition a type out."""

from docgen.export.jsonschema.document import to_jsonschema

__all__ = ["to_jsonschema"]
