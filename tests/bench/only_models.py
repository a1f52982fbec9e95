"""Generate the modules of models alone, from nothing and with all cores.

python -m tests.bench.only_models SOURCE OUTPUT
"""

import sys
from functools import partial

import msgspec

from docgen.build.emit import EmittedFile, emit, preload, templates_of
from docgen.build.workers import WorkerDied, compute, worker_count
from docgen.config import Target
from docgen.output.apply import apply
from docgen.output.plan import WriteScope
from docgen.output.planning import plan
from docgen.pipeline import Stage, build
from docgen.python.views import FileView


def is_model(view: FileView) -> bool:
    return "/models/" in view.path and view.path.endswith(".py")


def main(source: str, output: str) -> None:
    """Write the models of the pages in one folder to another."""
    target = Target(
        source=(source,), config_file=f"{source}/pyproject.toml", output=output
    )
    views = build(target, through=Stage.VIEWS).lowered.views
    files = emitted([view for view in views if is_model(view)], target)
    records = [file.record for file in files.values()]
    apply(plan(records, lambda path: files[path].content, output, WriteScope()), output)


def emitted(views: list[FileView], target: Target) -> dict[str, EmittedFile]:
    """Return the files of views, by path."""
    templates = templates_of(target)
    preload(templates)
    work = partial(emit, templates=templates)
    decoder = msgspec.msgpack.Decoder(EmittedFile)
    with compute(views, work, decoder, worker_count(len(views), None)) as results:
        files = [one for one in results if not isinstance(one, WorkerDied)]
    return {file.record.path: file for file in files}


if __name__ == "__main__":
    main(*sys.argv[1:])
