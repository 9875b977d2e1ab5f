"""Warnings have words in both languages."""

from __future__ import annotations

import pytest

from loaders.notices import codes, warning, words


@pytest.mark.parametrize("code", codes())
def test_every_warning_reads_in_both_languages(code: str) -> None:
    said = warning(code, "first", "second")
    french, english = words(said, "fr"), words(said, "en")
    assert french != english
    assert code not in {french, english}
    assert "{" not in french + english


def test_details_are_said() -> None:
    assert words(warning("contact-details", 2, 4), "en").endswith("e-mail addresses 2, telephone numbers 4")
    assert "Windows-1252" in words(warning("encoding", "Windows-1252"), "fr")


def test_a_warning_of_another_origin_stays_as_it_is() -> None:
    assert words("something: else", "fr") == "something: else"
    with pytest.raises(KeyError):
        warning("something")
