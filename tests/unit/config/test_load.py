"""Loading: which file is used, what it sets, and which values are refused with which message."""

from pathlib import Path

import pytest

from docgen.config import Config, ConfigError, Target, config_file, load_config
from docgen.config.key_table import KEYS
from docgen.config.settings import PageIgnore
from docgen.diagnostics import Severity


@pytest.fixture(autouse=True)
def _checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def configured(text: str) -> Config:
    Path("pyproject.toml").write_text(text, encoding="utf-8")
    return load_config("pyproject.toml")


def refused(text: str) -> str:
    with pytest.raises(ConfigError) as error:
        configured(text)
    return str(error.value)


def test_a_missing_key_has_its_default() -> None:
    (target,) = configured('[tool.docgen]\nsource = ["docs"]').targets
    assert target == Target(
        source=("docs",),
        output="generated",
        package="graph",
        flavour="dataclass",
        entity_base="microsoft.graph.entity",
    )


def test_every_key_is_loaded() -> None:
    Path("forms").mkdir()
    config = configured("""
        [tool.docgen]
        source = ["docs/v1", "docs/extra"]
        output = "out"
        package = "teams"
        flavour = "dataclass"
        exclude = ["**/drafts/**"]
        entity_base = ""
        base_url = "https://api.shop.example/v1.0"
        templates = "forms"
        [tool.docgen.severity]
        broken-link = "error"
        placeholder = "off"
        [tool.docgen.per-page-ignores]
        "legacy/**" = ["broken-link", "placeholder"]
    """)
    assert config.targets == (
        Target(
            source=("docs/v1", "docs/extra"),
            output="out",
            package="teams",
            entity_base="",
            base_url="https://api.shop.example/v1.0",
            exclude=("**/drafts/**",),
            templates=("forms",),
        ),
    )
    assert config.severities == {"broken-link": Severity.ERROR, "placeholder": None}
    assert config.page_ignores == (
        PageIgnore(pattern="legacy/**", codes=("broken-link", "placeholder")),
    )


def test_a_target_overrides_keys_of_the_table_around_it() -> None:
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


def test_paths_are_relative_to_the_folder_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured('[tool.docgen]\nsource = ["docs"]')
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir("docs")
    file = config_file(".")
    assert file == "../pyproject.toml"
    (target,) = load_config(file).targets
    assert (target.source, target.output) == (("../docs",), "../generated")


