"""Read: from the paths that a user names to the bytes of each page."""
