"""Resolve what API pages declare to operations."""
