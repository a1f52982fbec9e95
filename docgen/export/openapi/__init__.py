"""Export as OpenAPI 3.1, for tools that generate clients and documentation."""

from docgen.export.openapi.document import to_openapi

__all__ = ["to_openapi"]
