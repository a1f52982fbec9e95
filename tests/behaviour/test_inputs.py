"""Every input counts: after any change, a run with the cache equals one from nothing.

The tables list all fields of `Target` and `Config`, all templates, and docgen's own files.
"""

import compileall
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib.util import cache_from_source
from itertools import cycle
from pathlib import Path

import black
import msgspec
import pytest
from checkout import Checkout, Run
from inputs import (
    COMMANDS,
    EVERY_KIND,
    Comparison,
    assert_equal,
    comparable,
    config,
    own_templates,
    resource,
    write_all,
)

from docgen.baseline import Entry, baseline_of, baseline_text
from docgen.config import Config, Target
from docgen.flavours import FLAVOURS

TEAM = "docs/resources/team.md"
ROOM = "docs/resources/calls-room.md"
MOOD = "docs/resources/mood.md"


Setting = tuple[dict[str, str], tuple[str, ...]]
"""Files of a configuration, and the options that select it."""

IGNORES = "[tool.docgen.per-page-ignores]"
KNOWN = baseline_text(
    baseline_of([Entry("unresolved-type", "microsoft.graph.owner", "lost", "unicorn")])
)
DEFAULT: Setting = (config(), ())

TARGET: dict[str, dict[str, tuple[Setting, Setting]]] = {
    "source": {
        "another folder": (
            DEFAULT,
            ({"pyproject.toml": '[tool.docgen]\nsource = ["docs/resources"]\n'}, ()),
        ),
        "one folder more": (
            DEFAULT,
            (
                {
                    "pyproject.toml": '[tool.docgen]\nsource = ["docs", "more"]\n',
                    "more/tree.md": resource("tree", "|leaves|Int64|Green.|"),
                },
                (),
            ),
        ),
    },
    "output": {
        "another folder": (DEFAULT, (config('output = "other_output"'), ())),
    },
    "package": {
        "another name": (DEFAULT, (config('package = "shop"'), ())),
        "a package in a package": (DEFAULT, (config('package = "acme.shop"'), ())),
    },
    "flavour": {
        f"{before} to {after}": (
            (config(f'flavour = "{before}"'), ()),
            (config(f'flavour = "{after}"'), ()),
        )
        for before, after in (
            ("dataclass", "pydantic"),
            ("pydantic", "typeddict"),
            ("typeddict", "dataclass"),
        )
    },
    "entity_base": {
        "none": (DEFAULT, (config('entity_base = ""'), ())),
        "another type": (
            DEFAULT,
            (config('entity_base = "microsoft.graph.animal"'), ()),
        ),
        "a type that no page declares": (
            DEFAULT,
            (config('entity_base = "acme.shop.thing"'), ()),
        ),
    },
    "base_url": {
        "another service": (
            DEFAULT,
            (config('base_url = "https://api.shop.example/v2"'), ()),
        ),
    },
    "client": {
        "no clients": (
            DEFAULT,
            (config("client = false"), ()),
        ),
    },
    "exclude": {
        "a folder": (DEFAULT, (config('exclude = ["**/api/**"]'), ())),
        "a page": (DEFAULT, (config('exclude = ["docs/resources/calls-*"]'), ())),
        "another page": (
            (config('exclude = ["docs/resources/calls-*"]'), ()),
            (config('exclude = ["docs/resources/mood.md"]'), ()),
        ),
    },
    "config_file": {
        "in another folder": (
            (config('exclude = ["docs/resources/mood.md"]'), ()),
            (
                {
                    "settings/pyproject.toml": (
                        '[tool.docgen]\nsource = ["../docs"]\noutput = "../generated"\n'
                        'exclude = ["docs/resources/mood.md"]\n'
                    )
                },
                ("--config", "settings/pyproject.toml"),
            ),
        ),
        "with another name": (
            (config('exclude = ["docs/resources/mood.md", "docs/none/*"]'), ()),
            (
                {
                    "docgen.toml": (
                        '[tool.docgen]\nsource = ["docs"]\n'
                        'exclude = ["docs/resources/mood.md", "docs/none/*"]\n'
                    )
                },
                ("--config", "docgen.toml"),
            ),
        ),
    },
    "templates": {
        "a folder": (
            (
                {**config(), "own/shared/conftest.py.jinja": "NUMBER = 1\n"},
                (),
            ),
            (config('templates = "own"'), ()),
        ),
        "another folder": (
            (
                {
                    **config('templates = "own"'),
                    "own/shared/conftest.py.jinja": "NUMBER = 1\n",
                    "new/shared/conftest.py.jinja": "NUMBER = 2\n",
                },
                (),
            ),
            (config('templates = "new"'), ()),
        ),
    },
}
"""For each field of `Target`: settings before and after a change of it, by name."""

