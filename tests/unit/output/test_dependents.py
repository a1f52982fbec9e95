"""The files that depend on pages, by the imports in the manifest."""

from docgen.edits.decision import FileRecord, compact
from docgen.output.dependents import dependents
from docgen.pycode import definition_lines

MODULES = {
    "graph/models/place.py": "class Place:\n    pass\n",
    "graph/models/hall.py": "from x import Model, Place\n\nclass Hall(Place):\n    pass\n",
    "graph/models/seat.py": "from x import Hall\n\nclass Seat(Model):\n    hall: Hall\n",
    "graph/models/shed.py": "from x import Model\n\nclass Shed(Model):\n    pass\n",
    "tests/test_shed.py": "from graph import models\n\nTYPE = models.Shed\n",
    "tests/test_place.py": "from graph import models\n\nTYPE = models.Place\n",
    "graph/__init__.py": "from x import Place, Shed\n",
}


def _record(path: str, source: str) -> FileRecord:
    name = path.rpartition("/")[2].removesuffix(".py").removeprefix("test_")
    return FileRecord(
        path=path,
        digests=("0" * 11,),
        pages=() if name == "__init__" else (f"{name}.md",),
        lines=compact(definition_lines(path, source)),
    )


RECORDS = {path: _record(path, source) for path, source in MODULES.items()}


def found(*pages: str) -> set[str]:
    paths = dependents(RECORDS, pages) - {"graph/__init__.py"}
    return {path.rpartition("/")[2] for path in paths}


def test_files_that_imports_connect_depend_on_a_page() -> None:
    connected = {"place.py", "hall.py", "seat.py", "test_place.py"}
    assert found("place.md") == found("hall.md") == found("seat.md") == connected


def test_the_package_and_its_tests_connect_nothing() -> None:
    assert found("shed.md") == {"shed.py", "test_shed.py"}


def test_files_of_no_page_depend_on_every_page() -> None:
    assert dependents(RECORDS, ["other.md"]) == {"graph/__init__.py"}
