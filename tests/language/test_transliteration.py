"""Slugs: every language's letters in ASCII."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.language.language import languages
from pressdesk.language.transliteration import latin, slug


@pytest.mark.parametrize(
    ("tag", "text", "plain"),
    [
        ("kk", "Жан Ғалиев", "Zhan Galiev"),
        ("kk", "Вила-Серена", "Vila-Serena"),
        ("kk", "Қазақстан Республикасы", "Kazakstan Respublikasy"),
        ("ru", "Щёлково", "Shchyolkovo"),
        ("ru", "Гимарайнш", "Gimarainsh"),
        ("ru", "Әлем", "Alem"),
        ("pt", "São João – Guimarães", "Sao Joao - Guimaraes"),
        ("en", "Kraków, Łódź", "Krakow, Lodz"),
        ("en", "ОБЪЕЗД", "OBEZD"),
        ("en", "日本 5", " 5"),
    ],
)
def test_letters_are_written_in_ascii(tag: str, text: str, plain: str) -> None:
    assert latin(text, tag) == plain


def test_a_slug_is_lower_case_words_with_hyphens() -> None:
    assert slug("«Жасыл астана»: Вила-Серена, 2026", "kk") == "zhasyl-astana-vila-serena-2026"
    assert slug("copo d’água", "pt") == "copo-dagua"


def test_a_slug_is_cut_at_a_hyphen() -> None:
    assert slug("один два три", "ru", limit=8) == "odin-dva"
    assert slug("один", "ru", limit=2) == "od"


@given(text=st.text(max_size=40), tag=st.sampled_from(languages()))
def test_the_result_is_always_ascii_and_a_slug_always_fits(text: str, tag: str) -> None:
    assert latin(text, tag).isascii()
    assert len(slug(text, tag)) <= 80
