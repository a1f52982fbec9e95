"""`python -m docgen` is the command `docgen`."""

from docgen.cli import program

if __name__ == "__main__":
    program()
