"""What pages are gone through with: docgen as it is, what is known of pages, and who works."""

from msgspec import Struct

from docgen.rebuild.blobs import Blobs
from docgen.rebuild.hands import Hands
from docgen.rebuild.identity import Identity
from docgen.rebuild.result import Progress


class Means(Struct, frozen=True, kw_only=True):
    """`facts` are what earlier runs found out about pages and types."""

    identity: Identity
    facts: Blobs
    progress: Progress
    hands: Hands
