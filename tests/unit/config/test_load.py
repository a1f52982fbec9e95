"""The configuration: where it is found, what it says, what is refused and in which words."""

from pathlib import Path

import pytest

from docgen.config import Config, ConfigError, Target, config_file, load
from docgen.diagnostics import Severity


@pytest.fixture(autouse=True)
def _checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def configured(text: str) -> Config:
    Path("pyproject.toml").write_text(text, encoding="utf-8")
    return load("pyproject.toml")


def refused(text: str) -> str:
    with pytest.raises(ConfigError) as error:
        configured(text)
    return str(error.value)


def test_what_is_not_said_has_a_default() -> None:
    (target,) = configured('[tool.docgen]\nsource = ["docs"]').targets
    assert target == Target(
        source=("docs",),
        output="generated",
        package="graph",
        flavour="dataclass",
        entity_base="microsoft.graph.entity",
    )


def test_what_is_said_holds() -> None:
    Path("forms").mkdir()
    config = configured("""
        [tool.docgen]
        source = ["docs/v1", "docs/extra"]
        output = "out"
        package = "teams"
        flavour = "dataclass"
        exclude = ["**/drafts/**"]
        entity_base = ""
        templates = "forms"
        [tool.docgen.severity]
        broken-link = "error"
        placeholder = "off"
    """)
    assert config.targets == (
        Target(
            source=("docs/v1", "docs/extra"),
            output="out",
            package="teams",
            entity_base="",
            exclude=("**/drafts/**",),
            templates=("forms",),
        ),
    )
    assert config.severities == {"broken-link": Severity.ERROR, "placeholder": None}


def test_a_target_says_what_differs() -> None:
    config = configured("""
        [tool.docgen]
        source = ["docs/v1"]
        exclude = ["**/drafts/**"]
        [[tool.docgen.target]]
        output = "v1"
        [[tool.docgen.target]]
        source = ["docs/beta"]
        output = "beta"
        package = "graph_beta"
    """)
    assert [(t.source, t.output, t.package, t.exclude) for t in config.targets] == [
        (("docs/v1",), "v1", "graph", ("**/drafts/**",)),
        (("docs/beta",), "beta", "graph_beta", ("**/drafts/**",)),
    ]


def test_paths_hold_from_the_folder_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured('[tool.docgen]\nsource = ["docs"]')
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir("docs")
    file = config_file(".")
    assert file == "../pyproject.toml"
    (target,) = load(file).targets
    assert (target.source, target.output) == (("../docs",), "../generated")


def test_a_file_without_the_table_is_passed_over() -> None:
    configured('[tool.docgen]\nsource = ["docs"]')
    inner = Path("packages/one")
    inner.mkdir(parents=True)
    (inner / "pyproject.toml").write_text("[tool.other]", encoding="utf-8")
    assert config_file("packages/one") == "pyproject.toml"


def test_the_search_ends_at_the_root_of_the_checkout() -> None:
    configured('[tool.docgen]\nsource = ["docs"]')
    Path("inner/.git").mkdir(parents=True)
    assert config_file("inner") is None


SOURCE = '[tool.docgen]\nsource = ["docs"]\n'

REFUSED = {
    "an unknown key": (
        '[tool.docgen]\nsuorce = ["docs"]',
        "[tool.docgen]: no key `suorce` is known; did you mean `source`?",
    ),
    "an unknown key that is like no other": (
        SOURCE + "qqq = 1",
        "it can be `entity_base`",
    ),
    "a string for a list": (
        '[tool.docgen]\nsource = "docs"',
        '`source` must be a list of strings: `source = ["docs"]`',
    ),
    "a list with a number": (
        "[tool.docgen]\nsource = [1]",
        "must be a list of strings",
    ),
    "no source": ("[tool.docgen]", '`source` is missing: `source = ["docs"]`'),
    "a number for a string": (SOURCE + "output = 1", "`output` must be a string"),
    "a flavour that there is not": (
        SOURCE + 'flavour = "dataclas"',
        "`flavour` can't be `dataclas`; did you mean `dataclass`?",
    ),
    "a package with a dot": (SOURCE + 'package = "a.b"', "must be an identifier"),
    "a package that is a keyword": (
        SOURCE + 'package = "class"',
        "must be an identifier",
    ),
    "a package of the standard library": (
        SOURCE + 'package = "json"',
        "`package` can't be `json`: another package has that name",
    ),
    "a package with the name of the tests": (
        SOURCE + 'package = "tests"',
        "can't be `tests`",
    ),
    "a package with the name of one that models import": (
        SOURCE + 'package = "pydantic"',
        "can't be `pydantic`",
    ),
    "templates that are no folder": (
        SOURCE + 'templates = "none"',
        "which is no folder",
    ),
    "an entity base that is no name": (SOURCE + 'entity_base = "a b"', "`entity_base`"),
    "an output that is the source": (SOURCE + 'output = "docs"', "lies in it"),
    "an output that holds the source": (
        '[tool.docgen]\nsource = ["docs/v1"]\noutput = "docs"',
        "`output` can't be `docs`: `docs/v1` is it or lies in it",
    ),
    "an output that is the checkout": (
        SOURCE + 'output = "."',
        "`output` can't be `.`",
    ),
    "an output above the checkout": (
        SOURCE + 'output = ".."',
        "`output` can't be `..`",
    ),
    "two targets with one output": (
        SOURCE + "[[tool.docgen.target]]\n[[tool.docgen.target]]",
        "`generated` is the output of two targets, or lies in one",
    ),
    "a target that is no array": (
        SOURCE + "[tool.docgen.target]",
        "an array of tables",
    ),
    "an unknown key of a target": (
        SOURCE + '[[tool.docgen.target]]\noutptu = "x"',
        "[tool.docgen.target]: no key `outptu` is known; did you mean `output`?",
    ),
    "an unknown code": (
        SOURCE + '[tool.docgen.severity]\nbroken-lnk = "off"',
        "no code `broken-lnk` is known; did you mean `broken-link`?",
    ),
    "an unknown severity": (
        SOURCE + '[tool.docgen.severity]\nbroken-link = "warn"',
        "`broken-link` can't be `warn`; did you mean `warning`?",
    ),
    "a table that is none": ("[tool]\ndocgen = 1", "it has no table [tool.docgen]"),
    "no table": ("[tool.other]", "it has no table [tool.docgen]"),
    "a typing error": ('[tool.docgen]\nsource = ["docs"', "not TOML"),
    "brackets without end": ("a = " + "[" * 100_000, "not TOML"),
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_is_refused_with_the_file_and_the_key(text: str, reason: str) -> None:
    message = refused(text)
    assert message.startswith("pyproject.toml: ")
    assert reason in message


def test_a_file_that_is_not_there_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"gone\.toml: no such file"):
        load("gone.toml")


def test_a_file_that_is_no_text_is_refused() -> None:
    Path("pyproject.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match=r"pyproject\.toml: not TOML"):
        load("pyproject.toml")
