"""Where docgen's own templates lie."""

import os
from functools import cache


@cache
def own_templates() -> str:
    """Find the folder of templates: inside the package when installed, beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(__file__))
    inside = os.path.join(package, "templates")
    return (
        inside
        if os.path.isdir(inside)
        else os.path.join(os.path.dirname(package), "templates")
    )
