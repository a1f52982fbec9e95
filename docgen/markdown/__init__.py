"""Markdown: parse the bytes of a file to a `Page`. Only this package imports markdown-it-py."""
