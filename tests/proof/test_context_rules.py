"""The rules beyond the word: every row's examples, and what must pass unmarked."""

from pathlib import Path

import pytest

from pressdesk.data import resources
from pressdesk.errors import TableError
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.grammar.table import Row, read_table
from pressdesk.model.findings import Finding, Severity
from pressdesk.model.release import Block, BlockKind, Release
from pressdesk.proof.context.checks import CHECKS
from pressdesk.proof.context.proofer import ContextProofer, joined
from pressdesk.proof.context.rules import GOVERNMENT, VERBS, Rule, load_rules
from pressdesk.proof.spelling import Speller, SpellingProofer
from pressdesk.text.messages import Messages
from pressdesk.text.spans import Span

# the press service of the Kazakh foreign ministry, 22 December 2025
RELEASE = Path(__file__).parent / "data" / "release-kk-2025-12-22.txt"
STYLE = resources("kk") / "style"
RULES = load_rules(STYLE, CHECKS).rules


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(Grammar.load(resources("kk")))


@pytest.fixture(scope="module")
def proofer(speller: Speller) -> ContextProofer:
    return ContextProofer.of(speller)


def test_what_a_rule_would_write_as_it_stands_is_not_marked(proofer: ContextProofer) -> None:
    assert proofer.text("Қазақстан азаматтАрының назарына", NameForms.none()) == []


def test_a_bare_ending_after_a_sign_is_marked_once(proofer: ContextProofer, speller: Speller) -> None:
    """The speller sees «ке» of «15%ке»; what else is misspelt keeps its mark."""
    text, none = "Сауда 15%ке ософ өсті.", NameForms.none()
    spelling = SpellingProofer(speller, Messages("en")).text(text, none)
    found = joined(spelling, proofer.text(text, none))

    assert [finding.text for finding in spelling] == ["ке", "ософ"]
    assert [(finding.text, finding.suggestions[0].text) for finding in found[:1]] == [("15%ке", "15%-ға")]
    assert [finding.text for finding in found] == ["15%ке", "ософ"]


def rules_found(proofer: ContextProofer, text: str) -> list[str]:
    return [finding.rule for finding in proofer.text(text, NameForms.none())]


def mend(text: str, findings: list[Finding]) -> str:
    for finding in sorted(findings, key=lambda f: f.span, reverse=True):
        text = text[: finding.span.start] + finding.suggestions[0].text + text[finding.span.end :]
    return text


@pytest.mark.parametrize(
    ("rule", "bad", "mended"), [(r, *pair) for r in RULES for pair in zip(r.bad, r.mended, strict=True)]
)
def test_a_bad_example_is_found_by_its_rule_alone_and_mended(
    proofer: ContextProofer, rule: Rule, bad: str, mended: str
) -> None:
    found = proofer.text(bad, NameForms.none())

    assert [f.rule for f in found] == [rule.id]
    assert found[0].severity is rule.severity
    assert found[0].text == found[0].span.of(bad)
    assert mend(bad, found) == mended


@pytest.mark.parametrize(("rule", "good"), [(r.id, g) for r in RULES for g in (*r.good, *r.mended)])
def test_good_examples_pass_every_rule(proofer: ContextProofer, rule: str, good: str) -> None:
    assert rules_found(proofer, good) == []


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("rule", sorted({rule.id for rule in RULES}))
def test_every_rule_speaks_the_three_languages_of_the_window(rule: str, language: str) -> None:
    said = Messages(language).say("rules." + rule.partition(".")[2], text="X", put="Y")

    assert not said.startswith("rules.")


