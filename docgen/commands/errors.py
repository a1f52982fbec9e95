"""Errors that the user can fix by other arguments or another configuration."""


class UsageError(Exception):
    """Raised for arguments that can't be used; the message says what to change.

    The command line shows it below the usage line and exits with status 2.
    """


_TABLE = """\
add a table like this to pyproject.toml:

[tool.docgen]
source = ["docs"]
output = "generated"
package = "shop"
entity_base = "shop.entity"
"""

NOT_CONFIGURED = (
    "no [tool.docgen] was found in a pyproject.toml here or above; run `docgen init`, or "
    + _TABLE
)

NO_PAGES = (
    "no API pages were found here; run `docgen init` in the folder of your project, with the pages "
    "below it, or " + _TABLE
)
