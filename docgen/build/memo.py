"""Memo: results of pure functions, reused where every argument is the same.

    key = digest of docgen's code, the function's name and all arguments, each as MessagePack

No key is written by hand, so nothing that a result depends on can be forgotten. An argument with a
`memo_key` (a page: its path and the digest of its content) is represented by that. There is one
class for all uses, with three kinds of store: a folder of the cache (`generate`, `lint`,
`export`), one in memory for a single run (`--no-cache`, tests), and one in memory that a process
keeps (a language server).
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import GenericAlias
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, TypeVarTuple

import msgspec

from docgen.build.standby import NO_STANDBY
from docgen.build.store import Store
from docgen.build.toolchain import NO_TOOLCHAIN, Toolchain
from docgen.digests import blake2b

if TYPE_CHECKING:
    from docgen.build.workers import WorkerDied

T = TypeVar("T")
A = TypeVar("A")
R = TypeVar("R")
K = TypeVar("K", bound=str)
V = TypeVar("V", bound=str)
S = TypeVarTuple("S")

_encode = msgspec.msgpack.Encoder().encode


class Progress(Protocol):
    """Shows how many of some items are done."""

    def __call__(self, items: Sequence[T], stage: str) -> Iterator[T]:
        """Yield the items; `stage` names what is done with them."""
        ...


def no_progress(items: Sequence[T], stage: str) -> Iterator[T]:
    """Yield the items and show nothing."""
    del stage
    return iter(items)


def itself(value: T) -> T:
    """Return a value."""
    return value


_ARRAY_OF_TWO = b"\x92"
"""How MessagePack begins a `_LastResult`; its key follows."""


class _LastResult(msgspec.Struct, frozen=True, array_like=True):
    """The result of `Memo.last` or `Memo.recent`, and the key of the call."""

    key: bytes
    result: msgspec.Raw


class _EachResult(msgspec.Struct, frozen=True, array_like=True):
    """Results of many calls: the key of what they share, the keys of items, their results.

    The results are one list, because to decode each of them by itself takes several times as long.
    `watched` is the mapping of `Memo.each`, `used` the keys of it that each item looked up, one on
    each line.
    """

    key: bytes
    items: list[bytes]
    results: msgspec.Raw
    watched: dict[str, str]
    used: list[str]


class _RecentResult(msgspec.Struct, frozen=True, array_like=True):
    """The key of a call, and the number of the record that has its result."""

    key: bytes
    number: int


_MOST_NEW = 64
"""Results that may be missing in a record; if there are more, it is written again."""
_FEW = 8
"""Items that the standby worker computes, one after the other."""


class Memo:
    """Calls functions, or returns what they returned for the same arguments."""

    def __init__(
        self,
        store: Store | None = None,
        toolchain: Toolchain = NO_TOOLCHAIN,
        *,
        workers: int | None = None,
        progress: Progress = no_progress,
    ) -> None:
        """Use `store`, by default one in memory; `workers` is the value of `-j`."""
        self.store, self.toolchain = store or Store(), toolchain
        self.workers, self.progress = workers, progress
        self.standby = NO_STANDBY

    def key(self, function: Callable[..., object], *arguments: object) -> bytes:
        """Return the key of a call."""
        return self._keys(function)(arguments)

    def _keys(
        self, function: Callable[..., object]
    ) -> Callable[[Sequence[object]], bytes]:
        """Return a function from arguments to the key of the call."""
        name = f"{function.__module__}.{function.__qualname__}"
        head = blake2b(_encode((self.toolchain.code, name)), digest_size=_DIGEST_SIZE)
        copy = head.copy

        def key(arguments: Sequence[object]) -> bytes:
            state = copy()
            state.update(_content([*map(_represented, arguments)]))
            return state.digest()

        return key

    def call(
        self,
        function: Callable[..., R],
        *arguments: object,
        result: type[R],
    ) -> R:
        """Return what a function returns; `result` is the type of that."""
        key = self.key(function, *arguments)
        known = self.stored(function, key, msgspec.msgpack.Decoder(result))
        if known is None:
            known = function(*arguments)
            self.add(function, key, _encode(known))
        return known

    def last(
        self,
        function: Callable[..., R],
        *arguments: object,
        result: type[R],
        key: bytes = b"",
        stored: Callable[[R], object] = itself,
    ) -> R:
        """Return what a function returns, as `call` does; only the last result is kept.

        A large result of which every run has another one would fill the store. `key` is that of
        the call, if it is known. `stored` returns a value that is encoded as the result is.
        """
        name, key = f"last-{function.__name__}", key or self.key(function, *arguments)
        known = self._recorded(name, key, result)
        if known is None:
            known = function(*arguments)
            self.store.write_record(name, (key, stored(known)))
        return known

    def recent(
        self,
        function: Callable[..., R],
        *arguments: object,
        result: type[R],
        count: int,
    ) -> R:
        """Return what a function returns, as `last` does; the results of `count` calls are kept.

        They are those that were used last.
        """
        name, key = f"recent-{function.__name__}", self.key(function, *arguments)
        used = self.store.record(name, list[_RecentResult]) or []
        others = [one for one in used if one.key != key]
        numbers = [one.number for one in used if one.key == key]
        known = self._recorded(f"{name}-{numbers[0]}", key, result) if numbers else None
        if known is None:
            free = {*range(count)} - {one.number for one in others[: count - 1]}
            numbers = [min(free)]
            known = function(*arguments)
            self.store.write_record(f"{name}-{numbers[0]}", (key, known))
        now = [_RecentResult(key, numbers[0]), *others[: count - 1]]
        if now != used:
            self.store.write_record(name, now)
        return known

    def map(
        self,
        function: Callable[[A], R],
        items: Sequence[A],
        *,
        result: type[R],
        stage: str,
        prepare: Callable[[A], A],
        is_final: Callable[[R], bool],
        meanwhile: Callable[[], None] | None = None,
    ) -> "list[R | WorkerDied]":
        """Return what a function returns for each item; missing results are computed by workers.

        `prepare` completes an item before it is computed. A result is kept if it `is_final`. This
        process decodes the results that are known while workers compute the others, and calls
        `meanwhile`. A few results of a single worker are computed by the `standby` worker, if it
        has the function.

        Every result is stored by itself. One record has those of most items once more, because it
        is read much faster.
        """
        from docgen.build.workers import WorkerDied, worker_count

        group, key = function.__name__, self._keys(function)
        keys = [key((one,)) for one in items]
        name, record_key = f"map-{group}", self.key(function)
        record = self._each_record(name, record_key)
        in_record = frozenset(record.items if record else ())
        self.store.keep(group, in_record)
        others = [one for one in keys if one not in in_record]
        blobs = dict(zip(others, self.store.blobs(group, others), strict=True))
        numbers = [
            number for number, one in enumerate(keys) if blobs.get(one, b"") is None
        ]
        missing = [prepare(items[number]) for number in numbers]
        decoder = msgspec.msgpack.Decoder(result)
        workers = worker_count(len(missing), self.workers, len(items) - len(missing))
        not_kept: dict[int, R | WorkerDied] = {}
        with self._computed(function, missing, decoder, workers) as results:
            known = _decoded_results(record, result)
            for one, blob in blobs.items():
                decoded = decoded_result(blob, decoder)
                if decoded is not None:
                    known[one] = decoded
            if workers and meanwhile:
                meanwhile()
            shown = self.progress(missing, stage)
            for number, item, computed in zip(numbers, shown, results, strict=True):
                if isinstance(computed, WorkerDied) or not is_final(computed):
                    not_kept[number] = computed
                else:
                    keys[number] = key((item,))
                    known[keys[number]] = computed
                    self.add(function, keys[number], _encode(computed))
        for number, one in enumerate(keys):
            if number not in not_kept and one not in known:  # it can't be decoded
                known[one] = function(prepare(items[number]))
                self.add(function, one, _encode(known[one]))
        if len(others) > _MOST_NEW and self.store.is_kept:
            final = {one: (known[one], "") for one in keys if one in known}
            self._write_each(name, record_key, final, {})
        return [
            not_kept[number] if number in not_kept else known[one]
            for number, one in enumerate(keys)
        ]

    @contextmanager
    def _computed(
        self,
        function: Callable[[A], R],
        items: Sequence[A],
        decoder: msgspec.msgpack.Decoder[R],
        workers: int,
    ) -> "Iterator[Iterator[R | WorkerDied]]":
        """Yield the results of all items, which are computed from now on."""
        from docgen.build.workers import compute

        name = function.__name__
        is_for_one = len(items) <= _FEW and min(workers, len(items)) == 1
        if not (is_for_one and self.standby.has(name)):
            with compute(items, function, decoder, workers) as results:
                yield results
            return
        answer = self.standby.ask(name, items)

        def answered() -> "Iterator[R | WorkerDied]":
            found = answer.get()
            if found is not None:
                blobs = msgspec.msgpack.decode(found, type=list[msgspec.Raw])
                yield from map(decoder.decode, blobs)
                return
            with compute(items, function, decoder, workers) as results:
                yield from results

        yield answered()

    def each(
        self,
        function: Callable[[*S, Mapping[K, V], A], R],
        shared: tuple[*S],
        watched: Mapping[K, V],
        items: Sequence[A],
        *,
        result: type[R],
    ) -> list[R]:
        """Return what a function returns for each item, after the `shared` arguments.

        Before the item, the function gets the `watched` mapping. If that changes, only those items
        are computed again that looked up a key with another value; the lookups are recorded.

        Results that are not used are forgotten in time. They are in two records, because the calls
        are so short that looking each of them up would take as long: one with those of many items,
        and one with those that were added since.
        """
        return self.each_with_keys(function, shared, watched, items, result=result)[0]

    def each_with_keys(
        self,
        function: Callable[[*S, Mapping[K, V], A], R],
        shared: tuple[*S],
        watched: Mapping[K, V],
        items: Sequence[A],
        *,
        result: type[R],
    ) -> tuple[list[R], "EachKeys"]:
        """Return the results of `each`, and digests of what they were made from."""
        name, key = f"each-{function.__name__}", self.key(function, *shared)
        old, new = (
            _valid_results(self._each_record(record, key), result, watched)
            for record in (name, f"{name}-new")
        )
        keys = [_item_key(one) for one in items]
        missing = {one: number for number, one in enumerate(keys) if one not in old}
        added: dict[bytes, tuple[R, str]] = {}
        for one, number in missing.items():
            if one in new:
                added[one] = new[one]
                continue
            used: set[str] = set()
            computed = function(*shared, Watched(watched, used), items[number])
            added[one] = computed, "\n".join(sorted(used))
        known = old | added
        if len(added) > _MOST_NEW:
            self._write_each(name, key, {one: known[one] for one in keys}, watched)
            self._write_each(f"{name}-new", key, {}, watched)
        elif added.keys() != new.keys():
            self._write_each(f"{name}-new", key, added, watched)
        shared_key = digest_of(key, dict(watched))
        return [known[one][0] for one in keys], EachKeys(shared_key, tuple(keys))

    def read_early(self, function: Callable[..., object]) -> None:
        """Read the record of `each` of a function, while this process waits for something else."""
        self.store.read_early(f"each-{function.__name__}", _EachResult)

    def _recorded(self, name: str, key: bytes, result: type[R]) -> R | None:
        """Return the result in a record, if it is that of a call with this key."""
        if not self.store.begins_with(name, _ARRAY_OF_TWO + _encode(key)):
            return None
        last = self.store.record(name, _LastResult)
        if last is None or last.key != key:
            return None
        return decoded_result(last.result, msgspec.msgpack.Decoder(result))

    def _each_record(self, name: str, key: bytes) -> _EachResult | None:
        last = self.store.record(name, _EachResult)
        return last if last and last.key == key else None

    def _write_each(
        self,
        name: str,
        key: bytes,
        results: Mapping[bytes, tuple[R, str]],
        watched: Mapping[K, V],
    ) -> None:
        values = [one for one, _ in results.values()]
        used = [one for _, one in results.values()]
        record = (key, [*results], values, dict(watched), used)
        self.store.write_record(name, record)

    def stored(
        self,
        function: Callable[..., R],
        key: bytes,
        decoder: msgspec.msgpack.Decoder[R],
    ) -> R | None:
        """Return the stored result of a call, if it is intact."""
        return decoded_result(self.store.blob(function.__name__, key), decoder)

    def add(self, function: Callable[..., object], key: bytes, blob: bytes) -> None:
        """Store the encoded result of a call."""
        self.store.add(function.__name__, key, blob)


class EachKeys(msgspec.Struct, frozen=True):
    """Digests of what the results of `Memo.each` were made from.

    `shared` is that of the function and of what all calls share, `items` has those of the items.
    """

    shared: bytes = b""
    items: tuple[bytes, ...] = ()


class Each(Generic[R]):
    """`Memo.each` for results of one type. It changes no result, so no key depends on it.

    `keys` are those of the last call.
    """

    memo_key = ()
    keys = EachKeys()

    def __init__(self, memo: Memo, result: type[R]) -> None:
        """Keep the results, of the type `result`, in the store of `memo`."""
        self._memo, self._result = memo, result

    def __call__(
        self,
        function: Callable[[*S, Mapping[K, V], A], R],
        shared: tuple[*S],
        watched: Mapping[K, V],
        items: Sequence[A],
    ) -> list[R]:
        """Return what a function returns for each item, as `Memo.each` does."""
        results, self.keys = self._memo.each_with_keys(
            function, shared, watched, items, result=self._result
        )
        return results


_EVERYTHING = "*"
"""The entry of `used` for a function that does more with a mapping than look up keys."""


class Watched(Mapping[K, V]):
    """A mapping that adds every key that is looked up, present or not, to `used`."""

    def __init__(self, inner: Mapping[K, V], used: set[str]) -> None:
        self._inner, self._used = inner, used

    def __getitem__(self, key: K) -> V:
        self._used.add(key)
        return self._inner[key]

    def __iter__(self) -> Iterator[K]:
        self._used.add(_EVERYTHING)
        return iter(self._inner)

    def __len__(self) -> int:
        self._used.add(_EVERYTHING)
        return len(self._inner)


def _decoded_results(record: _EachResult | None, kind: type[R]) -> dict[bytes, R]:
    """Return the results of a record by key; none where they can't be decoded."""
    if record is None:
        return {}
    decoder: msgspec.msgpack.Decoder[list[R]] = msgspec.msgpack.Decoder(
        GenericAlias(list, kind)
    )
    return dict(
        zip(record.items, decoded_result(record.results, decoder) or (), strict=False)
    )


