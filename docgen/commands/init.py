"""`docgen init`: set up docgen in a project.

Guesses values from the pages below a folder, and writes a `[tool.docgen]` table and a `docgen.mk`.
Nothing that exists is overwritten: a `pyproject.toml` keeps every byte and gets a table appended.
"""

import json
import os
import re
import tomllib
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from docgen.commands.errors import NO_PAGES, UsageError
from docgen.commands.git_setup import set_up_merge_driver
from docgen.commands.report import Report
from docgen.config import config_file
from docgen.config.load import config_from, load_config, package_problem
from docgen.regex import Regex
from docgen.schema.names import DEFAULT_NAMESPACE

CONFIG = "pyproject.toml"
MAKEFILE = "docgen.mk"
ATTRIBUTES = ".gitattributes"

_SKIPPED = frozenset({"node_modules", "build", "dist", "generated", "site-packages"})
_MAX_CHARACTERS = 100_000
_NAMESPACE = Regex(r"^Namespace:[ \t]*([A-Za-z_][\w.]*)", re.MULTILINE)
_ODATA_TYPE = Regex(r'"(?:@odata\.type|keyProperty)"\s*:\s*"#?([A-Za-z_][\w.]*)\.\w+"')
_REQUEST_URL = Regex(
    r"^[ \t]*(?:GET|POST|PUT|PATCH|DELETE)[ \t]+"
    r"(https?://[a-zA-Z0-9.-]+(?::\d+)?(?:(?:/[\w.-]+){0,3}?/(?:v\d+(?:\.\d+)?|beta))?)(?=[/?\s]|$)",
    re.MULTILINE,
)
"""The URL of a request up to the version, or the host if it has none."""
_API_PAGE = Regex(
    r"^#[^#\n]* (?:resource|enum|complex|enumeration) type\b|^##+ HTTP request\b",
    re.MULTILINE | re.IGNORECASE,
)


class Settings(Struct, frozen=True, kw_only=True):
    """The values of the keys to write, and the number of pages that were found."""

    source: tuple[str, ...]
    output: str
    package: str
    entity_base: str
    base_url: str = ""
    pages: int = 0


def guess(folder: str) -> Settings:
    """Return settings for the API pages below a folder; `source` is empty if there are none."""
    pages = [*_api_pages(folder)]
    namespace = _main_namespace([one.namespace for one in pages])
    return Settings(
        source=_sources([one.path for one in pages]),
        output="generated",
        package=_package(folder, namespace),
        entity_base=f"{namespace}.entity" if namespace else "",
        base_url=_base_url(pages) if namespace != DEFAULT_NAMESPACE else "",
        pages=len(pages),
    )


class _ApiPage(Struct, frozen=True, kw_only=True):
    """A page that looks like one of an API: its namespace or `""`, and the URLs of services."""

    path: str
    namespace: str
    urls: tuple[str, ...]


