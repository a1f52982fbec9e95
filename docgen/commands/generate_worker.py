"""The worker that `generate` starts before it knows which pages changed: it has what a few need.

It starts before this process imports what builds a target: each page of memory that both processes
have is copied when it changes.
"""

import os
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import msgpack

from docgen.build.memo import Memo
from docgen.build.output_state import LastStates, compare_output
from docgen.build.standby import NO_STANDBY, Standby
from docgen.build.standby_worker import standby
from docgen.build.workers import worker_count
from docgen.config import Target
from docgen.output.paths import MANIFEST
from docgen.pages.page_set import PageFile

if TYPE_CHECKING:
    from docgen.build.emit import EmittedFiles, StoredTemplates, Templates


def generate_worker(
    target: Target, memo: Memo, last: LastStates
) -> AbstractContextManager[Standby]:
    """Start a worker that parses pages, emits files, and compares the output with `last`.

    None is started for the first run, or if so few files are known that it would save no time.
    """
    is_first = not os.path.exists(os.path.join(target.output, MANIFEST))
    if is_first or not worker_count(1, memo.workers, len(last.known)):
        return nullcontext(NO_STANDBY)
    emitter = _Emitter(target, memo)
    return standby(
        {
            "declare": _declare,
            "emit_encoded": emitter.emit,
            compare_output.__name__: lambda _: last.compared(),
        },
        [_prepare_declare, emitter.prepare, last.compared],
    )


def _prepare_declare() -> None:
    from docgen.pipeline import prepare_declare

    prepare_declare()


def _declare(pages: bytes) -> Sequence[object]:
    from docgen.pipeline import declare

    return [*map(declare, msgpack.decode(pages, type=list[PageFile]))]


class _Emitter:
    """Emits files in the worker; it loads the templates of a target once."""

    def __init__(self, target: Target, memo: Memo) -> None:
        self._target, self._memo = target, memo

    @cached_property
    def _templates(self) -> "tuple[Templates, StoredTemplates]":
        from docgen.build.emit import StoredTemplates, templates_of

        version = self._memo.toolchain.version_of_templates
        return templates_of(self._target, version), StoredTemplates(self._memo)

    def prepare(self) -> None:
        from docgen.build.emit import preload

        preload(*self._templates)

    def emit(self, views: bytes) -> "EmittedFiles":
        from docgen.build.emit import emit_encoded

        return emit_encoded(views, *self._templates)
