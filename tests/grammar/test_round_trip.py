"""Every form that the tables write, they read: one description, walked both ways."""

import pytest

from pressdesk.grammar.grammar import Grammar

NOUNS = (
    *("қала", "мектеп", "адам", "ел", "қыз", "тау", "кездесу", "халық", "орын", "клуб", "лекция"),
    *("король", "тарих", "банк", "министрлік", "сапар", "өңір", "Португалия"),
)
VERBS = ("бар", "кел", "оқы", "тап", "қой", "шық", "сен", "жаз", "баста", "де")
NOMINAL = [
    "+".join(filter(None, (plural, owner, case)))
    for plural in ("", "PL")
    for owner in ("", "POSS1", "POSS2", "POSS2P", "POSS3", "POSS1PL")
    for case in ("", "GEN", "DAT", "ACC", "LOC", "ABL", "INS", "LOC+ATTR", "OWN", "SIM")
]
VERBAL = (
    *("PAST", "NEG+PAST", "PAST+S1", "PAST+S1PL", "COND+S1", "PRES+S3", "NEG+PRES+S3", "PRES+HAB", "PRES+HAB+PL+DAT"),
    *("CNV", "CNV+S3", "PERF", "PERF+LIQ+POSS3+ACC", "PERF+POSS1PL+ABL", "NEG+PERF+LOC", "FUT", "NEG+FUT+ABL"),
    *("INTENT", "INTENT+SHY", "SINCE", "IMP3", "IMP1PL", "VN+POSS3+DAT", "PASS+PERF", "AGENT+PL+GEN", "WISH+POSS3"),
)


@pytest.mark.parametrize("lemma", NOUNS)
def test_every_form_of_a_noun_is_recognised(kazakh: Grammar, lemma: str) -> None:
    forms = {features: kazakh.form(lemma, features).text for features in NOMINAL}
    refused = {features: form for features, form in forms.items() if not kazakh.accepts(form)}

    assert refused == {}
    assert len(set(forms.values())) > 80


@pytest.mark.parametrize("lemma", VERBS)
def test_every_form_of_a_verb_is_recognised(kazakh: Grammar, lemma: str) -> None:
    forms = {features: kazakh.form(lemma, features).text for features in VERBAL}
    refused = {features: form for features, form in forms.items() if not kazakh.accepts(form)}

    assert refused == {}