CONFIGURATION: dict[str, dict[str, tuple[Setting, Setting]]] = {
    "targets": {
        "one target more": (
            DEFAULT,
            (
                config(
                    "[[tool.docgen.target]]",
                    'output = "generated"',
                    "[[tool.docgen.target]]",
                    'output = "other_output"',
                    'flavour = "typeddict"',
                ),
                (),
            ),
        ),
    },
    "severities": {
        "an error instead of a warning": (
            DEFAULT,
            (config("[tool.docgen.severity]", 'unresolved-type = "error"'), ()),
        ),
        "off": (
            DEFAULT,
            (config("[tool.docgen.severity]", 'unresolved-type = "off"'), ()),
        ),
    },
    "page_ignores": {
        "a pattern and a code": (
            DEFAULT,
            (config(IGNORES, '"docs/resources/own*" = ["unresolved-type"]'), ()),
        ),
        "another code": (
            (config(IGNORES, '"**/owner.md" = ["unresolved-type"]'), ()),
            (config(IGNORES, '"**/owner.md" = ["placeholder"]'), ()),
        ),
        "another pattern": (
            (config(IGNORES, '"**/owner.md" = ["unresolved-type"]'), ()),
            (config(IGNORES, '"**/cat.md" = ["unresolved-type"]'), ()),
        ),
    },
    "baseline": {
        "a file with a known diagnostic": (
            DEFAULT,
            ({**config('baseline = ".known"'), ".known": KNOWN}, ()),
        ),
    },
    "folder": {
        "a configuration in another folder": (
            (config(IGNORES, '"docs/resources/*" = ["unresolved-type"]'), ()),
            (
                {
                    "settings/pyproject.toml": (
                        f'[tool.docgen]\nsource = ["../docs"]\n{IGNORES}\n'
                        '"docs/resources/*" = ["unresolved-type"]\n'
                    )
                },
                ("--config", "settings/pyproject.toml"),
            ),
        ),
    },
}
"""For each field of `Config`: the same."""


def cases(table: dict[str, dict[str, tuple[Setting, Setting]]]) -> list[object]:
    return [
        pytest.param(*settings, id=f"{field}: {name}")
        for field, changes in table.items()
        for name, settings in changes.items()
    ]


@pytest.mark.parametrize(
    ("kind", "table"),
    [(Target, TARGET), (Config, CONFIGURATION)],
    ids=["target", "config"],
)
def test_the_table_lists_every_field(
    kind: type[msgspec.Struct], table: dict[str, object]
) -> None:
    fields = {field.name for field in msgspec.structs.fields(kind)}
    assert fields == table.keys(), (
        f"add settings before and after a change of each field of `{kind.__name__}` "
        "to the table, so that a forgotten cache key is noticed"
    )


@pytest.mark.parametrize(("before", "after"), [*cases(TARGET), *cases(CONFIGURATION)])
def test_a_changed_setting_counts(
    comparison: Comparison, before: Setting, after: Setting
) -> None:
    outcomes = []
    for files, options in (before, after, before):
        change = partial(write_all, comparison.checkout, files)
        outcomes.append(comparison.check(change, *options))
    assert outcomes[0] != outcomes[1], "the setting changes nothing on these pages"
    assert outcomes[0] == outcomes[2]


def _change_a_page(checkout: Checkout) -> None:
    checkout.edit(TEAM, "|size|Int32|", "|size|Int64|")


def _change_a_page_and_keep_size_and_time(checkout: Checkout) -> None:
    page = checkout.folder / TEAM
    status = page.stat()
    _change_a_page(checkout)
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))


def _add_a_page(checkout: Checkout) -> None:
    checkout.write(
        "docs/resources/unicorn.md", resource("unicorn", "|horn|Int32|One.|")
    )


def _add_a_page_in_a_new_folder(checkout: Checkout) -> None:
    checkout.write("docs/new/unicorn.md", resource("unicorn", "|horn|Int32|One.|"))


def _delete_a_page(checkout: Checkout) -> None:
    (checkout.folder / ROOM).unlink()


def _rename_a_page(checkout: Checkout) -> None:
    (checkout.folder / ROOM).rename(checkout.folder / "docs/resources/room.md")


def _swap_two_pages(checkout: Checkout) -> None:
    room, team, other = (checkout.folder / path for path in (ROOM, TEAM, "other.md"))
    room.rename(other)
    team.rename(room)
    other.rename(team)


