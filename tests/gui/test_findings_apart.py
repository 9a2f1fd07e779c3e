"""Of long words and what to write instead the difference is seen in a short row."""

from pressdesk.gui.findings.apart import told_apart


def cut(words: str) -> str:
    """Room for ten letters."""
    return words if len(words) <= 10 else f"{words[:9]}…"


def test_words_that_differ_at_their_end_are_cut_in_front() -> None:
    assert told_apart("ынтымактастыктары", "ынтымактастыктарын", cut) == ("…ары", "…арын")
    assert told_apart("Благодаря успешному", "Благодаря успехам", cut) == ("…спешному", "…спехам")


def test_words_that_have_room_or_differ_in_front_stand_as_they_were() -> None:
    assert told_apart("гылым", "ғылым", cut) == ("гылым", "ғылым")
    assert told_apart("гылымиқызметкер", "ғылымиқызметкер", cut) == ("гылымиқыз…", "ғылымиқыз…")


def test_without_an_offer_the_end_is_cut() -> None:
    assert told_apart("Благодаря успешному", "", cut) == ("Благодаря…", "")
