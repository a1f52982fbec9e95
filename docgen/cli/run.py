"""From arguments to an exit status, whatever happens on the way."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from click import Abort, ClickException

from docgen.cli.commands import docgen
from docgen.cli.streams import put, use_utf8

_OFTEN_ENOUGH = 1_000_000, 2, 2
"""New values after which Python looks for circles, and how often it looks among older ones.

There are none in frozen values, and to look takes a tenth of a run in which one page changed.
"""

_BUG = """\
docgen: a bug in docgen: {error}
Please report it, with the command and the page that it was about.
Run again with DOCGEN_TRACEBACK=1 to see where it happened.
"""


def program() -> NoReturn:
    """Be the command `docgen`, and end without taking apart what no one needs any more."""
    status = main()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError, ValueError):  # what could be told of that was told
            stream.flush()
    os._exit(status)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; `argv` are the arguments behind the name of the program."""
    use_utf8()
    gc.set_threshold(*_OFTEN_ENOUGH)
    try:
        status = docgen.main(argv, prog_name="docgen", standalone_mode=False)
    except ClickException as error:
        error.show()
        return error.exit_code
    except (Abort, KeyboardInterrupt):
        put(sys.stderr, "docgen: interrupted\n")
        return 130
    except ChildProcessError as error:
        put(sys.stderr, f"docgen: {error}; its package is left as it is\n")
        return 1
    except OSError as error:
        put(sys.stderr, f"docgen: {error}\n")
        return 2
    except Exception as error:
        return _bug(error)
    return status if isinstance(status, int) else 0


def _bug(error: Exception) -> int:
    """Say in three lines what went wrong; the traceback is for those who ask for it."""
    if os.environ.get("DOCGEN_TRACEBACK"):
        import traceback

        traceback.print_exception(error)
    put(sys.stderr, _BUG.format(error=f"{type(error).__name__}: {error}"))
    return 3
