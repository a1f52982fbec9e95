"""A page set that was read, and what is at hand to go on with it."""

from msgspec import Struct

from docgen.config import Target
from docgen.pages.page_set import PageSet
from docgen.rebuild.cache import SourcesCache
from docgen.rebuild.hands import Hands
from docgen.rebuild.result import Progress


class Work(Struct, frozen=True, kw_only=True):
    """The pages, and the target that they are understood as a source of.

    `is_whole` says that they are a page set, not some pages out of one.
    """

    target: Target
    page_set: PageSet
    is_whole: bool
    cache: SourcesCache
    progress: Progress
    hands: Hands
