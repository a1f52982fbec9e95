"""Typed access to a TOML table.

Each method returns a value of its type or raises a `ConfigError` that names file, table and key,
and the nearest valid word.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeGuard

from msgspec import Struct

from docgen.config.key_table import Key
from docgen.config.settings import ConfigError


class TomlTable(Struct, frozen=True, kw_only=True):
    """A table of a configuration file: the file, the name of the table, and its values."""

    file: str
    name: str
    values: Mapping[str, object]

    def refuse_unknown(self, known: Iterable[str]) -> None:
        """Raise if the table has a key that is not among the known ones."""
        names = tuple(known)
        for name in self.values:
            if name not in names:
                raise self.error(f"unknown key `{name}`{did_you_mean(name, names)}")

    def string(self, key: Key) -> str:
        """Return a string, the default of the key if it is missing."""
        default = key.default if isinstance(key.default, str) else ""
        return self.string_at(key.name, key.choices, default)

    def string_at(self, name: str, choices: tuple[str, ...], default: str = "") -> str:
        """Return a string, which must be one of the choices, if there are any."""
        value = self.values.get(name, default)
        if not isinstance(value, str):
            raise self.error(f"`{name}` must be a string, not {_toml(value)}")
        self._choice(name, value, choices)
        return self._without_nul(name, value)

    def boolean(self, key: Key) -> bool:
        """Return true or false, the default of the key if it is missing."""
        value = self.values.get(key.name, key.default)
        if not isinstance(value, bool):
            raise self.error(f"`{key.name}` must be true or false, not {_toml(value)}")
        return value

    def strings(self, key: Key) -> tuple[str, ...]:
        """Return a list of strings, empty if the key is missing."""
        return self.strings_at(key.name) if key.name in self.values else ()

    def strings_at(self, name: str) -> tuple[str, ...]:
        """Return the list of strings at a key that the user chose."""
        value = self.values[name]
        found = tuple(v for v in value if isinstance(v, str)) if _is_list(value) else ()
        if not _is_list(value) or len(found) != len(value):
            example = f'["{value}"]' if isinstance(value, str) else '["…"]'
            key = name if name.isidentifier() else f'"{name}"'
            raise self.error(f"`{name}` must be a list of strings: `{key} = {example}`")
        return tuple(self._without_nul(name, one) for one in found)

    def one_or_more(self, key: Key) -> tuple[str, ...]:
        """Return the strings of a list, or a single string; each must be one of the choices."""
        if not _is_list(self.values.get(key.name)):
            return (self.string(key),)
        found = self.strings(key)
        for one in found:
            self._choice(key.name, one, key.choices)
        return found

    def _choice(self, name: str, value: str, choices: tuple[str, ...]) -> None:
        if choices and value not in choices:
            hint = did_you_mean(value, choices)
            raise self.error(f"`{name}` can't be `{value}`{hint}")

    def table(self, key: Key) -> "TomlTable":
        """Return a table inside this one, empty if the key is missing."""
        return self._inner(key.name, self.values.get(key.name, {}))

    def tables(self, key: Key) -> tuple["TomlTable", ...]:
        """Return an array of tables: `[[tool.docgen.target]]`."""
        value = self.values.get(key.name, [])
        if not _is_list(value):
            raise self.error(
                f"`{key.name}` must be an array of tables: `[[{self.name}.{key.name}]]`"
            )
        return tuple(self._inner(key.name, one) for one in value)

    def _inner(self, name: str, value: object) -> "TomlTable":
        if not isinstance(value, dict):
            raise self.error(f"`{name}` must be a table, not {_toml(value)}")
        values = {str(key): one for key, one in value.items()}
        return TomlTable(file=self.file, name=f"{self.name}.{name}", values=values)

    def _without_nul(self, name: str, value: str) -> str:
        if "\0" in value:
            raise self.error(f"`{name}` contains a NUL character")
        return value

    def error(self, reason: str) -> ConfigError:
        """Return an error that names the file and the table."""
        return ConfigError(f"{self.file}: [{self.name}]: {reason}")


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, list)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the end of a sentence: a similar known word, or a list of all if they are few."""
    from difflib import get_close_matches

    words = sorted(known)
    close = get_close_matches(word, words, n=1, cutoff=0.5)
    if close:
        return f"; did you mean `{close[0]}`?"
    if len(words) > _MAX_LISTED:
        return ""
    listed = ", ".join(f"`{one}`" for one in words)
    return f"; it can be {listed}"


_MAX_LISTED = 20
"""Known words that a message lists."""


_TOML = {bool: "true or false", int: "a number", float: "a number", str: "a string"}


def _toml(value: object) -> str:
    if isinstance(value, list):
        return "a list"
    return _TOML.get(type(value), "a table" if isinstance(value, dict) else "a date")
