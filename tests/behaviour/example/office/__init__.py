"""A harbour master's office, which uses the package that docgen made from the harbour's pages."""
