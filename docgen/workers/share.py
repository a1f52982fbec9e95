"""Sharing out: what comes of each of some things, by as many processes as are asked for."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TypeVar

from msgspec import msgpack

from docgen.workers.aside import Aside
from docgen.workers.crew import Crew, Died

T = TypeVar("T")
R = TypeVar("R")


@contextmanager
def shared_out(
    things: Sequence[T],
    work: Callable[[T], R],
    decoder: msgpack.Decoder[R],
    workers: int,
    aside: Aside | None = None,
) -> Iterator[Iterator[R | Died]]:
    """Give what `work` makes of each thing, in order; workers begin at once and end with this.

    `decoder` reads what msgspec writes of a result. `Died` stands for a thing that ended the
    worker which had it. Without workers all is done by the process `aside`, or by this one.
    """
    if workers:
        with closing(Crew(things, work, decoder)) as crew:
            crew.begin(workers)
            yield crew.results()
    elif aside:
        found = aside.results(things, work, decoder)
        yield found
    else:
        yield map(work, things)
