"""`style check`: a press officer who writes a style file is told what is wrong, with file and line."""

import dataclasses
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from pressdesk.app.amending import living, take_up, write
from pressdesk.app.samples import sample
from pressdesk.app.style_check import check
from pressdesk.model.amendments import Piece
from pressdesk.model.asides import here
from pressdesk.model.findings import Kind
from pressdesk.proof.style.proofer import StyleProofer
from pressdesk.render.render import render
from pressdesk.store.draft_file import save_draft

OURS = """[our-building]
check = "pattern"
severity = "hint"
kind = "style"
languages = ["en"]
pattern = '\\bHouse of Ministries\\b'
put = "Government House"
message.en = "“{text}” is called “{put}”"
bad.en = ["in the House of Ministries"]
good.en = ["in Government House"]
source = "our own"
"""


def test_a_file_that_holds_is_told_by_the_exit_code(pressdesk: Run, tmp_path: Path) -> None:
    path = tmp_path / "style.toml"
    path.write_text(OURS + '[first-person]\noff = true\n[calque]\nseverity = "error"\n', encoding="utf-8")

    done = pressdesk("style", "check", str(path))

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_examples_that_do_not_hold_are_named_with_their_lines(pressdesk: Run, tmp_path: Path) -> None:
    path = tmp_path / "style.toml"
    text = OURS.replace('bad.en = ["in the House', 'bad.en = ["in a House').replace("in Government House", "x")
    path.write_text(
        text.replace("bHouse of Ministries", "bHouse of Minstries") + "[headline-length]\nlimit = 5\n", "utf-8"
    )

    done = pressdesk("style", "check", str(path))

    assert done.returncode == 1
    assert f"{path}:9: [our-building] en: the bad example is not found: “in a House of Ministries”." in done.stdout
    assert (
        f"{path}:12: [headline-length]: changed without examples of its own, so it was not tried. (hint)" in done.stdout
    )


def test_a_fault_is_a_finding_and_a_file_that_is_not_there_is_refused(pressdesk: Run, tmp_path: Path) -> None:
    path = tmp_path / "style.toml"
    path.write_text("[dash]\nlimt = 3\n", encoding="utf-8")

    faulty, gone = pressdesk("style", "check", str(path)), pressdesk("style", "check", str(tmp_path / "gone.toml"))

    assert faulty.returncode == 1
    assert faulty.stdout.startswith(f"{path}:2: [dash]: the check “pattern” knows no “limt”; it takes")
    assert gone.returncode == 2
    assert "there is no such file; name a style file." in gone.stderr


def test_a_slip_in_the_name_of_a_rule_is_told_with_the_name_that_is_meant(pressdesk: Run, tmp_path: Path) -> None:
    path = tmp_path / "style.toml"
    path.write_text("[headline-lenght]\nlimit = 5\n[quite-else]\nlimit = 5\n", encoding="utf-8")
    renamed = pressdesk("style", "check", str(path))
    path.write_text(
        '[rules]\noff = [\n"kk.doubled", "agreement.order",\n"ru.preposition-cas",\n"pt.none"]\n', encoding="utf-8"
    )
    switched = pressdesk("style", "check", str(path))

    assert renamed.returncode == 1
    assert renamed.stdout.splitlines() == [
        f"{path}:1: [headline-lenght]: there is no rule “headline-lenght” to change; is [headline-length] meant?",
        f"{path}:3: [quite-else]: there is no rule “quite-else” to change; a rule of your own needs its check, "
        "a text in quotation marks.",
    ]
    assert switched.returncode == 0, "a hint: a later version may have such a rule"
    assert switched.stdout.splitlines() == [
        f"{path}:4: [rules]: there is no rule “ru.preposition-cas”; is “ru.preposition-case” meant? (hint)",
        f"{path}:5: [rules]: there is no rule “pt.none”; `pressdesk why` names all. (hint)",
    ]


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("(a", "a “(” in it is not closed (missing ), unterminated subpattern at position 0)."),
        ("a[b", "a “[” in it is not closed"),
        ("*a", "“*”, “+” or “?” has nothing before it that could be repeated"),
        ("[z-a]", "in [ ] a range runs backwards"),
        ("(?P<a>b)(?P<a>c)", "two groups in it have one name"),
    ],
)
def test_an_expression_that_cannot_be_read_is_told_in_plain_words(tmp_path: Path, pattern: str, said: str) -> None:
    path = tmp_path / "style.toml"
    path.write_text(f"[dash]\npattern = '{pattern}'\n", encoding="utf-8")

    (fault,) = check(path)

    assert str(fault).startswith(f"{path}:2: [dash]: “pattern” or what is put there cannot be read: {said}")


def test_without_a_file_the_shipped_rules_are_tried(pressdesk: Run) -> None:
    done = pressdesk("style", "check")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_rule_that_is_shipped_as_off_is_switched_on_and_tried(pressdesk: Run, tmp_path: Path) -> None:
    path = tmp_path / "style.toml"
    path.write_text('[working-visit]\noff = false\nbad.kk = ["Елші сапармен барды."]\n', encoding="utf-8")

    done = pressdesk("style", "check", str(path))

    assert done.returncode == 1
    assert f"{path}:3: [working-visit] kk: the bad example is not found" in done.stdout


