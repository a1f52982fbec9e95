"""The modules that a command imports: most of the time of a run that changes nothing."""

import subprocess
import sys


def imported(*arguments: str) -> set[str]:
    """Run in a process whose clock is fast; return the modules that it imported."""
    code = (
        "import sys, time; real = time.time_ns; "
        "time.time_ns = lambda: real() + 10 ** 10; "
        "from docgen.cli import main; main(sys.argv[1:]); print('', *sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    return {*done.stdout.split()}
