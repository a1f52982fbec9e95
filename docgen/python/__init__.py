"""Lower a schema to views: all names, annotations and docstrings of the generated Python."""
