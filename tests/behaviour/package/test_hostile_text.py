"""Hostile text anywhere in a schema becomes strings; none of it is executed."""

import ast
import builtins
import importlib
import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from calls import EVERY_FLAVOUR, calls_of
from msgspec import Struct

from docgen.python import descriptions, enums, models, operation_docstrings
from docgen.python.lower import lower
from docgen.python.signatures import stage
from docgen.python.views import (
    BOTH_STYLES,
    CallStyleView,
    CallView,
    ClientView,
    MethodView,
)
from docgen.render.files import GeneratedFile
from docgen.render.templates import render
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

SURROGATE = "\ud800"
"""Not a valid key for pydantic; pages can't contain it, because decoding replaces it."""

TEXTS = {
    "three quotes": f'"""\n{RUN}\n"""',
    "three quotes after a backslash": f'\\"""\n{RUN}\n\\"""',
    "a quote": f'" + {RUN} + "',
    "a single quote": f"' + {RUN} + '",
    "a backslash": "\\",
    "a newline": f"a\n{RUN}\n",
    "other line endings": f"a\r{RUN}\x0b{RUN}\x0c{RUN}\x85{RUN}\u2028{RUN}\u2029{RUN}",
    "a comment": f"# a\n{RUN}",
    "a template": "{{ view.__class__.__mro__ }} {% for x in y %} {# #}",
    "braces": f"{{{RUN}}}",
    "a format": "%s %(x)s {0} $x",
    "a NUL": f"a\0{RUN}",
    "right-to-left marks": f"\u202e\u2066{RUN}\u2069",
    "a lone surrogate": SURROGATE,
    "spaces": "   ",
    "an empty string": "",
    "a path": "../../../../tmp/x",
    "an absolute path": "/etc/passwd",
    "a device": "nul",
    "a keyword": "class",
    "a special method": "__init__",
    "brackets": "](x)](((([[[{{{<!-- -->",
}

VERY_LONG = {
    "a million letters": "a" * 1_000_000,
    "a million newlines": "\n" * 1_000_000,
    "a million quotes": '"' * 1_000_000,
    "a million backslashes": "\\" * 1_000_000,
    "a million words": "a b " * 250_000,
}
"""Texts that are too long for names; pages with such names are rejected earlier."""


