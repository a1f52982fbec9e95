"""The plan: what becomes of each file, by what is wanted, what is known and what is there."""

from collections.abc import Mapping

import pytest

from docgen.diagnostics import Code
from docgen.digests import content_digest
from docgen.edits.decision import EditPolicy, FileRecord, compact
from docgen.output.decisions import WriteContext, plan_changes
from docgen.output.folder import AtPath, Blocked, Directory, Missing, RegularFile
from docgen.output.plan import LastOutput, Plan, WriteScope
from docgen.output.planning import record_of
from docgen.pycode import definition_lines
from docgen.render.files import GeneratedFile

OLD, NEW, THEIRS = "size = 1\n", "size = 2\n", "size = 9\n"
BESIDE = "size = 1\nmine = 1\n"
PATH = "graph/team.py"
PAGE = "resources/team.md"

LINK = Blocked(Code.UNSAFE_OUTPUT, "graph", "it is a link")
PIPE = Blocked(Code.UNWRITABLE_OUTPUT, PATH, "it is not a regular file")


def wanted(text: str, path: str = PATH, page: str = PAGE) -> GeneratedFile:
    return GeneratedFile(path=path, text=text, pages=(page,))


def known(*texts: str, page: str = PAGE) -> LastOutput:
    lines = (line for text in texts for line in definition_lines(PATH, text))
    entry = FileRecord(
        path=PATH,
        digests=tuple(content_digest(text.encode()) for text in texts),
        pages=(page,),
        lines=compact(sorted(lines)),
    )
    return LastOutput(records={PATH: entry} if texts else {})


def there(text: str) -> RegularFile:
    return RegularFile(text.encode())


def made(
    file: GeneratedFile | None,
    earlier: LastOutput,
    standing: AtPath,
    scope: WriteScope | None = None,
) -> Plan:
    tree: Mapping[str, AtPath] = {PATH: standing}
    files = [file] if file else []
    texts = {file.path: file.text for file in files}
    entries = map(record_of, files)
    context = WriteContext(
        content_of=texts.__getitem__,
        last=earlier,
        files=tree,
        scope=scope or WriteScope(),
    )
    return plan_changes(entries, context)


def outcome(planned: Plan) -> str:
    """Return in a word what becomes of the one file."""
    words = [one.code for one in planned.diagnostics]
    words += ["removed" if one.after is None else "written" for one in planned.changes]
    return " ".join(words) or ("unchanged" if planned.unchanged else "left")


WANTED = {
    "a file that is missing is written": (known(), Missing(), "written"),
    "a file that went missing is written again": (known(NEW), Missing(), "written"),
    "the text of today is left": (known(NEW), there(NEW), "unchanged"),
    "the text of today is adopted without a manifest": (
        known(),
        there(NEW),
        "unchanged",
    ),
    "the text of last time is written over": (known(OLD), there(OLD), "written"),
    "the text of either of two runs is written over": (
        known(OLD, "size = 3\n"),
        there(OLD),
        "written",
    ),
    "what a person wrote stays where docgen's is as before": (
        known(NEW),
        there(THEIRS),
        "unchanged",
    ),
    "what a person wrote stays where docgen's is another, and is reported": (
        known(OLD),
        there(THEIRS),
        "merge-conflict",
    ),
    "what a person wrote beside docgen's is merged": (
        known(OLD),
        there(BESIDE),
        "written",
    ),
    "someone's own file of that name is left and reported": (
        known(),
        there("mine = 1\n"),
        "existing-file",
    ),
    "a text that is no Python is left and reported": (
        known(OLD),
        there("size ="),
        "unparsable-output",
    ),
    "a text that is not UTF-8 is left and reported": (
        known(OLD),
        RegularFile(b"size = '\xff'"),
        "unparsable-output",
    ),
    "line ends of another system are no edit": (
        known(OLD),
        there("size = 1\r\n"),
        "written",
    ),
    "line ends of another system are no change": (
        known(NEW),
        there("size = 2\r\n"),
        "unchanged",
    ),
    "a link on the way is never followed": (known(OLD), LINK, "unsafe-output"),
    "a pipe is left alone": (known(), PIPE, "unwritable-output"),
    "a folder in its place is left alone": (
        known(OLD),
        Directory(),
        "unwritable-output",
    ),
}


