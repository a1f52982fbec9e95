"""Which paths may stand in the output folder."""

import pytest

from docgen.output.paths import is_safe

UNSAFE = {
    "a folder above": "../x.py",
    "a folder above in the middle": "graph/../../x.py",
    "the folder itself": ".",
    "nothing": "",
    "an absolute path": "/etc/passwd",
    "an absolute path of another system": "C:/x.py",
    "a drive": "C:x.py",
    "backslashes": "graph\\..\\..\\x.py",
    "an empty part": "graph//x.py",
    "a folder at the end": "graph/",
    "a dot file": ".gitignore",
    "the folder of git": ".git/config",
    "the manifest": ".docgen-manifest",
    "a line end": "graph/x\n.py",
    "a NUL": "graph/x\x00.py",
    "half a character": "graph/\udcff.py",
    "a part that no file system takes": "x" * 256,
    "as many folders as it likes": "a/" * 10_000 + "x.py",
}


@pytest.mark.parametrize("path", UNSAFE.values(), ids=UNSAFE.keys())
def test_is_refused(path: str) -> None:
    assert not is_safe(path)


@pytest.mark.parametrize("path", ["py.typed", "graph/models/team.pyi", "tests/a b.py"])
def test_is_taken(path: str) -> None:
    assert is_safe(path)
