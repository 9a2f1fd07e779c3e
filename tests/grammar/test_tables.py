"""A fault in a table names its place; a grammar of a few words says yes and no."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pressdesk.data import resources
from pressdesk.errors import TableError
from pressdesk.grammar.explain import Explainer
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.suggest import load_errors
from pressdesk.grammar.table import mixed_script, read_table
from pressdesk.proof.speller import Speller

Make = Callable[..., Path]


@pytest.fixture
def language(tmp_path: Path) -> Make:
    """Builds a language folder with the shipped tables, a lexicon of a few rows, and one table changed."""

    def make(*rows: str, table: str = "", change: tuple[str, str] = ("", "")) -> Path:
        shutil.copytree(resources("kk", "grammar"), tmp_path / "grammar")
        (tmp_path / "lexicon").mkdir()
        shutil.copy(resources("kk", "lexicon", "readings.tsv"), tmp_path / "lexicon")
        lines = ["lemma\tclass\ttraits\tsource\tcommon", *rows]
        (tmp_path / "lexicon" / "words.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        if table:
            path = tmp_path / "grammar" / table
            text = path.read_text(encoding="utf-8")
            assert change[0] in text
            path.write_text(text.replace(*change, 1), encoding="utf-8")
        return tmp_path

    return make


def test_a_grammar_of_one_word_says_yes_and_no(language: Make) -> None:
    grammar = Grammar.load(language("мектеп\tN\t\ttest"))

    assert grammar.accepts("мектебінде")
    assert not grammar.accepts("мектепінде")
    assert not grammar.accepts("қалада")


def test_a_trait_changes_what_is_written_and_read(language: Make) -> None:
    grammar = Grammar.load(language("банк\tN\tfront,hard\ttest", "орын\tN\telides\ttest"))

    assert grammar.form("банк", "POSS3").text == "банкі"
    assert (grammar.accepts("орнында"), grammar.accepts("орынында")) == (True, False)


def test_what_is_only_read_is_never_written(language: Make) -> None:
    grammar = Grammar.load(language("мойын\tN\telides,also-long\ttest"))

    assert grammar.form("мойын", "POSS3").text == "мойны"
    assert grammar.accepts("мойыны")


def test_a_reading_shows_the_rows_that_made_it(language: Make) -> None:
    (reading,) = Grammar.load(language("мектеп\tN\t\ttest")).analyse("мектептерге")

    assert (reading.lemma, reading.features) == ("мектеп", "PL+DAT")
    assert [step.adds for step in reading.rows] == ["мектеп", "тер", "ге"]
    assert reading.rows[0].row == "words.tsv:2"
    assert all(step.row.startswith("suffixes.tsv:") for step in reading.rows[1:])


@pytest.mark.parametrize(
    ("row", "place", "sentence"),
    [
        ("м\u0065ктеп\tN\t\ttest", "words.tsv:2:2", "mixes Latin and Cyrillic"),
        ("мектеп\tQ\t\ttest", "words.tsv:2:8", "classes.tsv"),
        ("мектеп\tN\thard,loud\ttest", "words.tsv:2:15", "traits.tsv"),
        ("мектеп\tN\t\t", "words.tsv:2:11", "source"),
        ("мектеп\tN", "words.tsv:2:1", "cells"),
    ],
)
def test_a_fault_in_the_lexicon_names_file_line_and_column(language: Make, row: str, place: str, sentence: str) -> None:
    with pytest.raises(TableError) as caught:
        Grammar.load(language(row))

    assert place in str(caught.value)
    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    ("table", "change", "sentence"),
    [
        ("suffixes.tsv", ("\tLAр\t", "\tL\u0410р\t"), "Cyrillic capital"),
        ("suffixes.tsv", ("\tPL\tLAр\tPL\t", "\tPL\tLAр\tPLURAL\t"), "states.tsv"),
        ("suffixes.tsv", ("елдер, қалалар, мектептер", ""), "example"),
        ("suffixes.tsv", ("handbooks; елдер in 617 books", ""), "source"),
        ("alternations.tsv", ("Құнанбай: Құнанбаев; Мыңбай: Мыңбаев", ""), "example"),
        ("sounds.tsv", ("handbooks; жерде in 2880 books", ""), "source"),
        ("states.tsv", ("қалалар", ""), "example"),
        ("classes.tsv", ("мектеп: мектебі", ""), "example"),
        ("traits.tsv", ("халық: халқы", ""), "example"),
        ("letters.tsv", ("дала: далаға", ""), "example"),
        ("sounds.tsv", ("A\t*\tа", "A\t*\ta"), "Latin"),
        ("states.tsv", ("PL\tnoun\tyes", "PL\tnoun\tperhaps"), "yes"),
        ("letters.tsv", ("letter\tclass", "letter\tklass"), "first line"),
        ("endings.tsv", ("(ұлы|қызы)", "(ұлы|қызы"), "pattern"),
    ],
)
def test_a_fault_in_a_grammar_table_names_the_table(
    language: Make, table: str, change: tuple[str, str], sentence: str
) -> None:
    with pytest.raises(TableError) as caught:
        Grammar.load(language(table=table, change=change))

    assert f"{table}:" in str(caught.value)
    assert sentence in str(caught.value)


def test_two_words_may_have_two_scripts_but_one_may_not() -> None:
    assert mixed_script("IT-компания") == -1
    assert mixed_script("Lamerinho зауыты") == -1
    assert mixed_script("к\u0065лісім") == 1


def test_a_linguist_adds_a_suffix_a_sound_and_a_word_class_without_python(language: Make) -> None:
    """What docs/grammar-tables.md says under «To add a suffix» and «To add a word class», done on a copy."""
    folder = language("мектеп\tN\t\ttest", "қала\tN\t\ttest", "бөлек\tQ\t\ttest")
    added = {
        "sounds.tsv": "Z\tvoiceless\tп\tп\tмектеп-піл\tmade up\nZ\t*\tб\tб\tқала-был\tmade up",
        "suffixes.tsv": "N PL\tTOY\tZIл\tDA\t\t1\t\tмектеппіл\tmade up",
        "classes.tsv": "Q\tATTR\t\twhat takes no possessive of the first person\tбөлек: бөлекті\tmade up",
    }
    for name, rows in added.items():
        with (folder / "grammar" / name).open("a", encoding="utf-8") as table:
            table.write(rows + "\n")
    grammar = Grammar.load(folder)

    assert [grammar.form(lemma, "TOY+GEN").text for lemma in ("мектеп", "қала")] == ["мектеппілдің", "қалабылдың"]
    assert grammar.form("мектеп", "PL+TOY").text == "мектептербіл"
    assert [reading.features for reading in grammar.analyse("қалабыл")] == ["TOY"]
    assert not grammar.accepts("қалабіл")
    assert not grammar.accepts("қалапыл")
    assert (grammar.accepts("бөлегі"), grammar.accepts("бөлегім")) == (True, False)
    refusal = Explainer(grammar).refusal("қалапіл")
    assert refusal is not None
    assert (refusal.right, refusal.features) == ("қалабыл", "TOY")


@pytest.mark.parametrize(
    ("name", "row", "column", "sentence"),
    [
        ("suffixes.tsv", "N\tTOY\tпIл\tNOWHERE\t\t\t\tмектеппіл\tmade up", 11, "states.tsv"),
        ("suffixes.tsv", "N\tTOY\tпIл\tDA\tloud\t\t\tмектеппіл\tmade up", 14, "letters.tsv"),
        ("suffixes.tsv", "N\tTOY\tпIл\tDA\t\t\t\t\tmade up", 17, "example"),
        ("suffixes.tsv", "N\tTOY\tпIл\tDA\tvowel -nasal\t\t\tүйпіл\tmade up", 14, "minus"),
        ("suffixes.tsv", "N\tTOY\tпIл\tDA\t\tx\t\tмектеппіл\tmade up", 15, "step"),
        ("suffixes.tsv", "N\tTOY\tпXл\tDA\t\t\t\tмектеппіл\tmade up", 7, "sounds.tsv"),
        ("suffixes.tsv", "N\tTOY\tп(Iл\tDA\t\t\t\tмектеппіл\tmade up", 7, "bracket"),
        ("suffixes.tsv", "N\tTOY\tпIл\tDA\t\t\tnever\tмектеппіл\tmade up", 16, "read"),
        ("sounds.tsv", "Z\tvoiceless\tп\tп\tмектеп-пыл\t", 28, "source"),
        ("alternations.tsv", "п\t[ы\tб\t\twritten\tany\t\tкітап: кітабы\tmade up", 3, "pattern"),
        ("alternations.tsv", "п\tы\tб\tx\twritten\tany\t\tкітап: кітабы\tmade up", 7, "eats"),
        ("alternations.tsv", "п\tы\tб\t\twritten\tthing\t\tкітап: кітабы\tmade up", 16, "kind"),
        ("classes.tsv", "Q\tNOWHERE\t\tnote\tбөлек\tmade up", 3, "states.tsv"),
        ("letters.tsv", "а\tvowel\tback\tа\t\tқала: қалаға\tmade up", 1, "already"),
        ("states.tsv", "N\tnoun\tyes\tnote\tқала\tmade up", 1, "already"),
        ("classes.tsv", "N\tN\t\tnote\tқала\tmade up", 1, "already"),
        ("classes.tsv", "Q\t\t\tnote\tқала\tmade up", 3, "states"),
        ("traits.tsv", "back\tBack.\tқала\tmade up", 1, "already"),
        ("endings.tsv", "ған\tnobody\tback\t\t\tқала\tmade up", 5, "who"),
        ("endings.tsv", "ған\tany\tmiddle\t\t\tқала\tmade up", 9, "harmony"),
        ("letters.tsv", "ӵ\tvowel\tmiddle\tӵ\t\tӵ\tmade up", 9, "Harmony"),
        ("states.tsv", "NEW\tthing\tyes\tnote\tқала\tmade up", 5, "kind"),
        ("suffixes.tsv", "\tTOY\tпIл\tDA\t\t\t\tмектеппіл\tmade up", 1, "may follow"),
        ("letters.tsv", "шщ\tvoiceless\t-\tша\t\tқала\tmade up", 1, "one letter"),
        ("letters.tsv", "s\tvoiceless\t-\tэс\t\tқала\tmade up", 1, "Cyrillic"),
        ("letters.tsv", "ӵ\t\tback\tӵ\t\tқала\tmade up", 3, "class"),
        ("sounds.tsv", "Z\tvoiceless\tп\tп\tмектеп-пыл\tmade up", 3, "write *"),
        ("sounds.tsv", "Z\t*\tӵ\tп\tмектеп-пыл\tmade up", 5, "letters.tsv"),
        ("alternations.tsv", "п\tы\t\\1\t\twritten\tany\t\tкітап: кітабы\tmade up", 5, "group"),
        ("numerals.tsv", "7000\tseven\t7-де\tmade up", 6, "Cyrillic"),
        ("numerals.tsv", "²\tекі\t2-де\tmade up", 1, "digits"),
        ("symbols.tsv", "&\tand\t&-ге\tmade up", 3, "Cyrillic"),
        ("latin.tsv", "ш\tш\tш\tmade up", 1, "Latin"),
        ("lookalikes.tsv", "ab\tа\tmade up", 1, "one letter"),
        ("lookalikes.tsv", "a\ta\tmade up", 3, "Cyrillic"),
        ("fixed.tsv", "YEAR\t{year} жылы\t2026 жылы\tmade up", 6, "{base}"),
    ],
)
def test_a_wrong_row_names_file_line_column_and_the_mend(
    language: Make, name: str, row: str, column: int, sentence: str
) -> None:
    folder = language("мектеп\tN\t\ttest")
    path = folder / "grammar" / name
    line = path.read_text(encoding="utf-8").count("\n") + 1
    with path.open("a", encoding="utf-8") as table:
        table.write(row + "\n")

    with pytest.raises(TableError) as caught:
        Grammar.load(folder)

    assert f"{name}:{line}:{column}:" in str(caught.value)
    assert sentence in str(caught.value)


def test_no_lemma_holds_a_letter_that_is_read_as_another() -> None:
    """«Крайстчёрч» is found as «Крайстчерч»; a lemma with ё would be found by that spelling alone."""
    folder = resources("kk")
    rows = read_table(folder / "grammar" / "variants.tsv", ("letter", "read as", "example", "source"))
    letters = {row["letter"] for row in rows}
    lemmas = [
        line.split("\t")[0]
        for path in sorted((folder / "lexicon").glob("*.tsv"))
        for line in path.read_text("utf-8").split("\n")[1:]
        if line and not line.startswith("#") and path.name not in ("readings.tsv", "irregular.tsv")
    ]

    assert [lemma for lemma in lemmas if letters & set(lemma.lower())] == []


@pytest.mark.parametrize("text", ["", "# only a remark\n", "\n\n"])
def test_an_empty_table_is_refused_and_its_columns_are_named(language: Make, text: str) -> None:
    folder = language("мектеп\tN\t\ttest")
    (folder / "grammar" / "keyboard.tsv").write_text(text, encoding="utf-8")

    with pytest.raises(TableError, match="empty: its first line names the columns row, offset"):
        load_errors(folder / "grammar", Grammar.load(folder).reader.graph)


def test_a_table_of_windows_is_read_as_any_other(language: Make) -> None:
    """With a byte order mark and two signs at the end of a line."""
    folder = language("мектеп\tN\t\ttest\t5")
    for path in [*(folder / "grammar").glob("*.tsv"), folder / "lexicon" / "words.tsv"]:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert Grammar.load(folder).accepts("мектебінде")


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("N\tTOY\t0\tATTR\t\t\t\tқала\tmade up\nATTR\tTOY\t0\tN\t\t\t\tқала\tmade up", "without letters"),
        ("N\tTOY\t(с)\tN\t\t\t\tқала\tmade up", "without letters"),
        ("N\t\tпIл\tN\t\t\t\tмектеппіл\tmade up", "without a tag"),
    ],
)
def test_suffixes_that_could_be_added_for_ever_are_refused(language: Make, rows: str, sentence: str) -> None:
    folder = language("мектеп\tN\t\ttest")
    with (folder / "grammar" / "suffixes.tsv").open("a", encoding="utf-8") as table:
        table.write(rows + "\n")

    with pytest.raises(TableError, match=rf"suffixes.tsv:\d+:\d+: Rows {sentence} lead in a circle"):
        Grammar.load(folder)


@pytest.mark.parametrize(
    ("row", "column", "sentence"),
    [
        ("лов\tNOWHERE\tback\tx\tmade up", 5, "states.tsv"),
        ("лов\tN\tmiddle\tx\tmade up", 7, "harmony"),
        ("l\tN\tback\tx\tmade up", 1, "small Cyrillic"),
    ],
)
def test_a_fault_in_the_endings_of_names_is_told_when_words_are_checked(
    language: Make, row: str, column: int, sentence: str
) -> None:
    folder = language("мектеп\tN\t\ttest")
    with (folder / "grammar" / "patterns.tsv").open("a", encoding="utf-8") as table:
        table.write(row + "\n")

    with pytest.raises(TableError, match=rf"patterns.tsv:\d+:{column}: .*{sentence}"):
        Speller(Grammar.load(folder))
