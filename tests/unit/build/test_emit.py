"""Emitting files: compiled templates of earlier runs."""

from pathlib import Path
from unittest.mock import Mock

import pytest
from jinja2 import Environment
from msgspec import msgpack
from msgspec.structs import replace

from docgen.build.emit import (
    StoredTemplates,
    Templates,
    begin_to_emit,
    emit,
    emit_encoded,
)
from docgen.build.memo import Memo
from docgen.build.standby import NO_STANDBY, PendingAnswer, Standby
from docgen.build.store import Store
from docgen.build.toolchain import Toolchain
from docgen.config import ConfigError
from docgen.python.lower import lower
from docgen.python.views import FileView
from docgen.render import templates as rendering
from docgen.render.templates import BadTemplateError
from docgen.schema.model import EnumType, Member, QualifiedName, Schema, Source

AT = Source(path="resources/kind.md", line=1)
SCHEMA = Schema(
    types=(
        EnumType(
            name=QualifiedName("m.g.kind"),
            sources=(AT,),
            members=(Member(name="a", source=AT),),
        ),
    ),
    pages=(),
)


def enum_view() -> FileView:
    files = lower(SCHEMA, package="graph", root_namespace="m.g", flavour="dataclass")
    return next(one for one in files.value.files if one.template == "enum.py")


def without_loaded_templates() -> None:
    """Forget the templates that this process has loaded, as a new process would."""
    rendering._environment.cache_clear()


def test_templates_are_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    templates = Templates(folders=(), flavour="dataclass", digest=b"1")
    compiled = StoredTemplates(Memo())
    without_loaded_templates()
    first = emit(enum_view(), templates, compiled)
    without_loaded_templates()
    monkeypatch.setattr(Environment, "compile", Mock(side_effect=AssertionError))
    assert emit(enum_view(), templates, compiled) == first


def test_another_version_of_docgen_compiles_templates_again() -> None:
    store = Store()
    StoredTemplates(Memo(store, Toolchain(b"", code=b"1"))).add("key", b"compiled")
    assert StoredTemplates(Memo(store, Toolchain(b"", code=b"1"))).get("key")
    assert not StoredTemplates(Memo(store, Toolchain(b"", code=b"2"))).get("key")


def test_changed_template_is_compiled_again(tmp_path: Path) -> None:
    compiled = StoredTemplates(Memo())
    template = tmp_path / "dataclass" / "enum.py.jinja"
    template.parent.mkdir()
    found = []
    for number in (1, 2):
        template.write_text(f"NUMBER = {number}\n")
        without_loaded_templates()
        templates = Templates(
            folders=(str(tmp_path),), flavour="dataclass", digest=b"same"
        )
        found.append(emit(enum_view(), templates, compiled).content)
    assert found == ["NUMBER = 1\n", "NUMBER = 2\n"]


def test_error_in_a_template_is_one_of_the_user_only_with_own_templates(
    tmp_path: Path,
) -> None:
    view = replace(enum_view(), template="missing.py")
    without_loaded_templates()
    with pytest.raises(ConfigError, match="missing"):
        emit(view, Templates(folders=(str(tmp_path),), flavour="dataclass", digest=b""))
    without_loaded_templates()
    with pytest.raises(BadTemplateError, match="missing"):
        emit(view, Templates(folders=(), flavour="dataclass", digest=b""))


def test_flavours_share_no_emitted_files() -> None:
    view, memo = enum_view(), Memo()
    one, other = (
        Templates(folders=(), flavour=flavour, digest=b"same")
        for flavour in ("dataclass", "pydantic")
    )
    assert memo.key(emit, view, one) != memo.key(emit, view, other)


OWN = Templates(folders=(), flavour="dataclass", digest=b"1")


class InThisProcess(Standby):
    """A worker whose functions are called in this process when it is asked."""

    def __init__(self, compiled: StoredTemplates) -> None:
        super().__init__()
        self._compiled = compiled

    def ask(self, function: str, argument: object) -> PendingAnswer:
        assert function == "emit_encoded"
        answer = PendingAnswer(self)
        found = emit_encoded(msgpack.encode(argument), OWN, self._compiled)
        answer.content = msgpack.encode(found)
        return answer


def test_files_of_another_process_are_those_of_this_one() -> None:
    worker, compiled = InThisProcess(StoredTemplates(Memo())), StoredTemplates(Memo())
    views = [enum_view(), replace(enum_view(), path="other.py")]
    expected = tuple(emit(view, OWN, compiled) for view in views)
    assert begin_to_emit(worker, views, OWN, compiled)() == expected
    assert begin_to_emit(NO_STANDBY, views, OWN, compiled)() == expected
    assert begin_to_emit(worker, [], OWN, compiled)() == ()


def test_templates_that_another_process_compiled_are_stored(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without_loaded_templates()
    compiled = StoredTemplates(Memo())
    worker = InThisProcess(StoredTemplates(Memo()))
    (file,) = begin_to_emit(worker, [enum_view()], OWN, compiled)()
    without_loaded_templates()
    monkeypatch.setattr(Environment, "compile", Mock(side_effect=AssertionError))
    assert emit(enum_view(), OWN, compiled) == file
