"""Within a paragraph, words in another language are told from slips and from loans."""

import pytest
from tests.proof.test_telling import samples

from pressdesk.proof.telling.evidence import OTHER
from pressdesk.proof.telling.runs import UNTOLD, foreign


def runs(text: str, language: str) -> list[tuple[str, str]]:
    return [(run.language, run.span.of(text)) for run in foreign(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("kk", "Министр «Мы будем развивать сотрудничество» деді.", [("ru", "Мы будем развивать сотрудничество")]),
        ("kk", 'Ол: "Как вы думаете, когда мы поедем?" – деп сұрады.', [("ru", "Как вы думаете, когда мы поедем?")]),
        ("kk", "The Green Capital of Europe жобасы.", [("en", "The Green Capital of Europe")]),
        ("ru", "В акимате: «Қазақстан темір жолы» строит дорогу.", [("kk", "Қазақстан темір жолы")]),
        ("ru", "Проект “Green Capital of the World” открыт.", [("en", "Green Capital of the World")]),
        ("en", "The slogan “O futuro é agora” was shown.", [("pt", "O futuro é agora")]),
        ("pt", "O projeto “The Green Capital of Europe” foi apresentado.", [("en", "The Green Capital of Europe")]),
        ("pt", "Assistiram a the green capital of Europe em Lisboa.", [("en", "the green capital of")]),
        ("en", "He said «Мы будем развивать сотрудничество» twice.", [("ru", "Мы будем развивать сотрудничество")]),
        ("ru", "Надпись 欢迎光临 у входа.", [(OTHER, "欢迎光临")]),
        (
            "kk",
            "Ол «Мы благодарны Елші за тёплый приём и готовы развивать сотрудничество» деді.",
            [("ru", "Мы благодарны Елші за тёплый приём и готовы развивать сотрудничество")],
        ),
    ],
)
def test_a_quotation_or_title_in_another_language_is_a_run_of_it(
    language: str, text: str, found: list[tuple[str, str]]
) -> None:
    assert runs(text, language) == found


def test_latin_names_in_a_cyrillic_text_are_runs_of_no_language() -> None:
    text = "Lamerinho және Grupo Salvador Caetano компаниялары"
    assert runs(text, "kk") == [(UNTOLD, "Lamerinho"), (UNTOLD, "Grupo Salvador Caetano")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Кездесуде мероприятие өтті."),  # one Russian word is a loan to be told of, not a quotation
        ("kk", "бiз келдiк"),  # Latin letters within Kazakh words are slips
        ("kk", "Қазақстан мен Португалия арасындағы ынтымактастык туралы сөз болды."),
        ("ru", "Посол встретился с Сауранбаем Әлі."),
        ("en", "He met Martinho Saldanha and Beatriz Falcão in Guimarães."),
        ("pt", "A empresa Lamerinho e a 5.ª sessão."),
    ],
)
def test_slips_loans_and_names_in_the_script_of_the_text_excuse_nothing(language: str, text: str) -> None:
    assert runs(text, language) == []


def test_the_samples_have_no_run_in_another_language_but_names() -> None:
    found = [run for tag, texts in samples() for text in texts for run in runs(text, tag) if run[0] != UNTOLD]
    assert found == [("pt", "Universidade do Minho")]
