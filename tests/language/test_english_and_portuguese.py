"""English and Portuguese forms: articles, possessives, contractions, plurals, women's titles."""

import shutil
from pathlib import Path

import pytest

from pressdesk.data import resources
from pressdesk.errors import FactsError, TableError
from pressdesk.language.language import load
from pressdesk.language.portuguese import Portuguese
from pressdesk.model.forms import How


@pytest.mark.parametrize(
    ("base", "features", "text"),
    [
        ("Kazakhstan", "POSS", "Kazakhstan’s"),
        ("Laos", "POSS", "Laos’s"),
        ("James", "POSS", "James’s"),
        ("United States", "THE+POSS", "the United States’"),
        ("Netherlands", "THE+POSS", "the Netherlands’"),
        ("Ministry of Foreign Affairs", "THE", "the Ministry of Foreign Affairs"),
        ("Republic of Kazakhstan", "THE", "the Republic of Kazakhstan"),
        ("University of Minho", "THE", "the University of Minho"),
        ("Nazarbayev University", "THE", "Nazarbayev University"),
        ("Portugal", "THE", "Portugal"),
        ("Central Asia", "THE", "Central Asia"),
        ("the Netherlands", "THE", "the Netherlands"),
        ("honorary consul", "A", "an honorary consul"),
        ("European partner", "A", "a European partner"),
        ("university", "A", "a university"),
        ("MFA statement", "A", "an MFA statement"),
        ("UN agency", "A", "a UN agency"),
        ("ambassador", "A", "an ambassador"),
        ("round table", "PL", "round tables"),
        ("memorandum of understanding", "PL", "memoranda of understanding"),
        ("company", "PL", "companies"),
        ("business", "PL", "businesses"),
        ("company", "PL+POSS", "companies’"),
        ("Portugal", "NOM", "Portugal"),
        ("Honorary Consul", "THE", "the Honorary Consul"),
        ("one of Portugal’s largest universities", "THE", "one of Portugal’s largest universities"),
        ("drip irrigation systems", "PL", "drip irrigation systems"),
        ("drip irrigation systems", "A", "drip irrigation systems"),
    ],
)
def test_an_english_form(base: str, features: str, text: str) -> None:
    made = load("en").inflector.form(base, features)

    assert made.text == text
    assert not made.guessed


def test_an_english_name_that_no_table_has_is_a_guess_and_the_trait_ends_it() -> None:
    english = load("en").inflector

    assert english.form("Hanbit Energy", "THE").guessed
    assert english.form("Hanbit Energy", "THE", {"article": "none"}).how is How.TYPED
    assert english.form("Daniyar Seyit", "THE", {"kind": "person"}).text == "Daniyar Seyit"
    assert not english.form("Daniyar Seyit", "THE", {"kind": "person"}).guessed


def test_a_case_that_english_does_not_have_is_refused() -> None:
    with pytest.raises(FactsError, match="no form of English"):
        load("en").inflector.form("Portugal", "GEN")


@pytest.mark.parametrize(
    ("base", "features", "text"),
    [
        ("Cazaquistão", "DE", "do Cazaquistão"),
        ("Portugal", "DE", "de Portugal"),
        ("Portugal", "EM", "em Portugal"),
        ("Estados Unidos", "EM", "nos Estados Unidos"),
        ("Argentina", "A", "à Argentina"),
        ("Uruguai", "A", "ao Uruguai"),
        ("Filipinas", "POR", "pelas Filipinas"),
        ("Universidade do Minho", "POR", "pela Universidade do Minho"),
        ("Ministério dos Negócios Estrangeiros", "DE", "do Ministério dos Negócios Estrangeiros"),
        ("República do Cazaquistão", "DE", "da República do Cazaquistão"),
        ("Porto", "EM", "no Porto"),
        ("Braga", "EM", "em Braga"),
        ("Cazaquistão", "O", "o Cazaquistão"),
        ("Embaixador", "O", "o Embaixador"),
        ("cooperação económica", "DE", "da cooperação económica"),
        ("turismo", "DE", "do turismo"),
        ("Embaixador", "FEM", "Embaixadora"),
        ("Embaixador Extraordinário e Plenipotenciário", "FEM", "Embaixadora Extraordinária e Plenipotenciária"),
        ("Primeiro-Ministro", "FEM+DE", "da Primeira-Ministra"),
        ("Diretor-Geral", "FEM", "Diretora-Geral"),
        ("Vice-Reitor", "FEM", "Vice-Reitora"),
        ("Cônsul Honorário", "FEM", "Cônsul Honorária"),
        ("Presidente", "FEM+O", "a Presidente"),
        ("mesa-redonda", "PL", "mesas-redondas"),
        ("reunião de trabalho", "PL", "reuniões de trabalho"),
        ("acordo bilateral", "PL", "acordos bilaterais"),
        ("cidadão português", "PL", "cidadãos portugueses"),
        ("cônsul", "PL", "cônsules"),
        ("universidade", "PL+DE", "das universidades"),
        ("a inovação", "DE", "da inovação"),
        ("a inovação", "O", "a inovação"),
        ("a inovação", "PL", "as inovações"),
        ("os grandes projetos", "EM", "nos grandes projetos"),
        ("um centro de pesca", "EM", "num centro de pesca"),
        ("autoridades da região", "DE", "das autoridades da região"),
        ("têxteis de alta qualidade", "O", "os têxteis de alta qualidade"),
        ("sistemas de rega", "A", "aos sistemas de rega"),
        ("jovem investigador", "DE", "do jovem investigador"),
        ("grandes projetos", "POR", "pelos grandes projetos"),
        ("abrir programas conjuntos", "DE", "de abrir programas conjuntos"),
    ],
)
def test_a_portuguese_form(base: str, features: str, text: str) -> None:
    made = load("pt").inflector.form(base, features)

    assert made.text == text
    assert not made.guessed


def test_a_portuguese_town_that_no_table_has_is_a_guess_and_the_trait_ends_it() -> None:
    portuguese = load("pt").inflector

    assert portuguese.form("Tashbulak", "EM").guessed
    assert portuguese.form("Tashbulak", "EM", {"article": "o"}).text == "no Tashbulak"
    assert not portuguese.form("Tashbulak", "EM", {"article": "o"}).guessed


def test_a_womans_title_agrees_wherever_it_is_put_in_a_form() -> None:
    made = load("pt").inflector.form("Embaixador", "POR", {"kind": "title", "gender": "f"})

    assert made.text == "pela Embaixadora"


def test_a_person_has_no_article_in_formal_portuguese() -> None:
    assert load("pt").inflector.form("João Pereira", "DE", {"kind": "person"}).text == "de João Pereira"


def test_an_article_that_portuguese_does_not_have_is_an_error_with_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "pt"
    shutil.copytree(resources("pt"), folder)
    with (folder / "articles.tsv").open("a", encoding="utf-8") as file:
        file.write("Lugar\tel\tnobody\n")

    with pytest.raises(TableError, match=r"articles\.tsv:\d+:7: An article is one of"):
        Portuguese(folder)
