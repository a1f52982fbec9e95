"""Documented examples as calls of a client, worked out from the signatures of operations."""
