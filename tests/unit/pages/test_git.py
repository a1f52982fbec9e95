"""Running git: what is called while it runs."""

import signal
import subprocess

import pytest

from docgen.pages.git import GitError, MissingGitError, run_git

VERSION = ["version"]


def test_other_work_is_done_before_the_output_is_awaited(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    events: list[str] = []
    communicate = subprocess.Popen.communicate

    def noted(
        process: subprocess.Popen[bytes], content: bytes | None = None
    ) -> tuple[bytes, bytes]:
        events.append("output")
        return communicate(process, content)

    monkeypatch.setattr(subprocess.Popen, "communicate", noted)
    output = run_git(VERSION, meanwhile=lambda: events.append("other work"))
    assert output.startswith(b"git version")
    assert events == ["other work", "output"]


def test_interrupt_during_other_work_ends_git(monkeypatch: pytest.MonkeyPatch) -> None:
    killed: list[subprocess.Popen[bytes]] = []
    kill = subprocess.Popen.kill

    def noted(process: subprocess.Popen[bytes]) -> None:
        killed.append(process)
        kill(process)

    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess.Popen, "kill", noted)
    # Git waits for its standard input.
    with pytest.raises(KeyboardInterrupt):
        run_git(["cat-file", "--batch"], b"HEAD\n", meanwhile=interrupted)
    assert [one.returncode for one in killed] == [-signal.SIGKILL]


def test_other_work_does_not_hide_an_error_of_git() -> None:
    done: list[int] = []
    with pytest.raises(GitError, match="not a git command"):
        run_git(["no-such-command"], meanwhile=lambda: done.append(1))
    assert done == [1]


def test_without_git_no_other_work_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(MissingGitError):
        run_git(VERSION, meanwhile=lambda: pytest.fail("git is missing"))
