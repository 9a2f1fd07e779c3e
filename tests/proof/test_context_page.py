"""The page of rules says what the tables say."""

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


def test_the_shipped_folder_loads(proofer: ContextProofer) -> None:
    style = load_rules(resources("kk") / "style", CHECKS)

    assert style.words["conjunction"] == {"мен", "бен", "пен"}