def _rename_a_folder(checkout: Checkout) -> None:
    (checkout.folder / "docs/api").rename(checkout.folder / "docs/operations")


def _replace_a_page_by_a_link(checkout: Checkout) -> None:
    (checkout.folder / ROOM).unlink()
    (checkout.folder / ROOM).symlink_to("team.md")


def _link_a_page(checkout: Checkout) -> None:
    (checkout.folder / "docs/resources/linked.md").symlink_to("team.md")


def _declare_a_name_twice(checkout: Checkout) -> None:
    checkout.write("docs/more/cat.md", resource("cat", "|claws|Int64|Long.|"))


def _suppress_a_diagnostic(checkout: Checkout) -> None:
    checkout.edit(
        "docs/resources/owner.md",
        "# owner resource type\n",
        "# owner resource type\n\n<!-- docgen: ignore unresolved-type -->\n",
    )


PAGE_CHANGES = (
    _change_a_page,
    _change_a_page_and_keep_size_and_time,
    _add_a_page,
    _add_a_page_in_a_new_folder,
    _delete_a_page,
    _rename_a_page,
    _swap_two_pages,
    _rename_a_folder,
    _replace_a_page_by_a_link,
    _link_a_page,
    _declare_a_name_twice,
    _suppress_a_diagnostic,
)


def words(function: Callable[..., object]) -> str:
    """Return the name of a function as words."""
    return function.__name__.strip("_").replace("_", " ")


@pytest.mark.parametrize("change", PAGE_CHANGES, ids=words)
def test_a_change_of_pages_counts(
    comparison: Comparison, change: Callable[[Checkout], None]
) -> None:
    before = comparison.check(lambda: None)
    after = comparison.check(partial(change, comparison.checkout))
    assert before != after


TEMPLATES = sorted(
    path.relative_to(own_templates()).as_posix()
    for path in own_templates().rglob("*.jinja")
)
METHODS = """\
## Methods
|Method|Return type|Description|
|:---|:---|:---|
|[Get thing](../api/thing-get.md)|[thing](thing.md)|Read a thing.|

## Properties"""
USER_TEMPLATES = {"own/shared/conftest.py.jinja": "NUMBER = 1\n"}


def _change_a_template(checkout: Checkout) -> None:
    checkout.write("own/shared/conftest.py.jinja", "NUMBER = 2\n")


def _add_a_template(checkout: Checkout) -> None:
    checkout.write("own/shared/lazy.py.jinja", "NUMBER = 2\n")


def _delete_a_template(checkout: Checkout) -> None:
    (checkout.folder / "own/shared/conftest.py.jinja").unlink()


def _change_a_template_and_keep_size_and_time(checkout: Checkout) -> None:
    file = checkout.folder / "own/shared/conftest.py.jinja"
    status = file.stat()
    _change_a_template(checkout)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


INCLUDING = {
    "own/shared/conftest.py.jinja": '{% include "v1.0/part/number.jinja" %}\n',
    "own/v1.0/part/number.jinja": "NUMBER = 1\n",
}
"""A template that includes another, in a folder with a dot in its name."""


@pytest.fixture
def marked_as_formatted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have black only add a line: it formats every file where a user has templates.

    The line shows in a comparison whether a file was formatted.
    """

    def mark(text: str, *, mode: black.Mode) -> str:
        return (
            f"{text}# formatted for {min(one.name for one in mode.target_versions)}\n"
        )

    monkeypatch.setattr(black, "format_str", mark)


@pytest.mark.usefixtures("marked_as_formatted")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_change_a_template, id="change"),
        pytest.param(_add_a_template, id="add"),
        pytest.param(_delete_a_template, id="delete"),
        pytest.param(
            _change_a_template_and_keep_size_and_time,
            id="change, but keep size and time",
        ),
    ],
)
def test_a_change_of_the_user_s_templates_counts(
    comparison: Comparison, change: Callable[[Checkout], None]
) -> None:
    write_all(comparison.checkout, {**config('templates = "own"'), **USER_TEMPLATES})
    before = comparison.check(lambda: None)
    after = comparison.check(partial(change, comparison.checkout))
    assert before.generated != after.generated


@pytest.mark.usefixtures("marked_as_formatted")
def test_a_change_of_an_included_template_counts(comparison: Comparison) -> None:
    write_all(comparison.checkout, {**config('templates = "own"'), **INCLUDING})
    before = comparison.check(lambda: None)
    included, changed = "own/v1.0/part/number.jinja", "NUMBER = 2\n"
    after = comparison.check(partial(comparison.checkout.write, included, changed))
    assert before.generated != after.generated


@pytest.mark.usefixtures("marked_as_formatted")
def test_a_change_of_the_file_that_a_template_links_to_counts(
    comparison: Comparison,
) -> None:
    checkout = comparison.checkout
    write_all(checkout, {**config('templates = "own"'), "number.jinja": "NUMBER = 1\n"})
    (checkout.folder / "own/shared").mkdir(parents=True)
    link = checkout.folder / "own/shared/conftest.py.jinja"
    link.symlink_to(checkout.folder / "number.jinja")
    before = comparison.check(lambda: None)
    after = comparison.check(partial(checkout.write, "number.jinja", "NUMBER = 2\n"))
    assert before.generated != after.generated


GET_THING = """\
# Get thing

