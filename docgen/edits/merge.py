"""The three-way merge of one file."""

from msgspec import Struct

from docgen.diagnostics import Result
from docgen.edits.manifest_lines import accepted_lines, lines
from docgen.edits.proof import expected, is_proven
from docgen.edits.scopes import Rules, is_as_is
from docgen.edits.sides import BYTE_ORDER_MARK, Sides, read, rules, sides
from docgen.edits.told import orphaned_file, told, unparsable
from docgen.edits.verdicts import PEOPLES


class MergeResult(Struct, frozen=True, kw_only=True):
    """What a file is to hold, and what the manifest is to say of it from now on.

    Without a text there is nothing of people's in a file that no page gives any more: it may go.
    """

    text: str
    definitions: tuple[str, ...]


def merge(
    path: str, last: tuple[str, ...], theirs: str, todays: str | None
) -> Result[MergeResult]:
    """Merge today's text into a file; `last` are the manifest's lines of it.

    `todays` is `None` where no page gives the file any more. What can't be read, or would not be
    what was decided, is left as it is.
    """
    given = sides(last, theirs, todays or "")
    as_it_is = MergeResult(text=theirs, definitions=last)
    if given is None:
        return Result(as_it_is, (unparsable(path),))
    if todays is None:
        return _orphaned(path, last, theirs, given)
    deciding = rules(given)
    text = _text(theirs, todays, given, deciding)
    wanted = expected(given.threes, given.verdicts)
    result = read(text, {key: {wanted[key]} for key in wanted}) if text else ()
    if text is None or result is None or not is_proven(result, wanted):
        return Result(as_it_is, (unparsable(path),))
    found = lines(result, given, deciding, is_docgens=theirs != text == todays)
    return Result(
        MergeResult(text=text, definitions=found),
        tuple(told(path, result, given.today, given.threes, given.verdicts)),
    )


def _orphaned(
    path: str, last: tuple[str, ...], theirs: str, given: Sides
) -> Result[MergeResult]:
    if any(found in PEOPLES for found in given.verdicts.values()):
        return Result(
            MergeResult(text=theirs, definitions=last), (orphaned_file(path),)
        )
    return Result(MergeResult(text="", definitions=()))


def _text(theirs: str, todays: str, given: Sides, deciding: Rules) -> str | None:
    """Give the text that the file is to have, `None` where it can't be edited."""
    if is_as_is(given.there, given.today, deciding):
        return theirs
    from docgen.edits.tree import brought_in

    plain = theirs.removeprefix(BYTE_ORDER_MARK)
    mark = BYTE_ORDER_MARK if plain != theirs else ""
    edited = brought_in(plain, todays, given.there, given.today, deciding)
    return None if edited is None else mark + edited


def accepted(
    path: str, last: tuple[str, ...], theirs: str, todays: str | None
) -> tuple[str, ...]:
    """Give the manifest's lines once people said that what is in a file is meant.

    What docgen has not brought into the file yet is not accepted with it. A file that no page
    gives is people's own from then on, and has none.
    """
    if todays is None or not path.endswith((".py", ".pyi")):
        return ()
    given = sides(last, theirs, todays)
    return accepted_lines(given) if given else last
