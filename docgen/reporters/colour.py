"""Colour: the sixteen colours of the terminal, so that the user's theme applies."""

from collections.abc import Mapping

from msgspec import Struct

from docgen.diagnostics import Severity


class Palette(Struct, frozen=True, kw_only=True):
    """The escape sequences for everything that has a colour; all empty without colour."""

    error: str = ""
    warning: str = ""
    note: str = ""
    help: str = ""
    place: str = ""
    added: str = ""
    removed: str = ""
    hunk: str = ""
    end: str = ""

    def of(self, severity: Severity) -> str:
        """Return the colour of a severity."""
        match severity:
            case Severity.ERROR:
                return self.error
            case Severity.WARNING:
                return self.warning
            case Severity.NOTE:
                return self.note


PLAIN = Palette()

COLOURED = Palette(
    error="\033[1;31m",
    warning="\033[1;33m",
    note="\033[1;36m",
    help="\033[32m",
    place="\033[1m",
    added="\033[32m",
    removed="\033[31m",
    hunk="\033[36m",
    end="\033[0m",
)


def palette(*, is_coloured: bool) -> Palette:
    """Return the colours, or a palette without any."""
    return COLOURED if is_coloured else PLAIN


def wants_colour(
    option: str, environment: Mapping[str, str], *, is_terminal: bool
) -> bool:
    """Return whether to use colour.

    The option decides, then `NO_COLOR`, then `FORCE_COLOR`, then whether it is a terminal.
    """
    if option != "auto":
        return option == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return is_terminal and environment.get("TERM") != "dumb"


def coloured_diff(diff: str, colours: Palette) -> str:
    """Return a unified diff with its lines coloured."""
    if not colours.end:
        return diff
    kinds = {
        "+": colours.added,
        "-": colours.removed,
        "@": colours.hunk,
    }
    return "".join(
        f"{kinds[line[0]]}{line}{colours.end}\n" if line[:1] in kinds else line + "\n"
        for line in diff.split("\n")[:-1]
    )
