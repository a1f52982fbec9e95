"""Compare with datamodel-code-generator, which makes models of the same types from OpenAPI."""

import sys
from itertools import count
from pathlib import Path

from tests.bench import only_models, peer
from tests.bench.clock import medians
from tests.bench.cold import cold
from tests.bench.processes import Command
from tests.bench.table import Row, Section
from tests.bench.workspace import Workspace

DOCUMENT = "openapi-v1.0.json"

ROOT = Path(__file__).parents[2]


def section(workspace: Workspace) -> Section:
    """Time docgen on the pages, and the peer on the document with its default formatters."""
    document = workspace.payloads / DOCUMENT
    if not document.exists():
        return Section(notes=[f"{document}: missing, not measured"])
    python = peer.installed()
    if python is None:
        return Section(notes=[f"{peer.NAME} could not be installed: not measured"])
    folders = (workspace.scratch / f"models-{number}" for number in count())
    corpus = str(workspace.corpus)

    def models() -> None:
        words = (sys.executable, "-m", only_models.__name__, corpus, str(next(folders)))
        Command(words=words, folder=ROOT).run()

    def theirs() -> None:
        given = ("--input", str(document), "--input-file-type", "openapi")
        output = ("--output", str(next(folders).with_suffix(".py")))
        Command(words=(python, "-m", peer.MODULE, *given, *output)).run()

    works = {
        "models alone, cold": models,
        "generate, all files, cold": lambda: cold(workspace, next(folders).name).run(),
        peer.NAME: theirs,
    }
    taken = medians(works, is_cold=True)
    aims = zip([*works][:2], (1 / 4, None), strict=True)
    return Section(
        rows=[
            Row(
                work=work,
                ours=taken[work],
                compared=f"{peer.NAME}, models",
                theirs=taken[peer.NAME],
                aim=aim,
            )
            for work, aim in aims
        ],
        notes=[f"{peer.version(python)}, with its dependencies"],
    )
