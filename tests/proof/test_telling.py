"""Languages are told apart: by paragraph and line, whatever the text is about."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pressdesk.errors import TableError
from pressdesk.proof.telling.evidence import COLUMNS, OTHER, Evidence
from pressdesk.proof.telling.telling import language_of, teller

ROOT = Path(__file__).parents[2]
HEADINGS = {"Қазақша": "kk", "По-русски": "ru", "In English": "en", "Em português": "pt"}
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-zа-я]|[«“])")


def samples() -> Iterator[tuple[str, list[str]]]:
    """(language, paragraphs) of every sample in every language."""
    for path in sorted((ROOT / "docs" / "samples").glob("*.md")):
        for part in re.split(r"^### ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            heading, _, text = part.partition("\n")
            text = text.split("\n## ")[0]
            lines = [line.strip(" *_>-") for line in text.split("\n") if not line.startswith("#")]
            yield HEADINGS[heading.strip()], [line for line in lines if line]


def lines() -> list[tuple[str, str]]:
    rows = (ROOT / "tests" / "data" / "telling" / "lines.tsv").read_text(encoding="utf-8").split("\n")
    cells = [row.split("\t") for row in rows if row and not row.startswith(("#", "language"))]
    return [(tag, line) for tag, line in cells]


def share(cases: list[tuple[str, str]]) -> float:
    return sum(language_of(text) == tag for tag, text in cases) / len(cases)


def test_of_the_paragraphs_of_the_samples_one_in_a_hundred_is_told_wrongly_by_itself() -> None:
    cases = [(tag, text) for tag, texts in samples() for text in texts]
    assert len(cases) >= 600
    assert share(cases) >= 0.99


def test_of_their_sentences_three_in_a_hundred_are_told_wrongly_by_themselves() -> None:
    cases = [(tag, one) for tag, texts in samples() for text in texts for one in SENTENCE.split(text) if one]
    assert len(cases) >= 800
    assert share(cases) >= 0.97


def test_every_paragraph_of_a_sample_is_told_right_among_its_neighbours() -> None:
    for tag, texts in samples():
        assert teller().languages_of(texts) == [tag] * len(texts)


def examples() -> Iterator[tuple[str, str]]:
    """(language, text) of the examples of the rules, of three words or more; nobody wrote them for this."""
    for name, usual in (("house-style", ""), ("russian-rules", "ru"), ("kazakh-rules", "kk")):
        for line in (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8").split("\n"):
            match = re.match(r"\* (?:(kk|ru|en|pt) )?[✗✓] (.*)", line)
            for text in re.split("[✗✓→]", match[2]) if match else ():
                if match and (match[1] or usual) and len(text.split()) > 2:
                    yield match[1] or usual, text


def test_of_the_examples_of_the_rules_three_in_a_hundred_are_told_wrongly() -> None:
    cases = list(examples())
    assert len(cases) >= 1000
    for language in ("kk", "ru", "en", "pt"):
        assert share([case for case in cases if case[0] == language]) >= 0.97


def test_lines_of_other_texts_and_short_headlines_are_told_too() -> None:
    assert len(lines()) >= 120
    assert share(lines()) >= 0.97


def test_a_script_that_no_table_has_is_another_language() -> None:
    assert language_of("大使出席了会议") == OTHER
    assert language_of("استقبل الوزير السفير") == OTHER


@pytest.mark.parametrize("text", ["", "24.11.2026", "№ 5", "+7 7172 00 00 00", "press@example.org"])
def test_what_has_no_words_tells_nothing(text: str) -> None:
    assert language_of(text) == ""
    assert language_of(text, "kk") == "kk"
    assert teller().languages_of([text]) == [""]


def test_a_word_of_no_language_is_in_none() -> None:
    assert teller().languages_of(["ааааааааааа", "😀😀"]) == ["", ""]


def test_a_line_of_names_follows_its_neighbours() -> None:
    kazakh, russian = "Елшілікте кездесу өтті.", "В посольстве состоялась встреча."
    assert teller().languages_of([kazakh, "Laila Nurbek", kazakh]) == ["kk", "kk", "kk"]
    assert teller().languages_of([russian, "Laila Nurbek", "24.11.2026"]) == ["ru", "ru", "ru"]


def test_two_languages_one_after_the_other_are_two() -> None:
    texts = ["Елшілікте кездесу өтті.", "В посольстве состоялась встреча.", "A meeting took place at the Embassy."]
    assert teller().languages_of(texts) == ["kk", "ru", "en"]


def test_what_the_file_says_decides_only_where_the_words_do_not() -> None:
    assert teller().languages_of(["Laila Nurbek"], ["pt"]) == ["pt"]
    assert teller().languages_of(["Елшілікте кездесу өтті."], ["ru"]) == ["kk"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Ambassador said: “Достық қатынастарымыз нығая береді деп сенеміз”."),
        ("ru", "Посол заявил: «As relações entre os dois países estão a crescer de forma rápida»."),
        ("kk", "Елші Абайды еске алды: «Мы благодарны за тёплый приём и готовы развивать отношения»."),
        ("kk", '"Достық қатынастарымыз нығая береді деп сенеміз".'),
    ],
)
def test_the_words_around_a_quotation_tell_the_language_of_the_paragraph(language: str, text: str) -> None:
    assert language_of(text) == language


def test_a_line_that_its_letters_tell_is_not_overruled_by_its_neighbours() -> None:
    russian = "В посольстве состоялась встреча."
    assert teller().languages_of([russian, "білм беру.", russian], ["ru"] * 3) == ["ru", "kk", "ru"]


def test_the_items_of_a_list_are_in_one_language() -> None:
    russian = "В посольстве состоялась встреча."
    assert teller().languages_of([russian, "сауда;", "туризм;", "білм беру.", russian]) == ["ru", *["kk"] * 3, "ru"]


def test_a_table_with_a_capital_or_a_weight_in_words_is_refused_with_its_place(tmp_path: Path) -> None:
    head = "\t".join(COLUMNS) + "\n"
    for row in (
        "words\tThe\t1\tthe\tx",
        "words\tthe\tmuch\tthe\tx",
        "stems\tthe\t1\tthe\tx",
        "words\tthe мен\t1\tx\tx",
    ):
        (tmp_path / "en.tsv").write_text(head + row + "\n", encoding="utf-8")
        with pytest.raises(TableError, match=r"en\.tsv"):
            Evidence.load(tmp_path)
