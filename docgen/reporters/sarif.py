"""Diagnostics as SARIF 2.1.0, which code scanning and editors read: one JSON object.

All codes are listed as rules, so that the file shows what was checked. Columns count code points
and end after the last one, as in docgen. A relative path is relative to the current folder, which
readers assume to be the root of the checkout. Inserted text has the line endings of the page.
Fingerprints don't contain line numbers, so that code scanning recognizes a result when lines are
added above it.
"""

import json
import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import PurePath
from typing import TypeAlias
from urllib.parse import quote

from docgen import __version__
from docgen.diagnostics import Code, Diagnostic
from docgen.fixes.fix import Fix, FixOf
from docgen.reporters.rules import rule_markdown

Json: TypeAlias = "str | int | list[Json] | dict[str, Json]"

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_FINGERPRINT = "primaryLocationLineHash"
"""The one fingerprint that GitHub compares."""
_INDEX = {code.id: index for index, code in enumerate(Code)}


def sarif_report(diagnostics: Iterable[Diagnostic], fix_of: FixOf | None = None) -> str:
    """Return a log of one run, with a result for each diagnostic."""
    driver: dict[str, Json] = {
        "name": "docgen",
        "version": __version__,
        "rules": [*map(_rule, Code)],
    }
    run: dict[str, Json] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [*_results(diagnostics, fix_of)],
    }
    log: Json = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False) + "\n"


def _rule(code: Code) -> Json:
    """Return a code as a rule; its severities have the names of SARIF's levels."""
    return {
        "id": code.id,
        "shortDescription": {"text": code.value.summary},
        "fullDescription": {"text": code.explanation},
        "help": {"text": code.explanation, "markdown": rule_markdown(code)},
        "defaultConfiguration": {"level": code.value.severity.value},
    }


def _results(diagnostics: Iterable[Diagnostic], fix_of: FixOf | None) -> Iterator[Json]:
    """Yield the results; equal diagnostics on a page are numbered in their fingerprints."""
    seen = Counter[str]()
    for one in diagnostics:
        made_of = "\0".join((one.code, one.path, one.message))
        seen[made_of] += 1
        result = _result(one, f"{_hash(made_of)}:{seen[made_of]}")
        fix = fix_of(one) if fix_of else None
        yield {**result, "fixes": [_fix(fix, one.path)]} if fix else result


def _hash(content: str) -> str:
    return sha256(content.encode(errors="surrogateescape")).hexdigest()[:16]


def _result(one: Diagnostic, fingerprint: str) -> dict[str, Json]:
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
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }


def _fix(fix: Fix, path: str) -> Json:
    """Return a fix; whether it is safe is in its properties, as SARIF has no word for that."""
    replacements: list[Json] = [
        {
            "deletedRegion": {
                "startLine": edit.start.line,
                "startColumn": edit.start.column,
                "endLine": edit.end.line,
                "endColumn": edit.end.column,
            },
            "insertedContent": {"text": edit.text_on_page},
        }
        for edit in fix.edits
    ]
    return {
        "description": {"text": fix.message},
        "artifactChanges": [
            {"artifactLocation": _artifact(path), "replacements": replacements}
        ],
        "properties": {"applicability": fix.applicability.value},
    }


def _artifact(path: str) -> Json:
    """Return a path as a percent-encoded URI."""
    pure = PurePath(path)
    uri = quote(pure.as_posix(), errors="surrogateescape")
    if pure.is_absolute():
        return {"uri": "file://" + posixpath.join("/", uri)}
    return {"uri": uri, "uriBaseId": _ROOT}
