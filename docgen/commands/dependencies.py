"""The inputs and outputs of `generate` for build systems, as lists and as a depfile."""

import os
from collections.abc import Callable, Iterable, Iterator

from docgen.atomic import write_named
from docgen.build.toolchain import code_files, template_files
from docgen.commands.errors import NOT_CONFIGURED, UsageError
from docgen.commands.generate import Request, generate_all
from docgen.commands.output_file import require_replaceable
from docgen.commands.report import Report
from docgen.commands.selection import find_target_pages
from docgen.commands.written import shown_below
from docgen.config import Config, Target
from docgen.output.folder import read_manifests
from docgen.output.paths import MANIFEST
from docgen.output.planning import last_output
from docgen.pages.page_set import shown_folder
from docgen.reporters.depfile import depfile, is_depfile

_SUFFIX = ".d"
_WRONG_SUFFIX = (
    "the name of the dependency file must be that of the make target plus "
    f"`{_SUFFIX}`, for example `build/generated{_SUFFIX}`"
)


def list_inputs(config: Config, config_file: str | None) -> Report:
    """Return the files and folders that `generate` reads, one on each line."""
    return _lines(_inputs(config, _required(config_file)))


def list_outputs(config: Config, config_file: str | None, request: Request) -> Report:
    """Return the files that `generate` would write, one on each line, without writing them."""
    _required(config_file)
    return _lines(_planned_outputs(config, request))


def write_depfile(
    config: Config,
    config_file: str | None,
    path: str,
    generate: Callable[[Config], int],
) -> int:
    """Generate, and write a depfile if that succeeds; return the exit status.

    A failed run writes no depfile, because the cause of the failure might not be listed in it.
    Outputs are prerequisites as well, so that an edited or deleted file is generated again.
    """
    if not path.endswith(_SUFFIX) or os.path.basename(path) == _SUFFIX:
        raise UsageError(_WRONG_SUFFIX)
    file = _required(config_file)
    target = path.removesuffix(_SUFFIX)
    require_replaceable(path, "--depfile", lambda content: is_depfile(content, target))
    status = generate(config)
    if not status:
        outputs = (one for each in config.targets for one in _last_outputs(each))
        paths = sorted({*_inputs(config, file), *outputs})
        os.makedirs(os.path.dirname(path) or os.curdir, exist_ok=True)
        write_named(path, depfile(target, paths))
    return status


def _required(config_file: str | None) -> str:
    if config_file is None:
        raise UsageError(NOT_CONFIGURED)
    return config_file


def _lines(paths: Iterable[str]) -> Report:
    return Report(result="".join(f"{path}\n" for path in sorted({*paths})))


def _inputs(config: Config, config_file: str) -> Iterator[str]:
    yield config_file
    for target in config.targets:
        yield from _inputs_of(target)


def _inputs_of(target: Target) -> Iterator[str]:
    """Yield files and folders as a user would write them; a folder changes when a page is added.

    These are the pages and the folders that are searched for pages, the user's templates and their
    folders, and the modules and templates of docgen.
    """
    found = find_target_pages(target)
    page_set = found.value
    is_absolute = any(map(os.path.isabs, target.source))
    for folder in (one.location for one in page_set.searched):
        yield shown_folder(folder, is_absolute=is_absolute) or os.curdir
    yield from (page_set.shown(page.path) for page in page_set.pages)
    for one in found.diagnostics:  # files that should be pages
        if os.path.exists(os.path.join(page_set.folder, one.path)):
            yield page_set.shown(one.path)
    for templates in target.templates:
        yield from (folder for folder, _, _ in os.walk(templates))
    for file in (*code_files(), *template_files(target.templates)):
        folder, name = os.path.split(file)
        shown = shown_folder(folder, is_absolute=os.path.isabs(file))
        yield os.path.join(shown, name)


def _planned_outputs(config: Config, request: Request) -> Iterator[str]:
    """Yield the outputs of a plan, or those of the manifest if nothing changes."""
    runs = generate_all(config, request)
    for target, run in zip(config.targets, runs, strict=True):
        paths = [one.path for one in run.written.plan.records] if run.written else []
        yield from _shown(target, paths) if paths else _last_outputs(target)


def _last_outputs(target: Target) -> Iterator[str]:
    last = last_output(*read_manifests(target.output))
    return _shown(target, last.value.records)


def _shown(target: Target, paths: Iterable[str]) -> Iterator[str]:
    return map(shown_below(target.output), (*paths, MANIFEST))
