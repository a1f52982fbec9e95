"""A unified diff, in colour where that is wanted."""

from docgen.reporters.colour import Palette


def coloured_diff(text: str, colours: Palette) -> str:
    """Colour the lines of a diff; the text stays as it is."""
    if not colours.end:
        return text
    kinds = {
        "+": colours.added,
        "-": colours.removed,
        "@": colours.hunk,
    }
    return "".join(
        f"{kinds[line[0]]}{line}{colours.end}\n" if line[:1] in kinds else line + "\n"
        for line in text.split("\n")[:-1]
    )
