"""Contacts from other programs' vCards, and vCards for them. The samples have their shape; the people are invented."""

from pathlib import Path

import pytest

from pressdesk.errors import RegisterFileError
from pressdesk.model.register import Card
from pressdesk.store.vcard import from_vcards, to_vcards

SAMPLES = Path(__file__).parents[1] / "data" / "vcards"


def cards(name: str) -> list[Card]:
    return from_vcards((SAMPLES / name).read_bytes(), name)


def test_a_card_of_apple_s_address_book_is_read_with_groups_escapes_and_without_its_picture() -> None:
    (card,) = cards("icloud.vcf")
    assert card == Card(
        name={"en": "Camille Perrot"},
        organisation={"en": "Le Messager d’Essai, Politique"},
        post={"en": "rédactrice en chef, adjointe"},
        emails=("camille.perrot@example.org", "redaction@example.org"),
        phones=("+33 6 00 00 00 00",),
        address="12 rue des Essais, bât. B, Lyon, 69001, France",
        note="À rappeler après la visite",
    )


def test_google_s_cards_are_read_continued_lines_included_and_an_empty_one_is_passed_over() -> None:
    first, second = cards("google.vcf")
    assert first.name == {"ru": "Ерлан Сынақов"}
    assert first.note == "Өте ұзын ескертпе, ол бірнеше жолға бөлінеді; мұнда үтір де нүктелі үтір де бар."
    assert first.phones == ("+77010000000", "+77172000000")
    assert (second.name, second.organisation) == ({"en": "Press Centre"}, {"en": "Press Centre"})


def test_an_old_outlook_card_is_read_in_the_letters_that_it_names() -> None:
    (card,) = cards("outlook21.vcf")
    assert card.name == {"ru": "Иван Пробный"}
    assert card.organisation == {"ru": "Газета «Проба», Новости"}
    assert (card.emails, card.phones) == (("ivan@example.ru",), ("+7 (495) 000-00-00",))


def test_version_4_gives_a_name_its_languages() -> None:
    (card,) = cards("rfc6350.vcf")
    assert card.name == {"pt": "Maria Ensaio", "ru": "Мария Энсайю"}
    assert card.post == {"pt": "jornalista"}
    assert card.phones == ("+351-21-000-0000;ext=102",)
    assert card.site == "https://example.pt/ensaio"


@pytest.mark.parametrize("name", ["icloud.vcf", "google.vcf", "outlook21.vcf", "rfc6350.vcf"])
def test_what_is_written_as_version_4_is_read_again_whole(name: str) -> None:
    read = cards(name)
    written = to_vcards(read)
    assert from_vcards(written, name) == read
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))


def test_version_3_has_the_parts_that_it_must_and_the_latin_name() -> None:
    card = Card(name={"kk": "Ерлан", "en": "Yerlan"}, note="a; b, c\\d")
    text = to_vcards([card], 3).decode()
    assert "VERSION:3.0" in text
    assert "FN:Yerlan\r\nN:Yerlan;;;;" in text
    assert from_vcards(text.encode(), "x.vcf") == [Card(name={"en": "Yerlan"}, note="a; b, c\\d")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no contact"),
        (b"hello", "no contact"),
        (b"BEGIN:VCARD\r\nFN:A\r\n", "has no end"),
        (b"BEGIN:VCARD\r\nFN:\xc8\xe2\r\nEND:VCARD\r\n", "not in UTF-8"),
    ],
)
def test_what_is_no_card_is_refused_in_one_sentence(content: bytes, said: str) -> None:
    with pytest.raises(RegisterFileError, match=said):
        from_vcards(content, "x.vcf")
