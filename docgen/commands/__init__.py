"""Commands: one use case each; arguments in, a report out. Nothing here prints or knows click."""
