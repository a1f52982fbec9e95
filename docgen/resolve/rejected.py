"""Report evidence about the kind of a type that was outweighed by other evidence.

Weak evidence is not reported: an `id` or a relationship of a complex type is not a mistake.
Keys of complex types are reported where keys are resolved.
"""

from collections.abc import Iterator, Sequence

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.resolve.evidence import Evidence, EvidenceRule, StructuredKind, label_of
from docgen.schema.model import QualifiedName


def rejected_evidence(
    name: QualifiedName, kind: StructuredKind, evidence: Sequence[Evidence]
) -> Iterator[Diagnostic]:
    """Report the evidence that the type `name` is not of this kind."""
    rejected = [one for one in evidence if one.kind != kind]
    if not rejected:
        return
    other = with_article(rejected[0].kind)
    used = f"using {with_article(kind)}, because {_reason(kind, evidence)}"
    for one in rejected:
        yield from _rejected(one, f"as if `{name}` were {other}; {used}")


def with_article(kind: StructuredKind) -> str:
    """Return a kind with its article and `type`."""
    return "an entity type" if kind == "entity" else "a complex type"


def _reason(kind: StructuredKind, evidence: Sequence[Evidence]) -> str:
    """Return the heaviest evidence for a kind, as a clause about the type."""
    reasons = [one for one in evidence if one.kind == kind and one.rule in _REASONS]
    if not reasons:
        return "its base type or derived types are"
    heaviest = max(reasons, key=lambda one: abs(one.weight))
    singular, plural = _REASONS[heaviest.rule]
    count = len(heaviest.indications)
    return singular if count == 1 else plural.format(count)


_REASONS = {
    EvidenceRule.METHODS: ("the type has a method", "the type has {} methods"),
    EvidenceRule.RELATIONSHIPS: (
        "a relationship has the type",
        "{} relationships have the type",
    ),
    EvidenceRule.PROPERTIES: (
        "a property has the type",
        "{} properties have the type",
    ),
    EvidenceRule.KEY: ("the type has a key", "the type has a key"),
    EvidenceRule.KEY_ROW: ("the type has a key", "the type has a key"),
    EvidenceRule.DESCRIBED_AS_ENTITY: ("prose says so", "prose says so"),
    EvidenceRule.DESCRIBED_AS_COMPLEX: ("prose says so", "prose says so"),
}
"""Evidence that messages mention, for one indication and for several."""


def _rejected(one: Evidence, effect: str) -> Iterator[Diagnostic]:
    """Report each wrong row, and other evidence once, because its rows belong together."""
    match one.rule:
        case EvidenceRule.RELATIONSHIPS:
            indications, problem = one.indications, "is a relationship"
            advice = "move the row to a table below `## Properties`"
        case EvidenceRule.PROPERTIES:
            indications, problem = one.indications, "is a property"
            advice = "move the row to a table below `## Relationships`"
        case EvidenceRule.METHODS:
            indications, problem = one.indications[:1], "is a method"
            advice = "move the methods to the page of the type that they belong to"
        case EvidenceRule.DESCRIBED_AS_ENTITY | EvidenceRule.DESCRIBED_AS_COMPLEX:
            indications, problem = one.indications[:1], "is written in prose"
            advice = "correct the sentence, or the tables that contradict it"
        case _:
            return
    for indication in indications:
        message = f"{quote(label_of(indication))} {problem}, {effect}"
        path, span = indication.source.path, indication.source.span
        yield diagnostic(Code.CONTRADICTION, message, path, span, advice)
