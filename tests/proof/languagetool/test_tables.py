"""The tables a press officer may edit, and what their mistakes get."""

import re
from pathlib import Path

import pytest

from pressdesk.data import resources
from pressdesk.errors import TableError
from pressdesk.model.findings import Kind, Severity
from pressdesk.proof.languagetool.proofer import LOCALES, MORE_LOCALES
from pressdesk.proof.languagetool.tables import (
    Messages,
    NeverOffered,
    Said,
    Severities,
    read_compounds,
    read_rules_off,
    read_trials,
    read_words,
)
from pressdesk.text.messages import catalogue

STATES = [
    "no_java",
    "no_jars",
    "bad_jar",
    "no_dictionary",
    "language",
    "not_started",
    "died",
    "given_up",
    "hangs",
    "refused",
    "closed",
]


def test_house_style_switches_rules_off_by_language() -> None:
    off = read_rules_off()

    assert "OXFORD_SPELLING_Z_NOT_S" in off["en"]
    assert {"GENTILICOS_LINGUAS", "PERCENT_WITHOUT_SPACE"} <= off["pt"]
    assert not any(rule.startswith("PD_") for rules in off.values() for rule in rules)


def test_a_rule_without_a_reason_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "rules-off.tsv"
    file.write_text("language\trule\texample\treason\tsource\nen\tA_RULE\t\t\t\n")

    with pytest.raises(TableError, match=r"rules-off\.tsv:2:4: .*with a reason"):
        read_rules_off(file)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("language\trule\n", "1:1: 2 columns where 5 belong"),
        ("", "the first line must name the columns"),
        ("en\tA\tb\tc\td\n", "the first line must name the columns"),
    ],
)
def test_a_table_of_another_shape_is_refused(content: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "rules-off.tsv"
    file.write_text(content)

    with pytest.raises(TableError, match=said):
        read_rules_off(file)


def test_a_comment_and_an_empty_line_are_no_rows(tmp_path: Path) -> None:
    file = tmp_path / "rules-off.tsv"
    file.write_text("# note\nlanguage\trule\texample\treason\tsource\n\nen\tA\tb\tbecause\t\n")

    assert read_rules_off(file) == {"en": frozenset({"A"})}


@pytest.mark.parametrize(
    ("rule", "category", "issue_type", "kind", "severity"),
    [
        ("MORFOLOGIK_RULE_RU_RU", "TYPOS", "misspelling", Kind.SPELLING, Severity.ERROR),
        ("EN_A_VS_AN", "MISC", "misspelling", Kind.GRAMMAR, Severity.ERROR),
        ("GENERAL_VERB_AGREEMENT_ERRORS", "GRAMMAR", "grammar", Kind.GRAMMAR, Severity.WARNING),
        ("AFFECT_EFFECT", "CONFUSED_WORDS", "misspelling", Kind.GRAMMAR, Severity.WARNING),
        ("DOUBLE_PUNCTUATION", "TYPOGRAPHY", "typographical", Kind.TYPOGRAPHY, Severity.HINT),
        ("A_STYLE_RULE", "STYLE", "style", Kind.STYLE, Severity.HINT),
        ("Two_PREP", "STYLE", "style", Kind.GRAMMAR, Severity.WARNING),
        ("SOMETHING_NEW", "A_NEW_CATEGORY", "uncategorized", Kind.GRAMMAR, Severity.WARNING),
    ],
)
def test_a_match_gets_its_weight(rule: str, category: str, issue_type: str, kind: Kind, severity: Severity) -> None:
    weight = Severities().of(rule, category, issue_type)

    assert (weight.kind, weight.severity) == (kind, severity)


def test_a_severity_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "severities.tsv"
    file.write_text("rule\tcategory\tissue_type\tkind\tseverity\treason\n*\t*\t*\tgrammar\tdeadly\tx\n")

    with pytest.raises(TableError, match=r"2:4: .*deadly"):
        Severities(file)


def test_severities_without_a_last_row_for_the_rest_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "severities.tsv"
    file.write_text("rule\tcategory\tissue_type\tkind\tseverity\treason\nX\t*\t*\tgrammar\thint\tx\n")

    with pytest.raises(TableError, match="every match needs a severity"):
        Severities(file)


@pytest.mark.parametrize("ui", ["en", "ru", "kk"])
@pytest.mark.parametrize("state", STATES)
def test_every_state_has_its_sentences_in_every_window_language(state: str, ui: str) -> None:
    details = {"folder": "/lt", "name": "a.jar", "language": "pt", "deaths": 3, "seconds": 20}

    error = Messages(ui).unavailable(state, **details)

    assert error.proofer == "LanguageTool"
    assert error.why
    assert error.mend.endswith(".")
    assert "{" not in str(error)


def test_another_window_language_reads_english() -> None:
    assert "did not start" in str(Messages("de").unavailable("not_started"))


def test_the_message_speaks_the_windows_language() -> None:
    assert "не запустился" in str(Messages("ru").unavailable("not_started"))
    assert "іске қосылмады" in str(Messages("kk").unavailable("not_started"))


def test_every_language_has_a_trial_sentence_that_holds_its_mistake() -> None:
    trials = read_trials()

    assert set(trials) == {*LOCALES, *MORE_LOCALES}
    assert all(trial.mistake in trial.sentence for trial in trials.values())


def test_words_of_the_house_are_kept_by_language() -> None:
    words = read_words()

    assert "cazaque" in words["pt"]
    assert "cazaque" not in words["en"]


def test_first_parts_of_compounds_are_written_without_a_hyphen_in_lower_case() -> None:
    firsts = read_compounds()["ru"]

    assert "торгово" in firsts
    assert all(first == first.lower() and "-" not in first for first in firsts)


def test_what_a_rule_says_has_a_sentence_in_each_language_of_the_window() -> None:
    rows = resources("languagetool", "said.tsv").read_text(encoding="utf-8").splitlines()[1:]

    for key in {row.split("\t")[2] for row in rows} | {"both"}:
        assert set(catalogue()[f"lt.said.{key}"]) == {"kk", "ru", "en"}


def test_every_rule_of_ours_says_more_than_that_something_may_be_wrong() -> None:
    said, ids = Said(), set()
    for path in resources("languagetool", "rules").rglob("*.xml"):
        ids |= set(re.findall(r'<rule(?:group)? [^>]*?id="(PD_[A-Z_]+)"', path.read_text("utf-8")))

    assert len(ids) > 80
    assert {name for name in ids if said.of(name, "") == "grammar"} == set()


def test_rules_of_languagetool_are_told_by_their_ids_first_and_then_by_their_category() -> None:
    said = Said()

    assert said.of("HE_VERB_AGR", "GRAMMAR") == "verb"
    assert said.of("PORTUGUESE_WORD_REPEAT_BEGINNING_RULE", "STYLE") == "beginning"
    assert said.of("PORTUGUESE_WORD_REPEAT_RULE", "MISC") == "doubled"
    assert said.of("NOBODY_KNOWS_IT", "CASING") == "capital"
    assert said.of("NOBODY_KNOWS_IT", "NOR_THIS") == "grammar"


def test_a_table_without_a_sentence_for_the_rest_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "said.tsv"
    file.write_text("rule\tcategory\tsays\texample\tsource\nA_RULE\t*\tverb\the go\tours\n")

    with pytest.raises(TableError, match="the last row must be"):
        Said(file)


def test_no_obscene_word_is_put_forward_for_a_misspelt_one_and_decent_ones_stay() -> None:
    never = NeverOffered()

    assert never.without("ru", ["Хуем", "Рулем", "Роем"]) == ("Рулем", "Роем")
    assert never.without("ru", ["мандат", "Херсон", "педикюр", "небанальный"]) == (
        "мандат",
        "Херсон",
        "педикюр",
        "небанальный",
    )
    assert never.without("en", ["shit", "shift", "assess"]) == ("shift", "assess")
    assert never.without("pt", ["cu", "cuidado", "disputa"]) == ("cuidado", "disputa")
    assert never.without("de", ["Sitz"]) == ("Sitz",)
