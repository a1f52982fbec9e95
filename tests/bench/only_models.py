"""The modules of models alone, made as docgen makes all files, from nothing and with all cores.

python -m tests.bench.only_models SOURCE OUTPUT
"""

import sys
from functools import cached_property

from docgen.rebuild.cache import Cache
from docgen.rebuild.filed import filed
from docgen.rebuild.hands import Hands
from docgen.rebuild.identity import identity
from docgen.rebuild.lowered import LoweredType, Lowering
from docgen.rebuild.means import Means
from docgen.rebuild.now import looked_at
from docgen.rebuild.resolved import resolved_pages
from docgen.rebuild.texts import Desk, text_of

from docgen.cli.progress import told_on_terminal
from docgen.config import Target
from docgen.output.apply import apply
from docgen.output.plan import WriteScope
from docgen.output.planning import plan
from docgen.python.views import FileView
from docgen.schema.model import Type


class Models(Lowering):
    """Lowers types, and forgets what is no module of a model."""

    def of(self, type_: Type) -> tuple[LoweredType, tuple[FileView, ...]]:
        done, views = super().of(type_)
        return done, tuple(filter(is_model, views))

    @cached_property
    def shared(self) -> tuple[FileView, ...]:
        return tuple(filter(is_model, super().shared))


def is_model(view: FileView) -> bool:
    return "/models/" in view.path and view.path.endswith(".py")


def main(source: str, output: str) -> None:
    """Write the models of the pages in one folder to another."""
    target = Target(source=(source,), folder=source, output=output)
    cache, own, hands = Cache(None, target), identity(target, None), Hands()
    means = Means(
        identity=own, facts=cache.facts, progress=told_on_terminal, hands=hands
    )
    pages = looked_at(target, {}).pages
    _, schema = resolved_pages(pages, target.entity_base, means, is_whole=True)
    desk = Desk(
        target=target,
        identity=own,
        texts=cache.texts,
        progress=told_on_terminal,
        hands=hands,
    )
    _, files = filed(Models(schema.value, target, own, None), desk)
    keys = {file.entry.path: file.key for file in files}
    planned = plan(
        (file.entry for file in files),
        lambda path: text_of(keys[path], path, desk.texts) or "",
        output,
        WriteScope(),
    )
    apply(planned, output)


if __name__ == "__main__":
    main(*sys.argv[1:])
