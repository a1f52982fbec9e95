"""From types to the files that they give, by one process or by several.

Many types are lowered and written by workers, each its share from beginning to end, for what they
send is little beside what they make. Few are lowered here, and written by whoever is at hand.
"""

from collections.abc import Sequence
from functools import partial

import msgspec
from msgspec import Struct

from docgen.pipeline import files_of
from docgen.python.words import pages_of
from docgen.rebuild.lowered import Lowered, LoweredType, Lowering
from docgen.rebuild.texts import Desk, File, died, file, files, keep
from docgen.schema.model import Type
from docgen.workers.crew import Died
from docgen.workers.number import number_of_workers
from docgen.workers.share import shared_out

_FILES_OF_A_TYPE = 3
"""How many files a type has, about."""


class Filed(Struct, frozen=True, array_like=True):
    """What came of a type, and its files."""

    lowered: LoweredType
    files: tuple[File, ...]


_DECODER = msgspec.msgpack.Decoder(Filed)


def filed(lowering: Lowering, desk: Desk) -> tuple[Lowered, Sequence[File]]:
    """Lower what is to be lowered, and see that the texts of all its files are known.

    Gives what came of all types, and the files that may be others. Raises `ChildProcessError`
    where a process died over a type or a file.
    """
    things = len(lowering.fresh) * _FILES_OF_A_TYPE
    number = number_of_workers(things, desk.hands.asked)
    if number:
        done, made = _by_workers(lowering, desk, number)
    else:
        done, views = lowering.all()
        made = [*files(views, desk)]
    keep(made, desk)
    return done, made


def _by_workers(
    lowering: Lowering, desk: Desk, number: int
) -> tuple[Lowered, list[File]]:
    files_of((), desk.target)  # what is imported now, no worker imports
    work = partial(_filed, lowering, desk)
    done: dict[str, LoweredType] = {}
    made: list[File] = []
    with shared_out(lowering.fresh, work, _DECODER, number) as found:
        made += (file(view, desk) for view in lowering.shared)
        shown = desk.progress(lowering.fresh, "writing Python")
        for type_, one in zip(shown, found, strict=True):
            if isinstance(one, Died):
                raise died(f"the files of `{type_.name}`", pages_of(type_), one)
            done[type_.name] = one.lowered
            made += one.files
    return lowering.done(done), made


def _filed(lowering: Lowering, desk: Desk, type_: Type) -> Filed:
    lowered, views = lowering.of(type_)
    return Filed(lowered, tuple(file(view, desk) for view in views))
