"""`inflect`, `analyse` and `spell` as other programs call them: lines in, lines out, exit codes."""

import argparse
import io

import pytest

from pressdesk.cli import verbs
from pressdesk.cli.main import top_parser
from pressdesk.errors import FactsError


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str, lines: str = "") -> int:
    """Runs a command of the module with text on standard input."""
    parser = argparse.ArgumentParser(parents=[top_parser()])
    verbs.add(parser.add_subparsers(), next(iter(verbs.without_options(arguments))))
    parsed = parser.parse_args(list(arguments))
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    return int(parsed.run(parsed))


def test_inflect_writes_one_form(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "inflect", "--lang", "kk", "Гимарайнш қаласы", "DAT") == 0
    assert capsys.readouterr().out == "Гимарайнш қаласына\n"


def test_inflect_reads_lines_with_traits_and_marks_guesses(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = "70% (процент)\tDAT\nРикарду Араужу\tGEN\nРикарду Араужу\tGEN\tharmony=back\n"

    assert run(monkeypatch, "inflect", "--lang", "kk", lines=lines) == 0
    assert capsys.readouterr().out == "70%-ке\nРикарду Араужудың\t?\nРикарду Араужудың\n"


def test_inflect_takes_readings_in_brackets_numbers_with_nouns_and_traits(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = (
        "БҰҰ (ұйым)\tDAT",
        "34\tORD+отырыс+POSS3+LOC",
        "2026\tYEAR-ATTR",
        "Вила Палатасы\tDAT\tpossessed",
        "Peugeot\tGEN\tpronounced=пежо",
        "барап\tPOSS3\thard",
        "керім\tPOSS3\telides",
        "\tGEN",
        "Қазақстан 🇰🇿\tGEN",
    )

    assert run(monkeypatch, "inflect", "--lang", "kk", lines="\n".join(asked) + "\n") == 0
    assert capsys.readouterr().out.splitlines() == [
        *("БҰҰ-ға", "34-отырысында", "2026 жылғы", "Вила Палатасына", "Peugeot-ның", "барапы", "кермі", ""),
        "Қазақстанның 🇰🇿",
    ]


@pytest.mark.parametrize(
    ("ui", "why"), [("kk", "болжам: у әрпіне"), ("ru", "угадано: после имён на -у"), ("en", "guessed: a final у")]
)
def test_a_guess_says_why_in_the_language_of_the_messages(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ui: str, why: str
) -> None:
    assert run(monkeypatch, "--ui-lang", ui, "inflect", "--lang", "kk", "Рикарду Араужу", "GEN") == 0
    assert why in capsys.readouterr().err


def test_a_harmony_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FactsError, match="back or harmony=front"):
        run(monkeypatch, "inflect", "--lang", "kk", "Араужу", "GEN", "harmony=soft")


def test_a_line_without_features_is_refused_with_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FactsError, match="line 2"):
        run(monkeypatch, "inflect", "--lang", "kk", lines="қала\tGEN\nқала\n")


def test_a_line_without_a_form_stays_an_empty_line_and_is_named_at_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(FactsError) as refused:
        run(monkeypatch, "inflect", "--lang", "kk", lines="қала\tGEN\nқала\nқала\tVOC\nел\tDAT\n")

    assert capsys.readouterr().out == "қаланың\n\n\nелге\n"
    assert [problem.split(":")[0] for problem in refused.value.problems] == [
        "standard input, line 2",
        "standard input, line 3",
    ]


def test_an_unknown_feature_is_refused_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FactsError, match=r"line 1.*VOC"):
        run(monkeypatch, "inflect", "--lang", "kk", lines="қала\tVOC\n")


def test_an_unknown_language_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FactsError, match="xx"):
        run(monkeypatch, "inflect", "--lang", "xx", "қала", "GEN")


def test_russian_inflects_through_the_same_door(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "inflect", "--lang", "ru", "министерство", "GEN") == 0
    assert capsys.readouterr().out == "министерства\n"


def test_analyse_shows_lemma_features_and_rows(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "analyse", "--lang", "kk", "министрлігінің") == 0
    line = capsys.readouterr().out.splitlines()[0]

    assert line.startswith("министрлігінің\tминистр")
    assert "POSS3+GEN" in line
    assert "suffixes.tsv:" in line


def test_a_word_without_a_reading_is_a_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "--ui-lang", "en", "analyse", "--lang", "kk", "министрдың") == 1
    word, none, tried, right, why = capsys.readouterr().out.rstrip("\n").split("\t")

    assert (word, none, tried, right) == ("министрдың", "-", "министр + GEN", "министрдің")
    assert "front" in why
    assert "suffixes.tsv:" in why


def test_a_word_without_a_stem_is_shown_the_nearest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "--ui-lang", "ru", "analyse", "--lang", "kk", "бірінши") == 1
    _, _, tried, right, why = capsys.readouterr().out.rstrip("\n").split("\t")

    assert (tried, right) == ("-", "бірінші")
    assert "бірінші" in why


def test_languages_without_tables_are_not_analysed(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FactsError, match="kk"):
        run(monkeypatch, "analyse", "--lang", "ru", "слово")


@pytest.mark.parametrize(
    ("lines", "out", "code"),
    [("қарап\nкарап\n", "1\n0\n", 1), ("қарап\n", "1\n", 0), ("", "", 0)],
)
def test_check_judges_a_word_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lines: str, out: str, code: int
) -> None:
    assert run(monkeypatch, "spell", "--lang", "kk", "--check", lines=lines) == code
    assert capsys.readouterr().out == out


def test_suggest_writes_a_line_a_word_the_best_first(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "spell", "--lang", "kk", "--suggest", lines="карап\nынтымактастык\n")
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]

    assert [line[0] for line in lines] == ["қарап", "ынтымақтастық"]
    assert all(len(line) <= 5 for line in lines)


def test_soft_names_what_a_rare_form_was_meant_for_and_leaves_the_line_empty_else(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "spell", "--lang", "kk", "--soft", lines="Ауылар\nауылдар\nкарап\n") == 1
    assert capsys.readouterr().out == "Ауылдар\n\n\n"
    assert run(monkeypatch, "spell", "--lang", "kk", "--soft", lines="ауылдар\n") == 0


def test_list_takes_running_text_and_gives_the_rejected_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Қазақстан мен Португалия карап, 70%-ын; https://akorda.kz\nминистрдың Lamerinho.\n"

    assert run(monkeypatch, "spell", "--lang", "kk", "--list", lines=text) == 1
    assert capsys.readouterr().out == "карап\nминистрдың\n"


def test_list_says_a_rejected_word_as_often_as_it_stands_and_keeps_a_sign_with_its_figure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Бұл гылым, (гылым) және «гылым».\nӨнімнің 70 %-ын өндірді. 70 %-гын емес.\n"

    assert run(monkeypatch, "spell", "--lang", "kk", "--list", lines=text) == 1
    assert capsys.readouterr().out.split("\n")[:-1] == ["гылым", "гылым", "гылым", "70 %-гын"]


@pytest.mark.parametrize("how", ["--check", "--suggest", "--list", "--soft"])
def test_what_is_no_utf_8_is_refused_and_not_found_without_fault(monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    lines = "қала\n\\xff\\xfeS\0o\0z\0\n"

    with pytest.raises(FactsError, match="line 2: this is no UTF-8 text"):
        run(monkeypatch, "spell", "--lang", "kk", how, lines=lines)


def test_a_line_of_a_million_letters_has_no_soft_mark(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "spell", "--lang", "kk", "--soft", lines="қжщ" * 400_000) == 0
    assert capsys.readouterr().out == "\n"
