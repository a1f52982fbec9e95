"""Colour, where it is wanted: the terminal's own sixteen, so that its user's theme holds."""

from collections.abc import Mapping

from msgspec import Struct

from docgen.diagnostics import Severity


class Palette(Struct, frozen=True, kw_only=True):
    """The escape sequences for each thing that has a colour; all empty where none is wanted."""

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
        """Give the colour of a severity."""
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
    """Give the colours, or none."""
    return COLOURED if is_coloured else PLAIN


def wants_colour(
    wish: str, environment: Mapping[str, str], *, is_terminal: bool
) -> bool:
    """Decide: the option first, then `NO_COLOR`, then `FORCE_COLOR`, then the terminal."""
    if wish != "auto":
        return wish == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return is_terminal and environment.get("TERM") != "dumb"
