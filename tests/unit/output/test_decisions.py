"""The decision for each file, from the generated, recorded and existing content."""

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

OLD, NEW, EDITED = "size = 1\n", "size = 2\n", "size = 9\n"
EXTENDED = "size = 1\nmine = 1\n"
PATH = "graph/team.py"
PAGE = "resources/team.md"

LINK = Blocked(Code.UNSAFE_OUTPUT, "graph", "it is a symbolic link")
PIPE = Blocked(Code.UNWRITABLE_OUTPUT, PATH, "it is not a regular file")


def generated(content: str, path: str = PATH, page: str = PAGE) -> GeneratedFile:
    return GeneratedFile(path=path, content=content, pages=(page,))


def recorded(*versions: str, page: str = PAGE) -> LastOutput:
    lines = (line for version in versions for line in definition_lines(PATH, version))
    record = FileRecord(
        path=PATH,
        digests=tuple(content_digest(version.encode()) for version in versions),
        pages=(page,),
        lines=compact(sorted(lines)),
    )
    return LastOutput(records={PATH: record} if versions else {})


def existing(content: str) -> RegularFile:
    return RegularFile(content.encode())


def plan_for(
    file: GeneratedFile | None,
    last: LastOutput,
    at_path: AtPath,
    scope: WriteScope | None = None,
) -> Plan:
    tree: Mapping[str, AtPath] = {PATH: at_path}
    files = [file] if file else []
    contents = {file.path: file.content for file in files}
    records = map(record_of, files)
    context = WriteContext(
        content_of=contents.__getitem__,
        last=last,
        files=tree,
        scope=scope or WriteScope(),
    )
    return plan_changes(records, context)


def result_of(planned: Plan) -> str:
    """Return the codes and the change planned for the only file."""
    words = [one.code for one in planned.diagnostics]
    words += ["removed" if one.after is None else "written" for one in planned.changes]
    return " ".join(words) or ("unchanged" if planned.unchanged else "ignored")


GENERATED = {
    "a missing file is written": (recorded(), Missing(), "written"),
    "a deleted file is written again": (recorded(NEW), Missing(), "written"),
    "a current file is unchanged": (recorded(NEW), existing(NEW), "unchanged"),
    "a current file is recorded without a manifest": (
        recorded(),
        existing(NEW),
        "unchanged",
    ),
    "an unedited file is overwritten": (recorded(OLD), existing(OLD), "written"),
    "a file of either recorded version is overwritten": (
        recorded(OLD, "size = 3\n"),
        existing(OLD),
        "written",
    ),
    "an edit is kept if the generated content is unchanged": (
        recorded(NEW),
        existing(EDITED),
        "unchanged",
    ),
    "an edit is kept and reported if the generated content changed": (
        recorded(OLD),
        existing(EDITED),
        "merge-conflict",
    ),
    "an added definition is merged": (
        recorded(OLD),
        existing(EXTENDED),
        "written",
    ),
    "a file of another tool is kept and reported": (
        recorded(),
        existing("mine = 1\n"),
        "existing-file",
    ),
    "invalid Python is kept and reported": (
        recorded(OLD),
        existing("size ="),
        "unparsable-output",
    ),
    "content that is not UTF-8 is kept and reported": (
        recorded(OLD),
        RegularFile(b"size = '\xff'"),
        "unparsable-output",
    ),
    "Windows line endings are not an edit": (
        recorded(OLD),
        existing("size = 1\r\n"),
        "written",
    ),
    "Windows line endings are not a change": (
        recorded(NEW),
        existing("size = 2\r\n"),
        "unchanged",
    ),
    "a symlink in the path is not followed": (recorded(OLD), LINK, "unsafe-output"),
    "a pipe is kept and reported": (recorded(), PIPE, "unwritable-output"),
    "a folder of the same name is kept and reported": (
        recorded(OLD),
        Directory(),
        "unwritable-output",
    ),
}


@pytest.mark.parametrize(
    ("last", "at_path", "expected"), GENERATED.values(), ids=GENERATED.keys()
)
def test_generated_file(last: LastOutput, at_path: AtPath, expected: str) -> None:
    assert result_of(plan_for(generated(NEW), last, at_path)) == expected