def _valid_results(
    record: _EachResult | None, kind: type[R], watched: Mapping[K, V]
) -> dict[bytes, tuple[R, str]]:
    """Return the results of a record by key, with the keys that each of them used.

    Results that looked up a key with another value are missing.
    """
    if record is None:
        return {}
    results = _decoded_results(record, kind)
    with_used = zip(results.items(), record.used, strict=False)
    last, now = record.watched, {str(one): watched[one] for one in watched}
    if last == now:
        return {one: (result, used) for (one, result), used in with_used}
    changed = {one for one in (*last, *now) if last.get(one) != now.get(one)}
    changed.add(_EVERYTHING)
    return {
        one: (result, used)
        for (one, result), used in with_used
        if not used or changed.isdisjoint(used.split("\n"))
    }


def decoded_result(
    blob: bytes | msgspec.Raw | None, decoder: msgspec.msgpack.Decoder[R]
) -> R | None:
    """Return a stored result; `None` if it is missing or damaged."""
    try:
        return None if blob is None else decoder.decode(blob)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def _represented(argument: object) -> object:
    key: object = getattr(argument, "memo_key", None)
    return argument if key is None else key


def _item_key(item: object) -> bytes:
    """Return a digest of an item; a `memo_key` that is a digest needs no other one."""
    key = _represented(item)
    if isinstance(key, bytes) and len(key) == _DIGEST_SIZE:
        return key
    return digest_of(key)


_DIGEST_SIZE = 16


def digest_of(*parts: object) -> bytes:
    """Return the digest of values, each encoded as MessagePack."""
    return blake2b(_content(parts), digest_size=_DIGEST_SIZE).digest()


def record_name(kind: str, output: str) -> str:
    """Return the name of a record about an output folder."""
    return f"{kind}-{digest_of(os.path.realpath(output)).hex()[:16]}"


def _content(parts: Sequence[object]) -> bytes:
    try:
        return _encode(parts)
    except (
        UnicodeEncodeError
    ):  # the name of a file that is not UTF-8; `repr` escapes it
        return repr(parts).encode()
