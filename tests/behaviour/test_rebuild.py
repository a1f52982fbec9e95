"""Runs with the cache: what they skip, what they report again, and what they check."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from checkout import CONFIG, Checkout, Docgen
from imports import imported

TEAM = "docs/resources/team.md"
ROOM = "docs/resources/calls-room.md"
MODEL = "generated/graph/models/team.py"
HEAVY = ("markdown_it", "jinja2", "black", "libcst")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def heavy(*arguments: str) -> set[str]:
    """Return the heavy libraries that a command imports."""
    return imported(*arguments).intersection(HEAVY)


@pytest.mark.parametrize("flavour", ["dataclass", "pydantic", "typeddict"])
def test_a_run_imports_only_what_it_needs(checkout: Checkout, flavour: str) -> None:
    checkout.write("pyproject.toml", f'{CONFIG}flavour = "{flavour}"\n')
    assert heavy("generate") == {"markdown_it", "jinja2"}
    assert heavy("generate") == set()
    assert "docgen.build.workers" not in imported("generate")
    assert heavy("generate", "--check", "--diff") == set()


def test_libcst_is_imported_where_page_and_user_changed_one_file(
    checkout: Checkout,
) -> None:
    heavy("generate")
    text = (checkout.folder / MODEL).read_text(encoding="utf-8")
    checkout.write(MODEL, f"{text}\n    def is_large(self) -> bool: ...\n")
    assert heavy("generate") == set()  # the stub gets the signature
    assert "is_large" in (checkout.folder / f"{MODEL}i").read_text(encoding="utf-8")
    assert heavy("generate") == set()
    assert "docgen.edits.merge" not in imported("generate")
    checkout.edit(ROOM, "What it is called.", "Its name.")
    assert "libcst" not in heavy("generate")
    checkout.edit(TEAM, "How many people", "How many")
    assert "libcst" in heavy("generate")
    checkout.edit(ROOM, "Its name.", "Its own name.")
    assert "libcst" not in heavy("generate")
    assert heavy("generate") == set()


def test_a_page_with_other_whitespace_needs_no_template(
    checkout: Checkout,
) -> None:
    heavy("generate")
    checkout.edit(TEAM, "People who work", "People who  work")
    assert heavy("generate") <= {"markdown_it"}


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--check",),
        ("--check", "--diff"),
        ("--fail-on", "warning"),
        ("--fail-on", "note"),
        ("--color", "always"),
    ],
    ids=" ".join,
)
def test_an_unchanged_run_repeats_its_diagnostics(
    checkout: Checkout, docgen: Docgen, options: tuple[str, ...]
) -> None:
    checkout.edit(TEAM, "|size|Int32|", "|size|colour|")
    checkout.edit(TEAM, "|id|String|The key.|", "|id|String|**TODO: key**|")
    docgen("generate")
    first = docgen("generate", "--no-cache", *options)
    docgen("generate", *options)
    assert docgen("generate", *options) == first
    assert "unresolved-type" in first.err


@pytest.mark.usefixtures("later")
def test_severities_apply_to_repeated_diagnostics(
    checkout: Checkout, docgen: Docgen
) -> None:
    checkout.edit(TEAM, "|size|Int32|", "|size|colour|")
    docgen("generate")
    docgen("generate")
    checkout.write(
        "pyproject.toml",
        "[tool.docgen]\nsource = ['docs']\n[tool.docgen.severity]\n"
        "unresolved-type = 'error'\n",
    )
    again = docgen("generate")
    assert again.status == 1
    assert "error[unresolved-type]" in again.err


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
@pytest.mark.usefixtures("later")
def test_a_page_that_becomes_readable_is_read(
    checkout: Checkout, docgen: Docgen
) -> None:
    (checkout.folder / TEAM).chmod(0)
    for _ in range(3):
        assert "permission denied" in docgen("generate").err
    (checkout.folder / TEAM).chmod(0o644)
    assert docgen("generate").err.startswith("wrote 9 files")


@pytest.mark.usefixtures("later")
def test_paths_are_relative_to_the_current_folder(
    checkout: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout.edit(TEAM, "|size|Int32|", "|size|colour|")
    docgen("generate")
    assert f"{TEAM}:" in docgen("generate").err
    monkeypatch.chdir(checkout.folder / "docs")
    assert "\nresources/team.md:" in f"\n{docgen('generate').err}"


def _edit_output(checkout: Checkout) -> None:
    checkout.edit(MODEL, "class Team", "class  Team")


def _delete_output(checkout: Checkout) -> None:
    (checkout.folder / MODEL).unlink()


def _folder_in_the_way(checkout: Checkout) -> None:
    _delete_output(checkout)
    (checkout.folder / MODEL).mkdir()


def _link_in_the_way(checkout: Checkout) -> None:
    models = checkout.folder / "generated" / "graph" / "models"
    models.rename(models.with_name("others"))
    models.symlink_to("others")


def _leftovers(checkout: Checkout) -> None:
    checkout.write("generated/.docgen-staging/text", "half a te")


def _old_manifest(checkout: Checkout) -> None:
    checkout.write("generated/.docgen-manifest", "docgen manifest 1\n")


def _stale_file(checkout: Checkout) -> None:
    manifest = checkout.folder / "generated" / ".docgen-manifest"
    checkout.write("generated/old.py", "")
    digest = "cae66941d9efbd404e4d88758ea67670"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(f"{text}old.py\t{digest}\n", encoding="utf-8")


TROUBLE = {
    "an edited file": _edit_output,
    "a deleted file": _delete_output,
    "a folder where a file should be": _folder_in_the_way,
    "a link where a folder should be": _link_in_the_way,
    "the rest of an interrupted run": _leftovers,
    "a manifest without its lines": _old_manifest,
    "a stale file": _stale_file,
}


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("trouble", TROUBLE.values(), ids=TROUBLE.keys())
def test_the_output_is_checked_every_time(
    checkout: Checkout, docgen: Docgen, trouble: Callable[[Checkout], None]
) -> None:
    for _ in range(3):
        docgen("generate")
    trouble(checkout)
    copy = checkout.folder.parent / "copy"
    shutil.copytree(checkout.folder, copy, symlinks=True)
    ran, tree = docgen("generate"), checkout.tree()
    os.chdir(copy)
    assert docgen("generate", "--no-cache") == ran
    assert Checkout(copy).tree() == tree


def _truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _garbage(file: Path) -> None:
    file.write_bytes(random.Random(1).randbytes(5_000))  # noqa: S311


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _gone(file: Path) -> None:
    file.unlink()


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _another_version(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b" 2\n", b" 3\n", 1))


DAMAGE = (_truncated, _garbage, _empty, _gone, _folder, _another_version)


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("damage", DAMAGE, ids=lambda d: d.__name__[1:])
@pytest.mark.parametrize(
    "kind",
    [
        "toolchain*",
        "pages*",
        "lowering-*",
        "up-to-date-*",
        "output-*",
        "declare-*",
        "emit-*",
        "*",
    ],
)
def test_a_damaged_cache_changes_nothing(
    checkout: Checkout,
    docgen: Docgen,
    cache: Path,
    kind: str,
    damage: Callable[[Path], None],
) -> None:
    checkout.write("pyproject.toml", f"{CONFIG}client = false\n")
    docgen("generate")
    docgen("generate")
    tree = checkout.tree()
    for file in cache.glob(f"*/{kind}"):
        damage(file)
    assert docgen("generate").err.startswith(f"{len(tree) - 1} unchanged")
    for file in cache.glob(f"*/{kind}"):
        if file.is_file():
            damage(file)
    shutil.rmtree(checkout.folder / "generated" / "graph")
    assert docgen("generate").status == 0
    assert checkout.tree() == tree


FORM = "forms/dataclass/model.py.jinja"
EDITS_A_TEMPLATE = f"""
import sys
from docgen.cli import main
from docgen.commands import generate

