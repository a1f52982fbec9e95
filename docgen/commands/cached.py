"""Where what earlier runs found out may be looked for."""

import os

from docgen.cache.folder import cache_folder


def folder_of_cache(*, is_cached: bool) -> str | None:
    """Give the folder of the cache; none where it is not to be used."""
    is_traced = "DOCGEN_TRACEBACK" in os.environ  # a bug is to be met again
    return cache_folder(os.environ) if is_cached and not is_traced else None