Namespace: microsoft.graph

Read a thing.

## HTTP request
``` http
GET /things/{id}
```

## Response
If successful, this method returns a `200 OK` response code and a
[thing](../resources/thing.md) object.

## Examples
### Request
``` http
GET https://graph.microsoft.com/v1.0/things/1
```
### Response
``` http
HTTP/1.1 200 OK
Content-Type: application/json

{"id": "1"}
```
"""
SMALL = {
    "docs/resources/entity.md": EVERY_KIND["docs/resources/entity.md"],
    "docs/resources/mood.md": EVERY_KIND["docs/resources/mood.md"],
    "docs/resources/thing.md": resource(
        "thing", "|mood|[mood](mood.md)|Good.|"
    ).replace("## Properties", METHODS),
    "docs/api/thing-get.md": GET_THING,
}


@pytest.mark.usefixtures("marked_as_formatted")
@pytest.mark.parametrize("flavour", FLAVOURS)
def test_every_template_counts(comparison: Comparison, flavour: str) -> None:
    """Change each template in turn, in a folder of the user's that has copies of all."""
    checkout = comparison.checkout
    shutil.rmtree(checkout.folder / "docs")
    write_all(checkout, SMALL)
    write_all(checkout, config('templates = "own"', f'flavour = "{flavour}"'))
    shutil.copytree(own_templates(), checkout.folder / "own")
    folders = (flavour, "shared") if flavour == FLAVOURS[0] else (flavour,)
    outcomes = [comparison.incremental()]
    for path in TEMPLATES:
        if path.split("/")[0] in folders:
            file = checkout.folder / "own" / path
            content = file.read_text(encoding="utf-8")
            checkout.write(f"own/{path}", f"# changed\n{content}")
            outcomes.append(comparison.incremental())
            assert outcomes[-1].generated != outcomes[-2].generated, path
    assert_equal(outcomes[-1], comparison.from_nothing(), "the last run")


DOCGEN = own_templates().parent / "docgen"


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy docgen and its templates, and compile the copy."""
    folder = tmp_path_factory.mktemp("compiled")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(DOCGEN, folder / "docgen", ignore=ignored)
    shutil.copytree(own_templates(), folder / "templates")
    compileall.compile_dir(folder / "docgen", quiet=1)
    return folder


@pytest.fixture
def copied(checkout: Checkout, tmp_path: Path, compiled: Path) -> Path:
    """Copy the compiled docgen; run it until nothing changes."""
    folder = tmp_path / "copied"
    shutil.copytree(compiled, folder)
    write_all(checkout, EVERY_KIND)
    for command in ("generate", "lint", "generate"):
        run_copied(folder, command)
    return folder


LATER = """\
import sys, time
real = time.time_ns
time.time_ns = lambda: real() + 10 ** 10
from docgen.cli import main
"""
RUN = f"{LATER}sys.exit(main(sys.argv[1:]))"
"""Runs docgen at a time at which it trusts the times of files written just now."""

STEPS = f"""{LATER}
import json, pathlib
from docgen.markdown import parse
parsed = pathlib.Path("parsed")
def noting(path, content, parse_page=parse.parse):
    parsed.touch()
    return parse_page(path, content)
parse.parse = noting
found = []
for change, command in json.loads(sys.argv[1]):
    exec(change)
    main([command])
    found.append(parsed.exists())
    parsed.unlink(missing_ok=True)