@pytest.mark.parametrize(
    ("earlier", "standing", "expected"), WANTED.values(), ids=WANTED.keys()
)
def test_a_file_that_pages_give(
    earlier: LastOutput, standing: AtPath, expected: str
) -> None:
    assert outcome(made(wanted(NEW), earlier, standing)) == expected


STALE = {
    "goes where it is what docgen wrote": (there(OLD), "removed"),
    "goes with line ends of another system": (there("size = 1\r\n"), "removed"),
    "stays and is reported where a person edited it": (there(THEIRS), "obsolete-code"),
    "goes where a person emptied it": (there("\n"), "removed"),
    "goes where it was only formatted": (there("size  =  1\n"), "removed"),
    "is forgotten where it is gone": (Missing(), "left"),
    "is forgotten where a folder has its name": (Directory(), "left"),
    "is not reached through a link": (LINK, "unsafe-output"),
}


@pytest.mark.parametrize(("standing", "expected"), STALE.values(), ids=STALE.keys())
def test_a_file_that_no_page_gives_any_more(standing: AtPath, expected: str) -> None:
    assert outcome(made(None, known(OLD), standing)) == expected


def test_a_file_that_docgen_did_not_write_is_none_of_its_business() -> None:
    context = WriteContext(
        content_of=dict[str, str]().__getitem__,
        last=known(),
        files={},
        scope=WriteScope(),
    )
    planned = plan_changes([], context)
    assert (planned.changes, planned.diagnostics, planned.records) == ((), (), ())


def test_what_came_from_an_unreadable_page_stays() -> None:
    for unreadable in (PAGE, "resources", "."):
        scope = WriteScope(unreadable=(unreadable,))
        planned = made(None, known(OLD), there(OLD), scope)
        assert outcome(planned) == "left"
        assert [entry.path for entry in planned.records] == [PATH]


def test_what_came_from_another_page_than_the_unreadable_one_goes() -> None:
    scope = WriteScope(unreadable=("resources/tea", "resources/team.md.md"))
    assert outcome(made(None, known(OLD), there(OLD), scope)) == "removed"


def test_a_narrow_run_writes_what_comes_from_its_pages() -> None:
    scope = WriteScope(pages=frozenset({PAGE}), removes=False)
    assert outcome(made(wanted(NEW), known(OLD), there(OLD), scope)) == "written"


def test_a_narrow_run_writes_what_belongs_to_all_pages() -> None:
    scope = WriteScope(pages=frozenset({"resources/user.md"}), removes=False)
    shared = GeneratedFile(path=PATH, text=NEW, pages=())
    assert outcome(made(shared, known(OLD), there(OLD), scope)) == "written"


def test_a_narrow_run_leaves_other_files_and_their_entries() -> None:
    scope = WriteScope(pages=frozenset({"resources/user.md"}), removes=False)
    for standing in (there(OLD), there(THEIRS), Missing()):
        planned = made(wanted(NEW), known(OLD), standing, scope)
        assert outcome(planned) == "left"
        assert planned.records == tuple(known(OLD).records.values())


def test_a_narrow_run_removes_nothing() -> None:
    planned = made(None, known(OLD), there(OLD), WriteScope(removes=False))
    assert outcome(planned) == "left"
    assert planned.records == tuple(known(OLD).records.values())


def test_what_is_in_conflict_is_known_as_before_so_that_taking_the_edit_back_settles_it() -> (
    None
):
    edited = made(wanted(NEW), known(OLD), there(THEIRS))
    again = LastOutput(records={entry.path: entry for entry in edited.records})
    assert outcome(made(wanted(NEW), again, there(THEIRS))) == "merge-conflict"
    assert outcome(made(wanted(NEW), again, there(OLD))) == "written"


