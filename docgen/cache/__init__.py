"""The cache: what earlier runs found out, kept outside of the checkout.

It is a help, never a truth. Whatever comes out of it was checked: a text that is cut off, damaged,
of another form or another version is as good as none, and what can't be written is not kept.
Nothing here raises for what lies on the disk.
"""

from docgen.cache.folder import cache_folder, private_folder, room
from docgen.cache.record import kept_record, record
from docgen.cache.status import Status, is_sure, status_of, summed
from docgen.cache.store import Store, key

__all__ = [
    "Status",
    "Store",
    "cache_folder",
    "is_sure",
    "kept_record",
    "key",
    "private_folder",
    "record",
    "room",
    "status_of",
    "summed",
]
