"""Hostile text in every place of a schema: it is held as text, and nothing of it is run."""

import ast
import builtins
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from docgen.files import GeneratedFile
from docgen.python.lower import lower
from docgen.render import render
from docgen.schema.model import (
    EnumType,
    Member,
    Operation,
    Property,
    QualifiedName,
    Schema,
    Source,
    StructuredType,
    TypeReference,
    WireName,
)

RUN = "__import__('builtins').HOSTILE.append(1)"

TEXTS = {
    "three quotes": f'"""\n{RUN}\n"""',
    "three quotes behind a backslash": f'\\"""\n{RUN}\n\\"""',
    "a quote": f'" + {RUN} + "',
    "a small quote": f"' + {RUN} + '",
    "a backslash": "\\",
    "a line end": f"a\n{RUN}\n",
    "other line ends": f"a\r{RUN}\x0b{RUN}\x0c{RUN}\x85{RUN}\u2028{RUN}\u2029{RUN}",
    "a comment": f"# a\n{RUN}",
    "a template": "{{ view.__class__.__mro__ }} {% for x in y %} {# #}",
    "braces": f"{{{RUN}}}",
    "a format": "%s %(x)s {0} $x",
    "a NUL": f"a\0{RUN}",
    "right-to-left marks": f"\u202e\u2066{RUN}\u2069",
    "a lone surrogate": "\ud800",
    "blanks": "   ",
    "nothing": "",
    "a path": "../../../../tmp/x",
    "an absolute path": "/etc/passwd",
    "a device": "nul",
    "a keyword": "class",
    "a dunder": "__init__",
    "brackets": "](x)](((([[[{{{<!-- -->",
    "a million characters": "a" * 1_000_000,
    "a million line ends": "\n" * 1_000_000,
    "a million quotes": '"' * 1_000_000,
}


def hostile(text: str) -> Schema:
    """Give a schema that has the text wherever a schema has text."""
    at = Source(path=f"{text}.md", line=1)
    name = QualifiedName(f"m.g.{text}")
    wire = WireName(text)
    string = TypeReference(name=QualifiedName("Edm.String"))
    enum = EnumType(
        name=QualifiedName(f"m.g.{text}Kind"),
        description=text,
        sources=(at,),
        members=(
            Member(name=text, description=text, source=at),
            Member(name="other", description=text, source=at),
        ),
    )
    base = StructuredType(
        kind="entity",
        name=QualifiedName(f"{text}.base"),
        description=text,
        sources=(at,),
    )
    model = StructuredType(
        kind="entity",
        name=name,
        base_type=base.name,
        description=text,
        sources=(at,),
        sample=None,
        properties=(
            Property(name=wire, type=string, source=at, description=text),
            Property(
                name=WireName("kind"), type=TypeReference(name=enum.name), source=at
            ),
            Property(
                name=WireName("self"),
                type=TypeReference(name=name, is_collection=True, is_declared=True),
                source=at,
            ),
        ),
        operations=(
            Operation(
                name=text,
                label=text,
                returns=TypeReference(name=QualifiedName("Edm.Untyped")),
                returns_text=text,
                description=text,
                api_page=text,
                source=at,
            ),
            Operation(
                name="create",
                label=text,
                returns=TypeReference(name=name),
                returns_text=text,
                description=None,
                api_page=text,
                source=at,
            ),
        ),
    )
    import json

    sample = json.dumps({text: text, "kind": text, "self": [{text: [text]}], "x": text})
    return Schema(types=(replace(model, sample=sample), enum, base), pages=())


def generated(text: str) -> tuple[GeneratedFile, ...]:
    views = lower(hostile(text), package="hostile", root_namespace="m.g").value
    return render(views, template_folders=(), flavour="dataclass")


@pytest.fixture
def hostilities(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    ran: list[int] = []
    monkeypatch.setattr(builtins, "HOSTILE", ran, raising=False)
    return ran


@pytest.fixture
def fresh() -> Iterator[None]:
    yield
    for name in [n for n in sys.modules if n.partition(".")[0] == "hostile"]:
        del sys.modules[name]


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_nothing_of_it_is_run_and_all_of_it_is_held(
    text: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    hostilities: list[int],
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    files = generated(text)
    for file in files:
        path = tmp_path / file.path
        assert path.resolve().is_relative_to(tmp_path.resolve())
        assert len(file.path) <= 100
        assert file.path.isascii()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8")
    models = importlib.import_module("hostile.models")
    model = models.lookup(f"m.g.{text}")
    enum = models.lookup_enum(f"m.g.{text}Kind")
    for file in files:
        if file.path.endswith(".py") and "/test" not in file.path:
            name = file.path.removesuffix(".py").removesuffix("/__init__")
            importlib.import_module(name.replace("/", "."))
    document = {text: "a", "kind": text}
    assert model.from_dict(document).to_dict() == document
    assert enum.read(text).is_known
    assert hostilities == []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_test_of_it_is_green(text: str, hostilities: list[int]) -> None:
    tests = [f for f in generated(text) if "/test_" in f.path]
    assert len(tests) == 3
    for file in tests:
        tree = ast.parse(file.text)
        calls = {ast.unparse(n.func) for n in ast.walk(tree) if isinstance(n, ast.Call)}
        assert not {call for call in calls if "import" in call or "append" in call}
    assert hostilities == []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_character_that_readers_do_not_see_is_written(text: str) -> None:
    for file in generated(text):
        assert all(c.isprintable() or c == "\n" for c in file.text)


def test_paths_differ_in_more_than_case() -> None:
    paths = [file.path.lower() for text in TEXTS.values() for file in generated(text)]
    per_text = [[f.path.lower() for f in generated(text)] for text in TEXTS.values()]
    assert paths
    assert all(len(found) == len(set(found)) for found in per_text)
