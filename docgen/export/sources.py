"""`x-source`: the pages and lines that document a part of a document."""

from docgen.schema.model import RequestLine, Source


def sources(*found: Source) -> dict[str, object]:
    """Return the extension with the pages and lines."""
    return {"x-source": [{"path": one.path, "line": one.line} for one in found]}


def request_sources(*found: RequestLine) -> dict[str, object]:
    """Return the extension with the requests as pages write them."""
    return {
        "x-source": [
            {"path": one.source.path, "line": one.source.line, "url": one.path}
            for one in found
        ]
    }
