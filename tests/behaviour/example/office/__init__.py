"""An example program that uses a package generated from the pages of a harbour."""
