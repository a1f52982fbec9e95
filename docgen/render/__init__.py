"""Render: views in, the source code of generated files out, formatted as black formats it."""
