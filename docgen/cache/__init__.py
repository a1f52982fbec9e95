"""The cache: what earlier runs found out, kept outside of the checkout.

It is a help, never a truth. Whatever comes out of it was checked: a text that is cut off, damaged,
of another form or another version is as good as none, and what can't be written is not kept.
Nothing here raises for what lies on the disk.
"""
