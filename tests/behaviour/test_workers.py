"""`docgen generate -j`: the same result for any number of processes, even if some die."""

import os
import shutil
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from checkout import Checkout, Run

pytestmark = pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="there are never workers"
)

DOCS = Path(__file__).parents[2] / "docs_src"

PLAIN = "from docgen.cli import main; raise SystemExit(main())"

AT_A_PAGE = """
import os, signal
from docgen import pipeline
from docgen.cli import main

original = pipeline.declare

def declare(page):
    if page.path in {pages}:
        {action}
    return original(page)

pipeline.declare = declare
raise SystemExit(main())
"""

AT_A_FILE = """
import os, signal
from docgen.build import lowering
from docgen.cli import main

original = lowering.emit

def emit(view, templates, compiled=None):
    if view.path == "graph/models/team.py":
        os.kill(os.getpid(), signal.SIGKILL)
    return original(view, templates, compiled)

lowering.emit = emit
raise SystemExit(main())
"""

DIES = "os.kill(os.getpid(), signal.SIGKILL)"
WAITS = "os.write(1, b'%d\\n' % os.getpid()); signal.pause()"


def run(program: str, *arguments: str) -> Run:
    """Run docgen in a process of its own: pytest's may have threads."""
    process = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )
    return Run(process.returncode, process.stdout, process.stderr)


def generated(*arguments: str) -> Run:
    return run(PLAIN, "generate", *arguments)


def test_the_number_of_processes_does_not_change_the_result(checkout: Checkout) -> None:
    found = []
    for number in ("1", "2", "8"):
        checkout.write("pyproject.toml", config(f"out{number}"))
        output = generated("--no-cache", "-j", number)
        found.append((output, checkout.tree(f"out{number}")))
    assert found[0] == found[1] == found[2]
    assert len(found[0][1]) > 100


def config(output: str) -> str:
    return f"[tool.docgen]\nsource = ['{DOCS}']\noutput = '{output}'\n"


def test_workers_fill_the_cache(checkout: Checkout) -> None:
    assert generated("-j", "2").status == 0
    tree = checkout.tree()
    checkout.edit("docs/resources/team.md", "How they feel", "The mood")
    assert generated("-j", "2").err.startswith("wrote 1 file,")
    checkout.edit("docs/resources/team.md", "The mood", "How they feel")
    generated("-j", "1")
    assert checkout.tree() == tree


def test_files_missing_from_the_cache_are_generated_again(checkout: Checkout) -> None:
    generated()
    tree = checkout.tree()
    shutil.rmtree(checkout.folder / "generated")
    for pack in Path(os.environ["DOCGEN_CACHE_DIR"]).rglob("emit-*"):
        pack.unlink()
    assert generated("-j", "2").status == 0
    assert checkout.tree() == tree


def test_damaged_files_in_the_cache_are_generated_again(checkout: Checkout) -> None:
    generated()
    tree = checkout.tree()
    shutil.rmtree(checkout.folder / "generated")
    for pack in Path(os.environ["DOCGEN_CACHE_DIR"]).rglob("emit-*"):
        content = pack.read_bytes()
        pack.write_bytes(content[:-4000] + bytes(4000))
    assert generated().status == 0
    assert checkout.tree() == tree


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_less_than_one_process_is_a_usage_error(number: str) -> None:
    assert generated("-j", number).status == 2


class TestDeadWorkers:
    def test_dead_worker_is_an_error_with_the_path_of_the_page(
        self, checkout: Checkout
    ) -> None:
        program = AT_A_PAGE.format(pages={"resources/mood.md"}, action=DIES)
        found = run(program, "generate", "-j", "2")
        assert found.status == 1
        assert "docs/resources/mood.md:1:1: error[unreadable-page]" in found.err
        assert "was killed by SIGKILL" in found.err
        assert "graph/models/team.py" in checkout.tree()

    def test_next_run_reads_the_page_again(self, checkout: Checkout) -> None:
        program = AT_A_PAGE.format(pages={"resources/mood.md"}, action=DIES)
        for _ in range(2):
            assert run(program, "generate", "-j", "2").status == 1
        assert generated("-j", "1").status == 0
        tree = checkout.tree()
        generated("--no-cache", "-j", "1")
        assert checkout.tree() == tree
        assert "graph/models/mood.py" in tree

    def test_run_ends_if_every_page_kills_its_worker(self, checkout: Checkout) -> None:
        pages = {"resources/mood.md", "resources/team.md", "resources/calls-room.md"}
        program = AT_A_PAGE.format(pages={*pages, "api/team-get.md"}, action=DIES)
        found = run(program, "generate", "-j", "2")
        assert found.status == 1
        assert found.err.count("error[unreadable-page]") == 4
        assert "graph/models/team.py" not in checkout.tree()

    def test_death_while_writing_a_file_names_the_page_and_writes_nothing(
        self, checkout: Checkout
    ) -> None:
        found = run(AT_A_FILE, "generate", "-j", "2")
        assert found.status == 1
        assert "`microsoft.graph.team` (from resources/team.md)" in found.err
        assert len(found.err.splitlines()) == 1
        assert not (checkout.folder / "generated").exists()


def interrupted(pages: set[str], *arguments: str) -> tuple[int, str, list[int]]:
    """Interrupt a run while pages are read; return its status, its output and its workers."""
    process = subprocess.Popen(
        [sys.executable, "-c", AT_A_PAGE.format(pages=pages, action=WAITS), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # A shell that runs this in the background has its children ignore the signal.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.default_int_handler),
    )
    assert process.stdout
    workers = [int(process.stdout.readline() or 0) for _ in pages]
    os.killpg(process.pid, signal.SIGINT)
    _, output = process.communicate(timeout=300)
    assert not {0, process.pid} & {*workers}
    return process.returncode, output.decode().strip(), workers


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_interrupted_run_leaves_no_process_and_no_file(checkout: Checkout) -> None:
    pages = {"resources/mood.md", "resources/team.md"}
    status, output, workers = interrupted(pages, "generate", "-j", "4")
    assert (status, output) == (130, "docgen: interrupted")
    assert not any(map(is_running, workers))
    assert checkout.tree() == {}
