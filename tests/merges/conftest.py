"""The files of the scenarios are no tests of this suite."""

collect_ignore_glob = ["*/*"]