def test_the_model_release_has_nothing_to_mend(proofer: ContextProofer) -> None:
    lines = RELEASE.read_text(encoding="utf-8").splitlines()

    assert [f for line in lines for f in proofer.text(line, NameForms.none())] == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("қыз мен жігіт", "kk.conjunction"),
        ("Қазақстан бен Португалия арасында", "kk.conjunction"),
        ("өнеркәсіп мен туризм салалары", "kk.conjunction"),
        ("ЮНЕСКО-ге мүше", "kk.hung-ending"),
        ("БҰҰ-ның сессиясы мен АҚШ-ға сапар", "kk.hung-ending"),
        ("2026 жылдың 19-ге дейін", "kk.hung-ending"),
        ("АҚШ-ТЫҢ елшісі келді", "kk.hung-ending"),
        ("Гимарайнш қаласыға барды", "kk.possessive-case"),
        ("Ресей Федерациясы Қазақстандағы елшісі", "kk.missing-genitive"),
        ("Қазақстан Португалиядағы Құрметті консулы келді", "kk.missing-genitive"),
        ("ұйымының және және басқа", "kk.doubled"),
    ],
)
def test_more_of_what_press_prose_gets_wrong(proofer: ContextProofer, text: str, rule: str) -> None:
    assert rules_found(proofer, text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "Халықтың алдында мен уәде бердім.",
        "Сондықтан мен бұл мәселені көтердім.",
        "мен келемін",
        "Қазақстан Республикасы Парижде өкілдігін ашты",
        "eGov қызметі. Келесі сөйлем.",
        "Ол www.gov.kz. сайтында жарияланды",
        "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ АҚШТЫҢ ЕЛШІСІН ҚАБЫЛДАДЫ",
        "Қырым мен ҚЫТАЙ",
        "Бұл хабарламаны келесіде көрсетпеу",
        "-c comment COMMENT жаңа тіркелгі",
        "Бұл мәжіліс мен үшін маңызды",
        "клуб пен мектеп",
        "20-жыл, 3-топ, ІТ-мамандар, COVID-19",
    ],
)
def test_what_only_looks_like_a_slip_passes(proofer: ContextProofer, text: str) -> None:
    assert rules_found(proofer, text) == []


def test_a_rare_form_gets_a_soft_mark_in_the_capitals_it_has(proofer: ContextProofer) -> None:
    (found,) = proofer.text("Онын айтуынша", NameForms.none())

    assert (found.rule, found.severity) == ("kk.did-you-mean", Severity.NUANCE)
    assert [s.text for s in found.suggestions] == ["Оның"]


def test_a_name_of_the_draft_gets_no_soft_mark(proofer: ContextProofer) -> None:
    names = NameForms.of(proofer.speller.grammar, [("Ауылар", {})])

    assert rules_found(proofer, "Ауылар келді") == ["kk.did-you-mean"]
    assert proofer.text("Ауылар келді", names) == []


def test_a_capital_in_mid_sentence_is_a_name_and_no_rare_form(proofer: ContextProofer) -> None:
    assert rules_found(proofer, "Кеше Ауылар келді") == []


def test_what_is_foreign_is_left_alone_and_blocks_are_named(proofer: ContextProofer) -> None:
    text = "Шалғай ауылар дамыды."
    plain = Block("b1", BlockKind.LEAD, text)
    foreign = Block("b2", BlockKind.PARAGRAPH, text, foreign=((Span(0, len(text)), "en"),))

    found = proofer.proof(Release("kk", "kk-KZ", "working_visit", (plain, foreign)), NameForms.none())

    assert [f.block for f in found] == ["b1"]


