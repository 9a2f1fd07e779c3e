"""What was set aside stays aside wherever its paragraph goes, and comes back when its own words change."""

import dataclasses

import pytest

from pressdesk.model.asides import Aside, everywhere, here, sorted_out
from pressdesk.model.findings import Elsewhere, Finding, Kind, Severity
from pressdesk.text.spans import Span

TEXT = "Елші Брага қаласына барып, гылым саласындағы ынтымақтастықты талқылады."


def finding(text: str, words: str, *, nth: int = 0, rule: str = "kk.spelling", block: str = "b1") -> Finding:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Finding(
        block=block, span=Span(at, at + len(words)), text=words, rule=rule, kind=Kind.SPELLING,
        severity=Severity.ERROR, message="…", language="kk",
    )  # fmt: skip


def shown(text: str, aside: Aside, words: str = "гылым", block: str = "b1") -> bool:
    parted = sorted_out([finding(text, words, block=block)], lambda _: text, [aside])
    assert len(parted.shown) + len(parted.aside) == 1
    return bool(parted.shown)


ONE_PLACE = here(finding(TEXT, "гылым"), TEXT)


@pytest.mark.parametrize(
    "now",
    [
        TEXT,
        "Кеше таңертең. " + TEXT,
        TEXT.replace("Брага", "Порту"),
        TEXT.replace("ынтымақтастықты талқылады", "жобаларды қарады"),
        TEXT + " Сапар аяқталды.",
        "Сапар барысында елші Порту қаласына барып, гылым саласындағы ынтымақтастықты сөз етті.",
    ],
)
def test_it_stays_aside_after_edits_elsewhere(now: str) -> None:
    assert not shown(now, ONE_PLACE)


def test_it_goes_along_with_its_paragraph() -> None:
    assert not shown(TEXT, ONE_PLACE, block="b7")


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (TEXT.replace("гылым", "гылыми"), "гылыми"),
        ("Жаңа зерттеу: гылым мен өнер. Сергей келді.", "гылым"),
        ("гылым", "гылым"),
    ],
)
def test_it_comes_back_when_its_words_change_or_stand_somewhere_else(now: str, words: str) -> None:
    assert shown(now, ONE_PLACE, words)


def test_one_place_set_aside_leaves_the_same_word_at_another_place() -> None:
    text = "Бірінші: гылым саласы дамыды. Екінші: гылым саласы кеңейді."
    both = [finding(text, "гылым"), finding(text, "гылым", nth=1)]

    parted = sorted_out(both, lambda _: text, [here(both[1], text)])

    assert parted.shown == (both[0],)
    assert [f for f, _ in parted.aside] == [both[1]]


def test_the_same_sentence_twice_needs_to_be_set_aside_twice() -> None:
    both = [finding(TEXT, "гылым", block="b1"), finding(TEXT, "гылым", block="b2")]

    assert len(sorted_out(both, lambda _: TEXT, [ONE_PLACE]).shown) == 1
    assert len(sorted_out(both, lambda _: TEXT, [ONE_PLACE, ONE_PLACE]).shown) == 0


def test_of_the_same_sentence_in_headline_and_lead_the_one_that_was_meant_is_set_aside() -> None:
    both = [finding(TEXT, "гылым", block="headline"), finding(TEXT, "гылым", block="lead")]

    for meant, other in (both, both[::-1]):
        assert sorted_out(both, lambda _: TEXT, [here(meant, TEXT)]).shown == (other,)


def test_words_set_aside_everywhere_are_so_at_every_place_of_this_rule_alone() -> None:
    text = "гылым және гылым"
    both = [finding(text, "гылым"), finding(text, "гылым", nth=1)]
    other = finding(text, "гылым", rule="kk.agreement")

    parted = sorted_out([*both, other], lambda _: text, [everywhere(both[0])])

    assert parted.shown == (other,)
    assert len(parted.aside) == 2


def test_another_language_or_other_words_are_not_set_aside() -> None:
    text = "гылым және ғылми"
    russian = dataclasses.replace(finding(text, "гылым"), language="ru")
    longer = finding(text, "ғылми")

    assert sorted_out([russian, longer], lambda _: text, [everywhere(finding(text, "гылым"))]).shown == (
        russian,
        longer,
    )


def test_a_difference_comes_back_when_the_other_version_says_something_new() -> None:
    def differing(there: str) -> Finding:
        place = Elsewhere("ru", "", "b1", Span(0, len(there)), there)
        return dataclasses.replace(finding(TEXT, "Брага"), elsewhere=(place,))

    aside = here(differing("20 декабря"), TEXT)

    assert not sorted_out([differing("20 декабря")], lambda _: TEXT, [aside]).shown
    assert sorted_out([differing("21 декабря")], lambda _: TEXT, [aside]).shown
