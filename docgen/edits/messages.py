"""The diagnostics about hand-written code in generated files, in one table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote_all
from docgen.edits.verdicts import Verdict, Versions
from docgen.pycode import Part, fingerprinted
from docgen.regex import Regex
from docgen.source import START, Span

_KEY_NUMBER = Regex(r"~\d+")
_MAX_NAMES = 5


class EditMessage(Enum):
    """Code, message and help of each diagnostic.

    `{path}` is the path of the file. `{name}` is a part, a member or the file itself, `{new}` its
    new name. `{names}` are hand-written definitions.
    """

    CONFLICT = (
        Code.MERGE_CONFLICT,
        "`{name}` was edited by hand and its page changed as well; your version was kept",
        "see the new version with `docgen generate --diff`, edit the file, then run "
        "`docgen accept {path}`",
    )
    FILE_CONFLICT = (
        Code.MERGE_CONFLICT,
        "`{path}` was edited by hand and its pages changed as well; your version was kept",
        "see the new version with `docgen generate --diff`, edit the file, then run "
        "`docgen accept {path}`",
    )
    ORPHAN = (
        Code.OBSOLETE_CODE,
        "`{name}` was edited by hand, but no page declares it any more; your version was kept",
        "delete the code, or run `docgen accept {path}` to keep it as your own",
    )
    DELETED = (
        Code.REMOVED_CODE,
        "`{name}` was deleted by hand; it stays deleted",
        "to restore it, delete the file and run `docgen generate` again",
    )
    RESTORED = (
        Code.RESTORED_CODE,
        "`{name}` was missing, but may come from another branch; it was added again",
        "if you don't want it, delete it and run `docgen accept {path}`",
    )
    UNPARSABLE = (
        Code.UNPARSABLE_OUTPUT,
        "`{path}` was edited by hand and can't be parsed; it was left unchanged",
        "fix its syntax and run `docgen generate` again",
    )
    CONFLICT_MARKERS = (
        Code.UNPARSABLE_OUTPUT,
        "`{path}` has conflict markers of a merge; it was left unchanged",
        "resolve the conflicts, or take one version with `git checkout --ours {path}`; then run "
        "`docgen generate` again",
    )
    UNDECODABLE = (
        Code.UNPARSABLE_OUTPUT,
        "`{path}` is not UTF-8; it was left unchanged",
        "save it as UTF-8 and run `docgen generate` again",
    )
    FOREIGN = (
        Code.EXISTING_FILE,
        "`{path}` was not written by docgen; it was left unchanged",
        "move it elsewhere to have the generated file written",
    )
    STUB_GAP = (
        Code.INCOMPLETE_STUB,
        "`{name}` was written by hand; its type can't be copied to the stub",
        "annotate it with its type, or declare it in `{new}`",
    )
    UNDEFINED_NAME = (
        Code.INCOMPLETE_STUB,
        "`{name}` is not defined in the module; the stub has `Any` in its place",
        "import it, below `if TYPE_CHECKING:` if only annotations use it",
    )
    OVERWRITTEN = (
        Code.OVERWRITTEN_CODE,
        "`{path}` was edited by hand; it was overwritten{names}",
        "without `--force` hand-written code is kept",
    )
    REMOVED = (
        Code.OVERWRITTEN_CODE,
        "`{path}` was edited by hand; it was removed{names}",
        "without `--force` hand-written code is kept",
    )
    MOVED_FILE = (
        Code.MOVED_CODE,
        "`{name}` is now `{path}`; your code was moved there",
        "use the new names where you import it",
    )
    AMBIGUOUS_FILE = (
        Code.AMBIGUOUS_RENAME,
        "`{path}` may have been renamed to `{new}`; nothing was moved",
        "if it was, copy your code to the new file and delete `{path}`",
    )
    RENAMED_MEMBER = (
        Code.MOVED_CODE,
        "`{name}` is now `{new}`; it was renamed in your code",
        "use the new name in other files, too",
    )
    AMBIGUOUS_MEMBER = (
        Code.AMBIGUOUS_RENAME,
        "`{name}` may have been renamed to `{new}`; nothing was changed",
        "if it was, use `{new}` in your code",
    )


def edit_diagnostic(
    message: EditMessage,
    path: str,
    span: Span = START,
    *,
    name: str = "",
    new: str = "",
    names: Sequence[str] = (),
) -> Diagnostic:
    """Return a diagnostic about the file at `path`."""
    values = {"path": path, "name": name, "new": new, "names": _listed(names)}
    code, text, advice = message.value
    return diagnostic(code, text.format(**values), path, span, advice.format(**values))


def _listed(names: Sequence[str]) -> str:
    return f", with {quote_all(names, _MAX_NAMES)}" if names else ""


def merge_diagnostics(
    path: str,
    result: Iterable[Part],
    new: Iterable[Part],
    versions: Mapping[str, Versions],
    verdicts: Mapping[str, Verdict],
) -> Iterator[Diagnostic]:
    """Report conflicts and orphans at their positions in the result, then deleted parts."""
    for part in fingerprinted(result):
        verdict, name = verdicts.get(part.key), _displayed(part.key)
        if verdict is Verdict.CONFLICT:
            yield edit_diagnostic(
                EditMessage.CONFLICT, path, Span(part.line), name=name
            )
        if verdict is Verdict.ORPHAN and part.kind != "import":
            yield edit_diagnostic(EditMessage.ORPHAN, path, Span(part.line), name=name)
    for key in _deleted_keys(new, versions, verdicts):
        yield edit_diagnostic(EditMessage.DELETED, path, name=_displayed(key))


def _deleted_keys(
    new: Iterable[Part],
    versions: Mapping[str, Versions],
    verdicts: Mapping[str, Verdict],
) -> Iterator[str]:
    """Yield what was deleted by hand since the last run; of a deleted class only the class."""
    for part in new:
        if verdicts.get(part.key) is Verdict.DELETED:
            is_silent = part.kind == "comment" or part.key.endswith("pass")
            if not is_silent and not versions[part.key].is_deleted:
                yield part.key
        else:
            inner = [*part.decorators, *part.parts]
            yield from _deleted_keys(inner, versions, verdicts)


def _displayed(key: str) -> str:
    """Return a key without the numbers that make it unique."""
    return _KEY_NUMBER.sub("", key)
