"""Export as CSDL 4.0 XML, the metadata document of OData."""

from docgen.export.csdl.document import to_csdl

__all__ = ["to_csdl"]