OBSOLETE = {
    "is removed if unedited": (existing(OLD), "removed"),
    "is removed with Windows line endings": (existing("size = 1\r\n"), "removed"),
    "is kept and reported if edited": (existing(EDITED), "obsolete-code"),
    "is removed if emptied by hand": (existing("\n"), "removed"),
    "is removed if only reformatted": (existing("size  =  1\n"), "removed"),
    "is no longer recorded if missing": (Missing(), "ignored"),
    "is no longer recorded if a folder has its name": (Directory(), "ignored"),
    "is not removed through a symlink": (LINK, "unsafe-output"),
}


@pytest.mark.parametrize(
    ("at_path", "expected"), OBSOLETE.values(), ids=OBSOLETE.keys()
)
def test_obsolete_file(at_path: AtPath, expected: str) -> None:
    assert result_of(plan_for(None, recorded(OLD), at_path)) == expected


def test_unrecorded_file_is_ignored() -> None:
    context = WriteContext(
        content_of=dict[str, str]().__getitem__,
        last=recorded(),
        files={},
        scope=WriteScope(),
    )
    planned = plan_changes([], context)
    assert (planned.changes, planned.diagnostics, planned.records) == ((), (), ())


def test_file_of_an_unreadable_page_is_kept() -> None:
    for unreadable in (PAGE, "resources", "."):
        scope = WriteScope(unreadable=(unreadable,))
        planned = plan_for(None, recorded(OLD), existing(OLD), scope)
        assert result_of(planned) == "ignored"
        assert [record.path for record in planned.records] == [PATH]


def test_file_of_another_page_than_the_unreadable_one_is_removed() -> None:
    scope = WriteScope(unreadable=("resources/tea", "resources/team.md.md"))
    assert result_of(plan_for(None, recorded(OLD), existing(OLD), scope)) == "removed"


def test_restricted_run_writes_files_of_its_pages() -> None:
    scope = WriteScope(pages=frozenset({PAGE}), removes=False)
    assert (
        result_of(plan_for(generated(NEW), recorded(OLD), existing(OLD), scope))
        == "written"
    )


def test_restricted_run_writes_shared_files() -> None:
    scope = WriteScope(pages=frozenset({"resources/user.md"}), removes=False)
    shared = GeneratedFile(path=PATH, content=NEW, pages=())
    assert result_of(plan_for(shared, recorded(OLD), existing(OLD), scope)) == "written"


def test_restricted_run_keeps_other_files_and_their_records() -> None:
    scope = WriteScope(pages=frozenset({"resources/user.md"}), removes=False)
    for at_path in (existing(OLD), existing(EDITED), Missing()):
        planned = plan_for(generated(NEW), recorded(OLD), at_path, scope)
        assert result_of(planned) == "ignored"
        assert planned.records == tuple(recorded(OLD).records.values())


def test_restricted_run_removes_nothing() -> None:
    planned = plan_for(None, recorded(OLD), existing(OLD), WriteScope(removes=False))
    assert result_of(planned) == "ignored"
    assert planned.records == tuple(recorded(OLD).records.values())


BOAT, SHIP = "graph/models/boat.py", "graph/models/ship.py"
CLASS = 'class Boat:\n    """A vessel."""\n\n    size = 1\n    kind = 2\n    pier = 3\n'


@pytest.mark.parametrize(
    ("removes", "expected"),
    [(True, {BOAT: SHIP, SHIP: None}), (False, {SHIP: None})],
    ids=["whole run", "restricted run"],
)
def test_only_a_whole_run_moves_the_code_of_a_renamed_type(
    removes: bool, expected: dict[str, str | None]
) -> None:
    file = generated(CLASS.replace("Boat", "Ship"), SHIP)
    last = LastOutput(records={BOAT: record_of(generated(CLASS, BOAT))})
    context = WriteContext(
        content_of={SHIP: file.content}.__getitem__,
        last=last,
        files={BOAT: existing(f"{CLASS}    mine = 1\n"), SHIP: Missing()},
        scope=WriteScope(removes=removes),
    )
    planned = plan_changes([record_of(file)], context)
    assert {one.path: one.moved_to for one in planned.changes} == expected


def test_only_a_kept_file_that_no_page_defines_is_an_orphan() -> None:
    for at_path, expected in ((existing(OLD), ()), (existing(EDITED), (PATH,))):
        assert plan_for(None, recorded(OLD), at_path).orphans == expected


