"""The commands as users run them: results, exit statuses, streams, colour."""

import json
import os
import signal
import subprocess
import sys
import tomllib
from functools import partial
from pathlib import Path

import jsonschema
import pytest
from checkout import CONFIG, MOOD, TEAM, Checkout, Docgen

from docgen import __version__
from docgen.config.key_table import KEYS, SOURCE_KEY
from docgen.diagnostics import Code
from docgen.reporters import FORMATS

PAGE = "docs/resources/team.md"
WRONG = TEAM.replace("|mood|[mood](mood.md)|", "|mood|[moode](moode.md)|")


def command(
    *arguments: str, environment: dict[str, str] | None = None, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run docgen in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "docgen", *arguments],
        capture_output=True,
        input=given,
        env={**os.environ, **(environment or {})},
        timeout=60,
        check=False,
    )


class TestConvert:
    """Conversion without a configuration, and of pages in a configured source."""

    @pytest.fixture(autouse=True)
    def _unconfigured(self, checkout: Checkout) -> None:
        (checkout.folder / "pyproject.toml").unlink()

    def test_a_single_page_is_converted_and_undeclared_types_are_any(
        self, docgen: Docgen
    ) -> None:
        ran = docgen("convert", PAGE)
        assert ran.status == 0
        assert "class Team(Model):" in ran.out
        assert "mood: Any" in ran.out
        assert f"{PAGE}:17:8: warning[unresolved-type]" in ran.err

    def test_the_printed_module_is_the_one_that_generate_writes(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        checkout.write("pyproject.toml", CONFIG)
        ran = docgen("convert", PAGE)
        docgen("generate")
        assert ran.out.encode() == checkout.tree()["graph/models/team.py"]
        assert "unresolved-type" not in ran.err

    @pytest.mark.usefixtures("checkout")
    def test_standard_input_is_a_page(self) -> None:
        ran = command("convert", "-", given=MOOD.encode())
        assert ran.returncode == 0
        assert b"class Mood" in ran.stdout

    def test_several_pages_refer_to_each_other(self, docgen: Docgen) -> None:
        ran = docgen("convert", PAGE, "docs/resources/mood.md")
        assert ran.status == 0
        assert "mood: Mood | None" in ran.out
        assert "# graph/models/mood.py\n" in ran.out
        assert "# graph/models/team.py\n" in ran.out

    @pytest.mark.parametrize(
        ("flavour", "line"),
        [("dataclass", "@dataclass"), ("pydantic", "from graph._model import Model")],
    )
    def test_the_flavour_can_be_chosen(
        self, docgen: Docgen, flavour: str, line: str
    ) -> None:
        ran = docgen("convert", "--flavour", flavour, PAGE)
        assert ran.status == 0
        assert line in ran.out

    def test_a_page_without_a_type_prints_nothing_and_says_so(
        self, docgen: Docgen
    ) -> None:
        ran = docgen("convert", "docs/api/team-get.md")
        assert (ran.status, ran.out) == (0, "")
        assert "the pages declare no type" in ran.err

    def test_the_written_package_can_be_imported(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        assert docgen("convert", PAGE, "-o", "out").status == 0
        assert checkout.tree("out").keys() >= {
            "graph/models/team.py",
            "graph/models/team.pyi",
            "graph/operations/team.py",
            "tests/test_team.py",
        }
        program = (
            "from graph.models import Team;"
            'print(Team.from_json(\'{"size": 3, "x": null}\').to_json())'
        )
        ran = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            env={**os.environ, "PYTHONPATH": "out"},
            check=True,
        )
        assert json.loads(ran.stdout) == {"size": 3, "x": None}

    def test_the_package_of_a_page_in_a_source_has_the_types_that_it_needs(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        checkout.write("pyproject.toml", CONFIG)
        checkout.write("docs/resources/other.md", MOOD.replace("mood", "other"))
        docgen("convert", PAGE, "-o", "out")
        models = {path for path in checkout.tree("out") if "/models/" in path}
        assert {"graph/models/mood.py", "graph/models/calls/room.py"} <= models
        assert "graph/models/other.py" not in models

    def test_hand_written_changes_are_kept(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        docgen("convert", PAGE, "-o", "out")
        checkout.edit("out/tests/test_team.py", '"""Tests of', '"""Mine. Tests of')
        ran = docgen("convert", PAGE, "-o", "out")
        assert ran.status == 0
        assert b"Mine. " in checkout.tree("out")["tests/test_team.py"]

    def test_without_a_page_it_is_a_usage_error(self, docgen: Docgen) -> None:
        assert docgen("convert").status == 2


class TestGenerate:
    def test_notes_are_counted_and_shown_by_lint(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        checkout.edit(PAGE, "How they feel.", "**TODO: Add Description**")
        ran = docgen("generate", "--check")
        assert "note[placeholder]" not in ran.err
        assert "1 note" in ran.err
        assert "note[placeholder]" in docgen("lint").out

    def test_notes_are_shown_if_they_make_it_fail(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        checkout.edit(PAGE, "How they feel.", "**TODO: Add Description**")
        ran = docgen("generate", "--check", "--fail-on", "note")
        assert ran.status == 1
        assert "note[placeholder]" in ran.err

    def test_the_format_of_diagnostics_can_be_chosen(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        checkout.write(PAGE, WRONG)
        ran = docgen("generate", "--output-format", "json")
        found = json.loads(ran.out)["diagnostics"]
        assert ("unresolved-type", PAGE) in {(d["code"], d["path"]) for d in found}
        assert "unresolved-type" not in ran.err

    def test_a_chosen_format_has_the_diagnostics_of_lint(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        checkout.write(PAGE, WRONG)
        checkout.edit(PAGE, "How they feel.", "**TODO: Add Description**")
        for form in FORMATS:
            linted = docgen("lint", "--output-format", form).out
            assert docgen("generate", "--output-format", form).out == linted

    def test_standard_output_is_only_the_diff(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        checkout.write(PAGE, WRONG)
        ran = docgen("generate", "--diff", "--output-format", "concise")
        assert ran.out.startswith("--- ")
        assert "unresolved-type" in ran.err
        assert not (checkout.folder / "generated").exists()

    def test_many_warnings_are_counted(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        rows = "".join(f"|mood{n}|[mood{n}](missing{n}.md)|x|\n" for n in range(30))
        checkout.edit(PAGE, "|mood|[mood](mood.md)|How they feel.|\n", rows)
        ran = docgen("generate")
        assert "30 warning" in ran.err
        assert "show all: docgen lint\n" in ran.err
        assert f"{PAGE}:17" not in ran.err
        assert f"{PAGE}:17" in docgen("generate", "--output-format", "text").out
        assert f"{PAGE}:17" in docgen("lint").out

    @pytest.mark.parametrize("arguments", [("generate",), ("lint",)], ids=" ".join)
    def test_quiet_leaves_only_diagnostics(
        self, checkout: Checkout, docgen: Docgen, arguments: tuple[str, ...]
    ) -> None:
        assert docgen(*arguments, "-q") == (0, "", "")
        assert docgen("--quiet", *arguments) == (0, "", "")
        checkout.write(PAGE, WRONG)
        ran = docgen(*arguments, "--quiet")
        assert "unresolved-type" in ran.out + ran.err
        assert "4 pages" not in ran.err

    def test_a_code_can_be_ignored_on_some_pages(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        checkout.write(PAGE, WRONG)
        table = '[tool.docgen.per-page-ignores]\n"{}" = ["unresolved-type"]\n'
        checkout.write("pyproject.toml", CONFIG + table.format("resources/t*"))
        for command in (("generate", "--no-cache"), ("generate",), ("lint",)):
            assert "unresolved-type" not in "".join(docgen(*command)[1:])
        checkout.write("pyproject.toml", CONFIG + table.format("resources/m*"))
        for command in (("generate",), ("lint",)):
            assert "unresolved-type" in "".join(docgen(*command)[1:])

    def test_an_exclude_pattern_that_matches_nothing_is_reported_each_time(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        checkout.write("pyproject.toml", CONFIG + 'exclude = ["drafts/**"]\n')
        for command in (("generate",), ("generate",), ("lint",)):
            ran = docgen(*command)
            assert "pyproject.toml:1:1: warning[unused-exclude]" in ran.out + ran.err
        checkout.write("drafts/a.md", "")
        checkout.write("docs/drafts/a.md", "")
        checkout.write("pyproject.toml", CONFIG + 'exclude = ["docs/drafts/**"]\n')
        assert "unused-exclude" not in docgen("generate").err


class TestConfig:
    def test_every_key_is_described_as_markdown(self, docgen: Docgen) -> None:
        out = docgen("config").out
        for key in KEYS:
            assert f"\n## {key.name}\n" in out

    def test_one_key_is_described(self, docgen: Docgen) -> None:
        out = docgen("config", "exclude").out
        assert out.startswith("## exclude\n")
        assert out.count("## ") == 1

    def test_a_similar_key_is_suggested(self, docgen: Docgen) -> None:
        ran = docgen("config", "exclud")
        assert ran.status == 2
        assert "did you mean `exclude`?" in ran.err

    def test_the_schema_accepts_what_docgen_accepts(self, docgen: Docgen) -> None:
        schema = json.loads(docgen("config", "--schema").out)
        validator = jsonschema.Draft7Validator(schema)
        validator.check_schema(schema)
        for key in KEYS:
            example = tomllib.loads(
                'tool.docgen.source = ["docs"]'
                if key is SOURCE_KEY
                else f'[tool.docgen]\nsource = ["docs"]\n{key.example}'
            )
            assert [*validator.iter_errors(example["tool"]["docgen"])] == []
        for wrong in ({}, {"source": "docs"}, {"source": [], "outputs": "x"}):
            assert [*validator.iter_errors(wrong)]


class TestExport:
    def test_the_schema_is_json_with_paths_from_the_folder(
        self, docgen: Docgen
    ) -> None:
        ran = docgen("export", "docs", "--format", "json")
        schema = json.loads(ran.out)
        assert ran.status == 0
        assert [one["name"] for one in schema["types"]] == [
            "microsoft.graph.calls.room",
            "microsoft.graph.mood",
            "microsoft.graph.team",
        ]
        assert [page["path"] for page in schema["pages"]] == [
            "api/team-get.md",
            "resources/calls-room.md",
            "resources/mood.md",
            "resources/team.md",
        ]

    def test_diagnostics_are_in_the_schema_and_not_on_the_terminal(
        self, checkout: Checkout, docgen: Docgen
    ) -> None:
        checkout.write(PAGE, WRONG)
        ran = docgen("export", "docs", "--format", "json")
        (found,) = [
            one
            for one in json.loads(ran.out)["diagnostics"]
            if one["code"] == "unresolved-type"
        ]
        assert (found["path"], found["line"]) == ("resources/team.md", 17)
        assert "unresolved-type" not in ran.err

    @pytest.mark.parametrize(
        ("form", "begin"),
        [
            ("csdl", "<?xml "),
            ("jsonschema", '{\n  "$schema": '),
            ("openapi", '{\n  "openapi": "3.1.0"'),
        ],
    )
    def test_the_schema_can_be_exported_in_standard_formats(
        self, docgen: Docgen, form: str, begin: str
    ) -> None:
        ran = docgen("export", "docs", "--format", form)
        assert ran.status == 0
        assert ran.out.startswith(begin)
        assert "microsoft.graph.calls" in ran.out

    def test_the_schema_is_written_to_a_file(self, docgen: Docgen) -> None:
        out = docgen("export", "docs", "--format", "json").out
        ran = docgen("export", "docs", "--format", "json", "-o", "schema.json")
        assert (ran.status, ran.out) == (0, "")
        assert Path("schema.json").read_text(encoding="utf-8") == out

    def test_a_file_that_can_not_be_written_is_named(self, docgen: Docgen) -> None:
        ran = docgen("export", "docs", "--format", "json", "-o", "missing/schema.json")
        assert ran.status == 1
        assert "missing/schema.json:1:1: error[unwritable-output]" in ran.err


@pytest.mark.parametrize(
    ("stage", "text"),
    [
        ("page", "# 1 team resource type\n  3 paragraph: Namespace: microsoft.graph\n"),
        ("schema", "entity microsoft.graph.team"),
        ("view", "ModelView"),
    ],
)
def test_show_prints_the_output_of_a_stage(
    docgen: Docgen, stage: str, text: str
) -> None:
    ran = docgen("show", PAGE, "--stage", stage)
    assert ran.status == 0
    assert text in ran.out
    assert ran.out.endswith("\n")
    assert "room" not in docgen("show", "docs/resources/mood.md", "--stage", stage).out


def test_show_of_a_missing_page_fails(docgen: Docgen) -> None:
    ran = docgen("show", "missing.md", "--stage", "page")
    assert (ran.status, ran.out) == (1, "")
    assert "missing.md:1:1: error[unreadable-page]" in ran.err


class TestExplain:
    def test_a_code_is_explained(self, docgen: Docgen) -> None:
        out = docgen("explain", "extra-cell").out
        assert out.startswith("warning[extra-cell]: A row has more cells")
        assert "joins the extra cells to the last column" in " ".join(out.split())
        assert "\n    |name|String|Either `a\\|b` or `c`.|\n" in out

    def test_without_a_code_all_are_listed(self, docgen: Docgen) -> None:
        lines = docgen("explain").out.splitlines()
        assert any(line.split()[:2] == ["merge-conflict", "error"] for line in lines)
        assert len(lines) > 40

    def test_all_are_explained_as_markdown(self, docgen: Docgen) -> None:
        out = docgen("explain", "--all").out
        for code in Code:
            assert f"\n## {code.id}\n" in out
            assert code.explanation in out

    def test_an_unknown_code_is_a_usage_error_that_suggests_a_similar_one(
        self, docgen: Docgen
    ) -> None:
        ran = docgen("explain", "extra-cells")
        assert ran.status == 2
        assert "did you mean `extra-cell`?" in ran.err


class TestProgram:
    """What applies to all commands, in a process of its own."""

    def test_the_version_is_printed(self) -> None:
        assert command("--version").stdout.decode() == f"docgen {__version__}\n"

    def test_help_names_every_command(self) -> None:
        text = command("--help").stdout.decode()
        for name in ("generate", "convert", "lint", "export", "show", "explain"):
            assert f"\n  {name} " in text

    def test_another_configuration_can_be_named(self, checkout: Checkout) -> None:
        checkout.write("other.toml", CONFIG + 'output = "elsewhere"')
        assert command("--config", "other.toml", "generate").returncode == 0
        assert "graph/py.typed" in checkout.tree("elsewhere")
        completed = command("generate", "--config", "missing.toml")
        assert (completed.returncode, completed.stdout) == (2, b"")
        assert b"missing.toml: no such file or directory" in completed.stderr

    @pytest.mark.parametrize(
        ("options", "environment", "is_coloured"),
        [
            ((), {}, False),
            (("--color", "always"), {}, True),
            ((), {"FORCE_COLOR": "1"}, True),
            (("--color", "never"), {"FORCE_COLOR": "1"}, False),
            (("--color", "always"), {"NO_COLOR": "1"}, True),
        ],
        ids=[
            "not in a pipe",
            "if the option is always",
            "if FORCE_COLOR is set",
            "not if the option is never",
            "if the option is always in spite of NO_COLOR",
        ],
    )
    def test_there_is_colour(
        self,
        checkout: Checkout,
        options: tuple[str, ...],
        environment: dict[str, str],
        is_coloured: bool,
    ) -> None:
        checkout.write(PAGE, WRONG)
        ran = command("lint", *options, environment=environment)
        assert (b"\033[" in ran.stdout) is is_coloured

    def test_output_is_utf_8_in_any_locale(self, checkout: Checkout) -> None:
        checkout.write(PAGE, WRONG.replace("|mood|", "|größe|"))
        environment = {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
        ran = command("lint", environment=environment)
        assert "|größe|" in ran.stdout.decode("utf-8")

    @pytest.mark.usefixtures("checkout")
    def test_a_closed_pipe_is_not_an_error(self) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        ran = subprocess.run(
            [sys.executable, "-m", "docgen", "export", "docs", "--format", "json"],
            stdout=writer,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(writer)
        assert ran.stderr.decode() == "4 pages\n"
        assert ran.returncode == 0

    def test_a_shell_completes_codes(self) -> None:
        environment = {
            "_DOCGEN_COMPLETE": "zsh_complete",
            "COMP_WORDS": "docgen explain split",
            "COMP_CWORD": "2",
        }
        completed = command(environment=environment).stdout.decode().splitlines()
        assert {"split-row", "split-table"} <= set(completed)

    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_completion_scripts_are_printed(self, shell: str) -> None:
        ran = command(environment={"_DOCGEN_COMPLETE": f"{shell}_source"})
        assert b"_DOCGEN_COMPLETE" in ran.stdout

    @pytest.mark.parametrize(
        "arguments",
        [
            ("frobnicate",),
            ("lint", "--frobnicate"),
            ("export", "docs"),
            ("convert", "--flavour", "clay", "docs"),
            ("show", PAGE, "--stage", "nothing"),
            ("lint", "--fail-on", "error"),
        ],
        ids=" ".join,
    )
    def test_a_usage_error_is_reported_with_status_2(
        self, docgen: Docgen, arguments: tuple[str, ...]
    ) -> None:
        ran = docgen(*arguments)
        assert (ran.status, ran.out) == (2, "")
        assert "Error: " in ran.err
        assert "Traceback" not in ran.err


@pytest.mark.usefixtures("checkout")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
def test_an_interrupted_run_exits_with_status_130() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "docgen", "--color", "never", "lint", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell that runs this in the background has its children ignore the signal.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.default_int_handler),
    )
    assert process.stdin
    # More than a pipe buffers: once it is written, the command is reading and waits for the rest.
    process.stdin.write(b" " * 1_000_000)
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.decode().strip() == "docgen: interrupted"


@pytest.mark.usefixtures("checkout")
def test_a_bug_is_reported_in_three_lines_with_status_3() -> None:
    program = (
        "from docgen.cli import run; import docgen.commands.explain as explain;"
        "explain.Code = None; raise SystemExit(run.main(['explain']))"
    )
    plain = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=False
    )
    assert plain.returncode == 3
    assert b"Traceback" not in plain.stderr
    assert len(plain.stderr.splitlines()) == 3
    traced = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        env={**os.environ, "DOCGEN_TRACEBACK": "1"},
        check=False,
    )
    assert traced.returncode == 3
    assert b"Traceback" in traced.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
class TestStreams:
    """Who closes a stream wants to hear nothing there; what is done is the same."""

    @pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
    def test_a_closed_stream_is_not_an_error(
        self, checkout: Checkout, closed: str
    ) -> None:
        program = f'"{sys.executable}" -m docgen generate {closed}'
        ran = subprocess.run(["sh", "-c", program], cwd=checkout.folder, timeout=60)
        assert ran.returncode == 0
        assert (checkout.folder / "generated/.docgen-manifest").stat().st_size

    @pytest.mark.usefixtures("checkout")
    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
    def test_a_full_disk_is_reported(self) -> None:
        with Path("/dev/full").open("w") as full:
            program = [sys.executable, "-m", "docgen", "explain", "extra-cell"]
            ran = subprocess.run(program, stdout=full, stderr=subprocess.PIPE)
        assert ran.returncode == 2
        assert ran.stderr == b"docgen: [Errno 28] No space left on device\n"
