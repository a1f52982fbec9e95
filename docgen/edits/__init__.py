"""Edits: hand-written code in generated files is kept when the pages change."""
