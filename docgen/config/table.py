"""Reading a TOML table with every key and value looked at.

Each method gives a value of its type or raises a `ConfigError` that names file, table and key,
and the nearest right word.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeGuard

from msgspec import Struct

from docgen.config.settings import ConfigError


class Table(Struct, frozen=True, kw_only=True):
    """A table of a configuration: where it stands, what it is called, and its values."""

    file: str
    name: str
    values: Mapping[str, object]

    def refuse_unknown(self, known: Iterable[str]) -> None:
        """Raise where a key is none of the known ones."""
        keys = tuple(known)
        for key in self.values:
            if key not in keys:
                raise self.error(f"no key `{key}` is known{nearest(key, keys)}")

    def text(self, key: str, default: str) -> str:
        """Give a string."""
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.error(f"`{key}` must be a string, not {_toml(value)}")
        return self._plain(key, value)

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Give a list of strings."""
        value = self.values.get(key, default)
        if value is default:
            return default
        found = tuple(v for v in value if isinstance(v, str)) if _is_list(value) else ()
        if not _is_list(value) or len(found) != len(value):
            example = f'["{value}"]' if isinstance(value, str) else '["…"]'
            raise self.error(f"`{key}` must be a list of strings: `{key} = {example}`")
        return tuple(self._plain(key, one) for one in found)

    def _plain(self, key: str, text: str) -> str:
        """Refuse a character that no path and no name can hold."""
        if "\0" in text:
            raise self.error(f"`{key}` holds a NUL character")
        return text

    def choice(self, key: str, default: str, known: tuple[str, ...]) -> str:
        """Give one of the known strings."""
        value = self.text(key, default)
        if value not in known:
            reason = f"`{key}` can't be `{value}`{nearest(value, known)}"
            raise self.error(reason)
        return value

    def table(self, key: str) -> "Table":
        """Give a table inside this one; it is empty where nothing is said."""
        return self._inner(key, self.values.get(key, {}))

    def tables(self, key: str) -> tuple["Table", ...]:
        """Give an array of tables: `[[tool.docgen.target]]`."""
        value = self.values.get(key, [])
        if not _is_list(value):
            raise self.error(
                f"`{key}` must be an array of tables: `[[{self.name}.{key}]]`"
            )
        return tuple(self._inner(key, one) for one in value)

    def _inner(self, key: str, value: object) -> "Table":
        if not isinstance(value, dict):
            raise self.error(f"`{key}` must be a table, not {_toml(value)}")
        values = {str(name): one for name, one in value.items()}
        return Table(file=self.file, name=f"{self.name}.{key}", values=values)

    def error(self, reason: str) -> ConfigError:
        """Give the error that says where the reason lies."""
        return ConfigError(f"{self.file}: [{self.name}]: {reason}")


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, list)


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the end of a sentence that names the right word nearest to a wrong one."""
    from difflib import get_close_matches

    words = sorted(known)
    close = get_close_matches(word, words, n=1, cutoff=0.5)
    if close:
        return f"; did you mean `{close[0]}`?"
    listed = ", ".join(f"`{one}`" for one in words)
    return f"; it can be {listed}"


_TOML = {bool: "true or false", int: "a number", float: "a number", str: "a string"}


def _toml(value: object) -> str:
    if isinstance(value, list):
        return "a list"
    return _TOML.get(type(value), "a table" if isinstance(value, dict) else "a date")