def test_without_a_manifest_what_is_not_docgen_s_is_a_person_s() -> None:
    file = wanted(f"{NEW}same = 1\n")
    planned = made(file, known(), there(f"{THEIRS}same = 1\n"))
    assert outcome(planned) == "unchanged"
    again = LastOutput(records={entry.path: entry for entry in planned.records})
    assert outcome(made(file, again, there(f"{THEIRS}same = 1\n"))) == "unchanged"


def test_a_file_that_is_to_be_empty_is_one_all_the_same() -> None:
    planned = made(wanted(""), known(OLD), there("size  =  1\n"))
    assert [change.after for change in planned.changes] == ["\n"]
    assert [entry.path for entry in planned.records] == [PATH]


def test_what_is_in_conflict_is_at_hand() -> None:
    contest = made(wanted(NEW), known(OLD), there(THEIRS)).conflicts[PATH]
    assert (contest.kept, contest.new) == (THEIRS, NEW)


def forced(standing: AtPath, file: GeneratedFile | None) -> Plan:
    return made(file, known(OLD), standing, WriteScope(policy=EditPolicy(forces=True)))


def test_force_writes_over_and_names_what_was_a_person_s() -> None:
    planned = forced(there("size = 9\nmine = 1\n"), wanted(NEW))
    assert outcome(planned) == "overwritten-code written"
    assert [change.after for change in planned.changes] == [NEW]
    assert "overwrote it, with `mine`, `size`" in planned.diagnostics[0].message


def test_force_removes_what_no_page_gives() -> None:
    assert outcome(forced(there(THEIRS), None)) == "overwritten-code removed"


def test_force_writes_over_what_can_not_be_read() -> None:
    assert outcome(forced(there("size ="), wanted(NEW))) == "overwritten-code written"


def test_force_is_silent_where_nobody_wrote() -> None:
    assert outcome(forced(there(OLD), wanted(NEW))) == "written"


ODD = "graph/py.typed"


def marked(text: str, last: str | None, standing: str) -> Plan:
    """Plan for a file that is no Python."""
    entries = {} if last is None else {ODD: record_of(wanted(last, ODD))}
    tree = {ODD: there(standing)}
    entry = record_of(wanted(text, ODD))
    context = WriteContext(
        content_of={ODD: text}.__getitem__,
        last=LastOutput(records=entries),
        files=tree,
        scope=WriteScope(),
    )
    return plan_changes([entry], context)


def test_what_is_no_python_is_one_thing_that_stays() -> None:
    assert outcome(marked("", "", "partial\n")) == "unchanged"
    assert outcome(marked("", None, "partial\n")) == "unchanged"
    assert outcome(marked("new\n", "", "partial\n")) == "merge-conflict"
    assert outcome(marked("new\n", "old\n", "old\n")) == "written"


def test_the_manifest_tells_the_text_of_today() -> None:
    (entry,) = made(wanted(NEW), known(OLD), there(OLD)).records
    assert entry.digests == (content_digest(NEW.encode()),)
    assert [line.split("\t")[0] for line in entry.definitions] == ["size"]


def test_a_manifest_that_says_all_this_already_is_not_written() -> None:
    first = made(wanted(NEW), known(), Missing())
    entries = {entry.path: entry for entry in first.records}
    earlier = LastOutput(records=entries, content=first.manifest)
    again = made(wanted(NEW), earlier, there(NEW))
    assert first.changes_manifest
    assert not again.changes_manifest


def test_the_manifest_says_the_same_whatever_it_said_before() -> None:
    false = FileRecord(
        path=PATH,
        digests=(content_digest(NEW.encode()),),
        pages=(PAGE,),
        lines=compact(["gone\t0123456789abcdef"]),
    )
    earlier = made(wanted(NEW), LastOutput(records={PATH: false}), there(NEW))
    assert earlier.manifest == made(wanted(NEW), known(), Missing()).manifest
