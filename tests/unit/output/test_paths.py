"""Which paths are allowed in the output folder."""

import pytest

from docgen.output.paths import is_safe

UNSAFE = {
    "the parent folder": "../x.py",
    "a parent folder in the middle": "graph/../../x.py",
    "the folder itself": ".",
    "an empty path": "",
    "an absolute path": "/etc/passwd",
    "an absolute path on Windows": "C:/x.py",
    "a drive": "C:x.py",
    "backslashes": "graph\\..\\..\\x.py",
    "an empty part": "graph//x.py",
    "a folder at the end": "graph/",
    "a dot file": ".gitignore",
    "the git folder": ".git/config",
    "the manifest": ".docgen-manifest",
    "a newline": "graph/x\n.py",
    "a NUL": "graph/x\x00.py",
    "a lone surrogate": "graph/\udcff.py",
    "a name longer than file systems allow": "x" * 256,
    "10,000 nested folders": "a/" * 10_000 + "x.py",
}


@pytest.mark.parametrize("path", UNSAFE.values(), ids=UNSAFE.keys())
def test_unsafe_path_is_rejected(path: str) -> None:
    assert not is_safe(path)


@pytest.mark.parametrize("path", ["py.typed", "graph/models/team.pyi", "tests/a b.py"])
def test_safe_path_is_accepted(path: str) -> None:
    assert is_safe(path)
