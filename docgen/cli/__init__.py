"""The command line. `main` runs a command and gives its exit status.

0 done; 1 differences, or diagnostics of severity error; 2 misuse or bad config; 3 a bug in docgen;
130 interrupted. Results go to standard output, everything else to standard error.
"""

from docgen.cli.run import main, program

__all__ = ["main", "program"]
