"""Russian grammar: every rule's and row's examples, what must pass unmarked, seeded mistakes, faulty tables."""

import csv
import re
import shutil
from pathlib import Path

import pytest

from pressdesk.app import why
from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.data import resources
from pressdesk.errors import TableError
from pressdesk.model.findings import Finding, Severity
from pressdesk.model.release import Block, BlockKind, Origin, Release, Source
from pressdesk.proof.rule_table import Rule
from pressdesk.proof.russian.page import renewed
from pressdesk.proof.russian.proofer import BY_ROW, CHECKS, RussianProofer
from pressdesk.proof.russian.tables import load
from pressdesk.text.messages import Messages
from pressdesk.text.spans import Span

TABLES = load()
PROOFER = RussianProofer.of("ru")
ROOT = Path(__file__).parents[3]
DATA = ROOT / "tests" / "proof" / "data"
PAGE = ROOT / "docs" / "russian-rules.md"


def rows(name: str) -> list[dict[str, str]]:
    lines = [line for line in (DATA / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def told(text: str) -> list[tuple[str, str]]:
    return [(finding.rule, finding.text) for finding in PROOFER.text(text)]


def samples() -> list[str]:
    texts: list[str] = []
    for path in sorted((ROOT / "docs" / "samples").glob("*.md")):
        for part in re.findall(r"### По-русски\n(.*?)(?=\n### |\n## |\Z)", path.read_text(encoding="utf-8"), re.DOTALL):
            texts += [line for line in part.split("\n") if line.strip()]
    return texts


@pytest.mark.parametrize("rule", TABLES.rules, ids=[rule.id for rule in TABLES.rules])
def test_a_bad_example_is_found_by_its_rule_and_a_good_one_by_none(rule: Rule) -> None:
    assert [text for text in rule.bad if f"ru.{rule.id}" not in [name for name, _ in told(text)]] == []
    assert [(text, told(text)) for text in rule.good if told(text)] == []


def test_every_row_of_the_tables_finds_its_bad_example_and_leaves_its_good_one_alone() -> None:
    assert [(e.row, e.bad) for e in TABLES.examples if f"ru.{e.rule}" not in [name for name, _ in told(e.bad)]] == []
    assert [(e.row, e.good, told(e.good)) for e in TABLES.examples if told(e.good)] == []


def test_every_rule_has_a_check_both_examples_and_speaks_the_windows_languages() -> None:
    for rule in TABLES.rules:
        assert rule.check in CHECKS or rule.check in BY_ROW, rule.id
        assert rule.bad, rule.id
        assert rule.good, rule.id
        assert len({Messages(tag).say(f"ru.{rule.id}") for tag in ("kk", "ru", "en")}) == 3, rule.id
    named = {rule.id for rule in TABLES.rules}
    assert {example.rule for example in TABLES.examples} <= named


def test_clean_paragraphs_and_the_samples_are_left_alone() -> None:
    texts = [row["text"] for row in rows("clean_ru.tsv")] + samples()

    assert len(texts) > 100
    assert [(text, told(text)) for text in texts if told(text)] == []


def test_the_right_text_of_a_seeded_mistake_is_left_alone() -> None:
    assert [(row["right"], told(row["right"])) for row in rows("seeded_ru.tsv") if told(row["right"])] == []


def test_these_rules_alone_find_most_grammar_and_commas() -> None:
    """Spelling, spaces and marks are LanguageTool's and house style's; benchmarks/seeded.py counts all together."""
    theirs = {"spelling", "space", "quotes", "dash", "script", "doubled"}
    ours = [row for row in rows("seeded_ru.tsv") if row["class"] not in theirs]
    found = [row for row in ours if told(row["wrong"])]

    assert len(found) >= 0.8 * len(ours)


@pytest.mark.parametrize(
    ("text", "words", "put"),
    [
        ("Делегация прибыл в Астану.", "прибыл", "прибыла"),
        ("Стороны обсудил вопросы торговли.", "обсудил", "обсудили"),
        ("Посол вручил верительная грамоты Президенту.", "верительная грамоты", "верительные грамоты"),
        ("Согласно достигнутых договорённостей создана группа.", None, None),
        ("Стороны намерены встретится в мае.", "встретится", "встретиться"),
        ("Министр отметил что связи крепнут.", "отметил что", "отметил, что"),
        ("Подписано 5 меморандум.", "5 меморандум", "5 меморандумов"),
        ("Встреча прошла 20 декабрь.", "20 декабрь", "20 декабря"),
    ],
)
def test_what_is_underlined_and_what_is_put_there(text: str, words: str | None, put: str | None) -> None:
    found = PROOFER.text(text)

    assert len(found) == 1
    if words is not None:
        assert (found[0].text, found[0].suggestions[0].text) == (words, put)


def test_spans_count_code_points_of_the_whole_text() -> None:
    text = "Встреча прошла 🙂 успешно.\nДелегация прибыл в Астану."
    (found,) = PROOFER.text(text, "b7")

    assert found.span.of(text) == found.text == "прибыл"
    assert (found.block, found.language, found.proofer, found.severity) == ("b7", "ru", "ru", Severity.WARNING)


def _release(*blocks: Block) -> Release:
    return Release(language="ru", locale="ru-RU", kind="statement", blocks=blocks)


def _of(block: Block) -> list[Finding]:
    return PROOFER.release(_release(block))


def test_what_is_in_another_language_or_a_hole_is_not_judged() -> None:
    text = "Посол вручил верительная грамоты."
    span = Span(13, 32)

    assert [f.block for f in _of(Block("b1", BlockKind.PARAGRAPH, text))] == ["b1"]
    assert _of(Block("b1", BlockKind.PARAGRAPH, text, foreign=((span, "kk"),))) == []
    hole = Origin(span, "people[0].post", Source.GAP)
    assert _of(Block("b1", BlockKind.PARAGRAPH, text, origins=(hole,))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Министр Иванова отметила рост, министр Иванов отметил спад.",
        "Рикарду Араужу и Жил Виейра приняли участие в форуме.",
        "Компания Lamerinho представила новую продукцию.",
        "«Самрук» представил проект, «Отандастар» организовал встречу.",
        "Встреча с Хеленой Сантуш прошла в Порту.",
        "Газета «Егемен Қазақстан» опубликовала статью.",
        "",
        "…",
        "«(",
        "и и и",
    ],
)
def test_names_quotations_and_scraps_silence_the_rules(text: str) -> None:
    assert told(text) == []


def test_a_number_longer_than_any_is_judged_by_its_last_figures() -> None:
    long = "9" * 5000

    assert [words for _, words in told(f"Прошли {long}5 встречи. Это было {long} Января.")] == [f"{long}5 встречи"]


def test_asked_twice_it_answers_the_same() -> None:
    text = "Делегация прибыл в Астану."

    assert PROOFER.text(text) == PROOFER.text(text) != []


@pytest.mark.parametrize(
    ("name", "row", "said"),
    [
        ("prepositions.tsv", "preposition-case\tк\tDATIVE\tx\ty\tz", "Cases are some of"),
        ("wording.tsv", "together\t(так\tтак\tx\ty\tz", "no regular expression"),
        ("wording.tsv", "together\tтак\tтак\tx\ty\tz", "group"),
        ("links.tsv", "linked-preposition\tсвязь\tк\tс\t\tx", "needs its"),
        ("rules.toml", '[new]\ncheck = "pairs"', "lacks something"),
        ("rules.toml", "[new", "not valid TOML"),
    ],
)
def test_a_faulty_row_is_refused_with_its_line(tmp_path: Path, name: str, row: str, said: str) -> None:
    folder = tmp_path / "proof"
    shutil.copytree(resources("ru", "proof"), folder)
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(f"\n{row}\n")

    with pytest.raises(TableError, match=said) as refused:
        load(folder)
    assert Path(refused.value.path).name == name
    assert refused.value.line > 5


def test_the_page_is_written_from_the_tables() -> None:
    text = PAGE.read_text(encoding="utf-8")

    assert renewed(text, TABLES) == text


def test_why_shows_a_rule_with_its_examples_and_how_to_switch_it_off(tmp_path: Path) -> None:
    page = why.page("ru.predicate", "kk", Places.at(str(tmp_path)))

    assert page is not None
    assert page.examples
    assert "ru.predicate" in page.off
    assert page.file.endswith("ru/proof/rules.toml")
    assert page.line > 0
    assert why.page("ru.nothing", "kk", Places.at(str(tmp_path))) is None


def test_without_languagetool_the_rules_go_on_and_a_style_file_switches_them_off(tmp_path: Path) -> None:
    proofing = Proofing(Places.at(str(tmp_path)), "ru")
    style = tmp_path / "style.toml"
    style.write_text('[rules]\noff = ["ru.predicate"]\n', encoding="utf-8")
    quiet = Proofing(Places.at(str(tmp_path)), "ru", style=str(style))
    text = "Делегация прибыл в Астану 3 июнь."
    try:
        said = proofing.text("ru", [(None, text)])
        less = quiet.text("ru", [(None, text)])
    finally:
        proofing.close()
        quiet.close()

    assert {finding.rule for finding in said.findings} == {"ru.predicate", "ru.date"}
    assert len(said.notices) == 1
    assert {finding.rule for finding in less.findings} == {"ru.date"}
