"""Words that people read as one though their capitals would part them."""

import pytest

from docgen.brands import ONE_WORD, with_one_capital

NAMES = {
    "at the head": ("iOSVersion", "IosVersion"),
    "at the head, with a capital": ("OAuth2Grant", "Oauth2Grant"),
    "inside": ("requireOAuthToken", "requireOauthToken"),
    "at the end": ("managedEBook", "managedEbook"),
    "several of them": ("iPhoneAndIPod", "IphoneAndIpod"),
    "several": ("iPadsOnly", "IpadsOnly"),
    "behind digits": ("frequency24GHz", "frequency24Ghz"),
    "before digits": ("iPv4Range", "Ipv4Range"),
    "in words": ("Get iOS ferry", "Get Ios ferry"),
    "letters that go on are another word": ("iPadding", "iPadding"),
    "letters before it make another word": ("createTag", "createTag"),
    "capitals before it make another word": ("XOAuth", "XOAuth"),
    "none": ("displayName", "displayName"),
}


@pytest.mark.parametrize(("name", "made"), NAMES.values(), ids=NAMES.keys())
def test_a_name_has_one_capital_a_word(name: str, made: str) -> None:
    assert with_one_capital(name) == made


@pytest.mark.parametrize("word", ONE_WORD)
def test_each_word_is_one(word: str) -> None:
    assert with_one_capital(word) == word.capitalize()
    assert with_one_capital(f"a{word[0].upper()}{word[1:]}") == f"a{word.capitalize()}"
