"""Incremental builds: results of earlier runs are reused, and work is shared among processes.

The stages know nothing of this package. A result is reused only where its key, a digest of
everything that it was made from, is the same; the key is derived from the function and all of its
arguments (`memo`). A run that would find every file unchanged is not started (`up_to_date`).
"""