def test_restricted_run_keeps_the_record_of_new_content_next_to_a_conflict() -> None:
    new = FileRecord(path=f"{PATH}.docgen-new", digests=("0",), pages=(PAGE,))
    last = LastOutput(records={**recorded(OLD).records, new.path: new})
    scope = WriteScope(pages=frozenset({"resources/user.md"}), removes=False)
    planned = plan_for(generated(NEW), last, existing(EDITED), scope)
    assert planned.records == tuple(last.records.values())


def test_new_content_next_to_a_conflict_is_kept_up_to_date() -> None:
    path = f"{PATH}.docgen-new"
    digest = content_digest(b"size = 5\n")
    record = FileRecord(path=path, digests=(digest,), pages=(PAGE,))
    file = generated(NEW)
    context = WriteContext(
        content_of={PATH: NEW}.__getitem__,
        last=LastOutput(records={**recorded(OLD).records, path: record}),
        files={PATH: existing(EDITED), path: existing("size = 5\n")},
        scope=WriteScope(),
    )
    planned = plan_changes([record_of(file)], context)
    assert {one.path: one.after for one in planned.changes} == {path: NEW}


def test_new_content_next_to_a_file_that_is_known_to_be_current_is_removed() -> None:
    path = f"{PATH}.docgen-new"
    record = FileRecord(
        path=path, digests=(content_digest(NEW.encode()),), pages=(PAGE,)
    )
    context = WriteContext(
        content_of={PATH: NEW}.__getitem__,
        last=LastOutput(records={**recorded(NEW).records, path: record}),
        files={path: existing(NEW)},
        scope=WriteScope(),
        current={PATH},
    )
    planned = plan_changes([record_of(generated(NEW))], context)
    assert {one.path: one.after for one in planned.changes} == {path: None}
    assert [one.path for one in planned.records] == [PATH]


def test_file_that_is_not_accepted_keeps_its_record_if_it_is_known_to_be_current() -> (
    None
):
    last = recorded(OLD, NEW)
    policy = EditPolicy(accepts=frozenset({"graph/user.py"}))
    context = WriteContext(
        content_of={PATH: NEW}.__getitem__,
        last=last,
        files={},
        scope=WriteScope(policy=policy),
        current={PATH},
    )
    planned = plan_changes([record_of(generated(NEW))], context)
    assert planned.records == tuple(last.records.values())


def test_accepted_file_without_a_page_keeps_its_record_if_the_page_is_unreadable() -> (
    None
):
    policy = EditPolicy(accepts=frozenset({PATH}))
    for frozen, expected in ((frozenset({PATH}), [PATH]), (frozenset(), [])):
        scope = WriteScope(policy=policy, frozen=frozen)
        planned = plan_for(None, recorded(OLD), existing(EDITED), scope)
        assert [record.path for record in planned.records] == expected


STUB = f"{PATH}i"
METHOD = "def mine() -> int:\n    return 1\n"


@pytest.mark.parametrize(
    ("last", "is_up_to_date"),
    [("size: int\n", True), ("size: str\n", False)],
    ids=["pages did not change", "pages changed"],
)
def test_stub_that_only_follows_its_module_is_up_to_date(
    last: str, is_up_to_date: bool
) -> None:
    new = {PATH: "size = 1\n", STUB: "size: int\n"}
    before = {PATH: new[PATH], STUB: last}
    files = [generated(content, path) for path, content in new.items()]
    records = [record_of(generated(content, path)) for path, content in before.items()]
    context = WriteContext(
        content_of=new.__getitem__,
        last=LastOutput(records={record.path: record for record in records}),
        files={PATH: existing(f"size = 1\n\n\n{METHOD}"), STUB: existing(last)},
        scope=WriteScope(),
    )
    planned = plan_changes(map(record_of, files), context)
    (change,) = planned.changes
    assert (change.path, change.follows) == (STUB, is_up_to_date)


def test_stub_that_is_known_to_be_current_follows_its_edited_module() -> None:
    new = {PATH: "size = 1\n", STUB: "size: int\n"}
    records = [record_of(generated(content, path)) for path, content in new.items()]
    context = WriteContext(
        content_of=new.__getitem__,
        last=LastOutput(records={record.path: record for record in records}),
        files={PATH: existing(f"size = 1\n\n\n{METHOD}"), STUB: existing(new[STUB])},
        scope=WriteScope(),
        current={STUB},
    )
    planned = plan_changes(records, context)
    (change,) = planned.changes
    assert change.path == STUB
    assert "def mine() -> int" in (change.after or "")


