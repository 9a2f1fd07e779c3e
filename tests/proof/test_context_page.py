"""The page of rules says what the tables say; the table of rare forms is what the grammar reads."""

from pathlib import Path

import pytest

from pressdesk.data import resources
from pressdesk.grammar.grammar import Grammar
from pressdesk.proof.context.checks import CHECKS
from pressdesk.proof.context.page import renewed
from pressdesk.proof.context.proofer import ContextProofer
from pressdesk.proof.context.rules import load_rules
from pressdesk.proof.spelling import Speller

PAGE = Path(__file__).parents[2] / "docs" / "kazakh-rules.md"


@pytest.fixture(scope="module")
def proofer() -> ContextProofer:
    return ContextProofer.of(Speller(Grammar.load(resources("kk"))))


def test_the_page_is_written_from_the_tables(proofer: ContextProofer) -> None:
    text = PAGE.read_text(encoding="utf-8")

    assert renewed(text, proofer.style) == text


def test_both_forms_of_a_confusable_row_are_words(proofer: ContextProofer) -> None:
    accepts = proofer.speller.grammar.accepts
    rows = list(proofer.style.confusable.items())
    assert rows

    assert [form for form, (meant, _slip) in rows if not (accepts(form) and accepts(meant))] == []


def test_what_was_meant_is_not_itself_a_rare_form(proofer: ContextProofer) -> None:
    table = proofer.style.confusable

    assert {meant for meant, _slip in table.values()} & table.keys() == set()


def test_the_shipped_folder_loads(proofer: ContextProofer) -> None:
    style = load_rules(resources("kk") / "style", CHECKS)

    assert style.words["conjunction"] == {"мен", "бен", "пен"}
    assert style.confusable["ауылар"] == ("ауылдар", "lost letter")
