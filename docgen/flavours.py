"""The kinds of Python that docgen writes: their names, for the edges and for what lies between."""

FLAVOURS = ("dataclass", "pydantic", "typeddict")
"""The default first. `python/flavours.py` says what each is, `templates/<name>` how it looks."""
