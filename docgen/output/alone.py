"""Writing one file that the user named, outside of any output folder: `-o FILE`."""

import os


def write_alone(path: str, text: str) -> None:
    """Give a file a text in one step; raises `OSError` where the system refuses."""
    if os.path.lexists(path) and not os.path.isfile(path):  # a device, a pipe
        with open(path, "wb") as file:
            file.write(text.encode(errors="backslashreplace"))
        return
    location = os.path.realpath(path)
    staged = f"{location}.docgen-{os.getpid()}"
    try:
        with open(staged, "wb") as file:
            file.write(text.encode(errors="backslashreplace"))
        os.replace(staged, location)
    except OSError:
        if os.path.lexists(staged):
            os.unlink(staged)
        raise
