"""`docgen generate -j`: the same result for any number of processes, even if some die."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from checkout import MOOD, Checkout, Docgen, Run

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
from docgen.build import emit as emitting
from docgen.cli import main

original, process = emitting.emit, os.getpid()

def emit(view, templates, compiled=None):
    if os.getpid() != process and view.path == "graph/models/team.py":
        os.kill(os.getpid(), signal.SIGKILL)
    return original(view, templates, compiled)

emitting.emit = emit
raise SystemExit(main())
"""

COUNTS_REQUESTS = """
import os
from docgen.build.standby import Standby
from docgen.cli import main

original = Standby.ask

def ask(self, function, argument):
    answer = original(self, function, argument)
    os.write(1, b"%s %s\\n" % (function.encode(), str(answer.get() is not None).encode()))
    return answer

Standby.ask = ask
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


def from_nothing(docgen: Docgen) -> Run:
    """Run without a cache and without workers, in this process."""
    return docgen("generate", "--no-cache", "-j", "1")


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


PARSES_AFTER_PREPARING = """
import sys
from docgen.pages.page_set import PageFile
from docgen.pipeline import declare, prepare_declare

prepare_declare()
before = {*sys.modules}
with open("docs/resources/team.md", "rb") as file:
    page = PageFile(path="team.md", location="team.md", content=file.read())
assert declare(page).value.types
print(*{*sys.modules} - before)
"""


EMITS_AFTER_PREPARING = """
import sys
from docgen.build.emit import emit, preload, templates_of
from docgen.config import Target
from docgen.pipeline import Stage, build

target = Target(source=("docs",))
views = build(target, through=Stage.VIEWS).lowered.views
templates = templates_of(target)
preload(templates)
before = {*sys.modules}
for view in views:
    if view.template in ("model.py", "model.pyi", "test_model.py"):
        emit(view, templates)
print(*{*sys.modules} - before)
"""


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize(
    "program",
    [
        pytest.param(PARSES_AFTER_PREPARING, id="parsing"),
        pytest.param(EMITS_AFTER_PREPARING, id="emitting"),
    ],
)
def test_what_the_worker_needs_is_imported_before_it_has_work(program: str) -> None:
    done = run(program)
    assert done.status == 0
    parts = ("docgen.", "markdown_it", "jinja2")
    assert not [name for name in done.out.split() if name.startswith(parts)]


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

    def test_next_run_reads_the_page_again(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        program = AT_A_PAGE.format(pages={"resources/mood.md"}, action=DIES)
        for _ in range(2):
            assert run(program, "generate", "-j", "2").status == 1
        assert generated("-j", "1").status == 0
        tree = checkout.tree()
        from_nothing(docgen)
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


def new_member(checkout: Checkout) -> None:
    checkout.edit("docs/resources/mood.md", "|tired|", "|cross|No.|\n|tired|")


def new_row(checkout: Checkout) -> None:
    checkout.edit("docs/resources/team.md", "|size|", "|mottoOfAll|String|It.|\n|size|")


def new_method(checkout: Checkout) -> None:
    request = "## HTTP request\n``` http\nGET /team\n```\n"
    checkout.edit("docs/api/team-get.md", "Read a team.\n", f"Read a team.\n{request}")


def new_page(checkout: Checkout) -> None:
    checkout.write("docs/resources/taste.md", MOOD.replace("mood", "taste"))


def page_without_a_type(checkout: Checkout) -> None:
    checkout.write("docs/resources/calls-room.md", "Nothing.\n")


def deleted_page(checkout: Checkout) -> None:
    (checkout.folder / "docs/resources/calls-room.md").unlink()


CHANGES = (
    new_member,
    new_row,
    new_method,
    new_page,
    page_without_a_type,
    deleted_page,
)


LISTS_MODULES_AT_A_FORK = """
import os, sys
from docgen.cli import main

def listed():
    print(*sys.modules, flush=True)
    return fork()

fork, os.fork = os.fork, listed
sys.exit(main())
"""


class TestWorkerOfAChange:
    """The worker that is started if there is output: it parses a page and emits a few files."""

    @pytest.mark.parametrize("change", CHANGES)
    def test_change_has_the_result_of_a_first_run(
        self, checkout: Checkout, docgen: Docgen, change: Callable[[Checkout], None]
    ) -> None:
        generated("-j", "2")
        change(checkout)
        found = generated("-j", "2")
        tree = checkout.tree()
        shutil.rmtree(checkout.folder / "generated")
        first = from_nothing(docgen)
        assert checkout.tree() == tree
        assert found.status == first.status
        assert found.err.splitlines()[:-1] == first.err.splitlines()[:-1]

    def test_worker_answers_all_requests(self, checkout: Checkout) -> None:
        generated("-j", "2")
        new_row(checkout)
        found = run(COUNTS_REQUESTS, "generate", "-j", "2")
        asked = found.out.splitlines()
        assert asked == ["declare True", "emit_encoded True", "compare_output True"]

    def test_worker_starts_before_modules_that_both_processes_import(
        self, checkout: Checkout
    ) -> None:
        generated("-j", "2")
        new_row(checkout)
        found = run(LISTS_MODULES_AT_A_FORK, "generate", "-j", "2")
        (modules,) = found.out.splitlines()
        assert "docgen.commands.generate_worker" in modules.split()
        assert "docgen.pipeline" not in modules.split()

    @pytest.mark.parametrize(
        "program",
        [AT_A_PAGE.format(pages={"resources/team.md"}, action=DIES), AT_A_FILE],
        ids=["parsing", "emitting"],
    )
    def test_dead_worker_is_replaced(
        self, checkout: Checkout, docgen: Docgen, program: str
    ) -> None:
        generated("-j", "2")
        new_row(checkout)
        found = run(program, "generate", "-j", "2")
        if program is not AT_A_FILE:
            assert "was killed by SIGKILL" in found.err
            assert generated("-j", "2").status == 0
        tree = checkout.tree()
        assert b"motto_of_all" in tree["graph/models/team.py"]
        from_nothing(docgen)
        assert checkout.tree() == tree

    def test_error_in_a_template_is_reported_as_without_the_worker(
        self, checkout: Checkout
    ) -> None:
        template = "templates/dataclass/model.py.jinja"
        checkout.edit("pyproject.toml", "[tool.docgen]", WITH_TEMPLATES)
        checkout.write(template, "{{ view.name }} = 1\n")
        generated("-j", "2")
        checkout.write(template, "{% if view.name == 'Team' %}(\n{% endif %}x = 1\n")
        reports = {generated("-j", number) for number in ("1", "2")}
        assert len(reports) == 1
        assert reports.pop().status == 2


WITH_TEMPLATES = "[tool.docgen]\ntemplates = ['templates']"


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