def open_memo(*arguments):
    memo = original(*arguments)
    with open("{FORM}", "w") as file:
        file.write("NUMBER = 2\\n")
    return memo

original, generate.open_memo = generate.open_memo, open_memo
sys.exit(main())
"""


@pytest.mark.parametrize("workers", ["1", "2"])
def test_template_that_changes_during_a_run_is_not_taken_for_the_earlier_one(
    checkout: Checkout, docgen: Docgen, workers: str
) -> None:
    checkout.write("pyproject.toml", f'{CONFIG}templates = "forms"\nclient = false\n')
    checkout.write(FORM, "NUMBER = 0\n")
    docgen("generate")
    checkout.write(FORM, "NUMBER = 1\n")
    command = [sys.executable, "-c", EDITS_A_TEMPLATE, "generate", "-j", workers]
    subprocess.run(command, check=True, capture_output=True)
    assert read(checkout) == "NUMBER = 2\n"
    assert docgen("generate").status == 0
    assert read(checkout) == "NUMBER = 2\n"
    checkout.write(FORM, "NUMBER = 1\n")
    assert docgen("generate").status == 0
    assert read(checkout) == "NUMBER = 1\n"


def read(checkout: Checkout) -> str:
    return (checkout.folder / MODEL).read_text(encoding="utf-8")


def _read_only(cache: Path) -> None:
    for path in (cache, *cache.iterdir()):
        path.chmod(0o500)


def _of_everybody(cache: Path) -> None:
    cache.chmod(0o777)


def _a_file(cache: Path) -> None:
    shutil.rmtree(cache)
    cache.write_text("")


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("odd", [_read_only, _of_everybody, _a_file])
def test_an_unusable_cache_is_not_used(
    checkout: Checkout, docgen: Docgen, cache: Path, odd: Callable[[Path], None]
) -> None:
    docgen("generate")
    odd(cache)
    checkout.edit(TEAM, "|size|Int32|", "|size|Int64|")
    done = docgen("generate")
    assert done.status == 0
    assert done.err.startswith("wrote 2 files")
    if cache.is_dir():
        for path in (cache, *cache.iterdir()):
            path.chmod(0o700)


@pytest.mark.usefixtures("later")
def test_the_cache_is_private(checkout: Checkout, docgen: Docgen, cache: Path) -> None:
    docgen("generate")
    assert checkout.tree()
    assert {path.stat().st_mode & 0o077 for path in (cache, *cache.iterdir())} == {0}


def test_no_cache_creates_no_cache(docgen: Docgen, cache: Path) -> None:
    docgen("generate", "--no-cache")
    assert not cache.exists()


@pytest.mark.usefixtures("later")
def test_the_cache_of_another_checkout_changes_nothing(
    checkout: Checkout, docgen: Docgen, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docgen("generate")
    other = checkout.folder.parent / "other"
    shutil.copytree(checkout.folder, other)
    (other / TEAM).unlink()
    monkeypatch.chdir(other)
    docgen("generate")
    for kind in ("sources",):
        here, there = cache.glob(f"{kind}-*")
        for file in here.iterdir():
            shutil.copy(file, there)
            shutil.copy(there / file.name, here)
    expected = Checkout(other).tree()
    docgen("generate")
    assert Checkout(other).tree() == expected


def started(*arguments: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "docgen", *arguments]
    return subprocess.Popen(command, stdout=-1, stderr=-1)


def test_a_killed_run_is_completed_by_the_next(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate", "--no-cache")
    states = [checkout.tree()]
    checkout.edit(TEAM, "|size|Int32|", "|weight|Int64|")
    docgen("generate", "--no-cache")
    states.append(checkout.tree())
    for number in range(10):
        old, new = ("weight|Int64", "size|Int32")[:: (-1) ** number]
        checkout.edit(TEAM, old, new)
        run = started("generate")
        time.sleep(random.uniform(0.05, 0.6))  # noqa: S311
        run.send_signal(signal.SIGKILL)
        run.communicate()
        left = checkout.tree()
        left.pop(".docgen-manifest", None)
        for path, content in left.items():
            if not path.startswith(".docgen-staging"):
                assert content in [state[path] for state in states]
        assert docgen("generate").status == 0
        assert checkout.tree() == states[number % 2]


def test_runs_at_the_same_time_leave_the_right_tree(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    for number in range(3):
        checkout.edit(TEAM, "|size|Int32|", f"|size{number}|Int32|A.|\n|size|Int32|")
        runs = [started("generate") for _ in range(3)]
        assert [run.communicate() and run.returncode for run in runs] == [0, 0, 0]
        tree = checkout.tree()
        assert docgen("generate", "--no-cache").err.startswith(
            f"{len(tree) - 1} unchanged"
        )
