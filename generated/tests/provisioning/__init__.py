"""Tests of one namespace."""
