"""The memo: a function is called again if anything that it depends on is different."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec import Struct, msgpack

from docgen.build.memo import Each, Memo
from docgen.build.standby import PendingAnswer, Standby
from docgen.build.store import Store
from docgen.build.toolchain import Toolchain
from docgen.build.workers import WorkerDied

CALLS: list[tuple[object, ...]] = []
A = TypeVar("A")


class Page(Struct, frozen=True):
    """An argument that stands for content that it does not have."""

    path: str
    digest: str
    content: bytes | None = None

    @property
    def memo_key(self) -> tuple[str, str]:
        return self.path, self.digest


def add(one: int, other: int) -> int:
    CALLS.append((one, other))
    return one + other


def add_watched(one: int, names: Mapping[str, str], other: int) -> int:
    """Return a sum; numbers from 200 look up the name of their last digit, numbers from 300 all."""
    CALLS.append((one, other))
    if other >= 300:
        return one + other + len([*names])
    named = names.get(str(other % 10), "") if other >= 200 else ""
    return one + other + len(named)


def subtract_watched(one: int, names: Mapping[str, str], other: int) -> int:
    del names
    return subtract(one, other)


def subtract(one: int, other: int) -> int:
    CALLS.append((one, other))
    return one - other


def size(page: Page) -> int:
    CALLS.append((page.path,))
    return len(page.content or b"")


def calls(memo: Memo, *arguments: int) -> int:
    CALLS.clear()
    memo.call(add, *arguments, result=int)
    return len(CALLS)


def test_same_arguments_call_once() -> None:
    memo = Memo()
    assert calls(memo, 1, 2) == 1
    assert calls(memo, 1, 2) == 0
    assert memo.call(add, 1, 2, result=int) == 3


def test_every_argument_counts() -> None:
    memo = Memo()
    calls(memo, 1, 2)
    assert calls(memo, 1, 3) == 1
    assert calls(memo, 2, 2) == 1
    assert calls(memo, 12, 2) == 1


def test_arguments_do_not_run_together() -> None:
    memo = Memo()
    assert memo.key(add, "ab", "c") != memo.key(add, "a", "bc")
    assert memo.key(add, ["a"], []) != memo.key(add, [], ["a"])


def test_function_counts() -> None:
    memo = Memo()
    memo.call(add, 5, 3, result=int)
    assert memo.call(subtract, 5, 3, result=int) == 2


class Other:
    """A namespace with a function that is named like another."""

    @staticmethod
    def add(one: int, other: int) -> int:
        return 100 * one + other


def test_functions_of_the_same_name_share_no_results() -> None:
    memo = Memo()
    assert memo.call(add, 5, 3, result=int) == 8
    assert memo.call(Other.add, 5, 3, result=int) == 503


def test_code_of_docgen_counts() -> None:
    store = Store()
    calls(Memo(store, Toolchain(b"", code=b"1")), 1, 2)
    assert calls(Memo(store, Toolchain(b"", code=b"2")), 1, 2) == 1
    assert calls(Memo(store, Toolchain(b"", code=b"1")), 1, 2) == 0


def test_result_of_another_type_is_not_reused() -> None:
    memo = Memo()
    memo.add(add, memo.key(add, 1, 2), b"\xa1x")
    assert memo.call(add, 1, 2, result=int) == 3


def sizes(memo: Memo, pages: Sequence[Page]) -> list[int | WorkerDied]:
    CALLS.clear()
    return memo.map(
        size,
        pages,
        result=int,
        stage="measuring",
        prepare=lambda page: Page(page.path, page.digest, page.content or b"opened"),
        is_final=lambda result: result != 13,
    )


def test_map_computes_missing_results_only() -> None:
    memo = Memo()
    assert sizes(memo, [Page("a", "1", b"x"), Page("b", "2", b"xy")]) == [1, 2]
    assert sizes(memo, [Page("a", "1"), Page("c", "3"), Page("b", "2")]) == [1, 6, 2]
    assert CALLS == [("c",)]


def test_map_computes_a_result_that_cannot_be_decoded() -> None:
    memo = Memo()
    pages = [Page(name, "1", name.encode() * 3) for name in ("a", "bb", "ccc")]
    sizes(memo, pages)
    memo.add(size, memo.key(size, pages[1]), b"\xa1x")
    assert sizes(memo, pages) == [3, 6, 9]
    assert CALLS == [("bb",)]


def test_map_computes_a_result_with_bytes_after_it() -> None:
    memo = Memo()
    pages = [Page(name, "1", name.encode() * 3) for name in ("a", "bb", "ccc")]
    sizes(memo, pages)
    memo.add(size, memo.key(size, pages[1]), b"\x06\x07")
    assert sizes(memo, pages) == [3, 6, 9]


@pytest.mark.parametrize("workers", [None, 1, 2])
def test_something_else_can_be_done_while_workers_compute(workers: int | None) -> None:
    memo, known = Memo(workers=workers), [Page("a", "1", b"x"), Page("b", "2", b"xy")]
    sizes(memo, known)
    calls: list[str] = []
    found = memo.map(
        size,
        [*known, Page("c", "3", b"xyz")],
        result=int,
        stage="measuring",
        prepare=lambda page: page,
        is_final=lambda _: True,
        meanwhile=lambda: calls.append("meanwhile"),
    )
    assert found == [1, 2, 3]
    assert calls == (["meanwhile"] if workers == 2 else [])


class Asked(Standby):
    """A worker that answers with a result, or not at all."""

    def __init__(self, results: list[int] | None) -> None:
        super().__init__()
        self.content = None if results is None else msgpack.encode(results)
        self.requests: list[int] = []

    def has(self, function: str) -> bool:
        return function == "size"

    def ask(self, function: str, argument: object) -> PendingAnswer:
        assert function == "size"
        assert isinstance(argument, list)
        self.requests.append(len(argument))
        answer = PendingAnswer(self)
        answer.content = self.content
        return answer


class TestMapWithAStandbyWorker:
    def test_results_are_those_of_the_worker(self) -> None:
        memo, pages = Memo(workers=2), [Page("a", "1", b"x"), Page("b", "2", b"xy")]
        sizes(memo, pages)
        memo.standby = Asked([7])
        found = sizes(memo, [*pages, Page("c", "3", b"xyz")])
        assert (found, CALLS) == ([1, 2, 7], [])
        assert sizes(Memo(memo.store, workers=1), [Page("c", "3")]) == [7]

    def test_without_an_answer_the_result_is_computed(self) -> None:
        memo = Memo(workers=2)
        memo.standby = asked = Asked(None)
        assert sizes(memo, [Page("c", "3", b"xyz")]) == [3]
        assert asked.requests == [1]

    @pytest.mark.parametrize(("workers", "count"), [(1, 1), (2, 2), (2, 20)])
    def test_worker_is_not_asked(self, workers: int, count: int) -> None:
        """One process does it all, or several workers divide the work."""
        memo = Memo(workers=workers)
        memo.standby = asked = Asked([0] * count)
        pages = [Page(str(number), "1", b"xyz") for number in range(count)]
        assert sizes(memo, pages) == [3] * count
        assert asked.requests == []


def test_map_uses_the_key_of_an_argument() -> None:
    memo = Memo()
    sizes(memo, [Page("a", "1", b"x")])
    assert sizes(memo, [Page("a", "2", b"xyz")]) == [3]
    assert sizes(memo, [Page("b", "1", b"xyzw")]) == [4]


def test_result_is_stored_for_the_prepared_argument() -> None:
    """A file can change after its status was taken: the content decides."""
    memo = Memo()
    changed = Page("a", "2", b"changed")
    memo.map(
        size,
        [Page("a", "1")],
        result=int,
        stage="measuring",
        prepare=lambda _: changed,
        is_final=lambda _: True,
    )
    assert sizes(memo, [Page("a", "1", b"x")]) == [1]
    assert sizes(memo, [Page("a", "2")]) == [7]


def test_result_that_is_not_final_is_computed_again() -> None:
    memo = Memo()
    page = Page("a", "1", bytes(13))
    assert sizes(memo, [page]) == [13]
    assert sizes(memo, [page]) == [13]
    assert CALLS == [("a",)]


class TestEach:
    """Many short calls with arguments in common."""

    def each(self, memo: Memo, shared: int, items: Sequence[int]) -> int:
        """Return the number of calls."""
        CALLS.clear()
        assert memo.each(add_watched, (shared,), {}, items, result=int) == [
            shared + item for item in items
        ]
        return len(CALLS)

    def watching(
        self, memo: Memo, names: Mapping[str, str], items: Sequence[int]
    ) -> set[object]:
        """Return the items that were computed."""
        CALLS.clear()
        found = memo.each(add_watched, (0,), names, items, result=int)
        computed = {item for _, item in CALLS}
        assert found == [add_watched(0, names, item) for item in items]
        return computed

    def test_only_new_items_are_computed(self) -> None:
        memo = Memo()
        assert self.each(memo, 1, [2, 3]) == 2
        assert self.each(memo, 1, [3, 4, 2]) == 1
        assert self.each(memo, 1, [4, 4]) == 0

    def test_results_that_were_added_are_kept_while_they_are_used(self) -> None:
        memo = Memo()
        many = range(100)
        self.each(memo, 1, many)
        assert self.each(memo, 1, [*many, 102, 103]) == 2
        assert self.each(memo, 1, [103, *many]) == 0
        assert self.each(memo, 1, [*many, 102, 103]) == 1

    def test_results_of_many_items_are_kept_while_they_are_used(self) -> None:
        memo = Memo()
        self.each(memo, 1, range(100))
        self.each(memo, 1, range(100, 200))
        assert self.each(memo, 1, range(100, 200)) == 0
        assert self.each(memo, 1, range(100)) == 100

    def test_the_same_item_is_computed_once(self) -> None:
        assert self.each(Memo(), 1, [2, 2, 2]) == 1

    def test_shared_arguments_count(self) -> None:
        memo = Memo()
        self.each(memo, 1, [2, 3])
        assert self.each(memo, 2, [2, 3]) == 2

    def test_the_function_counts(self) -> None:
        memo = Memo()
        self.each(memo, 1, [2])
        assert memo.each(subtract_watched, (1,), {}, [2], result=int) == [-1]

    def test_results_are_kept_between_runs(self, tmp_path: Path) -> None:
        self.each(Memo(Store(str(tmp_path), "x")), 1, [2, 3])
        assert self.each(Memo(Store(str(tmp_path), "x")), 1, [2, 3]) == 0

    def test_the_code_counts(self, tmp_path: Path) -> None:
        for code in (b"1", b"2"):
            memo = Memo(Store(str(tmp_path), "x"), Toolchain(b"", code))
            assert self.each(memo, 1, [2, 3]) == 2

    def test_damaged_results_are_computed_again(self, tmp_path: Path) -> None:
        items = [*range(100)]
        self.each(Memo(Store(str(tmp_path), "x")), 1, items)
        self.each(Memo(Store(str(tmp_path), "x")), 1, [*items, 102])
        for record, lost in (
            ("each-add_watched-new.record", 1),
            ("each-add_watched.record", 100),
        ):
            file = tmp_path / "x" / record
            file.write_bytes(file.read_bytes()[:-1] + b"\0")
            assert self.each(Memo(Store(str(tmp_path), "x")), 1, [*items, 102]) == lost

    @pytest.mark.parametrize("others", [0, 100], ids=["new", "many"])
    def test_only_items_that_looked_up_a_changed_name_are_computed(
        self, others: int
    ) -> None:
        memo = Memo()
        items = [201, 202, 203, 300, 1, *range(10, 10 + others)]
        names = {"1": "one", "2": "two"}
        assert self.watching(memo, names, items) == {*items}
        assert self.watching(memo, names, items) == set()
        names |= {"2": "second"}
        assert self.watching(memo, names, items) == {202, 300}
        names |= {"3": "three"}
        assert self.watching(memo, names, items) == {203, 300}
        del names["1"]
        assert self.watching(memo, names, items) == {201, 300}
        names |= {"9": "nine"}
        assert self.watching(memo, names, items) == {300}
        assert self.watching(memo, names, items) == set()
        assert {202, 300} <= self.watching(memo, {}, items) <= {202, 203, 300}

    def test_a_name_that_gets_its_old_value_back_counts(self) -> None:
        memo = Memo()
        items = [201, *range(10, 110)]
        for name in ("one", "first", "one", "other", "first", "one"):
            assert self.watching(memo, {"1": name}, [201]) <= {201}
            self.watching(memo, {"1": name}, items)

    def test_the_watched_mapping_is_part_of_the_key_of_results(self) -> None:
        keys = {
            Memo().each_with_keys(add_watched, (0,), names, [1], result=int)[1]
            for names in ({}, {"1": "one"}, {"1": "first"})
        }
        assert len(keys) == 3

    def test_a_function_for_it_is_no_part_of_a_key(self, tmp_path: Path) -> None:
        each = Each(Memo(), int)
        assert each(add_watched, (1,), {}, [2, 3]) == [3, 4]
        other = Each(Memo(Store(str(tmp_path), "x")), int)
        assert Memo().key(add, each, 1) == Memo().key(add, other, 1)


class TestLast:
    """Large results, of which only the last is kept."""

    def last(self, memo: Memo, a: int, b: int) -> int:
        """Return the number of calls."""
        CALLS.clear()
        assert memo.last(add, a, b, result=int) == a + b
        return len(CALLS)

    def test_the_same_call_is_not_repeated(self) -> None:
        memo = Memo()
        assert self.last(memo, 1, 2) == 1
        assert self.last(memo, 1, 2) == 0

    def test_only_the_last_result_is_kept(self) -> None:
        memo = Memo()
        self.last(memo, 1, 2)
        assert self.last(memo, 1, 3) == 1
        assert self.last(memo, 1, 2) == 1

    def test_it_is_kept_between_runs_of_the_same_code(self, tmp_path: Path) -> None:
        store = Store(str(tmp_path), "x")
        assert self.last(Memo(store, Toolchain(b"", b"1")), 1, 2) == 1
        assert self.last(Memo(store, Toolchain(b"", b"1")), 1, 2) == 0
        assert self.last(Memo(store, Toolchain(b"", b"2")), 1, 2) == 1

    def test_result_of_another_type_is_computed_again(self) -> None:
        memo = Memo()
        memo.store.write_record("last-add", (memo.key(add, 1, 2), "text"))
        assert self.last(memo, 1, 2) == 1

    def test_result_that_cannot_be_stored_is_returned(self) -> None:
        memo = Memo()
        assert memo.last(str, "\udc80", result=str) == "\udc80"


class TestRecent:
    """Large results, of which those of some calls are kept."""

    def recent(self, memo: Memo, a: int, b: int, count: int = 2) -> int:
        """Return the number of calls."""
        CALLS.clear()
        assert memo.recent(add, a, b, result=int, count=count) == a + b
        return len(CALLS)

    def test_results_of_the_last_calls_are_kept(self, tmp_path: Path) -> None:
        store = Store(str(tmp_path), "x")
        assert [self.recent(Memo(store), 1, b) for b in (2, 3, 2, 3, 2)] == [
            *(1, 1, 0, 0, 0)
        ]

    def test_the_result_that_was_used_longest_ago_is_replaced(self) -> None:
        memo = Memo()
        assert [self.recent(memo, 1, b) for b in (2, 3, 2, 4, 2, 3)] == [
            *(1, 1, 0, 1, 0, 1)
        ]

    def test_no_more_records_are_written_than_results_are_kept(
        self, tmp_path: Path
    ) -> None:
        memo = Memo(Store(str(tmp_path), "x"))
        for b in range(9):
            self.recent(memo, 1, b)
        assert len([*tmp_path.glob("x/recent-add-*")]) == 2
        assert len(memo.store.record("recent-add", list[object]) or ()) == 2

    def test_a_smaller_number_leaves_the_last_results(self) -> None:
        memo = Memo()
        for b in (2, 3, 4):
            self.recent(memo, 1, b, 3)
        assert [self.recent(memo, 1, b, 2) for b in (4, 5, 4)] == [0, 1, 0]

    def test_a_result_is_computed_again_if_its_record_is_damaged(self) -> None:
        memo = Memo()
        self.recent(memo, 1, 2)
        memo.store.write_record("recent-add-0", (b"another key", 3))
        assert [self.recent(memo, 1, 2) for _ in range(2)] == [1, 0]

    def test_results_are_computed_again_if_the_list_is_damaged(self) -> None:
        memo = Memo()
        self.recent(memo, 1, 2)
        memo.store.write_record("recent-add", 7)
        assert [self.recent(memo, 1, b) for b in (3, 2, 3)] == [1, 1, 0]
