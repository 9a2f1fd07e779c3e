"""House style: every rule's examples, what must pass unmarked, and a ministry's own file over the shipped one."""

import dataclasses
import re
from collections import Counter
from pathlib import Path

import pytest

from pressdesk.app import samples
from pressdesk.data import resources
from pressdesk.errors import HouseError
from pressdesk.model.findings import Severity
from pressdesk.model.release import Block, BlockKind, Origin, Release, Source
from pressdesk.proof.style.checks import CHECKS
from pressdesk.proof.style.examples import failing, of_rule
from pressdesk.proof.style.page import renewed
from pressdesk.proof.style.proofer import StyleProofer
from pressdesk.proof.style.rules import Rule, faults, load
from pressdesk.render.render import render
from pressdesk.text.messages import Messages
from pressdesk.text.spans import Span

STYLE = load(CHECKS)
RULES = (*STYLE.rules, *STYLE.idle)  # what is shipped as off has its examples too
PROOFER = StyleProofer.of()
ALL_ON = StyleProofer(dataclasses.replace(STYLE, rules=RULES), Messages("en"))
# the press service of the Kazakh foreign ministry, 22 December 2025
RELEASE = Path(__file__).parent / "data" / "release-kk-2025-12-22.txt"
CLEAN = Path(__file__).parent / "data" / "style_clean.tsv"
PAGE = Path(__file__).parents[2] / "docs" / "house-style.md"


def found(language: str, text: str) -> list[str]:
    return [finding.rule for finding in PROOFER.text(language, [(None, text)])]


def own(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "style.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_bad_example_is_found_by_its_rule_and_a_good_one_is_not(rule: Rule) -> None:
    assert [(f.language, f.bad, f.example) for f in failing(ALL_ON, rule)] == []


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_every_rule_has_both_examples_in_each_of_its_languages_and_speaks_the_windows_languages(rule: Rule) -> None:
    assert {(tag, bad) for tag, _, bad, _ in of_rule(rule)} == {(t, b) for t in rule.languages for b in (True, False)}
    said = {Messages(tag).say(f"style.{rule.id}") for tag in ("kk", "ru", "en")}

    assert len(said) == 3
    assert f"style.{rule.id}" not in said


@pytest.mark.slow
def test_the_samples_have_long_headlines_and_sentences_and_nothing_else_to_mend() -> None:
    rules = set()
    for name in samples.names():
        draft = samples.sample(name)
        for language in draft.facts.languages:
            release = render(draft, language)
            as_text = [(None, "\n".join(block.text for block in release.blocks))]
            rules |= {f.rule for f in (*PROOFER.release(release), *PROOFER.text(language, as_text))}

    assert rules == {"style.headline-length", "style.sentence-length"}


@pytest.mark.parametrize("language", ["kk", "ru", "en", "pt"])
def test_clean_prose_of_every_release_type_has_no_error_and_no_warning(language: str) -> None:
    rows = [row.split("\t") for row in CLEAN.read_text(encoding="utf-8").splitlines()[1:]]
    texts = {kind: text for tag, kind, text in rows if tag == language}
    found = [(kind, f) for kind, text in texts.items() for f in PROOFER.text(language, [(None, text)])]
    loud = [(kind, f.rule, f.text) for kind, f in found if f.severity in (Severity.ERROR, Severity.WARNING)]

    assert len(texts) >= 15
    assert sum(len(re.findall(r"[.!?](?=\s|$)", text)) for text in texts.values()) >= 60
    assert loud == []
    assert {f.rule for _, f in found} <= {"style.no-break-unit"}


def model_release() -> str:
    """The real release as it was published, without the day that its file begins with."""
    return RELEASE.read_text(encoding="utf-8").strip().removeprefix("date 2025-12-22").strip()


def test_the_slips_of_a_real_release_are_found_and_nothing_else() -> None:
    text = model_release()
    findings = PROOFER.text("kk", [(None, text)])
    count = Counter(finding.rule for finding in findings)

    assert all(finding.span.of(text) == finding.text for finding in findings)
    assert count == {
        "style.quotes": 2,
        "style.dash": 3,
        "style.headline-length": 1,
        "style.sentence-length": sum(words > 30 for words in words_of_sentences(text)),
    }
    assert count["style.sentence-length"] >= 1
    assert [[s.text for s in f.suggestions] for f in findings if f.rule == "style.quotes"] == [
        ["«Ұлттың қарашаңыры»"],
        ["«Еуропаның Жасыл астанасы»"],
    ]


def words_of_sentences(text: str) -> list[int]:
    """The words of each sentence, counted the plain way: what stands between spaces and has a letter or a figure."""
    sentences = re.split(r"(?<=[.!?])\s+|\n", text)
    return [len([word for word in s.split() if any(c.isalnum() for c in word)]) for s in sentences]


def test_two_more_slips_of_the_real_release_are_found_where_the_ministry_says_so(tmp_path: Path) -> None:
    path = own(tmp_path, "[attribution-case]\noff = false\n[working-visit]\noff = false\n")
    theirs = StyleProofer.of(path).text("kk", [(None, model_release())])
    more = [f for f in theirs if f.rule in ("style.attribution-case", "style.working-visit")]

    assert [(f.text, f.suggestions[0].text) for f in more] == [("сапармен", "сапарымен"), ("қызметінен", "қызметі")]
    assert len(theirs) == len(PROOFER.text("kk", [(None, model_release())])) + 2


@pytest.mark.parametrize(
    ("language", "text", "rule"),
    [
        ("en", "He said: “All is well. Our plans are ready.” We agree with him on that.", "style.first-person"),
        ("ru", "Он сказал: «Мы готовы». Мы согласны.", "style.first-person"),
        ("ru", "Рост составил 2.5 % за год.", "style.decimal-mark"),
        ("pt", "O lado cazaque propôs um encontro.", "style.calque"),
        ("en", "The Republic of Turkey opened an embassy.", "style.country-name"),
    ],
)
def test_more_of_what_a_press_officer_marks(language: str, text: str, rule: str) -> None:
    assert found(language, text).count(rule) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The US delegation of the U.S. State Department met Mr.\u00a0Seyit at 10:00–12:30 in the XX century."),
        ("en", "See www.example.org/a_b, press@example.org, COVID-19, B2B, 12,500\u00a0km, Kazakhstan’s 2.5% growth."),
        ("ru", "С 28 февраля – 3 марта, тел. 8-717-272-04-29, IT-компания, 1\u00a0000\u00a0тенге, и\u00a0т.\u00a0д."),
        ("ru", "Согласно приказу «Мы вместе», он нашёл поддержку: 10:00, 22.12.2025, п. 5.12."),
        ("kk", "2025 жылғы 22 желтоқсанда 15:30-да 70%-ын, «Біз біргеміз» атты жиын, А.Бейсен."),
        ("pt", "A 22\u00a0de dezembro, às 11h00, o Sr.\u00a0Pereira nos recebeu; 12,5\u00a0% e 10\u00a0240 pessoas."),
    ],
)
def test_what_only_looks_like_a_slip_passes(language: str, text: str) -> None:
    assert found(language, text) == []


