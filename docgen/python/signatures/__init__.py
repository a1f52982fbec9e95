"""Signatures of operations: the parameters of a method, and the request that they select."""