def test_of_a_rule_and_the_spelling_check_on_one_word_the_rule_is_kept(
    speller: Speller, proofer: ContextProofer
) -> None:
    text = "Елші министрлігіге баррды."
    spelling = SpellingProofer(speller, Messages("en")).text(text, NameForms.none())

    both = joined(spelling, proofer.text(text, NameForms.none()))

    assert [f.rule for f in spelling] == ["kk.spelling", "kk.spelling"]
    assert [f.rule for f in both] == ["kk.possessive-case", "kk.spelling"]
    assert both[0].suggestions[0].text == "министрлігіне"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("\tconjunction\terror", "\tconjuntion\terror", "There is no check “conjuntion”"),
        ("\tconjunction\terror", "\tconjunction\tfatal", "“fatal” is none of"),
        ("(?P<x>ж", "(?P<y>[ ", "group"),
        ("(?P<x>ж", "(?P<x>([ ", "regular expression"),
        (r"\g<b>", r"\g<nobody>", "names a group"),
    ],
)
def test_a_faulty_row_is_refused_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    for path in STYLE.glob("*.tsv"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    with pytest.raises(TableError, match=r"rules\.tsv:\d+") as caught:
        load_rules(tmp_path, CHECKS)

    assert said in str(caught.value)


@pytest.mark.parametrize("row", list(read_table(STYLE / "government.tsv", GOVERNMENT)), ids=lambda row: row["word"])
def test_a_postposition_asks_for_its_case_and_no_other(proofer: ContextProofer, row: Row) -> None:
    wrong = proofer.text(row["bad"], NameForms.none())

    assert [f.rule for f in wrong] == ["kk.government"]
    assert mend(row["bad"], wrong) == row["good"]
    assert rules_found(proofer, row["good"]) == []


@pytest.mark.parametrize("row", list(read_table(STYLE / "verbs.tsv", VERBS)), ids=lambda row: row["bad"])
def test_a_verb_at_the_end_asks_for_its_case_and_no_other(proofer: ContextProofer, row: Row) -> None:
    wrong = proofer.text(row["bad"], NameForms.none())

    assert [f.rule for f in wrong] == ["kk.verb-case"]
    assert mend(row["bad"], wrong) == row["good"]
    assert rules_found(proofer, row["good"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Қонақтарға көрме ұйымдастырылып, олар жәдігерлермен танысты.",
        "Астанаға келген меймандар қала тарихымен танысты.",
        "Елші кешке студенттермен кездесті.",
        "«Тараптар бұл жөнінде келістік», – деді Елші.",
        "Тараптар ретінде осы бастаманы қолдадық.",
        "Министрлер кеңесіне кеше қатыстық.",
        "Біз де, тараптар да келістік.",
        "Кездесуге Еуропалық одақтың елшілері қатысты.",
        "Еңбек Азиялық даму банкінің қолдауымен шықты.",
        "Мереке 8-наурыз мерекесі деп аталады.",
        "Олар 15-сессия мен 10-00 есебін атады.",
        "Жақын арада 50-ге жуық жоба іске қосылады.",
        "Жиынға елуден астам елдің өкілдері келді.",
    ],
)
def test_persons_cases_dates_and_capitals_of_right_sentences_pass(proofer: ContextProofer, text: str) -> None:
    assert rules_found(proofer, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Форумға 2026 жылы 200-ден астам сарапшы келді.",
        "Бұл мәселе оның ұсынысы бойынша қаралды.",
        "2026 – 2028 жылдарға арналған бағдарлама",
        "Екі елдің өкілдері көптеген келісімдерге қол қойды.",
        "Ұлы жүз, 90-жылдар, бір адамдар",
        "Тараптар да, сарапшылар да қолдады.",
        "Жобаны жүзеге асыру үшін қаржы керек.",
        "Ол кейін Астанаға келді.",
    ],
)
def test_cases_numbers_and_particles_of_right_sentences_pass(proofer: ContextProofer, text: str) -> None:
    assert rules_found(proofer, text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Португалия де қатысты", "Португалия да қатысты"),
        ("мемлекет де дамиды", "мемлекет те дамиды"),
        ("үш құжаттарға қол қойылды", "үш құжатқа қол қойылды"),
        ("Жұмыс сағат 18 дейін", "Жұмыс сағат 18-ге дейін"),
        ("өңірлерде бойынша деректер", "өңірлер бойынша деректер"),
        ("БҰҰ пен ЕО өкілдері келді", "БҰҰ мен ЕО өкілдері келді"),
        (
            "Қазақстан Түркиядағы Төтенше және Өкілетті Елшісі",
            "Қазақстанның Түркиядағы Төтенше және Өкілетті Елшісі",
        ),
        ("Қазақстан БҰҰ жанындағы Тұрақты өкілі", "Қазақстанның БҰҰ жанындағы Тұрақты өкілі"),
        ("Көрме «Мұра» аталды (ұлттық). оған келді", "Көрме «Мұра» аталды (ұлттық). Оған келді"),
    ],
)
def test_slips_of_agreement_are_mended(proofer: ContextProofer, text: str, mended: str) -> None:
    found = proofer.text(text, NameForms.none())

    assert len(found) == 1
    assert mend(text, found) == mended


def test_where_a_verb_looks_for_its_noun_is_said(tmp_path: Path) -> None:
    for path in STYLE.glob("*.tsv"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    table = tmp_path / "verbs.tsv"
    table.write_text(table.read_text(encoding="utf-8").replace("\tlast\t", "\tnear\t", 1), encoding="utf-8")

    with pytest.raises(TableError, match=r"verbs\.tsv:\d+.*last .* or first"):
        load_rules(tmp_path, CHECKS)


def test_what_may_stand_before_a_postposition_is_said(tmp_path: Path) -> None:
    for path in STYLE.glob("*.tsv"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    table = tmp_path / "government.tsv"
    table.write_text(table.read_text(encoding="utf-8").replace("\tboth\t", "\tanything\t", 1), encoding="utf-8")

    with pytest.raises(TableError, match=r"government\.tsv:\d+.*words, figures or both"):
        load_rules(tmp_path, CHECKS)