def test_a_file_without_the_table_is_skipped() -> None:
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
        "[tool.docgen]: unknown key `suorce`; did you mean `source`?",
    ),
    "an unknown key that resembles no other": (
        SOURCE + "qqq = 1",
        "it can be `base_url`, `baseline`, `client`, `entity_base`",
    ),
    "a string for a list": (
        '[tool.docgen]\nsource = "docs"',
        '`source` must be a list of strings: `source = ["docs"]`',
    ),
    "a list that contains a number": (
        "[tool.docgen]\nsource = [1]",
        "must be a list of strings",
    ),
    "no source": ("[tool.docgen]", '`source` is missing: `source = ["docs"]`'),
    "a number for a string": (SOURCE + "output = 1", "`output` must be a string"),
    "an unknown flavour": (
        SOURCE + 'flavour = "dataclas"',
        "`flavour` can't be `dataclas`; did you mean `dataclass`?",
    ),
    "a package with an empty part": (
        SOURCE + 'package = "a..b"',
        "must be an identifier or several joined with dots, not `a..b`",
    ),
    "a package whose part is a keyword": (
        SOURCE + 'package = "acme.class"',
        "must be an identifier",
    ),
    "a package in one of the standard library": (
        SOURCE + 'package = "json.shop"',
        "can't be `json.shop`: `json` is a standard library module",
    ),
    "a package that is too long": (
        SOURCE + f'package = "acme.{"a" * 26}"',
        "characters long; the maximum is 30",
    ),
    "a package that is a keyword": (
        SOURCE + 'package = "class"',
        "must be an identifier",
    ),
    "a package of the standard library": (
        SOURCE + 'package = "json"',
        "`package` can't be `json`: `json` is a standard library module",
    ),
    "a package named like the folder of tests": (
        SOURCE + 'package = "tests"',
        "can't be `tests`",
    ),
    "a package named like the settings of pytest": (
        SOURCE + 'package = "conftest"',
        "can't be `conftest`: pytest uses modules with names such as `conftest`",
    ),
    "a package named like the tests of a type": (
        SOURCE + 'package = "test_shop.models"',
        "pytest uses modules with names such as `test_shop`",
    ),
    "a package named like one that tests import": (
        SOURCE + 'package = "pytest"',
        "can't be `pytest`: another package is named `pytest`",
    ),
    "a package named like one that clients import": (
        SOURCE + 'package = "httpx2"',
        "can't be `httpx2`",
    ),
    "a package named like one that models import": (
        SOURCE + 'package = "pydantic"',
        "can't be `pydantic`",
    ),
    "templates that are not a folder": (
        SOURCE + 'templates = "none"',
        "which is not a folder",
    ),
    "an entity base that is not a name": (
        SOURCE + 'entity_base = "a b"',
        "`entity_base`",
    ),
    "a base URL without a host": (
        SOURCE + 'base_url = "/v1.0"',
        "`base_url` must be the URL of a service",
    ),
    "a base URL with a query": (
        SOURCE + 'base_url = "https://api.shop.example/?a=b"',
        "`base_url` must be the URL of a service",
    ),
    "an output that is the source": (
        SOURCE + 'output = "docs"',
        "must not be or contain",
    ),
    "an output that contains the source": (
        '[tool.docgen]\nsource = ["docs/v1"]\noutput = "docs"',
        "`output` must not be or contain the source `docs/v1`: `docs`",
    ),
    "an output that is the checkout": (
        SOURCE + 'output = "."',
        "`output` must not be or contain",
    ),
    "an output above the checkout": (
        SOURCE + 'output = ".."',
        "`output` must not be or contain",
    ),
    "two targets with the same output": (
        SOURCE + "[[tool.docgen.target]]\n[[tool.docgen.target]]",
        "`output` `generated` overlaps the output of another target",
    ),
    "a target whose output is in that of the target before": (
        SOURCE
        + '[[tool.docgen.target]]\n[[tool.docgen.target]]\noutput = "generated/a"',
        "`output` `generated/a` overlaps the output of another target",
    ),
    "a target whose output contains that of the target before": (
        SOURCE
        + '[[tool.docgen.target]]\noutput = "generated/a"\n[[tool.docgen.target]]',
        "`output` `generated` overlaps the output of another target",
    ),
    "a target that is not an array": (
        SOURCE + "[tool.docgen.target]",
        "an array of tables",
    ),
    "an unknown key of a target": (
        SOURCE + '[[tool.docgen.target]]\noutptu = "x"',
        "[tool.docgen.target]: unknown key `outptu`; did you mean `output`?",
    ),
    "an unknown code": (
        SOURCE + '[tool.docgen.severity]\nbroken-lnk = "off"',
        "unknown code `broken-lnk`; did you mean `broken-link`?",
    ),
    "an unknown code to ignore": (
        SOURCE + '[tool.docgen.per-page-ignores]\n"a/*" = ["broken-lnk"]',
        "[tool.docgen.per-page-ignores]: unknown code `broken-lnk`; did you mean",
    ),
    "codes to ignore that are not a list": (
        SOURCE + '[tool.docgen.per-page-ignores]\n"a/*" = "broken-link"',
        '`a/*` must be a list of strings: `"a/*" = ["broken-link"]`',
    ),
    "an unknown severity": (
        SOURCE + '[tool.docgen.severity]\nbroken-link = "warn"',
        "`broken-link` can't be `warn`; did you mean `warning`?",
    ),
    "a table that is a number": ("[tool]\ndocgen = 1", "it has no table [tool.docgen]"),
    "no table": ("[tool.other]", "it has no table [tool.docgen]"),
    "a syntax error": ('[tool.docgen]\nsource = ["docs"', "not TOML"),
    "deeply nested brackets": ("a = " + "[" * 100_000, "not TOML"),
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_the_error_names_the_file_and_the_key(text: str, reason: str) -> None:
    message = refused(text)
    assert message.startswith("pyproject.toml: ")
    assert reason in message


def test_a_missing_file_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"gone\.toml: no such file"):
        load_config("gone.toml")


def test_a_file_that_is_not_utf_8_is_refused() -> None:
    Path("pyproject.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match=r"pyproject\.toml: not TOML"):
        load_config("pyproject.toml")


@pytest.mark.parametrize("package", ["graph", "acme.shop", "a.b.c"])
def test_a_package_may_have_dots(package: str) -> None:
    (target,) = configured(SOURCE + f'package = "{package}"').targets
    assert target.package == package


def test_the_defaults_of_the_key_table_are_those_of_a_target() -> None:
    target = Target()
    for key in KEYS:
        if key.default is not None and key.name not in {"output", "rules"}:
            assert getattr(target, key.name) == key.default