def hostile(text: str, named: str) -> Schema:
    """Return a schema with `text` as every description, and with `named` in its names."""
    at = Source(path=f"{text}.md", line=1)
    sample = {text: text, named: text, "kind": text, "self": [{named: [text]}]}
    name = QualifiedName(f"m.g.{named}")
    wire = WireName(named)
    string = TypeReference(name=QualifiedName("Edm.String"))
    enum = EnumType(
        name=QualifiedName(f"m.g.{named}Kind"),
        description=text,
        sources=(at,),
        members=(
            Member(name=named, description=text, source=at),
            Member(name="other", description=text, source=at),
        ),
    )
    base = StructuredType(
        kind="entity",
        name=QualifiedName(f"{named}.base"),
        description=text,
        sources=(at,),
    )
    model = StructuredType(
        kind="entity",
        name=name,
        base_type=base.name,
        description=text,
        sources=(at,),
        sample=json.dumps(sample),
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
                name=named,
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
    return Schema(types=(model, enum, base), pages=())


READING = {
    descriptions: ["prose_paragraphs"],
    enums: ["cell_paragraphs"],
    models: ["cell_paragraphs"],
    operation_docstrings: ["cell_paragraphs"],
    stage: ["label_words", "short_label_words"],
}
"""Modules with the functions that read text, for which they need seconds if it is very long."""


@pytest.fixture(scope="module", autouse=True)
def text_is_read_once() -> Iterator[None]:
    """Have text read once, not again for each type, member and flavour that has it."""
    with pytest.MonkeyPatch.context() as patch:
        for module, names in READING.items():
            for name in names:
                patch.setattr(module, name, cache(getattr(module, name)))
        yield


@cache
def generated(text: str, named: str, flavour: str) -> tuple[GeneratedFile, ...]:
    schema = hostile(text, named)
    lowered = lower(schema, package="hostile", root_namespace="m.g", flavour=flavour)
    return render(lowered.value, template_folders=(), flavour=flavour)


@pytest.fixture
def executed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    calls: list[int] = []
    monkeypatch.setattr(builtins, "HOSTILE", calls, raising=False)
    return calls


@pytest.fixture
def without_modules() -> Iterator[None]:
    yield
    for name in [n for n in sys.modules if n.partition(".")[0] == "hostile"]:
        del sys.modules[name]


@pytest.mark.usefixtures("without_modules")
@EVERY_FLAVOUR
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_text_is_a_string_and_not_executed(
    text: str,
    flavour: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    executed: list[int],
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    named = "name" if flavour == "pydantic" and text == SURROGATE else text
    files = generated(text, named, flavour)
    write(files, tmp_path)
    models = importlib.import_module("hostile.models")
    model = models.lookup(f"m.g.{named}")
    enum = models.lookup_enum(f"m.g.{named}Kind")
    for file in files:
        if file.path.endswith(".py") and "/test" not in file.path:
            name = file.path.removesuffix(".py").removesuffix("/__init__")
            importlib.import_module(name.replace("/", "."))
    document = {named: "a", "kind": text}
    if flavour == "typeddict":
        assert model.__optional_keys__ >= document.keys()
    else:
        calls = calls_of(flavour, importlib.import_module("hostile"))
        assert calls.write(calls.read(model, document)) == document
    assert enum.read(named).is_known
    for file in files:
        if "/test_" in file.path:
            run_tests(file.content)
    assert executed == []


def write(files: tuple[GeneratedFile, ...], folder: Path) -> None:
    for file in files:
        path = folder / file.path
        assert path.resolve().is_relative_to(folder.resolve())
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.content, encoding="utf-8")


@pytest.mark.usefixtures("without_modules")
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_code_that_is_compiled_at_run_time_has_only_field_names(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    write(generated(text, text, "dataclass"), tmp_path)
    codec = importlib.import_module("hostile._codec")
    model = importlib.import_module("hostile.models").lookup(f"m.g.{text}")
    tree = ast.parse(codec.source_of(codec.plan_of(model)))
    nodes = {type(node) for node in ast.walk(tree)}
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    attributes = {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
    constants = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)]
    assert len(tree.body) == 1
    assert {re.sub(r"[0-9]+", "", name) for name in names} <= KNOWN_NAMES
    assert attributes <= {*codec.wire_names(model), "write"}
    assert set(constants) <= {None}
    assert not nodes & {ast.Import, ast.ImportFrom, ast.Lambda, ast.FormattedValue}


KNOWN_NAMES = {"model", "data", "value", "wire_", "kind_"}


def run_tests(source: str) -> None:
    """Run every test of a generated module."""
    namespace: dict[str, object] = {}
    exec(source, namespace)  # noqa: S102
    tests = [value for name, value in namespace.items() if name.startswith("test_")]
    assert tests
    for test in tests:
        assert callable(test)
        test()


ALL_TEXTS = {
    **{name: (text, text) for name, text in TEXTS.items()},
    **{name: (text, "name") for name, text in VERY_LONG.items()},
}


@EVERY_FLAVOUR
@pytest.mark.parametrize(("text", "named"), ALL_TEXTS.values(), ids=ALL_TEXTS.keys())
def test_text_in_tests_is_a_string(
    text: str, named: str, flavour: str, executed: list[int]
) -> None:
    tests = [f for f in generated(text, named, flavour) if "/test_" in f.path]
    assert len(tests) == 3
    for file in tests:
        tree = ast.parse(file.content)
        calls = {ast.unparse(n.func) for n in ast.walk(tree) if isinstance(n, ast.Call)}
        called = {name for call in calls for name in call.split(".")}
        assert not called & {"__import__", "append"}
    assert executed == []


@EVERY_FLAVOUR
@pytest.mark.parametrize(("text", "named"), ALL_TEXTS.values(), ids=ALL_TEXTS.keys())
def test_generated_code_has_no_invisible_characters(
    text: str, named: str, flavour: str
) -> None:
    for file in generated(text, named, flavour):
        assert all(c.isprintable() or c == "\n" for c in file.content)


HARMLESS = (
    *(ast.Module, ast.Expr, ast.Import, ast.ImportFrom, ast.alias, ast.Name, ast.Load),
    *(ast.Attribute, ast.Constant, ast.Subscript, ast.BinOp, ast.BitOr, ast.UnaryOp),
    *(ast.USub, ast.Dict, ast.List, ast.Tuple, ast.keyword),
    *(ast.FunctionDef, ast.AsyncFunctionDef, ast.arguments, ast.arg),
    *(ast.AnnAssign, ast.Assign, ast.Store, ast.Return, ast.Raise, ast.Await),
)
"""Nodes of code without side effects, and of the bodies of methods of clients."""

CALLED = {"field", "Field", "NotImplementedError", "Operation"}
"""Functions that a default, the body of a method or a constant may call."""

SENDERS = {"_download", "_long_running", "_one", "_pages"}
"""Methods of `self` that the body of a method may call."""


@EVERY_FLAVOUR
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_code_in_views_is_a_single_harmless_statement(text: str, flavour: str) -> None:
    views = lower(
        hostile(text, text), package="hostile", root_namespace="m.g", flavour=flavour
    )
    snippets = {code for file in views.value.files for code in printed(file.view)}
    assert snippets
    for code in snippets:
        is_head = code.startswith(("def ", "async def ")) and code.endswith(":")
        tree = ast.parse(f"{code} ..." if is_head else code)
        assert len(tree.body) <= 1
        assert all(map(is_harmless, ast.walk(tree))), code


def is_harmless(node: ast.AST) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        owner = node.func.value
        is_self = isinstance(owner, ast.Name) and owner.id == "self"
        return is_self and node.func.attr in SENDERS
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in CALLED
    return isinstance(node, HARMLESS)


def printed(view: object) -> Iterator[str]:
    """Yield all strings of a view and of the views in it, except for words such as `async`."""
    match view:
        case CallStyleView():
            assert view in BOTH_STYLES  # the same for all pages
        case str():
            yield view
        case MethodView():
            yield view.docstring
            yield from map("\n".join, (view.head, *view.overloads))
        case CallView():
            yield from map("\n".join, (view.head, *view.overloads, view.body))
        case ClientView():
            yield from map("\n".join, view.operations)
            yield from printed((view.module_docstring, view.imports, view.classes))
        case tuple():
            for item in view:
                yield from printed(item)
        case Struct():
            for name in view.__struct_fields__:
                yield from printed(getattr(view, name))


@EVERY_FLAVOUR
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_paths_are_safe_and_different_in_lower_case(text: str, flavour: str) -> None:
    paths = [file.path for file in generated(text, text, flavour)]
    assert len({path.lower() for path in paths}) == len(paths)
    assert all(path.isascii() and len(path) <= 100 for path in paths)
    assert not any({"", ".", ".."} & set(path.split("/")) for path in paths)


@EVERY_FLAVOUR
@pytest.mark.parametrize("text", VERY_LONG.values(), ids=VERY_LONG.keys())
def test_very_long_text_is_cut(text: str, flavour: str) -> None:
    assert max(len(file.content) for file in generated(text, "name", flavour)) < 50_000
