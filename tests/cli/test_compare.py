"""check A B: whether files say the same."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

pytestmark = pytest.mark.slow

KK = "Елші Дана Ысқақова 5 мамырда Брагаға барды.\n"
RU = "Посол Дана Искакова посетила 5 мая Брагу.\n"


def written(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def test_two_files_that_agree_give_nothing_and_exit_code_zero(pressdesk: Run, tmp_path: Path) -> None:
    written(tmp_path, kk=KK, ru=RU)

    done = pressdesk("check", "kk.txt", "ru.txt")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_difference_names_both_files_and_places(pressdesk: Run, tmp_path: Path) -> None:
    written(tmp_path, kk=KK, ru=RU.replace("5 мая", "6 мая"))

    done = pressdesk("--ui-lang", "ru", "check", "kk.txt", "ru.txt", "--format", "json")
    plain = pressdesk("--ui-lang", "en", "check", "kk.txt", "ru.txt", "--langs", "kk,ru")

    one, other = json.loads(done.stdout)["findings"]
    assert (done.returncode, plain.returncode) == (1, 1)
    assert (one["file"], one["text"], one["rule"]) == ("kk.txt", "5 мамырда", "agreement.date")
    assert one["elsewhere"][0] == {
        "language": "ru", "file": "ru.txt", "block": None, "start": 29, "end": 34, "text": "6 мая",
    }  # fmt: skip
    assert other["elsewhere"][0]["file"] == "kk.txt"
    assert "В казахском тексте" in other["message"]
    assert "kk.txt:kk:1:20: error: The Russian text" in plain.stdout


@pytest.mark.slow
def test_a_rule_that_the_style_file_switches_off_is_silent_between_files_too(pressdesk: Run, tmp_path: Path) -> None:
    written(tmp_path, kk=KK, ru=RU.replace("5 мая", "6 мая"))
    (tmp_path / "ours.toml").write_text('[rules]\noff = ["agreement.date"]\n', encoding="utf-8")

    silent = pressdesk("check", "kk.txt", "ru.txt", "--style", "ours.toml")
    gone = pressdesk("check", "kk.txt", "ru.txt", "--style", "gone.toml")

    assert (silent.returncode, silent.stdout) == (0, "")
    assert gone.returncode == 2
    assert "gone.toml: the style file cannot be read" in gone.stderr


def test_languages_of_several_files_are_refused_for_one(pressdesk: Run, tmp_path: Path) -> None:
    written(tmp_path, kk=KK)

    done = pressdesk("check", "kk.txt", "--langs", "ru")

    assert (done.returncode, done.stderr) == (
        2,
        "pressdesk: --langs is for several files; name the language of one with --lang kk.\n",
    )


def test_a_draft_is_compared_with_its_own_word_file_and_page(pressdesk: Run, tmp_path: Path) -> None:
    pressdesk("sample", "vila-serena", "-o", "v.pressdesk")
    pressdesk("render", "v.pressdesk", "--lang", "en", "--to", "docx", "-o", "en.docx")
    pressdesk("render", "v.pressdesk", "--lang", "pt", "--to", "html", "-o", "pt.html")

    done = pressdesk("check", "en.docx", "pt.html", "v.pressdesk")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_languages_that_do_not_fit_the_files_are_refused_with_a_mend(pressdesk: Run, tmp_path: Path) -> None:
    written(tmp_path, kk=KK, ru=RU, none="12 34\n", empty="\n")

    too_few = pressdesk("check", "kk.txt", "ru.txt", "--langs", "kk")
    unknown = pressdesk("check", "kk.txt", "ru.txt", "--langs", "kk,xx")
    untold = pressdesk("check", "kk.txt", "none.txt")

    empty = pressdesk("check", "kk.txt", "empty.txt", "--langs", "kk,ru")

    assert [done.returncode for done in (too_few, unknown, untold, empty)] == [2, 2, 2, 2]
    assert "empty.txt: there is no text" in empty.stderr
    assert "name one for each file" in too_few.stderr
    assert "choose" in unknown.stderr
    assert "none.txt" in untold.stderr
    assert "--langs" in untold.stderr


def test_a_country_and_a_capital_of_nearly_one_name_are_told_apart(pressdesk: Run, tmp_path: Path) -> None:
    kk = "Бразилиа қаласында қабылдау өтті. Бразилия өкілдері қатысты.\n"
    ru = "В городе Бразилиа прошёл приём. В нём участвовали представители Бразилии.\n"
    written(tmp_path, kk=kk, ru=ru, other=ru.replace("Бразилии", "Португалии"))

    done = pressdesk("check", "kk.txt", "ru.txt", "--langs", "kk,ru")
    other = pressdesk("check", "kk.txt", "other.txt", "--langs", "kk,ru")

    assert (done.returncode, done.stdout) == (0, "")
    assert other.returncode == 1
    assert "Португалии" in other.stdout