print("\\n", json.dumps(found))
"""
"""Makes changes, runs docgen after each, and prints whether any process parsed a page."""


def run_copied(folder: Path, *arguments: str, program: str = RUN) -> Run:
    """Run a copy of docgen in the current folder."""
    without = {"PYTHONDONTWRITEBYTECODE"}  # to compile docgen each time takes a second
    environment = {k: v for k, v in os.environ.items() if k not in without}
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**environment, "PYTHONPATH": str(folder)},
    )
    return comparable(Run(done.returncode, done.stdout, done.stderr))


Step = tuple[str, str]
"""A statement that changes something, perhaps empty, and the command to run after it."""


def are_parsed(folder: Path, steps: Sequence[Step]) -> list[bool]:
    """Return for each step whether its command parses pages, so does not use what it had cached.

    One process makes all steps.
    """
    ran = run_copied(folder, json.dumps(steps), program=STEPS)
    assert ran.status == 0, ran.err
    found: list[bool] = json.loads(ran.out.splitlines()[-1])
    return found


def edit_copied(folder: Path, old: str, new: str) -> None:
    """Replace a string in the one file of a copy that has it."""
    files = [
        file
        for file in folder.rglob("*")
        if file.suffix in {".py", ".jinja"} and old in file.read_text(encoding="utf-8")
    ]
    assert len(files) == 1, f"{old!r} is in {files}"
    content = files[0].read_text(encoding="utf-8")
    files[0].write_text(content.replace(old, new), encoding="utf-8")
    # Python does not compile a module again that has the same size and second.
    Path(cache_from_source(str(files[0]))).unlink(missing_ok=True)


OWN_CHANGES = {
    "a message": ("that was read declares {", "that was read has {"),
    "how a page is parsed": (
        "text = decode(path, content)",
        'text = decode(path, content.replace(b"People", b"Persons"))',
    ),
    "how a cell is extracted": (
        r'_OR = frozenset({"or", "|"})',
        r'_OR = frozenset({"and", "|"})',
    ),
    "a primitive type": ('"Edm.Int32": ("int32",', '"Edm.Int32": ("int32000",'),
    "how a file is emitted": (
        "return EmittedFile(file.content, record_of(file))",
        'file = type(file)(path=file.path, content=f"# new\\n{file.content}", pages=file.pages)'
        "\n    return EmittedFile(file.content, record_of(file))",
    ),
    "a template": (
        "class {{ protocol.name }}(Protocol):",
        "class {{ protocol.name }}X(Protocol):",
    ),
}
"""Strings of docgen to replace, and their replacements."""


def test_each_change_of_docgen_itself_counts(
    checkout: Checkout, copied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Make one change after another; each result equals one from nothing, in another checkout."""
    nothing = Checkout(tmp_path / "nothing" / "checkout")
    shutil.copytree(checkout.folder, nothing.folder)
    before = checkout.tree(), run_copied(copied, "lint")
    for name, change in OWN_CHANGES.items():
        edit_copied(copied, *change)
        found = [run_copied(copied, command) for command in COMMANDS]
        after = checkout.tree(), found[1]
        assert before != after, name
        shutil.rmtree(nothing.folder / "generated")
        with monkeypatch.context() as context:
            context.chdir(nothing.folder)
            wanted = [run_copied(copied, one, "--no-cache") for one in COMMANDS]
        assert (found, checkout.tree()) == (wanted, nothing.tree()), name
        before = after


def test_every_package_of_docgen_counts(checkout: Checkout, copied: Path) -> None:
    """Change a module of each package in turn; one page is enough to see that it is read again."""
    shutil.rmtree(checkout.folder / "docs")
    write_all(checkout, {MOOD: EVERY_KIND[MOOD], **config("client = false")})
    for command in COMMANDS:
        run_copied(copied, command)
    unchanged = [("", command) for command in COMMANDS]
    assert are_parsed(copied, unchanged) == [False, False]
    packages = sorted(file.parent for file in (copied / "docgen").rglob("__init__.py"))
    modules = [max(package.glob("*.py")) for package in packages]
    steps = [
        (f"print('CHANGED = True', file=open({str(module)!r}, 'a'))", command)
        for module, command in zip(modules, cycle(COMMANDS), strict=False)
    ]
    parsed = dict(zip(modules, are_parsed(copied, steps), strict=True))
    assert parsed == dict.fromkeys(modules, True)
    assert are_parsed(copied, [("", steps[-1][1])]) == [False]


ENVIRONMENTS = {
    "the version of Python": "sys.version += command",
    "a tool that determines the output": "sys.path.append('tools for ' + command)",
}
"""Statements that change something of the environment, in another way for each command."""


def test_a_change_of_the_environment_counts(checkout: Checkout, copied: Path) -> None:
    checkout.write("tools for generate/black-98.0.0.dist-info/METADATA", "")
    checkout.write("tools for lint/black-99.0.0.dist-info/METADATA", "")
    for name, change in ENVIRONMENTS.items():
        for command in COMMANDS:
            steps = [("", command), (change, command), ("", command)]
            assert are_parsed(copied, steps) == [False, True, False], (name, command)
