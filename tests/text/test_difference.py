"""The difference of two texts, in whole words, and always of both texts from start to end."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pressdesk.text.difference import difference


def told(old: str, new: str) -> list[str]:
    return [f"{p.old.of(old)}>{p.new.of(new)}" for p in difference(old, new) if not p.same]


def test_changed_words_are_whole_words_and_neighbours_are_one_change() -> None:
    assert told("Кездесу 14 мамырда өтті.", "Кездесу 15 мамырда өтті.") == ["14>15"]
    assert told("ол 14 мамырда келді", "ол 2 маусымда келді") == ["14 мамырда>2 маусымда"]


def test_added_and_removed_words_stand_on_one_side_alone() -> None:
    assert told("екі ел", "екі дос ел") == [">дос "]
    assert told("екі дос ел", "екі ел") == ["дос >"]


def test_no_break_spaces_are_no_difference() -> None:
    assert told("14\u00a0мамыр", "14 мамыр") == []


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="аб ,.\u00a0-", max_size=20), st.text(alphabet="аб ,.\u00a0-", max_size=20))
def test_the_parts_give_both_texts_back(old: str, new: str) -> None:
    parts = difference(old, new)

    assert "".join(p.old.of(old) for p in parts) == old
    assert "".join(p.new.of(new) for p in parts) == new
