"""Markdown: from the bytes of a file to a `Page`. The one importer of markdown-it-py."""
