"""What a run looks at before it can tell what is to be written."""

import os
from collections.abc import Iterator

from docgen.config import Target
from docgen.pages.page_set import shown_folder
from docgen.pages.read import Sight, sighted
from docgen.rebuild.identity import code_files, template_files


def inputs(target: Target) -> Iterator[str]:
    """Give files and folders as a user would write them; a folder changes when its list does.

    Pages and the folders that pages were looked for in, templates of the user and their folders,
    docgen's own modules and templates.
    """
    sight = sighted(target.source, target.exclude, target.folder)
    is_absolute = any(map(os.path.isabs, target.source))
    for folder in sight.folders:
        yield shown_folder(folder, is_absolute=is_absolute) or os.curdir
    yield from map(sight.page_set.shown, _pages(sight))
    for templates in target.templates:
        yield from (folder for folder, _, _ in os.walk(templates))
    for file in (*code_files(), *template_files(target)):
        folder, name = os.path.split(file)
        is_absolute = os.path.isabs(file)
        yield os.path.join(shown_folder(folder, is_absolute=is_absolute), name)


def _pages(sight: Sight) -> Iterator[str]:
    """Give what is a page, and what should be one and can't be today."""
    yield from (page.path for page in sight.pages)
    for one in sight.diagnostics:
        if os.path.exists(os.path.join(sight.page_set.folder, one.path)):
            yield one.path