def _api_pages(folder: str) -> Iterator[_ApiPage]:
    """Yield the pages that look like API pages."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in _SKIPPED
            and not os.path.exists(os.path.join(parent, name, "pyvenv.cfg"))
        )
        for name in sorted(files):
            if name.lower().endswith(".md") and not name.startswith("."):
                path = os.path.relpath(os.path.join(parent, name), folder)
                content = _first_characters(os.path.join(parent, name))
                namespace = _NAMESPACE.search(content) or _ODATA_TYPE.search(content)
                if namespace or _API_PAGE.search(content):
                    yield _ApiPage(
                        path=path.replace(os.sep, "/"),
                        namespace=namespace[1] if namespace else "",
                        urls=tuple(_REQUEST_URL.findall(content)),
                    )


def _first_characters(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read(_MAX_CHARACTERS)
    except OSError:
        return ""


def _base_url(pages: list[_ApiPage]) -> str:
    """Return the URL of most requests, the first one if several are equally frequent."""
    counts = Counter(url for one in pages for url in one.urls)
    return counts.most_common(1)[0][0] if counts else ""


def _main_namespace(namespaces: list[str]) -> str:
    """Return the namespace of most pages, the shortest one if several are equally frequent."""
    counts = Counter(name.strip(".") for name in namespaces if name)
    ranked = sorted(counts, key=lambda name: (-counts[name], len(name), name))
    return ranked[0] if ranked else ""


def _sources(paths: list[str]) -> tuple[str, ...]:
    """Return the deepest folder that contains all pages, or several if that is the project."""
    folders = sorted({os.path.dirname(path) for path in paths})
    if not folders:
        return ()
    shared = os.path.commonpath(folders) if all(folders) else ""
    if shared:
        return (shared,)
    return tuple(dict.fromkeys(folder.split("/")[0] or "." for folder in folders))


def _package(folder: str, namespace: str) -> str:
    """Return the name of a package for a namespace; no folder of the project has this name."""
    name = re.sub(r"\W", "_", namespace.rpartition(".")[2].lower()) or "api"
    folders = (os.path.join(folder, *parent, name) for parent in ((), ("src",)))
    if package_problem(name) or any(map(os.path.isdir, folders)):
        name = f"{name}_api"
    return name if package_problem(name) is None else "graph"


def init(folder: str, settings: Settings, *, is_git: bool) -> Report:
    """Write the missing files, and return the lines to copy; raise `UsageError` without sources.

    In a folder that is configured already, `settings` are ignored.
    """
    is_configured = config_file(folder) is not None
    if not settings.source and not is_configured:
        raise UsageError(NO_PAGES)
    done = [
        _write_table(folder, settings),
        _write_new(folder, MAKEFILE, _MAKEFILE),
    ]
    settings = _configured(folder, settings)
    outputs = _outputs(folder, settings)
    attributes = "".join(f"{one}/.docgen-manifest merge=union\n" for one in outputs)
    if is_git:
        done += [
            _append_line(folder, ATTRIBUTES, line)
            for line in attributes.splitlines(keepends=True)
        ]
        done += set_up_merge_driver(os.path.join(folder, one) for one in outputs)
    return Report(
        result=(
            ""
            if is_git and is_configured
            else _next_steps(settings, "" if is_git else attributes)
        ),
        summary="\n".join(done),
    )


def _configured(folder: str, settings: Settings) -> Settings:
    """Return settings with the output folder and the package of the configuration."""
    file = config_file(folder)
    first = load_config(file).targets[0] if file else None
    if first is None:
        return settings
    output = os.path.relpath(first.output, folder).replace(os.sep, "/")
    return replace(settings, output=output, package=first.package)


def _outputs(folder: str, settings: Settings) -> tuple[str, ...]:
    """Return the configured output folders, relative to the folder."""
    file = config_file(folder)
    if file is None:
        return (settings.output,)
    targets = load_config(file).targets
    paths = (os.path.relpath(target.output, folder) for target in targets)
    return tuple(dict.fromkeys(path.replace(os.sep, "/") for path in paths))


def table(settings: Settings) -> str:
    """Return the table with the settings as TOML."""
    return _TABLE.format(
        source=", ".join(map(_string, settings.source)),
        output=_string(settings.output),
        package=_string(settings.package),
        entity_base=_string(settings.entity_base),
    ) + (f"base_url = {_string(settings.base_url)}\n" if settings.base_url else "")


def _string(value: str) -> str:
    """Return a string of TOML, which has the same escapes as JSON."""
    return json.dumps(value, ensure_ascii=False)


_TABLE = """\
[tool.docgen]
source = [{source}]
output = {output}
package = {package}
# Types in the namespace of this one are generated directly into `models`.
entity_base = {entity_base}
"""


def _write_table(folder: str, settings: Settings) -> str:
    """Append the table to the configuration file, unless a file configures docgen already."""
    found = config_file(folder)
    if found:
        return f"{found} has a table [tool.docgen] already; the file was left unchanged"
    file = os.path.normpath(os.path.join(folder, CONFIG))
    addition = table(settings)
    config_from(file, tomllib.loads(addition)["tool"]["docgen"])
    before = _content(file)
    if before is None:
        return _write_new(folder, CONFIG, addition)
    ending = "\r\n" if b"\r\n" in before else "\n"
    gap = "" if not before else "\n" if before.endswith(b"\n") else "\n\n"
    added = (gap + addition).replace("\n", ending).encode()
    _refuse_unparsable(file, before + added)
    with open(file, "ab") as opened:
        opened.write(added)
    return f"added [tool.docgen] to {file}"


def _content(file: str) -> bytes | None:
    try:
        with open(file, "rb") as opened:
            return opened.read()
    except FileNotFoundError:
        return None


def _refuse_unparsable(file: str, content: bytes) -> None:
    try:
        tomllib.loads(content.decode())
    except ValueError as error:
        raise UsageError(f"{file} can't be extended by a table: {error}") from None


def _write_new(folder: str, name: str, content: str) -> str:
    file = os.path.normpath(os.path.join(folder, name))
    try:
        with open(file, "x", encoding="utf-8", newline="\n") as opened:
            opened.write(content)
    except FileExistsError:
        return f"{file} exists already; the file was left unchanged"
    return f"wrote {file}"


def _append_line(folder: str, name: str, line: str) -> str:
    file = os.path.normpath(os.path.join(folder, name))
    before = _content(file) or b""
    if line.encode().strip() in before.splitlines():
        return f"{file} has the line already; the file was left unchanged"
    gap = "\n" if before and not before.endswith(b"\n") else ""
    with open(file, "ab") as opened:
        opened.write((gap + line).encode())
    return f"added a line to {file}"


_MAKEFILE = """\
# Generates Python from API pages. Add to your Makefile, after its first target: include docgen.mk
# docgen is started only if one of the files that it reads or writes has changed.

