"""Emit: from a view to a generated file and its record in the manifest."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.msgpack import Decoder

from docgen.build.memo import Memo, digest_of
from docgen.build.standby import NO_ANSWER, Standby
from docgen.config import ConfigError, Target
from docgen.edits.decision import FileRecord
from docgen.python.views import FileView, PackageView

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.render.templates import CompiledTemplates


class Templates(Struct, frozen=True, kw_only=True):
    """The templates of a target: the user's folders, the flavour, a digest of all templates."""

    folders: tuple[str, ...]
    flavour: str
    digest: bytes

    @property
    def memo_key(self) -> tuple[str, bytes]:
        """What a result depends on: the content of the templates, not their location."""
        return self.flavour, self.digest


def templates_of(target: Target, digest: bytes = b"") -> Templates:
    """Return the templates of a target; `digest` changes whenever one of them does."""
    return Templates(folders=target.templates, flavour=target.flavour, digest=digest)


class EmittedFile(Struct, frozen=True, array_like=True):
    """The source code of a generated file, and its record in the manifest."""

    content: str
    record: FileRecord


class EmittedFiles(Struct, frozen=True, array_like=True):
    """Files that another process emitted, and templates that it compiled, by their keys."""

    files: tuple[EmittedFile, ...]
    compiled: Mapping[str, bytes]


class StoredTemplates:
    """The compiled templates in the store of a memo."""

    def __init__(self, memo: Memo) -> None:
        """Use the store of `memo`."""
        self._memo = memo
        self._added: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """Return a compiled template, if it is stored and intact."""
        return self._memo.store.blob(_TEMPLATES, self._key(key))

    def add(self, key: str, compiled: bytes) -> None:
        """Store a compiled template."""
        self._added[key] = compiled
        self._memo.store.add(_TEMPLATES, self._key(key), compiled)

    def take_added(self) -> Mapping[str, bytes]:
        """Return what was added here since the last call, for the process that stores it."""
        added, self._added = self._added, {}
        return added

    def _key(self, key: str) -> bytes:
        return digest_of(self._memo.toolchain.code, key)


_TEMPLATES = "template"


def emit(
    view: FileView, templates: Templates, compiled: "CompiledTemplates | None" = None
) -> EmittedFile:
    """Render a view; raises `ConfigError` for an error in a template of the user.

    `compiled` saves time, and makes no difference to the result.
    """
    from docgen.output.planning import record_of
    from docgen.render.templates import BadTemplateError, render

    try:
        (file,) = render(
            PackageView(files=(view,)),
            template_folders=_folders(templates),
            flavour=templates.flavour,
            version=templates.digest,
            compiled=compiled,
        )
    except BadTemplateError as error:
        if not templates.folders:
            raise
        raise ConfigError(str(error)) from error
    return EmittedFile(file.content, record_of(file))


def emit_encoded(
    views: bytes, templates: Templates, compiled: StoredTemplates
) -> EmittedFiles:
    """Render encoded views, as `emit` does, in a process that is not the one that stores them."""
    files = tuple(emit(view, templates, compiled) for view in _DECODER.decode(views))
    return EmittedFiles(files, compiled.take_added())


def begin_to_emit(
    standby: Standby,
    views: Sequence[FileView],
    templates: Templates,
    compiled: StoredTemplates,
) -> Callable[[], tuple[EmittedFile, ...]]:
    """Return a function that returns what `emit` does for each view.

    If the worker has `emit_encoded`, it begins to render them now.
    """
    answer = standby.ask(emit_encoded.__name__, views) if views else NO_ANSWER

    def emitted() -> tuple[EmittedFile, ...]:
        content = answer.get()
        if content is None:
            return tuple(emit(view, templates, compiled) for view in views)
        found = _FILES_DECODER.decode(content)
        for key, template in found.compiled.items():
            compiled.add(key, template)
        return found.files

    return emitted


_DECODER = Decoder(list[FileView])
_FILES_DECODER = Decoder(EmittedFiles)


def preload(templates: Templates, compiled: "CompiledTemplates | None" = None) -> None:
    """Import what `emit` needs and load its templates, before the first file is emitted."""
    from docgen.output.planning import record_of
    from docgen.render.files import GeneratedFile
    from docgen.render.formatting import formatted_by_rule
    from docgen.render.templates import load

    load(_folders(templates), templates.flavour, templates.digest, compiled)
    formatted_by_rule(_OF_NO_SHAPE)
    record_of(GeneratedFile(path="module.py", content="NAME = 1\n", pages=()))


_OF_NO_SHAPE = f"NAME = 1 + {'1' * 90}\n"
"""A long line that is compared with each shape of a line, so that all patterns are compiled."""


def _folders(templates: Templates) -> "list[Path]":
    from pathlib import Path

    return [Path(folder).absolute() for folder in templates.folders]
