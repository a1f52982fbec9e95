"""Options of the whole suite."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept-cases",
        action="store_true",
        help="write what the cases under tests/cases give; read the diff afterwards",
    )
