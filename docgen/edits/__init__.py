"""Merge: what docgen would write today, brought into a file that people edited.

Enter the manifest's lines of the file, what is in it, and today's text; leave the text that it is
to hold, the lines for the manifest, and what is to be told. What people wrote stays, to the byte.
"""

from docgen.edits.merge import Merged, accepted, merged
from docgen.edits.told import orphaned_file

__all__ = ["Merged", "accepted", "merged", "orphaned_file"]
