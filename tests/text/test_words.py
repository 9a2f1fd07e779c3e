"""What counts as a word, and where it stands."""

import pytest

from pressdesk.text.words import plain, words


def texts(text: str) -> list[str]:
    return [word.text for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Қазақстан мен Португалия.", ["Қазақстан", "мен", "Португалия"]),
        ("көлік-логистикалық жай-күй", ["көлік-логистикалық", "жай-күй"]),
        ("шамамен 70%-ын қамтиды", ["шамамен", "70%-ын", "қамтиды"]),
        ("2026 жылғы 24 қарашада, 2026-жылы", ["жылғы", "қарашада", "2026-жылы"]),
        ("ҚР-ның, БҰҰ-ға", ["ҚР-ның", "БҰҰ-ға"]),
        ("«Самұрық»-тың қоры", ["«Самұрық»-тың", "қоры"]),
        ("«Жасыл астана» мәртебесі", ["Жасыл", "астана", "мәртебесі"]),
        ("ма'мұр Б.Османи", ["ма'мұр", "Б", "Османи"]),
        ("сағат 17:30-да", ["сағат", "17:30-да"]),
        ("Lamerinho зауыты", ["Lamerinho", "зауыты"]),
    ],
)
def test_words_keep_what_belongs_to_them(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text", ["https://www.gov.kz/memleket", "press@mfa.kz", "akorda.kz", "2026", "1 000,5", "70%", "– …"]
)
def test_addresses_and_figures_are_no_words(text: str) -> None:
    assert texts(text) == []


def test_spans_count_code_points_and_cover_the_word() -> None:
    text = "🇰🇿 «Қазақстан» \u0438\u0306од"

    assert [(w.span.of(text), w.span.start) for w in words(text)] == [("Қазақстан", 4), ("\u0438\u0306од", 15)]


def test_plain_composes_letters_and_drops_what_nobody_sees() -> None:
    assert plain("и\u0306од жай\u2011күй ке\u00adлді") == "йод жай-күй келді"
