"""The window and the command line speak the person's language, and every sentence stands in all three."""

import pytest

from pressdesk.text.messages import UI_LANGUAGES, Messages, catalogue, plural, ui_language


@pytest.mark.parametrize(
    ("wish", "system", "spoken"),
    [
        (None, {"LANG": "kk_KZ.UTF-8"}, "kk"),
        (None, {"LANG": "kk_KZ.UTF-8", "LC_ALL": "ru_RU.UTF-8"}, "ru"),
        ("en", {"LANG": "kk_KZ.UTF-8"}, "en"),
        (None, {"LANG": "C"}, "en"),
        (None, {"LANG": "pt_PT.UTF-8"}, "en"),
        (None, {}, "en"),
    ],
)
def test_the_language_is_the_wish_else_the_system_s_else_english(
    wish: str | None, system: dict[str, str], spoken: str
) -> None:
    assert ui_language(wish, system) == spoken


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_a_sentence_stands_in_every_window_language(key: str) -> None:
    assert set(UI_LANGUAGES) <= set(catalogue()[key])


@pytest.mark.parametrize(("n", "form"), [(1, "one"), (2, "few"), (5, "many"), (11, "many"), (21, "one"), (112, "many")])
def test_russian_counts_in_three_forms(n: int, form: str) -> None:
    assert plural("ru", n) == form


def test_a_key_that_nobody_wrote_shows_itself() -> None:
    assert Messages("kk").say("no.such.key") == "no.such.key"