def test_a_gap_and_what_is_foreign_are_left_alone() -> None:
    gap = Block("b1", BlockKind.PARAGRAPH, "барды ⟦қайда⟧ бүгін .", origins=(Origin(Span(6, 13), "place", Source.GAP),))
    foreign = Block("b2", BlockKind.PARAGRAPH, 'жоба "Green City" атты', foreign=((Span(5, 17), "en"),))

    found = PROOFER.release(Release("kk", "kk-KZ", "signing", (gap, foreign)))

    assert [(f.block, f.rule) for f in found] == [("b1", "style.space-before-mark")]


def test_a_long_sentence_is_found_though_a_foreign_name_stands_in_it() -> None:
    text = "Сапар басталды. " + "Lamerinho " + "сөз " * 30 + "бітті."
    block = Block("b1", BlockKind.LEAD, text, foreign=((Span(16, 25), "pt"),))

    found = PROOFER.release(Release("kk", "kk-KZ", "statement", (block,)))

    assert [(f.rule, f.span.start) for f in found] == [("style.sentence-length", 16)]


def test_a_release_that_shall_not_say_who_reports_is_not_asked_to() -> None:
    block = Block("b1", BlockKind.LEAD, "The Ambassador opened the exhibition.")
    releases = [Release("en", "en-GB", "signing", (block,), attribution=where) for where in ("after_lead", "none")]

    assert [[f.rule for f in PROOFER.release(release)] for release in releases] == [["style.attribution"], []]


def test_a_notice_may_speak_to_its_readers_and_needs_nobody_who_reports() -> None:
    words = "We ask citizens to be careful and to call +351 21 000 00 00."
    blocks = (Block("b1", BlockKind.HEADLINE, "Notice"), Block("b2", BlockKind.LEAD, words))
    rules = {
        kind: {f.rule for f in PROOFER.release(Release("en", "en-GB", kind, blocks))}
        for kind in ("consular_notice", "signing")
    }

    assert rules == {"consular_notice": set(), "signing": {"style.first-person", "style.attribution"}}


