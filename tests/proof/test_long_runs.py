"""Long runs of one sign are told their language, many findings are settled; nothing takes the square of its length."""

import pytest

from pressdesk.data import resources
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.proof.context.proofer import ContextProofer
from pressdesk.proof.overlaps import settled
from pressdesk.proof.spelling import Speller
from pressdesk.proof.telling.runs import foreign
from pressdesk.proof.telling.telling import teller
from pressdesk.text.spans import Span

# whoever begins anew at every sign needs a quarter of an hour for these
pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]
LENGTH = 100_000
SIGNS = ("а", "а.", 'a"', '"a" ', "a@", "🇰🇿", "…", "1 ", "(А", "Аб-")


@pytest.mark.parametrize("sign", SIGNS)
def test_languages_are_told(sign: str) -> None:
    text = (sign * LENGTH)[:LENGTH]
    teller().told(text)
    assert all(run.span.end <= LENGTH for run in foreign(text, "kk"))


def test_the_rules_of_a_language_look_at_a_word_without_an_end() -> None:
    text = "қ" * LENGTH
    assert ContextProofer.of(Speller(Grammar.load(resources("kk")))).text(text, NameForms.none()) == []


def test_of_a_hundred_thousand_lines_that_say_nothing_none_has_a_language() -> None:
    assert set(teller().languages_of(["12"] * LENGTH)) == {""}


def test_fifty_thousand_findings_of_one_text_are_settled() -> None:
    found = [
        Finding(None, Span(at, at + 2), "аб", "kk.spelling", Kind.SPELLING, Severity.ERROR, "Қате.")
        for at in range(0, 3 * 50_000, 3)
    ]
    assert settled([*found, *found], [None]) == found
