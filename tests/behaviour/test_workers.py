"""`docgen generate -j`: the same for any number of processes, whatever becomes of them."""

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
    sys.platform in {"win32", "darwin"}, reason="there is one process alone there"
)

DOCS = Path(__file__).parents[2] / "docs_src"

PLAIN = "from docgen.cli import main; raise SystemExit(main())"

AT_A_PAGE = """
import os, signal
from docgen.cli import main
from docgen.rebuild import declared

read = declared.declarations_of

def declarations_of(page):
    if page.path in {pages}:
        {deed}
    return read(page)

declared.declarations_of = declarations_of
raise SystemExit(main())
"""

AT_A_FILE = """
import os, signal
from docgen.cli import main
from docgen.rebuild import texts

written = texts.files_of

def files_of(views, target):
    if any(view.path == "graph/models/team.py" for view in views):
        os.kill(os.getpid(), signal.SIGKILL)
    return written(views, target)

texts.files_of = files_of
raise SystemExit(main())
"""

WHERE = """
import os
from docgen.cli import main
from docgen.rebuild import texts

written = texts.files_of

def files_of(views, target):
    os.write(1, b"%d\\n" % os.getpid())
    return written(views, target)

texts.files_of = files_of
os.write(1, b"%d\\n" % os.getpid())
raise SystemExit(main())
"""

DIES = "os.kill(os.getpid(), signal.SIGKILL)"
WAITS = "os.write(1, b'%d\\n' % os.getpid()); signal.pause()"


def ran(program: str, *arguments: str) -> Run:
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
    return ran(PLAIN, "generate", *arguments)


def test_any_number_writes_and_tells_the_same(checkout: Checkout) -> None:
    found = []
    for number in ("1", "2", "8"):
        checkout.write("pyproject.toml", config(f"out{number}"))
        told = generated("--no-cache", "-j", number)
        found.append((told, checkout.tree(f"out{number}")))
    assert found[0] == found[1] == found[2]
    assert len(found[0][1]) > 100


def config(output: str) -> str:
    return f"[tool.docgen]\nsource = ['{DOCS}']\noutput = '{output}'\n"


def test_workers_fill_the_cache_as_one_process_does(checkout: Checkout) -> None:
    assert generated("-j", "2").status == 0
    tree = checkout.tree()
    checkout.edit("docs/resources/team.md", "How they feel", "The mood")
    assert generated("-j", "2").err.startswith("wrote 1 file,")
    checkout.edit("docs/resources/team.md", "The mood", "How they feel")
    generated("-j", "1")
    assert checkout.tree() == tree


def test_texts_that_the_cache_lost_are_made_again_in_one_process(
    checkout: Checkout,
) -> None:
    generated()
    tree = checkout.tree()
    shutil.rmtree(checkout.folder / "generated")
    for pack in Path(os.environ["DOCGEN_CACHE_DIR"]).rglob("texts-*"):
        pack.unlink()
    found = ran(WHERE, "generate", "-j", "2")
    assert checkout.tree() == tree
    assert len({*found.out.split()}) == 1


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_less_than_one_is_misuse(number: str) -> None:
    assert generated("-j", number).status == 2


class TestDeath:
    def test_it_is_an_error_with_the_name_of_the_page(self, checkout: Checkout) -> None:
        program = AT_A_PAGE.format(pages={"resources/mood.md"}, deed=DIES)
        found = ran(program, "generate", "-j", "2")
        assert found.status == 1
        assert "docs/resources/mood.md:1:1: error[unreadable-page]" in found.err
        assert "was killed by SIGKILL" in found.err
        assert "graph/models/team.py" in checkout.tree()

    def test_the_next_run_reads_the_page_again(self, checkout: Checkout) -> None:
        program = AT_A_PAGE.format(pages={"resources/mood.md"}, deed=DIES)
        for _ in range(2):
            assert ran(program, "generate", "-j", "2").status == 1
        assert generated("-j", "1").status == 0
        tree = checkout.tree()
        generated("--no-cache", "-j", "1")
        assert checkout.tree() == tree
        assert "graph/models/mood.py" in tree

    def test_over_every_page_it_ends_all_the_same(self, checkout: Checkout) -> None:
        pages = {"resources/mood.md", "resources/team.md", "resources/calls-room.md"}
        program = AT_A_PAGE.format(pages={*pages, "api/team-get.md"}, deed=DIES)
        found = ran(program, "generate", "-j", "2")
        assert found.status == 1
        assert found.err.count("error[unreadable-page]") == 4
        assert "graph/models/team.py" not in checkout.tree()

    def test_over_a_file_it_names_the_page_and_writes_nothing(
        self, checkout: Checkout
    ) -> None:
        found = ran(AT_A_FILE, "generate", "-j", "2")
        assert found.status == 1
        assert "`microsoft.graph.team` (from resources/team.md)" in found.err
        assert len(found.err.splitlines()) == 1
        assert not (checkout.folder / "generated").exists()


def interrupted(pages: set[str], *arguments: str) -> tuple[int, str, list[int]]:
    """Interrupt a run where pages are read; give its end, and the numbers of the processes."""
    process = subprocess.Popen(
        [sys.executable, "-c", AT_A_PAGE.format(pages=pages, deed=WAITS), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # A shell that runs this in the background has its children ignore the signal.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.default_int_handler),
    )
    assert process.stdout
    workers = [int(process.stdout.readline() or 0) for _ in pages]
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=300)
    assert not {0, process.pid} & {*workers}
    return process.returncode, told.decode().strip(), workers


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_an_interruption_leaves_neither_processes_nor_files(checkout: Checkout) -> None:
    pages = {"resources/mood.md", "resources/team.md"}
    status, told, workers = interrupted(pages, "generate", "-j", "4")
    assert (status, told) == (130, "docgen: interrupted")
    assert not any(map(is_there, workers))
    assert checkout.tree() == {}


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="there is one core")
class TestAside:
    """A run after the first has what is new read by a process that begins early."""

    @pytest.fixture(autouse=True)
    def _again(self, checkout: Checkout) -> None:
        assert generated().status == 0
        checkout.edit("docs/resources/team.md", "How they feel", "The mood")

    def test_it_writes_and_tells_what_one_process_does(
        self, checkout: Checkout
    ) -> None:
        assert generated().err.startswith("wrote 1 file,")
        tree = checkout.tree()
        generated("--no-cache", "-j", "1")
        assert checkout.tree() == tree

    def test_if_it_dies_the_page_is_told_and_read_the_next_time(
        self, checkout: Checkout
    ) -> None:
        program = AT_A_PAGE.format(pages={"resources/team.md"}, deed=DIES)
        found = ran(program, "generate")
        assert found.status == 1
        assert "docs/resources/team.md:1:1: error[unreadable-page]" in found.err
        assert generated().status == 0
        tree = checkout.tree()
        generated("--no-cache", "-j", "1")
        assert checkout.tree() == tree

    def test_an_interruption_leaves_no_process(self, checkout: Checkout) -> None:
        tree = checkout.tree()
        status, told, workers = interrupted({"resources/team.md"}, "generate")
        assert (status, told) == (130, "docgen: interrupted")
        assert not any(map(is_there, workers))
        assert checkout.tree() == tree
