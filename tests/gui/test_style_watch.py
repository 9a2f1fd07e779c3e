"""What is changed in the style file by another program holds for every paragraph at once, without a restart."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.gui.main_window import MainWindow
from pressdesk.gui.proof.view import ProofView
from pressdesk.gui.style_watch import StyleWatch

pytestmark = pytest.mark.slow  # one by one they take long; CI runs them

TEXT = "Елші қалаға қалаға барды.\nОлар ғылым ғылым саласын талқылады."


def settled(qtbot: QtBot, view: ProofView) -> list[tuple[int, str]]:
    lanes = view.checking
    assert lanes is not None
    qtbot.waitUntil(lambda: not (view._quiet.isActive() or lanes.busy or view._list.isActive()), timeout=20000)
    return [(number, finding.rule) for number, finding in view.rows()]


def test_a_file_that_comes_changes_is_replaced_or_goes_is_noticed(places: Places, qtbot: QtBot) -> None:
    places.config.mkdir(parents=True)
    path, other = places.config / "style.toml", places.config / "other.toml"
    watch = StyleWatch(places)

    for deed in (
        lambda: path.write_text("[first-person]\noff = true\n", encoding="utf-8"),
        lambda: path.write_text("[rules]\noff = ['kk.doubled']\n", encoding="utf-8"),
        lambda: (other.write_text("[calque]\noff = true\n", encoding="utf-8"), other.replace(path)),
        path.unlink,
    ):
        with qtbot.waitSignal(watch.changed, timeout=5000):
            deed()
    with qtbot.assertNotEmitted(watch.changed, wait=400):
        other.write_text("# some other file of the folder\n", encoding="utf-8")


def test_a_rule_switched_off_by_hand_goes_from_every_paragraph_of_the_open_text(
    make_window: Callable[..., MainWindow], places: Places, qtbot: QtBot
) -> None:
    places.config.mkdir(parents=True)
    checker = Proofing(places, "kk")
    try:
        window = make_window(checker=checker)
        window.run("text")
        view = window.text.view
        assert view is not None
        view.show_text(TEXT)
        found = settled(qtbot, view)
        assert [number for number, rule in found if rule == "kk.doubled"] == [0, 1]

        with qtbot.waitSignal(window._style_watch.changed, timeout=5000):
            (places.config / "style.toml").write_text("[rules]\noff = ['kk.doubled']\n", encoding="utf-8")

        assert [row for row in settled(qtbot, view) if row[1] == "kk.doubled"] == []
    finally:
        checker.close()
