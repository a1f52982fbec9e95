"""The lines of a text, as diffs want them."""


def split_lines(text: str) -> list[str]:
    """Split at line ends alone; `splitlines` knows others."""
    return [line + "\n" for line in text.removesuffix("\n").split("\n")] if text else []
