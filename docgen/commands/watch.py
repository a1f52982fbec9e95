"""`docgen generate --watch`: does again what a save touched, until it is interrupted.

Sources and folders of templates are watched; the configuration is read again twice a second, for
its file may be another one tomorrow. What goes wrong in a turn is told, and the watch goes on; a
diagnostic is told once, and again when it comes back. A page that was half saved costs nothing:
the output stays as it is while a page that is there gives none of its files any more.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from msgspec.structs import replace

from docgen.cli.session import Session
from docgen.cli.streams import put
from docgen.commands.errors import UsageError
from docgen.commands.outcome import Outcome
from docgen.config import Config, ConfigError

if TYPE_CHECKING:
    from watchfiles.main import FileChange

    from docgen.diagnostics import Diagnostic

_PATIENCE = 500
"""Milliseconds after which the configuration is looked at."""
_GATHERING = 100
"""Milliseconds in which changes are taken for one."""
_MOST_NAMED = 3

Turn: TypeAlias = Callable[[Config, bool], Outcome]
"""Bring the output in line with a configuration, or only tell what that would take."""

_LACKING = "`--watch` needs the library watchfiles: pip install 'watchfiles>=1'"


def watch(session: Session, turn: Turn) -> NoReturn:
    """Take a turn now and after every change; `KeyboardInterrupt` alone ends it.

    Raises `ConfigError` and `UsageError` only if the first turn does.
    """
    config = session.config()
    changes = _changes(config)
    made = turn(config, False)
    session.finish(made, least="warning")
    told = made.diagnostics
    while True:
        cause = next(changes)
        now = _loaded(session, config)
        if now != config:
            config, cause = now, "the configuration"
            changes = _changes(config)
        if cause:
            told = _told(session, turn, config, cause, told)
            gc.collect()  # circles that libraries leave would never be looked for


def _changes(config: Config) -> Iterator[str]:
    """Begin to watch; give the names of what changed, empty when nothing did for a while."""
    try:
        from watchfiles import DefaultFilter
        from watchfiles import watch as changes
    except ImportError:
        raise UsageError(_LACKING) from None
    outputs = [os.path.realpath(target.output) for target in config.targets]
    found = changes(
        *_watched(config),
        watch_filter=DefaultFilter(ignore_paths=outputs),
        debounce=_GATHERING,
        rust_timeout=_PATIENCE,
        yield_on_timeout=True,
    )
    next(found)  # for only then does it begin to watch
    return map(_named, found)


def _watched(config: Config) -> Iterator[str]:
    for target in config.targets:
        yield from filter(os.path.exists, (*target.source, *target.templates))


def _named(changes: Iterable["FileChange"]) -> str:
    names = sorted({os.path.relpath(path) for _, path in changes})
    more = len(names) - _MOST_NAMED
    shown = ", ".join(names[:_MOST_NAMED])
    return f"{shown} and {more:,} more" if more > 0 else shown


def _loaded(session: Session, last: Config) -> Config:
    """Load the configuration; the last one holds while it can't be used."""
    try:
        return session.config()
    except (ConfigError, UsageError):
        return last


def _told(
    session: Session,
    turn: Turn,
    config: Config,
    cause: str,
    told: tuple["Diagnostic", ...],
) -> tuple["Diagnostic", ...]:
    """Take a turn, and give what there is to tell after it; only what is new is told."""
    try:
        made = _made(turn, config)
    except (ConfigError, UsageError, OSError) as error:
        put(sys.stderr, f"{cause}: {error}\n")
        return told
    new = tuple(one for one in made.diagnostics if one not in told)
    line = f"{cause}: {made.summary}"
    session.finish(replace(made, diagnostics=new, summary=line), least="warning")
    return made.diagnostics


def _made(turn: Turn, config: Config) -> Outcome:
    """Bring the output in line, unless a page that is there would lose its files."""
    would = turn(config, True)
    if not would.emptied:
        return turn(config, False)
    pages = ", ".join(would.emptied)
    line = f"{pages} declares nothing now; the output stays as it is"
    return replace(would, diff="", summary=line)
