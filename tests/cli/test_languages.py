"""`language check`: a linguist is told what is wrong in a table, where, and whether every example still holds."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pressdesk.app.language_check import tables
from pressdesk.data import resources


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return shutil.copytree(resources("kk"), tmp_path / "kk")


def change(path: Path, old: str, new: str) -> int:
    """Replaces the first occurrence; returns its line."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


FAILING = [
    ("examples/forms.tsv", "мектебі\t", "мектепі\t", "“мектебі” is written for мектеп with POSS3, not “мектепі”"),
    (
        "examples/refused.tsv",
        "instead\tsource\n",
        "instead\tsource\nқалаға\tқалаға\tx\n",
        "“қалаға” is read, and should",
    ),
    ("grammar/suffixes.tsv", "елдер, қалалар, мектептер", "елдер, қалалер", "“қалалер” is read by no row"),
    ("grammar/sounds.tsv", "мектеп-ке, халық-қа", "ел-ге", "“елге” is read by other rows only"),
    ("grammar/prefixes.tsv", "авиақатынас", "авиақатынасс", "“авиақатынасс” is no word"),
]


def test_every_example_that_fails_is_told_with_its_file_and_line(copy: Path) -> None:
    for name, old, new, _ in FAILING:
        change(copy / name, old, new)

    told = [f"{fault.path.relative_to(copy)}:{fault.line}: {fault.sentence}" for fault in tables(copy)]

    for name, _, new, sentence in FAILING:
        lines = (copy / name).read_text(encoding="utf-8").split("\n")
        line = next(n for n, text in enumerate(lines, start=1) if new.strip("\n").split("\n")[-1] in text)
        assert any(said.startswith(f"{name}:{line}: ") and sentence in said for said in told), told


def test_faults_in_two_tables_are_both_told(copy: Path) -> None:
    line = change(copy / "style" / "fits.tsv", "where\tbeside", "where\tbesides")
    (copy / "grammar" / "slips.tsv").write_bytes(b"\xff\xfe")
    found = {fault.path.name: (fault.line, fault.sentence) for fault in tables(copy)}

    assert found["fits.tsv"][0] == line
    assert found["fits.tsv"][1].startswith("The first line must name the columns where, beside")
    assert found["slips.tsv"] == (1, "This table is not UTF-8: save it as UTF-8 text.")
    assert len(found) == 2


def test_a_language_whose_words_cannot_be_read_has_that_one_fault(copy: Path) -> None:
    change(copy / "lexicon" / "words.tsv", "lemma\tclass", "lema\tclass")

    (fault,) = tables(copy)

    assert (fault.path.name, fault.line) == ("words.tsv", 1)


def test_a_row_that_stands_twice_is_a_hint(copy: Path) -> None:
    with (copy / "lexicon" / "words.tsv").open("a", encoding="utf-8") as table:
        table.write("айдаһар\tN\t\ttest\t\nайдаһар\tN\t\ttest\t\n")

    hints = [fault for fault in tables(copy) if fault.hint and fault.path.name == "words.tsv"]

    assert ["already" in hint.sentence for hint in hints] == [True]


@pytest.mark.parametrize("tag", ["kk", "ru", "en", "pt"])
def test_the_shipped_languages_have_no_fault(tag: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pressdesk", "language", "check", tag],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert [line for line in done.stdout.splitlines() if not line.endswith("(hint)")] == []
    assert done.returncode == 0


def test_an_unknown_language_is_refused_in_one_sentence() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pressdesk", "language", "check", "tlh"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "pressdesk: tlh: PressDesk has no such language; choose en, kk, pt, ru.\n"
