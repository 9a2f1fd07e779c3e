import pytest
from tests.export.samples import LOCALES, full, modest, release_of
from tests.export.writing import written


@pytest.mark.parametrize("language", LOCALES)
def test_the_text_is_the_blocks_one_a_line(language: str) -> None:
    assert written(full(language), "txt").decode("utf-8") == full(language).plain()


def test_headline_credit_and_paragraphs_stand_in_this_order() -> None:
    lines = written(modest("kk"), "txt").decode("utf-8").splitlines()

    assert lines[0].startswith("Қазақстан мен Понте-Клара")
    assert lines[1] == "Сурет: ҚР СІМ"
    assert lines[2].startswith("Қазақстанның Португалиядағы Елшісі")


def test_a_line_end_inside_a_block_does_not_make_two_lines() -> None:
    release = release_of(("headline", "Екі\nжол"), ("paragraph", " "), ("paragraph", "Соңы"))

    assert written(release, "txt").decode("utf-8") == "Екі жол\nСоңы\n"
