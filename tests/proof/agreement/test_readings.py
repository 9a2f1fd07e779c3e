"""Figures are read in four languages into values that compare."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.proof.agreement.written import written

from pressdesk.grammar.table import read_table
from pressdesk.proof.agreement.figures import What
from pressdesk.proof.agreement.reading import mentions
from pressdesk.proof.agreement.same import same
from pressdesk.proof.agreement.tokens import tokens
from pressdesk.proof.agreement.vocabulary import rows, vocabulary

READINGS = list(read_table(Path(__file__).parent / "data" / "readings.tsv", ("language", "text", "readings")))


@pytest.mark.parametrize("row", READINGS, ids=lambda row: f"{row['language']}: {row['text']}")
def test_a_text_says_these_figures(row):
    found = "; ".join(written(mention) for mention in mentions(row["text"], row["language"])) or "–"
    assert found == row["readings"]


def test_a_span_covers_the_very_words_of_the_figure():
    text = "Іс-шараға 350-ден астам адам қатысты, сауда 12,5%-ға өсті."
    assert [mention.span.of(text) for mention in mentions(text, "kk")] == ["350-ден астам", "12,5%-ға"]
    assert all(mention.span.of(text) == mention.text for mention in mentions(text, "kk"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("kk", "екі мың жүз адам"), ("en", "2,100 people")),
        (("kk", "85 миллион АҚШ доллары"), ("en", "$85 million")),
        (("ru", "12,5 %"), ("en", "12.5 per cent")),
        (("pt", "1,5 mil milhões de euros"), ("ru", "1,5 млрд евро")),
        (("kk", "24 қараша"), ("ru", "24 ноября 2026 года")),
        (("en", "3 p.m."), ("pt", "às 15h00")),
        (("kk", "дүйсенбі – жұма"), ("pt", "segunda a sexta-feira")),
        (("ru", "12-е заседание"), ("kk", "он екінші отырыс")),
        (("en", "24 and 25 November"), ("ru", "24–25 ноября")),
        (("kk", "3 теңге"), ("ru", "3")),
    ],
)
def test_two_ways_to_say_one_thing_are_the_same(one, other):
    assert same(mentions(one[1], one[0])[0], mentions(other[1], other[0])[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("kk", "22 желтоқсан"), ("ru", "20 декабря")),
        (("en", "12"), ("ru", "12 %")),
        (("en", "$85 million"), ("ru", "85 млн евро")),
        (("en", "5 km"), ("en", "5 miles")),
        (("ru", "24 ноября 2026 года"), ("en", "24 November 2027")),
        (("en", "in November"), ("ru", "24 ноября")),
        (("en", "11:00 (Astana time)"), ("ru", "11:00 по московскому времени")),
        (("en", "1.5 billion"), ("pt", "1,5 biliões")),
        (("kk", "17–18 тамыз"), ("en", "17 August")),
    ],
)
def test_two_things_are_not_the_same(one, other):
    assert not same(mentions(one[1], one[0])[0], mentions(other[1], other[0])[0])


def test_every_row_of_the_tables_is_found_in_its_own_example():
    for row in rows():
        text = tokens(row["example"])
        found = {(m.kind, m.value) for index in range(len(text)) for m in vocabulary(row["language"]).at(text, index)}
        assert (row["kind"], row["value"]) in found or row["kind"] == "decimal_mark", row.id


def test_a_language_without_words_has_figures_in_digits_alone():
    found = mentions("am 24. November um 15:30, 1 250 Gäste, zwölf Länder", "de")
    assert [mention.text for mention in found] == ["24", "15:30", "1 250"]


def test_a_text_of_signs_and_a_text_of_nothing_say_no_figures():
    assert mentions("", "kk") == ()
    assert mentions("– «…» № %", "ru") == ()


def test_a_figure_of_a_code_never_has_to_be_said_by_another_version():
    assert [mention.claims for mention in mentions("40 B2B meetings of the G20", "en")] == [True, False, False]
    assert {mention.what for mention in mentions("B2B", "en")} == {What.NUMBER}


ODD = (
    "99999999999999999999999",
    "0",
    "00",
    "1.2.3",
    "²",
    "½",
    "٣",
    "一",
    "🙂",
    "-",
    "12-",
    "99/99/9999",
    "24:61",
    "15h99",
    "«",
)
PARTS = (*ODD, *sorted({part for row in READINGS for part in row["text"].split()}))


@given(st.lists(st.sampled_from(PARTS), max_size=12), st.sampled_from(("kk", "ru", "en", "pt", "de")))
@settings(max_examples=150, deadline=None)
def test_whatever_stands_in_a_text_every_figure_is_words_of_it_in_order(parts, language):
    text = " ".join(parts)
    found = mentions(text, language)
    assert all(mention.text and mention.span.of(text) == mention.text for mention in found)
    starts = [mention.span.start for mention in found]
    assert starts == sorted(starts)


def test_an_account_number_counts_nothing_and_is_compared_as_it_stands():
    assert [written(m) for m in mentions("KZ, 99999999999999999999999999", "en")] == [
        "number 99999999999999999999999999"
    ]
