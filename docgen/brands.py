"""Words that are not split at their capital letters.

`iOS`, `OAuth` and `IPv4` are `ios`, `oauth` and `ipv4` in Python, in any position of a name.
"""

import re
from functools import cache

ONE_WORD = (
    *("cTag", "eBook", "eTag", "GHz", "iBooks", "iCal", "iCloud", "iOS", "iPad"),
    *("iPadOS", "iPhone", "iPod", "IPSec", "iTunes", "IPv4", "IPv6", "IoT", "kHz"),
    *("macOS", "MHz", "OAuth", "tvOS", "UId", "watchOS", "WiFi"),
)
"""The words; the first letter may be upper or lower case."""


def with_one_capital(name: str) -> str:
    """Return a name with the words in CapWords: `Oauth2Grant` for `oAuth2Grant`."""
    small = name.lower()
    if not any(word in small for word in _SMALL):
        return name
    return _word().sub(lambda found: found[0].capitalize(), name)


_SMALL = tuple(map(str.lower, ONE_WORD))


def _either(word: str) -> str:
    small, capital, rest = word[0].lower(), word[0].upper(), word[1:]
    return rf"(?:(?<![A-Za-z]){small}|(?<![A-Z]){capital}){rest}"


@cache
def _word() -> re.Pattern[str]:
    words = "|".join(map(_either, sorted(ONE_WORD, key=len, reverse=True)))
    return re.compile(rf"(?:{words})s?(?![a-z])")
