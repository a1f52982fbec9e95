"""From the schema to views: every name, annotation and docstring of the Python that comes out."""
