"""How often each code was told, the most frequent first: a survey of many pages."""

from collections import Counter
from collections.abc import Iterable

from docgen.diagnostics import Diagnostic
from docgen.diagnostics.codes import BY_NAME
from docgen.reporters.colour import Palette


def counts_report(diagnostics: Iterable[Diagnostic], colours: Palette) -> str:
    """Give a line for each code and severity that was told."""
    counts = Counter((one.severity, one.code) for one in diagnostics)
    told = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0][1]))
    return "".join(
        f"{count:8,} {colours.of(severity)}{severity.value:8}{colours.end}"
        f"{code:24} {BY_NAME[code].value.summary}\n"
        for (severity, code), count in told
    )
