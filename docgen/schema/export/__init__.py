"""Export: a `Schema` in, its text for other tools out."""

from docgen.schema.export.json import to_json

__all__ = ["to_json"]
