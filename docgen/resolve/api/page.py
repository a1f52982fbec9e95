"""An API page with what other pages say about it."""

from msgspec import Struct

from docgen.extract.declarations import Encoded
from docgen.resolve.api.owners import Listed
from docgen.resolve.api.relationships import Relationships


class ApiPage(Struct, frozen=True, array_like=True, kw_only=True):
    """An API page: what it declares, and the rows of methods tables that link to it.

    `related` are the relationships of the types that these rows belong to. The page `is_in_row` if
    any row links to it, which may also be one of several with the same label, or of no type.
    """

    path: str
    encoded_api: Encoded
    listed: tuple[Listed, ...]
    related: tuple[Relationships, ...]
    is_in_row: bool

    @property
    def memo_key(
        self,
    ) -> tuple[str, bytes, tuple[Listed, ...], list[str], bool]:
        """What an operation is resolved from."""
        digest, related = self.encoded_api.digest, [one.digest for one in self.related]
        return self.path, digest, self.listed, related, self.is_in_row
