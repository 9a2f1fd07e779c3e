"""Of several findings on the same words one is shown: the house before the language, the worse before the milder."""

from pressdesk.model.findings import Finding, Kind, Severity, Suggestion
from pressdesk.proof.overlaps import settled
from pressdesk.text.spans import Span


def finding(start: int, end: int, kind: Kind = Kind.SPELLING, **more: object) -> Finding:
    values: dict[str, object] = {"severity": Severity.ERROR, "message": "", "rule": "r", "proofer": "languagetool"}
    values.update(more)
    return Finding(block="b1", span=Span(start, end), text="x" * (end - start), kind=kind, **values)  # type: ignore[arg-type]


def rules(*findings: Finding) -> list[str]:
    return [f.rule for f in settled(findings, ["b1"])]


def test_the_house_speaks_before_languagetool_on_the_same_sign() -> None:
    theirs = finding(3, 4, Kind.TYPOGRAPHY, rule="lt.en.QUOTES")
    ours = finding(3, 4, Kind.TYPOGRAPHY, rule="style.quotes", proofer="style", severity=Severity.WARNING)
    assert rules(theirs, ours) == ["style.quotes"]


def test_letters_that_overlap_are_spoken_of_once() -> None:
    word = finding(5, 12, rule="word")
    phrase = finding(0, 12, Kind.GRAMMAR, rule="phrase", severity=Severity.WARNING)
    assert rules(phrase, word) == ["word"]


def test_of_equals_the_one_that_offers_something_stays() -> None:
    mute = finding(0, 5, rule="mute")
    helpful = finding(0, 5, rule="helpful", suggestions=(Suggestion("x"),))
    assert rules(mute, helpful) == ["helpful"]


def test_a_long_sentence_and_a_slip_in_it_are_two_things() -> None:
    sentence = finding(0, 300, Kind.STYLE, rule="style.sentence-length", proofer="style", severity=Severity.WARNING)
    slip = finding(10, 15, rule="slip")
    assert rules(sentence, slip) == ["style.sentence-length", "slip"]


def test_a_missing_fact_hides_no_finding_of_another_kind() -> None:
    gap = finding(0, 8, Kind.FACTS, rule="facts.gap", proofer="facts")
    style = finding(0, 8, Kind.STYLE, rule="style.abbreviation", proofer="style", severity=Severity.HINT)
    assert rules(gap, style) == ["facts.gap", "style.abbreviation"]


def test_two_facts_about_the_same_words_are_both_told() -> None:
    day = finding(0, 8, Kind.FACTS, rule="agreement.date", proofer="agreement", message="ru says 20")
    other = finding(0, 8, Kind.FACTS, rule="agreement.date", proofer="agreement", message="en says 21")
    assert len(rules(day, other)) == 2


def test_a_date_that_does_not_exist_or_has_another_weekday_is_spoken_of_once() -> None:
    ours = finding(0, 9, Kind.FACTS, rule="agreement.no-such-day", proofer="agreement")
    assert rules(finding(0, 9, Kind.GRAMMAR, rule="lt.ru.INVALID_DATE"), ours) == ["agreement.no-such-day"]
    assert rules(finding(0, 9, Kind.STYLE, rule="lt.en.TWELFTH_OF_NEVER"), ours) == ["agreement.no-such-day"]
    day = finding(0, 7, Kind.FACTS, rule="agreement.weekday", proofer="agreement")
    assert rules(finding(0, 22, Kind.GRAMMAR, rule="lt.ru.DATE_WEEKDAY1"), day) == ["agreement.weekday"]
    assert len(rules(finding(0, 22, Kind.GRAMMAR, rule="lt.en.AGREEMENT"), day)) == 2


def test_findings_come_in_reading_order_whatever_order_they_were_made_in() -> None:
    late, early = finding(50, 55, rule="late"), finding(0, 5, rule="early")
    other = Finding(
        block="b0", span=Span(9, 10), text="x", rule="first", kind=Kind.SPELLING, severity=Severity.HINT, message=""
    )
    assert [f.rule for f in settled([late, other, early], ["b0", "b1"])] == ["first", "early", "late"]


def test_a_pair_of_quotation_marks_leaves_the_words_between_them_to_others() -> None:
    marks = Finding(
        block="b1",
        span=Span(0, 8),
        text='"слово"!',
        rule="style.quotes",
        kind=Kind.TYPOGRAPHY,
        severity=Severity.ERROR,
        message="",
        suggestions=(Suggestion("«слово»!"),),
        proofer="style",
    )
    inside, at_a_mark = finding(1, 6, rule="inside"), finding(6, 7, rule="at a mark")

    assert rules(marks, inside, at_a_mark) == ["style.quotes", "inside"]
