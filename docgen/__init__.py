"""docgen: typed Python from the resource pages of an API reference."""

__version__ = "0.1.0"
