import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.samples import block

from pressdesk.export.pieces import clean, of_list_item, pieces
from pressdesk.model.release import Block, BlockKind
from pressdesk.text.spans import Span


@pytest.mark.parametrize(
    "whole",
    [
        "7,5%-ға",
        "70%-ын",
        "7,5\u00a0%-ға",
        "15:00-ге",
        "ҚР-ның",
        "ЮНЕСКО-ға",
        "34-отырысы",
        "COVID-19",
        "Ту-154",
        "90-шы",
    ],
)
def test_an_ending_is_bound_to_its_figure_or_abbreviation(whole: str) -> None:
    found = pieces(f"Бұл {whole} туралы")

    assert [piece.text for piece in found if piece.bound] == [whole]


@pytest.mark.parametrize(
    "free",
    [
        "көлік-логистика",
        "Вила-Серена",
        "Қасым-Жомарт",
        "ауылшаруашылық-өнеркәсіптік",
        "2024–2025",
        "e-mail",
        "-5",
        "1-2-3-4",
    ],
)
def test_an_ordinary_hyphen_may_break(free: str) -> None:
    assert not any(piece.bound for piece in pieces(f"Бұл {free} туралы"))


def test_a_foreign_span_becomes_a_piece_with_its_language() -> None:
    text = "Марта, Universidade de Ponte Clara проректоры"

    found = pieces(text, [(Span(7, 34), "pt-PT")])

    assert [(piece.text, piece.language) for piece in found] == [
        ("Марта, ", ""),
        ("Universidade de Ponte Clara", "pt-PT"),
        (" проректоры", ""),
    ]


def test_of_two_spans_that_overlap_the_first_counts_and_nothing_is_lost() -> None:
    found = pieces("abcdefgh", [(Span(4, 8), "ru"), (Span(2, 6), "pt")])

    assert [(piece.text, piece.language) for piece in found] == [("ab", ""), ("cdef", "pt"), ("gh", "")]


@pytest.mark.parametrize("span", [Span(-3, 2), Span(6, 99), Span(5, 5), Span(7, 3)])
def test_a_span_outside_the_text_loses_nothing(span: Span) -> None:
    assert "".join(piece.text for piece in pieces("abcdefgh", [(span, "pt")])) == "abcdefgh"


def test_the_name_before_the_dash_of_a_list_item_is_strong() -> None:
    found = of_list_item(block("list_item", "[pt:Olaria Nova] – қыш материалдары"))

    assert [(piece.text, piece.strong, piece.language) for piece in found] == [
        ("Olaria Nova", True, "pt-PT"),
        (" – қыш материалдары", False, ""),
    ]


@pytest.mark.parametrize("text", ["Көлік-логистика бағыты", "1941–1945 жылдар", "с" * 61 + " – длинная часть фразы"])
def test_a_list_item_without_a_name_has_nothing_strong(text: str) -> None:
    assert not any(piece.strong for piece in of_list_item(Block("b", BlockKind.LIST_ITEM, text)))


@pytest.mark.parametrize(
    ("odd", "kept"),
    [
        ("a\x00b\x07c\x1bd", "abcd"),
        ("first\nsecond\r\nthird\u2028fourth\vfifth\tsixth", "first second third fourth fifth sixth"),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("non\ufffe\uffff\U0001fffecharacters", "noncharacters"),
        ("c1 \x80\x9f\x7f controls", "c1  controls"),
        ("🇰🇿 👩‍🔬 ﷺ \u00a0 \u200b \u00ad кириллица", "🇰🇿 👩‍🔬 ﷺ \u00a0 \u200b \u00ad кириллица"),
    ],
)
def test_only_what_no_document_can_hold_is_cleaned_away(odd: str, kept: str) -> None:
    assert clean(odd) == kept


def test_right_to_left_text_is_told_apart_with_the_spaces_inside_it() -> None:
    found = pieces("Министр سامح شكري келді")

    assert [(piece.text, piece.right_to_left) for piece in found] == [
        ("Министр ", False),
        ("سامح شكري", True),
        (" келді", False),
    ]


# without \r: a line end of two characters is one space, unless a span parts it
TEXTS = st.text(
    st.characters(exclude_characters="\r") | st.sampled_from("-%0123456789ҚРАНЫңғаa –\u00a0\x00\n\ud800ش"), max_size=60
)
SPANS = st.lists(
    st.tuples(st.builds(Span, st.integers(-2, 60), st.integers(-2, 62)), st.sampled_from(["pt-PT", "ru-RU", "ar"])),
    max_size=4,
)


@given(TEXTS, SPANS, st.integers(0, 70))
def test_the_pieces_joined_are_the_text_whatever_the_text(
    text: str, spans: list[tuple[Span, str]], strong_until: int
) -> None:
    found = pieces(text, spans, strong_until)

    assert "".join(piece.text for piece in found) == clean(text)
    assert all(piece.text for piece in found)
