"""Facts of HTTP that pages need not state."""

AUTOMATIC_HEADERS = frozenset(
    {"accept", "authorization", "content-length", "content-type", "host", "user-agent"}
)
"""Headers that clients send by themselves, in lower case."""

METHODS_WITH_BODY = frozenset({"PATCH", "POST", "PUT"})
"""Methods whose requests have a body."""
