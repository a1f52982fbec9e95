"""The digests that things are known by; `hashlib` would load all of OpenSSL for one."""

import zlib

try:
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b

__all__ = ["blake2b", "checksum", "digest"]


def digest(content: bytes) -> str:
    """Give the digest by which a whole file is known, line ends as they are."""
    return blake2b(content, digest_size=16).hexdigest()


def checksum(content: bytes) -> str:
    """Give what tells a big file from what comes of it by accident, in a quarter of the time."""
    return f"{len(content):x}-{zlib.crc32(content):x}-{zlib.adler32(content):x}"
