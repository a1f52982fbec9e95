"""Run a command and return its exit status, also after errors and interrupts."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from click import Abort, ClickException

from docgen.cli.commands import docgen
from docgen.cli.streams import put, use_utf8

_GC_THRESHOLD = 1_000_000, 2, 2
"""The thresholds of the garbage collector for reference cycles.

Frozen values have no cycles, and with the defaults the collector takes a tenth of the time of a run
with one changed page.
"""

_BUG = """\
docgen: a bug in docgen: {error}
Please report it, with the command and the page that it failed on.
Run again with DOCGEN_TRACEBACK=1 to see where it happened.
"""


def program() -> NoReturn:
    """Run the command `docgen`, and exit without freeing memory first."""
    status = main()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError, ValueError):  # errors of output were reported already
            stream.flush()
    os._exit(status)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status; `argv` are the arguments without the program."""
    use_utf8()
    gc.set_threshold(*_GC_THRESHOLD)
    try:
        status = docgen.main(argv, prog_name="docgen", standalone_mode=False)
    except ClickException as error:
        error.show()
        return error.exit_code
    except (Abort, KeyboardInterrupt):
        put(sys.stderr, "docgen: interrupted\n")
        return 130
    except ChildProcessError as error:
        put(sys.stderr, f"docgen: {error}; its package was left unchanged\n")
        return 1
    except OSError as error:
        put(sys.stderr, f"docgen: {error}\n")
        return 2
    except Exception as error:
        return _report_bug(error)
    return status if isinstance(status, int) else 0


def _report_bug(error: Exception) -> int:
    """Report a bug in three lines, with the traceback only on request."""
    if os.environ.get("DOCGEN_TRACEBACK"):
        import traceback

        traceback.print_exception(error)
    put(sys.stderr, _BUG.format(error=f"{type(error).__name__}: {error}"))
    return 3
