"""What stands in the place of what: a city in that of a city; texts of one language are called by their files."""

from tests.proof.agreement.texts import ALL, compared

from pressdesk.proof.agreement.versions import of_paragraphs

KK = "«Біз португалиялық серіктестерімізді Астанада өтетін форумға шақырамыз», – деді Елші."
RU = "«Мы приглашаем португальских партнёров на форум в {city}», – сказал Посол."


def test_a_city_stands_in_the_place_of_a_city_and_not_of_a_peoples_adjective() -> None:
    found = compared({"kk": KK, "ru": RU.format(city="Алматы")})

    assert [(f.text, f.elsewhere[0].text) for f in found] == [("Астанада", "Алматы"), ("Алматы", "Астанада")]


def test_an_adjective_made_of_a_countrys_name_by_an_ending_names_the_country() -> None:
    assert compared({"kk": KK, "ru": RU.format(city="Астане")}) == []
    (kk, ru) = compared({"kk": KK, "ru": RU.format(city="Астане").replace("португальских", "испанских")})
    assert (kk.text, ru.text) == ("португалиялық", "испанских")


def told(*files: tuple[str, str, str]) -> list[tuple[str, str]]:
    versions = [of_paragraphs(tag, name, [(None, text)]) for tag, name, text in files]
    return [(f.language, f.message) for f in ALL.findings(versions, "en")]


def test_of_two_files_in_one_language_the_message_names_the_file() -> None:
    one, other = "Во встрече участвовали 18 человек.", "Во встрече участвовали 19 человек."

    assert told(("ru", "a/A.docx", one), ("ru", "a/B.docx", other)) == [
        ("ru", "The file B.docx says 19"),
        ("ru", "The file A.docx says 18"),
    ]
    assert told(("ru", "new/A.docx", one), ("ru", "old/A.docx", other))[0] == ("ru", "The file old/A.docx says 19")
    english = ("en", "C.docx", "There were 20 people at the meeting.")
    assert ("ru", "The English text says 20") in told(("ru", "A.docx", one), english)
