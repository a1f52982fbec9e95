"""Random edits of a checkout, chosen by a seed."""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

ROW = re.compile(r"^\|(?!\s*:?-)[^|\n]+\|.*\|\s*$", re.MULTILINE)
TYPES = (
    "String",
    "Int64",
    "Boolean",
    "DateTimeOffset",
    "String collection",
    "[filter](synchronization-filter.md)",
    "[entity](entity.md) collection",
    "microsoft.graph.unheardOf",
)
SETTINGS = {
    "severity": "[tool.docgen.severity]\ncontradiction = 'error'\nplaceholder = 'off'",
    "ignores": "[tool.docgen.per-page-ignores]\n'docs/**/a*' = ['unresolved-type']",
    "package": "package = 'other'",
    "inner package": "package = 'acme.other'",
    "pydantic": "flavour = 'pydantic'",
    "typeddict": "flavour = 'typeddict'",
    "no base": "entity_base = ''",
    "another base": "entity_base = 'microsoft.graph.filter'",
    "exclude": "exclude = ['**/api/**']",
    "exclude pages": "exclude = ['**/*filter*']",
    "templates": "templates = 'own'",
}
WORDS = ("nightly", "slow", "Read-only.", "Required.", "Not nullable.", "calm; sea")


class Edits:
    """Edits the pages, the configuration and the output of the checkout in a folder."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.source = folder / "docs"
        self.output = folder / "generated"
        self.random = random.Random(seed)  # noqa: S311 - not for secrets

    def one(self) -> str:
        """Make an edit and return its description."""
        kind = self.random.choice(KINDS)
        return f"{kind.__name__[1:]} {kind(self)}"

    def pages(self) -> list[Path]:
        """Return the pages that can be read: a link may have lost its target."""
        return sorted(page for page in self.source.rglob("*.md") if page.is_file())

    def page(self) -> Path:
        return self.random.choice(self.pages())

    def shown(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8", errors="surrogateescape")


def write(page: Path, text: str) -> None:
    page.write_text(text, encoding="utf-8", errors="surrogateescape", newline="")


def _in_a_row(edits: Edits, change: Callable[[list[str]], list[str] | None]) -> str:
    """Change the cells of a random row; `None` deletes the row."""
    page = edits.page()
    text = read(page)
    rows = [*ROW.finditer(text)]
    if not rows:
        return "nothing"
    row = edits.random.choice(rows)
    cells = change(row[0].strip().strip("|").split("|"))
    new = "" if cells is None else "|" + "|".join(cells) + "|"
    write(page, text[: row.start()] + new + text[row.end() :])
    return f"{edits.shown(page)}: {row[0][:40]} -> {new[:40]}"


def _describe(edits: Edits) -> str:
    word = edits.random.choice(WORDS)
    return _in_a_row(edits, lambda cells: [*cells[:-1], f"{cells[-1]} {word}"])


def _retype(edits: Edits) -> str:
    type_ = edits.random.choice(TYPES)
    return _in_a_row(edits, lambda cells: [cells[0], type_, *cells[2:]])


def _rename_row(edits: Edits) -> str:
    end = edits.random.choice(("Name", "s", "2", " "))
    return _in_a_row(edits, lambda cells: [cells[0].rstrip() + end, *cells[1:]])


def _drop_row(edits: Edits) -> str:
    return _in_a_row(edits, lambda _: None)


def _repeat_row(edits: Edits) -> str:
    name = f"added{edits.random.randrange(5)}"
    return _in_a_row(edits, lambda cells: ["|".join(cells) + "|\n|" + name, *cells[1:]])


def _values(edits: Edits) -> str:
    text = " Possible values are: `calm`, `loud`, `unknownFutureValue`."
    return _in_a_row(edits, lambda cells: [*cells[:-1], cells[-1] + text])


def _inherit(edits: Edits) -> str:
    base = edits.page().stem
    text = f" Inherited from [{base}]({base}.md)."
    return _in_a_row(edits, lambda cells: [*cells[:-1], cells[-1] + text])


def _rename_type(edits: Edits) -> str:
    page = edits.page()
    found = re.search(r"^# (\w+) (resource|enum)", read(page), re.MULTILINE)
    if not found:
        return "nothing"
    new = found[1] + edits.random.choice(("X", "Type", "s"))
    write(page, re.sub(rf"\b{found[1]}\b", new, read(page)))
    return f"{edits.shown(page)}: {new}"


def _rebase(edits: Edits) -> str:
    page, base = edits.page(), edits.page()
    text = read(page)
    line = f'"baseType": "microsoft.graph.{base.stem.split("-")[-1]}",'
    new = re.sub(r'"blockType": "resource",', rf'"blockType": "resource", {line}', text)
    write(page, new)
    return f"{edits.shown(page)}: {line}"


def _insert_line(edits: Edits) -> str:
    page = edits.page()
    lines = read(page).split("\n")
    at = edits.random.randrange(len(lines))
    new = edits.random.choice(("", "More of it.", "See [that](nowhere.md).", "```"))
    write(page, "\n".join([*lines[:at], new, *lines[at:]]))
    return f"{edits.shown(page)}:{at} {new}"


def _drop_line(edits: Edits) -> str:
    page = edits.page()
    lines = read(page).split("\n")
    at = edits.random.randrange(len(lines))
    write(page, "\n".join([*lines[:at], *lines[at + 1 :]]))
    return f"{edits.shown(page)}:{at} {lines[at][:40]}"


def _change_word(edits: Edits) -> str:
    """Replace a random word: in prose, JSON, a heading or a cell."""
    page = edits.page()
    words = [*re.finditer(r"\w+", read(page))]
    if not words:
        return "nothing"
    word = edits.random.choice(words)
    new = edits.random.choice(("true", "entity", "String", "Collection", "7", "ab"))
    text = read(page)
    write(page, text[: word.start()] + new + text[word.end() :])
    return f"{edits.shown(page)}: {word[0]} -> {new}"


def _add_page(edits: Edits) -> str:
    page = edits.page()
    name = f"added-{edits.random.randrange(9)}"
    new = page.with_name(f"{name}.md")
    if new.is_symlink():
        new.unlink()
    write(
        new,
        re.sub(r"^# \w+", f"# {name.replace('-', '')}", read(page), flags=re.MULTILINE),
    )
    return edits.shown(new)


def _copy_page(edits: Edits) -> str:
    page = edits.page()
    new = edits.source / f"copy{edits.random.randrange(3)}" / page.name
    content = read(page)
    new.parent.mkdir(exist_ok=True)
    if new.is_symlink():
        new.unlink()
    write(new, content)
    return edits.shown(new)


def _delete_page(edits: Edits) -> str:
    if len(edits.pages()) < 5:
        return "nothing"
    page = edits.page()
    page.unlink()
    _unlink_lost(page)
    return edits.shown(page)


def _unlink_lost(page: Path) -> None:
    """Delete the link to a page that is gone: a run from nothing knows no last version of it."""
    link = page.with_name("linked.md")
    if link.is_symlink() and not link.exists():
        link.unlink()


def _move_page(edits: Edits) -> str:
    page = edits.page()
    folder = edits.source / edits.random.choice(("resources", "api", "more"))
    folder.mkdir(exist_ok=True)
    page.rename(folder / page.name)
    _unlink_lost(page)
    return f"{edits.shown(page)} -> {folder.name}"


def _touch(edits: Edits) -> str:
    page = edits.page()
    page.touch()
    return edits.shown(page)


def _rewrite(edits: Edits) -> str:
    page = edits.page()
    write(page, read(page))
    return edits.shown(page)


def _link_page(edits: Edits) -> str:
    page = edits.page()
    link = page.with_name("linked.md")
    if link.is_symlink() or link.exists():
        link.unlink()
        return f"no {edits.shown(link)}"
    link.symlink_to(page.name)
    return edits.shown(link)


def _configure(edits: Edits) -> str:
    """Write another configuration: one to three settings."""
    chosen = edits.random.sample(sorted(SETTINGS), edits.random.randrange(1, 4))
    keys = {SETTINGS[name].split(" ")[0]: name for name in chosen}
    names = sorted(keys.values())
    tables = [name for name in names if SETTINGS[name].startswith("[")]
    lines = [SETTINGS[name] for name in names if name not in tables]
    config = ["[tool.docgen]", "source = ['docs']", *lines]
    config += [SETTINGS[name] for name in tables]
    (edits.folder / "pyproject.toml").write_text("\n".join(config) + "\n")
    return " ".join(names)


def _unconfigure(edits: Edits) -> str:
    (edits.folder / "pyproject.toml").write_text("[tool.docgen]\nsource = ['docs']\n")
    return ""


def _template(edits: Edits) -> str:
    """Change a template of the user's; it counts where the configuration names its folder."""
    number = edits.random.randrange(3)
    name = edits.random.choice(("shared/conftest.py", "dataclass/test_model.py"))
    template = edits.folder / "own" / f"{name}.jinja"
    template.parent.mkdir(parents=True, exist_ok=True)
    template.write_text(f"NUMBER  =  {number}\n")
    return f"{name} {number}"


def _delete_template(edits: Edits) -> str:
    templates = sorted((edits.folder / "own").rglob("*.jinja"))
    if not templates:
        return "nothing"
    template = edits.random.choice(templates)
    template.unlink()
    return edits.shown(template)


def _delete_output(edits: Edits) -> str:
    """Delete any file but the manifest: without it, older generated files count as the user's."""
    names = edits.output.rglob("[!.]*")
    files = sorted(path for path in names if path.is_file())
    if not files:
        return "nothing"
    file = edits.random.choice(files)
    file.unlink()
    return edits.shown(file)


def _delete_all_output(edits: Edits) -> str:
    shutil.rmtree(edits.output, ignore_errors=True)
    return ""


KINDS = (
    *[_describe, _retype, _rename_row, _drop_row, _repeat_row] * 3,
    *[_values, _inherit, _rename_type, _rebase] * 2,
    *[_insert_line, _drop_line, _change_word] * 4,
    *[_add_page, _copy_page, _delete_page, _move_page, _link_page],
    *[_touch, _rewrite, _configure, _configure, _unconfigure],
    *[_template, _delete_template, _delete_output, _delete_all_output],
)
