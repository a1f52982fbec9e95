"""The rows beside datamodel-code-generator, which makes models of the same types from OpenAPI."""

import sys
from itertools import count

from tests.bench import peer
from tests.bench.clock import medians
from tests.bench.cold import cold
from tests.bench.ground import Ground
from tests.bench.processes import Command
from tests.bench.table import Row, Section

DOCUMENT = "openapi-v1.0.json"

PROGRAM = """
import sys
from docgen.config import Target
from docgen.output.values import Scope
from docgen.pipeline import files_of, pages_of, schema_of, views_of, written

source, output = sys.argv[1:]
target = Target(source=(source,), folder=source)
pages = pages_of(target).value.pages
schema = schema_of(pages, target.entity_base, is_whole=True).value
views = views_of(schema, target).value.files
models = [one for one in views if "/models/" in one.path and one.path.endswith(".py")]
written(files_of(models, target), output, Scope(), checks=False)
"""
"""The stages of docgen, one after the other in one process, for the modules of models alone."""


def section(ground: Ground) -> Section:
    """Time docgen on the pages beside the peer on the document, with its default formatters."""
    document = ground.payloads / DOCUMENT
    if not document.exists():
        return Section(notes=[f"{document}: not there, passed over"])
    python = peer.installed()
    if python is None:
        return Section(notes=[f"{peer.NAME} could not be installed: passed over"])
    folders = (ground.scratch / f"models-{number}" for number in count())
    corpus = str(ground.corpus)

    def models() -> None:
        Command(words=(sys.executable, "-c", PROGRAM, corpus, str(next(folders)))).run()

    def theirs() -> None:
        given = ("--input", str(document), "--input-file-type", "openapi")
        output = ("--output", str(next(folders).with_suffix(".py")))
        Command(words=(python, "-m", peer.MODULE, *given, *output)).run()

    works = {
        "models alone, cold": models,
        "generate, all files, cold": lambda: cold(ground, next(folders).name).run(),
        peer.NAME: theirs,
    }
    taken = medians(works, is_cold=True)
    aims = zip([*works][:2], (1 / 3, None), strict=True)
    return Section(
        rows=[
            Row(
                work=work,
                ours=taken[work],
                beside=f"{peer.NAME}, models",
                theirs=taken[peer.NAME],
                aim=aim,
            )
            for work, aim in aims
        ],
        notes=[f"{peer.version(python)}, with what it brings"],
    )
