"""Where docgen's own templates lie."""

from functools import cache
from pathlib import Path


@cache
def own_templates() -> Path:
    """Find the folder of templates: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"
