"""The index of names: what is declared where, looked up in any spelling of case."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from docgen.schema.links import anchor, page_path
from docgen.schema.model import QualifiedName
from docgen.schema.names import short_name


class Declared(Struct, frozen=True, kw_only=True):
    """One type on one page; `anchor` is that of its section, empty for the page itself."""

    name: QualifiedName
    path: str
    anchor: str = ""


class Index(Struct, frozen=True, kw_only=True):
    """Every declared name, by its qualified and short form, by page and by section."""

    qualified: Mapping[str, QualifiedName]
    short: Mapping[str, tuple[QualifiedName, ...]]
    on_page: Mapping[str, tuple[QualifiedName, ...]]
    in_section: Mapping[tuple[str, str], QualifiedName]

    def linked(self, page: str, target: str | None) -> tuple[QualifiedName, ...]:
        """Return the types that a link on `page` leads to: those of a section, or of a page."""
        path = page_path(page, target) if target else None
        if path is None or target is None:
            return ()
        section = self.in_section.get((path.lower(), anchor(target)))
        if section:
            return (section,)
        if target.startswith("#"):
            return ()
        return self.on_page.get(path.lower(), ())


def index(declared: Iterable[Declared]) -> Index:
    """Make the index of what is declared."""
    qualified: dict[str, QualifiedName] = {}
    short: dict[str, dict[QualifiedName, None]] = {}
    on_page: dict[str, dict[QualifiedName, None]] = {}
    in_section: dict[tuple[str, str], QualifiedName] = {}
    for one in declared:
        name = qualified.setdefault(one.name.lower(), one.name)
        short.setdefault(short_name(name).lower(), {})[name] = None
        if one.anchor:
            in_section.setdefault((one.path.lower(), one.anchor), name)
        else:
            on_page.setdefault(one.path.lower(), {})[name] = None
    return Index(
        qualified=qualified,
        short={key: tuple(names) for key, names in short.items()},
        on_page={key: tuple(names) for key, names in on_page.items()},
        in_section=in_section,
    )
