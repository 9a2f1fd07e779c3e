"""Every rule that a checker can report has a page: what it says, examples, source, place, how it goes off."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import pressdesk
from pressdesk.app.places import Places
from pressdesk.app.register.spelling import RULE as REGISTER_RULE
from pressdesk.app.rule_name import rule_name
from pressdesk.app.style_file import is_offered, switch_off, switched_off
from pressdesk.app.why import every_rule, page
from pressdesk.model.findings import Severity
from pressdesk.proof.agreement.figures import What
from pressdesk.proof.languagetool.rulebook import own_ids
from pressdesk.text.messages import UI_LANGUAGES

SOURCES = Path(pressdesk.__file__).parent


def agreement_rules() -> Iterator[str]:
    """The first argument of every Difference, where it stands in the code as a word."""
    for path in sorted((SOURCES / "proof" / "agreement").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Difference"
            if named and isinstance(node.args[0], ast.Constant):  # type: ignore[attr-defined]
                yield f"agreement.{node.args[0].value}"  # type: ignore[attr-defined]


def reported() -> list[str]:
    """Every rule that stands in a table, and those that the code names itself."""
    figures = {f"agreement.{what.value}" for what in What}
    own = {f"lt.{tag}.{name}" for tag in ("ru", "en", "pt") for name in own_ids(tag)}
    texts = [path.read_text(encoding="utf-8") for path in sorted((SOURCES / "app").rglob("*.py"))]
    facts = {rule for text in texts for rule in re.findall(r'"((?:facts|amendment)\.[a-z][a-z-]+)"', text)}
    return sorted({*every_rule(), *agreement_rules(), *figures, *own, *facts, REGISTER_RULE, "kk.spelling"})


@pytest.mark.parametrize("rule", reported())
def test_every_rule_has_a_page_in_every_language_of_the_window(rule: str, tmp_path: Path) -> None:
    pages = [page(rule, ui, Places.at(tmp_path)) for ui in UI_LANGUAGES]

    for found in pages:
        assert found is not None, f"{rule}: explain it in resources/ui/why.toml"
        assert found.title
        assert found.sentence
        assert "{" not in found.sentence
        assert found.source
        assert found.where
        assert found.examples or rule.startswith("problem.")
        assert bool(found.off) is is_offered(rule)
    assert len({found.sentence for found in pages if found is not None}) == len(UI_LANGUAGES)


def test_a_page_says_where_the_rule_stands_so_that_a_linguist_can_go_there() -> None:
    for rule, start in (("kk.government", "kk.government\t"), ("style.headline-length", "[headline-length]")):
        found = page(rule, "kk")
        assert found is not None
        line = (SOURCES.parents[1] / found.file).read_text(encoding="utf-8").split("\n")[found.line - 1]
        assert line.startswith(start)


def test_a_rule_of_languagetool_that_stands_in_no_file_is_still_said_to_be_its(tmp_path: Path) -> None:
    found = page("lt.en.EN_A_VS_AN", "en", Places.at(tmp_path))

    assert found is not None
    assert found.source == "LanguageTool, EN_A_VS_AN"
    assert found.examples == ()
    assert found.off == '[languagetool]\noff.en = ["EN_A_VS_AN"]'


@pytest.mark.languagetool
def test_a_rule_of_languagetool_is_shown_with_the_examples_of_its_own_file() -> None:
    found = page("lt.ru.Two_PREP", "ru")

    assert found is not None
    assert (found.examples[0].bad, found.examples[0].good) == ("Тренер ругал за про дело.", "Тренер ругал за дело.")
    assert "Стиль" in found.sentence
    assert re.search(r"language-ru-.*\.jar!/.*grammar\.xml:\d+$", found.where)


@pytest.mark.parametrize("rule", ["nope", "style.nope", "kk.nope", "problem.nope", ""])
def test_what_is_no_rule_has_no_page(rule: str) -> None:
    assert page(rule, "en") is None


def test_what_the_page_says_of_switching_off_does_so(tmp_path: Path) -> None:
    places = Places.at(tmp_path)
    for rule in ("style.headline-length", "lt.ru.Two_PREP", "kk.government"):
        found = page(rule, "en", places)
        assert found is not None
        places.config.mkdir(exist_ok=True)
        (places.config / "style.toml").write_text(found.off, encoding="utf-8")
        assert switched_off(places) == (rule,)
        switch_off(places, rule, on=True)
        assert switched_off(places) == ()


def test_a_ministry_s_own_rule_is_explained_by_its_own_file(tmp_path: Path) -> None:
    places = Places.at(tmp_path)
    places.config.mkdir()
    (places.config / "style.toml").write_text('# ours\n[headline-length]\nseverity = "error"\n', encoding="utf-8")

    found = page("style.headline-length", "ru", places)

    assert found is not None
    assert found.severity is Severity.ERROR
    assert found.where == f"{places.config / 'style.toml'}:2"


@pytest.mark.parametrize("rule", ["kk.spelling", "lt.ru.MORFOLOGIK_RULE_RU_RU", "lt.de.GERMAN_SPELLER_RULE"])
def test_the_page_of_a_whole_language_s_spelling_offers_no_switch(rule: str, tmp_path: Path) -> None:
    found = page(rule, "kk", Places.at(tmp_path))

    assert found is not None
    assert found.off == ""


def test_a_rule_is_named_in_the_language_of_the_window_and_not_by_its_id() -> None:
    named = {
        rule: rule_name(rule, "ru") for rule in ("lt.en.EN_A_VS_AN", "agreement.order", "ru.numeral", "kk.government")
    }

    assert named == {
        "lt.en.EN_A_VS_AN": "Артикль неверен, лишний или пропущен",
        "agreement.order": "Другой порядок",
        "ru.numeral": "После числительного нужна другая форма",
        "kk.government": "Слово «…» должно стоять здесь в другом падеже",
    }
    assert rule_name("ours.unheard-of", "ru") == "ours.unheard-of"
