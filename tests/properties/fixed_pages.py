"""Fix the pages of a folder without writing them."""

from collections.abc import Mapping
from pathlib import Path

from docgen.build.memo import Memo
from docgen.config import NO_CONFIG, Config, Target
from docgen.config.load import config_from
from docgen.fixes import Fixed, Linted, fix_pages
from docgen.pages.tree import Tree
from docgen.pipeline import Build, Stage, build


def fixed_pages(
    folder: Path,
    contents: Mapping[str, bytes] = {},
    *,
    is_unsafe: bool,
    config: Config = NO_CONFIG,
) -> Fixed:
    """Return the fixed pages of a folder, of which some may have other `contents`, by path."""
    memo = Memo()

    def lint(changed: Mapping[str, bytes]) -> Linted:
        found = built(folder, {**contents, **changed}, memo, config).diagnostics
        return Linted(diagnostics=found, wanted=found)

    def read(path: str) -> bytes | None:
        page = folder / path
        return contents.get(path) or (page.read_bytes() if page.is_file() else None)

    return fix_pages(lint({}), lint, read, is_unsafe=is_unsafe)


def built(
    folder: Path,
    contents: Mapping[str, bytes],
    memo: Memo | None = None,
    config: Config = NO_CONFIG,
) -> Build:
    """Build the pages of a folder with other contents."""
    overrides: dict[str, bytes | None] = {
        str(folder.resolve() / path): content for path, content in contents.items()
    }
    target = Target(source=(str(folder),))
    return build(target, Tree(overrides), memo, through=Stage.NAMES, config=config)


def config_of(case: Path) -> Config:
    """Return a configuration with the house rules of a case."""
    rules = case / "rules.txt"
    if not rules.exists():
        return NO_CONFIG
    return config_from(
        "pyproject.toml", {"source": ["docs"], "rules": rules.read_text().strip()}
    )
