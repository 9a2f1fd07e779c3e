"""English agreement at a distance: every rule's examples, what must pass unmarked, faulty tables."""

import csv
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from pressdesk.app import why
from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.data import resources
from pressdesk.errors import TableError
from pressdesk.model.release import Block, BlockKind, Origin, Release, Source
from pressdesk.proof.english.pairs import pairs
from pressdesk.proof.english.proofer import BY_ROW, CHECKS, EnglishProofer
from pressdesk.proof.english.tables import load, third_person
from pressdesk.proof.rule_table import Rule
from pressdesk.text.messages import Messages
from pressdesk.text.spans import Span

TABLES = load()
PROOFER = EnglishProofer.of("en")
DATA = Path(__file__).parents[1] / "data"


def rows(name: str) -> list[dict[str, str]]:
    lines = [line for line in (DATA / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def told(text: str) -> list[tuple[str, str]]:
    return [(finding.rule, finding.text) for finding in PROOFER.text(text)]


@pytest.mark.parametrize("rule", TABLES.rules, ids=[rule.id for rule in TABLES.rules])
def test_a_bad_example_is_found_by_its_rule_and_a_good_one_by_none(rule: Rule) -> None:
    assert [text for text in rule.bad if f"en.{rule.id}" not in [name for name, _ in told(text)]] == []
    assert [(text, told(text)) for text in rule.good if told(text)] == []


def test_every_pair_finds_its_bad_sentence_mends_it_and_leaves_the_good_one_alone() -> None:
    assert len(TABLES.pairs) > 100
    assert {pair.rule for pair in TABLES.pairs} == {rule.id for rule in TABLES.rules if rule.check == BY_ROW}
    for pair in TABLES.pairs:
        hits = list(pairs(pair.bad, replace(TABLES, pairs=(pair,)), pair.rule))
        assert hits, pair.bad
        mended = pair.bad[: hits[0].span.start] + hits[0].put + pair.bad[hits[0].span.end :]
        assert (mended, told(mended)) == (mended, [])
        assert (pair.good, told(pair.good)) == (pair.good, [])


def test_the_right_word_keeps_the_capital_of_the_wrong_one() -> None:
    (finding,) = PROOFER.text("Their are five reasons.")

    assert [suggestion.text for suggestion in finding.suggestions] == ["There"]


def test_every_rule_has_a_check_both_examples_a_page_and_speaks_the_windows_languages() -> None:
    for rule in TABLES.rules:
        assert rule.check in CHECKS or rule.check == BY_ROW, rule.id
        assert rule.bad, rule.id
        assert rule.good, rule.id
        assert len({Messages(tag).say(f"en.{rule.id}") for tag in ("kk", "ru", "en")}) == 3, rule.id
        page = why.page(f"en.{rule.id}", "en")
        assert page is not None
        assert page.examples, rule.id


def test_clean_paragraphs_and_right_texts_are_left_alone() -> None:
    texts = [row["text"] for row in rows("clean_en.tsv")] + [row["right"] for row in rows("seeded_en.tsv")]

    assert len(texts) > 400
    assert [(text, told(text)) for text in texts if told(text)] == []


@pytest.mark.parametrize(
    ("text", "wrong", "put"),
    [
        ("The heads of the mission has met the press.", "has", "have"),
        ("The list of guests were published.", "were", "was"),
        ("The trade between the two ports and the islands grow every year.", "grow", "grows"),
        ("The results of the vote shows that voters agree.", "shows", "show"),
    ],
)
def test_the_finding_stands_on_the_verb_and_offers_the_one_form_that_agrees(text: str, wrong: str, put: str) -> None:
    (finding,) = PROOFER.text("Yesterday.\n" + text)

    assert finding.text == wrong == finding.span.of("Yesterday.\n" + text)
    assert [suggestion.text for suggestion in finding.suggestions] == [put]


@pytest.mark.parametrize(
    ("base", "singular"), [("carry", "carries"), ("reach", "reaches"), ("play", "plays"), ("go", "goes")]
)
def test_the_third_person_of_a_regular_verb(base: str, singular: str) -> None:
    assert third_person(base) == singular


def test_a_sentence_with_a_hole_is_not_judged() -> None:
    text = "The list of guests were published."
    gap = Origin(Span(4, 8), "subject", Source.GAP)
    open_block = Block("a", BlockKind.PARAGRAPH, text, origins=(gap,))
    whole_block = Block("b", BlockKind.PARAGRAPH, text)

    assert PROOFER.release(Release("en", "en-GB", "x", (open_block,))) == []
    assert [finding.block for finding in PROOFER.release(Release("en", "en-GB", "x", (whole_block,)))] == ["b"]


def test_the_programs_checkers_say_it_even_where_languagetool_is_away(tmp_path: Path) -> None:
    proofing = Proofing(Places.at(str(tmp_path)))
    try:
        said = proofing.text("en", [(None, "The list of guests were published.")])
    finally:
        proofing.close()

    assert "en.far-verb" in [finding.rule for finding in said.findings]
    assert said.notices


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("words.tsv", "nouns\tcat\ta cat\tSwan\n"),
        ("words.tsv", "one\ta\ta cat\tSwan\n"),
        ("verbs.tsv", "reach\t\tthey reach\tSwan\n"),
        ("verbs.tsv", "gleam\tyes\tthey gleam\tSwan\n"),
        ("pairs.tsv", "confusion\ta\t(?P<x>a\tb\ta cat\tthe cat\tSwan\n"),
        ("pairs.tsv", "confusion\ta\ta cat\tb\ta cat\tthe cat\tSwan\n"),
        ("rules.toml", "[half]\ncheck = 'far'\n"),
    ],
)
def test_a_faulty_row_is_told_with_its_file(tmp_path: Path, name: str, line: str) -> None:
    folder = shutil.copytree(resources("en", "proof"), tmp_path / "proof")
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(line)

    with pytest.raises(TableError, match=name):
        load(folder)
