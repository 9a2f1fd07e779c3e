"""The Kazakh lexicon: where its words come from, what is kept out, and that a source can be withdrawn."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pressdesk.data import resources
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.proof.spelling import Speller

ROOT = Path(__file__).parents[2]
WORKSHOP = ROOT / "packaging" / "lexicon"
LEXICON = resources("kk", "lexicon")
BUILT = ("common.tsv", "verbs.tsv", "names.tsv", "geography.tsv")
COLUMNS = "lemma\tclass\ttraits\tsource\tcommon"
PACKAGES = ("hunspell-kk", "tesseract-ocr-kaz", "kgeography-data", "libgweather-4-common", "iso-codes", "CLDR")
NONE = NameForms.none()
Spells = Callable[[str], bool]


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table, by column."""
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    for line in lines[1:]:
        yield dict(zip(lines[0].split("\t"), line.split("\t"), strict=False))


@pytest.fixture(scope="module")
def spells() -> Spells:
    """Whether the checker accepts a word in a text without names of its own."""
    speller = Speller(Grammar.load(resources("kk")))
    return lambda word: speller.accepts(word, NONE)


def test_every_source_of_a_word_has_its_licence_in_the_list_of_sources() -> None:
    listed = resources("kk", "SOURCES.md").read_text(encoding="utf-8").split("\n")
    named = {line.split("|")[1].strip() for line in listed if line.startswith("|")}

    used = {row["source"] for path in LEXICON.glob("*.tsv") for row in rows(path)}

    assert used <= named
    assert set(PACKAGES) <= used


@pytest.mark.parametrize("source", PACKAGES)
def test_a_withdrawn_source_leaves_no_row_and_the_grammar_still_loads(source: str, tmp_path: Path) -> None:
    language = shutil.copytree(resources("kk"), tmp_path / "kk")
    before = sum(1 for path in LEXICON.glob("*.tsv") for _row in rows(path))
    own = sum(row["source"] == source for path in LEXICON.glob("*.tsv") for row in rows(path))

    subprocess.run([sys.executable, WORKSHOP / "withdraw.py", source, "--language", language], check=True)

    left = [row["source"] for path in (language / "lexicon").glob("*.tsv") for row in rows(path)]
    assert source not in left
    assert len(left) == before - own
    assert Grammar.load(language).form("Қазақстан Республикасы", "GEN").text == "Қазақстан Республикасының"


def test_a_source_that_no_row_names_cannot_be_withdrawn(tmp_path: Path) -> None:
    language = shutil.copytree(resources("kk"), tmp_path / "kk")

    done = subprocess.run(
        [sys.executable, WORKSHOP / "withdraw.py", "hunspell", "--language", language],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert "no row names the source hunspell" in done.stderr


def test_no_built_table_has_a_stem_that_was_refused() -> None:
    refused = {(row["stem"], row["class"]) for row in rows(WORKSHOP / "refused_kk.tsv")}
    kinds = {"NT": "N", "A": "N"}

    built = {(r["lemma"].lower(), kinds.get(r["class"], r["class"])) for name in BUILT for r in rows(LEXICON / name)}

    assert not built & refused


def test_every_refusal_has_its_reason_and_stands_once() -> None:
    table = list(rows(WORKSHOP / "refused_kk.tsv"))

    assert all(row.get("because") for row in table)
    assert len({(row["stem"], row["class"]) for row in table}) == len(table)


@pytest.mark.parametrize(
    ("wrong", "because"),
    [
        ("ның", "an ending"),
        ("ге", "an ending"),
        ("кт", "a part of a word"),
        ("бүл", "a misprint of бұл"),
        ("мкіндік", "a misprint of the word list"),
        ("тәжірибие", "a misprint of the word list"),
        ("казак", "қазақ without its letters"),
        ("маслихат", "мәслихат without its letters"),
        ("уровень", "Russian"),
        ("франция", "a name without its capital"),
        ("Талдықорган", "Талдықорған without its letter"),
    ],
)
def test_what_is_no_word_is_refused(spells: Spells, wrong: str, because: str) -> None:
    assert not spells(wrong), because


@pytest.mark.parametrize(
    "text",
    [
        "келесі келесіде септеу мэрия мэриясының агреман дипкорпустың визасыз делимитациялау",
        "қозыны жетімдер дәрінің теріні бәрінің мұнысы онысын",
        "салбыраған үңірейіп сығырайтып ағады өнеді",
        "митингіде митингте рейтингі дискіге брифингіде танкіні фактісі",
        "жас жат сау жел ру құрлық қамқор еңбекқор",
        "Жүсіпбектің Нартайға Анараның Евгенияның Мойынқұмда Бәйтеректен Касабланкаға Ванкуверде Камчатканың",
        "Врублевскийдің Сергеевичтің Марченконы Қуантбекке Желдібайдың",
        "шотландтар украиндар филиппиндер үндістердің",
    ],
)
def test_words_and_names_of_the_trade_are_accepted(spells: Spells, text: str) -> None:
    assert [word for word in text.split() if not spells(word)] == []


@pytest.fixture
def build(tmp_path: Path) -> Callable[[dict[str, int], str], set[tuple[str, str]]]:
    """Builds the tables from a dictionary of a few words and a count of a few forms; (lemma, class) of the rows."""

    def run(counts: dict[str, int], stems: str) -> set[tuple[str, str]]:
        language = tmp_path / "kk"
        shutil.copytree(resources("kk", "grammar"), language / "grammar")
        (language / "lexicon").mkdir()
        for name in ("readings.tsv", "irregular.tsv"):
            shutil.copy(LEXICON / name, language / "lexicon")
        (language / "lexicon" / "words.tsv").write_text(COLUMNS + "\nқала\tN\t\ttest\t5\n", encoding="utf-8")
        (tmp_path / "list.dic").write_text("9\n" + "\n".join(stems.split()) + "\n", encoding="utf-8")
        (tmp_path / "forms").write_text("".join(f"{form}\t{n}\n" for form, n in counts.items()), encoding="utf-8")
        (tmp_path / "empty").write_text("", encoding="utf-8")
        command = [
            sys.executable,
            WORKSHOP / "build_kk.py",
            "--language",
            language,
            "--hunspell",
            tmp_path / "list.dic",
        ]
        options = ["--tesseract", tmp_path / "empty", "--evidence", tmp_path / "forms"]
        subprocess.run([*command, *options], check=True, capture_output=True)
        tables = (language / "lexicon" / name for name in BUILT[:3])
        return {(row["lemma"], row["class"]) for table in tables for row in rows(table)}

    return run


def test_a_stem_of_which_books_have_forms_is_taken_in_and_its_forms_and_misspellings_are_not(
    build: Callable[[dict[str, int], str], set[tuple[str, str]]],
) -> None:
    counts = {"кітап": 90, "кітаптар": 80, "кітаптың": 70, "кітаптан": 60, "кітабы": 50, "кітабын": 40}
    counts |= {"китап": 9, "китаптар": 4, "китаптың": 4, "китабы": 4, "ның": 99, "қаланың": 50}

    found = build(counts, "кітап/1 кітаптар китап ның қаланың жоқсөз")

    assert found == {("кітап", "N")}


def test_a_verb_is_found_under_its_verbal_noun(
    build: Callable[[dict[str, int], str], set[tuple[str, str]]],
) -> None:
    counts = {"бастау": 50, "бастаған": 90, "бастайды": 80, "бастаса": 70, "бастайтын": 60, "бастамаған": 30}

    assert ("баста", "V") in build(counts, "бастау")
