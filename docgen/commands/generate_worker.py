"""The worker that `generate` starts before it knows which pages changed: it has what a few need."""

import os
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

from msgspec import msgpack

from docgen.build.emit import StoredTemplates, emit_encoded, preload, templates_of
from docgen.build.memo import Memo
from docgen.build.output_state import LastStates, compare_output
from docgen.build.standby import NO_STANDBY, Standby
from docgen.build.standby_worker import standby
from docgen.build.workers import worker_count
from docgen.config import Target
from docgen.output.paths import MANIFEST
from docgen.pages.page_set import PageFile
from docgen.pipeline import declare, prepare_declare


def generate_worker(
    target: Target, memo: Memo, last: LastStates
) -> AbstractContextManager[Standby]:
    """Start a worker that parses pages, emits files, and compares the output with `last`.

    None is started for the first run, or if so few files are known that it would save no time.
    """
    is_first = not os.path.exists(os.path.join(target.output, MANIFEST))
    if is_first or not worker_count(1, memo.workers, len(last.known)):
        return nullcontext(NO_STANDBY)
    templates = templates_of(target, memo.toolchain.version_of_templates)
    compiled = StoredTemplates(memo)
    return standby(
        {
            declare.__name__: lambda pages: [*map(declare, _decoded_pages(pages))],
            emit_encoded.__name__: lambda views: emit_encoded(
                views, templates, compiled
            ),
            compare_output.__name__: lambda _: last.compared(),
        },
        [
            prepare_declare,
            lambda: preload(templates, compiled),
            last.compared,
        ],
    )


def _decoded_pages(pages: bytes) -> Sequence[PageFile]:
    return msgpack.decode(pages, type=list[PageFile])
