"""The baseline: what identifies a diagnostic, the file, and the comparison."""

import pytest

from docgen.baseline import (
    Baseline,
    BaselineError,
    Entry,
    PageEntries,
    baseline_of,
    baseline_text,
    compared_with,
    read_baseline,
    without_solved,
)
from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.diagnostics.codes import BY_NAME
from docgen.schema.model import (
    EnumType,
    Member,
    QualifiedName,
    Schema,
    Source,
    StructuredType,
)
from docgen.source import Span

LINK, ROW = Entry("broken-link", "a.b", "x", "[y](y.md)"), Entry(
    "ignored-row", "c.md", "", "|a|b|"
)


def finding(
    code: Code = Code.BROKEN_LINK, line: int = 1, column: int = 1
) -> Diagnostic:
    return diagnostic(code, "wrong", "a.md", Span(line, column, column + 4))


def test_the_file_has_a_line_for_each_entry() -> None:
    text = baseline_text(baseline_of([ROW, LINK, ROW]))
    assert text.splitlines()[-2:] == [
        "broken-link\ta.b\tx\t[y](y.md)\t1",
        "ignored-row\tc.md\t\t|a|b|\t2",
    ]
    assert text.startswith("# docgen baseline 1\n")
    assert max(map(len, text.splitlines())) <= 100


def test_what_is_written_is_read() -> None:
    baseline = baseline_of([ROW, LINK, ROW])
    assert read_baseline(baseline_text(baseline)) == baseline
    with_mark = "\ufeff" + baseline_text(baseline).replace("\n", "\r\n")
    assert read_baseline(with_mark) == baseline
    assert baseline.codes == BY_NAME.keys()


@pytest.mark.parametrize("content", ["", "x\n", "broken-link\ta\t\tb\t1\n"])
def test_other_content_is_no_baseline(content: str) -> None:
    with pytest.raises(BaselineError):
        read_baseline(content)


def test_of_two_merged_counts_the_higher_applies() -> None:
    text = baseline_text(baseline_of([LINK]))
    line = "broken-link\ta.b\tx\t[y](y.md)\t"
    merged = f"{text}<<<<<<< one\n{line}3\n=======\n{line}2\n>>>>>>> other\n"
    assert read_baseline(merged).counts == {LINK: 3}


def test_diagnostics_beyond_the_count_are_new() -> None:
    found = [(finding(line=number), LINK) for number in (1, 2, 3)]
    compared = compared_with(baseline_of([LINK, LINK, ROW]), found)
    assert compared.new == (finding(line=3),)
    assert compared.known == 2
    assert compared.solved == {ROW: 1}


def test_a_code_that_was_unknown_then_is_counted() -> None:
    baseline = Baseline(counts={}, codes=frozenset({"ignored-row"}))
    compared = compared_with(baseline, [(finding(), LINK), (finding(), LINK)])
    assert compared.new == ()
    assert compared.of_new_codes == {"broken-link": 2}


def test_solved_diagnostics_are_removed_and_none_is_added() -> None:
    baseline = baseline_of([LINK, LINK, ROW])
    left = without_solved(baseline, {LINK: 1, ROW: 1})
    assert left.counts == {LINK: 1}
    assert left.codes == baseline.codes


LINES = [
    "# a resource type",
    "|Property|Type|",
    "|:-|:-|",
    "|[`size`](x.md)|Int23|",
    "size|Int23",
    "text  with\tspaces",
    "# b resource type",
    "|size|Int23|",
    r"|a\|b|Int23|",
]


def type_at(name: str, path: str, line: int) -> StructuredType:
    source = Source(path=path, line=line)
    return StructuredType(kind="complex", name=QualifiedName(name), sources=(source,))


def line_of(path: str, number: int) -> str | None:
    return LINES[number - 1] if path == "a.md" and number <= len(LINES) else None


@pytest.fixture
def entries() -> PageEntries:
    types = (type_at("n.a", "a.md", 1), type_at("n.b", "a.md", 7))
    return PageEntries(Schema(types=types, pages=()), line_of)


@pytest.mark.parametrize(
    ("line", "column", "entry"),
    [
        (4, 17, Entry("broken-link", "n.a", "size", "Int2")),
        (6, 1, Entry("broken-link", "n.a", "", "text")),
        (8, 7, Entry("broken-link", "n.b", "size", "Int2")),
        (1, 50, Entry("broken-link", "n.a", "", "# a resource type")),
        (9, 7, Entry("broken-link", "n.b", r"a\|b", "Int2")),
        (99, 1, Entry("broken-link", "n.b", "", "")),
    ],
)
def test_an_entry_has_type_row_and_text(
    entries: PageEntries, line: int, column: int, entry: Entry
) -> None:
    assert entries.of(finding(line=line, column=column)) == entry


def enum_at(name: str, first: int, *members: int) -> EnumType:
    return EnumType(
        name=QualifiedName(name),
        sources=(Source(path="a.md", line=first),),
        members=tuple(
            Member(name=f"m{line}", source=Source(path="a.md", line=line))
            for line in members
        ),
    )


@pytest.mark.parametrize(
    ("enum", "line", "owner"),
    [
        (enum_at("n.e", 3, 4, 5), 5, "n.e"),
        (enum_at("n.e", 3, 4, 5), 6, "n.a"),
        (enum_at("n.e", 4, 4, 4), 4, "n.a"),
        (enum_at("n.e", 4, 4, 4), 5, "n.a"),
    ],
    ids=["a member", "below the members", "a row with values", "below that row"],
)
def test_only_its_members_are_parts_of_an_enum_type(
    enum: EnumType, line: int, owner: str
) -> None:
    types = (type_at("n.a", "a.md", 1), enum)
    entries = PageEntries(Schema(types=types, pages=()), line_of)
    assert entries.of(finding(line=line)).owner == owner


def test_a_page_of_an_enum_type_alone_is_all_its_own() -> None:
    entries = PageEntries(Schema(types=(enum_at("n.e", 2, 4, 5),), pages=()), line_of)
    assert {entries.of(finding(line=line)).owner for line in (1, 4, 9)} == {"n.e"}


def test_without_a_type_the_page_is_the_owner() -> None:
    entries = PageEntries(Schema(types=(), pages=()), line_of)
    assert entries.of(finding(line=4)).owner == "a.md"


def test_long_text_is_cut() -> None:
    entries = PageEntries(Schema(types=(), pages=()), lambda _path, _line: "a" * 500)
    one = diagnostic(Code.BROKEN_LINK, "wrong", "a.md", Span(1, 1, 400))
    assert entries.of(one).text == "a" * 99 + "…"
