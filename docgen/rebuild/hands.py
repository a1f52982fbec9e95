"""Who works beside this process: as many as were asked for, and one that began early."""

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from docgen.workers.aside import Aside


class Hands(Struct, frozen=True, kw_only=True):
    """`asked` is the number of processes that was asked for, if one was."""

    asked: int | None = None
    aside: "Aside | None" = None

    def close(self) -> None:
        """Leave no process behind."""
        if self.aside:
            self.aside.close()
