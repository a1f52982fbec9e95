"""Names of flavours: the kinds of Python that docgen generates."""

FLAVOURS = ("dataclass", "pydantic", "typeddict")
"""The first is the default. `python/flavours.py` and `templates/<name>` define each of them."""
