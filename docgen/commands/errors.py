"""Errors of use cases that are the user's to fix."""


class UsageError(Exception):
    """Raised where arguments can't be used as they are; the message says what to change.

    The command line shows it below the usage line and exits with status 2.
    """
