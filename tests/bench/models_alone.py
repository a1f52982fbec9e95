"""The rows beside datamodel-code-generator, which makes models of the same types from OpenAPI."""

import sys
from itertools import count
from pathlib import Path

from tests.bench import only_models, peer
from tests.bench.clock import medians
from tests.bench.cold import cold
from tests.bench.ground import Ground
from tests.bench.processes import Command
from tests.bench.table import Row, Section

DOCUMENT = "openapi-v1.0.json"

ROOT = Path(__file__).parents[2]


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
        words = (sys.executable, "-m", only_models.__name__, corpus, str(next(folders)))
        Command(words=words, folder=ROOT).run()

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
