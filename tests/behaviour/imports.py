"""What a command imports, for that is most of the time of one that finds nothing to do."""

import subprocess
import sys


def imported(*arguments: str) -> set[str]:
    """Run in a process of its own, whose clock is late, and give the modules that it imported."""
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
