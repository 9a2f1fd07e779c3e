"""check: every finding, and an honest exit code."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

pytestmark = pytest.mark.slow  # one by one they take long; CI runs them


def found(done: object) -> list[dict[str, object]]:
    return list(json.loads(getattr(done, "stdout"))["findings"])  # noqa: B009


@pytest.mark.slow
def test_the_kazakh_of_the_sample_has_no_errors(pressdesk: Run) -> None:
    pressdesk("sample", "guimaraes", "-o", "a.pressdesk")

    done = pressdesk("check", "a.pressdesk", "--lang", "kk", "--format", "json")

    assert [f for f in found(done) if f["severity"] == "error"] == []


def test_a_misspelt_kazakh_word_is_found_in_code_points_with_its_mend(pressdesk: Run, tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("😀 Министрлік гылым саласын қолдады.\n", encoding="utf-8")

    done = pressdesk("check", "t.txt", "--lang", "kk", "--format", "json")

    (finding,) = found(done)
    assert done.returncode == 1
    assert (finding["block"], finding["start"], finding["end"], finding["text"]) == (None, 13, 18, "гылым")
    assert finding["severity"] == "error"
    assert "ғылым" in str(finding["suggestions"])


def test_a_place_in_a_text_is_its_line_and_column(pressdesk: Run, tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("Бірінші жол.\r\n\r\n😀 Министрлік гылым саласын қолдады.\r\n", encoding="utf-8")

    done = pressdesk("check", "t.txt", "--lang", "kk")

    assert done.stdout.startswith("kk:3:14: error: ")
    assert "“гылым”" in done.stdout


def test_a_clean_text_gives_nothing_and_exit_code_zero(pressdesk: Run, tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("Тараптар ынтымақтастық мәселелерін талқылады.\n", encoding="utf-8")

    done = pressdesk("check", "t.txt", "--lang", "kk")

    assert (done.returncode, done.stdout) == (0, "")


def test_a_checker_that_is_not_there_is_said_and_is_not_success(pressdesk: Run, tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("Посол прибыл.\n", encoding="utf-8")

    done = pressdesk("check", "t.txt", "--lang", "ru")

    assert done.returncode == 3
    assert "setup" in done.stderr


@pytest.mark.slow
def test_a_missing_fact_is_an_error_where_it_stands(pressdesk: Run, tmp_path: Path) -> None:
    fixture = Path(__file__).parents[1] / "render" / "data" / "fx01-working_visit.json"

    done = pressdesk("check", str(fixture), "--lang", "pt", "--format", "json")

    rules = {(f["field"], f["rule"], f["severity"]) for f in found(done)}
    assert ("outcomes[0].what", "facts.gap", "error") in rules
    assert ("event.place.name", "facts.fallback", "error") in rules


def test_a_word_file_is_read_by_its_paragraphs(pressdesk: Run, tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("Тараптар кездесті.")
    document.add_paragraph("Олар гылым туралы сөйлесті.")
    document.save(str(tmp_path / "t.docx"))

    (finding,) = found(pressdesk("check", "t.docx", "--lang", "kk", "--format", "json"))

    assert (finding["block"], finding["start"], finding["text"]) == ("p2", 5, "гылым")


def test_a_file_that_is_none_is_refused(pressdesk: Run, tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_bytes("сәлем".encode("cp1251", "replace"))
    (tmp_path / "t.docx").write_text("x")

    assert "not in UTF-8" in pressdesk("check", "t.txt").stderr
    assert "not a Word file" in pressdesk("check", "t.docx").stderr
    assert pressdesk("check", "t.docx", "--lang", "kk").returncode == 2


def test_without_a_language_each_paragraph_is_checked_in_its_own(pressdesk: Run, tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("Посол прибыл в Лиссабон.\nОлар гылым туралы сөйлесті.\n", encoding="utf-8")

    done = pressdesk("check", "t.txt", "--format", "json")

    (finding,) = found(done)
    assert (finding["language"], finding["start"], finding["text"]) == ("kk", 30, "гылым")
    assert "setup" in done.stderr  # of the Russian line nobody knows


def test_a_text_is_taken_from_standard_input(pressdesk: Run) -> None:
    done = pressdesk("check", "-", "--format", "json", stdin="Олар гылым туралы сөйлесті.\n")

    assert [f["text"] for f in found(done)] == ["гылым"]


@pytest.mark.slow
def test_a_bare_space_is_shown_with_the_words_beside_it(pressdesk: Run, tmp_path: Path) -> None:
    text = "Тараптар келісті.\nЕлші Лиссабонда , Португалияда 480 млн туралы айтты.\n"
    (tmp_path / "t.txt").write_text(text, encoding="utf-8")

    lines = pressdesk("check", "t.txt", "--lang", "kk").stdout.splitlines()

    assert any("“Лиссабонда ,” → Лиссабонда," in line for line in lines), lines
    assert any("480⍽млн" in line for line in lines), lines
    assert not any("“ ”" in line for line in lines), lines


def test_a_language_of_texts_from_elsewhere_may_be_said_of_a_text_and_not_of_a_draft(
    pressdesk: Run, tmp_path: Path
) -> None:
    (tmp_path / "t.txt").write_text("Der Botschafter hat die Stadt besucht.", encoding="utf-8")
    done = pressdesk("check", "t.txt", "--lang", "de")
    assert done.returncode == 3, "meant to be checked, but it is not set up here"
    assert "pressdesk setup" in done.stderr
    assert pressdesk("check", "t.txt", "--lang", "xx").returncode == 2
    assert pressdesk("check", "a.pressdesk", "--lang", "de").returncode == 2
