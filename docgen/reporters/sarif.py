"""Diagnostics as SARIF 2.1.0, which code scanning and editors read: one JSON object.

All codes are listed as rules, so that the file says what was looked for. Columns count
characters (code points) and end behind the last one, as ours do. A relative path is one from
the folder where docgen ran, which readers take for the root of the checkout.
"""

import json
import posixpath
from collections.abc import Iterable
from pathlib import PurePath
from typing import TypeAlias
from urllib.parse import quote

from docgen import __version__
from docgen.diagnostics import Code, Diagnostic, Rule

Json: TypeAlias = "str | int | list[Json] | dict[str, Json]"

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_RULES = tuple(code.value for code in Code)
_INDEX = {rule.name: index for index, rule in enumerate(_RULES)}


def sarif_report(diagnostics: Iterable[Diagnostic]) -> str:
    """Give a log of one run, with a result for each diagnostic."""
    driver: dict[str, Json] = {
        "name": "docgen",
        "version": __version__,
        "rules": [_rule(rule) for rule in _RULES],
    }
    run: dict[str, Json] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one) for one in diagnostics],
    }
    log: Json = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False) + "\n"


def _rule(rule: Rule) -> Json:
    """Give a code as a rule; its severities have the names of SARIF's levels."""
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": rule.explanation, "markdown": rule.explanation},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(one: Diagnostic) -> Json:
    region: dict[str, Json] = {
        "startLine": one.span.line,
        "startColumn": one.span.column,
        "endColumn": one.span.end_column,
    }
    place: dict[str, Json] = {"artifactLocation": _artifact(one.path), "region": region}
    return {
        "ruleId": one.code,
        "ruleIndex": _INDEX[one.code],
        "level": one.severity.value,
        "message": {"text": "\nhelp: ".join(filter(None, (one.message, one.help)))},
        "locations": [{"physicalLocation": place}],
    }


def _artifact(path: str) -> Json:
    """Give a path as a URI, with what a URI can't hold percent-encoded."""
    pure = PurePath(path)
    uri = quote(pure.as_posix(), errors="surrogateescape")
    if pure.is_absolute():
        return {"uri": "file://" + posixpath.join("/", uri)}
    return {"uri": uri, "uriBaseId": _ROOT}
