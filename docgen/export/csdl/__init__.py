"""Export as CSDL 4.0 XML: a `Schema` in, one document for OData readers out."""

from docgen.export.csdl.document import to_csdl

__all__ = ["to_csdl"]
