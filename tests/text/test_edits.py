"""Slips between two words."""

from pressdesk.text.edits import distance


def test_a_letter_changed_put_in_left_out_or_swapped_with_its_neighbour_is_one_slip() -> None:
    assert [distance(a, b) for a, b in (("abc", "abd"), ("abc", "abcd"), ("abc", "ac"), ("ab", "ba"))] == [1, 1, 1, 1]


def test_words_are_as_far_apart_as_they_have_slips() -> None:
    assert [distance(a, b) for a, b in (("", ""), ("", "ab"), ("гылым", "ғылым"), ("abc", "xyz"))] == [0, 2, 1, 3]
