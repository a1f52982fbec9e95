"""Words that are not split at their capital letters."""

import pytest

from docgen.brands import ONE_WORD, with_one_capital

NAMES = {
    "at the start": ("iOSVersion", "IosVersion"),
    "at the start, with a capital": ("OAuth2Grant", "Oauth2Grant"),
    "in the middle": ("requireOAuthToken", "requireOauthToken"),
    "at the end": ("managedEBook", "managedEbook"),
    "two words": ("iPhoneAndIPod", "IphoneAndIpod"),
    "a plural": ("iPadsOnly", "IpadsOnly"),
    "after digits": ("frequency24GHz", "frequency24Ghz"),
    "before digits": ("iPv4Range", "Ipv4Range"),
    "in a sentence": ("Get iOS ferry", "Get Ios ferry"),
    "the start of another word": ("iPadding", "iPadding"),
    "the end of another word": ("createTag", "createTag"),
    "a word after a capital": ("XOAuth", "XOAuth"),
    "no such word": ("displayName", "displayName"),
}


@pytest.mark.parametrize(("name", "expected"), NAMES.values(), ids=NAMES.keys())
def test_with_one_capital(name: str, expected: str) -> None:
    assert with_one_capital(name) == expected


@pytest.mark.parametrize("word", ONE_WORD)
def test_each_word_has_one_capital(word: str) -> None:
    assert with_one_capital(word) == word.capitalize()
    assert with_one_capital(f"a{word[0].upper()}{word[1:]}") == f"a{word.capitalize()}"