def test_undoing_the_edit_resolves_a_conflict() -> None:
    edited = plan_for(generated(NEW), recorded(OLD), existing(EDITED))
    again = LastOutput(records={record.path: record for record in edited.records})
    assert (
        result_of(plan_for(generated(NEW), again, existing(EDITED))) == "merge-conflict"
    )
    assert result_of(plan_for(generated(NEW), again, existing(OLD))) == "written"


def test_definition_that_differs_is_hand_written_without_a_manifest() -> None:
    file = generated(f"{NEW}same = 1\n")
    planned = plan_for(file, recorded(), existing(f"{EDITED}same = 1\n"))
    assert result_of(planned) == "unchanged"
    again = LastOutput(records={record.path: record for record in planned.records})
    assert (
        result_of(plan_for(file, again, existing(f"{EDITED}same = 1\n"))) == "unchanged"
    )


def test_empty_file_is_written() -> None:
    planned = plan_for(generated(""), recorded(OLD), existing("size  =  1\n"))
    assert [change.after for change in planned.changes] == ["\n"]
    assert [record.path for record in planned.records] == [PATH]


def test_conflict_has_the_kept_and_the_new_content() -> None:
    conflict = plan_for(generated(NEW), recorded(OLD), existing(EDITED)).conflicts[PATH]
    assert (conflict.kept, conflict.new) == (EDITED, NEW)


def plan_with_force(at_path: AtPath, file: GeneratedFile | None) -> Plan:
    return plan_for(
        file, recorded(OLD), at_path, WriteScope(policy=EditPolicy(forces=True))
    )


def test_force_overwrites_and_names_hand_written_code() -> None:
    planned = plan_with_force(existing("size = 9\nmine = 1\n"), generated(NEW))
    assert result_of(planned) == "overwritten-code written"
    assert [change.after for change in planned.changes] == [NEW]
    assert "it was overwritten, with `mine`, `size`" in planned.diagnostics[0].message


def test_force_removes_an_edited_obsolete_file() -> None:
    assert (
        result_of(plan_with_force(existing(EDITED), None)) == "overwritten-code removed"
    )


def test_force_overwrites_invalid_python() -> None:
    assert (
        result_of(plan_with_force(existing("size ="), generated(NEW)))
        == "overwritten-code written"
    )


def test_force_reports_nothing_for_an_unedited_file() -> None:
    assert result_of(plan_with_force(existing(OLD), generated(NEW))) == "written"


MARKER = "graph/py.typed"


def plan_for_marker(content: str, last: str | None, current: str) -> Plan:
    """Plan for a file that is not Python."""
    records = {} if last is None else {MARKER: record_of(generated(last, MARKER))}
    tree = {MARKER: existing(current)}
    record = record_of(generated(content, MARKER))
    context = WriteContext(
        content_of={MARKER: content}.__getitem__,
        last=LastOutput(records=records),
        files=tree,
        scope=WriteScope(),
    )
    return plan_changes([record], context)


def test_file_that_is_not_python_is_kept_or_replaced_as_one() -> None:
    assert result_of(plan_for_marker("", "", "partial\n")) == "unchanged"
    assert result_of(plan_for_marker("", None, "partial\n")) == "unchanged"
    assert result_of(plan_for_marker("new\n", "", "partial\n")) == "merge-conflict"
    assert result_of(plan_for_marker("new\n", "old\n", "old\n")) == "written"


def test_manifest_records_the_new_content() -> None:
    (record,) = plan_for(generated(NEW), recorded(OLD), existing(OLD)).records
    assert record.digests == (content_digest(NEW.encode()),)
    assert [line.split("\t")[0] for line in record.definitions] == ["size"]


def test_current_manifest_is_not_written() -> None:
    first = plan_for(generated(NEW), recorded(), Missing())
    records = {record.path: record for record in first.records}
    last = LastOutput(records=records, content=first.manifest)
    again = plan_for(generated(NEW), last, existing(NEW))
    assert first.changes_manifest
    assert not again.changes_manifest


def test_manifest_does_not_depend_on_the_last_one() -> None:
    wrong = FileRecord(
        path=PATH,
        digests=(content_digest(NEW.encode()),),
        pages=(PAGE,),
        lines=compact(["gone\t0123456789abcdef"]),
    )
    planned = plan_for(generated(NEW), LastOutput(records={PATH: wrong}), existing(NEW))
    assert planned.manifest == plan_for(generated(NEW), recorded(), Missing()).manifest
