"""Lets the tests import the package next to them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
