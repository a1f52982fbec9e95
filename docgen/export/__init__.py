"""Export: write a schema in a format for other tools."""

from docgen.export.csdl import to_csdl
from docgen.export.json import to_json
from docgen.export.json_schema import to_jsonschema

__all__ = ["to_csdl", "to_json", "to_jsonschema"]
