"""What counts as a word, and where it stands."""

import pytest

from pressdesk.text.words import in_a_row_of_capitals, may_be_name, one_letter_apart, plain, words


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


@pytest.mark.parametrize(
    ("before", "word"), [("Посол ", "Жан"), ("Выступил А.\u00a0", "Смадияров"), ("гости, ", "Жан")]
)
def test_a_capital_within_a_sentence_may_be_a_name(before: str, word: str) -> None:
    assert may_be_name(before, word)


@pytest.mark.parametrize(
    ("before", "word"), [("", "Жан"), ("Он пришёл. ", "Жан"), ("Сказал: «", "Жан"), ("В ", "США"), ("Посол ", "жан")]
)
def test_where_a_capital_is_called_for_nobody_can_tell(before: str, word: str) -> None:
    assert not may_be_name(before, word)


@pytest.mark.parametrize(("one", "other"), [("embasy", "embassy"), ("abc", "acb"), ("abc", "abd"), ("abcd", "abc")])
def test_one_letter_apart(one: str, other: str) -> None:
    assert one_letter_apart(one, other)
    assert one_letter_apart(other, one)


@pytest.mark.parametrize(("one", "other"), [("galiev", "galileo"), ("abc", "cab"), ("abc", "xyz")])
def test_more_than_one_letter_apart(one: str, other: str) -> None:
    assert not one_letter_apart(one, other)


@pytest.mark.parametrize(
    ("before", "after"), [("Посол и Рауль ", " встретились."), ("He met ", " Vseviov today."), ("и Айгүл\u00a0", ".")]
)
def test_a_neighbour_that_is_written_as_a_name_makes_a_row(before: str, after: str) -> None:
    assert in_a_row_of_capitals(before, after)


@pytest.mark.parametrize(
    ("before", "after"), [("The ", " of Kazakhstan"), ("Посол ", ", Мэр"), ("в ", " США"), ("", ". Он")]
)
def test_the_first_word_of_a_sentence_and_what_is_apart_make_none(before: str, after: str) -> None:
    assert not in_a_row_of_capitals(before, after)
