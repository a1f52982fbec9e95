"""Fixes are applied in rounds; those that do not do what they should are not applied."""

import re
from collections.abc import Callable, Iterator, Mapping

from docgen.diagnostics import Code, Diagnostic, Replacement, diagnostic
from docgen.fixes import Fixed, Linted, fix_pages
from docgen.source import Span

Finds = Callable[[str, str], Iterator[Diagnostic]]


def fixed(
    pages: Mapping[str, str], finds: Finds, *, is_unsafe: bool = False
) -> tuple[Fixed, dict[str, str]]:
    """Fix pages, whose diagnostics `finds` yields; return also their texts afterwards."""

    def lint(changed: Mapping[str, bytes]) -> Linted:
        texts = {**pages, **{path: text.decode() for path, text in changed.items()}}
        found = tuple(one for path in texts for one in finds(path, texts[path]))
        return Linted(diagnostics=found, wanted=found)

    result = fix_pages(
        lint({}), lint, lambda path: pages[path].encode(), is_unsafe=is_unsafe
    )
    after = {path: text.decode() for path, text in result.contents.items()}
    return result, {**pages, **after}


def words(
    path: str, text: str, wrong: str, right: str, code: Code = Code.NAME_CASE
) -> Iterator[Diagnostic]:
    """Report each occurrence of a word."""
    for number, line in enumerate(text.split("\n"), 1):
        for found in re.finditer(wrong, line):
            span = Span(number, found.start() + 1, found.end() + 1)
            new = Replacement(right)
            yield diagnostic(code, f"`{found[0]}`", path, span, f"write `{right}`", new)


def test_all_fixes_that_do_not_touch_are_applied_at_once() -> None:
    rounds: list[str] = []

    def finds(path: str, text: str) -> Iterator[Diagnostic]:
        rounds.append(text)
        yield from words(path, text, "Ship", "ship")

    result, after = fixed({"a.md": "Ship, Ship\nShip"}, finds)
    assert after == {"a.md": "ship, ship\nship"}
    assert len(result.applied) == 3
    assert len(rounds) == 2


def test_of_two_fixes_that_overlap_the_second_is_left_for_the_next_round() -> None:
    def finds(path: str, text: str) -> Iterator[Diagnostic]:
        yield from words(path, text, "ShipLog", "ship Log")
        yield from words(path, text, r"\bLog|(?<=p)Log", "log")

    result, after = fixed({"a.md": "ShipLog"}, finds)
    assert after == {"a.md": "ship log"}
    assert len(result.applied) == 2


def test_a_fix_with_which_a_new_diagnostic_appears_is_not_applied() -> None:
    def finds(path: str, text: str) -> Iterator[Diagnostic]:
        yield from words(path, text, "Ship|Boat", "ship")
        if text.count("ship") > 1:
            yield from words(path, text, "ship$", "boat", Code.DUPLICATE_ROW)

    result, after = fixed({"a.md": "Ship\nBoat", "b.md": "Ship"}, finds)
    assert after == {"a.md": "ship\nBoat", "b.md": "ship"}
    assert [(one.path, one.message) for one in result.failed] == [("a.md", "`Boat`")]


def test_a_fix_that_adds_a_diagnostic_to_another_page_is_not_applied() -> None:
    def finds(path: str, text: str) -> Iterator[Diagnostic]:
        yield from words(path, text, "Ship|Boat", "ship")
        if path == "b.md" and "Boat" not in seen[0]:
            yield from words(path, text, "x", "y", Code.DUPLICATE_ROW)
        seen[0] = text

    seen = ["Boat"]
    result, after = fixed({"a.md": "Ship\nBoat", "b.md": "x"}, finds)
    assert after["a.md"] == "ship\nBoat"
    assert [one.message for one in result.failed] == ["`Boat`"]


def test_a_fix_after_which_the_diagnostic_is_still_there_is_not_applied() -> None:
    def finds(path: str, text: str) -> Iterator[Diagnostic]:
        new = Replacement(f"{text} ship")
        yield diagnostic(Code.NAME_CASE, "wrong", path, Span(1, 1, 2), "write it", new)

    result, after = fixed({"a.md": "ship"}, finds)
    assert after == {"a.md": "ship"}
    assert len(result.failed) == 1


def test_fixes_that_undo_each_other_end() -> None:
    def finds(path: str, text: str) -> Iterator[Diagnostic]:
        yield from words(path, text, "Ship", "Boat")
        yield from words(path, text, "Boat", "Ship", Code.REPAIRED_JSON)

    result, after = fixed({"a.md": "Ship"}, finds)
    assert after == {"a.md": "Ship"}
    assert len(result.failed) == 1


def test_a_fix_that_failed_is_tried_again_after_the_others() -> None:
    def finds(path: str, text: str) -> Iterator[Diagnostic]:
        yield from words(path, text, "Ship", "ship")
        if path == "b.md":
            seen.append(text)
        is_changed = seen[-1:] == ["boat"] and path == "a.md"
        if "ship" in text and not is_changed and path == "a.md":
            yield from words(path, text, "ship", "x", Code.UNRESOLVED_TYPE)
        yield from words(path, text, "Boat", "boat")

    seen: list[str] = []
    result, after = fixed({"b.md": "Boat", "a.md": "Ship"}, finds)
    assert after == {"b.md": "boat", "a.md": "ship"}
    assert result.failed == ()


def test_a_diagnostic_with_other_words_at_the_same_place_is_not_a_new_one() -> None:
    def finds(path: str, text: str) -> Iterator[Diagnostic]:
        yield from words(path, text, "Ship", "ship")
        line = text.split("\n")[0]
        span = Span(1, len(line), len(line) + 1)
        yield diagnostic(Code.PLACEHOLDER, f"`{line}`", path, span, "write it")

    assert fixed({"a.md": "a Ship TODO"}, finds)[1] == {"a.md": "a ship TODO"}


def test_the_same_edit_of_two_diagnostics_is_made_once() -> None:
    def finds(path: str, text: str) -> Iterator[Diagnostic]:
        yield from words(path, text, "Ship", "ship")
        yield from words(path, text, "Ship", "ship", Code.REPAIRED_JSON)

    result, after = fixed({"a.md": "Ship"}, finds)
    assert after == {"a.md": "ship"}
    assert len(result.applied) == 2


def test_unsafe_fixes_are_applied_on_request() -> None:
    def finds(path: str, text: str) -> Iterator[Diagnostic]:
        yield from words(path, text, "Ship", "ship", Code.UNRESOLVED_TYPE)

    assert fixed({"a.md": "Ship"}, finds)[1] == {"a.md": "Ship"}
    assert fixed({"a.md": "Ship"}, finds, is_unsafe=True)[1] == {"a.md": "ship"}
