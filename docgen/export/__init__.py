"""Export: write a schema in a format for other tools.

A document shows that docgen wrote it, so that it may be replaced: CSDL, JSON Schema and OpenAPI
have a comment, JSON has its keys.
"""

from docgen.export.csdl import to_csdl
from docgen.export.json import to_json
from docgen.export.json_schema import to_jsonschema
from docgen.export.openapi import to_openapi
from docgen.export.origin import is_exported

__all__ = ["is_exported", "to_csdl", "to_json", "to_jsonschema", "to_openapi"]
