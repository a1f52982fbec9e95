"""Options of the whole suite."""

import pytest
from hypothesis import settings

settings.register_profile("docgen", deadline=None, print_blob=True)
settings.register_profile("long", deadline=None, print_blob=True, max_examples=100_000)
settings.load_profile("docgen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept-cases",
        action="store_true",
        help="write what the cases under tests/cases give; read the diff afterwards",
    )
    parser.addoption(
        "--edits", type=int, default=25, help="how many edits test_rebuild makes"
    )
    parser.addoption("--edits-seed", type=int, help="the seed of these edits")
    parser.addoption("--edited-pages", help="the folder whose pages are edited")
    parser.addoption("--edited-most", type=int, help="how many pages of it are taken")
