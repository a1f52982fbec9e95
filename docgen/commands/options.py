"""Options that several commands share, and the memo that they determine."""

import os
from collections.abc import Sequence

from msgspec import Struct

from docgen.build.cache_folder import cache_folder
from docgen.build.memo import Memo, Progress, digest_of, no_progress
from docgen.build.store import Store
from docgen.build.toolchain import Toolchain, toolchain, toolchain_status
from docgen.config import Target


class Options(Struct, frozen=True, kw_only=True):
    """The use of the cache, the number of workers (`None`: chosen by docgen), and the progress."""

    is_cached: bool = True
    workers: int | None = None
    progress: Progress = no_progress


DEFAULTS = Options()


def open_memo(
    target: Target, options: Options, *, is_whole: bool = True, slot: str = ""
) -> Memo:
    """Return the memo for the pages of a target.

    A `slot` keeps the last results of another version of the pages apart from those of the working
    tree.
    The cache is used for complete page sets only, because the next run on single pages is usually
    about other pages. It is not used with `DOCGEN_TRACEBACK`, so that a bug can be reproduced.
    """
    is_cached = options.is_cached and is_whole and "DOCGEN_TRACEBACK" not in os.environ
    cache = cache_folder(os.environ) if is_cached else None
    store = Store(cache, _store_name(target.source), slot)
    status = toolchain_status(target.templates)
    record = f"toolchain-{digest_of(target.templates).hex()[:16]}"
    last = store.record(record, Toolchain) if cache else None
    current = toolchain(target.templates, status, last) if cache else Toolchain(status)
    if current != last:
        store.write_record(record, current)
    return Memo(store, current, workers=options.workers, progress=options.progress)


def _store_name(sources: Sequence[str]) -> str:
    digest = digest_of([os.path.realpath(source) for source in sources])
    return f"sources-{digest.hex()[:16]}"
