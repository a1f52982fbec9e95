"""A checkout that is a git repository."""

import os
import subprocess

import pytest
from checkout import Checkout

_NOBODY = {
    "GIT_AUTHOR_NAME": "nobody",
    "GIT_AUTHOR_EMAIL": "nobody@example.org",
    "GIT_COMMITTER_NAME": "nobody",
    "GIT_COMMITTER_EMAIL": "nobody@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def in_repository(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a repository of a checkout, independent of the git settings of the user."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in _NOBODY.items():
        monkeypatch.setenv(name, value)
    (checkout.folder / ".git").rmdir()
    git("init", "-q")
    checkout.write(".gitignore", "__pycache__/\n")


def git(*arguments: str) -> str:
    """Run git in the current folder and return its output."""
    return subprocess.run(
        ["git", *arguments], check=True, capture_output=True, encoding="utf-8"
    ).stdout
