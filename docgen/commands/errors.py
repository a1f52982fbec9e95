"""Errors of use cases that are the user's to fix."""


class UsageError(Exception):
    """Raised where arguments can't be used as they are; the message says what to change.

    The command line shows it below the usage line and exits with status 2.
    """


HOW_TO_CONFIGURE = """\
run `docgen init`, or add a table like this to pyproject.toml:

[tool.docgen]
source = ["docs"]
output = "generated"
package = "shop"
entity_base = "shop.entity"
"""

NOT_CONFIGURED = (
    "no [tool.docgen] was found in a pyproject.toml here or above; " + HOW_TO_CONFIGURE
)
