"""Rebuild: one target brought in line with its pages, at the cost of what changed.

The stages know nothing of this. What a stage gives is remembered by a digest of all that it was
given; and a run that would find everything as the last one left it does not even begin. No memory
is believed: whatever it says holds only as far as digests and statuses of files agree.
"""