def test_a_ministry_changes_a_limit_for_one_language_and_keeps_the_rest(tmp_path: Path) -> None:
    path = own(tmp_path, '[headline-length]\nlimit.kk = 110\nseverity = "hint"\n[first-person]\noff = true\n')
    rules = {rule.id: rule for rule in load(CHECKS, path).rules}

    assert [rules["headline-length"].of("limit", tag) for tag in ("kk", "ru", "en")] == [110, 90, 70]
    assert rules["headline-length"].severity is Severity.HINT
    assert "first-person" not in rules
    assert len(rules) == len(STYLE.rules) - 1


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[dash]\n\nlimt = 3\n", 3, "knows no “limt”"),
        ('[headline-length]\nlimit = "long"\n', 2, "“limit” is a whole number above 0"),
        ("[dash]\npattern = '('\n", 2, "cannot be read"),
        ('[dash]\nseverity = "grave"\n', 2, "“severity” is one of error, warning, hint, nuance"),
        ('[ours]\nseverity = "hint"\n', 1, "needs its check"),
        ('[quotes]\ncheck = "magic"\n', 2, "there is no check “magic”"),
        ('[dash]\nmessage = "no"\n', 2, "message.en ="),
        ('[dash]\nnot_in = "signing"\n', 2, "“not_in” is a list of texts"),
        ('[mixed-scripts]\nalike = ["a"]\n', 2, "a list of pairs of letters"),
        ('[mixed-scripts]\nfirst = "z-a"\n', 2, "a class of letters"),
        ("[dash]\npattern = '(?:[a-z ]+)*!'\n", 2, "repeats what repeats"),
        ("[dash]\npattern = 'a{1,99999999999}'\n", 2, "cannot be read"),
        ("[dash]\nmessage.en = 1\n", 2, "message.en ="),
        ("[dash]\nbad.en = [1]\n", 2, "a list of examples"),
        ("severity = 1\n", 1, "stands outside a rule"),
        (f"[dash]\nlimit = {'9' * 5_000}\n", 1, "a figure is too long"),
        (f"[dash]\nlimit = {'[' * 5_000}{']' * 5_000}\n", 1, "nested too deep"),
        ("[dash\n", 1, "not valid TOML"),
    ],
)
def test_a_fault_of_a_ministrys_file_is_named_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    path = own(tmp_path, text)
    with pytest.raises(HouseError) as refused:
        load(CHECKS, path)

    assert refused.value.line == line
    assert said in str(refused.value)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no device without an end")
@pytest.mark.timeout(60)
def test_a_device_is_no_style_file() -> None:
    with pytest.raises(HouseError, match="a folder or a device"):
        load(CHECKS, Path("/dev/zero"))


def test_the_page_is_written_from_the_rules() -> None:
    text = PAGE.read_text(encoding="utf-8")

    assert renewed(text, load(CHECKS)) == text


def test_the_sets_of_signs_that_rules_name_are_rows_of_the_languages_typography() -> None:
    for rule in RULES:
        for tag in rule.languages if rule.check == "typography" else ():
            rows = (resources(tag) / "typography.tsv").read_text(encoding="utf-8").split("\n")
            assert {row.partition("\t")[0] for row in rows} >= set(rule.of("rows", tag, ())), (rule.id, tag)


def test_the_line_below_an_embargo_is_the_headline_and_an_embargo_at_the_end_is_found() -> None:
    headline = "Kazakhstan in focus for Portugal’s leading companies in industry, science and technology"
    lead = "The Ambassador visited Guimarães and met the mayor, the press service of the ministry reports."
    on_top = f"PRESS RELEASE\nEMBARGOED UNTIL 10:00, 22 December\n{headline}\n{lead}"
    below = f"{headline}\n{lead}\nEMBARGOED UNTIL 10:00, 22 December"

    assert found("en", on_top) == ["style.headline-length"]
    assert found("en", below) == ["style.headline-length", "style.embargo-line"]


def test_in_a_draft_the_facts_know_who_is_named_before_being_named_in_full() -> None:
    short = Block(
        "b1", BlockKind.LEAD, "Қалаға Ғалиев келді.", origins=(Origin(Span(7, 13), "people[0]", Source.FIELD),)
    )
    full = Block(
        "b2", BlockKind.PARAGRAPH, "Жан Ғалиев сөйледі.", origins=(Origin(Span(0, 10), "people[0]", Source.FIELD),)
    )

    def marked(*blocks: Block) -> list[tuple[str | None, str]]:
        release = Release("kk", "kk-KZ", "statement", blocks)
        return [(f.block, f.text) for f in PROOFER.release(release) if f.rule == "style.first-mention"]

    assert marked(short, full) == [("b1", "Ғалиев")]
    assert marked(full, short) == []
    assert marked(short) == []  # a person of one name, or one who is never named in full


@pytest.mark.slow
@pytest.mark.timeout(120)  # a search that begins anew at every letter takes half an hour here
@pytest.mark.parametrize("text", ["А-" * 80_000, "а. " * 50_000, "a@" * 80_000, "1 " * 80_000, "(" * 20_000])
def test_a_text_of_nothing_but_signs_is_read_to_its_end(text: str) -> None:
    found = PROOFER.text("kk", [(None, "Тақырып сөз\n" + text)])

    assert sum(f.rule == "style.unbalanced" for f in found) == text.count("(")


def test_every_table_of_a_file_that_is_faulty_is_told_in_one_go(tmp_path: Path) -> None:
    path = tmp_path / "style.toml"
    path.write_text(
        '[dash]\nlimt = 3\n\n[quotes]\nseverity = "hint"\n\n[headline-length]\nlimit = "x"\n\n[rules]\noff = ["x"]\n',
        encoding="utf-8",
    )

    told = sorted((fault.line, str(fault).split(": ")[1]) for fault in faults(CHECKS, path))

    assert told == [(2, "[dash]"), (8, "[headline-length]"), (11, "[rules]")]
    path.write_text("[dash]\noff = true\n", encoding="utf-8")
    assert list(faults(CHECKS, path)) == []
