"""The countries and cities that are shipped are known to the checkers in every form."""

from pressdesk.app import shipped_names


def test_cities_and_countries_are_known_in_their_russian_cases() -> None:
    forms = shipped_names.forms("ru")
    assert {"Астаной", "Костанаем", "Лиссабона", "Бразилией"} <= forms
    assert "Астанай" not in forms


def test_each_language_has_its_own_names() -> None:
    assert "Brasília" in shipped_names.forms("pt")
    assert "Астана" not in shipped_names.forms("pt")