DOCGEN ?= docgen
DOCGEN_STAMP ?= build/docgen

.PHONY: docgen docgen-check docgen-lint

docgen: $(DOCGEN_STAMP)

docgen-check:
\t$(DOCGEN) generate --check --diff

docgen-lint:
\t$(DOCGEN) lint

$(DOCGEN_STAMP): $(DOCGEN_STAMP).d
\t$(DOCGEN) generate --depfile $@.d
\ttouch $@

$(DOCGEN_STAMP).d: ;

include $(wildcard $(DOCGEN_STAMP).d)
"""

_HOOKS = """\
repos:
  - repo: local
    hooks:
      - id: docgen-generate
        name: docgen generate
        entry: docgen generate --staged
        language: system
        always_run: true
        pass_filenames: false
      - id: docgen-lint
        name: docgen lint
        entry: docgen lint --staged
        language: system
        types: [markdown]
        require_serial: true
"""


def _next_steps(settings: Settings, attributes: str) -> str:
    parts = [
        "Generate the package, and commit it:\n\n    docgen generate\n",
        f"In the Makefile (`make docgen`):\n\n    include {MAKEFILE}\n",
        "In .gitignore, for the files that make needs:\n\n    build/docgen*\n",
    ]
    if attributes:
        parts.append(
            f"In {ATTRIBUTES}, so that git merges the manifest without conflicts:\n\n"
            f"{_indented(attributes)}"
        )
    parts.append(
        "In .pre-commit-config.yaml, for https://pre-commit.com:\n\n"
        + _indented(_HOOKS)
    )
    parts.append(
        f"Then import the package from the folder `{settings.output}`: "
        f"`from {settings.package} import models`.\n"
    )
    return "\n".join(parts)


def _indented(lines: str) -> str:
    return "".join(f"    {line}\n" for line in lines.splitlines())