@pytest.mark.slow
def test_a_style_file_is_named_for_one_check_and_a_faulty_one_is_refused(pressdesk: Run, tmp_path: Path) -> None:
    text, path = tmp_path / "text.txt", tmp_path / "ours.toml"
    text.write_text("Елші Гимарайнш қаласына жұмыс сапармен барды.", encoding="utf-8")
    path.write_text("[working-visit]\noff = false\n", encoding="utf-8")

    without = pressdesk("check", str(text), "--lang", "kk")
    named = pressdesk("check", str(text), "--lang", "kk", "--style", str(path))
    path.write_text("[working-visit]\noff = 0\n", encoding="utf-8")
    faulty = pressdesk("check", str(text), "--lang", "kk", "--style", str(path))

    assert "style.working-visit" not in without.stdout
    assert "“сапармен” → сапарымен [style.working-visit]" in named.stdout
    assert faulty.returncode == 2
    assert f"{path}:2: [working-visit]: “off” is true or false" in faulty.stderr


def test_the_signs_of_a_text_are_shown_first_and_written_where_one_says_so(pressdesk: Run, tmp_path: Path) -> None:
    text, mended = tmp_path / "text.txt", tmp_path / "mended.txt"
    text.write_bytes('Қала - "Жасыл астана" мәртебесін алды .\r\nЖиын 17 - 18 тамызда өтті.\r\n'.encode())

    shown = pressdesk("style", "fix", str(text), "--lang", "kk")
    written = pressdesk("style", "fix", str(text), "--lang", "kk", "-o", str(mended))

    assert (shown.returncode, written.returncode) == (1, 0)
    assert shown.stdout == written.stdout
    assert 'kk:1:8: Қала - ["Жасыл астана" → «Жасыл астана»] мәртебесін алды .' in shown.stdout
    assert [line.split(": ")[0] for line in shown.stdout.splitlines()] == ["kk:1:6", "kk:1:8", "kk:1:38", "kk:2:8"]
    assert mended.read_bytes().decode() == "Қала – «Жасыл астана» мәртебесін алды.\r\nЖиын 17–18 тамызда өтті.\r\n"
    assert text.read_bytes() != mended.read_bytes()
    again = pressdesk("style", "fix", str(mended), "--lang", "kk")
    assert (again.returncode, again.stdout) == (0, "")


def test_a_text_in_several_languages_is_mended_in_each_without_naming_one(pressdesk: Run, tmp_path: Path) -> None:
    text, mended = tmp_path / "text.txt", tmp_path / "mended.txt"
    text.write_text(
        'Елші қалаға барды\nЕлші "Жасыл қала" жобасын таныстырды.\n\n'
        'Посол посетил город с рабочим визитом\nСтороны обсудили проект "Зелёный город".\n',
        encoding="utf-8",
    )

    done = pressdesk("style", "fix", str(text), "-o", str(mended))

    assert done.returncode == 0
    assert [line.split(": ")[0] for line in done.stdout.splitlines()] == ["kk:2:6", "ru:5:25"]
    assert mended.read_text(encoding="utf-8") == (
        "Елші қалаға барды\nЕлші «Жасыл қала» жобасын таныстырды.\n\n"
        "Посол посетил город с рабочим визитом\nСтороны обсудили проект «Зелёный город».\n"
    )


def test_a_text_whose_language_nothing_tells_is_asked_for(pressdesk: Run, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("17 - 18", encoding="utf-8")

    done = pressdesk("style", "fix", "text.txt")

    assert done.returncode == 2
    assert "name it with --lang" in done.stderr


@pytest.mark.slow
def test_the_signs_of_a_draft_are_mended_and_what_is_no_text_is_refused(pressdesk: Run, tmp_path: Path) -> None:
    path, word = tmp_path / "sample.pressdesk", tmp_path / "a.docx"
    pressdesk("sample", "guimaraes", "-o", str(path))
    word.write_bytes(b"PK")

    clean = pressdesk("style", "fix", str(path), "-o", str(path))
    refused = pressdesk("style", "fix", str(word), "--lang", "kk")

    assert (clean.returncode, clean.stdout) == (0, "")
    assert refused.returncode == 2
    assert "only a draft or a .txt file can be mended" in refused.stderr


def test_signs_that_somebody_set_aside_in_the_draft_stay(pressdesk: Run, tmp_path: Path) -> None:
    draft, path = sample("vila-serena"), tmp_path / "a.pressdesk"
    release = render(draft, "kk")
    lead = next(block for block in release.blocks if block.id == "lead")
    pieces = [Piece(text="Көрме 17 - 18 тамызда, жиын 20 - 21 тамызда өтті.")]
    draft = write(draft, take_up(draft, release, lead, living(draft, "kk")), pieces)
    release = render(draft, "kk")
    first = next(f for f in StyleProofer.of().release(release) if f.kind is Kind.TYPOGRAPHY)
    text = next(block.text for block in release.blocks if block.id == first.block)
    save_draft(dataclasses.replace(draft, ignored=(here(first, text),)), path)

    shown = pressdesk("style", "fix", str(path), "--lang", "kk")

    assert shown.returncode == 1
    assert len(shown.stdout.splitlines()) == 1
    assert "→ 20–21" in shown.stdout


def test_two_mends_at_one_sign_are_both_made_in_one_go(pressdesk: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('Сказал "привет" - и ушёл "нет" .\n', encoding="utf-8")

    done = pressdesk("style", "fix", "a.txt", "--lang", "ru", "-o", "b.txt")
    again = pressdesk("style", "fix", "b.txt", "--lang", "ru")

    assert done.returncode == 0
    assert (again.returncode, again.stdout) == (0, "")
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == "Сказал «привет» – и ушёл «нет».\n"
