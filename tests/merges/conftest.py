"""The files of the scenarios are not tests of this suite."""

collect_ignore_glob = ["*/*"]
