"""Measure reading and writing of the payloads: as dictionaries and as text."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from tests.bench.clock import medians
from tests.bench.contenders import dataclass_flavour
from tests.bench.contenders.contender import Contender
from tests.bench.contenders.others import has_sdk, others
from tests.bench.payloads import TYPES, Payload, payload
from tests.bench.table import Row, Section
from tests.bench.workspace import Workspace

AIMS = {"pydantic": 2.0}

NO_SDK = "the official SDK is not installed (`pip install msgraph-sdk`): not measured"


def section(workspace: Workspace) -> Section:
    """Time every contender on every payload that has a file and a type."""
    sys.path.insert(0, str(workspace.package()))
    paths = {workspace.payloads / name: type_ for name, type_ in TYPES.items()}
    there = {p for p, t in paths.items() if p.exists() and dataclass_flavour.has(t)}
    payloads = [
        payload(path, type_, partial(dataclass_flavour.problem, type_))
        for path, type_ in paths.items()
        if path in there
    ]
    rivals = others(workspace, payloads) if payloads else []
    rows = [
        row for one in payloads for row in _rows(one, [r(one.type) for r in rivals])
    ]
    return Section(
        rows=rows,
        notes=[
            *(f"{p}, or its type: missing, not measured" for p in {*paths} - there),
            *(f"left out of {note}" for one in payloads for note in one.left_out),
            *([] if has_sdk() else [NO_SDK]),
        ],
    )


def _rows(given: Payload, rivals: Sequence[Contender]) -> Iterator[Row]:
    ours = dataclass_flavour.contender(given.type)
    works = {one.name: dict(_works(one, given)) for one in (ours, *rivals)}
    for work in works[ours.name]:
        seconds = medians({n: done[work] for n, done in works.items() if work in done})
        for rival in rivals:
            if rival.name in seconds:
                yield Row(
                    work=f"{work} {given.name}",
                    ours=seconds[ours.name],
                    compared=rival.name,
                    theirs=seconds[rival.name],
                    aim=AIMS.get(rival.name),
                )


def _works(
    contender: Contender, given: Payload
) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what is timed: all documents, one after the other."""
    texts = [json.dumps(document) for document in given.documents]
    models = [contender.read(document) for document in given.documents]
    yield "read", partial(_each, contender.read, given.documents)
    if contender.write is not None:
        yield "write", partial(_each, contender.write, models)
    yield "read text of", partial(_each, contender.read_text, texts)
    yield "write text of", partial(_each, contender.write_text, models)


def _each(work: Callable[[Any], Any], items: Sequence[Any]) -> None:
    for item in items:
        work(item)
