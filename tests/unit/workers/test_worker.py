"""What is heard of a worker, in pieces as pipes give it."""

import os
from collections.abc import Iterator

import pytest

from docgen.build.workers import Worker


class Heard:
    """A worker of whom only the pipe is there, and what it is made to say."""

    def __init__(self, *numbers: int) -> None:
        ours, self._its = os.pipe()
        self.worker = Worker(0, ours, numbers)

    def after(self, said: bytes) -> list[tuple[int, bytes | None]]:
        os.write(self._its, said)
        return list(self.worker.answers())

    def at_the_end(self) -> list[tuple[int, bytes | None]]:
        os.close(self._its)
        return list(self.worker.answers())

    def close(self) -> None:
        os.close(self.worker.pipe)


@pytest.fixture
def heard() -> Iterator[Heard]:
    made = Heard(3, 5, 7)
    yield made
    made.close()


def said(text: bytes) -> bytes:
    return len(text).to_bytes(8) + text


def test_answers_are_told_by_the_numbers_of_their_things(heard: Heard) -> None:
    assert heard.after(said(b"a") + said(b"bc")) == [(3, b"a"), (5, b"bc")]
    assert heard.at_the_end() == []
    assert heard.worker.has_ended
    assert [*heard.worker.waiting] == [7]


def test_a_piece_of_an_answer_waits_for_the_rest(heard: Heard) -> None:
    assert heard.after(said(b"abc")[:3]) == []
    assert heard.after(said(b"abc")[3:10]) == []
    assert heard.after(said(b"abc")[10:] + said(b"")) == [(3, b"abc"), (5, b"")]
    assert not heard.worker.has_ended
    heard.at_the_end()


def test_of_an_answer_cut_short_nothing_is_believed(heard: Heard) -> None:
    assert heard.after(said(b"abc")[:-1]) == []
    assert heard.at_the_end() == []
    assert [*heard.worker.waiting] == [3, 5, 7]


def test_to_have_no_answer_is_none(heard: Heard) -> None:
    assert heard.after(b"\xff" * 8 + said(b"b")) == [(3, None), (5, b"b")]
    heard.at_the_end()
