"""The build of a selection: the selected pages of a page set and the diagnostics about them."""

from msgspec import Struct

from docgen.build.memo import Memo
from docgen.commands.options import Options, open_memo
from docgen.commands.report import shown_diagnostics
from docgen.commands.selection import Selection
from docgen.diagnostics import Diagnostic
from docgen.pages.page_set import PageFile
from docgen.pages.tree import DISK, Tree
from docgen.pipeline import Build, Stage, build


class SelectedBuild(Struct, frozen=True, kw_only=True):
    """A selection, the build of its page set, and the memo that the build used."""

    selection: Selection
    build: Build
    memo: Memo

    @property
    def pages(self) -> tuple[PageFile, ...]:
        """The selected pages."""
        pages = self.build.pages.pages
        return tuple(one for one in pages if self.selection.includes(one.path))

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The diagnostics about the selection and its pages, with paths as a user writes them."""
        return shown_diagnostics(self.found, self.build.pages.shown)

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """The same diagnostics, with paths in the page set."""
        includes = self.selection.includes
        about_pages = (one for one in self.build.diagnostics if includes(one.path))
        return (*about_pages, *self.selection.diagnostics)


def build_selection(
    selection: Selection,
    options: Options,
    tree: Tree = DISK,
    *,
    through: Stage = Stage.FILES,
    only: frozenset[str] | None = None,
    subset: frozenset[str] | None = None,
    slot: str = "",
) -> SelectedBuild:
    """Build the page set of a selection.

    `only` and `subset` are those of `build`, `slot` is that of `open_memo`.
    """
    is_whole = selection.is_whole
    memo = open_memo(selection.target, options, is_whole=is_whole, slot=slot)
    result = build(
        selection.target,
        tree,
        memo,
        only=only,
        subset=subset,
        through=through,
        is_whole=selection.is_whole,
        config=selection.config,
    )
    return SelectedBuild(selection=selection, build=result, memo=memo)
