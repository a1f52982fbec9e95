"""Tests without a network: documented examples in place of the service.

`replay` returns a transport of `Client`, `async_replay` one of `AsyncClient`. Both
answer as the pages document, and refuse a request that no example has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph._documented import Calls as Calls
from graph._documented import check_async_call as check_async_call
from graph._documented import check_call as check_call
from graph._documented import content as content
from graph._documented import read as read
from graph._documented import value as value
from graph._examples import Example as Example
from graph._examples import Message as Message
from graph._examples import selected_examples
from graph._replay import AsyncReplay as AsyncReplay
from graph._replay import Failure as Failure
from graph._replay import Replay as Replay
from graph._replay import UndocumentedRequest as UndocumentedRequest

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "AsyncReplay",
    "Calls",
    "Example",
    "Failure",
    "Message",
    "Replay",
    "UndocumentedRequest",
    "async_replay",
    "check_async_call",
    "check_call",
    "content",
    "examples",
    "read",
    "replay",
    "value",
]


def replay(
    *examples: str,
    failures: Iterable[Failure | None] = (),
    page_size: int | None = None,
    any_values: bool = False,
) -> Replay:
    """Return a transport that answers as the pages document: `Client(http=replay())`.

    `examples` are the keys of those that may answer, `page.md#name`, or pages; without
    them all may. If several have the same request, the first answers: in the order of
    the arguments, else of the pages, those of methods first. `failures` are answers to
    the first requests in their place; None stands for the documented one. With
    `page_size`, collections are answered in pages of this number of items. With
    `any_values`, a request that no example has is answered by the most similar example
    of its operation, whatever its IDs, options and body are.

    Raises `LookupError` for an unknown key. A call whose request no example has raises
    `UndocumentedRequest`.
    """
    found = selected_examples(examples)
    return Replay(found, failures, page_size, any_values=any_values)


def async_replay(
    *examples: str,
    failures: Iterable[Failure | None] = (),
    page_size: int | None = None,
    any_values: bool = False,
) -> AsyncReplay:
    """Return a transport of `AsyncClient`, as `replay` does for `Client`."""
    found = selected_examples(examples)
    return AsyncReplay(found, failures, page_size, any_values=any_values)


def examples(*keys: str) -> list[Example]:
    """Return documented examples by their keys or pages; without any, all of them.

    Raises `LookupError` for an unknown key.
    """
    return selected_examples(keys)
