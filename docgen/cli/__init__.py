"""The command line. `main` runs a command and returns its exit status.

0: done; 1: differences, or diagnostics of severity error; 2: usage or configuration error;
3: a bug in docgen; 130: interrupted. Results are written to standard output, everything else to
standard error.
"""

from docgen.cli.run import main, program

__all__ = ["main", "program"]
