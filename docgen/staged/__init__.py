"""Staged: what git's index holds, as far as the working tree holds something else."""

from docgen.staged.git import GitError
from docgen.staged.index import Index, index_over, not_staged

__all__ = ["GitError", "Index", "index_over", "not_staged"]
